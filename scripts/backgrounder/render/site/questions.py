"""All open questions in one tracker."""

from __future__ import annotations

from backgrounder import addresses
from backgrounder.link import Linked, Shelf, asked, awaited, edition_of_questions, shelved
from backgrounder.model.dates import Day
from backgrounder.render.site.page import Heading, Page, SearchEntry
from backgrounder.render.site.renderer import Renderer


def questions_page(renderer: Renderer) -> Page:
    """Overdue first, then by expected date, then the undated, then what is settled."""
    shelves = _shelves(renderer.linked, renderer.settings.today)
    live = awaited(renderer.linked.briefs, renderer.settings.today)
    rows = renderer.rows()
    return Page(
        address=addresses.QUESTIONS,
        scraps=rows.made,
        title="Open questions",
        description="Every open question, what would settle it, and when an answer is expected.",
        html=renderer.html(
            "questions",
            addresses.QUESTIONS,
            rows=rows,
            shelves=shelves,
            edition=edition_of_questions(live, renderer.linked.edition)
            if renderer.settings.handouts
            else None,
        ),
        headings=tuple(Heading(shelf.title, shelf.anchor) for shelf in shelves),
        search=(SearchEntry("Open questions", "What is asked, and what would settle it"),),
    )


def _shelves(linked: Linked, today: Day) -> list[Shelf]:
    settled = sorted((one for one in asked(linked.briefs) if not one.is_awaited), key=lambda one: one.due_key)
    shelves = shelved(awaited(linked.briefs, today), today)
    return [*shelves, Shelf("Settled or set aside", "settled", tuple(settled))] if settled else shelves
