"""Many short texts as one string, so that one search tells in which of them anything stands."""

from __future__ import annotations

import bisect
import itertools
import re
from collections.abc import Iterable, Sequence

BETWEEN = "\0"
"""Stands between two texts and in none: neither a letter nor a space, so no word or pattern goes across."""


class Joined:
    """Some texts, joined."""

    def __init__(self, texts: Sequence[str]) -> None:
        self.whole = BETWEEN.join(texts)
        self._starts = list(itertools.accumulate((len(text) + 1 for text in texts), initial=0))

    def holding(self, words: Iterable[str]) -> list[int]:
        """The numbers of the texts in which any of ``words`` stands, be it as a part of another word."""
        found: set[int] = set()
        for word in words:
            at = self.whole.find(word)
            while at >= 0:
                number = bisect.bisect_right(self._starts, at) - 1
                found.add(number)
                at = self.whole.find(word, self._starts[number + 1])
        return sorted(found)

    def matching(self, pattern: re.Pattern[str]) -> list[int]:
        """The numbers of the texts in which ``pattern`` is found."""
        starts = {
            bisect.bisect_right(self._starts, found.start()) - 1 for found in pattern.finditer(self.whole)
        }
        return sorted(starts)
