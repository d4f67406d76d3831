"""Dates in a text, those that count from the day of its publication among them.

"On Friday", "last week", "July 19" and "last year" mean nothing without the day a source appeared; with
it, each stands for one period or for a few. The rules are those of news English: a weekday is the
nearest one, before or after; a week may start on Sunday or on Monday.
"""

from __future__ import annotations

import datetime
import enum
import functools
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from backgrounder.evidence.languages import Language, language_of
from backgrounder.evidence.languages.english import ENGLISH
from backgrounder.evidence.languages.quantities import quantities_of
from backgrounder.evidence.numerals import in_western_digits
from backgrounder.evidence.words import in_small_letters, plain_words
from backgrounder.model.dates import DayNumber, Edtf, Point
from backgrounder.patterns import alternatives, late_pattern

_MONTHS = ENGLISH.months
_DAYS = list(ENGLISH.weekdays)
_SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "winter": (12, 2)}
_COUNTS = {word: int(number) for word, number in ENGLISH.numbers.items() if number <= 12} | {"a": 1, "an": 1}
_UNIT_DAYS = {"day": 1, "week": 7}

_MONTH = rf"(?:{alternatives(_MONTHS)})\b\.?"
_WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_YEAR = r"(?:1[5-9]|20)\d\d"
_FIRST_WORDS = (
    "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun|last|next|this|coming|past|an? |one "
    "|two |three |four |five |six |seven |eight |nine |ten |eleven |twelve |the day|yesterday|today|tonight|tomorrow"
    "|in |since |until |by |of |during |for |from |late |early |mid "
)
"""How a date may start; looked for first, because the forms themselves are slow to try everywhere."""
_OF_YEAR = r"(?P<of{}>last|this|next) year\b"
_FORMS = late_pattern(
    rf"\b(?=\d|{_FIRST_WORDS})(?:(?P<iso>{_YEAR}-[01]\d(?:-[0-3]\d)?)\b"
    rf"|(?:(?P<d3>{_DAY})(?: ?- ?| to | and ))?(?P<d1>{_DAY})(?: of)? (?P<m1>{_MONTH})(?:,? (?P<y1>{_YEAR})\b| of {_OF_YEAR.format(1)})?"
    rf"|(?P<m2>{_MONTH}) (?P<d2>{_DAY})\b(?!\d)(?:(?: ?- ?| to | and )(?P<d4>{_DAY})\b(?! ?(?:%|[a-z])))?"
    rf"(?:,? (?P<y2>{_YEAR})\b| of {_OF_YEAR.format(2)})?"
    rf"|(?P<m3>{_MONTH})(?: of|,)? (?P<y3>{_YEAR})\b"
    r"|(?P<decade>(?:1[5-9]|20)\d0)s\b"
    rf"|(?<![\d.,/-])(?P<year>{_YEAR})(?![\d/]|[.,]\d|-\d)(?!\s*(?:%|per\s?cent))"
    rf"|(?P<turn>last|next|this|this past|this coming|coming|past) "
    rf"(?P<turned>{_WEEKDAY}|week|weekend|month|year|spring|summer|autumn|fall|winter|{_MONTH})\b"
    r"|(?P<count>\d{1,2}|a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) "
    r"(?P<unit>day|week|month|year)s? (?P<way>ago|earlier|before|from now|later)\b"
    rf"|(?P<weekday>{_WEEKDAY})\b"
    r"|(?P<near>the day before yesterday|yesterday|today|tonight|tomorrow)\b"
    rf"|(?:in|since|until|by|of|during|for|from|late|early|mid) (?P<m4>{_MONTH})(?=[\s.,;)]|$)(?!\.? (?:of )?\d|\.?,? (?:of )?\d{{4}}))"
)
"""For texts in small letters; whether a month has a capital one is seen afterwards."""
_HINTS = frozenset(
    [
        *_MONTHS, *_DAYS, *_SEASONS,
        *("day", "days", "week", "weeks", "weekend", "month", "months", "year", "years"),
        *("yesterday", "today", "tonight", "tomorrow"),
    ]
)  # fmt: skip
_DIGIT = late_pattern(r"\d")


class Period(NamedTuple):
    """Days from a first to a last one, as ordinals of the calendar."""

    first: int
    last: int


class Grain(enum.IntEnum):
    """How exact a date is; weeks go with months, seasons and decades with years."""

    DAY = 1
    MONTH = 2
    YEAR = 3


_LONGEST_MONTH = 31


