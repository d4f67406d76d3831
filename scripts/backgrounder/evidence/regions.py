"""Runs of a source's words in which a quotation may stand: one utterance each, or the reporter's own words.

A stretch of a quotation lies in one of them, so that words of a speaker never run on into those of the
reporter or of another speaker.
"""

from __future__ import annotations

import bisect
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from backgrounder.evidence.boundaries import Word
from backgrounder.evidence.utterances import Utterance


class Region(NamedTuple):
    """A run of words."""

    words: tuple[Word, ...]
    texts: tuple[str, ...]
    """The words alone, for looking things up."""
    utterance: int | None
    """The index of the utterance it is; None for words outside all of them."""

    def holds(self, first: Word, last: Word) -> bool:
        """Tell whether the words from ``first`` to ``last`` are all in it."""
        mine = self.words
        return (mine[0].paragraph, mine[0].start) <= (first.paragraph, first.start) and (
            last.paragraph,
            last.end,
        ) <= (mine[-1].paragraph, mine[-1].end)


def regions_of(
    words: Mapping[int, Sequence[Word]],
    utterances: Sequence[tuple[int, Utterance]],
    numbers: Collection[int],
    *,
    speaks: bool = False,
) -> list[Region]:
    """Return the regions of some paragraphs, those of utterances first; ``speaks`` tells that the document speaks for
    itself, so that its own words run on through what it quotes.

    ``words`` has those of each of these paragraphs, ``utterances`` all that stand in them, each with its number. Of
    an utterance that goes on in a paragraph that is not asked for, only the part in those asked for is given.
    """
    found = [
        region
        for index, utterance in utterances
        if (region := _of_utterance(index, utterance, words, numbers))
    ]
    if speaks:
        return [*found, *(whole_text(words, [number]) for number in sorted(numbers) if words[number])]
    taken: dict[int, list[tuple[int, int]]] = {number: [] for number in numbers}
    for _, utterance in utterances:
        for stretch in utterance.stretches if utterance.parent is None else ():
            taken.setdefault(stretch.paragraph, []).append((stretch.start, stretch.end))
    return found + [
        region for number in sorted(numbers) for region in _outside(words[number], sorted(taken[number]))
    ]


def whole_text(words: Mapping[int, Sequence[Word]], numbers: Collection[int]) -> Region:
    """Return the words of some paragraphs in one run, whoever speaks them."""
    return _region([word for number in sorted(numbers) for word in words[number]], None)


def _region(words: Sequence[Word], utterance: int | None) -> Region:
    return Region(tuple(words), tuple([word.text for word in words]), utterance)


def _of_utterance(
    index: int, utterance: Utterance, words: Mapping[int, Sequence[Word]], numbers: Collection[int]
) -> Region | None:
    found = [
        word
        for stretch in utterance.stretches
        if stretch.paragraph in numbers
        for word in _between(words[stretch.paragraph], stretch.start, stretch.end)
    ]
    return _region(found, index) if found else None


def _between(words: Sequence[Word], start: int, end: int) -> Sequence[Word]:
    first = bisect.bisect_left(words, start, key=lambda word: word.start)
    last = bisect.bisect_right(words, end, key=lambda word: word.end)
    return words[first:last]


def _outside(words: Sequence[Word], taken: Sequence[tuple[int, int]]) -> Iterator[Region]:
    """Yield the runs of a paragraph's words between its utterances, which stand at the places ``taken``."""
    position = 0
    for start, end in (*taken, (words[-1].end + 1 if words else 0, 0)):
        if found := _between(words, position, start):
            yield _region(found, None)
        position = max(position, end)
