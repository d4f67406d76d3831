"""Gathers what is wrong with one file while its nodes become records."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable
from typing import Any

from backgrounder.diagnostics.diagnostic import MOST_PER_FILE, Diagnostic, Edit, Note, diagnose, in_one_line
from backgrounder.diagnostics.suggest import nearest, surely_meant
from backgrounder.load.field_order import Disorder
from backgrounder.load.nodes import Node, Scalar, Sequence
from backgrounder.model.kinds import Target
from backgrounder.model.reference import Reference
from backgrounder.spans import Span

MISSING: Any = object()
"""Stands for a value that could not be made; its fault has been reported."""

LONGEST_QUOTED = 60
"""How much of a wrong value a message repeats."""


class TooManyFaultsError(Exception):
    """The file has so many faults that it is not read further; all of them so far are in the report."""


class Report:
    """Gathers the diagnostics of one file, and what later stages need if the file has faults."""

    def __init__(self, file: str) -> None:
        self.found: list[Diagnostic] = []
        self.dropped: set[Span] = set()
        """List items that no record holds."""
        self.disordered: list[Disorder] = []
        """Records whose fields are not in the order of the model."""
        self._file = file
        self._references: list[tuple[Node, Target, str, int, str]] = []
        self._has_bad_references = False

    @property
    def is_faulty(self) -> bool:
        """Whether anything was wrong, or will be called wrong when references are followed."""
        return bool(self.found) or self._has_bad_references

    @property
    def references(self) -> list[Reference]:
        """All references, those in records that cannot be made included. Only files with a fault are asked."""
        return [
            Reference(target, value, node.span, paragraph, suggestion)
            for node, target, value, paragraph, suggestion in self._references
        ]

    def refer(self, node: Node, target: Target, value: str, paragraph: int = 0, suggestion: str = "") -> None:
        """Notes what ``node`` refers to; with a suggestion where that is neither an id nor a citation."""
        self._references.append((node, target, value, paragraph, suggestion))
        if suggestion:
            self._has_bad_references = True

    def add(
        self, node: Node, code: str, notes: tuple[Note, ...] = (), mended: str | None = None, **facts: str
    ) -> Any:
        """Notes a fault at ``node`` and returns MISSING, for the converter to return in turn.

        ``mended`` is what should stand there, where there is one right answer.

        Raises TooManyFaultsError where the file has more than can be worth showing.
        """
        if len(self.found) >= MOST_PER_FILE:
            self.found.append(diagnose(Span(self._file), "too-many-problems", most=str(MOST_PER_FILE)))
            raise TooManyFaultsError
        is_in_one_line = node.span.line == node.span.end_line
        edits = (Edit(node.span, mended),) if mended is not None and is_in_one_line else ()
        self.found.append(diagnose(node.span, code, notes, edits=edits, **facts))
        return MISSING

    def wrong_type(self, node: Node, what: str, wanted: str, example: str, mended: str | None = None) -> Any:
        """Notes that ``node`` is of another kind than ``what`` must be."""
        found = _found(node)
        return self.add(
            node, "wrong-type", mended=mended, what=what, wanted=wanted, found=found, example=example
        )

    def unknown_field(
        self, key: Scalar, record: str, fields: Iterable[str], written: Container[str]
    ) -> str | None:
        """Notes that ``record`` has no such field, and returns the one that was probably meant.

        ``written`` are the names that stand there; a field is not to stand there twice.
        """
        plain = re.sub(r"[\s-]+", "_", key.text.lower())
        meant = nearest(plain, fields)
        mended = plain if plain in fields else surely_meant(plain, fields)
        self.add(
            key,
            "unknown-field",
            mended=None if mended in written else mended,
            record=record,
            field=short(key.text),
            fields=", ".join(fields),
            help=f"did you mean `{meant}`?" if meant else "",
        )
        return meant


def short(text: str) -> str:
    """A wrong value as a message repeats it."""
    return in_one_line(text, LONGEST_QUOTED)


def _found(node: Node) -> str:
    if isinstance(node, Scalar):
        return f"the text `{short(node.text)}`" if node.text else "empty"
    return "a list" if isinstance(node, Sequence) else "a set of fields"
