"""Figures, times, dates and weekdays of a statement against the paragraphs it cites.

Only what the cited paragraphs can settle is judged: a record that cites a source whose text is not here
is left alone. Estimates, signs to watch and tests for an answer are the desk's own and name numbers, and
days to come, that no source has yet. What the rules of a language do not reach is told by ``uncompared``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from backgrounder.diagnostics.diagnostic import Finding
from backgrounder.evidence.claims import Claim
from backgrounder.evidence.clock import Time, times
from backgrounder.evidence.days import (
    Expression,
    Grain,
    Period,
    agrees,
    expressions,
    grain_of,
    is_day_of,
    period_of,
    periods_of,
)
from backgrounder.evidence.figures import Figure, figures
from backgrounder.evidence.languages import Language, language_of
from backgrounder.evidence.languages.english import ENGLISH
from backgrounder.evidence.languages.quantities import quantities_of
from backgrounder.evidence.library import Library, Passage
from backgrounder.evidence.ordinals import ordinals, rivals
from backgrounder.evidence.supporting import unsupported
from backgrounder.evidence.turned import Stated, place_of, turned_figures
from backgrounder.model.brief import Brief, Event, Judgement, Question
from backgrounder.model.corpus import walk
from backgrounder.model.registry import Registry, Source
from backgrounder.model.texts import Text
from backgrounder.spans import Place

_DESKS_OWN = {(Question, "ask"), (Question, "watch"), (Question, "resolves_when"), (Judgement, "text")}
_OF_THE_SOURCE_ITSELF = {(Source, "title"), (Source, "dated_by")}
_IN_DIGITS_ANYWHERE = 1_000
"""Smaller numbers may stand in words that are not known here, where the language has no rules."""
_IN_WORDS_ANYWHERE = 12
"""Smaller numbers have forms of their own in many languages, such as a dual."""
_NO_FIGURES = {"note", "computed", "sourcing", "describes", "graded_by"}
"""Where a desk counts what it sees in its sources: paragraphs, voices, reports."""


def unsupported_figures(claim: Claim, library: Library) -> Iterator[Finding]:
    """Figures that no cited paragraph has and that the record does not say how it computed; and those that
    it has otherwise bound, with another trend, or at each other's places."""
    language = library.language(claim)
    here = [
        Stated(text, figure)
        for text in _texts(claim)
        if text.field not in _NO_FIGURES
        for figure in figures(text.own_words, language)
    ]
    if not here:
        return
    passages = library.passages(claim.citations)
    computed = getattr(claim.record, "computed", None)
    own = figures(computed, language) if computed else []
    doubtful = set(unsupported((item.figure for item in here), _Figures(passages, own)))
    doubtful = {figure for figure in doubtful if _is_comparable(figure, claim, passages, library)}
    for text, figure in here:
        if figure in doubtful:
            facts = {"value": figure.shown, "where": _where(claim)}
            facts["help"] = _figure_help(figure, claim, passages)
            yield Finding(place_of(text, figure.start, figure.end, claim), "unsupported-figure", facts)
    borne_out = [item for item in here if item.figure not in doubtful]
    if not computed:
        yield from turned_figures(borne_out, claim, passages, library)


class _Figures:
    """The figures of some passages, and some more; a passage is read when it is come to, which few of a whole
    source are."""

    def __init__(self, passages: list[Passage], more: list[Figure]) -> None:
        self._passages = passages
        self._more = more

    def __iter__(self) -> Iterator[Figure]:
        for passage in self._passages:
            yield from passage.figures
        yield from self._more


def _is_comparable(figure: Figure, claim: Claim, passages: list[Passage], library: Library) -> bool:
    """Whether the rules of the languages reach a figure."""
    languages = [library.language(claim), *(passage.source.language for passage in passages)]
    largest = max(figure.values, default=0.0)
    if any(language is None for language in languages):
        return largest >= _IN_DIGITS_ANYWHERE
    is_small = largest <= _IN_WORDS_ANYWHERE and largest.is_integer()
    return all(language is ENGLISH for language in languages) or not is_small


