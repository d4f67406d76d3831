"""What a handout gives up, and in which order, where a brief is too long for its pages.

First each list is brought down to its core: the glossary goes, then background, what to watch and the
positions of questions, past events, stakeholders and questions, one at a time, the last listed first and of
events the oldest. Only then do the cores go, and open questions last of all. The title, the bottom line, key
points, judgements and the list of sources are never left out.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import msgspec

from backgrounder.model.brief import Brief, Question, Statement, StatementGroup


class Cut(NamedTuple):
    """One thing that is left out."""

    part: str
    """A field of the brief, or the field of one of its questions."""
    index: int
    question: int = -1
    """The question whose detail is left out; -1 for a part of the brief itself."""


_CORES = (4, 4, 4, 2)
"""How much of background, past events, stakeholders and questions is kept as long as anything else can go."""


class LeftOut(NamedTuple):
    """How many of each part of a brief a handout leaves out."""

    terms: int = 0
    background: int = 0
    timeline: int = 0
    questions: int = 0
    stakeholders: int = 0
    details: int = 0
    """Questions of which something is left out that are not left out themselves."""


def cuts(brief: Brief) -> tuple[Cut, ...]:
    """Everything that may be left out, what is missed least first."""
    background = [Cut("background", index) for index in _last_first(_statements(brief))]
    past = [Cut("timeline", index) for index in _oldest_first(brief, planned=False)]
    coming = [Cut("timeline", index) for index in reversed(_oldest_first(brief, planned=True))]
    stakeholders = [Cut("stakeholders", index) for index in _last_first(brief.stakeholders)]
    questions = _settled_first(brief)
    lists = (background, past, stakeholders, questions)
    beyond = [cuts[: max(0, len(cuts) - core)] for cuts, core in zip(lists, _CORES, strict=True)]
    core = [cuts[len(extra) :] for cuts, extra in zip(lists, beyond, strict=True)]
    found = [Cut("terms", index) for index in _last_first(brief.terms)]
    found += beyond[0] + _details(brief, "watch") + _details(brief, "positions")
    found += beyond[1] + beyond[2] + beyond[3]
    found += core[0] + _details(brief, "known") + core[1] + core[2] + coming + core[3]
    return tuple(found)


def without(brief: Brief, left_out: Iterable[Cut]) -> Brief:
    """The brief as if these parts of it had not been written."""
    gone = set(left_out)
    return msgspec.structs.replace(
        brief,
        terms=_kept(brief.terms, gone, "terms"),
        background=_background(brief, gone),
        timeline=_kept(brief.timeline, gone, "timeline"),
        questions=_questions(brief, gone),
        stakeholders=_kept(brief.stakeholders, gone, "stakeholders"),
    )


def counted(left_out: Iterable[Cut]) -> LeftOut:
    """How many of each part are left out."""
    gone = list(left_out)
    whole = {part: sum(cut.question < 0 and cut.part == part for cut in gone) for part in LeftOut._fields}
    dropped = {cut.index for cut in gone if cut.part == "questions"}
    shortened = {cut.question for cut in gone if cut.question >= 0} - dropped
    return LeftOut(**{**whole, "details": len(shortened)})


def _details(brief: Brief, part: str) -> list[Cut]:
    return [
        Cut(part, 0, number)
        for number in _last_first(brief.questions)
        if getattr(brief.questions[number], part)
    ]


def _settled_first(brief: Brief) -> list[Cut]:
    """Questions that have their answer, then those that have not; of each the last listed first."""
    order = sorted(_last_first(brief.questions), key=lambda index: brief.questions[index].status.is_live)
    return [Cut("questions", index) for index in order]


def _last_first(items: tuple | list) -> range:
    return range(len(items) - 1, -1, -1)


def _oldest_first(brief: Brief, *, planned: bool) -> list[int]:
    chosen = [index for index, event in enumerate(brief.timeline) if event.planned is planned]
    return sorted(chosen, key=lambda index: (brief.timeline[index].date.sort_key, index))


def _kept(items: tuple, gone: set[Cut], part: str) -> tuple:
    return tuple(item for index, item in enumerate(items) if Cut(part, index) not in gone)


def _statements(brief: Brief) -> list[Statement]:
    """The statements of the background in reading order, whatever they are grouped under."""
    found: list[Statement] = []
    for item in brief.background:
        found += item.statements if isinstance(item, StatementGroup) else (item,)
    return found


def _background(brief: Brief, gone: set[Cut]) -> tuple[Statement | StatementGroup, ...]:
    """What is left of the background; a group of which nothing is left goes with its heading."""
    found: list[Statement | StatementGroup] = []
    number = 0
    for item in brief.background:
        statements = item.statements if isinstance(item, StatementGroup) else (item,)
        left = tuple(
            statement
            for index, statement in enumerate(statements, number)
            if Cut("background", index) not in gone
        )
        number += len(statements)
        if isinstance(item, StatementGroup) and left:
            found.append(msgspec.structs.replace(item, statements=left))
        else:
            found += left
    return tuple(found)


def _questions(brief: Brief, gone: set[Cut]) -> tuple[Question, ...]:
    return tuple(
        _shortened(question, {cut.part for cut in gone if cut.question == number})
        for number, question in enumerate(brief.questions)
        if Cut("questions", number) not in gone
    )


def _shortened(question: Question, parts: set[str]) -> Question:
    return msgspec.structs.replace(question, **dict.fromkeys(parts, ())) if parts else question
