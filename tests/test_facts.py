"""Facts beside quotations: figures with what they measure, dates, times, directions and names.

``test_every_class_of_planted_fact_is_told`` measures the whole; the others say what each part reads.
"""

from __future__ import annotations

import datetime

import pytest

from backgrounder.evidence.claims import Claim, claims_of
from backgrounder.evidence.clock import times
from backgrounder.evidence.days import Period, expressions
from backgrounder.evidence.facts import (
    uncompared_between,
    unsupported_dates,
    unsupported_figures,
    unsupported_times,
)
from backgrounder.evidence.figures import figures
from backgrounder.evidence.languages import language_of
from backgrounder.evidence.library import Library
from backgrounder.evidence.ordinals import ordinals
from backgrounder.evidence.supporting import unsupported
from backgrounder.model.archived import ArchivedText
from backgrounder.model.brief import Brief, BriefStatus, Statement
from backgrounder.model.choices import SourceKind
from backgrounder.model.citation import Citation
from backgrounder.model.dates import parse_day, parse_edtf
from backgrounder.model.registry import Registry, Source
from evaluation.planting_facts import codes, facts_table


def test_every_class_of_planted_fact_is_told() -> None:
    """At least 90 in 100 of each class, and at most 3 in 100 of as many true ones."""
    rows = facts_table()
    assert len(rows) == 13
    for row in rows:
        assert row.planted >= 60
        assert row.true >= 60
        assert row.told >= 0.9 * row.planted, row
        assert row.false_alarms <= 0.03 * row.true, row


# -- What a figure is --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("$4.5 billion", 4.5e9, "dollar"),
        ("US$40m", 4e7, "dollar/us"),
        ("40 million Canadian dollars", 4e7, "dollar/ca"),
        ("£3bn", 3e9, "pound"),
        ("40 kilometres", 40, "km"),
        ("a 40-mile road", 40, "mile"),
        ("12 square kilometers", 12, "km2"),
        ("60 km/h", 60, "km h"),
        ("60 kilometres an hour", 60, "km h"),
        ("1.2 million barrels of oil per day", 1.2e6, "barrel day"),
        ("35 degrees Celsius", 35, "°/c"),
        ("35°C", 35, "°/c"),
        ("5 per cent", 5, "%"),
        (".5%", 0.5, "%"),
        ("2 percentage points", 2, "points"),
        ("One and a half million people", 1.5e6, ""),
        ("a million and a half", 1.5e6, ""),
        ("two and a half years", 2.5, "year"),
        ("3½ years", 3.5, "year"),
        ("half a million", 5e5, ""),
        ("two-thirds of it", 2 / 3, "fraction"),
        ("a quarter of them", 0.25, "fraction"),
        ("3/4 of them", 0.75, "fraction"),
    ],
)
def test_a_figure_has_its_unit(text: str, value: float, unit: str) -> None:
    (found,) = figures(text)
    assert found.values == {value}
    assert found.unit == unit


@pytest.mark.parametrize(
    "text",
    [
        "on 12-14 July and July 20-22, 2021",
        "in 2020, from 2019-2021",
        "at 10:30 a.m., or seven o'clock",
        "a third round, a third country",
        "COVID-19, the G7, v2.0.1 and Route 66",
        "on behalf of the second half",
    ],
)
def test_dates_times_and_names_are_no_figures(text: str) -> None:
    assert figures(text) == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("40,000-45,000 people", [40_000, 45_000]),
        ("between 40,000 and 45,000 people", [40_000, 45_000]),
        ("By Jan. 18, 10 days later", [10]),
        ("in March, 74 percent", [74]),
        ("Clinton, 35, and May, 60,", [35, 60]),
    ],
)
def test_every_number_of_a_row_is_read(text: str, values: list[float]) -> None:
    assert [max(found.values) for found in figures(text)] == values


@pytest.mark.parametrize(
    ("text", "fraction"),
    [("one in five", 0.2), ("6 in 10 of them", 0.6), ("three of the five", 0.6), ("two out of three", 2 / 3)],
)
def test_some_of_so_many_is_a_fraction_and_two_counts(text: str, fraction: float) -> None:
    found = figures(text)
    assert [item.values for item in found if item.unit == "fraction"] == [{fraction}]
    assert len(found) == 3


