"""The form of a file that readers never see: spaces at the ends of lines, and the order of fields.

One remark of a kind for each file, however often: it is for ``--fix`` to mend, not for an author to count.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from backgrounder.diagnostics.diagnostic import Diagnostic, Edit, diagnose
from backgrounder.load.field_order import Disorder, field_order
from backgrounder.load.nodes import Mapping, Node, Scalar, Sequence, parse
from backgrounder.spans import Span


def remarks(text: str, file: str, disorders: Iterable[Disorder]) -> list[Diagnostic]:
    """What could be tidier in a file without a fault of form."""
    return [*trailing_spaces(text, file), *field_order(disorders, text, file)]


def trailing_spaces(text: str, file: str) -> list[Diagnostic]:
    """Spaces and tabs at the ends of lines; those that belong to a text, as below ``|``, stay."""
    if " \n" not in text and "\t\n" not in text and not text.endswith((" ", "\t")):
        return []
    edits = list(_without_spaces(text, file))
    kept = _lines_that_need_them(text, file)
    edits = [edit for edit in edits if edit.span.line not in kept]
    if not edits:
        return []
    count = "a line ends" if len(edits) == 1 else f"{len(edits):,} lines end"
    return [diagnose(edits[0].span, "trailing-space", edits=tuple(edits), count=count)]


def _without_spaces(text: str, file: str) -> Iterator[Edit]:
    for number, line in enumerate(text.split("\n"), start=1):
        length = len(line.rstrip(" \t"))
        if length < len(line):
            yield Edit(Span(file, number, length + 1, number, len(line) + 1), "")


def _lines_that_need_them(text: str, file: str) -> set[int]:
    """The lines of texts that would be read differently without the spaces at the ends of lines."""
    tidied = "\n".join(line.rstrip(" \t") for line in text.split("\n"))
    before, after = parse(text, file)[0], parse(tidied, file)[0]
    spans = _changed(before, after)
    return {number for span in spans for number in range(span.line, span.end_line + 1)}


def _changed(before: Node | None, after: Node | None) -> Iterator[Span]:
    """Where two readings of a file differ, beyond how many spaces stand between words."""
    match before, after:
        case Scalar(), Scalar():
            if _as_shown(before.text) != _as_shown(after.text):
                yield before.span
        case Sequence(), Sequence():
            for item, other in zip(before.items, after.items, strict=True):
                yield from _changed(item, other)
        case Mapping(), Mapping():
            for (_, value), (_, other) in zip(before.entries.values(), after.entries.values(), strict=True):
                yield from _changed(value, other)


def _as_shown(text: str) -> str:
    return re.sub(r"[ \t]+", " ", text.strip())
