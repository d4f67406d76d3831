"""Figures that stand at each other's places: "2,500 troops and 900 tanks" for "900 troops and 2,500 tanks".

Each figure has surroundings: the words of its part of the sentence. Two figures of ours are exchanged where
each shares words with the surroundings of the other in the source, and none with its own.
"""

from __future__ import annotations

import bisect
import functools
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
_STRONG = late_pattern(r"[;:]\s")
_WEAK = late_pattern(r"[,()]\s|\s[-–—]\s")
_END_OF_SENTENCE = late_pattern(r"(?<![A-Z])[.!?]['’”\"]?(?=\s+[^\sa-z])")
_STEP = late_pattern(r"\b(from|to)\s(?:\w+\s)?(?:us)?[$€£¥]?\Z")
_STEM = 5
_FAR = 60
"""So far before a figure "from" or "to" may stand."""
_IDLE = frozenset(
    "about around some nearly almost more than less least most this year years percent including only just".split()
)


class Placed:
    """A figure at its place; what stands around it is read when first asked for, which most are not."""

    def __init__(self, figure: Figure, number: int, text: _Text) -> None:
        self.figure = figure
        self._number = number
        self._text = text

    @functools.cached_property
    def words(self) -> frozenset[str]:
        """The words of its part of the sentence, by their first letters. The ends of a range have theirs in common,
        and so has what is counted where a second figure leaves it out."""
        text, figure = self._text, self.figure
        low, high = text.part_of(self._number)
        before = _without_reporting(text.plain[low : figure.start], text.language, -1)
        behind = _without_reporting(text.plain[figure.end : high], text.language, 0)
        words = _stems(f"{before} {behind}", figure, _IDLE | text.language.function_words)
        leader = text.found[self._number - 1] if self._number else None
        if leader and not figure.nouns and leader.unit == figure.unit:
            words |= {noun[:_STEM] for noun in leader.nouns}
        return words

    @functools.cached_property
    def step(self) -> str:
        """``from`` or ``to`` where that stands before it."""
        start = self.figure.start
        found = _STEP.search(self._text.plain, max(0, start - _FAR), start)
        return found[1] if found else ""

    @functools.cached_property
    def follows(self) -> Figure | None:
        """The first end of the range of which it is the second: "46 to 42"."""
        if not self._number:
            return None
        first = self._text.found[self._number - 1]
        between = self._text.plain[first.end : self.figure.start]
        return first if between.strip() in ("-", "to", "bis", "à") else None


class _Text:
    """A text with its figures."""

    def __init__(self, text: str, found: Sequence[Figure], language: Language) -> None:
        self.plain = in_small_letters(text)
        self.found = found
        self.language = language
        self._written = text

    @functools.cached_property
    def _ends(self) -> list[int]:
        """Where its sentences end."""
        return [0, *(end.end() for end in _END_OF_SENTENCE.finditer(self._written)), len(self.plain)]

    def part_of(self, number: int) -> tuple[int, int]:
        """Where the part of the sentence begins and ends that belongs to a figure."""
        plain, found, ends = self.plain, self.found, self._ends
        figure = found[number]
        low = ends[bisect.bisect_right(ends, figure.start) - 1]
        high = ends[min(bisect.bisect_left(ends, figure.end), len(ends) - 1)]
        first, last = number, number
        while first and _is_range(plain, found[first - 1], found[first]):
            first -= 1
        while last + 1 < len(found) and _is_range(plain, found[last], found[last + 1]):
            last += 1
        if first and found[first - 1].start >= low:
            low = _cut(plain, found[first - 1].end, found[first].start, self.language)
        if last + 1 < len(found) and found[last + 1].start < high:
            high = _cut(plain, found[last].end, found[last + 1].start, self.language)
        return low, high


def placed(text: str, found: Sequence[Figure], language: Language) -> list[Placed]:
    """The figures of a text at their places."""
    around = _Text(text, found, language)
    return [Placed(figure, number, around) for number, figure in enumerate(found)]


def _without_reporting(part: str, language: Language, own: int) -> str:
    """The words beside a figure without pieces between commas that say who reports it. ``own`` is the piece that
    the figure itself stands in, the first or the last."""
    pieces = part.split(", ")
    if len(pieces) == 1:
        return part
    told = [piece for piece in pieces if piece is pieces[own] or not _reports(piece, language)]
    return ", ".join(told)


def _reports(piece: str, language: Language) -> bool:
    words = _WORD.findall(piece)
    return not _verbs(language.verbs).isdisjoint(words) or any(
        phrase in piece for phrase in language.according
    )


@functools.lru_cache(maxsize=16)
def _verbs(verbs: tuple[str, ...]) -> frozenset[str]:
    return frozenset(verbs)


def _is_range(plain: str, one: Figure, other: Figure) -> bool:
    return plain[one.end : other.start].strip() in ("-", "to", "and", "or", "à", "bis")


