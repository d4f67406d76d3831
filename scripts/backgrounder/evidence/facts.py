"""Figures, dates and weekdays of a statement against the paragraphs it cites.

Only what the cited paragraphs can settle is judged: a record that cites a source whose text is not here
is left alone. Estimates, signs to watch and tests for an answer are the desk's own and name numbers, and
days to come, that no source has yet.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from backgrounder.diagnostics.diagnostic import Finding
from backgrounder.evidence.claims import Claim
from backgrounder.evidence.days import Expression, Period, agrees, expressions, period_of, periods_of
from backgrounder.evidence.figures import Figure, figures, unsupported
from backgrounder.evidence.library import Library, Passage
from backgrounder.model.brief import Brief, Event, Judgement, Question
from backgrounder.model.registry import Source
from backgrounder.model.texts import Text
from backgrounder.spans import Place

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_DESKS_OWN = {(Question, "ask"), (Question, "watch"), (Question, "resolves_when"), (Judgement, "text")}
_OF_THE_SOURCE_ITSELF = {(Source, "title"), (Source, "dated_by")}
_IN_DIGITS_ANYWHERE = 1_000
"""Smaller numbers may stand in words that are not known here, where the language is not English."""
_NO_FIGURES = {"note", "computed", "sourcing", "describes", "graded_by"}
"""Where a desk counts what it sees in its sources: paragraphs, voices, reports."""


def unsupported_figures(claim: Claim, library: Library) -> Iterator[Finding]:
    """Figures that no cited paragraph has and that the record does not say how it computed."""
    here = [
        (text, figure)
        for text in _texts(claim)
        if text.field not in _NO_FIGURES
        for figure in figures(text.own_words)
    ]
    if not here:
        return
    passages = library.passages(claim.citations)
    known = [figure for passage in passages for figure in passage.figures]
    computed = getattr(claim.record, "computed", None)
    known += figures(computed) if computed else []
    doubtful = set(unsupported((figure for _, figure in here), known))
    if not library.is_english(claim):
        doubtful = {figure for figure in doubtful if max(figure.values, default=0) >= _IN_DIGITS_ANYWHERE}
    for text, figure in here:
        if figure in doubtful:
            facts = {"value": figure.shown, "where": _where(claim)}
            facts["help"] = _figure_help(figure, claim, passages)
            yield Finding(_place(text, figure.start, figure.end, claim), "unsupported-figure", facts)


def unsupported_dates(claim: Claim, library: Library) -> Iterator[Finding]:
    """Dates, and weekdays, that no cited paragraph gives, counted from the day of its publication."""
    record = claim.record
    dated = periods_of(record.date) if isinstance(record, Event) else []
    said = list(_said(claim, _day_of(claim, library)))
    if not dated and not said:
        return
    passages = library.passages(claim.citations)
    known = [expression for passage in passages for expression in passage.dates]
    if any(not expression.periods for expression in known):
        return
    periods = [period for expression in known for period in expression.periods]
    periods += [passage.source.published for passage in passages if passage.source.published]
    if isinstance(record, Event):
        yield from _wrong_event(claim, record, dated, _in_time(periods, record, claim), passages)
        periods += dated
    if claim.brief:  # the day up to which a brief is true may be named in its texts
        periods.append(Period(claim.brief.as_of.ordinal, claim.brief.as_of.ordinal))
    for text, expression in said:
        yield from _wrong_expression(claim, text, expression, known, periods, passages)


def _said(claim: Claim, published: Period | None) -> Iterator[tuple[Text, Expression]]:
    """The dates in the texts of a record. What the desk sets itself, a sign to watch or a test, may name any
    day to come, but the days past that it names are the source's."""
    for text in claim.texts:
        field = (type(claim.record), text.field)
        if text.field == "computed" or field in _OF_THE_SOURCE_ITSELF:
            continue
        for expression in expressions(text.own_words, published):
            if field not in _DESKS_OWN or _is_past(expression, claim.brief):
                yield text, expression


def _is_past(expression: Expression, brief: Brief | None) -> bool:
    periods = expression.periods
    return brief is not None and bool(periods) and max(periods).last <= brief.as_of.ordinal


def _in_time(periods: list[Period], event: Event, claim: Claim) -> list[Period]:
    """What a weekday can mean: a coming one for what is planned, a past one for what has happened."""
    if claim.brief is None:
        return periods
    as_of = claim.brief.as_of.ordinal
    if event.planned:
        return [period for period in periods if period.last >= as_of]
    return [period for period in periods if period.first <= as_of]


def _wrong_event(
    claim: Claim, event: Event, dated: Iterable[Period], periods: list[Period], passages: list[Passage]
) -> Iterator[Finding]:
    whole = period_of(event.date)
    if whole and agrees(whole, periods):
        return
    if any(not agrees(period, periods) for period in dated):
        facts = {"value": event.date.label, "where": _where(claim)}
        facts["help"] = _date_help(passages)
        yield Finding(Place(claim.file, (*claim.path, "date")), "unsupported-date", facts)


def _wrong_expression(
    claim: Claim,
    text: Text,
    expression: Expression,
    known: list[Expression],
    periods: list[Period],
    passages: list[Passage],
) -> Iterator[Finding]:
    place = _place(text, expression.start, expression.end, claim)
    if expression.weekday is not None:
        if not _stands_before_date(text, expression) and expression.weekday not in _weekdays(known, periods):
            facts = {"value": _DAYS[expression.weekday], "where": _where(claim)}
            yield Finding(place, "unsupported-weekday", facts)
        return
    if expression.periods and not any(agrees(period, periods) for period in expression.periods):
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
    """What does not have it, as the subject of a sentence that ends in "has it"."""
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


def _place(text: Text, start: int, end: int, claim: Claim) -> Place:
    words = text.text[start:end]
    return Place(claim.file, text.path, words=" ".join(words.split()), nth=text.text[:start].count(words))
