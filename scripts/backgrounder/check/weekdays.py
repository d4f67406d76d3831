"""Weekdays that do not fit their dates, as in "Monday 27 July 2021".

Only a weekday next to a date with day, month and year is compared, in English and in Arabic, with
Western or Arabic digits and both sets of Arabic names for the months. Words that are quoted are the
source's and stay as they are.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from backgrounder.diagnostics.diagnostic import Finding
from backgrounder.model.brief import Brief
from backgrounder.model.texts import Text, Texts
from backgrounder.patterns import late_pattern
from backgrounder.spans import Place

_DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
_MONTHS = [
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
]
_ARABIC_DAYS = ["الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"]
_ARABIC_MONTHS = (
    [
        "يناير",
        "فبراير",
        "مارس",
        "أبريل",
        "مايو",
        "يونيو",
        "يوليو",
        "أغسطس",
        "سبتمبر",
        "أكتوبر",
        "نوفمبر",
        "ديسمبر",
    ],
    [
        "كانون_الثاني",
        "شباط",
        "آذار",
        "نيسان",
        "أيار",
        "حزيران",
        "تموز",
        "آب",
        "أيلول",
        "تشرين_الأول",
        "تشرين_الثاني",
        "كانون_الأول",
    ],
)

_DAY_NUMBERS = {
    **{name.lower(): number for number, name in enumerate(_DAYS)},
    **{name[:3].lower(): number for number, name in enumerate(_DAYS)},
    "tues": 1,
    "thurs": 3,
    **{name: number for number, name in enumerate(_ARABIC_DAYS)},
}
_MONTH_NUMBERS = {
    **{name.lower(): number for number, name in enumerate(_MONTHS, start=1)},
    **{name[:3].lower(): number for number, name in enumerate(_MONTHS, start=1)},
    "sept": 9,
    **{
        name.replace("_", " "): number
        for names in _ARABIC_MONTHS
        for number, name in enumerate(names, start=1)
    },
}

_WEEKDAY = r"(?P<weekday>(?:Mon|Tue(?:s)?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\b\.?)"
_MONTH = r"(?P<month>(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?)"
_ENGLISH = late_pattern(
    rf"\b{_WEEKDAY}(?:,? the|,| \()? *(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? {_MONTH}"
    rf"|{_MONTH.replace('month', 'month_first')} (?P<day_last>\d{{1,2}})(?:st|nd|rd|th)?),? (?P<year>\d{{4}})\b"
)
_ARABIC = late_pattern(
    rf"(?P<weekday>{'|'.join(_ARABIC_DAYS)})،? (?P<day>\d{{1,2}}) "
    rf"(?P<month>{'|'.join(name.replace('_', ' ') for names in _ARABIC_MONTHS for name in names)})،? "
    rf"(?P<year>\d{{4}})"
)
_YEAR = late_pattern("0000")
"""In a text with noughts for digits."""


def wrong_weekdays(brief: Brief, file: str, texts: Texts) -> Iterator[Finding]:
    """Weekdays that are not those of the dates beside them."""
    for number in texts.joined.matching_in_noughts(_YEAR):
        text = texts[number]
        for found in (*_ENGLISH.finditer(text.own_words), *_ARABIC.finditer(text.own_words)):
            yield from _compared(found, text, file)


def _compared(found: re.Match[str], text: Text, file: str) -> Iterator[Finding]:
    parts = found.groupdict()
    weekday = _DAY_NUMBERS.get(parts["weekday"].rstrip(".").lower())
    month = _MONTH_NUMBERS.get((parts["month"] or parts.get("month_first") or "").rstrip(".").lower())
    if weekday is None or month is None:
        return
    try:
        date = datetime.date(int(parts["year"]), month, int(parts["day"] or parts.get("day_last") or 0))
    except ValueError:
        yield _finding("impossible-calendar-day", found, text, file, {"value": found[0]})
        return
    if date.weekday() != weekday:
        label = f"{date.day} {_MONTHS[month - 1]} {date.year}"
        facts = {"date": label, "weekday": _DAYS[date.weekday()], "value": _DAYS[weekday]}
        yield _finding("wrong-weekday", found, text, file, facts)


def _finding(code: str, found: re.Match[str], text: Text, file: str, facts: dict[str, str]) -> Finding:
    nth = text.text.count(found[0], 0, found.start())
    return Finding(Place(file, text.path, words=found[0], nth=nth), code, facts)
