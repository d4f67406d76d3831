"""Finds the line and column of a place, by reading the file's nodes again.

Only files with a problem are parsed a second time, so records can do without positions.
"""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet

import msgspec

from backgrounder.diagnostics.diagnostic import FIRST_WRITTEN, Diagnostic, Finding, Note, diagnose
from backgrounder.load.nodes import Mapping as MappingNode
from backgrounder.load.nodes import Node, Sequence, parse
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
        return place if isinstance(place, Span) else _span(top(place.file), place, dropped)

    located = [
        diagnose(
            span(finding.place),
            finding.code,
            tuple(Note(span(note.place), note.text) for note in finding.notes),
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


def _span(node: Node | None, place: Place, dropped: AbstractSet[Span]) -> Span:
    """The span of the deepest node that the path still leads to."""
    if node is None:
        return Span(place.file)
    key_span = node.span
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
    return key_span if place.at_key else node.span