class Expression(NamedTuple):
    """A date in a text, with all it may stand for."""

    start: int
    end: int
    shown: str
    periods: tuple[Period, ...]
    """Empty where the day of publication would have to be known."""
    weekday: int | None = None
    """0 for Monday, where a weekday is all that is said."""
    is_of_any_year: bool = False
    """A day of a month is all that is said."""

    @property
    def grain(self) -> Grain:
        """How exact it is."""
        return grain_of(
            min(self.periods, key=lambda period: period.last - period.first, default=Period(0, 0))
        )


def grain_of(period: Period) -> Grain:
    """Return how exact a date is."""
    days = period.last - period.first + 1
    return Grain.DAY if days == 1 else Grain.MONTH if days <= _LONGEST_MONTH else Grain.YEAR


def expressions(text: str, published: Period | None, language: Language | None = ENGLISH) -> list[Expression]:
    """The dates in a text that appeared on ``published``, in reading order; none in a language without rules."""
    if language is not ENGLISH:
        return sorted(_by_record(text, published, language)) if language and language.months else []
    if not _DIGIT.search(text) and _HINTS.isdisjoint(plain_words(text)):
        return []
    plain = in_small_letters(text)
    found = []
    for match in _FORMS.finditer(plain):
        if _is_no_month(match, text):
            continue
        weekday = match["weekday"]
        start, end = match.span()
        if match[0].endswith("."):
            end -= 1
        found.append(
            Expression(
                start,
                end,
                " ".join(text[start:end].split()),
                tuple(_periods(match, published)),
                _DAYS.index(weekday.lower()) if weekday else None,
                bool(match["m1"] or match["m2"]) and not any(match.group("y1", "y2", "of1", "of2")),
            )
        )
    return found


def _by_record(text: str, published: Period | None, language: Language) -> Iterator[Expression]:
    """The dates that the record of a language describes: a day before its month, and its relative phrases."""
    plain = in_western_digits(in_small_letters(text), text, None)
    for match in _forms_of(language.tag).finditer(plain):
        start, end = match.span()
        if language.capital_months and any(
            text[match.start(name)].islower() for name in _named_months(match)
        ):
            continue
        periods = tuple(_recorded(match, published, language))
        weekday = language.weekdays[match["weekday"]] if match["weekday"] else None
        is_of_any_year = bool(match["month"]) and not match["year"]
        yield Expression(start, end, " ".join(text[start:end].split()), periods, weekday, is_of_any_year)


def _named_months(match: re.Match[str]) -> list[str]:
    return [name for name in ("month", "month2") if match[name]]


@functools.lru_cache(maxsize=16)
def _forms_of(tag: str) -> re.Pattern[str]:
    """The pattern of the dates of a language."""
    language = language_of(tag)
    assert language
    month = f"(?:{alternatives(language.months)})"
    return re.compile(
        rf"(?<!\w)(?:(?P<iso>{_YEAR}-[01]\d(?:-[0-3]\d)?)"
        rf"|(?P<day>\d{{1,2}})(?:\.|er|ère|st|nd|rd|th)? (?:de )?(?P<month>{month})\.?(?:\s?/\s?{month})?,?(?: (?:de )?(?P<year>{_YEAR}))?"
        rf"|(?P<day3>\d{{1,2}})[./](?P<month3>\d{{1,2}})[./](?P<year3>{_YEAR})"
        rf"|(?P<month2>{month})(?:\s?/\s?{month})? (?P<year2>{_YEAR})|(?<![\d.,/-])(?P<alone>{_YEAR})(?![\d/]|[.,]\d|-\d|\s?%)"
        rf"|(?:{'|'.join(language.clitics)})?(?P<weekday>{alternatives(language.weekdays)})|(?P<relative>{alternatives(quantities_of(tag).relative)}))(?!\w)"
    )


def _recorded(match: re.Match[str], published: Period | None, language: Language) -> list[Period]:
    """Return the periods that a date may stand for, by the record of its language."""
    if match["iso"]:
        year, month, *day = (int(part) for part in match["iso"].split("-"))
        return _day(year, month, day[0]) if day else _month(year, month)
    if match["month"]:
        return _day_of(match["year"], language.months[match["month"]], int(match["day"]), published)
    if match["month3"]:
        return _day(int(match["year3"]), int(match["month3"]), int(match["day3"]))
    if match["month2"]:
        return _month(int(match["year2"]), language.months[match["month2"]])
    if match["alone"]:
        return _years(int(match["alone"]), int(match["alone"]))
    if published is None or published.last - published.first >= _PRECISE:
        return []
    day = datetime.date.fromordinal(published.first)
    if match["weekday"]:
        return _around(language.weekdays[match["weekday"]], day)
    unit, step = quantities_of(language.tag).relative[match["relative"]]
    return _span(day, step, step) if unit == "day" else _turned_by(step, unit, day)


