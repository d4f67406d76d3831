"""Texts as sequences of words, so that two of them can be compared without regard to typography.

What editors change freely is made alike here: the style of quotation marks, apostrophes, dashes and
spaces. Everything else, capital letters and commas among it, is kept.
"""

from __future__ import annotations

import functools
import unicodedata
from typing import NamedTuple

from backgrounder.patterns import late_pattern

_ALIKE = {
    **dict.fromkeys("‘’‛ʼ′`´", "'"),
    **dict.fromkeys("“”„‟«»″‹›", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    **dict.fromkeys("\u00a0\u2002\u2003\u2007\u2009\u200a\u202f\t\n", " "),
}
"""One character for one, so that places in a text stay where they are."""

_ODD = late_pattern(f"[{''.join(_ALIKE)}]")
_IGNORED = late_pattern("[\u00ad\u200b-\u200f\u061c\u2060\ufeff]")
"""Characters that shape letters or lines and are no part of what was said."""

_TOKEN = late_pattern(
    r"\d+(?:[.,:/]\d+)*(?:st|nd|rd|th|s|bn|m|k)?\b"
    r"|[^\W_]+(?:[\u200b-\u200f\u061c'·][^\W_]+)*[\u200c\u200d]*"
    r"|\.\.\.|[^\w\s\"']"
)


_LETTERS = late_pattern(r"[^\W_]+")


class Token(NamedTuple):
    """A word, or a mark of punctuation, with its place in the text."""

    text: str
    start: int
    end: int


@functools.lru_cache(maxsize=512)  # several comparisons ask for one text, one after the other
def alike(text: str) -> str:
    """The text with one style of quotation marks, apostrophes, dashes and spaces; every place is kept."""
    return _ODD.sub(lambda found: _ALIKE[found[0]], text)


def tokens(text: str) -> list[Token]:
    """The words and marks of a text, quotation marks left out; three full stops are one mark."""
    found = []
    has_ignored = not text.isascii() and _IGNORED.search(text)
    for match in _TOKEN.finditer(alike(text)):
        written = match[0]
        if has_ignored:
            written = _IGNORED.sub("", written)
        found.append(Token("…" if written == "..." else written, *match.span()))
    return found


@functools.lru_cache(maxsize=512)
def plain_words(text: str) -> tuple[str, ...]:
    """The words of a text in small letters, hyphened and apostrophised ones taken apart, marks left out."""
    if not text.isascii():
        text = _IGNORED.sub("", unicodedata.normalize("NFC", text))
    return tuple(_LETTERS.findall(text.lower()))


def in_small_letters(text: str) -> str:
    """The text in one typography and in small letters, every place kept."""
    plain = alike(text)
    small = plain.lower()
    return small if len(small) == len(plain) else plain
