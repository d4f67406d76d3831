"""The two forms of a problem: a ``Finding`` names a place, a ``Diagnostic`` knows line and column.

``check`` and ``link`` yield findings, because their records carry no positions; ``load`` yields
diagnostics, because it is reading the file. ``load.locate`` turns findings into diagnostics.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping

import msgspec

from backgrounder.diagnostics.catalogue import CATALOGUE
from backgrounder.diagnostics.rule import Severity
from backgrounder.spans import Place, Span

MOST_PER_FILE = 100
"""How many problems a stage reports of one file. A file with more is of another kind altogether, and
looking for near misses to each would take minutes."""

FIRST_WRITTEN = "first written here"
"""What a note says of the earlier of two places; ``load.locate`` knows which one that is."""

_LONGEST_FACT = 400


class Note(msgspec.Struct, frozen=True, order=True):
    """A second place that helps to understand the problem, as in "first defined here"."""

    span: Span
    text: str


class Edit(msgspec.Struct, frozen=True, order=True):
    """What would stand in place of a stretch of a file, exactly as it would be written there."""

    span: Span
    text: str


class Diagnostic(msgspec.Struct, frozen=True, order=True):
    """A problem at a known position. Sorts by position, then by code."""

    span: Span
    code: str
    message: str
    """What is wrong, in one line."""
    help: str = ""
    """What to write instead; may be empty."""
    notes: tuple[Note, ...] = ()
    severity: Severity = Severity.ERROR
    """The catalogue's, unless the desk has set another."""
    edits: tuple[Edit, ...] = ()
    """What mends the file, where there is one right answer; all of them together."""


class NotePlace(msgspec.Struct, frozen=True):
    """A note whose position is not known yet."""

    place: Place | Span
    text: str


class Finding(msgspec.Struct, frozen=True):
    """A problem at a named place, or at a position where that is already known."""

    place: Place | Span
    code: str
    facts: dict[str, str] = {}
    """What fills the blanks of the catalogue's words."""
    notes: tuple[NotePlace, ...] = ()
    mended: str | None = None
    """The value that should stand there, where there is one right answer."""


def diagnose(
    span: Span, code: str, notes: tuple[Note, ...] = (), *, edits: tuple[Edit, ...] = (), **facts: str
) -> Diagnostic:
    """The diagnostic that the catalogue words for ``code``; ``facts`` fill its blanks.

    Facts are made to fit one line. A fact named ``help`` takes the place of the catalogue's own help.
    Raises KeyError for a code that the catalogue does not hold.
    """
    rule = CATALOGUE[code]
    facts = {name: in_one_line(fact) for name, fact in facts.items()}
    help_text = facts.pop("help", "") or rule.help.format(**facts)
    message = rule.message.format(**facts)
    return Diagnostic(span, code, message, help_text, notes, rule.severity, edits)


def weighed(
    diagnostics: Iterable[Diagnostic], severities: Mapping[str, Severity | None]
) -> tuple[Diagnostic, ...]:
    """The diagnostics with the severities that a desk has set, by code; those set to None left out."""
    return tuple(
        msgspec.structs.replace(item, severity=severities[item.code]) if item.code in severities else item
        for item in diagnostics
        if severities.get(item.code, item.severity) is not None
    )


def in_one_line(text: str, most: int = _LONGEST_FACT) -> str:
    """``text`` without line breaks, cut with an ellipsis where it is longer than ``most`` characters."""
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 1]}…"


def at_most(findings: Iterable[Finding], file: str) -> list[Finding]:
    """The findings of one file; where there are too many, the first of them and one that says so."""
    found = list(itertools.islice(findings, MOST_PER_FILE + 1))
    if len(found) > MOST_PER_FILE:
        found[MOST_PER_FILE] = Finding(Place(file), "too-many-problems", {"most": str(MOST_PER_FILE)})
    return found
