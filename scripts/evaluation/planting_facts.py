"""Plants false facts into made-up news texts by rule, and counts how many are told, beside true ones.

Each class has templates of a paragraph, of a statement that is true of it in other words, and of one that is
false in one respect. ``facts_table`` gives a row a class. The texts are made here, and none is from a newspaper.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Callable, Iterator
from typing import NamedTuple

from backgrounder.check.weekdays import wrong_weekdays
from backgrounder.diagnostics.diagnostic import Finding
from backgrounder.evidence import Library
from backgrounder.evidence.claims import claims_of
from backgrounder.evidence.exchanged_names import exchanged_names
from backgrounder.evidence.facts import unsupported_dates, unsupported_figures, unsupported_times
from backgrounder.model.archived import ArchivedText
from backgrounder.model.brief import Brief, BriefStatus, Statement
from backgrounder.model.choices import SourceKind, StakeholderKind
from backgrounder.model.citation import Citation
from backgrounder.model.dates import parse_day, parse_edtf
from backgrounder.model.registry import Registry, Source, Stakeholder
from backgrounder.model.texts import Texts, own_texts
from evaluation.tables import Bar, Row

PUBLISHED = "2021-07-23"
_A_CLASS = 60
_TOLD = Bar(told_at_least=90)
_TRUE = Bar(error_at_most=0, warned_at_most=3)
_COUNTED = (
    "troops, farms, houses, wells, teachers, boats, nurses, trucks, voters, shops, tanks, refugees".split(
        ", "
    )
)
_GOODS = "wheat, rice, cement, copper, coffee, cotton, steel".split(", ")
_SUBJECTS = "Exports, Imports, Sales, Prices, Unemployment, Rents, Traffic, Tax revenue, Output".split(", ")
_PLACES = "Norvik, Ostby, Harad, Lund, Tarsa, Belmont, Kaya, Sarn".split(", ")
_PEOPLE = "Anna Berg, Jon Vik, Lena Ost, Karim Nasser, Ada Reed, Tom Hale, Maria Silva, Paul Weber".split(
    ", "
)
_VERBS = "accused, praised, criticised, blamed, supported, sued, defeated, replaced, invited, thanked".split(
    ", "
)
_WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


class Case(NamedTuple):
    """A paragraph with a statement that is true of it and one that is not."""

    paragraph: str
    true: str
    false: str


class Planted(NamedTuple):
    """The outcome of one class."""

    kind: str
    planted: int
    told: int
    false_alarms: int
    true: int


def facts_table(seed: int = 0) -> list[Planted]:
    """Return a row for each class of false fact: planted, told, and false alarms among as many true ones."""
    return [_row(kind, cases) for kind, cases in cases_by_kind(seed).items()]


def facts_rows() -> list[Row]:
    """Return the rows of the table for ``scripts/evaluate``: false facts, then true ones, of each class."""
    rows = []
    for item in facts_table():
        rows.append(Row(f"facts, {item.kind}", item.planted, 0, item.told, _TOLD))
        rows.append(Row(f"true facts, {item.kind}", item.true, 0, item.false_alarms, _TRUE))
    return rows


def cases_by_kind(seed: int = 0) -> dict[str, list[Case]]:
    """Return the cases of each class, the same ones for the same seed."""
    return {kind: list(_taken(make, random.Random(f"{seed} {kind}"))) for kind, make in _MAKERS.items()}


def codes(paragraph: str, statement: str, published: str = PUBLISHED) -> list[str]:
    """Return the codes of what is told of a statement that cites a paragraph."""
    return [finding.code for finding in _told(paragraph, statement, published)]


def _row(kind: str, cases: list[Case]) -> Planted:
    told = sum(bool(codes(case.paragraph, case.false)) for case in cases)
    alarms = sum(bool(codes(case.paragraph, case.true)) for case in cases)
    return Planted(kind, len(cases), told, alarms, len(cases))


def _taken(make: Callable[[random.Random], Case], chance: random.Random) -> Iterator[Case]:
    """A class's cases, each another one."""
    seen: set[Case] = set()
    while len(seen) < _A_CLASS:
        case = make(chance)
        if case not in seen:
            seen.add(case)
            yield case


