"""Words that can turn a sense round, limit it, or say how much or when: what ``…`` and ``[ ]`` are read for.

Each language names its own; in one without rules there are no signals, and nothing is said of them.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping, Sequence
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
    HEDGE = "a hedge"
    LIMIT = "a limiting word"
    SUBJECT = "the subject of what follows"


class Sign(NamedTuple):
    """A signal found in a run of words."""

    signal: Signal
    index: int
    """The place of its first word in the run."""
    length: int
    """How many words it has."""


def signs(words: Sequence[str], language: Language | None, *, is_apart: bool = False) -> Iterator[Sign]:
    """Yield the signals in a run of words, in reading order.

    ``is_apart`` says that the words are an aside, or stand before what is quoted, where "no doubt" denies nothing.
    """
    if language is None:
        return
    small = [(word if word.isascii() else alike(word)).lower() for word in words]
    negating, conditions = _by_first_word(language.negating), _by_first_word(language.conditions)
    harmless, passed = _by_first_word(language.harmless if is_apart else ()), 0
    for index, word in enumerate(small):
        if length := _phrase_at(small, index, harmless):
            passed = index + length
        if index < passed:
            continue
        if (
            small[index + 1 : index + 2] == ["-"]
            and "-".join(small[index : index + 3 : 2]) in language.hedges
        ):
            yield Sign(Signal.HEDGE, index, 3)
        elif length := _phrase_at(small, index, negating):
            yield Sign(Signal.NEGATION, index, length)
        elif (length := _phrase_at(small, index, conditions)) > 1:
            yield Sign(Signal.CONDITION, index, length)
        elif is_negative(word, language):
            yield Sign(Signal.NEGATION, index, 1)
        elif length:
            yield Sign(Signal.CONDITION, index, length)
        elif length := _month_at(words, small, index, language):
            yield Sign(Signal.MONTH, index, length)
        elif word in language.hedges:
            yield Sign(Signal.HEDGE, index, 1)
        elif word in language.modals:
            yield Sign(Signal.MODAL, index, 1)
        elif word in language.limits:
            yield Sign(Signal.LIMIT, index, 1)
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


class _Phrases(NamedTuple):
    """Phrases in their words, the longest first."""

    by_first: Mapping[str, Sequence[Sequence[str]]]
    elided: Sequence[Sequence[str]]
    """Those whose first word is elided, so that it only begins a word of the text."""


@functools.lru_cache(maxsize=32)
def _by_first_word(phrases: tuple[str, ...]) -> _Phrases:
    """Return phrases by their first words, so that few of them are tried at each word of a text."""
    found: dict[str, list[list[str]]] = {}
    for parts in sorted((phrase.split() for phrase in phrases), key=len, reverse=True):
        found.setdefault(parts[0], []).append(parts)
    elided = [parts for first, several in found.items() if first.endswith("'") for parts in several]
    return _Phrases(found, elided)


def _phrase_at(words: Sequence[str], index: int, phrases: _Phrases) -> int:
    """Return how many words the longest of the phrases has that stands at an index; 0 where none does."""
    here = phrases.by_first.get(words[index], ())
    lengths = (len(parts) for parts in (*here, *phrases.elided) if _stands_at(words, index, parts))
    return max(lengths, default=0) if here or phrases.elided else 0


def _stands_at(words: Sequence[str], index: int, parts: Sequence[str]) -> bool:
    there = words[index : index + len(parts)]
    return len(there) == len(parts) and all(map(_is_part, there, parts))


def _is_part(word: str, part: str) -> bool:
    """Tell whether a word is this part of a phrase; an elided one begins the word: ``qu'`` that of ``qu'elle``."""
    return word == part or (part.endswith("'") and word.startswith(part))


def _month_at(words: Sequence[str], small: Sequence[str], index: int, language: Language) -> int:
    """Return how many words the month has that stands at an index; 0 where none does."""
    if language.capital_months and not words[index][:1].isupper():
        return 0
    return (
        1
        if small[index] in language.months
        else _phrase_at(small, index, _by_first_word(language.long_months))
    )
