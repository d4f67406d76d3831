"""Puts edits into the text of a file and leaves every other character as it was.

Spans count in the text as it is checked: without a byte-order mark, with line feeds alone. The text
here has both as the file has them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from backgrounder.diagnostics.diagnostic import Edit
from backgrounder.spans import Span

_MARK = "\ufeff"


def applied(text: str, edits: Iterable[Edit]) -> str:
    """``text`` with the edits made; where two overlap, the first in the file is made and the other left."""
    starts = _line_starts(text)
    pieces, done = [], 0
    for edit in sorted(set(edits)):
        start = _offset(edit.span.line, edit.span.column, starts, text)
        end = _offset(edit.span.end_line, edit.span.end_column, starts, text)
        if start < done or end < start:
            continue
        pieces += [text[done:start], _with_line_ends(edit.text, text[start:end], text)]
        done = end
    return "".join([*pieces, text[done:]])


def overlap(span: Span, other: Span) -> bool:
    """Whether two edits at these places would get in each other's way."""
    first, second = sorted([span, other])
    end = (first.end_line, first.end_column)
    return (second.line, second.column) < end or (span.line, span.column) == (other.line, other.column)


def _with_line_ends(new: str, old: str, text: str) -> str:
    """``new`` with the line ends of what it replaces, one by one; further ones as in the rest of the file."""
    if "\r\n" not in text:
        return new
    ends = iter(re.findall(r"\r?\n", old))
    return re.sub("\n", lambda _: next(ends, "\r\n"), new)


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