def unsupported_times(claim: Claim, library: Library) -> Iterator[Finding]:
    """Times of day, and ordinals, that no cited paragraph gives; in English alone."""
    if not library.is_english(claim):
        return
    passages = library.passages(claim.citations)
    for text in _texts(claim):
        if text.field in _NO_FIGURES:
            continue
        said = times(text.own_words)
        known = [time for passage in passages for time in passage.times] if said else []
        for time in said:
            if not any(time.minutes & other.minutes for other in known):
                yield Finding(
                    place_of(text, time.start, time.end, claim),
                    "unsupported-time",
                    _time_facts(time, known, claim),
                )
        yield from _wrong_ordinals(text, claim, passages)


def _time_facts(time: Time, known: list[Time], claim: Claim) -> dict[str, str]:
    shown = list(dict.fromkeys(item.shown for item in known))
    return {
        "value": time.shown,
        "where": _where(claim),
        "help": _has(shown) if len(shown) in range(1, 6) else "",
    }


def _wrong_ordinals(text: Text, claim: Claim, passages: list[Passage]) -> Iterator[Finding]:
    said = ordinals(text.own_words, ENGLISH)
    known = [item for passage in passages for item in ordinals(passage.text, ENGLISH)] if said else []
    for item in said:
        if others := rivals(item, known):
            facts = {
                "value": item.shown,
                "where": _where(claim),
                "help": _has([other.shown for other in others[:5]]),
            }
            yield Finding(place_of(text, item.start, item.end, claim), "unsupported-figure", facts)


def uncompared(brief: Brief, registry: Registry) -> frozenset[str]:
    """Return what of a brief was not compared with its sources, because a language has no rules for it.

    ``dates``, ``times of day``, ``small figures`` (below 1,000), ``exchanged figures`` (with bounds and trends),
    ``names`` and ``speakers``; nothing where all was compared. It depends on languages alone, not on texts.
    """
    cited = {
        citation.source for _, record in walk(brief) for citation in getattr(record, "cite", ())
    } & registry.sources.keys()
    found: frozenset[str] = frozenset()
    for source in cited:
        found |= uncompared_between(brief.language, registry.sources[source].language)
    return found


def uncompared_between(here: str, there: str) -> frozenset[str]:
    """Return what is not compared between texts in two languages, given by their tags."""
    languages = {tag: language_of(tag) for tag in (here, there)}
    if all(language is ENGLISH for language in languages.values()):
        return frozenset()
    found = {"names", "times of day"}
    if None in languages.values():
        found |= {"small figures", "speakers"}
    if not all(map(_has_dates, languages.values())):
        found.add("dates")
    if len({tag.partition("-")[0] for tag in languages}) > 1 or None in languages.values():
        found.add("exchanged figures")
    return frozenset(found)


def _has_dates(language: Language | None) -> bool:
    """Whether the dates of a language are known, those that count from the day of publication among them."""
    if language is None:
        return False
    return language is ENGLISH or bool(language.months and quantities_of(language.tag).relative)


class _Known(NamedTuple):
    """The dates of what is cited."""

    said: list[Expression]
    published: list[tuple[Period, Grain | None]]
    """The day on which each passage appeared, with the most exact date that the passage itself gives."""
    is_whole: bool
    """All the ways in which these passages can give dates are known, as they are in English."""

    def for_grain(self, grain: Grain) -> list[Period]:
        """Return the periods that can bear out a date as exact as that. The day of publication can where the passage gives no date
        as exact of its own."""
        periods = [period for expression in self.said for period in expression.periods]
        return periods + [period for period, own in self.published if own is None or own > grain]

    def bears_out(self, period: Period, *more: Period) -> bool:
        return agrees(period, [*self.for_grain(grain_of(period)), *more])

    def is_silent(self, grain: Grain) -> bool:
        """Whether nothing can be said of a date as exact as that: its words may be among those not known."""
        return not self.is_whole and all(expression.grain > grain for expression in self.said)


