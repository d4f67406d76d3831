"""The dates of the model against the rules of EDTF, levels 0 and 1, and against the library ``edtf``."""

from __future__ import annotations

import contextlib
import itertools
import locale

import edtf
import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from backgrounder.model.dates import (
    DISTANT_FUTURE,
    DISTANT_PAST,
    DateError,
    DayNumber,
    Edtf,
    parse_day,
    parse_edtf,
)

_QUALIFIERS = st.sampled_from(["", "?", "~", "%"])


def _padded(number: int) -> str:
    return f"-{-number:04}" if number < 0 else f"{number:04}"


_YEARS = st.integers(-9999, 9999).map(_padded)
_MONTHS = st.integers(0, 14).map("{:02}".format)
_DAYS = st.integers(0, 32).map("{:02}".format)
_SEASONS = st.integers(20, 25).map(str)
_PRECISE = st.one_of(
    _YEARS,
    st.builds("{}-{}".format, _YEARS, _MONTHS),
    st.builds("{}-{}-{}".format, _YEARS, _MONTHS, _DAYS),
)
_UNSPECIFIED = st.one_of(
    st.integers(0, 999).map("{:03}X".format),
    st.integers(0, 99).map("{:02}XX".format),
    st.integers(0, 9999).map("{:04}-XX".format),
    st.integers(0, 9999).map("{:04}-XX-XX".format),
    st.builds("{}-{}-XX".format, st.integers(1000, 2999), _MONTHS),
)
_LONG_YEARS = st.integers(10_000, 999_999_999).flatmap(
    lambda year: st.sampled_from([f"Y{year}", f"Y-{year}"])
)
_SEASON_DATES = st.builds("{}-{}".format, st.integers(1000, 2999), _SEASONS)
_POINTS = st.one_of(
    st.builds("{}{}".format, st.one_of(_PRECISE, _UNSPECIFIED), _QUALIFIERS), _LONG_YEARS, _SEASON_DATES
)
_ENDS = st.one_of(_POINTS, st.sampled_from(["", ".."]))
_DATES = st.one_of(_POINTS, st.builds("{}/{}".format, _ENDS, _ENDS))


def _parses(text: str) -> bool:
    try:
        parse_edtf(text)
    except DateError:
        return False
    return True


def _oracle(text: str) -> edtf.EDTFObject | None:
    try:
        return edtf.parse_edtf(text)
    except edtf.EDTFParseException:
        return None


def _oracle_is_wrong(text: str) -> bool:
    """Where ``edtf`` 5.0 departs from the specification, so that it can't be asked."""
    return (
        # It computes leap years before year 1 as if there were no year 0: it takes -0001 for one.
        (text.startswith("-") and text[5:].startswith("-02-29"))
        # It reads months 25 and above as level 2 seasons, which are not accepted here.
        or text[4:] == "-25"
        # It allows a qualifier neither after a season nor after a long year; the strategy adds none.
        or text.startswith("-0000")
    )


@given(_POINTS)
def test_single_dates_agree_with_the_oracle(text: str) -> None:
    """What is accepted, and the first and last day of it, are those of the library."""
    assume(not _oracle_is_wrong(text))
    judged = _oracle(text)
    assert _parses(text) == (judged is not None)
    if judged is not None:
        found = parse_edtf(text)
        assert tuple(found.first) == tuple(judged.lower_strict()[:3])
        assert tuple(found.last) == tuple(judged.upper_strict()[:3])


@given(_PRECISE, _PRECISE, _QUALIFIERS, _QUALIFIERS)
def test_intervals_agree_with_the_oracle(start: str, end: str, first: str, last: str) -> None:
    """Intervals agree too, apart from three things the library does not do.

    It crashes on open ends (``..``), gives an unknown end a made-up span of ten years, and accepts an
    interval that ends before it starts. Long years and seasons it does not take in every interval.
    """
    text = f"{start}{first}/{end}{last}"
    assume(not _oracle_is_wrong(start) and not _oracle_is_wrong(end))
    judged = _oracle(text)
    if judged is None:
        assert not _parses(text)
        return
    lower, upper = judged.lower_strict()[:3], judged.upper_strict()[:3]
    assert _parses(text) == (tuple(lower) <= tuple(upper))
    if _parses(text):
        assert tuple(parse_edtf(text).first) == tuple(lower)
        assert tuple(parse_edtf(text).last) == tuple(upper)


@given(st.one_of(_DATES, st.text(max_size=12), st.text("0123456789-/.XY?~%ux ", max_size=24)))
def test_any_text_is_a_date_or_a_refusal_with_words(text: str) -> None:
    """Nothing but DateError is raised, and it always says what to write."""
    try:
        found = parse_edtf(text)
    except DateError as error:
        assert str(error)
        assert error.hint
    else:
        assert found.text == text
        assert found.first <= found.last
        assert found.label
        assert "X" not in found.label


@given(st.one_of(_DATES, st.text("0123456789-/.?", max_size=12)))
def test_a_day_is_an_edtf_date_known_exactly(text: str) -> None:
    """``parse_day`` accepts what ``parse_edtf`` accepts with the precision of a day, from the year 1."""
    try:
        day = parse_day(text)
    except DateError as error:
        assert error.hint
        assert not (_parses(text) and len(text) == 10 and text.replace("-", "").isdigit() and text >= "0001")
    else:
        found = parse_edtf(text)
        assert found.first == found.last == day.number
        assert day.label == found.label


