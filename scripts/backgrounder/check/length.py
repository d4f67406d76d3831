"""A bottom line that is too long to be one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from backgrounder.diagnostics.diagnostic import Finding
from backgrounder.model.brief import Brief
from backgrounder.spans import Place

MOST_WORDS = 60
_WORD = re.compile(r"\S*\w\S*")


def long_bottom_line(brief: Brief, file: str) -> Iterator[Finding]:
    """A bottom line of more than sixty words."""
    words = len(_WORD.findall(brief.bottom_line))
    if words > MOST_WORDS:
        facts = {"count": str(words), "most": str(MOST_WORDS)}
        yield Finding(Place(file, ("bottom_line",)), "long-bottom-line", facts)