def _known(passages: list[Passage]) -> _Known:
    said = [expression for passage in passages for expression in passage.dates]
    published = [
        (passage.source.published, _own_grain(passage)) for passage in passages if passage.source.published
    ]
    return _Known(said, published, all(passage.source.language is ENGLISH for passage in passages))


def _own_grain(passage: Passage) -> Grain | None:
    """How exact the most exact date of a passage is. Outside English not all its dates are known, so that the
    day of publication always counts."""
    if passage.source.language is not ENGLISH:
        return None
    return min((item.grain for item in passage.dates), default=None)


def unsupported_dates(claim: Claim, library: Library) -> Iterator[Finding]:
    """Dates, and weekdays, that no cited paragraph gives, counted from the day of its publication."""
    record = claim.record
    language = library.language(claim)
    dated = periods_of(record.date) if isinstance(record, Event) else []
    said = list(_dates_of(claim, _day_of(claim, library), language)) if _has_dates(language) else []
    if not dated and not said:
        return
    passages = library.passages(claim.citations)
    if not all(_has_dates(passage.source.language) for passage in passages):
        return
    known = _known(passages)
    if any(not expression.periods for expression in known.said):
        return
    own: list[Period] = []
    if isinstance(record, Event):
        yield from _wrong_event(claim, record, dated, known, passages)
        own = dated
    for text, expression in said:
        yield from _wrong_expression(claim, text, expression, known, own, passages)


def _dates_of(
    claim: Claim, published: Period | None, language: Language | None
) -> Iterator[tuple[Text, Expression]]:
    """The dates in the texts of a record. What the desk sets itself, a sign to watch or a test, may name any
    day to come, but the days past that it names are the source's; and the day up to which a brief is true may
    be named as such."""
    for text in claim.texts:
        field = (type(claim.record), text.field)
        if text.field == "computed" or field in _OF_THE_SOURCE_ITSELF:
            continue
        for expression in expressions(text.own_words, published, language):
            is_own = field in _DESKS_OWN and not _is_past(expression, claim.brief)
            if not is_own and not _is_as_of(text, expression, claim.brief, language):
                yield text, expression


def _is_as_of(text: Text, expression: Expression, brief: Brief | None, language: Language | None) -> bool:
    """Whether a date is the day up to which the brief is true, and is named as that."""
    if not brief or not language:
        return False
    day = Period(brief.as_of.ordinal, brief.as_of.ordinal)
    before = f" {text.own_words[: expression.start].lower().rstrip()}"
    is_named = before.endswith(tuple(f" {word}" for word in quantities_of(language.tag).as_of))
    return day in expression.periods and (is_named or "as_of" in text.field)


def _is_past(expression: Expression, brief: Brief | None) -> bool:
    periods = expression.periods
    return brief is not None and bool(periods) and max(periods).last <= brief.as_of.ordinal


def _in_time(periods: list[Period], event: Event, claim: Claim) -> list[Period]:
    """Return the periods that a weekday can mean: a coming one for what is planned, a past one for what has happened."""
    if claim.brief is None:
        return periods
    as_of = claim.brief.as_of.ordinal
    if event.planned:
        return [period for period in periods if period.last >= as_of]
    return [period for period in periods if period.first <= as_of]


def _wrong_event(
    claim: Claim, event: Event, dated: Iterable[Period], known: _Known, passages: list[Passage]
) -> Iterator[Finding]:
    def is_borne_out(period: Period) -> bool:
        return known.is_silent(grain_of(period)) or agrees(
            period, _in_time(known.for_grain(grain_of(period)), event, claim)
        )

    whole = period_of(event.date)
    if whole and is_borne_out(whole):
        return
    if not all(map(is_borne_out, dated)):
        facts = {"value": event.date.label, "where": _where(claim)}
        facts["help"] = _date_help(passages)
        yield Finding(Place(claim.file, (*claim.path, "date")), "unsupported-date", facts)


