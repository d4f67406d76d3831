"""Ordinals in a text with what they number: "the third round", "the 21st session"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from backgrounder.evidence.languages import Language
from backgrounder.evidence.languages.quantities import quantities_of
from backgrounder.evidence.words import in_small_letters, plain_words
from backgrounder.patterns import late_pattern

_DIGITS = late_pattern(r"(?<![\w.,])(\d{1,3})(?:st|nd|rd|th)\b")
_NOUN = late_pattern(r"[\s-](?:[^\W\d_][\w'-]*\s)?([^\W\d_][\w'-]{2,})")
_NO_NOUN = frozenset("of the for and that since time half day".split())


class Ordinal(NamedTuple):
    """A number in a row, and the noun behind it."""

    start: int
    end: int
    shown: str
    number: int
    nouns: frozenset[str]
    """The one or two words behind it."""


def ordinals(text: str, language: Language) -> list[Ordinal]:
    """The ordinals of a text with the words behind them, in reading order."""
    known = quantities_of(language.tag).ordinals
    has_word = bool(known) and not known.keys().isdisjoint(plain_words(text))
    if not has_word and not _DIGITS.search(text):
        return []
    plain = in_small_letters(text)
    found = [*_in_digits(plain, text, language)]
    if has_word:
        for match in re.finditer(rf"(?<![\w-])(?:{'|'.join(known)})(?![\w-])", plain):
            if nouns := _nouns(plain, match.end(), language):
                found.append(Ordinal(*match.span(), text[slice(*match.span())], known[match[0]], nouns))
    return sorted(found)


def _in_digits(plain: str, text: str, language: Language) -> Iterator[Ordinal]:
    for match in _DIGITS.finditer(plain):
        if nouns := _nouns(plain, match.end(), language):
            yield Ordinal(*match.span(), text[slice(*match.span())], int(match[1]), nouns)


def _nouns(plain: str, end: int, language: Language) -> frozenset[str]:
    """The two words behind an ordinal; none where it is a day of the month."""
    words = re.findall(r"[^\W\d_][\w'-]*|[^\s\w-]", plain[end : end + 40])[:2]
    if not words or words[0] in _NO_NOUN or not words[0][0].isalpha() or words[0] in language.months:
        return frozenset()
    return frozenset(word for word in words if word not in _NO_NOUN and len(word) > 2)


def rivals(here: Ordinal, there: list[Ordinal]) -> list[Ordinal]:
    """The ordinals of a source that number the same thing otherwise, where none numbers it alike."""
    same = [other for other in there if here.nouns & other.nouns]
    return [] if any(other.number == here.number for other in same) else same
