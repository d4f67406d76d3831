"""Dates of one brief that contradict each other: events, reviews and changes against ``as_of``."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from backgrounder.diagnostics.diagnostic import Finding, NotePlace
from backgrounder.model.brief import Brief, Event
from backgrounder.spans import Place


def events_against_as_of(brief: Brief, file: str) -> Iterator[Finding]:
    """Events after the day up to which the brief is true that are not called planned, and the reverse.

    Only what is certain counts: the first or the last day that a date can mean.
    """
    note = NotePlace(Place(file, ("as_of",)), "the brief is true up to this day")
    as_of = brief.as_of.number
    for index, event in enumerate(brief.timeline):
        if not event.planned and event.date.first > as_of:
            yield Finding(Place(file, ("timeline", index, "date")), "unplanned-future-event", {}, (note,))
        if event.planned and event.date.last < as_of:
            yield Finding(Place(file, ("timeline", index, "planned")), "planned-in-the-past", {}, (note,))


def events_out_of_order(brief: Brief, file: str) -> Iterator[Finding]:
    """The first event that must have come before the one above it; dates that may overlap and uncertain
    ones are left alone.
    """
    for index, (above, event) in enumerate(itertools.pairwise(brief.timeline), start=1):
        if event.date.last < above.date.first and not (event.date.is_uncertain or above.date.is_uncertain):
            before = _first_later(brief.timeline[:index], event)
            note = NotePlace(Place(file, ("timeline", before, "date")), "it belongs before this event")
            yield Finding(Place(file, ("timeline", index, "date")), "events-out-of-order", {}, (note,))
            return


def _first_later(events: tuple[Event, ...], event: Event) -> int:
    return next(index for index, other in enumerate(events) if event.date.last < other.date.first)


def review_before_as_of(brief: Brief, file: str) -> Iterator[Finding]:
    """A day of review that had passed when the brief was last true."""
    if brief.review_by is not None and brief.review_by < brief.as_of:
        note = NotePlace(Place(file, ("as_of",)), "the brief is true up to this day")
        yield Finding(Place(file, ("review_by",)), "review-before-as-of", {}, (note,))


def changes_in_order(brief: Brief, file: str) -> Iterator[Finding]:
    """Changes are listed newest last."""
    for index, (earlier, later) in enumerate(itertools.pairwise(brief.changes), start=1):
        if later.date < earlier.date:
            note = NotePlace(Place(file, ("changes", index - 1, "date")), "this change is newer")
            yield Finding(Place(file, ("changes", index, "date")), "changes-out-of-order", {}, (note,))
            return