def _told(paragraph: str, statement: str, published: str) -> Iterator[Finding]:
    registry = Registry(
        stakeholders={
            name.lower().replace(" ", "-"): Stakeholder(name=name, kind=StakeholderKind.PERSON)
            for name in _PEOPLE
        },
        sources={
            "daily": Source(
                title="News", kind=SourceKind.ARTICLE, publisher="The Daily", published=parse_edtf(published)
            )
        },
    )
    text = ArchivedText("daily", "briefs/archive/daily.txt", "News", (paragraph,), (3,))
    library = Library({"daily": text}, registry)
    brief = Brief(
        slug="made-up",
        title="Made up",
        status=BriefStatus.PUBLISHED,
        as_of=parse_day("2021-08-30"),
        bottom_line="",
        key_points=(Statement(text=statement, cite=(Citation("daily", 1),)),),
    )
    for claim in claims_of("made-up.yaml", (), brief):
        for compare in (unsupported_figures, unsupported_times, unsupported_dates, exchanged_names):
            yield from compare(claim, library)
    yield from wrong_weekdays(brief, "made-up.yaml", Texts(own_texts(brief)))


# -- Classes -----------------------------------------------------------------------------------------


def _units(chance: random.Random) -> Case:
    """Another unit with the number kept."""
    number = chance.choice((12, 40, 85, 120, 350, 600))
    place, goods = chance.choice(_PLACES), chance.choice(_GOODS)
    one, spelt, other = chance.choice(
        (
            ("kilometres", "km", "miles"),
            ("miles", "miles", "kilometers"),
            ("hectares", "hectares", "acres"),
            ("metres", "meters", "feet"),
            ("square kilometres", "square kilometers", "square miles"),
        )
    )
    amount, amount_spelt, amount_other = chance.choice(
        (
            ("tonnes", "tons", "kilograms"),
            ("barrels", "barrels", "gallons"),
            ("kilos", "kg", "pounds"),
            ("litres", "liters", "barrels"),
        )
    )
    time, time_other = chance.choice(
        (("days", "weeks"), ("months", "years"), ("hours", "days"), ("weeks", "months"))
    )
    return chance.choice(
        (
            Case(
                f"Fire has burnt {number} {one} of forest along the road to {place}, officials said.",
                f"Along the road near {place}, {number} {spelt} of forest are lost.",
                f"Along the road near {place}, {number} {other} of forest are lost.",
            ),
            Case(
                f"The depot near {place} holds {number} {amount} of {goods}, the ministry said on its website.",
                f"According to the ministry, {number} {amount_spelt} of {goods} lie near {place}.",
                f"According to the ministry, {number} {amount_other} of {goods} lie near {place}.",
            ),
            Case(
                f"Talks in {place} lasted {number} {time}, longer than anybody had foreseen.",
                f"It took {number} {time} of talks.",
                f"It took {number} {time_other} of talks.",
            ),
            Case(
                f"Turnout in {place} went from 41 percent to {number % 50 + 42} percent.",
                f"Turnout reached {number % 50 + 42}% in {place}.",
                f"Turnout gained {number % 50 + 42} percentage points in {place}.",
            ),
        )
    )


def _currencies(chance: random.Random) -> Case:
    """Another currency, or another scale, with the number kept."""
    number = chance.choice(("1.2", "4.5", "40", "75", "300", "2.25"))
    scale, short = chance.choice((("million", "m"), ("billion", "bn")))
    sign, word, wrong = chance.choice(
        (
            ("$", "dollars", "euros"),
            ("€", "euros", "dollars"),
            ("£", "pounds", "euros"),
            ("US$", "US dollars", "Canadian dollars"),
            ("$", "dollars", "dinars"),
            ("¥", "yen", "yuan"),
        )
    )
    place = chance.choice(_PLACES)
    other_scale = "billion" if scale == "million" else "million"
    return chance.choice(
        (
            Case(
                f"The port of {place} will cost {sign}{number} {scale} to rebuild, the council said.",
                f"Rebuilding the port takes {number} {scale} {word}.",
                f"Rebuilding the port takes {number} {scale} {wrong}.",
            ),
            Case(
                f"Donors promised {number} {scale} {word} for schools in {place}.",
                f"For schools, {sign}{number}{short} is promised.",
                f"For schools, {sign}{number} {other_scale} is promised.",
            ),
            Case(
                f"{place} owes its lenders {number} {scale} {word}, according to the bank.",
                f"Debts of {place} stand at {number} {scale} {word}.",
                f"Debts of {place} stand at {number} {scale} {wrong}.",
            ),
        )
    )