def _is_no_month(match: re.Match[str], text: str) -> bool:
    """Whether "may" or "march" is a verb: a month has a capital letter."""
    groups = [name for name in ("m1", "m2", "m3", "m4") if match[name]]
    return any(text[match.start(name)].islower() for name in groups)


def periods_of(date: Edtf) -> list[Period]:
    """The ends of a date as an author gives it; none for an end that is open, unknown or marked as unsure."""
    points = [date.start] if date.start == date.end else [date.start, date.end]
    return [
        Period(*days)
        for point in points
        if point and not point.qualifier and "X" not in point.text and (days := _days(point))
    ]


def period_of(date: Edtf | None) -> Period | None:
    """The whole of a date, where its first and last day are days of the calendar."""
    if date is None or date.start is None or date.end is None:
        return None
    first, last = _ordinal(date.first), _ordinal(date.last)
    return Period(first, last) if first and last else None


def agrees(said: Period, sources: Iterable[Period]) -> bool:
    """Whether a date of ours says no other and no more than one of the source's."""
    return any(_is_borne_out(said, period) for period in sources)


def is_day_of(said: Iterable[Period], sources: Iterable[Period]) -> bool:
    """Whether a day of a month that is said without its year is a day of the source's, in whatever year."""
    days = {_month_and_day(period) for period in said}
    return any(period.first == period.last and _month_and_day(period) in days for period in sources)


def _month_and_day(period: Period) -> tuple[int, int]:
    day = datetime.date.fromordinal(period.first)
    return day.month, day.day


def _is_borne_out(said: Period, known: Period) -> bool:
    if said.first <= known.first and known.last <= said.last:
        return True
    # "Last week" is any of two weeks, so that a week of ours may overlap either.
    is_vague = 6 <= known.last - known.first <= 20
    return is_vague and said.first >= known.first and said.last <= known.last and said.last - said.first >= 4


def _days(point: Point) -> tuple[int, int] | None:
    first, last = _ordinal(point.first), _ordinal(point.last)
    return (first, last) if first and last else None


def _ordinal(day: DayNumber) -> int | None:
    try:
        return datetime.date(*day).toordinal()
    except (ValueError, OverflowError):
        return None


def _periods(match: re.Match[str], published: Period | None) -> list[Period]:
    if match["iso"]:
        year, month, *day = (int(part) for part in match["iso"].split("-"))
        return _day(year, month, day[0]) if day else _month(year, month)
    if month := match["m1"] or match["m2"]:
        year = match["y1"] or match["y2"] or _year_of(match["of1"] or match["of2"], published)
        days = [int(re.sub(r"\D", "", day)) for day in match.group("d1", "d2", "d3", "d4") if day]
        return [period for day in days for period in _day_of(year, _number(month), day, published)]
    if match["m3"]:
        return _month(int(match["y3"]), _number(match["m3"]))
    if match["decade"]:
        return _years(int(match["decade"]), int(match["decade"]) + 9)
    if match["year"]:
        return _years(int(match["year"]), int(match["year"]))
    if published is None:
        return []
    ends = {published.first, published.last}
    found = [period for day in sorted(ends) for period in _relative(match, datetime.date.fromordinal(day))]
    return found if published.last - published.first < _PRECISE else []


_PRECISE = 7
"""A day of publication known no better than this says nothing of weekdays and weeks."""


def _relative(match: re.Match[str], day: datetime.date) -> list[Period]:
    if match["turn"]:
        return _turned(match["turn"].lower().split()[-1], match["turned"].lower(), day)
    if match["count"]:
        return _counted(match, day)
    if match["weekday"]:
        return _around(_DAYS.index(match["weekday"].lower()), day)
    if match["near"]:
        shift = {"the day before yesterday": -2, "yesterday": -1, "tomorrow": 1}.get(match["near"].lower(), 0)
        return _span(day, shift, shift)
    number = _number(match["m4"])
    return [period for year in (day.year - 1, day.year, day.year + 1) for period in _month(year, number)]


