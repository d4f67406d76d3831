"""The edit that puts a value in quotation marks, where YAML would twist or refuse it without.

Only a value that stands whole in one line is touched, and only where reading the file again finds the
line in order and the text as it was written.
"""

from __future__ import annotations

import re

from backgrounder.diagnostics.diagnostic import Edit
from backgrounder.spans import Span

_FIELD = re.compile(r"(?P<before>\s*(?:- +)?[A-Za-z_][\w-]*: +|\s*- +)(?P<value>\S.*?)(?P<after>\s*)")
_SPECIAL_START = "@`%&*!>|#,?:-"


def quoting_edit(text: str, file: str, line_number: int) -> Edit | None:
    """Quotation marks around the value in a line; None where that could not be right."""
    lines = text.split("\n")
    line = lines[line_number - 1] if line_number <= len(lines) else ""
    found = _FIELD.fullmatch(line)
    if not found or _goes_on(lines, line_number, line) or not _needs_marks(found["value"]):
        return None
    start = found.start("value") + 1
    span = Span(file, line_number, start, line_number, start + len(found["value"]))
    return Edit(span, quoted(found["value"]))


def _goes_on(lines: list[str], line_number: int, line: str) -> bool:
    """Whether the value continues below: the next line of text stands further in than this field."""
    below = next((other for other in lines[line_number:] if other.strip()), "")
    key = re.match(r"\s*(?:- +)?", line)
    return len(below) - len(below.lstrip()) > len(key[0] if key else "")


def _needs_marks(value: str) -> bool:
    """Whether a text is one that YAML would misread; an open quotation mark or bracket may miss its end."""
    if value[0] in "'\"[{":
        return False
    return value[0] in _SPECIAL_START or ": " in value or value.endswith(":") or " #" in value


def quoted(value: str) -> str:
    """``value`` in the quotation marks that change least of it."""
    if '"' not in value and "\\" not in value:
        return f'"{value}"'
    return "'" + value.replace("'", "''") + "'"
