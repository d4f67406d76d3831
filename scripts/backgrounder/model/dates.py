"""Dates as far as they are known: EDTF (ISO 8601-2; Library of Congress, 2019), levels 0 and 1.

Accepted, in the extended form only: ``2021``, ``2021-07``, ``2021-07-23``; seasons ``2021-21`` to
``2021-24``; unspecified digits ``201X``, ``20XX``, ``2021-XX``, ``2021-07-XX``, ``2021-XX-XX``;
``?``, ``~`` or ``%`` at the end for the whole date; negative years and ``Y17000``; intervals ``a/b``
of any mix, open ``a/..`` and ``../b``, unknown ``a/`` and ``/b``. Times of day are not kept.

The library ``edtf`` is the oracle in the tests; it needs about 7 ms a date, this about 4 µs.
"""

from __future__ import annotations

import datetime
import functools
import re
from typing import NamedTuple

import msgspec

from backgrounder.patterns import late_pattern

_REMEMBERED = 4096
"""Briefs are about the same days."""


class DateError(ValueError):
    """The text is not a date; the message says what is wrong, ``hint`` what to write instead."""

    def __init__(self, problem: str, hint: str = "") -> None:
        super().__init__(problem)
        self.hint = hint


class DayNumber(NamedTuple):
    """A calendar day that may lie outside the years 1 to 9999 of Python's own dates."""

    year: int
    month: int
    day: int


DISTANT_PAST = DayNumber(-(10**12), 1, 1)
DISTANT_FUTURE = DayNumber(10**12, 12, 31)

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
"""In English whatever the locale, so ``calendar.month_name`` will not do."""

_SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
_SEASON_MONTHS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 12)}
_UNCERTAIN = frozenset("?~%X")
"""What a date has somewhere if not all of it is certain."""
_QUALIFIERS = {"?": "uncertain", "~": "approximate", "%": "uncertain and approximate"}

_POINT = late_pattern(
    r"(?P<year>-?[0-9]{4}|[0-9]{3}X|[0-9]{2}XX|Y-?[1-9][0-9]{4,8})"
    r"(?:-(?P<month>[0-9]{2}|XX)(?:-(?P<day>[0-9]{2}|XX))?)?"
    r"(?P<qualifier>[?~%]?)"
)


class Point(msgspec.Struct, frozen=True):
    """One date, written no more precisely than it is known."""

    text: str
    first: DayNumber
    last: DayNumber
    season: int = 0
    """21 (spring) to 24 (winter), or 0."""
    qualifier: str = ""

    @property
    def label(self) -> str:
        """The date as a reader sees it: ``23 July 2021``, ``about 2020``, ``the 2010s``."""
        return _qualified(_plain_label(self), self.qualifier)


class Edtf(msgspec.Struct, frozen=True):
    """A date or an interval. Sorts by what can be known: first possible day, then last, then text."""

    text: str
    start: Point | None
    """None where the interval has an open or unknown start."""
    end: Point | None
    """The same record as ``start`` for a single date; None for an open or unknown end."""
    open_end: bool = False
    """The interval is written ``a/..``: it has no end, as against ``a/``, an end nobody knows."""

    @property
    def is_interval(self) -> bool:
        return "/" in self.text

    @property
    def first(self) -> DayNumber:
        """The earliest day it can mean."""
        return self.start.first if self.start else DISTANT_PAST

    @property
    def last(self) -> DayNumber:
        """The latest day it can mean."""
        return self.end.last if self.end else DISTANT_FUTURE

    @property
    def is_uncertain(self) -> bool:
        """Whether any part is marked as uncertain or approximate, or has unspecified digits."""
        return not _UNCERTAIN.isdisjoint(self.text)

    @property
    def sort_key(self) -> tuple[DayNumber, DayNumber, str]:
        return (self.first, self.last, self.text)

    @property
    def label(self) -> str:
        """The date as a reader sees it."""
        return _edtf_label(self)


class Day(msgspec.Struct, frozen=True, order=True):
    """A calendar day of the years 1 to 9999, known exactly."""

    text: str

    @property
    def number(self) -> DayNumber:
        return _day_number(self.text)

    @property
    def ordinal(self) -> int:
        """How many days after the first day of the year 1 it is; for differences in days."""
        return datetime.date.fromisoformat(self.text).toordinal()

    @property
    def label(self) -> str:
        return _day_label(self.text)


