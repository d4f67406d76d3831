"""Figures that stand at each other's places: "2,500 troops and 900 tanks" for "900 troops and 2,500 tanks".

Each figure has surroundings: the words of its part of the sentence. Two figures of ours are exchanged where
each shares words with the surroundings of the other in the source, and none with its own.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from backgrounder.evidence.figures import FRACTION, PERCENT, Figure
from backgrounder.evidence.languages import Language
from backgrounder.evidence.languages.quantities import quantities_of
from backgrounder.evidence.supporting import has_value, supports
from backgrounder.evidence.words import in_small_letters
from backgrounder.patterns import late_pattern

_WORD = late_pattern(r"[^\W\d_][\w'-]*")
_END_OF_PART = late_pattern(r"[,;:()]\s|\s[-–—]\s")
_END_OF_SENTENCE = late_pattern(r"[.!?](?=\s+\S)(?!\s+[a-z])")
_STEM = 5
_IDLE = frozenset(
    "about around some nearly almost more than less least most with from into that this have".split()
)


class Placed(NamedTuple):
    """A figure with the words of its part of the sentence, by their first letters."""

    figure: Figure
    words: frozenset[str]


def placed(text: str, found: Sequence[Figure], language: Language) -> list[Placed]:
    """The figures of a text with the words around them."""
    plain = in_small_letters(text)
    ends = _ends_of_parts(plain, language)
    sentences = [0, *(end.end() for end in _END_OF_SENTENCE.finditer(plain)), len(plain)]
    surroundings = []
    for number, figure in enumerate(found):
        low = max(item for item in sentences if item <= figure.start)
        high = min((item for item in sentences if item >= figure.end), default=len(plain))
        before = max((item for item in ends if low < item <= figure.start), default=low)
        behind = min((item for item in ends if figure.end <= item < high), default=high)
        left = found[number - 1] if number else None
        right = found[number + 1] if number + 1 < len(found) else None
        if left and left.end > before:
            before = figure.start
        if right and right.start < behind:
            behind = right.start
        words = _stems(plain[before : figure.start], plain[figure.end : behind], figure)
        surroundings.append(Placed(figure, words))
    return surroundings


def _ends_of_parts(plain: str, language: Language) -> list[int]:
    ends = [found.start() for found in _END_OF_PART.finditer(plain)]
    for word in quantities_of(language.tag).conjunctions:
        ends += [found.start() for found in re.finditer(rf"(?<!\w){re.escape(word)}(?!\w)", plain)]
    return sorted(ends)


def _stems(before: str, behind: str, figure: Figure) -> frozenset[str]:
    words = {
        word[:_STEM] for word in _WORD.findall(f"{before} {behind}") if len(word) >= 3 and word not in _IDLE
    }
    words |= {noun[:_STEM] for noun in figure.nouns}
    if step := re.search(r"\b(from|to|by)\s(?:\w+\s)?(?:[$€£])?\Z", before):
        words.add(f"{step[1]} …")
    return frozenset(words)


def exchanged(here: Sequence[Placed], there: Sequence[Placed]) -> Iterator[tuple[Figure, Figure, str, str]]:
    """Pairs of our figures that the source has at each other's places, with what it has for each."""
    for one, other in itertools.combinations(here, 2):
        if one.figure.span or other.figure.span or one.figure.values & other.figure.values:
            continue
        ones = [item for item in there if _has(item.figure, one.figure)]
        others = [item for item in there if _has(item.figure, other.figure)]
        pairs = [(first, second) for first in ones for second in others if first is not second]
        if pairs and all(_is_crossed(one, other, *pair) for pair in pairs):
            first, second = pairs[0]
            yield one.figure, other.figure, _shown(first), _shown(second)


def _has(there: Figure, here: Figure) -> bool:
    if {there.unit, here.unit} == {FRACTION, PERCENT}:
        return supports(there, here)
    return has_value(there, here)


def _is_crossed(one: Placed, other: Placed, first: Placed, second: Placed) -> bool:
    """Whether each of our figures shares words only with the other one's place in the source."""
    own_first, own_second = first.words - second.words, second.words - first.words
    said_one, said_other = one.words - other.words, other.words - one.words
    straight = len(said_one & own_first) + len(said_other & own_second)
    crossed = min(len(said_one & own_second), len(said_other & own_first))
    return straight == 0 and crossed >= 1


def misplaced(here: Iterable[Placed], there: Sequence[Placed]) -> Iterator[tuple[Figure, str, str]]:
    """Single figures of ours that count what the source counts with another number, while it counts something
    else with theirs; with what it has of each."""
    for item in here:
        noun = _noun(item.figure)
        same = [other for other in there if _has(other.figure, item.figure)]
        if not noun or not same or any(_noun(other.figure) in ("", noun) for other in same):
            continue
        if any(
            noun in {word[:_STEM] for word in other.figure.nouns} or noun in other.words for other in same
        ):
            continue
        rivals = [other for other in there if other not in same and _noun(other.figure) == noun]
        if rivals:
            yield item.figure, _shown(same[0]), _shown(rivals[0])


def _noun(figure: Figure) -> str:
    """What is counted, where a plural shows it."""
    plural = (word for word in figure.nouns if word in _PLURALS or (word.endswith("s") and word[-2:] != "ss"))
    return next(plural, "")[:_STEM]


_PLURALS = frozenset(("people", "men", "women", "children", "police"))


def _shown(item: Placed) -> str:
    """A figure with what it counts, as the source has it."""
    figure = item.figure
    nouns = (
        []
        if figure.unit and figure.nouns[:1] and figure.shown.lower().endswith(figure.nouns[0])
        else figure.nouns
    )
    return " ".join([figure.shown, *nouns[:2]])
