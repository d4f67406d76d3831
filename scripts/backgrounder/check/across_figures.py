"""One figure with two values for the same thing.

Two figures are taken for one where two texts cite the same paragraph of the same source and count the
same noun with it, once each. "About", "at least" and ranges are lenient: such figures are not compared.
Years, dates, ordinals and percentages of unlike things are not figures here.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from backgrounder.check.across_briefs import living
from backgrounder.diagnostics.diagnostic import Finding, NotePlace
from backgrounder.model.brief import Brief, Record
from backgrounder.model.citation import Citation
from backgrounder.model.corpus import Corpus
from backgrounder.model.joined import Joined, in_plain_letters
from backgrounder.model.months import MONTHS, WEEKDAYS
from backgrounder.model.texts import Text, Texts, own_texts
from backgrounder.patterns import late_pattern
from backgrounder.spans import Place

_NUMBERS = {
    word: number
    for number, word in enumerate(
        ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"], 2
    )
}
_COUNTED = r"\s+(?P<words>(?:[^\W\d_][\w-]*\s+){0,3}?[^\W\d_][\w-]{2,}s)\b"
_FIGURE = late_pattern(
    rf"(?<![\w.,–-])(?P<number>\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)?|{'|'.join(_NUMBERS)})" + _COUNTED,
    re.IGNORECASE,
)
_IN_NOUGHTS = late_pattern(r"0" + _COUNTED, re.IGNORECASE)
"""The end of each figure in digits, in a text with noughts for digits."""
_BEFORE = 40
"""So many letters before a figure are enough to see whether it is a lenient one."""
_LENIENT = late_pattern(
    r"\b(?:about|around|some|nearly|almost|roughly|approximately|over|under|more than|fewer than|less than"
    r"|at least|at most|up to|between|another|other|first|last|next|least|of the|page|paragraph|part|article)\s+$",
    re.IGNORECASE,
)
_NO_COUNT = frozenset(
    [
        *("days", "weeks", "months", "years", "hours", "minutes", "times"),
        *("paragraphs", "pages", "sides", "parts", "ways"),
        *(name.lower() for name in (*MONTHS, *WEEKDAYS)),
        *("is", "was", "has", "does", "its", "this"),
    ]
)
_FUNCTION = frozenset(
    [
        "at",
        "in",
        "on",
        "of",
        "to",
        "by",
        "for",
        "from",
        "with",
        "and",
        "or",
        "but",
        "as",
        "is",
        "are",
        "was",
        "were",
        "has",
        "have",
        "had",
        "will",
        "would",
        "that",
        "which",
        "who",
        "it",
        "its",
        "the",
        "this",
        "these",
        "their",
        "his",
        "her",
        "he",
        "she",
        "they",
        "than",
        "then",
        "not",
        "no",
        "into",
        "over",
        "after",
        "before",
        "until",
    ]
)
_YEAR = late_pattern(r"1[5-9]\d\d|20\d\d")


class Figure(NamedTuple):
    place: Place
    number: float
    shown: str


class Counted(NamedTuple):
    """A figure of a brief, what it counts, and the paragraph that it rests on."""

    noun: str
    paragraph: Citation
    figure: Figure


def conflicting_figures(corpus: Corpus, ahead: Mapping[str, Iterable[Counted]]) -> Iterator[Finding]:
    """The later of two values that texts give for what one paragraph of one source counts.

    ``ahead`` has the figures of briefs that have been looked through already, by file.
    """
    first: dict[tuple[Citation, str], Figure] = {}
    for brief, file in living(corpus):
        told: set[Place] = set()
        for noun, paragraph, figure in ahead[file] if file in ahead else counted_figures(brief, file):
            other = first.setdefault((paragraph, noun), figure)
            if other.number != figure.number and figure.place not in told:
                told.add(figure.place)
                yield _finding(figure, other)


def _finding(figure: Figure, other: Figure) -> Finding:
    facts = {"value": figure.shown, "other": other.shown}
    return Finding(
        figure.place, "conflicting-figure", facts, (NotePlace(other.place, "the other value stands here"),)
    )


def counted_figures(brief: Brief, file: str) -> Iterator[Counted]:
    """What a brief counts and cites a single paragraph for."""
    texts = own_texts(brief)
    for number in sorted({*texts.in_own_words.matching_in_noughts(_IN_NOUGHTS), *_in_words(texts)}):
        text = texts[number]
        if text.field not in ("note", "computed") and (paragraph := _single_paragraph(text.record)):
            for noun, figure in _of_text(text, file):
                yield Counted(noun, paragraph, figure)


def _single_paragraph(record: Record) -> Citation | None:
    """The one paragraph that a record cites."""
    paragraphs = [item for item in getattr(record, "cite", ()) if item.paragraph]
    return paragraphs[0] if len(paragraphs) == 1 else None


def _in_words(texts: Texts) -> Iterable[int]:
    """The numbers of the texts that may hold a number written as a word."""
    numbers = texts.words & _NUMBERS.keys()
    if not numbers:
        return ()
    return Joined([in_plain_letters(text.own_words) for text in texts]).holding(numbers)


def _of_text(text: Text, file: str) -> list[tuple[str, Figure]]:
    words = text.own_words
    found = [
        (_head(match["words"]), match)
        for match in _FIGURE.finditer(words)
        if not _YEAR.fullmatch(match["number"])
        and _is_count(match["words"])
        and not _LENIENT.search(words[max(0, match.start() - _BEFORE) : match.start()])
    ]
    if not found:
        return []
    counts = Counter(noun for noun, _ in found)
    return [
        (noun, _figure(match, text, file))
        for noun, match in found
        if counts[noun] == 1 and noun not in _NO_COUNT
    ]


def _is_count(words: str) -> bool:
    """Whether only adjectives stand between a number and its noun."""
    return not any(word in _FUNCTION or word.endswith("ed") for word in words.casefold().split()[:-1])


def _head(words: str) -> str:
    """The noun that is counted: the last word of "2,500 American troops"."""
    return words.split()[-1].casefold()


def _figure(match: re.Match[str], text: Text, file: str) -> Figure:
    written = match["number"]
    value = _NUMBERS.get(written.casefold()) or float(written.replace(",", ""))
    nth = text.text.count(match[0], 0, match.start())
    return Figure(Place(file, text.path, words=match[0], nth=nth), float(value), " ".join(match[0].split()))