@given(st.lists(_DATES.filter(_parses).map(parse_edtf), max_size=8))
def test_the_order_is_total(dates: list) -> None:
    """Whatever order they come in, they sort alike; only equal texts tie."""
    keys = [sorted(date.sort_key for date in order) for order in (dates, dates[::-1])]
    assert keys[0] == keys[1]
    for one, other in itertools.combinations(dates, 2):
        assert (one.sort_key == other.sort_key) == (one.text == other.text)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("2021", "2021"),
        ("2021-07", "July 2021"),
        ("2021-07-03", "3 July 2021"),
        ("2021-22", "summer 2021"),
        ("201X", "the 2010s"),
        ("200X", "the 2000s"),
        ("20XX", "2000–2099"),
        ("2021-XX", "2021"),
        ("2021-07-XX", "July 2021"),
        ("2021~", "about 2021"),
        ("2021-07?", "July 2021 (uncertain)"),
        ("2021-07-03%", "about 3 July 2021 (uncertain)"),
        ("0000", "1 BC"),
        ("-0005-03", "March 6 BC"),
        ("0079-08-24", "24 August 79 AD"),
        ("Y17000", "17000"),
        ("Y-17000", "17001 BC"),
        ("2021/2022-07", "2021 to July 2022"),
        ("2021-07-26/..", "26 July 2021 or later"),
        ("2021-07-26/", "from 26 July 2021, end not known"),
        ("../2021", "2021 or earlier"),
        ("/2021", "until 2021, start not known"),
    ],
)
def test_label(text: str, label: str) -> None:
    """A reader sees words."""
    assert parse_edtf(text).label == label


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("199u", "capital X"),
        ("2004-06-uu", "capital X"),
        ("2021-xx", "capital X"),
        ("unknown/2006", "2021-07-26/.."),
        ("2004/open", "2021-07-26/.."),
        ("2004?~", "write %"),
        ("y170000", "capital Y"),
        ("2021-7-2", "two digits"),
        ("2021/07/02", "hyphens"),
        ("02/07/2021", "year first"),
        ("07/2021", "year first"),
        ("20210702", "hyphens"),
        ("2021-07-02T10:00:00Z", "time of day"),
        ("2021-02-29", "28 days"),
        ("2021-25", "seasons from 21 to 24"),
        ("2022/2021", "earlier date first"),
        ("2021/2022/2023", "one start and one end"),
        ("yesterday", "write 2021,"),
        ("next week", "write 2021,"),
        ("Y012345", "write 2021,"),
        ("٢٠٢١", "write 2021,"),
    ],
)
def test_refused_with_a_hint(text: str, hint: str) -> None:
    """The 2012 draft, other notations and impossible days are refused, each with its own help."""
    with pytest.raises(DateError) as caught:
        parse_edtf(text)
    assert hint in caught.value.hint


def test_open_and_unknown_ends_differ() -> None:
    """``a/..`` has no end, ``a/`` has one that nobody knows."""
    assert parse_edtf("2021/..").open_end
    assert not parse_edtf("2021/").open_end
    assert parse_edtf("2021/").last == DISTANT_FUTURE
    assert parse_edtf("../2021").first == DISTANT_PAST


def test_uncertainty_is_known() -> None:
    assert parse_edtf("2021-07?").is_uncertain
    assert parse_edtf("2021/202X").is_uncertain
    assert not parse_edtf("2021/..").is_uncertain


@given(_DATES.filter(_parses).map(parse_edtf))
def test_a_date_is_uncertain_where_an_end_is(date: Edtf) -> None:
    ends = [end for end in (date.start, date.end) if end]
    assert date.is_uncertain == any(end.qualifier or "X" in end.text for end in ends)


def test_leap_days() -> None:
    """Year 0 and every fourth before it have a 29 February, as astronomers count them."""
    assert parse_edtf("0000-02-29").first == DayNumber(0, 2, 29)
    assert _parses("-0004-02-29")
    assert not _parses("-0001-02-29")
    assert not _parses("1900-02-29")
    assert _parses("2000-02-29")


def test_months_are_english_in_every_locale() -> None:
    """The locale of the machine leaves labels alone."""
    before = locale.setlocale(locale.LC_TIME)
    try:
        for name in ("de_DE.UTF-8", "ar_IQ.UTF-8", "C"):
            try:
                locale.setlocale(locale.LC_TIME, name)
            except locale.Error:
                continue
            assert parse_day("2021-03-05").label == "5 March 2021"
    finally:
        locale.setlocale(locale.LC_TIME, before)


@given(st.text(alphabet="0123456789/-. ~?%XxuYy–tofrm", max_size=24))
@example("2021/07-20")
@example("2021-07/2021-07-20")
def test_any_text_like_a_date_is_a_date_or_a_date_error(text: str) -> None:
    """Whatever digits and signs are put together, also where one end of an interval is completed by the other."""
    for parse in (parse_edtf, parse_day):
        with contextlib.suppress(DateError):
            parse(text)
