"""What rules find in the text of a source."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from backgrounder.evidence.days import Expression, Period
from backgrounder.evidence.figures import Figure
from backgrounder.evidence.library import Library, Passage, SourceText
from backgrounder.evidence.voices import Voice
from backgrounder.evidence.words import alike

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
_PROPER = re.compile(r"[A-Z][\w’'-]+(?:\s(?:al-|of\s|bin\s|van\s|de\s)?[A-Z][\w’'-]+)+")
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
    quotes = tuple(_quote(voice) for voice in source.voices if _is_remark(voice))
    return Findings(
        quotes,
        tuple(_count(figure, passage) for passage in source.passages for figure in passage.figures),
        tuple(_moments(source)),
        tuple(_people(source, library, quotes)),
        tuple(_prospects(source)),
    )


def _is_remark(voice: Voice) -> bool:
    """Whether quoted words are what somebody said, rather than a single term."""
    return voice.is_attributed or len(voice.words.split()) > 3 or bool(voice.speakers or voice.named)


def _quote(voice: Voice) -> Quote:
    words = voice.words.strip().rstrip(",")
    speaker = next(iter(voice.speakers)) if len(voice.speakers) == 1 else ""
    return Quote(_cut(words), voice.paragraph, speaker, voice.named)


def _cut(text: str) -> str:
    """The text, or its first words and an ellipsis where it is too long for a field."""
    return text if len(text) <= _LONGEST + 40 else f"{text[:_LONGEST].rsplit(' ', 1)[0]} …"


def _count(figure: Figure, passage: Passage) -> Count:
    before = passage.text[: figure.start]
    start = found.start() if (found := _ABOUT.search(before)) else figure.start
    end = figure.end
    for noun in figure.nouns:
        match = re.match(rf"[\s-]+{re.escape(noun)}", alike(passage.text[end:]).lower())
        if not match:
            break
        end += match.end()
    return Count(passage.text[start:end], passage.number)


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
    start = date.split("/")[0]
    return len(start) == 10 and datetime.date.fromisoformat(start).toordinal() > published.last


def _people(source: SourceText, library: Library, quotes: Iterable[Quote]) -> Iterator[Figurehead]:
    """Those whom the registry holds, then those it does not: who speaks, who has a title, and bodies."""
    told: set[str] = set()
    publisher = {item for sight in library.people.seen_in(source.record.publisher) for item in sight.ids}
    for passage in source.passages:
        for sighting in library.people.seen_in(passage.text):
            record_id = next(iter(sighting.ids)) if len(sighting.ids) == 1 else ""
            if record_id and record_id not in told | publisher:
                told.add(record_id)
                record = library.registry.stakeholders[record_id]
                title = _title(passage.text, sighting.start, sighting.end) if sighting.is_person else ""
                yield Figurehead(record.name, record_id, title, passage.number, sighting.is_person)
    speaking = {quote.named for quote in quotes if quote.named}
    for passage in source.passages:
        yield from _unknown(passage, library, speaking, told)


def _unknown(passage: Passage, library: Library, speaking: set[str], told: set[str]) -> Iterator[Figurehead]:
    seen = library.people.seen_in(passage.text)
    for match in _PROPER.finditer(passage.text):
        name = match[0]
        if any(sight.start < match.end() and match.start() < sight.end for sight in seen):
            continue
        words = name.split()
        if words[0] in _STARTS:
            name = " ".join(words[1:])
        title = _title(passage.text, match.end() - len(name), match.end())
        is_body = _BODY.search(name) is not None
        is_wanted = name in speaking or is_body or bool(title)
        if is_wanted and name not in told and len(name.split()) > 1:
            told.add(name)
            yield Figurehead(name, "", title, passage.number, not is_body)


def _title(text: str, start: int, end: int) -> str:
    """What the source calls somebody, right before the name or in an aside behind it."""
    before = _TITLE.search(text[max(0, start - _LONGEST_TITLE) : start])
    title = before[0].strip() if before else ""
    while title and title.split()[0] in (*_STARTS, "of", "the", "for"):
        title = title.partition(" ")[2]
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
