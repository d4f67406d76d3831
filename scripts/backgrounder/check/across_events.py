"""One event with two dates.

Two events are taken for one where they have the same id, or where they rest on the same paragraph of a
source and say nearly the same of the same actors. Dates conflict only where they cannot both be true:
a month and a day in it do not, and uncertain dates never do.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from backgrounder.check.across_briefs import content_words, likeness, living
from backgrounder.diagnostics.diagnostic import Finding, NotePlace
from backgrounder.model.brief import Brief, Event
from backgrounder.model.citation import Citation
from backgrounder.model.corpus import Corpus
from backgrounder.spans import Place

_ALIKE = 0.8
_FEWEST_WORDS = 3


class Gist(NamedTuple):
    """What the text of an event says, ready to be compared."""

    words: frozenset[str]
    numbers: tuple[str, ...]
    """Texts with different numbers in them are about different things."""


class Told(NamedTuple):
    """A telling of an event."""

    file: str
    index: int
    event: Event
    gist: Gist

    @property
    def date_place(self) -> Place:
        return Place(self.file, ("timeline", self.index, "date"))


def conflicting_event_dates(corpus: Corpus, ahead: Mapping[str, Iterable[Gist]]) -> Iterator[Finding]:
    """The later told of two tellings of one event whose dates cannot both be true.

    ``ahead`` has the gists of briefs that have been looked through already, by file.
    """
    told: dict[tuple[object, ...], list[Told]] = defaultdict(list)
    for brief, file in living(corpus):
        gists = ahead[file] if file in ahead else gists_of_events(brief)
        for index, (event, gist) in enumerate(zip(brief.timeline, gists, strict=True)):
            this = Told(file, index, event, gist)
            keys = _keys(this)
            other = next((other for key in keys for other in told[key] if _conflict(this, other)), None)
            if other:
                yield _finding(this, other)
            for key in keys:
                told[key].append(this)


def gists_of_events(brief: Brief) -> Iterator[Gist]:
    """What each event of a brief says, in their order."""
    for event in brief.timeline:
        yield Gist(content_words(event.text), tuple(re.findall(r"\d+", event.text)))


def _keys(told: Told) -> list[tuple[object, ...]]:
    """Tellings that have none of these in common are not of one event."""
    event = told.event
    alike = (told.gist.numbers, event.planned, frozenset(event.actors))
    keys: list[tuple[object, ...]] = [(citation, *alike) for citation in event.cite if _is_exact(citation)]
    return [*keys, (event.id,)] if event.id else keys


def _is_exact(citation: Citation) -> bool:
    return citation.paragraph > 0


def _conflict(one: Told, other: Told) -> bool:
    """Whether two tellings that have a key in common are of one event, with dates that cannot both be true."""
    dates = (one.event.date, other.event.date)
    if any(date.is_uncertain for date in dates):
        return False
    return (dates[0].last < dates[1].first or dates[1].last < dates[0].first) and _is_same(one, other)


def _is_same(one: Told, other: Told) -> bool:
    if one.event.id and one.event.id == other.event.id:
        return True
    fewest_words = min(len(one.gist.words), len(other.gist.words))
    return fewest_words >= _FEWEST_WORDS and likeness(one.gist.words, other.gist.words) >= _ALIKE


def _finding(this: Told, other: Told) -> Finding:
    facts = {"value": this.event.date.label, "other": other.event.date.label}
    return Finding(
        this.date_place,
        "conflicting-event-date",
        facts,
        (NotePlace(other.date_place, "the other date stands here"),),
    )
