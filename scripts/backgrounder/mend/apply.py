"""Puts edits into the text of a file and leaves every other character as it was.

Spans count in the text as it is checked: without a byte-order mark, with line feeds alone. The text
here has both as the file has them.
"""

from __future__ import annotations

from collections.abc import Iterable

from backgrounder.diagnostics.diagnostic import Edit
from backgrounder.spans import Span

_MARK = "\ufeff"


def applied(text: str, edits: Iterable[Edit]) -> str:
    """``text`` with the edits made; where two overlap, the first in the file is made and the other left."""
    starts = _line_starts(text)
    newline = "\r\n" if "\r\n" in text else "\n"
    pieces, done = [], 0
    for edit in sorted(set(edits)):
        start, end = _offset(edit.span.line, edit.span.column, starts, text), _end(edit.span, starts, text)
        if start < done or end < start:
            continue
        pieces += [text[done:start], edit.text.replace("\n", newline)]
        done = end
    return "".join([*pieces, text[done:]])


def _line_starts(text: str) -> list[int]:
    starts, offset = [0], text.find("\n")
    while offset >= 0:
        starts.append(offset + 1)
        offset = text.find("\n", offset + 1)
    return starts


def _offset(line: int, column: int, starts: list[int], text: str) -> int:
    if line > len(starts):
        return len(text)
    mark = 1 if line == 1 and text.startswith(_MARK) else 0
    return min(starts[line - 1] + mark + column - 1, len(text))


def _end(span: Span, starts: list[int], text: str) -> int:
    return _offset(span.end_line, span.end_column, starts, text)
