"""Sentences and clauses of a run of words: where they end, and what stands around a stretch of them.

Works on the words that ``words.tokens`` gives. A full stop behind an abbreviation of the language, or
behind a single initial, ends no sentence.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from backgrounder.evidence.languages import Language

TERMINALS = frozenset(".!?؟。！？")
_PAUSES = frozenset(",;:-،؛、，")
_LONGEST_ORDINAL = 2
_LONGEST_SENTENCE = 1_000
"""In words, to each side."""


class Word(NamedTuple):
    """A word or mark of a source, with the paragraph it stands in."""

    text: str
    paragraph: int
    start: int
    end: int


def is_mark(word: Word) -> bool:
    """Tell whether it is a mark of punctuation."""
    return not word.text[0].isalnum()


def is_pause(word: Word) -> bool:
    """Tell whether it is a comma, a dash or another mark within a sentence."""
    return word.text in _PAUSES


def sentence_around(words: Sequence[Word], index: int, language: Language | None) -> tuple[int, int]:
    """Return where the sentence that holds a word starts and ends, the end exclusive.

    A new paragraph starts a new one. Words further away than ``_LONGEST_SENTENCE`` are not looked at.
    """
    lowest, highest = max(0, index - _LONGEST_SENTENCE), min(len(words), index + _LONGEST_SENTENCE)
    start, end = index, index + 1
    while start > lowest and not _starts_sentence(words, start, language):
        start -= 1
    while end < highest and not _starts_sentence(words, end, language):
        end += 1
    return start, end


def _starts_sentence(words: Sequence[Word], index: int, language: Language | None) -> bool:
    before, here = words[index - 1], words[index]
    if here.paragraph != before.paragraph:
        return True
    return not is_mark(here) and _ends_sentence(words, index - 1, language)


def _ends_sentence(words: Sequence[Word], index: int, language: Language | None) -> bool:
    """Tell whether the mark at an index, or one right before it, ends a sentence."""
    while index >= 0 and is_mark(words[index]) and words[index].text not in TERMINALS:
        if is_pause(words[index]):
            return False
        index -= 1
    if index < 0 or words[index].text not in TERMINALS:
        return False
    return words[index].text != "." or not _is_abbreviation(words, index, language)


def _is_abbreviation(words: Sequence[Word], stop: int, language: Language | None) -> bool:
    """Tell whether a full stop belongs to the word before it."""
    if not stop or words[stop - 1].end != words[stop].start:
        return False
    before = words[stop - 1].text
    if len(before) == 1 and before.isupper() and before != "I":
        return True
    if (
        language is not None
        and language.ordinal_stop
        and before.isdigit()
        and len(before) <= _LONGEST_ORDINAL
    ):
        return True
    if language is None or before.lower() not in language.abbreviations:
        return False
    return before.lower() not in language.counting_stops or _counts(words, stop + 1)


def _counts(words: Sequence[Word], index: int) -> bool:
    return index < len(words) and words[index].text[0].isdigit()
