"""All open questions in one tracker."""

from __future__ import annotations

import msgspec

from backgrounder import addresses
from backgrounder.link import Asked, Linked, asked, awaited
from backgrounder.model.clock import answer_is_dated, answer_is_overdue
from backgrounder.model.dates import Day
from backgrounder.render.site.page import Heading, Page, SearchEntry
from backgrounder.render.site.renderer import Renderer


class Shelf(msgspec.Struct, frozen=True):
    """Questions that wait for the same kind of thing."""

    title: str
    anchor: str
    questions: tuple[Asked, ...]


def questions_page(renderer: Renderer) -> Page:
    """Overdue first, then by expected date, then the undated, then what is settled."""
    shelves = _shelves(renderer.linked, renderer.settings.today)
    every = [one.question.ask for shelf in shelves for one in shelf.questions]
    return Page(
        address=addresses.QUESTIONS,
        title="Open questions",
        description="Every open question, what would settle it, and when an answer is expected.",
        html=renderer.html("questions", addresses.QUESTIONS, shelves=shelves),
        headings=tuple(Heading(shelf.title, shelf.anchor) for shelf in shelves),
        search=(SearchEntry("Open questions", " ".join(every)),),
        is_index=True,
    )


def _shelves(linked: Linked, today: Day) -> list[Shelf]:
    live = awaited(linked.briefs, today)
    overdue = [one for one in live if answer_is_overdue(one.question, today)]
    dated = [
        one for one in live if answer_is_dated(one.question) and not answer_is_overdue(one.question, today)
    ]
    undated = [one for one in live if not answer_is_dated(one.question)]
    settled = sorted((one for one in asked(linked.briefs) if not one.is_awaited), key=lambda one: one.due_key)
    shelves = [
        Shelf("Overdue", "overdue", tuple(overdue)),
        Shelf("Answer expected", "expected", tuple(dated)),
        Shelf("No date expected", "undated", tuple(undated)),
        Shelf("Settled or set aside", "settled", tuple(settled)),
    ]
    return [shelf for shelf in shelves if shelf.questions]
