"""One timeline of all briefs."""

from __future__ import annotations

from itertools import groupby

from backgrounder import addresses
from backgrounder.link import Linked, Mention
from backgrounder.render.site.page import Heading, Page, SearchEntry
from backgrounder.render.site.renderer import Renderer


def timeline_page(renderer: Renderer) -> Page:
    """All events in the order of their dates, under the year they may begin in."""
    years = [
        (f"{year}", list(events))
        for year, events in groupby(
            events_in_order(renderer.linked), key=lambda event: event.record.date.first.year
        )
    ]
    rows = renderer.rows()
    return Page(
        address=addresses.TIMELINE,
        scraps=rows.made,
        title="Timeline",
        description="All dated events of all briefs, past and planned.",
        html=renderer.html("timeline", addresses.TIMELINE, rows=rows, years=years),
        headings=tuple(Heading(year, f"year-{year}") for year, _ in years),
        search=(SearchEntry("Timeline", "All dated events of all briefs, past and planned"),),
    )


def events_in_order(linked: Linked) -> list[Mention]:
    """Events of all briefs by date; those of one date in the order of the briefs."""
    events = [
        Mention(brief, ("timeline", index), event, linked.anchors[brief.slug]["timeline", index])
        for brief in linked.briefs
        for index, event in enumerate(brief.timeline)
    ]
    return sorted(events, key=lambda mention: mention.record.date.sort_key)