@functools.lru_cache(_REMEMBERED)
def parse_edtf(text: str) -> Edtf:
    """The date that ``text`` stands for. Raises DateError with a hint where it is none."""
    _refuse_older_drafts(text)
    hint = _guess_hint(text) or _interval_hint(text)
    if hint:
        raise DateError(f"`{text}` is not a date", hint)
    if "/" not in text:
        point = _point(text)
        return Edtf(text, point, point)
    if text.count("/") > 1:
        raise DateError(
            f"`{text}` has more than two ends", "write one start and one end, as in 2021-07/2021-09"
        )
    start_text, _, end_text = text.partition("/")
    start = None if start_text in ("", "..") else _point(start_text)
    end = None if end_text in ("", "..") else _point(end_text)
    if start is None and end is None:
        raise DateError(f"`{text}` is an interval without a start or an end", "give at least one of them")
    if start and end and start.first > end.last:
        raise DateError(f"the interval `{text}` ends before it starts", "write the earlier date first")
    return Edtf(text, start, end, open_end=end_text == "..")


@functools.lru_cache(_REMEMBERED)
def parse_day(text: str) -> Day:
    """The calendar day written ``YYYY-MM-DD``. Raises DateError with a hint where it is none."""
    hint = _guess_hint(text) or "write year, month and day, as in 2021-07-23"
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text) or text.startswith("0000"):
        raise DateError(f"`{text}` is not one exact day", hint)
    _point(text)
    return Day(text)


def _refuse_older_drafts(text: str) -> None:
    """Notations of the 2012 draft are no longer EDTF; name the form that took their place."""
    if re.search(r"\?~|~\?", text):
        raise DateError(f"`{text}` joins ? and ~", "write % for both uncertain and approximate")
    if re.search(r"[0-9]u|uu", text):
        raise DateError(f"`{text}` uses u for an unknown digit", "write a capital X, as in 201X or 2021-XX")
    if re.search(r"[0-9]x|xx", text):
        raise DateError(f"`{text}` uses a small x", "write a capital X, as in 201X or 2021-XX")
    if re.search(r"\bunknown\b|\bopen\b", text):
        raise DateError(
            f"`{text}` uses a word", "write 2021-07-26/.. for no end, 2021-07-26/ for an unknown end"
        )
    if re.match(r"y-?[0-9]", text):
        raise DateError(f"`{text}` starts with a small y", "write a capital Y, as in Y17000")


def _point(text: str) -> Point:
    found = _POINT.fullmatch(text)
    if not found:
        raise DateError(f"`{text}` is not a date", _DATE_HINT)
    year, month, day, qualifier = found["year"], found["month"], found["day"], found["qualifier"]
    _refuse_impossible_parts(text, year, month, day)
    season = int(month) if month and month != "XX" and int(month) in _SEASONS else 0
    return Point(text, _first(year, month, day), _last(year, month, day), season, qualifier)


def _refuse_impossible_parts(text: str, year: str, month: str | None, day: str | None) -> None:
    if year == "-0000":
        raise DateError("`-0000` is not a year", "write 0000 for the year 1 BC")
    if month is None:
        return
    if not year.lstrip("-").isdigit():
        raise DateError(f"`{text}` has a month but no exact year", "leave the month out")
    if month == "XX":
        if day not in (None, "XX"):
            raise DateError(f"`{text}` has a day but no month", "write XX for the day too")
        return
    if int(month) in _SEASONS:
        if day is not None:
            raise DateError(f"`{text}` has a season and a day", "leave the day out")
        return
    if not 1 <= int(month) <= 12:
        raise DateError(f"there is no month {month}", "months run from 01 to 12, seasons from 21 to 24")
    if day in (None, "XX"):
        return
    length = _days_in(int(year), int(month))
    if not 1 <= int(day) <= length:
        name = f"{_MONTHS[int(month) - 1]} {year}"
        raise DateError(f"there is no day {day} in {name}", f"{name} has {length} days")


_DATE_HINT = "write 2021, 2021-07 or 2021-07-23; add ? if uncertain, ~ if approximate"

_OTHER_NOTATIONS = (
    (
        r"[0-9]{4}[/.][0-9]{1,2}([/.][0-9]{1,2})?",
        "write it with hyphens and two digits each, as in 2021-07-03",
    ),
    (r"[0-9]{4}-([0-9]|[0-9]-[0-9]{1,2}|[0-9]{2}-[0-9])", "write two digits each, as in 2021-07-03"),
    (r".*[0-9]T[0-9].*", "leave the time of day out"),
    (r"[0-9]{8}", "write it with hyphens, as in 2021-07-23"),
    (r"([0-9]{1,2}[/.-])?[0-9]{1,2}[/.-][0-9]{4}", "write the year first, as in 2021-07-23"),
)
"""How dates are written elsewhere; none of these is a date in EDTF's extended form."""