def test_the_first_end_of_a_range_has_the_unit_and_scale_of_the_second() -> None:
    first, second = figures("2 to 3 million dollars")
    assert first.values == {2, 2e6}
    assert first.unit == second.unit == "dollar"


@pytest.mark.parametrize(
    ("here", "there", "is_borne_out"),
    [
        ("40 km", "a 40-kilometre road", True),
        ("40 miles", "40 kilometres", False),
        ("25 miles", "40 kilometres", False),  # a conversion says so in `computed:`
        ("$40", "40 euros", False),
        ("$40 million", "US$40 million", True),
        ("40 million dollars", "$40m", True),
        ("4 percent", "4 percentage points", False),
        ("100,000 tons", "100 tons", False),
        ("six weeks", "six months", False),
        ("half of the members", "50 percent of the members", True),
        ("two-thirds of them", "66 percent of them", True),
        ("a third of them", "two-thirds of them", False),
        ("more than 2,400 people", "2,487 people", True),
        ("nearly 2,500 people", "2,487 people", True),
        ("more than 2,500 people", "2,487 people", True),  # 2,500 is the source's number, rounded
        ("more than 1,000 people", "2,487 people", False),
        ("some 2,500 people", "2,487 people", True),
        ("2.5 million", "2,500,000", True),
        ("40,000 to 50,000", "40,000-45,000", False),
        ("2,500 km", "2,500 troops", False),
        ("40 barrels", "40 barrels a day", True),
        ("40 barrels a week", "40 barrels a day", False),
    ],
)
def test_a_figure_is_borne_out_with_its_unit(here: str, there: str, is_borne_out: bool) -> None:
    assert (not list(unsupported(figures(here), figures(there)))) == is_borne_out


# -- Languages ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("tag", "text", "value", "unit"),
    [
        ("de", "2.500 Soldaten", 2_500, ""),
        ("de", "2,5 Millionen Euro", 2.5e6, "euro"),
        ("de", "1,2 Mrd. Euro", 1.2e9, "euro"),
        ("de", "fünfunddreißig Tote", 35, ""),
        ("fr", "45 000 tonnes", 45_000, "t"),
        ("fr", "1,2 milliard d’euros", 1.2e9, "euro"),
        ("fr", "trente-cinq personnes", 35, ""),
        ("fr", "quatre-vingt-dix morts", 90, ""),
        ("ar", "٢٥٠٠ جندي", 2_500, ""),
        ("ar", "خمسة وثلاثين قتيلا", 35, ""),
        ("ar", "3 ملايين دولار", 3e6, "dollar"),
        ("en", "2.500 tons", 2.5, "t"),
    ],
)
def test_marks_and_words_are_those_of_the_language(tag: str, text: str, value: float, unit: str) -> None:
    (found,) = figures(text, language_of(tag))
    assert found.values == {value}
    assert found.unit == unit


def test_without_rules_a_mark_may_mean_either() -> None:
    (found,) = figures("2.500 soldater", None)
    assert found.values == {2.5, 2_500}


@pytest.mark.parametrize(
    ("tag", "text", "day"),
    [
        ("de", "am 21. Juli 2021", "2021-07-21"),
        ("de", "gestern", "2021-07-22"),
        ("fr", "le 1er juillet", "2021-07-01"),
        ("fr", "avant-hier", "2021-07-21"),
        ("ar", "٢١ تموز", "2021-07-21"),
        ("ar", "قال أمس", "2021-07-22"),
    ],
)
def test_dates_of_other_languages(tag: str, text: str, day: str) -> None:
    (found,) = expressions(text, _day("2021-07-23"), language_of(tag))
    assert found.periods == (_day(day),)


def _day(text: str) -> Period:
    ordinal = datetime.date.fromisoformat(text).toordinal()
    return Period(ordinal, ordinal)


@pytest.mark.parametrize(
    ("brief", "source", "expected"),
    [
        ("en", "en", set()),
        ("de", "de", {"names", "times of day"}),
        ("en", "de-AT", {"names", "times of day", "exchanged figures"}),
        ("en", "sv", {"names", "times of day", "exchanged figures", "dates", "small figures", "speakers"}),
    ],
)
def test_what_was_not_compared_is_said(brief: str, source: str, expected: set[str]) -> None:
    assert uncompared_between(brief, source) == expected