def _exchanged(chance: random.Random) -> Case:
    """Two figures at each other's places."""
    one, other = chance.sample((40, 120, 350, 900, 1_250, 2_500, 18_000), 2)
    first, second = chance.sample(_COUNTED, 2)
    here, there = chance.sample(_PLACES, 2)
    low, high = sorted(chance.sample(range(3, 60), 2))
    subject, object_ = chance.sample(_SUBJECTS, 2)
    return chance.choice(
        (
            Case(
                f"The army has moved {one:,} {first} and {other:,} {second} to {here}, its spokesman said.",
                f"To {here} the army sent {other:,} {second} and {one:,} {first}.",
                f"To {here} the army sent {one:,} {second} and {other:,} {first}.",
            ),
            Case(
                f"Of the {first}, {one:,} are in {here} and {other:,} in {there}, the report says.",
                f"The report counts {other:,} {first} in {there} and {one:,} in {here}.",
                f"The report counts {one:,} {first} in {there} and {other:,} in {here}.",
            ),
            Case(
                f"The share of women among the {first} rose from {low} percent to {high} percent in a decade.",
                f"Women went from {low}% to {high}% of {first}.",
                f"Women went from {high}% to {low}% of {first}.",
            ),
            Case(
                f"{subject} stood at ${one} million and {object_.lower()} at ${other} million, the bank said.",
                f"The bank puts {object_.lower()} at ${other} million, {subject.lower()} at ${one} million.",
                f"The bank puts {object_.lower()} at ${one} million, {subject.lower()} at ${other} million.",
            ),
            Case(
                f"In {here}, {one:,} {first} were lost; in {there} it was {other:,}.",
                f"{there} lost {other:,} {first}, {here} lost {one:,}.",
                f"{there} lost {one:,} {first}, {here} lost {other:,}.",
            ),
        )
    )


def _more_and_less(chance: random.Random) -> Case:
    """A bound from the other side."""
    number = chance.choice(("2,000", "350", "1.5 million", "40", "12,000"))
    counted, place = chance.choice(_COUNTED), chance.choice(_PLACES)
    over, alike, under = chance.choice(
        (
            ("more than", "over", "fewer than"),
            ("over", "more than", "under"),
            ("at least", "no fewer than", "at most"),
            ("nearly", "almost", "more than"),
            ("fewer than", "under", "at least"),
            ("up to", "at most", "more than"),
            ("as many as", "up to", "at least"),
        )
    )
    return chance.choice(
        (
            Case(
                f"The flood has destroyed {over} {number} {counted} around {place}, the governor said.",
                f"Around {place}, {alike} {number} {counted} are destroyed.",
                f"Around {place}, {under} {number} {counted} are destroyed.",
            ),
            Case(
                f"In {place}, {over} {number} {counted} are still waiting for an answer.",
                f"No answer has come for {alike} {number} {counted}.",
                f"No answer has come for {under} {number} {counted}.",
            ),
        )
    )


def _rise_and_fall(chance: random.Random) -> Case:
    """A rise told as a fall, and the other way round."""
    number, subject, place = chance.randint(2, 60), chance.choice(_SUBJECTS), chance.choice(_PLACES)
    rise, fall = ("rose", "climbed", "increased", "grew"), ("fell", "dropped", "declined", "decreased")
    ways = [rise, fall]
    chance.shuffle(ways)
    one, other = ways
    noun, contrary = chance.choice((("rise", "fall"), ("drop", "increase"), ("decline", "growth")))
    return chance.choice(
        (
            Case(
                f"{subject} in {place} {chance.choice(one)} {number} percent last year, the office of statistics said.",
                f"{subject} {chance.choice(one)} by {number}% in {place}.",
                f"{subject} {chance.choice(other)} by {number}% in {place}.",
            ),
            Case(
                f"The bank reported a {number}% {noun} in {subject.lower()} for {place}.",
                f"For {place} the bank sees a {noun} of {number} percent in {subject.lower()}.",
                f"For {place} the bank sees a {contrary} of {number} percent in {subject.lower()}.",
            ),
            Case(
                f"After a dry spring, {subject.lower()} in {place} {chance.choice(one)} to {number} million.",
                f"{subject} in {place} {chance.choice(one)} to {number} million.",
                f"{subject} in {place} {chance.choice(other)} to {number} million.",
            ),
        )
    )


