"""The lines of a file that a message shows, and which columns of them are marked.

A value of one or two lines is marked in full; of a longer one the first line is shown, and how far it
goes. A long line is cut to what stands around the value.
"""

from __future__ import annotations

import itertools
import re

import msgspec

from backgrounder.diagnostics.diagnostic import in_one_line
from backgrounder.diagnostics.terminal import head, revealed, runs_right_to_left, tail, visible, width
from backgrounder.spans import Span

WIDEST = 160
"""The most columns shown of a line, where nothing narrower is asked for."""

_FEWEST_TO_BE_FOUND = 3
_LETTERS_A_COLUMN = 4
"""Marks and joiners take no column of their own; more of them than this are not looked at."""
_LONGEST_REPEATED = 60


class Row(msgspec.Struct, frozen=True):
    """A line as it is shown, with what is marked of it."""

    number: str
    text: str
    indent: int
    """Columns before the marks."""
    marks: int


def marked_rows(span: Span, text: str | None, widest: int) -> tuple[Row, ...]:
    """The lines to show; none for a file as a whole, or where its text is not known."""
    lines = [] if text is None else text.split("\n")
    if span == Span(span.file) or span.line > len(lines):
        return ()
    stretches = _stretches(span, lines)
    shown = stretches if len(stretches) == 2 else stretches[:1]
    return tuple(_row(number, lines[number - 1], start, end, widest) for number, start, end in shown)


def place_words(span: Span, text: str, label: str, told: str) -> str:
    """What stands beside the marks: the label of a note, how far the value goes, and the value itself
    where marks alone may not lead to it.

    A terminal that shows Arabic or Hebrew from right to left moves the letters of such a line, not the
    marks below. A value that the message has named already is found without being told again.
    """
    lines = text.split("\n")
    stretches = _stretches(span, lines)
    last = stretches[-1][0]
    words = [label] if label else []
    if len(stretches) > 2:
        words.append(f"to line {last}")
    first, start, end = stretches[0]
    is_moved = any(runs_right_to_left(lines[number - 1]) for number, _, _ in stretches[:2])
    if is_moved and not _is_told(lines[first - 1][start:end], told):
        words = [f"{' '.join(words) or 'here'}: `{_value(lines, stretches)}`"]
    return " ".join(words)


def _is_told(marked: str, told: str) -> bool:
    """Whether a message names what is marked, or a part of it in backticks."""
    as_words = re.compile(rf"(?<!\w){re.escape(marked.strip())}(?!\w)")
    is_named = any(character.isalnum() for character in marked) and as_words.search(told)
    return bool(is_named) or any(part in marked for part in re.findall("`([^`]+)`", told))


def _stretches(span: Span, lines: list[str]) -> list[tuple[int, int, int]]:
    """The first, the next and the last line that a span covers some letters of, with columns from 0."""
    first = (span.line, *_first_columns(span, lines[span.line - 1]))
    numbers = range(span.line + 1, min(span.end_line, len(lines)) + 1)
    later = next(filter(None, (_stretch(span, lines, number) for number in numbers)), None)
    last = next(filter(None, (_stretch(span, lines, number) for number in reversed(numbers))), None)
    return [first, *dict.fromkeys(filter(None, (later, last)))]


def _stretch(span: Span, lines: list[str], number: int) -> tuple[int, int, int] | None:
    """What a span covers of a line below its first; None where that is nothing but white space."""
    line = lines[number - 1].rstrip()
    end = min(span.end_column - 1, len(line)) if number == span.end_line else len(line)
    start = len(line) - len(line.lstrip())
    return (number, start, end) if start < end else None


def _first_columns(span: Span, line: str) -> tuple[int, int]:
    start = span.column - 1
    if span.end_line != span.line:
        return start, max(start, len(line.rstrip()))
    return start, max(start, span.end_column - 1)


def _value(lines: list[str], stretches: list[tuple[int, int, int]]) -> str:
    """What is marked, in one line; of a single sign the words around it, which are easier to look for."""
    number, start, end = stretches[0]
    line = lines[number - 1]
    if len(stretches) == 1 and len(line[start:end].strip()) < _FEWEST_TO_BE_FOUND:
        before = re.search(r"\S*\s?$", line[:start])
        after = re.match(r"\S*\s?\S*", line[start:])
        return in_one_line((before or [""])[0] + (after or [""])[0], _LONGEST_REPEATED)
    parts = (lines[number - 1][start:end] for number, start, end in stretches[:2])
    return in_one_line(" ".join(itertools.chain(parts, "…" * (len(stretches) > 2))), _LONGEST_REPEATED)


def _row(number: int, line: str, start: int, end: int, widest: int) -> Row:
    before, marked, after = _cut(line[:start], line[start:end], line[end:], widest)
    shown = revealed(marked)
    return Row(str(number), visible(before) + shown + visible(after), width(before), max(1, width(shown)))


def _cut(before: str, marked: str, after: str, widest: int) -> tuple[str, str, str]:
    """The parts of a long line that fit: all of what is marked if possible, with something before it."""
    enough = widest * _LETTERS_A_COLUMN
    if len(before) > enough or width(before) > widest // 2:
        before = "…" + tail(before[-enough:], widest // 4)
    room = widest - width(before)
    if len(marked) > enough or width(marked) > room:
        return before, head(marked[:enough], room) + "…", ""
    room -= width(marked)
    is_whole = len(after) <= enough and width(after) <= room
    return before, marked, after if is_whole else head(after[:enough], room) + "…"