def _cut(plain: str, start: int, end: int, language: Language) -> int:
    """Where the words between two figures part: at the strongest mark, at a conjunction, else at the second."""
    if strong := _STRONG.search(plain, start, end):
        return strong.end()
    if joint := _conjunctions(language.tag).search(plain, start, end):
        return joint.end()
    if weak := _WEAK.search(plain, start, end):
        return weak.end()
    return end


@functools.lru_cache(maxsize=16)
def _conjunctions(tag: str) -> re.Pattern[str]:
    words = "|".join(map(re.escape, quantities_of(tag).conjunctions)) or "(?!)"
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)")


def _stems(around: str, figure: Figure, idle: frozenset[str]) -> frozenset[str]:
    words = {word[:_STEM] for word in _WORD.findall(around) if len(word) >= 3 and word not in idle}
    return frozenset(words | {noun[:_STEM] for noun in figure.nouns})


class Exchange(NamedTuple):
    """Figures of ours that stand for something else in the source."""

    figure: Figure
    """The first of ours."""
    here: str
    """Our figures with their nouns."""
    there: str
    """Those of the source."""


def exchanged(here: Sequence[Placed], there: Sequence[Placed]) -> Iterator[Exchange]:
    """Yield each pair of our figures that the source has at each other's places."""
    for one, other in itertools.combinations(here, 2):
        if not _are_counts(one.figure, other.figure):
            continue
        ones = [item for item in there if _has(item.figure, one.figure)]
        others = [item for item in there if _has(item.figure, other.figure)]
        pairs = [(first, second) for first in ones for second in others if first is not second]
        if pairs and all(_is_crossed(one, other, *pair) for pair in pairs):
            yield Exchange(one.figure, _shown(one, other), _shown(*pairs[0]))


def may_be_exchanged(here: Sequence[Figure]) -> bool:
    """Whether figures of ours are such that one can stand at another's place: two of them, or one with a noun."""
    return len(here) > 1 or any(map(_noun, here))


def _are_counts(one: Figure, other: Figure) -> bool:
    """Whether two figures can change places; "one" is a pronoun as often as a number."""
    is_vague = bool(one.span or other.span or {1.0} in (one.values, other.values))
    return not is_vague and not one.values & other.values


def _has(there: Figure, here: Figure) -> bool:
    if {there.unit, here.unit} == {FRACTION, PERCENT}:
        return supports(there, here)
    return has_value(there, here)


def _is_crossed(one: Placed, other: Placed, first: Placed, second: Placed) -> bool:
    """Whether each of our figures shares words with the other one's place in the source, and none with its own;
    where both texts go from one to the other, whether they go the other way."""
    if {one.step, other.step} == {first.step, second.step} == {"from", "to"}:
        return one.step != first.step
    if other.follows is one.figure and first.follows is second.figure:
        return True
    own_first, own_second = first.words - second.words, second.words - first.words
    said_one, said_other = one.words - other.words, other.words - one.words
    straight = len(said_one & own_first) + len(said_other & own_second)
    crossed = len(said_one & own_second), len(said_other & own_first)
    return straight == 0 and min(crossed) >= 1


def misplaced(here: Iterable[Placed], there: Sequence[Placed]) -> Iterator[Exchange]:
    """Yield single figures of ours that count what the source counts with another number, while it counts
    something else with theirs; of two that are exchanged the first alone."""
    told: set[str] = set()
    for item in here:
        noun = _noun(item.figure)
        same = [other for other in there if _has(other.figure, item.figure)]
        if not noun or not same or any(_noun(other.figure) in ("", noun) for other in same):
            continue
        if any(noun in other.words for other in same):
            continue
        rivals = [other for other in there if other not in same and _noun(other.figure) == noun]
        if rivals and (shown := _shown(same[0], rivals[0])) not in told:
            told.add(shown)
            yield Exchange(item.figure, _with_noun(item.figure), shown)


def _noun(figure: Figure) -> str:
    """Return the noun that is counted, where a plural shows it."""
    plural = (word for word in figure.nouns if word in _PLURALS or (word.endswith("s") and word[-2:] != "ss"))
    return next(plural, "")[:_STEM]


_PLURALS = frozenset(("people", "men", "women", "children", "police"))


def _shown(one: Placed, other: Placed) -> str:
    """Two figures with what they count, in the order of their text."""
    first, second = sorted((one.figure, other.figure), key=lambda figure: figure.start)
    return f"{_with_noun(first)} and {_with_noun(second)}"


def _with_noun(figure: Figure) -> str:
    if figure.unit and figure.nouns[:1] and figure.shown.lower().endswith(figure.nouns[0]):
        return figure.shown
    words = list(figure.nouns)
    known = [number for number, word in enumerate(words, start=1) if word[:_STEM] == _noun(figure)]
    return " ".join([figure.shown, *words[: known[0] if known else 0]])
