"""What rules find in the text of a source."""

from __future__ import annotations

import datetime
import functools
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from backgrounder.evidence.attribution import utterances
from backgrounder.evidence.days import Expression, Period, period_of
from backgrounder.evidence.figures import Figure
from backgrounder.evidence.languages import language_of
from backgrounder.evidence.library import Library, Passage, SourceText
from backgrounder.evidence.people import People
from backgrounder.evidence.utterances import Utterance
from backgrounder.evidence.words import alike, splits_word
from backgrounder.load.ids import suggest_id
from backgrounder.model.choices import StakeholderKind
from backgrounder.model.dates import parse_edtf
from backgrounder.model.registry import Stakeholder

_FUTURE = re.compile(
    r"\b(?:will|(?:is|are|was|were) (?:also )?(?:due|set|expected|scheduled|likely|going|planned|poised)? ?to|"
    r"expected to|plans? to|planned to|aims? to|intends? to|scheduled for|upcoming|ahead of|next (?:week|month|year)|"
    r"pledged to|vowed to|promised to|would)\b",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"\b(?:about|around|some|nearly|almost|roughly|approximately|over|under|up to|at least|at most|more than|fewer than"
    r"|less than|an estimated|only)\s+\Z",
    re.IGNORECASE,
)
_SENTENCE = re.compile(
    r"(?<!\bGen\.)(?<!\bMr\.)(?<!\bMrs\.)(?<!\bMs\.)(?<!\bDr\.)(?<!\bLt\.)(?<!\bCol\.)(?<!\bSen\.)(?<!\bRep\.)"
    r"(?<!\bU\.S\.)(?<!\bNo\.)(?<!\bSt\.)(?<=[.!?”])\s+(?=[A-Z“0-9])"
)
_TITLE = re.compile(
    r"(?:(?<![\w’'(])(?:[A-Z][\w’'.-]*|of|the|for|deputy|prime|foreign|defen[cs]e|interior|vice|acting|former|senior|chief|head"
    r"|leader|minister|president|commander|secretary|general|spokes(?:man|woman|person)|director|chair(?:man|woman)?"
    r"|adviser|ambassador|governor|mayor|judge|king|prince|analyst|professor|activist|officer|official)\s+)+\Z"
)
_ASIDE = re.compile(r",\s(?P<title>(?:an?|the|[A-Z][\w’'-]+[’']s|who|its|his|her)\s[^,.;“”]{3,70})[,.]")
_PROPER = re.compile(
    r"(?:[A-Z]\.\s?){0,3}[A-Z][\w’'-]+(?:\s(?:al-|of\s|bin\s|van\s|de\s)?(?:[A-Z]\.\s?){0,3}[A-Z][\w’'-]+)+"
)
_BODY = re.compile(
    r"\b(?:Forces?|Group|Council|Ministry|Party|Union|Agency|Committee|Court|Army|Parliament|Government|University|Bank"
    r"|Organi[sz]ation|Institute|Commission|Office|Department|Coalition|Association|Federation|Authority|Company|Corp"
    r"|Front|Movement|Brigades?|Police|Congress|Senate|Assembly)\b"
)
_STARTS = frozenset(
    "The This That These Those In On At But And As For If When While After Before Last Next It He She They We".split()
)
_LONGEST_TITLE = 100
_LONGEST = 240
_WEEK = 7
"""The days of a week that may start on Sunday or on Monday, less one."""


class Quote(NamedTuple):
    """Words in quotation marks with who spoke them, as far as the text shows."""

    words: str
    paragraph: int
    """The first in which they stand."""
    last: int
    """The last one."""
    speaker: str
    """The id of a stakeholder; empty where it is open."""
    named: str
    """The name of somebody whom the registry does not hold."""


class Count(NamedTuple):
    """A figure with the words around it."""

    phrase: str
    paragraph: int


class Moment(NamedTuple):
    """A date, counted from the day of publication."""

    date: str
    """EDTF; empty where it cannot be told."""
    phrase: str
    paragraph: int
    is_ahead: bool


class Figurehead(NamedTuple):
    """A person or a body with the title that the source gives."""

    name: str
    record_id: str
    """Empty for somebody whom the registry does not hold."""
    title: str
    paragraph: int
    is_person: bool


class Prospect(NamedTuple):
    """A sentence about what is to come."""

    sentence: str
    paragraph: int


class Findings(NamedTuple):
    """All that was found, in reading order."""

    quotes: tuple[Quote, ...]
    counts: tuple[Count, ...]
    moments: tuple[Moment, ...]
    people: tuple[Figurehead, ...]
    prospects: tuple[Prospect, ...]


