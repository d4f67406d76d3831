"""Many short texts as one string, so that one search tells in which of them anything stands.

What no text holds is told by looks at all of them that are cheaper than a search: at their digits, at their
capitals, at their words. A pattern that starts with one certain letter, be it a nought, leaps from one to the
next, which is many times faster than trying each letter for a digit.
"""

from __future__ import annotations

import bisect
import functools
import itertools
import re
from collections.abc import Iterable, Sequence

from backgrounder.patterns import late_pattern

BETWEEN = "\0"
"""Stands between two texts and in none: neither a letter nor a space, so no word or pattern goes across."""

_ENCODING = ("utf-8", "surrogatepass")
_NOUGHTS = bytes(ord("0") if chr(byte).isdigit() and byte < 128 else byte for byte in range(256))
_LATIN = bytes(byte for byte in range(256) if byte < 0xD9 or byte == 0xE2)
"""The bytes of letters before those of Arabic, and of the dashes and quotation marks of print. None of these
letters is a digit, but those of ASCII.
"""
_CAPITALS = bytes(ord("A") if chr(byte) in "ABCDEFGHIJKLMNOPQRSTUVWXYZ&" else ord(" ") for byte in range(256))
_LETTERS = bytes(
    ord(chr(byte).lower()) if byte < 128 and (chr(byte).isalnum() or chr(byte) == "_") else ord(" ")
    for byte in range(256)
)
_FOLDED = {"\u017f": "s", "\u212a": "k", "\u0130": "i", "\u0131": "i"}
"""All other letters that a pattern takes for one of ASCII where it heeds no capitals."""
_DIGIT = late_pattern(r"\d")


def in_noughts(text: str) -> str:
    """``text`` with a nought for each digit of any script."""
    data = text.encode(*_ENCODING)
    if data.translate(None, _LATIN):
        return _DIGIT.sub("0", text)
    return data.translate(_NOUGHTS).decode(*_ENCODING)


def in_plain_letters(text: str) -> str:
    """``text`` in small letters, so that what a pattern of ASCII finds that heeds no capitals stands in it."""
    return _unfolded(text).lower()


def _unfolded(text: str) -> str:
    if not text.isascii():
        for letter, plain in _FOLDED.items():
            text = text.replace(letter, plain)
    return text


def plain_words(text: str) -> frozenset[str]:
    """Every run of letters of ASCII, digits and underscores in ``text``, in small letters.

    Whatever word of such letters a pattern finds in the text, heeding capitals or not, is among them.
    """
    return frozenset(_unfolded(text).encode(*_ENCODING).translate(_LETTERS).decode("ascii").split())


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
        return self._texts_at(pattern.finditer(self.whole))

    def matching_in_noughts(self, pattern: re.Pattern[str]) -> list[int]:
        """The same with a nought for each digit in the texts."""
        return self._texts_at(pattern.finditer(self.in_noughts))

    def _texts_at(self, matches: Iterable[re.Match[str]]) -> list[int]:
        return sorted({bisect.bisect_right(self._starts, found.start()) - 1 for found in matches})

    @functools.cached_property
    def in_noughts(self) -> str:
        """All of them with a nought for each digit."""
        return in_noughts(self.whole)

    @functools.cached_property
    def may_have_capitals(self) -> bool:
        """Whether two capitals may stand side by side; "&" counts as one."""
        return b"AA" in self.whole.encode(*_ENCODING).translate(_CAPITALS)
