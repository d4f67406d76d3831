"""Figures in a text: counts, sums and percentages, in digits or in words.

Left out are dates, years, times of day, ordinals, and numbers that are part of a name (COVID-19, Route 66).
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from backgrounder.evidence.words import in_small_letters, plain_words
from backgrounder.patterns import late_pattern

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
_SCALE = "hundred|thousand|million|billion|trillion"
_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
_DIGITS = late_pattern(
    r"(?:\d{1,3}(?:[,\u066c'\u00a0\u202f]\d{3})+(?:[.\u066b]\d+)?|\d+(?:[.,\u066b]\d+)?)(?![\d])"
)
_RUN = late_pattern(r"\d[\d.,:/'\u066b\u066c-]*")
_BEHIND = late_pattern(
    rf"[\s-]?(?P<scale>{_SCALE}|bn|mn|[mk])(?![^\W\d_])|(?P<percent>\s?%|[\s-]per\s?cent(?:age\spoints?)?\b)"
)
_PERCENT = late_pattern(r"\s?%|[\s-]per\s?cent(?:age\spoints?)?\b")
_SPELLED = late_pattern(
    rf"\b(?:(?P<words>(?:(?:{_WORDS}|an?(?=\s(?:{_SCALE}|dozen)\b)|half)"
    rf"(?:[\s-](?:and\s|an?\s)?(?:{_WORDS}|{_SCALE}|dozen))*)|dozen)\b|(?P<vague>{'|'.join(_VAGUE)})\b)"
    r"(?P<percent>\s?%|[\s-]per\s?cent(?:age\spoints?)?\b)?"
)
_DATE_BEHIND = late_pattern(rf"(?:st|nd|rd|th)?(?: ?- ?\d{{1,2}})?(?: of)? {_MONTH}(?![a-z])")
_DATE_BEFORE = late_pattern(rf"\b{_MONTH} (?:\d{{1,2}} ?- ?|\d{{1,2}},? )?\Z")
_MONTH_BEFORE = late_pattern(rf"\b{_MONTH},? \Z")
_TIME_BEHIND = late_pattern(r" ?(?:[ap]\.?m\b|gmt|utc|h\b)")
_ORDINAL = late_pattern(r"(?:st|nd|rd|th|s)\b")
_LABEL = late_pattern(
    r"\b(?:paragraphs?|pages?|articles?|sections?|chapters?|resolution|route|number|no\.|phase|part|point|item"
    r"|question|table|figure|flight|room|channel|level|version|source)\s+\Z"
)
_YEAR = late_pattern(r"(?:1[5-9]|20)\d\d")
_DIGIT = late_pattern(r"\d")
_HINTS = frozenset([*_UNITS, *_TENS, *_VAGUE, "dozen", "half", "hundred", "thousand", "million", "billion"])
_NEXT_WORDS = late_pattern(r"[\s-]*((?:[^\W\d_][\w'-]*\s+){0,3}[^\W\d_][\w'-]*)")
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
    if not _DIGIT.search(text) and _HINTS.isdisjoint(plain_words(text)):
        return []
    plain = _western(in_small_letters(text))
    found = list(_in_digits(plain, text)) if _DIGIT.search(plain) else []
    if not _HINTS.isdisjoint(plain_words(text)):
        taken = [(figure.start, figure.end) for figure in found]
        found += [
            figure
            for figure in _in_words(plain, text)
            if not any(start < figure.end and figure.start < end for start, end in taken)
        ]
        found.sort()
    return found


def _in_digits(plain: str, text: str) -> Iterator[Figure]:
    for run in _RUN.finditer(plain):
        start = run.start()
        number = _DIGITS.match(plain, start)
        if number is None or _is_no_figure(plain, run, number.end()):
            continue
        behind = _BEHIND.match(plain, number.end())
        end = behind.end() if behind else number.end()
        scale = _SCALES[behind["scale"]] if behind and behind["scale"] else 1
        percent = behind if behind and behind["percent"] else _PERCENT.match(plain, end)
        if plain[start - 1 : start] in ("$", "€", "£", "¥") and start:
            start -= 1
        values = frozenset(value * scale for value in _readings(number[0]))
        end = percent.end() if percent else end
        shown = " ".join(text[start:end].split())
        yield Figure(
            start, end, shown, values, None, percent is not None, False, _nouns(plain[end : end + _NEAR])
        )


_NEAR = 80
"""How far behind a figure what it counts may stand."""


def _is_no_figure(plain: str, run: re.Match[str], end: int) -> bool:
    """Whether digits are part of a date, a time, a name, an ordinal or a label."""
    start = run.start()
    before, behind = plain[max(0, start - 24) : start], plain[end : end + 16]
    if before[-1:].isalpha() or (before[-1:] == "-" and before[-2:-1].isalpha()):
        return True
    if re.fullmatch(r"\d{4}-\d{2}(?:-\d{2})?[.,]?|\d{1,2}:\d{2}.*|\d{1,2}/\d{1,2}/\d{2,4}[.,]?", run[0]):
        return True
    if _DATE_BEHIND.match(behind) or _TIME_BEHIND.match(behind) or _ORDINAL.match(behind):
        return True
    if _LABEL.search(before):
        return True
    digits = plain[start:end]
    if len(digits) <= 2 and (_DATE_BEFORE.search(before) or _MONTH_BEFORE.search(before)):
        return True
    if _YEAR.fullmatch(digits) and not _PERCENT.match(behind):
        return not _counts(plain, end)
    return False


def _in_words(plain: str, text: str) -> Iterator[Figure]:
    for match in _SPELLED.finditer(plain):
        start, end = match.span()
        values: frozenset[float] = frozenset()
        span = _VAGUE[match["vague"]] if match["vague"] else None
        words = match["words"] or ("" if span else "dozen")
        if words:
            values = frozenset({_spelled(re.split(r"[\s-]+", words))})
        is_small = bool(words) and max(values) <= _DESK_COUNTS and "dozen" not in words
        shown = " ".join(text[start:end].split())
        nouns = _nouns(plain[end : end + _NEAR])
        yield Figure(start, end, shown, values, span, match["percent"] is not None, is_small, nouns)


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


def _nouns(after: str) -> tuple[str, ...]:
    """What is counted, as far as the words behind a figure show: "american", "troops"."""
    found = _NEXT_WORDS.match(after)
    return tuple(
        itertools.takewhile(lambda word: word not in _NO_NOUNS, found[1].lower().split()) if found else ()
    )


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
