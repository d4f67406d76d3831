"""The permanent address of every part of a brief's page.

An anchor comes from the record's own id where it has one, else from its words, so that adding,
removing and moving other records leaves it alone. An author who rewords a statement and wants to
keep its address gives it an ``id``.
"""

from __future__ import annotations

import hashlib

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
        wanted = _anchor(brief, path, record)
        if wanted:
            found[path] = _free(wanted, taken)
    return found


def _anchor(brief: Brief, path: Path, record: Record) -> str | None:
    match record:
        case Question():
            return f"question-{record.id}"
        case Involvement():
            return f"stakeholder-{record.who}"
        case Position():
            return f"position-{brief.questions[path[1]].id}-{record.who}"
        case LogEntry():
            return f"log-{brief.questions[path[1]].id}-{record.date.text}"
        case Statement() | Event() | Judgement():
            name = type(record).__name__.lower()
            return f"{name}-{record.id or _digest(record.text)}"
        case _:
            return None


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:_DIGEST_LENGTH]


def _free(wanted: str, taken: dict[str, int]) -> str:
    """``wanted``, or with the first free number after it; ``taken`` keeps the last number given out."""
    free, number = wanted, taken.get(wanted, 1)
    while free in taken:
        number += 1
        free = f"{wanted}-{number}"
    taken[wanted] = number
    taken.setdefault(free, 1)
    return free
