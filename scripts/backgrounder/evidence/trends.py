"""Whether a figure is told of something that rose or of something that fell.

A trend belongs to a figure where its word stands before it in the same clause, or right behind it ("12 percent
higher"). A clause that denies has no trend.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from backgrounder.evidence.figures import Figure
from backgrounder.evidence.languages import Language
from backgrounder.evidence.languages.quantities import DOWN, UP, quantities_of
from backgrounder.evidence.words import in_small_letters
from backgrounder.patterns import late_pattern

_WORD = late_pattern(r"[^\W\d_][\w'-]*")
_CLAUSE = late_pattern(
    r"[,;:.!?](?=\s)|\b(?:and|but|while|whereas|although|as|after|when|et|mais|und|aber)\b"
)
_BESIDE = frozenset(("up", "down", "more", "less", "fewer", "higher", "lower", "plus", "minus"))
"""Words that say a trend only beside a figure: "up 5 percent", "5 percent fewer"."""
_NOUNS_TOO = frozenset(("growth", "croissance", "gains", "losses"))
"""Words that also name what rises or falls, and count where no other does: "growth fell to 2 percent"."""
_AFTER = 40
_STEM = 4


class Trend(NamedTuple):
    """The way a figure went, ``rise`` or ``fall``, with the words for it and for the thing."""

    way: str
    shown: str
    about: frozenset[str]
    """Beginnings of the words of its clause."""


def trend_of(figure: Figure, text: str, language: Language) -> Trend | None:
    """The trend that a figure is told of; None where there is none, or where the clause denies it."""
    words = quantities_of(language.tag)
    if not words.rising:
        return None
    plain = in_small_letters(text)
    start = _start_of_clause(plain, figure.start)
    before = plain[start : figure.start]
    found = _before(before, words.rising, words.falling) or _behind(
        plain[figure.end : figure.end + _AFTER], words.rising, words.falling, figure
    )
    denied = not language.negations.isdisjoint(_WORD.findall(before)) or "n't" in before
    if not found or denied:
        return None
    way, shown = found
    about = frozenset(
        word[:_STEM] for word in _WORD.findall(plain[start : figure.end + _AFTER]) if len(word) >= _STEM
    )
    return Trend(way, shown, about - {shown[:_STEM]})


def _start_of_clause(plain: str, place: int) -> int:
    """Where the clause of a figure begins; a clause without a word of its own goes with the one before."""
    starts = [found.end() for found in _CLAUSE.finditer(plain, 0, place)]
    return starts[-1] if starts else 0


def _before(text: str, rising: frozenset[str], falling: frozenset[str]) -> tuple[str, str] | None:
    """The last trend word before a figure."""
    words = _WORD.findall(text)
    places = sorted(
        range(len(words)), key=lambda place: (words[place] not in _NOUNS_TOO, place), reverse=True
    )
    for place in places:
        word = words[place]
        if word in _BESIDE and (place < len(words) - 2 or words[place + 1 :][:1] in (["to"], ["than"])):
            continue
        if word in rising or word in falling:
            return (UP if word in rising else DOWN), word
    return None


def _behind(
    text: str, rising: frozenset[str], falling: frozenset[str], figure: Figure
) -> tuple[str, str] | None:
    """A trend word right behind a figure: "5 percent higher", "a 5 percent drop in", "2,000 fewer troops"."""
    for word in re.findall(r"[^\W\d_][\w'-]*|[,;.:()]", text)[:2]:
        if not word[0].isalpha():
            return None
        if word in rising or word in falling:
            return (UP if word in rising else DOWN), word
    return None
