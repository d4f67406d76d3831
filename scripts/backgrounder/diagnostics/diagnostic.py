"""The two forms of a problem: a ``Finding`` names a place, a ``Diagnostic`` knows line and column.

``check`` and ``link`` yield findings, because their records carry no positions; ``load`` yields
diagnostics, because it is reading the file. ``load.locate`` turns findings into diagnostics.
"""

from __future__ import annotations

import msgspec

from backgrounder.diagnostics.catalogue import CATALOGUE, Severity
from backgrounder.spans import Place, Span


class Note(msgspec.Struct, frozen=True, order=True):
    """A second place that helps to understand the problem, as in "first defined here"."""

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

    @property
    def severity(self) -> Severity:
        return CATALOGUE[self.code].severity


class NotePlace(msgspec.Struct, frozen=True):
    """A note whose position is not known yet."""

    place: Place
    text: str


class Finding(msgspec.Struct, frozen=True):
    """A problem at a named place."""

    place: Place
    code: str
    facts: dict[str, str] = {}
    """What fills the blanks of the catalogue's words."""
    notes: tuple[NotePlace, ...] = ()


def diagnose(span: Span, code: str, notes: tuple[Note, ...] = (), **facts: str) -> Diagnostic:
    """The diagnostic that the catalogue words for ``code``; ``facts`` fill its blanks.

    A fact named ``help`` takes the place of the catalogue's own help. Raises KeyError for a code that
    the catalogue does not hold.
    """
    rule = CATALOGUE[code]
    help_text = facts.pop("help", "") or rule.help.format(**facts)
    return Diagnostic(span, code, rule.message.format(**facts), help_text, notes)