def find(source: SourceText, library: Library) -> Findings:
    """Everything that the rules find in the text of a source."""
    cast = _cast(source, library)
    people = People({**library.registry.stakeholders, **cast})
    language = language_of(source.record.language)
    spoken = utterances(source.archived.paragraphs, people, language, source.record.kind, source.issuers)
    quotes = tuple(_quote(item, source) for item in spoken if item.is_speech and item.parent is None)
    return Findings(
        quotes,
        tuple(count for passage in source.passages for count in _counts(passage)),
        tuple(_moments(source)),
        tuple(_people(source, library, people, cast, quotes)),
        tuple(_prospects(source)),
    )


def _cast(source: SourceText, library: Library) -> dict[str, Stakeholder]:
    """Persons whom the text introduces by their full name and the registry does not hold, as records for the
    time being, so that "Sol said" leads back to Rhea Sol."""
    language = language_of(source.record.language)
    if language is None:
        return {}
    speaks = _surname_speaks(language.verbs)
    surnames = {
        word
        for passage in source.passages
        for words in speaks.findall(alike(passage.text))
        for word in words
        if word
    }
    cast: dict[str, Stakeholder] = {}
    for passage in source.passages:
        for name, _, _ in _unknown_names(passage, library):
            is_wanted = name.split()[-1] in surnames and not _BODY.search(name)
            if is_wanted and len(name.split()) > 1 and (record_id := suggest_id(name)) not in cast:
                cast[record_id] = Stakeholder(name=name, kind=StakeholderKind.PERSON)
    return cast


@functools.lru_cache(maxsize=8)
def _surname_speaks(verbs: tuple[str, ...]) -> re.Pattern[str]:
    """A capitalised word beside a verb of saying."""
    either = "|".join(verbs)
    return re.compile(
        rf"(?:([A-Z][\w'-]+),? (?:{either})\b|\b(?:{either}) (?:[\w'.]+ ){{0,4}}?([A-Z][\w'-]+))"
    )


def _quote(utterance: Utterance, source: SourceText) -> Quote:
    paragraphs = source.archived.paragraphs
    words = " ".join(paragraphs[it.paragraph - 1][it.start : it.end].strip() for it in utterance.stretches)
    given = utterance.attribution
    speaker = next(iter(given.ids)) if len(given.ids) == 1 else ""
    first = utterance.stretches[0].paragraph
    last = utterance.stretches[-1].paragraph
    return Quote(_cut(words.rstrip(",.")), first, last, speaker, given.named)


def _cut(text: str) -> str:
    """The text, or its first words and an ellipsis where it is too long for a field."""
    return text if len(text) <= _LONGEST + 40 else f"{text[:_LONGEST].rsplit(' ', 1)[0]} …"


def _counts(passage: Passage) -> list[Count]:
    """The figures of a paragraph with the words around them; both ends of a range are one."""
    spans: list[tuple[int, int]] = []
    for start, end in (_span_of(figure, passage) for figure in passage.figures):
        if spans and start < spans[-1][1]:
            start, end = spans[-1][0], max(end, spans.pop()[1])
        spans.append((start, end))
    return [Count(passage.text[start:end], passage.number) for start, end in spans]


def _span_of(figure: Figure, passage: Passage) -> tuple[int, int]:
    """Where a figure stands, from "about" to what it counts, in whole words."""
    before = passage.text[: figure.start]
    start = found.start() if (found := _ABOUT.search(before)) else figure.start
    end = figure.end
    for noun in _counted(figure.nouns):
        match = re.match(rf"[\s-]+{re.escape(noun)}", alike(passage.text[end:]).lower())
        if not match:
            break
        end += match.end()
    while splits_word(passage.text, start):
        start -= 1
    while splits_word(passage.text, end):
        end += 1
    return start, end


def _counted(nouns: tuple[str, ...]) -> tuple[str, ...]:
    """The words up to what is counted: "american troops" of "american troops now in"."""
    for number, noun in enumerate(nouns, start=1):
        if (noun.endswith("s") and not noun.endswith("ss")) or noun in (
            "people",
            "men",
            "women",
            "children",
            "police",
        ):
            return nouns[:number]
    return ()


def _moments(source: SourceText) -> Iterator[Moment]:
    seen: set[tuple[str, int]] = set()
    for passage in source.passages:
        for expression in passage.dates:
            is_ahead = _looks_ahead(passage.text, expression)
            date = _date(expression, source.published, is_ahead)
            if (date or expression.shown, passage.number) not in seen:
                seen.add((date or expression.shown, passage.number))
                planned = (
                    bool(date) and source.published is not None and _starts_after(date, source.published)
                )
                yield Moment(date, expression.shown, passage.number, planned)


def _looks_ahead(text: str, expression: Expression) -> bool:
    """Whether the clause before a date speaks of what is to come."""
    start = max(
        (match.end() for match in _SENTENCE.finditer(text) if match.end() <= expression.start), default=0
    )
    return _FUTURE.search(text[start : expression.start]) is not None


