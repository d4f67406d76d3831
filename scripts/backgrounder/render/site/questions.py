"""All open questions in one tracker."""

from __future__ import annotations

import msgspec

from backgrounder import addresses
from backgrounder.link import Linked
from backgrounder.model.brief import Brief, Question
from backgrounder.model.choices import BriefStatus
from backgrounder.model.clock import answer_is_dated, answer_is_overdue
from backgrounder.model.dates import DISTANT_FUTURE, Day
from backgrounder.render.site.page import Heading, Page, SearchEntry
from backgrounder.render.site.renderer import Renderer


class Asked(msgspec.Struct, frozen=True):
    """A question with the brief that asks it."""

    brief: Brief
    question: Question


class Shelf(msgspec.Struct, frozen=True):
    """Questions that wait for the same kind of thing."""

    title: str
    anchor: str
    questions: tuple[Asked, ...]


def questions_page(renderer: Renderer) -> Page:
    """Overdue first, then by expected date, then the undated, then what is settled."""
    shelves = _shelves(renderer.linked, renderer.settings.today)
    every = [asked.question.ask for shelf in shelves for asked in shelf.questions]
    return Page(
        address=addresses.QUESTIONS,
        title="Open questions",
        description="Every open question, what would settle it, and when an answer is expected.",
        html=renderer.html("questions", addresses.QUESTIONS, shelves=shelves),
        headings=tuple(Heading(shelf.title, shelf.anchor) for shelf in shelves),
        search=(SearchEntry("Open questions", " ".join(every)),),
        is_index=True,
    )


def awaited(linked: Linked, today: Day) -> list[Asked]:
    """Questions still waiting for an answer, overdue ones first, then by expected date."""
    live = [asked for asked in _asked(linked) if _is_awaited(asked)]
    return sorted(live, key=lambda asked: (not answer_is_overdue(asked.question, today), *_due_key(asked)))


def _shelves(linked: Linked, today: Day) -> list[Shelf]:
    live = awaited(linked, today)
    overdue = [asked for asked in live if answer_is_overdue(asked.question, today)]
    dated = [
        asked
        for asked in live
        if answer_is_dated(asked.question) and not answer_is_overdue(asked.question, today)
    ]
    undated = [asked for asked in live if not answer_is_dated(asked.question)]
    settled = sorted((asked for asked in _asked(linked) if not _is_awaited(asked)), key=_due_key)
    shelves = [
        Shelf("Overdue", "overdue", tuple(overdue)),
        Shelf("Answer expected", "expected", tuple(dated)),
        Shelf("No date expected", "undated", tuple(undated)),
        Shelf("Settled or set aside", "settled", tuple(settled)),
    ]
    return [shelf for shelf in shelves if shelf.questions]


def _asked(linked: Linked) -> list[Asked]:
    return [Asked(brief, question) for brief in linked.briefs for question in brief.questions]


def _is_awaited(asked: Asked) -> bool:
    return asked.question.status.is_live and asked.brief.status is not BriefStatus.ARCHIVED


def _due_key(asked: Asked) -> tuple[object, ...]:
    """By the first day an answer may come, then in the order of briefs and within a brief."""
    expected = asked.question.expected
    first = expected.first if expected else DISTANT_FUTURE
    return (first, asked.brief.slug, asked.brief.questions.index(asked.question))
