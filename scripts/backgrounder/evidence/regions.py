"""Runs of a source's words in which a quotation may stand: one utterance each, or the reporter's own words.

A stretch of a quotation lies in one of them, so that words of a speaker never run on into those of the
reporter or of another speaker.
"""

from __future__ import annotations

import bisect
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from backgrounder.evidence.boundaries import Word
from backgrounder.evidence.utterances import Utterance
from backgrounder.evidence.words import Token


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
    tokens: dict[int, Sequence[Token]],
    utterances: Sequence[Utterance],
    numbers: Collection[int],
    *,
    speaks: bool = False,
) -> list[Region]:
    """Return the regions of some paragraphs, those of utterances first; ``speaks`` tells that the document speaks for
    itself, so that its own words run on through what it quotes.

    ``tokens`` has the words of each of these paragraphs. Of an utterance that goes on in a paragraph that is
    not asked for, only the part in those asked for is given.
    """
    found = [
        region
        for index, utterance in enumerate(utterances)
        if (region := _of_utterance(index, utterance, tokens, numbers))
    ]
    if speaks:
        return [*found, *(whole_text(tokens, [number]) for number in sorted(numbers) if tokens[number])]
    outermost = [one for one in utterances if one.parent is None]
    found += [region for number in sorted(numbers) for region in _outside(number, tokens[number], outermost)]
    return found


def whole_text(tokens: dict[int, Sequence[Token]], numbers: Collection[int]) -> Region:
    """Return the words of some paragraphs in one run, whoever speaks them."""
    words = tuple(
        Word(one.text, number, one.start, one.end) for number in sorted(numbers) for one in tokens[number]
    )
    return Region(words, tuple(word.text for word in words), None)


def _of_utterance(
    index: int, utterance: Utterance, tokens: dict[int, Sequence[Token]], numbers: Collection[int]
) -> Region | None:
    words = tuple(
        Word(one.text, stretch.paragraph, one.start, one.end)
        for stretch in utterance.stretches
        if stretch.paragraph in numbers
        for one in _between(tokens[stretch.paragraph], stretch.start, stretch.end)
    )
    return Region(words, tuple(word.text for word in words), index) if words else None


def _between(tokens: Sequence[Token], start: int, end: int) -> Sequence[Token]:
    first = bisect.bisect_left(tokens, start, key=lambda token: token.start)
    last = bisect.bisect_right(tokens, end, key=lambda token: token.end)
    return tokens[first:last]


def _outside(number: int, tokens: Sequence[Token], utterances: Sequence[Utterance]) -> Iterator[Region]:
    """Yield the runs of a paragraph's words between its utterances."""
    taken = sorted(
        (stretch.start, stretch.end)
        for utterance in utterances
        for stretch in utterance.stretches
        if stretch.paragraph == number
    )
    position = 0
    for start, end in (*taken, (tokens[-1].end + 1 if tokens else 0, 0)):
        words = tuple(Word(one.text, number, one.start, one.end) for one in _between(tokens, position, start))
        if words:
            yield Region(words, tuple(word.text for word in words), None)
        position = max(position, end)
