"""Fields that are not in the order of the model, and the edit that puts them in order.

Only fields that each start a line of their own are moved: with the lines below them and the comments right
above them. Blank lines stay where they are, between the same numbers of fields. Records in braces are left
alone.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from backgrounder.diagnostics.diagnostic import Diagnostic, Edit, diagnose
from backgrounder.load.nodes import Mapping, Scalar
from backgrounder.spans import Span


class Disorder(NamedTuple):
    """A record whose fields are not in the order of the model."""

    node: Mapping
    order: tuple[str, ...]
    """The fields as they should follow each other."""


def field_order(disorders: Iterable[Disorder], text: str, file: str) -> list[Diagnostic]:
    """The first field of a file that stands after one it should precede, with what puts all in order.

    Records inside a record that is put in order wait until that has been done.
    """
    lines = text.split("\n") if disorders else []
    moves: list[tuple[Disorder, Edit]] = []
    for disorder in sorted(disorders, key=lambda item: (item.node.span, -item.node.span.end_line)):
        edit = _reordered(disorder, lines, file)
        if edit and not (moves and _is_inside(edit.span, moves[-1][1].span)):
            moves.append((disorder, edit))
    if not moves:
        return []
    key, before = _first_out_of_place(moves[0][0])
    span = moves[0][0].node.entries[key][0].span
    return [diagnose(span, "field-order", edits=tuple(edit for _, edit in moves), field=key, before=before)]


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
    node = disorder.node
    starts = [key.span.line for key, _ in node.entries.values()]
    indents = {key.span.column - 1 for key, _ in node.entries.values()}
    if len(indents) > 1 or len(set(starts)) < len(starts) or _is_in_braces(node, lines):
        return None
    indent = indents.pop()
    heads = [lines[start - 1][:indent].strip() for start in starts]
    if heads[0] not in ("", "-") or any(heads[1:]):
        return None
    chunks, last = _chunks(node, lines, indent)
    text = "\n".join(_in_order(dict(zip(node.entries, chunks, strict=True)), disorder.order, indent))
    return Edit(Span(file, starts[0], 1, last, len(lines[last - 1]) + 1), text)


def _is_in_braces(node: Mapping, lines: list[str]) -> bool:
    return lines[node.span.line - 1].startswith("{", node.span.column - 1)


def _in_order(chunks: dict[str, list[str]], order: Iterable[str], indent: int) -> Iterator[str]:
    """The lines of the fields in their new order; a list item's hyphen and the blank lines stay in place."""
    first = next(iter(chunks.values()))
    head, first[0] = first[0][:indent], " " * indent + first[0][indent:]
    for name, old in zip(order, list(chunks.values()), strict=True):
        field = _without_blank_end(chunks[name])
        yield from _headed(field, head) if head.strip() else field
        yield from old[len(_without_blank_end(old)) :]
        head = ""


def _headed(field: list[str], head: str) -> Iterator[str]:
    """A field with the hyphen of its list item; the comments above it stand above the hyphen then."""
    comments = list(itertools.takewhile(lambda line: line.lstrip().startswith("#"), field))
    yield from (head[: head.index("-")] + line.lstrip() for line in comments)
    key, *rest = field[len(comments) :]
    yield from [head + key[len(head) :], *rest]


def _without_blank_end(chunk: list[str]) -> list[str]:
    length = len(chunk)
    while length and not chunk[length - 1].strip():
        length -= 1
    return chunk[:length]


def _chunks(node: Mapping, lines: list[str], indent: int) -> tuple[list[list[str]], int]:
    """The lines of each field, comments right above it included, and the number of the last line."""
    entries = list(node.entries.values())
    tops = [entries[0][0].span.line]
    for (above, value), (key, _) in itertools.pairwise(entries):
        is_exact = isinstance(value, Scalar) and not value.block
        floor = value.span.end_line if is_exact else above.span.line
        top = key.span.line
        while top - 1 > floor and _is_comment(lines[top - 2], indent):
            top -= 1
        tops.append(top)
    last = _last_line(node, lines, indent)
    return [lines[top - 1 : end - 1] for top, end in itertools.pairwise([*tops, last + 1])], last


def _last_line(node: Mapping, lines: list[str], indent: int) -> int:
    """The last line of the last field; YAML takes a record to reach as far as what follows it."""
    last = min(node.span.end_line, len(lines))
    if node.span.end_column - 1 <= indent and last == node.span.end_line:
        last -= 1
    while not lines[last - 1].strip() or _is_comment(lines[last - 1], indent, or_less=True):
        last -= 1
    return last


def _is_comment(line: str, indent: int, or_less: bool = False) -> bool:
    width = len(line) - len(line.lstrip())
    return line.lstrip().startswith("#") and (width == indent or (or_less and width < indent))