def _guess_hint(text: str) -> str:
    """What to write instead of a well-known other notation; empty where ``text`` is in none."""
    return next((hint for pattern, hint in _OTHER_NOTATIONS if re.fullmatch(pattern, text)), "")


_TWO_ENDS = late_pattern(
    r"(?:from )?(?P<start>[0-9]{4}(?:-[0-9]{2}){0,2}[?~%]?)"
    r"(?P<between>/| */ *| +- +| *[–—] *| +(?:to|till|until|through) +)"
    r"(?P<end>(?:[0-9]{4}-)?(?:[0-9]{2}-)?[0-9]{2}[?~%]?|[0-9]{4}[?~%]?)"
)


def _interval_hint(text: str) -> str:
    """How an interval written in another way is written here; empty where ``text`` is none."""
    interval = interval_in_full(text)
    if not interval:
        return ""
    try:
        parse_edtf(interval)
    except DateError as error:
        return error.hint
    return f"write both ends in full, as in {interval}" if "/" in text else f"write {interval}"


def interval_in_full(text: str) -> str:
    """The interval written in words, with a dash or with a shortened end, as it is written here; it may
    have an impossible end. Empty where ``text`` is none, or is right as it stands.
    """
    found = _TWO_ENDS.fullmatch(text)
    if not found:
        return ""
    start, end = found["start"], found["end"]
    is_whole = re.match(r"[0-9]{4}", end)
    if found["between"] == "/" and is_whole:
        return ""
    if not is_whole:
        missing = len(start.rstrip("?~%")) - len(end.rstrip("?~%"))
        if missing <= 0:
            return ""
        end = start[:missing] + end
    return f"{start}/{end}"


def _first(year: str, month: str | None, day: str | None) -> DayNumber:
    number = int(year.lstrip("Y").replace("X", "0"))
    if month in (None, "XX"):
        return DayNumber(number, 1, 1)
    if int(month) in _SEASON_MONTHS:
        return DayNumber(number, _SEASON_MONTHS[int(month)][0], 1)
    return DayNumber(number, int(month), 1 if day in (None, "XX") else int(day))


def _last(year: str, month: str | None, day: str | None) -> DayNumber:
    number = int(year.lstrip("Y").replace("X", "9"))
    if month in (None, "XX"):
        return DayNumber(number, 12, 31)
    last_month = _SEASON_MONTHS[int(month)][1] if int(month) in _SEASON_MONTHS else int(month)
    return DayNumber(number, last_month, _days_in(number, last_month) if day in (None, "XX") else int(day))


def _days_in(year: int, month: int) -> int:
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31


@functools.lru_cache(_REMEMBERED)
def _edtf_label(date: Edtf) -> str:
    """Remembered, since a date is shown in several places of several pages."""
    if not date.is_interval:
        return date.start.label
    if date.start and date.end:
        return f"{date.start.label} to {date.end.label}"
    if date.start:
        since = date.start.label
        return f"{since} or later" if date.open_end else f"from {since}, end not known"
    until = date.end.label
    return f"{until} or earlier" if date.text.startswith("..") else f"until {until}, start not known"


@functools.lru_cache(_REMEMBERED)
def _day_label(text: str) -> str:
    year, month, day = _day_number(text)
    return f"{day} {_MONTHS[month - 1]} {_year_label(year)}"


@functools.lru_cache(_REMEMBERED)
def _day_number(text: str) -> DayNumber:
    year, month, day = text.split("-")
    return DayNumber(int(year), int(month), int(day))


def _plain_label(point: Point) -> str:
    text = point.text.rstrip("?~%")
    if text[2:4] == "XX":
        return f"{point.first.year:04}–{point.last.year:04}"
    if text[3:4] == "X":
        return f"the {text.replace('X', '0')}s"
    year = _year_label(point.first.year)
    rest = text.lstrip("Y-").split("-")[1:]
    if not rest or rest[0] == "XX":
        return year
    if point.season:
        return f"{_SEASONS[point.season]} {year}"
    month = _MONTHS[int(rest[0]) - 1]
    return f"{month} {year}" if len(rest) == 1 or rest[1] == "XX" else f"{int(rest[1])} {month} {year}"


def _year_label(year: int) -> str:
    """``2021``; early years with AD or BC, where astronomers' year 0 is 1 BC."""
    if year < 1:
        return f"{1 - year} BC"
    return str(year) if year >= 1000 else f"{year} AD"


def _qualified(label: str, qualifier: str) -> str:
    match qualifier:
        case "~":
            return f"about {label}"
        case "?":
            return f"{label} (uncertain)"
        case "%":
            return f"about {label} (uncertain)"
        case _:
            return label
