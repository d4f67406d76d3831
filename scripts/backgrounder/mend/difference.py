"""Shows what mending changes, as a unified difference."""

from __future__ import annotations

import difflib


def difference(name: str, before: str, after: str) -> str:
    """The difference of one file, without times, so that it is the same on any day."""
    lines = difflib.unified_diff(_lines(before), _lines(after), f"a/{name}", f"b/{name}")
    return "".join(
        line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines
    )


def _lines(text: str) -> list[str]:
    """The lines with their ends; ``splitlines`` would break them at other characters too."""
    *lines, last = text.split("\n")
    return [f"{line}\n" for line in lines] + ([last] if last else [])
