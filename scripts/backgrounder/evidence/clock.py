"""Times of day in a text: "10:30 a.m.", "3 p.m.", "14:00 GMT", "noon"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from backgrounder.evidence.words import in_small_letters, plain_words
from backgrounder.patterns import late_pattern

_HALF = 12 * 60
_DAY = 24 * 60
_HOURS = "zero one two three four five six seven eight nine ten eleven twelve".split()
_TIME = late_pattern(
    r"(?<![\w.,:/-])(?P<hour>\d{1,2})(?:[:.](?P<minute>[0-5]\d))?\s?(?P<half>[ap])\.?m(?![^\W\d_])\.?"
    r"|(?<![\w.,:/-])(?P<hour2>[01]?\d|2[0-4])[:h](?P<minute2>[0-5]\d)(?![\d:/])(?P<zone>\s?(?:gmt|utc|hours|uhr)\b)?"
    rf"|(?<![\w.,:/-])(?P<hour3>1?\d|{'|'.join(_HOURS)})\so'clock"
    r"(?: in the (?P<part>morning|afternoon|evening))?"
    r"|\b(?P<word>noon|midday|midnight)\b"
)
_HINT = late_pattern(r"\d\s?[:h.]?\d*\s?(?:[ap]\.?m|:|h\d)|o.clock|noon|midday|midnight", re.IGNORECASE)
_HINTS = frozenset(("clock", "oʼclock", "noon", "midday", "midnight"))
"""For a text without digits: the words of which it must have one."""
_DIGIT = late_pattern(r"\d")
_NAMED = {"noon": 12 * 60, "midday": 12 * 60, "midnight": 0}


class Time(NamedTuple):
    """A time of day in a text, with its place."""

    start: int
    end: int
    shown: str
    minutes: frozenset[int]
    """Minutes since midnight; two where the half of the day is not said."""


def times(text: str) -> list[Time]:
    """The times of day in a text, in reading order."""
    if not _DIGIT.search(text) and _HINTS.isdisjoint(plain_words(text)):
        return []
    return list(_times(text)) if _HINT.search(text) else []


def _times(text: str) -> Iterator[Time]:
    for match in _TIME.finditer(in_small_letters(text)):
        minutes = _minutes(match)
        if minutes:
            start, end = match.span()
            yield Time(start, end, " ".join(text[start:end].split()), minutes)


def _minutes(match: re.Match[str]) -> frozenset[int]:
    """Return the minutes that a time stands for; nothing where no clock shows it."""
    if match["word"]:
        return frozenset({_NAMED[match["word"]]})
    said = match["hour"] or match["hour2"] or match["hour3"]
    hour = int(said) if said.isdigit() else _HOURS.index(said)
    if match["part"]:
        return frozenset({hour % 12 * 60 + (0 if match["part"] == "morning" else _HALF)})
    minute = int(match["minute"] or match["minute2"] or 0)
    if match["half"]:
        return frozenset(
            {(hour % 12) * 60 + minute + (_HALF if match["half"] == "p" else 0)} if hour <= 12 else ()
        )
    time = (hour * 60 + minute) % _DAY
    is_open = 1 <= hour <= 12 and not match["zone"] and not (match["hour2"] or "").startswith("0")
    return frozenset({time, (time + _HALF) % _DAY} if is_open else {time})