def _turned(turn: str, what: str, day: datetime.date) -> list[Period]:
    step = {"last": -1, "past": -1, "next": 1, "coming": 1}.get(turn, 0)
    return _turned_by(step, what, day)


def _turned_by(step: int, what: str, day: datetime.date) -> list[Period]:
    """The last, this or the next of a kind of day or period."""
    if what in _DAYS:
        return _turned_weekday(step, _DAYS.index(what), day)
    if what == "week" or what == "weekend":
        since = day.weekday()
        monday = -since + 7 * step
        return _span(day, monday - 1, monday + 6) + ([] if step >= 0 else _span(day, -7, -1))
    if what == "month":
        year, month = divmod(day.year * 12 + day.month - 1 + step, 12)
        return _month(year, month + 1)
    if what == "year":
        return _years(day.year + step, day.year + step)
    if what in _SEASONS:
        return [period for year in (day.year - 1, day.year, day.year + 1) for period in _season(year, what)]
    return [
        period for year in (day.year - 1, day.year, day.year + 1) for period in _month(year, _number(what))
    ]


def _turned_weekday(step: int, weekday: int, day: datetime.date) -> list[Period]:
    ahead = (weekday - day.weekday()) % 7
    shifts = {-1: (ahead - 7, ahead - 14), 0: (ahead, ahead - 7), 1: (ahead or 7, ahead + 7)}[step]
    return [period for shift in shifts for period in _span(day, shift, shift)]


def _around(weekday: int, day: datetime.date) -> list[Period]:
    """The nearest such day before and after; the day itself where it is one."""
    ahead = (weekday - day.weekday()) % 7
    if ahead == 0:
        return _span(day, 0, 0)
    return _span(day, ahead - 7, ahead - 7) + _span(day, ahead, ahead)


def _counted(match: re.Match[str], day: datetime.date) -> list[Period]:
    count = match["count"].lower()
    number = int(count) if count.isdigit() else _COUNTS[count]
    number *= -1 if match["way"].lower() in ("ago", "earlier", "before") else 1
    unit = match["unit"].lower()
    if unit in _UNIT_DAYS:
        slack = 0 if unit == "day" else 4
        middle = number * _UNIT_DAYS[unit]
        return _span(day, middle - slack, middle + slack)
    months = number * (12 if unit == "year" else 1)
    if unit == "year":
        return _years(day.year + number, day.year + number)
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return _month(year, month + 1)


def _number(month: str) -> int:
    return _MONTHS[month.lower().rstrip(".")]


def _year_of(turn: str | None, published: Period | None) -> str | None:
    """The year of "30 September of last year"."""
    if not turn or not published:
        return None
    year = datetime.date.fromordinal(published.first).year
    return str(year + {"last": -1, "next": 1}.get(turn, 0))


def _day_of(year: str | None, month: int, day: int, published: Period | None) -> list[Period]:
    return _day(int(year), month, day) if year else _nearest_day(month, day, published)


def _nearest_day(month: int, day: int, published: Period | None) -> list[Period]:
    """A day without a year: the one nearest to the day of publication."""
    if published is None:
        return []
    year = datetime.date.fromordinal(published.first).year
    near = [period for other in (year - 1, year, year + 1) for period in _day(other, month, day)]
    return sorted(near, key=lambda period: abs(period.first - published.first))[:1]


def _span(day: datetime.date, first: int, last: int) -> list[Period]:
    start = day.toordinal()
    return [Period(start + first, start + last)] if start + first > 0 else []


def _day(year: int, month: int, day: int) -> list[Period]:
    try:
        ordinal = datetime.date(year, month, day).toordinal()
    except ValueError:
        return []
    return [Period(ordinal, ordinal)]


def _month(year: int, month: int) -> list[Period]:
    if not 1 <= month <= 12 or not 1 <= year < datetime.MAXYEAR:
        return []
    after = datetime.date(year + month // 12, month % 12 + 1, 1)
    return [Period(datetime.date(year, month, 1).toordinal(), after.toordinal() - 1)]


def _years(first: int, last: int) -> list[Period]:
    if not 1 <= first <= last < datetime.MAXYEAR:
        return []
    return [Period(datetime.date(first, 1, 1).toordinal(), datetime.date(last, 12, 31).toordinal())]


def _season(year: int, name: str) -> list[Period]:
    first, last = _SEASONS[name]
    start = datetime.date(year, first, 1).toordinal()
    ends = _month(year + (last < first), last)
    return [Period(start, ends[0].last)] if ends else []
