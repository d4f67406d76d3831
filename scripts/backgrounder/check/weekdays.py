"""Weekdays that do not fit their dates, as in "Monday 27 July 2021", and days that no calendar has.

Only a weekday next to a date with day, month and year is compared, in English and in Arabic, with
Western or Arabic digits and both sets of Arabic names for the months. A day such as "31 June" is told
with or without a year. Words that are quoted are the source's and stay as they are.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from backgrounder.diagnostics.diagnostic import Finding
from backgrounder.model.brief import Brief
from backgrounder.model.months import MONTHS, WEEKDAYS
from backgrounder.model.texts import Text, Texts
from backgrounder.patterns import late_pattern
from backgrounder.spans import Place

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
    **{name.lower(): number for number, name in enumerate(WEEKDAYS)},
    **{name[:3].lower(): number for number, name in enumerate(WEEKDAYS)},
    "tues": 1,
    "thurs": 3,
    **{name: number for number, name in enumerate(_ARABIC_DAYS)},
}
_MONTH_NUMBERS = {
    **{name.lower(): number for number, name in enumerate(MONTHS, start=1)},
    **{name[:3].lower(): number for number, name in enumerate(MONTHS, start=1)},
    "sept": 9,
    **{
        name.replace("_", " "): number
        for names in _ARABIC_MONTHS
        for number, name in enumerate(names, start=1)
    },
}

_WEEKDAY = r"(?P<weekday>(?:Mon|Tue(?:s)?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\b\.?)"
_MONTH_NAME = "(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)"
_MONTH = rf"(?P<month>{_MONTH_NAME}[a-z]*\.?)"
_ENGLISH = late_pattern(
    rf"\b{_WEEKDAY}(?:,? the|,| \()? *(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? {_MONTH}"
    rf"|{_MONTH.replace('month', 'month_first')} (?P<day_last>\d{{1,2}})(?:st|nd|rd|th)?),? (?P<year>\d{{4}})\b"
)
_ARABIC_MONTH = "|".join(name.replace("_", " ") for names in _ARABIC_MONTHS for name in names)
_ARABIC = late_pattern(
    rf"(?P<weekday>{'|'.join(_ARABIC_DAYS)})،? (?P<day>\d{{1,2}}) "
    rf"(?P<month>{_ARABIC_MONTH})،? "
    rf"(?P<year>\d{{4}})"
)
_ALONE = late_pattern(
    r"(?<![\w.,/-])(?P<iso>\d{4}-\d{2}-\d{2})(?![\w-])"
    rf"|(?<![\w.,/-])(?P<day>\d{{2}})(?:st|nd|rd|th)?(?: of)? {_MONTH}(?![^\W\d_])(?:,? (?P<year>\d{{4}})\b)?"
    rf"|\b{_MONTH.replace('month', 'month_first')} (?P<day_last>\d{{2}})(?:st|nd|rd|th)?"
    r"(?:,? (?P<year_last>\d{4})\b|(?=[.,;:!?)](?!\d)|\Z))"
    rf"|(?<![\w.,/-])(?P<day_ar>\d{{2}}) (?P<month_ar>{_ARABIC_MONTH})(?!\w)(?:،? (?P<year_ar>\d{{4}})\b)?"
)
"""A day without its weekday. A month before a bare number may not be its month: "in June 31 people died"."""
_LEAP_YEAR = 2000
"""A 29 February without a year is a day of some year."""
_YEAR = late_pattern("0000")
"""In a text with noughts for digits."""
_MAY_BE_A_DAY = late_pattern(
    rf"00-00-00|00(?:st|nd|rd|th)?(?: of)? {_MONTH_NAME}|{_MONTH_NAME}[a-z]*\.? 00|00 (?:{_ARABIC_MONTH})"
)
"""A month beside a day of two digits, or a date in digits, in a text with noughts for digits: where ``_ALONE`` may match."""


def wrong_weekdays(brief: Brief, file: str, texts: Texts) -> Iterator[Finding]:
    """Weekdays that are not those of the dates beside them, and days that do not exist."""
    with_year = set(texts.joined.matching_in_noughts(_YEAR))
    with_day = set(texts.joined.matching_in_noughts(_MAY_BE_A_DAY))
    for number in sorted(with_year | with_day):
        text, dated = texts[number], list[re.Match[str]]()
        if number in with_year:
            dated = [*_ENGLISH.finditer(text.own_words), *_ARABIC.finditer(text.own_words)]
        for found in dated:
            yield from _compared(found, text, file)
        for found in _ALONE.finditer(text.own_words) if number in with_day else ():
            is_new = not any(other.start() <= found.start() < other.end() for other in dated)
            if is_new and not _is_a_day(found):
                yield _finding("impossible-calendar-day", found, text, file, {"value": found[0]})


def _is_a_day(found: re.Match[str]) -> bool:
    """Whether the calendar has a day that stands without a weekday."""
    parts = found.groupdict()
    if parts["iso"]:
        year, month, day = map(int, parts["iso"].split("-"))
    else:
        name = parts["month"] or parts["month_first"] or parts["month_ar"]
        month = _MONTH_NUMBERS.get(name.rstrip(".").lower(), 0)
        day = int(parts["day"] or parts["day_last"] or parts["day_ar"])
        written = parts["year"] or parts["year_last"] or parts["year_ar"]
        year = int(written or _LEAP_YEAR)
        if not month or (day > 31 and not written):
            return True  # "30 Marines", "45 May"
    try:
        datetime.date(year, month, day)
    except ValueError:
        return False
    return True


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
        label = f"{date.day} {MONTHS[month - 1]} {date.year}"
        facts = {"date": label, "weekday": WEEKDAYS[date.weekday()], "value": WEEKDAYS[weekday]}
        yield _finding("wrong-weekday", found, text, file, facts)


def _finding(code: str, found: re.Match[str], text: Text, file: str, facts: dict[str, str]) -> Finding:
    nth = text.text.count(found[0], 0, found.start())
    return Finding(Place(file, text.path, words=found[0], nth=nth), code, facts)
