"""The edit that puts a text in quotation marks, where YAML would twist or refuse it without.

Only a text that stands whole in the line of its field or hyphen is touched, and only where a text is what
the field takes. A text that starts with ``>`` or ``|`` is left to its author: the sign may be meant.
"""

from __future__ import annotations

import functools
import re
import types
import typing
from collections.abc import Iterator
from typing import Any

from backgrounder.diagnostics.diagnostic import Edit
from backgrounder.model.brief import Brief, Record
from backgrounder.model.kinds import Field, TextKind
from backgrounder.model.registry import Registry
from backgrounder.patterns import late_pattern
from backgrounder.spans import Span

_FIELD = late_pattern(r"\s*(?:- +)?(?P<field>[a-z_]+): +(?P<value>[^\s#].*|#[^\s#].*)")
_ITEM = late_pattern(r"(?P<indent>\s*)- +(?P<value>\S.*)")
_PARENT = late_pattern(r"\s*(?:- +)?(?P<field>[a-z_]+):\s*(?:#.*)?")
_COMMENT = late_pattern(r"\s+#+(?:\s.*)?$")
"""A sign with a space behind it is a comment; one with a word right behind it was meant as text."""

_SECOND_FIELD = late_pattern(r"\s{2,}[a-z_]+:(?:\s|$)")
"""Two fields whose line end was lost, more likely than a text."""

_SPECIAL_START = "@`%&*!#,?:"
_CLOSING = {"[": "]", "{": "}"}
_WORDS = (TextKind.PLAIN, TextKind.LINE, TextKind.PROSE)


def quoting_edit(text: str, file: str, line_number: int) -> Edit | None:
    """Quotation marks around the text in a line; None where that could not be right."""
    lines = text.split("\n")
    line = lines[line_number - 1] if line_number <= len(lines) else ""
    found = _text_in(line, lines[: line_number - 1])
    if not found or _goes_on(lines[line_number:], line):
        return None
    value = _COMMENT.sub("", found["value"]).rstrip()
    if not value or _SECOND_FIELD.search(value) or not _needs_marks(value):
        return None
    start = found.start("value") + 1
    return Edit(Span(file, line_number, start, line_number, start + len(value)), quoted(value))


def quoted(value: str) -> str:
    """``value`` in the quotation marks that change least of it."""
    if '"' not in value and "\\" not in value:
        return f'"{value}"'
    return "'" + value.replace("'", "''") + "'"


def _text_in(line: str, above: list[str]) -> re.Match[str] | None:
    """The text of a line, where its field takes a text, or where it is an item in a list of texts."""
    found = _FIELD.fullmatch(line)
    if found:
        return found if found["field"] in _text_fields()[0] else None
    found = _ITEM.fullmatch(line)
    return found if found and _parent(above, found["indent"]) in _text_fields()[1] else None


def _parent(above: list[str], indent: str) -> str:
    """The field that the items with this indentation belong to."""
    for line in reversed(above):
        width = len(line) - len(line.lstrip())
        is_sibling = line.lstrip().startswith("-") and width == len(indent)
        if line.strip() and width <= len(indent) and not is_sibling:
            found = _PARENT.fullmatch(line)
            return found["field"] if found else ""
    return ""


def _goes_on(below: list[str], line: str) -> bool:
    """Whether the value continues: the next line of text stands further in than this field."""
    other = next((other for other in below if other.strip()), "")
    key = re.match(r"\s*(?:- +)?", line)
    return len(other) - len(other.lstrip()) > len(key[0] if key else "")


def _needs_marks(value: str) -> bool:
    """Whether a text is one that YAML would misread."""
    if value[0] in "'\"":
        return _goes_on_after_quotation(value)
    if value[0] in _CLOSING:
        opening, closing = value[0], _CLOSING[value[0]]
        return value.count(opening) == value.count(closing) == 1 and value[-1] != closing
    return value[0] in _SPECIAL_START or ": " in value or value.endswith(":") or " #" in value


def _goes_on_after_quotation(value: str) -> bool:
    """Whether a text starts with a quotation that is closed and goes on after it.

    An odd mark may be an apostrophe or a mark that was never closed; marks at both ends may be YAML's own.
    """
    mark = value[0]
    count = value.count(mark)
    is_paired = count == 2 if mark == "'" else count % 2 == 0
    return is_paired and value[-1] != mark and "\\" not in value


@functools.cache
def _text_fields() -> tuple[frozenset[str], frozenset[str]]:
    """The fields that take a text in every record that has them, and those that take a list of texts."""
    hints = [item for record in _records(Brief, Registry) for item in _hints(record).items()]
    sets = []
    for is_wanted in (_is_text, _is_list_of_texts):
        names = {name for name, hint in hints if is_wanted(hint)}
        sets.append(frozenset(names - {name for name, hint in hints if not is_wanted(hint)}))
    return sets[0], sets[1]


def _records(*tops: type[Record]) -> set[type[Record]]:
    found: set[type[Record]] = set()
    waiting: list[Any] = list(tops)
    while waiting:
        hint = waiting.pop()
        if isinstance(hint, type) and issubclass(hint, Record):
            if hint not in found:
                found.add(hint)
                waiting += _hints(hint).values()
        else:
            waiting += typing.get_args(hint)
    return found


def _hints(record: type[Record]) -> dict[str, Any]:
    return typing.get_type_hints(record, include_extras=True)


def _is_text(hint: Any) -> bool:
    if typing.get_origin(hint) in (typing.Union, types.UnionType):
        return any(map(_is_text, typing.get_args(hint)))
    return any(isinstance(mark, Field) and mark.kind in _WORDS for mark in _marks(hint))


def _is_list_of_texts(hint: Any) -> bool:
    return typing.get_origin(hint) is tuple and _is_text(typing.get_args(hint)[0])


def _marks(hint: Any) -> Iterator[Any]:
    if typing.get_origin(hint) is typing.Annotated:
        yield from typing.get_args(hint)[1:]
