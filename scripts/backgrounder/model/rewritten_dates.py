"""Dates in other notations, as EDTF: those that can be read in one way only, and those with two readings.

``23.07.2021`` is one day whoever reads it; ``03/07/2021`` is two, and is left to its author.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from backgrounder.model.dates import DateError, interval_in_full, parse_edtf
from backgrounder.patterns import late_pattern

_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_MONTH = (
    r"(?P<name>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_CLOCK = r"\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)? ?(?:Z|[+-]\d{2}:?\d{2})?"

Read = Callable[[re.Match[str]], list[str]]
"""From a notation to all that it can stand for; what no calendar has is sorted out later."""


def _year_first(found: re.Match[str]) -> list[str]:
    parts = [f"{int(part):02}" for part in (found["month"], found.groupdict().get("day")) if part]
    return ["-".join([found["year"], *parts])] if 1 <= int(found["month"]) <= 12 else []


def _year_and_number(found: re.Match[str]) -> list[str]:
    """``2021/07`` is a month; ``2011/12`` may also be two years."""
    start, end = found["year"], f"{found['year'][:2]}{int(found['month']):02}"
    return _year_first(found) + ([f"{start}/{end}"] if end > start and len(found["month"]) == 2 else [])


def _month_and_number(found: re.Match[str]) -> list[str]:
    """``2021-07/09`` may be a day, or two months."""
    start, year, number = f"{found['year']}-{found['month']}", found["year"], found["number"]
    return [f"{start}-{number}", f"{start}/{year}-{number}"]


def _year_last(found: re.Match[str]) -> list[str]:
    """The day may stand before or after the month."""
    first, second = f"{int(found['first']):02}", f"{int(found['second']):02}"
    return [f"{found['year']}-{month}-{day}" for day, month in ((first, second), (second, first))]


def _in_words(found: re.Match[str]) -> list[str]:
    month = _MONTHS.index(found["name"][:3].lower()) + 1
    day = found.groupdict().get("day")
    return [f"{found['year']}-{month:02}" + (f"-{int(day):02}" if day else "")]


_NOTATIONS: tuple[tuple[re.Pattern[str], Read], ...] = tuple(
    (late_pattern(pattern, re.IGNORECASE | re.ASCII), read)
    for pattern, read in (
        (r"(?P<year>\d{4})/(?P<month>\d{1,2})", _year_and_number),
        (r"(?P<year>\d{4})[.-](?P<month>\d{1,2})", _year_first),
        (r"(?P<year>\d{4})-(?P<month>\d{2})/(?P<number>\d{2})", _month_and_number),
        (r"(?P<year>\d{4})[/.-](?P<month>\d{1,2})[/.-](?P<day>\d{1,2})", _year_first),
        (r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})", _year_first),
        (rf"(?P<year>\d{{4}})-(?P<month>\d{{2}})-(?P<day>\d{{2}})[T ]{_CLOCK}", _year_first),
        (r"(?P<first>\d{1,2})[/.-](?P<second>\d{1,2})[/.-](?P<year>\d{4})", _year_last),
        (r"(?P<month>\d{1,2})[/.-](?P<year>\d{4})", _year_first),
        (rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\.? {_MONTH},? (?P<year>\d{{4}})", _in_words),
        (rf"{_MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year>\d{{4}})", _in_words),
        (rf"{_MONTH},? (?P<year>\d{{4}})", _in_words),
    )
)

_OLDER_DRAFT = (
    (late_pattern(r"(?<=[0-9uxX-])[ux]"), "X"),
    (late_pattern(r"\?~|~\?"), "%"),
    (late_pattern(r"\bopen\b"), ".."),
    (late_pattern(r"\bunknown\b"), ""),
    (late_pattern(r"^y(?=-?[0-9]{5,})"), "Y"),
)
"""The notations of 2012 and what took their place."""


def rewritten_date(text: str) -> str | None:
    """The date that ``text`` must mean, in EDTF; None where it is no date, or could be two."""
    read = readings(text)
    return read[0] if len(read) == 1 and read[0] != text else None


def readings(text: str) -> list[str]:
    """The dates that ``text`` in another notation can stand for, the day before the month first."""
    for pattern, read in _NOTATIONS:
        found = pattern.fullmatch(text)
        if found:
            return list(dict.fromkeys(date for date in read(found) if _is_date(date)))
    date = interval_in_full(text) or _in_the_present_notation(text)
    return [date] if _is_date(date) else []


def _in_the_present_notation(text: str) -> str:
    for old, new in _OLDER_DRAFT:
        text = old.sub(new, text)
    return text


def _is_date(text: str) -> bool:
    try:
        parse_edtf(text)
    except DateError:
        return False
    return True
