"""Words that can turn a sense round, limit it, or say how much or when: what ``…`` and ``[ ]`` are read for.

Each language names its own; in one without rules there are no signals, and nothing is said of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from backgrounder.evidence.languages import Language
from backgrounder.evidence.words import alike


class Signal(StrEnum):
    """A kind of word that changes what a sentence says; the value is what messages call it."""

    NEGATION = "a negation"
    CONDITION = "a condition"
    NUMBER = "a number"
    MONTH = "a month"
    MODAL = "a modal verb"
    SUBJECT = "the subject of what follows"


class Sign(NamedTuple):
    """A signal found in a run of words."""

    signal: Signal
    index: int
    """The place of its first word in the run."""
    length: int
    """How many words it has."""


def signs(words: Sequence[str], language: Language | None) -> Iterator[Sign]:
    """Yield the signals in a run of words, in reading order."""
    if language is None:
        return
    small = [alike(word).lower() for word in words]
    for index, word in enumerate(small):
        if length := _phrase_at(small, index, language.negating):
            yield Sign(Signal.NEGATION, index, length)
        elif (length := _phrase_at(small, index, language.conditions)) > 1:
            yield Sign(Signal.CONDITION, index, length)
        elif is_negative(word, language):
            yield Sign(Signal.NEGATION, index, 1)
        elif length:
            yield Sign(Signal.CONDITION, index, length)
        elif length := _month_at(words, small, index, language):
            yield Sign(Signal.MONTH, index, length)
        elif word in language.modals:
            yield Sign(Signal.MODAL, index, 1)
        elif is_number(word, language):
            yield Sign(Signal.NUMBER, index, 1)


def is_negative(word: str, language: Language) -> bool:
    """Tell whether a word in small letters denies something."""
    return (
        word in language.negations
        or word in language.denials
        or word.endswith(language.negative_endings or ("\0",))
        or word.startswith(language.negative_beginnings or ("\0",))
    )


def is_number(word: str, language: Language) -> bool:
    """Tell whether a word in small letters is a number, in digits or in words; "one" is a pronoun as often."""
    value = language.numbers.get(word)
    return word[:1].isdigit() or word in language.scales or (value is not None and value != 1)


def _phrase_at(words: Sequence[str], index: int, phrases: Sequence[str]) -> int:
    """Return how many words the longest of the phrases has that stands at an index; 0 where none does."""
    lengths = (
        len(parts)
        for phrase in phrases
        if _is_part(words[index], (parts := phrase.split())[0])
        and len(there := words[index : index + len(parts)]) == len(parts)
        and all(_is_part(word, part) for word, part in zip(there, parts, strict=True))
    )
    return max(lengths, default=0)


def _is_part(word: str, part: str) -> bool:
    """Tell whether a word is this part of a phrase; an elided one begins the word: ``qu'`` that of ``qu'elle``."""
    return word == part or (part.endswith("'") and word.startswith(part))


def _month_at(words: Sequence[str], small: Sequence[str], index: int, language: Language) -> int:
    """Return how many words the month has that stands at an index; 0 where none does."""
    if language.capital_months and not words[index][:1].isupper():
        return 0
    return 1 if small[index] in language.months else _phrase_at(small, index, language.long_months)