@pytest.mark.parametrize(
    ("paragraph", "statement", "told"),
    [
        ("Am 21. Juli 2021 starben fünfunddreißig Menschen.", "On 21 July 2021 35 people died.", set()),
        ("Am 21. Juli 2021 starben 35 Menschen.", "On 22 July 2021 36 people died.", {"unsupported-date"}),
        ("Am Vortag kamen 2.500 Menschen.", "On 20 July 2021 2,500 people came.", set()),
        ("Es kamen 2.500 Menschen.", "Only 2.5 people came.", {"unsupported-figure"}),
        ("Der Hafen kostet 40 Millionen Euro.", "It costs 40 million dollars.", {"unsupported-figure"}),
        ("Der Hafen kostet 40 Millionen Euro.", "It costs €40 million.", set()),
        ("Um 15 Uhr kamen zwei Schiffe.", "Two ships came at 3 p.m.", set()),
    ],
)
def test_english_over_a_german_source(paragraph: str, statement: str, told: set[str]) -> None:
    """Figures and exact dates go from one language to another; what German words may hide is left alone."""
    library = _library(paragraph, "de")
    found = {
        finding.code
        for claim in _claims(statement, "en")
        for compare in (unsupported_figures, unsupported_dates, unsupported_times)
        for finding in compare(claim, library)
    }
    assert found >= told
    assert bool(found) == bool(told)


def _library(paragraph: str, language: str) -> Library:
    day = parse_edtf("2021-07-23")
    source = Source(title="T", kind=SourceKind.ARTICLE, publisher="P", published=day, language=language)
    text = ArchivedText("daily", "briefs/archive/daily.txt", "T", (paragraph,), (3,))
    return Library({"daily": text}, Registry(sources={"daily": source}))


def _claims(statement: str, language: str) -> list[Claim]:
    brief = Brief(
        slug="made-up",
        title="Made up",
        status=BriefStatus.PUBLISHED,
        as_of=parse_day("2021-08-30"),
        language=language,
        bottom_line="",
        key_points=(Statement(text=statement, cite=(Citation("daily", 1),)),),
    )
    return list(claims_of("made-up.yaml", (), brief))


# -- Dates and times ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("by Sept. 30", "2021-09-30"),
        ("by Sept. 30, 2020", "2020-09-30"),
        ("on Sept. 30 of last year", "2020-09-30"),
    ],
)
def test_a_day_behind_a_short_month_is_kept(text: str, day: str) -> None:
    (found,) = expressions(text, _day("2021-07-23"))
    assert found.periods == (_day(day),)


@pytest.mark.parametrize(
    ("paragraph", "statement", "told"),
    [
        ("On Wednesday the council voted.", "It voted on Friday 23 July.", ["unsupported-date"]),
        ("On Wednesday the council voted.", "It voted on a Friday.", ["unsupported-weekday"]),
        ("On Wednesday the council voted.", "It voted on 21 July 2021.", []),
        ("The council voted.", "It voted on 23 July 2021.", []),
        ("Last month the council voted.", "It voted in July 2021.", ["unsupported-date"]),
        ("Last year the council voted.", "It voted in 2021.", ["unsupported-date"]),
        ("The lease ends on 30 April 2019.", "The lease ends on 30 April.", []),
        ("Talks are held on 12-14 August.", "Talks begin on 12 August.", []),
        ("Talks are held on 12-14 August.", "Talks begin on 15 August.", ["unsupported-date"]),
    ],
)
def test_the_day_of_publication_gives_way_to_a_day_of_the_paragraph(
    paragraph: str, statement: str, told: list[str]
) -> None:
    assert codes(paragraph, statement) == told


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("at 10:30 a.m.", {630}),
        ("at 3 p.m.", {900}),
        ("at 3pm", {900}),
        ("at 15:00", {900}),
        ("at 11:30 GMT", {690}),
        ("at 7:15", {435, 1155}),
        ("at noon", {720}),
        ("three o’clock in the morning", {180}),
    ],
)
def test_times_of_day(text: str, minutes: set[int]) -> None:
    (found,) = times(text)
    assert found.minutes == minutes


@pytest.mark.parametrize("text", ["a score of 3:2", "Luke 25:70", "in 2021", "I am 35", "Article 3.1"])
def test_what_is_no_time_of_day(text: str) -> None:
    assert all(found.shown == "3:2" for found in times(text)) or not times(text)


