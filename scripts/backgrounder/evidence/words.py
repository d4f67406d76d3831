"""Texts as sequences of words, so that two of them can be compared without regard to typography.

What editors change freely is made alike here: the style of quotation marks, apostrophes, dashes and
spaces. Everything else, capital letters and commas among it, is kept.
"""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

_ALIKE = str.maketrans(
    {
        **dict.fromkeys("‘’‛ʼ′`´", "'"),
        **dict.fromkeys("“”„‟«»″‹›", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys("\u00a0\u2002\u2003\u2007\u2009\u200a\u202f\t\n", " "),
    }
)
"""One character for one, so that places in a text stay where they are."""

_IGNORED = re.compile("[\u00ad\u200b-\u200f\u061c\u2060\ufeff]")
"""Characters that shape letters or lines and are no part of what was said."""

_TOKEN = re.compile(
    r"(?P<word>\d+(?:[.,:/]\d+)*(?:st|nd|rd|th|s|bn|m|k)?\b|[^\W_]+(?:[\u200b-\u200f\u061c'·][^\W_]+)*[\u200c\u200d]*)"
    r"|(?P<gap>\.\.\.|…)|(?P<mark>[^\w\s\"'])"
)


class Token(NamedTuple):
    """A word, or a mark of punctuation, with its place in the text."""

    text: str
    start: int
    end: int
    is_word: bool


def alike(text: str) -> str:
    """The text with one style of quotation marks, apostrophes, dashes and spaces; every place is kept."""
    return text.translate(_ALIKE)


def tokens(text: str) -> list[Token]:
    """The words and marks of a text, quotation marks left out; three full stops are one mark."""
    found = []
    for match in _TOKEN.finditer(alike(text)):
        written = "…" if match["gap"] else _IGNORED.sub("", match[0])
        found.append(Token(written, match.start(), match.end(), match["word"] is not None))
    return found


def plain_words(text: str) -> list[str]:
    """The words of a text in small letters, hyphened and apostrophised ones taken apart, marks left out."""
    return re.findall(r"[^\W_]+", _IGNORED.sub("", unicodedata.normalize("NFC", text)).lower())
