"""How an event is marked: by its date, and by whether it is planned or uncertain."""

from __future__ import annotations

from backgrounder.model.brief import Event
from backgrounder.render.site.escaping import Html, escaped

_PLANNED = ' <span class="bg-state bg-state--planned">planned</span>'


def event_look(event: Event) -> str:
    """The classes of an event: whether it is planned, and whether its date is certain."""
    planned = " bg-event--planned" if event.planned else ""
    return f"bg-event{planned}{' bg-event--uncertain' if event.date.is_uncertain else ''}"


def event_date(event: Event) -> Html:
    """The date of an event as it is shown above its text."""
    label = escaped(event.date.label)
    return f'<p class="bg-mention__date"><time>{label}</time>{_PLANNED if event.planned else ""}</p>'