def _relative_dates(chance: random.Random) -> Case:
    """Another day than the one that counts from the day of publication, Friday 23 July 2021."""
    place = chance.choice(_PLACES)
    said, right, wrong = chance.choice(
        (
            ("on Wednesday", "on Wednesday 21 July", "on Friday 23 July"),
            ("on Wednesday", "on 21 July 2021", "on 22 July 2021"),
            ("on Monday", "on 19 July 2021", "on 20 July 2021"),
            ("on Thursday", "on 22 July", "on 23 July"),
            ("yesterday", "on 22 July 2021", "on 23 July 2021"),
            ("on July 19", "on 19 July 2021", "on 23 July 2021"),
            ("two days ago", "on 21 July 2021", "on 23 July 2021"),
            ("last month", "in June 2021", "in July 2021"),
            ("last year", "in 2020", "in 2021"),
            ("three years ago", "in 2018", "in 2021"),
            ("on Sept. 30 of last year", "on 30 September 2020", "on 23 July 2021"),
            ("on Tuesday", "on a Tuesday", "on a Friday"),
        )
    )
    number = chance.randint(3, 30)
    return chance.choice(
        (
            Case(
                f"The council of {place} voted {said} to close {number} schools.",
                f"The vote in {place} was held {right}.",
                f"The vote in {place} was held {wrong}.",
            ),
            Case(
                f"Workers at the mine in {place} went on strike {said}, their union said.",
                f"Miners in {place} stopped work {right}.",
                f"Miners in {place} stopped work {wrong}.",
            ),
        )
    )


def _fractions(chance: random.Random) -> Case:
    """Another fraction; a fraction of one is borne out by its percentage."""
    counted, place = chance.choice(_COUNTED), chance.choice(_PLACES)
    said, alike, wrong = chance.choice(
        (
            ("two-thirds", "two thirds", "one third"),
            ("a third", "one-third", "two-thirds"),
            ("a quarter", "25 percent", "a third"),
            ("three-quarters", "75%", "two-thirds"),
            ("three-quarters", "three quarters", "a quarter"),
            ("one in five", "a fifth", "a third"),
            ("half", "50 percent", "a third"),
            ("two out of five", "40 percent", "two-thirds"),
            ("66 percent", "about two-thirds", "three-quarters"),
            ("a tenth", "10 percent", "a fifth"),
        )
    )
    more = chance.choice(("", "", "more than "))
    return chance.choice(
        (
            Case(
                f"In {place}, {more}{said} of the {counted} were lost to the storm.",
                f"The storm cost {place} {more}{alike} of its {counted}.",
                f"The storm cost {place} {more}{wrong} of its {counted}.",
            ),
            Case(
                f"The ministry says that {more}{said} of all {counted} in {place} have insurance.",
                f"Insurance covers {more}{alike} of {counted} in {place}.",
                f"Insurance covers {more}{wrong} of {counted} in {place}.",
            ),
        )
    )


def _ranges(chance: random.Random) -> Case:
    """Another end of a range, and numbers that are half in words."""
    low = chance.choice((10, 20, 35, 40, 60))
    high, wrong = low + 5, low + chance.choice((10, 25))
    counted, place = chance.choice(_COUNTED), chance.choice(_PLACES)
    return chance.choice(
        (
            Case(
                f"{low},000-{high},000 {counted} are affected in {place}, aid groups say.",
                f"Between {low},000 and {high},000 {counted} are affected.",
                f"Between {low},000 and {wrong},000 {counted} are affected.",
            ),
            Case(
                f"Growth in {place} will be {low} to {high} percent, the bank said.",
                f"The bank expects {low}–{high}% in {place}.",
                f"The bank expects {low}–{wrong}% in {place}.",
            ),
            Case(
                f"One and a half million {counted} are registered in {place}.",
                f"{place} has registered 1.5 million {counted}.",
                f"{place} has registered half a million {counted}.",
            ),
            Case(
                f"The tax in {place} rises by .{low // 10}%, the council decided.",
                f"The council of {place} adds 0.{low // 10} percent.",
                f"The council of {place} adds {low // 10} percent.",
            ),
            Case(
                f"{place} needs from {low} to {high} {counted} a week.",
                f"A week takes {low} to {high} {counted}.",
                f"A week takes {low} to {wrong} {counted}.",
            ),
        )
    )


def _separators(chance: random.Random) -> Case:
    """A mark between thousands read as one before decimals."""
    number, counted, place = (
        chance.choice((100, 12, 250, 3, 45)),
        chance.choice(_GOODS),
        chance.choice(_PLACES),
    )
    return chance.choice(
        (
            Case(
                f"{place} ships {number} tons of {counted} a year.",
                f"{number} tons of {counted} leave {place} a year.",
                f"{number},000 tons of {counted} leave {place} a year.",
            ),
            Case(
                f"{place} ships {number},000 tons of {counted} a year.",
                f"{number},000 tons of {counted} leave {place} a year.",
                f"{number} tons of {counted} leave {place} a year.",
            ),
            Case(
                f"The yield near {place} was {number}.5 tons of {counted}.",
                f"Near {place} they brought in {number}.5 tons of {counted}.",
                f"Near {place} they brought in {number}5 tons of {counted}.",
            ),
        )
    )


