"""What has changed in a brief: its editions, and steps in the life of its questions."""

from __future__ import annotations

from collections.abc import Iterable

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
    steps = changes_of(brief)
    for question in brief.questions:
        for entry in reversed(question.log):
            steps.append(Step(entry.date, brief, entry.text, len(steps), question, entry.status.label))
    return steps


def changes_of(brief: Brief) -> list[Step]:
    """Changes of the brief itself, the last one first."""
    return [
        Step(change.date, brief, change.text, number) for number, change in enumerate(reversed(brief.changes))
    ]


def all_steps(linked: Linked) -> list[Step]:
    """Of all briefs, newest first; those of one day with changes of briefs before those of questions."""
    steps = [step for brief in linked.briefs for step in steps_of(brief)]
    return _newest_first(sorted(steps, key=lambda step: step.question is not None))


def recent_changes(briefs: Iterable[Brief]) -> list[Step]:
    """Changes of these briefs, newest first."""
    return _newest_first([step for brief in briefs for step in changes_of(brief)])


def _newest_first(steps: list[Step]) -> list[Step]:
    return sorted(steps, key=lambda step: step.date.text, reverse=True)