def _wrong_expression(
    claim: Claim,
    text: Text,
    expression: Expression,
    known: _Known,
    own: list[Period],
    passages: list[Passage],
) -> Iterator[Finding]:
    if known.is_silent(expression.grain):
        return
    place = place_of(text, expression.start, expression.end, claim)
    if expression.weekday is not None:
        days = [*known.for_grain(Grain.DAY), *own]
        if not _stands_before_date(text, expression) and expression.weekday not in _weekdays(
            known.said, days
        ):
            facts = {"value": expression.shown, "where": _where(claim)}
            yield Finding(place, "unsupported-weekday", facts)
        return
    if expression.is_of_any_year and is_day_of(expression.periods, [*known.for_grain(Grain.DAY), *own]):
        return
    if expression.periods and not any(known.bears_out(period, *own) for period in expression.periods):
        facts = {"value": expression.shown, "where": _where(claim)}
        facts["help"] = _date_help(passages)
        yield Finding(place, "unsupported-date", facts)


def _weekdays(known: Iterable[Expression], periods: Iterable[Period]) -> set[int]:
    named = {expression.weekday for expression in known if expression.weekday is not None}
    return named | {(period.first - 1) % 7 for period in periods if period.first == period.last}


def _stands_before_date(text: Text, expression: Expression) -> bool:
    """Whether a date follows at once, with which another check compares the weekday."""
    after = text.own_words[expression.end : expression.end + 12].lstrip(" ,(")
    return bool(after[:1].isdigit() or expressions(f"{after} 1", None)[:1])


def _day_of(claim: Claim, library: Library) -> Period | None:
    """From when relative dates in our own words count: the day of the first cited source."""
    for citation in claim.citations:
        if citation.source in library.texts:
            return library.open(citation.source).published
    return None


def _texts(claim: Claim) -> Iterator[Text]:
    for text in claim.texts:
        if (type(claim.record), text.field) not in _DESKS_OWN | _OF_THE_SOURCE_ITSELF:
            yield text


def _where(claim: Claim) -> str:
    """Return the texts that do not have it, as the subject of a sentence that ends in "has it"."""
    if not claim.is_cited:
        return "no source of this brief" if claim.brief else "no part of the source"
    if len(claim.citations) == 1:
        return f"nothing in `{claim.citations[0]}`"
    return "none of what is cited"


def _figure_help(figure: Figure, claim: Claim, passages: list[Passage]) -> str:
    """The paragraph that has the figure, else the figures that the cited ones have."""
    for passage in _others(passages):
        if not list(unsupported([figure], passage.figures)):
            return f"paragraph {passage.number} has it; cite that too"
    shown = list(dict.fromkeys(item.shown for passage in passages for item in passage.figures))
    has_field = "computed" in type(claim.record).__struct_fields__
    or_else = ", or say in `computed:` how you reached it" if has_field else ""
    return f"{_has(shown)}{or_else}" if len(shown) in range(1, 6) else ""


def _date_help(passages: list[Passage]) -> str:
    shown = list(dict.fromkeys(item.shown for passage in passages for item in passage.dates))
    return _has(shown) if len(shown) in range(1, 6) else ""


def _has(shown: list[str]) -> str:
    return f"what is cited has {', '.join(f'“{item}”' for item in shown)}"


def _others(passages: list[Passage]) -> Iterator[Passage]:
    """The paragraphs of the same sources that are not cited."""
    cited = {(id(passage.source), passage.number) for passage in passages}
    for source in {id(passage.source): passage.source for passage in passages}.values():
        yield from (item for item in source.passages if (id(source), item.number) not in cited)