def _clock_times(chance: random.Random) -> Case:
    """Another hour, or the other half of the day."""
    hour, minute, place = chance.randint(1, 11), chance.choice((0, 15, 30, 45)), chance.choice(_PLACES)
    half, other = chance.choice((("a", "p"), ("p", "a")))
    said = f"{hour}:{minute:02}" if minute else f"{hour}"
    day = hour + (12 if half == "p" else 0)
    return chance.choice(
        (
            Case(
                f"The bridge at {place} was closed at {said} {half}.m. after a warning.",
                f"The bridge was closed at {day:02}:{minute:02}.",
                f"The bridge was closed at {said} {other}.m.",
            ),
            Case(
                f"Polls in {place} opened at {said} {half}.m., an official said.",
                f"Polls opened at {said}{half}m in {place}.",
                f"Polls opened at {hour + 1}:{minute:02} {half}.m. in {place}.",
            ),
            Case(
                f"The train left {place} at {day:02}:{minute:02} GMT.",
                f"At {said} {half}.m. the train left.",
                f"At {said} {other}.m. the train left.",
            ),
            Case(
                f"Shots were heard in {place} around {chance.choice(('noon', 'midnight'))} on the square.",
                f"Shots fell in {place}.",
                f"Shots fell in {place} at {said} {half}.m.",
            ),
        )
    )


def _ordinals(chance: random.Random) -> Case:
    """Another number in a row."""
    words = "first second third fourth fifth sixth seventh eighth ninth tenth".split()
    digits = "1st 2nd 3rd 4th 5th 6th 7th 8th 9th 10th".split()
    right, wrong = chance.sample(range(1, 10), 2)
    thing, place = (
        chance.choice(("round", "summit", "session", "strike", "attack", "visit")),
        chance.choice(_PLACES),
    )
    return Case(
        f"It was the {words[right]} {thing} in {place} since the spring.",
        f"{place} saw its {chance.choice((words, digits))[right]} {thing}.",
        f"{place} saw its {chance.choice((words, digits))[wrong]} {thing}.",
    )


def _impossible_days(chance: random.Random) -> Case:
    """A day that no calendar has."""
    month, last = chance.choice(
        (("April", 30), ("June", 30), ("September", 30), ("November", 30), ("February", 28), ("July", 31))
    )
    place, year = chance.choice(_PLACES), chance.choice((2019, 2021))
    wrong = last + 1 if month != "February" else chance.choice((30, 31))
    shapes: list[Callable[[int], str]] = [
        lambda day: f"{day} {month} {year}",
        lambda day: f"{month} {day}, {year}",
        lambda day: f"the {day}{'st' if day == 31 else 'nd' if day == 32 else 'th'} of {month} {year}",
    ]
    if wrong <= 31:
        shapes.append(lambda day: f"{day} {month}")
    shape = chance.choice(shapes)
    return Case(
        f"The lease of the harbour at {place} ends on {month} {last}, {year}.",
        f"The lease at {place} ends on {shape(last)}.",
        f"The lease at {place} ends on {shape(wrong)}.",
    )


def _names(chance: random.Random) -> Case:
    """The doer and the one it is done to have changed places."""
    one, other = chance.sample(_PEOPLE, 2)
    verb, place = chance.choice(_VERBS), chance.choice(_PLACES)
    title = chance.choice(("", "Minister ", "Senator "))
    return chance.choice(
        (
            Case(
                f"In {place}, {one} {verb} {title}{other} in front of reporters.",
                f"{one} {verb} {other} in {place}.",
                f"{other} {verb} {one} in {place}.",
            ),
            Case(
                f"{title}{one} {verb} {other.split()[1]} on Monday, and left {place}.",
                f"In public {one} {verb} {other}.",
                f"In public {other} {verb} {one}.",
            ),
            Case(
                f"Before the vote {one} openly {verb} {other} of the council of {place}.",
                f"{other} was {verb} by {one}.",
                f"{one} was {verb} by {other}.",
            ),
        )
    )


_MAKERS: dict[str, Callable[[random.Random], Case]] = {
    "units": _units,
    "currencies": _currencies,
    "exchanged figures": _exchanged,
    "more and less": _more_and_less,
    "rise and fall": _rise_and_fall,
    "relative dates": _relative_dates,
    "fractions": _fractions,
    "ranges": _ranges,
    "separators": _separators,
    "clock times": _clock_times,
    "ordinals": _ordinals,
    "impossible days": _impossible_days,
    "names exchanged": _names,
}


def main() -> None:
    """Print the table."""
    for row in facts_table():
        line = f"{row.kind:20} {row.told:3} of {row.planted:3} told, {row.false_alarms} of {row.true} true ones too"
        sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    main()
