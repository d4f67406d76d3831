"""The open questions of all briefs, in the order in which answers are due."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from backgrounder.model.brief import Brief, Question
from backgrounder.model.choices import BriefStatus
from backgrounder.model.clock import answer_is_dated, answer_is_overdue
from backgrounder.model.dates import DISTANT_FUTURE, Day

_OVERDUE = ("Overdue", "overdue")
_DATED = ("Answer expected", "expected")
_UNDATED = ("No date expected", "undated")


class Asked(msgspec.Struct, frozen=True):
    """A question with the brief that asks it."""

    brief: Brief
    question: Question

    @property
    def is_awaited(self) -> bool:
        """Whether it still waits for an answer, in a brief that is kept up to date."""
        return self.question.status.is_live and self.brief.status is not BriefStatus.ARCHIVED

    @property
    def due_key(self) -> tuple[object, ...]:
        """By the first day an answer may come, then in the order of briefs and within a brief."""
        expected = self.question.expected
        first = expected.first if expected else DISTANT_FUTURE
        return (first, self.brief.slug, self.brief.questions.index(self.question))


def asked(briefs: Iterable[Brief]) -> list[Asked]:
    """Every question, in the order of the briefs."""
    return [Asked(brief, question) for brief in briefs for question in brief.questions]


def awaited(briefs: Iterable[Brief], today: Day) -> list[Asked]:
    """Questions still waiting for an answer, overdue ones first, then by expected date."""
    live = [one for one in asked(briefs) if one.is_awaited]
    return sorted(live, key=lambda one: (not answer_is_overdue(one.question, today), *one.due_key))


class Shelf(msgspec.Struct, frozen=True):
    """Questions that wait for the same kind of thing."""

    title: str
    anchor: str
    questions: tuple[Asked, ...]


def shelved(awaiting: Iterable[Asked], today: Day) -> list[Shelf]:
    """The same questions in the same order: those overdue, those with a date, those without; no empty shelf."""
    shelves: dict[tuple[str, str], list[Asked]] = {_OVERDUE: [], _DATED: [], _UNDATED: []}
    for one in awaiting:
        is_dated = answer_is_dated(one.question)
        late = answer_is_overdue(one.question, today)
        shelves[_OVERDUE if late else _DATED if is_dated else _UNDATED].append(one)
    return [Shelf(*name, tuple(questions)) for name, questions in shelves.items() if questions]
