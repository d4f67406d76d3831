"""What has changed, newest first: editions of briefs and steps in the life of questions."""

from __future__ import annotations

import msgspec

from backgrounder import addresses
from backgrounder.link import Linked
from backgrounder.model.brief import Brief, Question
from backgrounder.model.dates import Day
from backgrounder.render.site.page import Page, SearchEntry
from backgrounder.render.site.renderer import Renderer


class Step(msgspec.Struct, frozen=True):
    """One change: of a brief, or of one of its questions."""

    date: Day
    brief: Brief
    text: str
    question: Question | None = None
    state: str = ""


def changes_page(renderer: Renderer) -> Page:
    """Every change of every brief."""
    return Page(
        address=addresses.CHANGES,
        title="Changes",
        description="What has changed in the briefs and their questions, newest first.",
        html=renderer.html("changes", addresses.CHANGES, changes=_all_steps(renderer.linked)),
        search=(SearchEntry("Changes", "What has changed, newest first"),),
    )


def recent_changes(linked: Linked) -> list[Step]:
    """Changes of briefs, newest first."""
    return [step for step in _all_steps(linked) if step.question is None]


def _all_steps(linked: Linked) -> list[Step]:
    steps = [
        Step(change.date, brief, change.text) for brief in linked.briefs for change in reversed(brief.changes)
    ]
    steps += [
        Step(entry.date, brief, entry.text, question, entry.status.label)
        for brief in linked.briefs
        for question in brief.questions
        for entry in reversed(question.log)
    ]
    return sorted(steps, key=lambda step: step.date, reverse=True)
