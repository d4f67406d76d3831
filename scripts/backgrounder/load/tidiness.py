"""The form of a file that readers never see: spaces at the ends of lines, and the order of fields.

One remark for each file, however often: it is for ``--fix`` to mend, not for an author to count.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from backgrounder.diagnostics.diagnostic import Diagnostic, Edit, diagnose
from backgrounder.load.nodes import Mapping, Node, Scalar, Sequence
from backgrounder.spans import Span

_TRAILING = re.compile(r"[ \t]+$", re.MULTILINE)


class Disorder(NamedTuple):
    """A set of fields that are not in the order of the model."""

    node: Mapping
    order: tuple[str, ...]
    """The fields as they should follow each other."""


def trailing_spaces(text: str, file: str, node: Node | None) -> list[Diagnostic]:
    """Spaces at the ends of lines; in a text below ``|`` they may be meant, and stay."""
    if " \n" not in text and "\t\n" not in text and not text.endswith((" ", "\t")):
        return []
    kept = {line for start, end in _literal_lines(node) for line in range(start, end + 1)}
    edits = []
    for number, line in enumerate(text.split("\n"), start=1):
        found = _TRAILING.search(line)
        if found and number not in kept:
            edits.append(Edit(Span(file, number, found.start() + 1, number, len(line) + 1), ""))
    if not edits:
        return []
    count = "a line ends" if len(edits) == 1 else f"{len(edits):,} lines end"
    return [diagnose(edits[0].span, "trailing-space", edits=tuple(edits), count=count)]


def _literal_lines(node: Node | None) -> Iterator[tuple[int, int]]:
    match node:
        case Scalar(block="|"):
            yield node.span.line, node.span.end_line
        case Sequence():
            for item in node.items:
                yield from _literal_lines(item)
        case Mapping():
            for _, value in node.entries.values():
                yield from _literal_lines(value)


def field_order(disorders: Iterable[Disorder], text: str, file: str) -> list[Diagnostic]:
    """The first field of a file that stands before one it should follow, with what puts all in order.

    Only fields on lines of their own are moved, each with the comments right above it. Records inside a
    record that is moved wait for the next round.
    """
    lines = text.split("\n")
    moves: list[tuple[Disorder, Edit]] = []
    for disorder in sorted(disorders, key=lambda item: (item.node.span, -item.node.span.end_line)):
        edit = _reordered(disorder, lines, file)
        if edit and not any(_is_inside(edit.span, other.span) for _, other in moves):
            moves.append((disorder, edit))
    if not moves:
        return []
    key, before = _first_out_of_place(moves[0][0])
    span = moves[0][0].node.entries[key][0].span
    edits = tuple(edit for _, edit in moves)
    return [diagnose(span, "field-order", edits=edits, field=key, before=before)]


def _first_out_of_place(disorder: Disorder) -> tuple[str, str]:
    """A field, and the one that it should stand before."""
    rank = {key: number for number, key in enumerate(disorder.order)}
    keys = list(disorder.node.entries)
    later = next(key for key, above in zip(keys[1:], keys, strict=False) if rank[key] < rank[above])
    return later, next(key for key in keys if rank[key] > rank[later])


def _is_inside(span: Span, other: Span) -> bool:
    return other.line <= span.line and span.end_line <= other.end_line


def _reordered(disorder: Disorder, lines: list[str], file: str) -> Edit | None:
    """The edit that puts the fields of one record in order; None where they share lines."""
    keys = [key for key, _ in disorder.node.entries.values()]
    columns = {key.span.column for key in keys}
    starts = [key.span.line for key in keys]
    if len(columns) > 1 or len(set(starts)) < len(starts):
        return None
    indent = columns.pop() - 1
    head = lines[starts[0] - 1][:indent]
    if head.strip() not in ("", "-") or any(lines[start - 1][:indent].strip() for start in starts[1:]):
        return None
    chunks, last = _chunks(starts, indent, lines, disorder.node.span.end_line)
    names = list(disorder.node.entries)
    ordered = [chunks[names.index(name)] for name in disorder.order]
    blank = " " * indent
    body = [
        (head if number == 0 else blank) + chunk[0][indent:] if chunk[0].strip() else chunk[0]
        for number, chunk in enumerate(ordered)
    ]
    text = "\n".join("\n".join([first, *chunk[1:]]) for first, chunk in zip(body, ordered, strict=True))
    return Edit(Span(file, starts[0], 1, last, len(lines[last - 1]) + 1), text)


def _chunks(starts: list[int], indent: int, lines: list[str], end: int) -> tuple[list[list[str]], int]:
    """The lines of each field, comments right above it included, and the number of the last line."""
    tops = [starts[0]]
    for start in starts[1:]:
        top = start
        while top - 1 > tops[-1] and _is_comment(lines[top - 2], indent):
            top -= 1
        tops.append(top)
    last = min(end, len(lines))
    while last > starts[-1] and _is_beyond(lines[last - 1], indent):
        last -= 1
    bounds = [*tops, last + 1]
    return [lines[top - 1 : bottom - 1] for top, bottom in itertools.pairwise(bounds)], last


def _is_comment(line: str, indent: int) -> bool:
    return line.lstrip().startswith("#") and len(line) - len(line.lstrip()) == indent


def _is_beyond(line: str, indent: int) -> bool:
    """Whether a line at the end belongs to what follows: empty, or no further in than the fields."""
    return not line.strip() or len(line) - len(line.lstrip()) <= indent
