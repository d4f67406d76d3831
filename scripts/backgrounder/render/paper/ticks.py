"""Round dates along a stretch of time: days, months or years, whichever leave room for their labels."""

from __future__ import annotations

import calendar
import datetime
import itertools
from collections.abc import Iterator
from typing import NamedTuple

from backgrounder.model.dates import DayNumber

_YEAR = 365.2425
_MONTH = _YEAR / 12
_MOST = 60
"""More ticks than fit on any line."""


class TickDay(NamedTuple):
    ordinal: float
    label: str


def ordinal(day: DayNumber) -> float:
    """Days since the year 1; exact in the calendar's range, good enough for drawing beyond it."""
    if 1 <= day.year <= 9999:
        return float(datetime.date(*day).toordinal())
    return (day.year - 1) * _YEAR + (day.month - 1) * _MONTH + day.day


def round_days(first: float, last: float, distance: float) -> tuple[TickDay, ...]:
    """Round dates from ``first`` to ``last``, at least ``distance`` days apart.

    The first day itself where there are none between, or where it is the last as well.
    """
    if first == last:
        return (TickDay(first, _label(first, distance)),)
    found = _days(first, last, distance) if distance <= 10 else ()
    found = found or (_months(first, last, distance) if distance <= 183 else ())
    found = found or _years(first, last, distance)
    return found or (TickDay(first, _label(first, distance)),)


def _days(first: float, last: float, distance: float) -> tuple[TickDay, ...]:
    if not _is_calendar(first, last):
        return ()
    step = next(step for step in (1, 2, 5, 10) if step >= distance)
    dates = (
        datetime.date.fromordinal(day) for day in range(int(first), min(int(last), int(first) + 600) + 1)
    )
    wanted = [date for date in dates if _is_round(date.day, step)]
    return tuple(
        TickDay(
            float(date.toordinal()),
            _day_label(date, with_year=index == 0 or date.year != wanted[index - 1].year),
        )
        for index, date in enumerate(wanted[:_MOST])
    )


def _is_round(day: int, step: int) -> bool:
    """The first of a month and every ``step`` days from it, but none at its end."""
    return (day - 1) % step == 0 and (step == 1 or day <= 31 - step // 2)


def _day_label(date: datetime.date, with_year: bool) -> str:
    label = f"{date.day} {calendar.month_abbr[date.month]}"
    return f"{label} {date.year}" if with_year else label


def _months(first: float, last: float, distance: float) -> tuple[TickDay, ...]:
    if not _is_calendar(first, last):
        return ()
    step = next((step for step in (1, 3, 6) if step * _MONTH >= distance), 6)
    start = datetime.date.fromordinal(int(first))
    months = itertools.count((start.year * 12 + start.month - 1) // step * step, step)
    firsts = (DayNumber(month // 12, month % 12 + 1, 1) for month in months)
    labelled = (TickDay(ordinal(day), f"{calendar.month_abbr[day.month]} {day.year}") for day in firsts)
    return _within(labelled, first, last)


def _years(first: float, last: float, distance: float) -> tuple[TickDay, ...]:
    steps = (base * 10**power for power in range(10) for base in (1, 2, 5))
    step = next(step for step in steps if step * _YEAR >= distance)
    begin = int(first // _YEAR) // step * step
    years = (DayNumber(year, 1, 1) for year in itertools.count(begin, step))
    return _within((TickDay(ordinal(day), _year_label(day.year)) for day in years), first, last)


def _within(ticks: Iterator[TickDay], first: float, last: float) -> tuple[TickDay, ...]:
    until_last = itertools.takewhile(lambda tick: tick.ordinal <= last, ticks)
    return tuple(itertools.islice((tick for tick in until_last if tick.ordinal >= first), _MOST))


def _label(day: float, distance: float) -> str:
    """How a single day is called: by the year or month it begins, else as closely as the line is drawn."""
    if not _is_calendar(day, day):
        return _year_label(int(day // _YEAR) + 1)
    date = datetime.date.fromordinal(int(day))
    if distance > 183 or (date.month, date.day) == (1, 1):
        return str(date.year)
    if distance > 10 or date.day == 1:
        return f"{calendar.month_abbr[date.month]} {date.year}"
    return _day_label(date, with_year=True)


def _year_label(year: int) -> str:
    return str(year) if year > 0 else f"{1 - year} BC"


def _is_calendar(first: float, last: float) -> bool:
    return first >= 1 and last < datetime.date.max.toordinal()
