"""What has changed in a brief: its editions, and steps in the life of its questions."""

from __future__ import annotations

import msgspec

from backgrounder.link import Linked
from backgrounder.model.brief import Brief, Question
from backgrounder.model.dates import Day


class Step(msgspec.Struct, frozen=True):
    """One change: of a brief, or of one of its questions."""

    date: Day
    brief: Brief
    text: str
    number: int
    """Its place among those of the brief."""
    question: Question | None = None
    state: str = ""


def steps_of(brief: Brief) -> list[Step]:
    """Changes of the brief itself, then of its questions, each the last one first."""
    steps = [(change.date, change.text, None, "") for change in reversed(brief.changes)]
    steps += [
        (entry.date, entry.text, question, entry.status.label)
        for question in brief.questions
        for entry in reversed(question.log)
    ]
    return [
        Step(date, brief, text, number, question, state)
        for number, (date, text, question, state) in enumerate(steps)
    ]


def all_steps(linked: Linked) -> list[Step]:
    """Of all briefs, newest first; those of one day with changes of briefs before those of questions."""
    steps = [step for brief in linked.briefs for step in steps_of(brief)]
    ordered = sorted(steps, key=lambda step: step.question is not None)
    return sorted(ordered, key=lambda step: step.date, reverse=True)
