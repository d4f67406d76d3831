"""Dates in other notations that can be read in one way only, as EDTF.

``23.07.2021`` is one day whoever reads it; ``03/07/2021`` is two, and is left to its author.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from backgrounder.model.dates import DateError, parse_edtf

_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_MONTH = r"(?P<name>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"

Rewrite = Callable[[re.Match[str]], str]


def _year_first(found: re.Match[str]) -> str:
    parts = [f"{int(part):02}" for part in (found["month"], found["day"]) if part]
    return "-".join([found["year"], *parts])


def _year_last(found: re.Match[str]) -> str:
    first, second = int(found["first"]), int(found["second"])
    if first > 12 >= second:
        return f"{found['year']}-{second:02}-{first:02}"
    if second > 12 >= first:
        return f"{found['year']}-{first:02}-{second:02}"
    return f"{found['year']}-{first:02}-{first:02}" if first == second else ""


def _in_words(found: re.Match[str]) -> str:
    month = _MONTHS.index(found["name"][:3].lower()) + 1
    day = found.groupdict().get("day")
    return f"{found['year']}-{month:02}" + (f"-{int(day):02}" if day else "")


def _interval(found: re.Match[str]) -> str:
    return f"{found['start']}/{found['end']}"


_NOTATIONS: tuple[tuple[re.Pattern[str], Rewrite], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), rewrite)
    for pattern, rewrite in (
        (r"(?P<year>\d{4})[/.-](?P<month>\d{1,2})(?:[/.-](?P<day>\d{1,2}))?", _year_first),
        (r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})", _year_first),
        (r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})[T ]\d{1,2}:\d{2}(?::\d{2})?.{0,6}", _year_first),
        (r"(?P<first>\d{1,2})[/.-](?P<second>\d{1,2})[/.-](?P<year>\d{4})", _year_last),
        (rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\.? {_MONTH},? (?P<year>\d{{4}})", _in_words),
        (rf"{_MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year>\d{{4}})", _in_words),
        (
            r"(?:from )?(?P<start>[\d-]{4,10}) *(?:–|—|to|till|until|through) *(?P<end>\d{4}[\d-]{0,6})",
            _interval,
        ),
        (rf"{_MONTH},? (?P<year>\d{{4}})", _in_words),
    )
)

_OLDER_DRAFT = (
    (r"(\d{3})[ux]", r"\1X"),
    (r"(\d{2})[ux]{2}", r"\1XX"),
    (r"(\d{4}-\d{2})-[ux]{2}", r"\1-XX"),
    (r"(\d{4})-[ux]{2}", r"\1-XX"),
    (r"(\d{4})-[ux]{2}-[ux]{2}", r"\1-XX-XX"),
    (r"(.+)(?:\?~|~\?)", r"\1%"),
    (r"(.+)/open", r"\1/.."),
    (r"(.+)/unknown", r"\1/"),
    (r"unknown/(.+)", r"/\1"),
    (r"y(-?\d{5,9})", r"Y\1"),
)
"""The notations of 2012 and what took their place."""


def rewritten_date(text: str) -> str | None:
    """The date that ``text`` must mean, in EDTF; None where it is no date or could be two."""
    for pattern, rewrite in _NOTATIONS:
        found = pattern.fullmatch(text.strip())
        if found:
            return _if_valid(rewrite(found), text)
    for old, new in _OLDER_DRAFT:
        if re.fullmatch(old, text):
            return _if_valid(re.sub(old, new, text), text)
    return None


def _if_valid(date: str, text: str) -> str | None:
    try:
        parse_edtf(date)
    except DateError:
        return None
    return date if date and date != text else None
