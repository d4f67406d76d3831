"""Figures in a text: counts, sums and percentages, in digits or in words.

Left out are dates, years, times of day, ordinals, and numbers that are part of a name (COVID-19, Route 66).
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from backgrounder.evidence.words import alike

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
).split()
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_SMALL = {
    **{word: number for number, word in enumerate(_UNITS)},
    **{word: number for number, word in zip(range(20, 100, 10), _TENS, strict=True)},
}
_SCALES = {
    "hundred": 100,
    "dozen": 12,
    "thousand": 1_000,
    "million": 1_000_000,
    "billion": 1_000_000_000,
    "trillion": 1_000_000_000_000,
    "k": 1_000,
    "m": 1_000_000,
    "mn": 1_000_000,
    "bn": 1_000_000_000,
}
_VAGUE = {
    "dozens": (24, 120),
    "scores": (40, 200),
    "hundreds": (200, 1_999),
    "thousands": (2_000, 999_999),
    "millions": (2_000_000, 999_999_999),
    "billions": (2_000_000_000, 999_999_999_999),
}
"""Words that say only how large a number is, with the numbers they can stand for."""

_WORDS = "|".join([*_UNITS, *_TENS])
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_NOT_FIGURES = re.compile(
    rf"\b\d{{1,2}}(?:st|nd|rd|th)?(?: ?[-–] ?\d{{1,2}})?(?: of)? {_MONTH}(?:,? \d{{4}}\b)?"
    rf"|\b{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?: ?[-–] ?\d{{1,2}})?(?:,? \d{{4}})?\b"
    r"|\b\d{4}-\d{2}(?:-\d{2})?\b|\b\d{1,2}[:.]\d{2} ?(?:[ap]\.?m\b|GMT|UTC|h\b)|\b\d{1,2}:\d{2}\b|\b\d{1,2} ?[ap]\.?m\b"
    r"|\b\d{1,2}/\d{1,2}/\d{2,4}\b"
    r"|[^\W\d_]-?\d+(?:-\d+)*\b|(?<=[^\W\d_])[-‐-–]\d+\b|\b\d+(?:st|nd|rd|th|s)\b"
    r"|\b(?:paragraphs?|pages?|articles?|sections?|chapters?|resolution|route|number|no\.|phase|part|point|item|"
    r"question|table|figure|flight|room|channel|level|version|source)\s+\d+\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<![\d.,])(?:1[5-9]|20)\d\d(?![\d.,]*\d)(?!\s*(?:%|per\s?cent))")
_DIGITS = r"\d{1,3}(?:[,\u066c'\u00a0\u202f]\d{3})+(?:[.\u066b]\d+)?|\d+(?:[.,\u066b]\d+)?"
_FIGURE = re.compile(
    rf"(?P<money>[$€£¥])?\s?(?:(?P<digits>(?<![\w.,]){_DIGITS})(?:[\s-]?(?P<scale>hundred|thousand|million|billion"
    r"|trillion|bn|mn|[mk])(?![^\W\d_]))?"
    rf"|\b(?P<words>(?:(?:{_WORDS}|(?<!\w)an?(?=\s(?:hundred|thousand|million|billion|trillion|dozen)\b)|half)"
    rf"(?:[\s-](?:and\s|an?\s)?(?:{_WORDS}|hundred|thousand|million|billion|trillion|dozen))*)|dozen)\b"
    rf"|\b(?P<vague>{'|'.join(_VAGUE)})\b)"
    r"(?P<percent>\s?%|[\s-]per\s?cent(?:age\spoints?)?\b)?",
    re.IGNORECASE,
)
_HAS_FIGURE = re.compile(rf"\d|\b(?:{_WORDS}|dozen|hundred|thousand|million|billion)", re.IGNORECASE)
_NEXT_WORDS = re.compile(r"[\s-]*((?:[^\W\d_][\w'-]*\s+){0,3}[^\W\d_][\w'-]*)")
_NO_NOUNS = frozenset(
    (
        "and or but of the a an in on at to from by for with as is are was were be been has have had "
        "will would who that which than then now not no more other such only still also it its their "
        "his her they them he she"
    ).split()
)
_DESK_COUNTS = 12


class Figure(NamedTuple):
    """A number in a text, with its place."""

    start: int
    end: int
    shown: str
    values: frozenset[float]
    """What it may stand for: 2.500 is two and a half, or two and a half thousand."""
    span: tuple[float, float] | None
    """For "dozens" and its like: from where to where."""
    is_percent: bool
    is_small_word: bool
    """A small number in words, which is often a count that the writer made: "both", "the two sides"."""
    nouns: tuple[str, ...]
    """The next words, small: "people" of "35 people"."""


def figures(text: str) -> list[Figure]:
    """The figures of a text, in reading order."""
    if not _HAS_FIGURE.search(text) and text.isascii():
        return []
    plain = _western(alike(text))
    plain = _NOT_FIGURES.sub(lambda found: "\x00" * len(found[0]), plain)
    plain = _YEAR.sub(lambda found: found[0] if _counts(plain, found.end()) else "\x00" * 4, plain)
    return [_figure(match, plain, text) for match in _FIGURE.finditer(plain)]


def supports(there: Figure, here: Figure) -> bool:
    """Whether a figure of a source bears out a figure that is written of it."""
    if there.is_percent != here.is_percent:
        return False
    if here.span:
        return there.span == here.span or any(here.span[0] <= value <= here.span[1] for value in there.values)
    return bool(there.values & here.values) or any(
        _rounds(one, other) for one in there.values for other in here.values
    )


def unsupported(here: Iterable[Figure], there: Iterable[Figure]) -> Iterator[Figure]:
    """The figures that no figure of the source bears out.

    Small numbers in words count only against a source that counts the same thing with another number.
    """
    known = list(there)
    for figure in here:
        if any(supports(other, figure) for other in known):
            continue
        if not figure.is_small_word or any(_same_thing(other, figure) for other in known):
            yield figure


def _same_thing(one: Figure, other: Figure) -> bool:
    common = set(one.nouns[-1:]) & set(other.nouns) | set(other.nouns[-1:]) & set(one.nouns)
    return bool(common)


def _rounds(exact: float, rounded: float) -> bool:
    """Whether 2,500 is 2,487 with fewer digits that count."""
    if not exact or not rounded or abs(exact - rounded) > 0.05 * abs(exact):
        return False
    return 0 < _digits(rounded) < _digits(exact) and _rounded(exact, _digits(rounded)) == rounded


def _rounded(number: float, digits: int) -> float:
    return float(f"{number:.{digits - 1}e}")


def _digits(number: float) -> int:
    """How many digits count."""
    return len(f"{number:.10g}".replace(".", "").lstrip("0").rstrip("0")) if number < 1e10 else 9


def _counts(text: str, end: int) -> bool:
    """Whether what looks like a year is followed by what it counts, as in "2000 troops"."""
    return (
        re.match(
            r"\s+(?:[^\W\d_]+\s+)?(?:troops|people|soldiers|men|women|dollars|homes|jobs|km|kilomet)",
            text[end:],
        )
        is not None
    )


def _western(text: str) -> str:
    """The text with Western digits; every place is kept."""
    if text.isascii():
        return text
    return "".join(
        str(unicodedata.decimal(letter)) if letter.isdecimal() and not letter.isascii() else letter
        for letter in text
    )


def _figure(match: re.Match[str], plain: str, text: str) -> Figure:
    values, span = _value(match)
    start, end = match.span()
    while plain[start].isspace():
        start += 1
    words = (match["words"] or "").lower()
    is_small = (
        bool(words)
        and not span
        and max(values) <= _DESK_COUNTS
        and "dozen" not in words
        and not match["money"]
    )
    return Figure(
        start,
        end,
        " ".join(text[start:end].split()),
        values,
        span,
        match["percent"] is not None,
        is_small,
        _nouns(plain[match.end() :]),
    )


def _nouns(after: str) -> tuple[str, ...]:
    """What is counted, as far as the words behind a figure show: "american", "troops"."""
    found = _NEXT_WORDS.match(after)
    return tuple(
        itertools.takewhile(lambda word: word not in _NO_NOUNS, found[1].lower().split()) if found else ()
    )


def _value(match: re.Match[str]) -> tuple[frozenset[float], tuple[float, float] | None]:
    if vague := match["vague"]:
        return frozenset(), _VAGUE[vague.lower()]
    if match["words"]:
        return frozenset({_spelled(re.split(r"[\s-]+", match["words"].lower()))}), None
    scale = _SCALES[match["scale"].lower()] if match["scale"] else 1
    return frozenset(value * scale for value in _readings(match["digits"])), None


def _readings(digits: str) -> Iterator[float]:
    """What a number in digits may stand for, in this country or that."""
    plain = re.sub(r"['\u00a0\u202f\u066c]", "", digits).replace("\u066b", ".")
    if re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", plain):
        yield float(plain.replace(",", ""))
        if plain.count(",") == 1 and "." not in plain:
            yield float(plain.replace(",", "."))
    elif re.fullmatch(r"\d{1,3}\.\d{3}", plain):
        yield from (float(plain), float(plain.replace(".", "")))
    else:
        yield float(plain.replace(",", "."))


def _spelled(words: list[str]) -> float:
    """The value of a number in words: "two hundred and fifty thousand"."""
    total, current = 0.0, 0.0
    for word in words:
        if word in _SMALL:
            current += _SMALL[word]
        elif word == "half":
            current += 0.5
        elif word in ("hundred", "dozen"):
            current = (current or 1) * _SCALES[word]
        elif word in _SCALES:
            total += (current or 1) * _SCALES[word]
            current = 0
        elif word in ("a", "an") and not current:
            current = 1
    return total + current