def _date(expression: Expression, published: Period | None, is_ahead: bool) -> str:
    """The period that is meant, as EDTF."""
    if not expression.periods:
        return ""
    periods = list(expression.periods)
    if periods[0].last - periods[0].first == _WEEK:  # of two ways to count weeks, that of the calendar
        return _edtf(periods[0])
    periods.sort()
    if published is not None and len(periods) > 1:
        ahead = [period for period in periods if period.first > published.last]
        behind = [period for period in periods if period.first <= published.last]
        periods = ahead[:1] if is_ahead and ahead else behind[-1:] or ahead[:1]
    return _edtf(periods[0])


def _edtf(period: Period) -> str:
    first, last = (datetime.date.fromordinal(day) for day in period)
    if first == last:
        return first.isoformat()
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year == last.year:
        return f"{first.year:04}"
    if first.day == 1 and (last + datetime.timedelta(days=1)).day == 1 and first.month == last.month:
        return first.isoformat()[:7]
    if period.last - period.first == _WEEK:  # a week that may start on Sunday or on Monday
        first += datetime.timedelta(days=1)
    return f"{first.isoformat()}/{last.isoformat()}"


def _starts_after(date: str, published: Period) -> bool:
    period = period_of(parse_edtf(date))
    return period is not None and period.first > published.last


def _people(
    source: SourceText,
    library: Library,
    people: People,
    cast: Mapping[str, Stakeholder],
    quotes: Iterable[Quote],
) -> Iterator[Figurehead]:
    """Those whom the registry holds, then those it does not: who speaks, who has a title, and bodies."""
    told: set[str] = set()
    publisher = {item for sight in people.seen_in(source.record.publisher) for item in sight.ids}
    for passage in source.passages:
        for sighting in people.seen_in(passage.text):
            record_id = next(iter(sighting.ids)) if len(sighting.ids) == 1 else ""
            if record_id in library.registry.stakeholders and record_id not in told | publisher:
                told.add(record_id)
                record = library.registry.stakeholders[record_id]
                title = _title(passage.text, sighting.start, sighting.end) if sighting.is_person else ""
                yield Figurehead(record.name, record_id, title, passage.number, sighting.is_person)
    speaking = {quote.named for quote in quotes if quote.named} | {record.name for record in cast.values()}
    for passage in source.passages:
        yield from _unknown(passage, library, speaking, told)


def _unknown(passage: Passage, library: Library, speaking: set[str], told: set[str]) -> Iterator[Figurehead]:
    for name, start, end in _unknown_names(passage, library):
        title = _title(passage.text, start, end)
        is_body = _BODY.search(name) is not None
        if (name in speaking or is_body or title) and name not in told and len(name.split()) > 1:
            told.add(name)
            yield Figurehead(name, "", title, passage.number, not is_body)


def _unknown_names(passage: Passage, library: Library) -> Iterator[tuple[str, int, int]]:
    """Names of several words that the registry does not hold, without titles, and where they stand."""
    seen = library.people.seen_in(passage.text)
    for match in _PROPER.finditer(passage.text):
        if any(sight.start < match.end() and match.start() < sight.end for sight in seen):
            continue
        words = match[0].split()
        while len(words) > 1 and (words[0] in _STARTS or words[0].lower() in _TITLE_WORDS):
            words = words[1:]
        name = " ".join(words)
        yield name, match.end() - len(name), match.end()


_TITLE_WORDS = frozenset(
    (
        "president minister secretary general governor senator representative ambassador judge king queen prince "
        "princess mayor premier chancellor chairman chairwoman director commander colonel captain major professor "
        "doctor deputy prime foreign finance interior defence defense vice chief mr mrs ms dr gen lt col"
    ).split()
)


def _title(text: str, start: int, end: int) -> str:
    """What the source calls somebody, right before the name or in an aside behind it."""
    before = _TITLE.search(text[max(0, start - _LONGEST_TITLE) : start])
    title = before[0].strip() if before else ""
    while title and title.split()[0] in (*_STARTS, "of", "the", "for"):
        title = title.partition(" ")[2]
    if title.endswith((" of", " the", " for")):  # it is somebody else's: a spokesman for the ministry
        return ""
    if title:
        return title
    behind = _ASIDE.match(text[end:])
    return behind["title"] if behind else ""


def _prospects(source: SourceText) -> Iterator[Prospect]:
    """Sentences about the future, quoted remarks left out."""
    for passage in source.passages:
        for sentence in _SENTENCE.split(passage.text):
            if "“" not in sentence and '"' not in sentence and _FUTURE.search(sentence):
                yield Prospect(_cut(sentence.rstrip(".")), passage.number)
