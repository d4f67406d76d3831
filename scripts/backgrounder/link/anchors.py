"""The permanent address of every part of a brief's page.

An anchor comes from the record's own id where it has one, else from its words, so that adding,
removing and moving other records leaves it alone. An author who rewords a statement and wants to
keep its address gives it an ``id``.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import Any

from backgrounder.model.brief import (
    Brief,
    Event,
    Involvement,
    Judgement,
    LogEntry,
    Position,
    Question,
    Record,
    Statement,
)
from backgrounder.model.corpus import walk
from backgrounder.spans import Path

_DIGEST_LENGTH = 8


def anchors(brief: Brief) -> dict[Path, str]:
    """The anchor of each addressable record of a brief, by path; no two are the same."""
    found: dict[Path, str] = {}
    taken: dict[str, int] = {}
    for path, record in walk(brief):
        anchor = _ANCHORS.get(type(record))
        if anchor:
            found[path] = _free(anchor(brief, path, record), taken)
    return found


def _by_words(kind: str) -> Callable[[Brief, Path, Any], str]:
    return lambda brief, path, record: f"{kind}-{record.id or _digest(record.text)}"


_ANCHORS: dict[type[Record], Callable[[Brief, Path, Any], str]] = {
    Question: lambda brief, path, record: f"question-{record.id}",
    Involvement: lambda brief, path, record: f"stakeholder-{record.who}",
    Position: lambda brief, path, record: f"position-{brief.questions[path[1]].id}-{record.who}",
    LogEntry: lambda brief, path, record: f"log-{brief.questions[path[1]].id}-{record.date.text}",
    Statement: _by_words("statement"),
    Event: _by_words("event"),
    Judgement: _by_words("judgement"),
}
"""The anchor that each kind of record would have, were it the only one of that name; others have none."""


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:_DIGEST_LENGTH]


def _free(wanted: str, taken: dict[str, int]) -> str:
    """``wanted``, or with the first free number after it; ``taken`` keeps the last number given out."""
    if wanted not in taken:
        taken[wanted] = 1
        return wanted
    free, number = wanted, taken[wanted]
    while free in taken:
        number += 1
        free = f"{wanted}-{number}"
    taken[wanted] = number
    taken.setdefault(free, 1)
    return free
