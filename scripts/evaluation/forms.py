"""Makes transcripts, releases and statements of the quotations of an article, with who says what.

The labels are of the usual forms; the words of each are what somebody said in the article.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from evaluation.cast import Member
from evaluation.probes import Case, Document, Probe
from evaluation.quotations import NAMED, Quotation, Reading
from evaluation.true import document_of, others

_FEWEST = 3
"""A transcript has so many turns at least."""
_QUESTIONS = (
    "What have you told the committee about the accounts of the club?",
    "When did you first hear of the letter from the harbour office?",
    "Who else was in the room when the papers were signed?",
)

_LINES = (
    "“{0} told me, ‘{1},’ and that was the end of it,” {2} said.",
    "\"When we met at the harbour, {0} said, '{1}.' I have not forgotten it,\" said {2}.",
    "{2} said: “I was there when {0} said ‘{1}’ to the whole room.”",
)
"""The inner speaker, the inner words, the outer speaker."""
_MARKS = re.compile(r"[‘“”\"…\[?!]|''|\.\.|(?<!\w)'|'(?!\w)|’(?!\w)")


class Turn(NamedTuple):
    """Words of a member in a made-up document."""

    member: Member
    words: str


def form_cases(reading: Reading) -> Iterator[Case]:
    """Yield the made-up documents of an article, each with true quotations and wrong speakers."""
    turns = turns_of(reading)
    speakers = list(dict.fromkeys(turn.member for turn in turns))
    if len(turns) < _FEWEST or len(speakers) < 2:
        return
    yield _labelled(
        reading, turns, "names in capitals", lambda turn: f"{turn.member.name.upper()}: {turn.words}"
    )
    yield _labelled(reading, turns, "title and surname", lambda turn: f"{_title(turn.member)}: {turn.words}")
    yield _labelled(reading, turns, "name and colon", lambda turn: f"{turn.member.name}: {turn.words}")
    yield _alone(reading, turns)
    yield _answers(reading, turns)
    yield _release(reading, turns)
    yield _statement(reading, turns)
    yield _report(reading)
    yield from _within(reading, turns)


def turns_of(reading: Reading) -> list[Turn]:
    """Return what the persons of an article say, each quotation once."""
    members = {member.id: member for member in reading.cast.persons}
    found = {
        item.words: Turn(members[item.by], item.words)
        for item in reading.quotations
        if item.how == NAMED and item.is_whole and item.by in members
    }
    return list(found.values())


def _title(member: Member) -> str:
    return f"{'MS' if member.gender == 'she' else 'MR'}. {member.surname.upper()}"


def _labelled(reading: Reading, turns: list[Turn], name: str, write: Callable[[Turn], str]) -> Case:
    document = _document(
        reading, "transcript", name, "Transcript of the hearing", [write(turn) for turn in turns]
    )
    return Case(document, tuple(_probes(f"transcript, {name}", turns, range(1, len(turns) + 1))))


def _alone(reading: Reading, turns: list[Turn]) -> Case:
    lines = [line for turn in turns for line in (turn.member.name.upper(), turn.words)]
    document = _document(reading, "transcript", "alone", "Transcript of the hearing", lines)
    return Case(document, tuple(_probes("transcript, name alone", turns, range(2, len(lines) + 1, 2))))


def _answers(reading: Reading, turns: list[Turn]) -> Case:
    """An interview: our own questions, and the answers of the one who speaks first."""
    member = turns[0].member
    own = [turn for turn in turns if turn.member == member]
    asked = [(f"Q. {_QUESTIONS[nth % len(_QUESTIONS)]}", f"A. {turn.words}") for nth, turn in enumerate(own)]
    lines = [line for pair in asked for line in pair]
    document = _document(reading, "transcript", "answers", f"Interview with {member.name}", lines)
    probes = [
        Probe("form, true: questions and answers", turn.words, member.id, (2 * nth,))
        for nth, turn in enumerate(own, 1)
    ]
    for nth in range(len(own)):
        question = _QUESTIONS[nth % len(_QUESTIONS)]
        probes.append(
            Probe("form, wrong speaker: a question by who answers", question, member.id, (2 * nth + 1,))
        )
    other = next(turn.member for turn in turns if turn.member != member)
    for nth, turn in enumerate(own, 1):
        probes.append(Probe("form, wrong speaker: an answer by another", turn.words, other.id, (2 * nth,)))
    return Case(document, tuple(probes))


def _release(reading: Reading, turns: list[Turn]) -> Case:
    lines = [f"{turn.member.name} said: “{turn.words}”" for turn in turns]
    document = _document(reading, "statement", "release", "The harbour office on the accounts", lines)
    return Case(document, tuple(_probes("release, X said:", turns, range(1, len(turns) + 1))))


def _statement(reading: Reading, turns: list[Turn]) -> Case:
    """A statement that one person signs, without quotation marks."""
    author = turns[0].member
    own = [turn for turn in turns if turn.member == author]
    title = f"Statement by {author.name} on the accounts"
    document = _document(reading, "statement", "signed", title, [turn.words for turn in own])
    document = document._replace(author=author.name)
    probes = [
        Probe("form, true: statement by X", turn.words, author.id, (nth,)) for nth, turn in enumerate(own, 1)
    ]
    other = next(turn.member for turn in turns if turn.member != author)
    for nth, turn in enumerate(own, 1):
        probes.append(Probe("form, wrong speaker: statement by X", turn.words, other.id, (nth,)))
    return Case(document, tuple(probes))


def _report(reading: Reading) -> Case:
    """The article itself, filed as a report, as every PDF is."""
    probes: list[Probe] = []
    for item in reading.quotations:
        if item.how == NAMED and item.is_whole:
            probes.append(_probe("form, true: report", item, item.by))
            probes += [_probe("form, wrong speaker: report", item, who) for who in others(reading, item)]
    return Case(document_of(reading, "report"), tuple(probes))


def _within(reading: Reading, turns: list[Turn]) -> Iterator[Case]:
    """An article in which one speaker quotes another."""
    pairs = [
        (inner, outer)
        for inner, outer in itertools.pairwise(turns)
        if inner.member != outer.member and not _MARKS.search(inner.words)
    ]
    if not pairs:
        return
    lines = [_LINES[nth % len(_LINES)].format(*_filled(*pair)) for nth, pair in enumerate(pairs)]
    document = _document(reading, "article", "within", "What was said at the harbour", lines)
    probes: list[Probe] = []
    for place, (inner, outer) in enumerate(pairs, 1):
        said = inner.words.rstrip(".")
        probes.append(Probe("nested: made up, by the outer speaker", said, outer.member.id, (place,)))
        probes.append(Probe("form, true: a quotation within one", said, inner.member.id, (place,)))
    yield Case(document, tuple(probes))


def _filled(inner: Turn, outer: Turn) -> tuple[str, str, str]:
    return inner.member.name, inner.words.rstrip("."), outer.member.name


def _probe(row: str, item: Quotation, by: str) -> Probe:
    return Probe(row, item.words, by, item.cites)


def _probes(row: str, turns: list[Turn], places: range) -> Iterator[Probe]:
    """Yield each turn by who says it, and by the next one who speaks."""
    for nth, (turn, place) in enumerate(zip(turns, places, strict=True)):
        yield Probe(f"form, true: {row}", turn.words, turn.member.id, (place,))
        after = [other.member for other in (*turns[nth + 1 :], *turns[:nth]) if other.member != turn.member]
        yield Probe(f"form, wrong speaker: {row}", turn.words, after[0].id, (place,))


def _document(reading: Reading, kind: str, name: str, title: str, lines: list[str]) -> Document:
    document = document_of(reading, kind)
    made = f"{name.replace(' ', '-')}-{document.id}"[:78].strip("-")
    return document._replace(id=made, title=title, publisher="Harbour Office", paragraphs=tuple(lines))