def test_ordinals_number_nouns_and_no_days() -> None:
    english = language_of("en")
    assert english
    found = ordinals("The third round, the 21st session, the 3rd of May, first and second.", english)
    assert [item.number for item in found] == [3, 21]


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        ("The lease ends on 31 June.", True),
        ("The lease ends on June 31, 2021.", True),
        ("The lease ends on 30 February.", True),
        ("The lease ended on 29 February 2021.", True),
        ("The lease ended on 2021-06-31.", True),
        ("The lease ends on 29 February.", False),
        ("The lease ended on 29 February 2020.", False),
        ("In June 31 people came, and 35 May Day marchers.", False),
        ("Some 30 Marines came.", False),
        ("انتهى في 31 نيسان 2021", True),
        ("انتهى في 30 نيسان 2021", False),
    ],
)
def test_days_that_no_calendar_has(text: str, is_told: bool) -> None:
    assert ("impossible-calendar-day" in codes(text, text)) == is_told


# -- Otherwise than the source -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("paragraph", "statement", "told"),
    [
        ("Over 40 boats sank.", "Under 40 boats sank.", True),
        ("Over 40 boats sank.", "More than 40 boats sank.", False),
        ("Some 40 boats sank.", "More than 40 boats sank.", False),
        ("At least 40 boats sank.", "40 boats sank.", False),
        ("40 or more boats sank.", "At most 40 boats sank.", True),
        ("Rents rose 12 percent.", "Rents fell by 12 percent.", True),
        ("Rents rose 12 percent.", "Rents are up 12 percent.", False),
        ("Rents did not rise 12 percent.", "Rents fell by 12 percent.", False),
        ("Rents rose 12 percent and wages fell 12 percent.", "Wages fell by 12 percent.", False),
        ("Rents are 12 percent higher than in May.", "Rents are 12 percent lower than in May.", True),
        ("Rents fell over 12 years.", "Rents fell over 12 years.", False),
    ],
)
def test_a_figure_told_the_other_way(paragraph: str, statement: str, told: bool) -> None:
    assert ("contrary-direction" in codes(paragraph, statement)) == told


@pytest.mark.parametrize(
    ("paragraph", "statement", "told"),
    [
        ("It has 900 troops and 2,500 tanks.", "It has 2,500 troops and 900 tanks.", True),
        ("It has 900 troops and 2,500 tanks.", "2,500 tanks and 900 troops are there.", False),
        ("It has 900 troops and 2,500 tanks.", "It has 2,500 troops.", True),
        ("It has 900 troops, or soldiers, and 2,500 tanks.", "900 soldiers are there.", False),
        ("Of the men, 40 are in Lund and 70 in Harad.", "Lund has 70 men, Harad 40.", True),
        ("Of the men, 40 are in Lund and 70 in Harad.", "Harad has 70 men, Lund 40.", False),
        ("It went from 5 percent to 9 percent.", "It went from 9 percent to 5 percent.", True),
        ("It went from 5 percent to 9 percent.", "It is at 9 percent, up from 5 percent.", False),
        ("They lost by 46 to 42.", "They lost by 42 to 46.", True),
        ("Growth will be 10 to 15 percent.", "Growth will be 10–15% in all.", False),
    ],
)
def test_figures_at_each_others_places(paragraph: str, statement: str, told: bool) -> None:
    assert ("exchanged-figures" in codes(paragraph, statement)) == told


@pytest.mark.parametrize(
    ("paragraph", "statement", "told"),
    [
        ("Anna Berg accused Jon Vik.", "Jon Vik accused Anna Berg.", True),
        ("Anna Berg accused Jon Vik.", "Jon Vik was accused by Anna Berg.", False),
        ("Anna Berg, the mayor, has openly accused Jon Vik.", "Jon Vik accuses Anna Berg.", True),
        ("Jon Vik was accused by Anna Berg.", "Jon Vik accused Anna Berg.", True),
        ("Anna Berg accused Jon Vik, and Jon Vik accused Anna Berg.", "Jon Vik accused Anna Berg.", False),
        ("Anna Berg met Jon Vik.", "Jon Vik met Anna Berg.", False),
        ("Anna Berg and Jon Vik accused others.", "Jon Vik accused Anna Berg.", False),
        ("Anna Berg accused Jon Vik.", "Jon Vik answered Anna Berg.", False),
    ],
)
def test_names_at_each_others_places(paragraph: str, statement: str, told: bool) -> None:
    assert ("exchanged-names" in codes(paragraph, statement)) == told
