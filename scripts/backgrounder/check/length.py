"""A bottom line that is too long to be one."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from backgrounder.check.underline import underlined
from backgrounder.diagnostics.diagnostic import Finding
from backgrounder.model.brief import Brief
from backgrounder.patterns import late_pattern

MOST_WORDS = 60
_WORD = late_pattern(r"\S*\w\S*")


def long_bottom_line(brief: Brief, file: str) -> Iterator[Finding]:
    """A bottom line of more than sixty words, underlined from the first that is too many. English only."""
    if not brief.language.startswith("en"):
        return
    text = brief.bottom_line
    if len(text.split()) <= MOST_WORDS:  # some of which may be no words but dashes
        return
    words = len(_WORD.findall(text))
    if words > MOST_WORDS:
        too_many = next(itertools.islice(_WORD.finditer(text), MOST_WORDS, None)).start()
        place = underlined(file, ("bottom_line",), text, too_many, len(text))
        yield Finding(place, "long-bottom-line", {"count": str(words), "most": str(MOST_WORDS)})
