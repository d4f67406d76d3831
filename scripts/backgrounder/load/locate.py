"""Finds the line and column of a place, by reading the file's nodes again.

Only files with a problem are parsed a second time, so records can do without positions.
"""

from __future__ import annotations

import bisect
import functools
import itertools
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet

import msgspec

from backgrounder.diagnostics.diagnostic import FIRST_WRITTEN, Diagnostic, Edit, Finding, Note, diagnose
from backgrounder.load.nodes import Mapping as MappingNode
from backgrounder.load.nodes import Node, Scalar, Sequence, parse
from backgrounder.spans import Place, Span


def locate(
    findings: Iterable[Finding], texts: Mapping[str, str], dropped: AbstractSet[Span] = frozenset()
) -> list[Diagnostic]:
    """The diagnostics for ``findings``, whose files' texts are in ``texts``.

    ``dropped`` are the list items that no record holds (``Loaded.dropped``), so they are not counted.
    """

    @functools.cache
    def top(file: str) -> Node | None:
        return parse(texts[file], file)[0]

    def span(place: Place | Span) -> Span:
        if isinstance(place, Span):
            return place
        node, key = _node(top(place.file), place, dropped)
        if place.words and isinstance(node, Scalar):
            return _words_span(texts[place.file], node.span, place) or _shown_span(node, key)
        return Span(place.file) if node is None else key if place.at_key else _shown_span(node, key)

    def edits(finding: Finding) -> tuple[Edit, ...]:
        if finding.mended is None:
            return ()
        where = finding.place
        if isinstance(where, Place):
            node = _node(top(where.file), where, dropped)[0]
            where = node.span if isinstance(node, Scalar) and not where.words else span(where)
        return (Edit(where, _as_quoted(texts[where.file], where, finding.mended)),)

    located = [
        diagnose(
            span(finding.place),
            finding.code,
            tuple(Note(span(note.place), note.text) for note in finding.notes),
            edits=edits(finding),
            **finding.facts,
        )
        for finding in findings
    ]
    return _in_order_of_the_file(located)


def _in_order_of_the_file(located: list[Diagnostic]) -> list[Diagnostic]:
    """The same problems, with what is written more than once reported at its later places.

    A check reads records field by field, so what it met first may stand further down in the file.
    """
    kept: list[Diagnostic] = []
    repeats: dict[tuple[str, str, str], list[Diagnostic]] = defaultdict(list)
    for item in located:
        if any(note.text == FIRST_WRITTEN for note in item.notes):
            repeats[item.span.file, item.code, item.message].append(item)
        else:
            kept.append(item)
    for items in repeats.values():
        spans = {item.span for item in items} | {note.span for item in items for note in item.notes}
        first, *later = sorted(spans)
        note = Note(first, FIRST_WRITTEN)
        kept += [msgspec.structs.replace(items[0], span=span, notes=(note,)) for span in later]
    return kept


def _node(top: Node | None, place: Place, dropped: AbstractSet[Span]) -> tuple[Node | None, Span]:
    """The deepest node that the path still leads to, and the span of its key."""
    if top is None:
        return None, Span(place.file)
    node, key_span = top, top.span
    for step in place.path:
        if isinstance(node, MappingNode) and step in node.entries:
            key, node = node.entries[step]
            key_span = key.span
        elif isinstance(node, Sequence) and isinstance(step, int):
            kept = [item for item in node.items if item.span not in dropped] if dropped else node.items
            if step >= len(kept):
                break
            node = kept[step]
            key_span = node.span
        elif step != 0:  # a single value written where a list may stand is its own first item
            break
    return node, key_span


def _shown_span(node: Node, key: Span) -> Span:
    """What is underlined of a node: a text below `>` by its key, a record by its first field."""
    if isinstance(node, Scalar) and node.block:
        return key
    if isinstance(node, MappingNode) and node.span.line != node.span.end_line and node.entries:
        return next(iter(node.entries.values()))[0].span
    return node.span


def _words_span(text: str, value: Span, place: Place) -> Span | None:
    """Where the words of a place stand in the file; None where they are written in another way there."""
    starts = list(itertools.accumulate((len(line) + 1 for line in text.split("\n")), initial=0))
    start = starts[value.line - 1] + value.column - 1
    end = min(starts[value.end_line - 1] + value.end_column - 1, len(text))
    pattern = r"\s+".join(re.escape(word) for word in place.words.split())
    found = next(itertools.islice(re.finditer(pattern, text[start:end]), place.nth, None), None)
    if found is None:
        return None
    first, last = start + found.start(), start + found.end()
    line, end_line = bisect.bisect_right(starts, first), bisect.bisect_right(starts, last)
    return Span(place.file, line, first - starts[line - 1] + 1, end_line, last - starts[end_line - 1] + 1)


def _as_quoted(text: str, where: Span, mended: str) -> str:
    """``mended`` in the quotation marks that the value it replaces has."""
    line = text.split("\n")[where.line - 1]
    written = line[where.column - 1 : where.end_column - 1]
    is_quoted = len(written) > 1 and written[0] == written[-1] and written[0] in "'\""
    return f"{written[0]}{mended}{written[0]}" if is_quoted else mended
