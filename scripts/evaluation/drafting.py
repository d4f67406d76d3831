"""Measures the draft: which direct quotations it finds, and whom it gives them to.

A direct quotation is what stands in quotation marks and the annotators gave to somebody. The draft runs once
with the registry of the article and once without any, where it has to take the names from the text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from backgrounder.draft import find
from backgrounder.draft.findings import Quote
from evaluation.cast import slug, surname_of
from evaluation.checking import library_of
from evaluation.quotations import (
    FEWEST_WORDS,
    NAMED,
    PRONOUN,
    Quotation,
    Reading,
    paired,
    relation_of,
    words_of,
)
from evaluation.true import document_of

DRAFT_HEAD = ("draft", "of", "right", "wrong", "open", "right %", "bar", "met")
_BARS = {"draft, found": 97.0, "draft, precision": 95.0, "draft, named": 88.0, "draft, pronouns": 65.0}
_ROWS = {NAMED: "draft, named", PRONOUN: "draft, pronouns"}
RIGHT, WRONG, OPEN = "right", "wrong", "open"


class DraftOutcome(NamedTuple):
    """The draft's answer to one quotation."""

    row: str
    verdict: str
    document: str
    paragraph: str
    words: str
    wanted: str = ""
    given: str = ""


class DraftRow(NamedTuple):
    """A figure of the draft."""

    name: str
    of: int
    right: int
    wrong: int
    bar: float

    @property
    def share(self) -> float:
        """The right ones in per cent."""
        return 100 * self.right / self.of if self.of else 0.0

    @property
    def is_met(self) -> bool:
        """Whether the bar is reached."""
        return self.share >= self.bar

    @property
    def cells(self) -> tuple[str, ...]:
        """The line as it is printed."""
        numbers = (self.of, self.right, self.wrong, self.of - self.right - self.wrong)
        met = ("yes" if self.is_met else "no") if self.of else ""
        return (self.name, *map(str, numbers), f"{self.share:.1f}", f"right ≥ {self.bar:g}", met)


def draft_rows(outcomes: Iterable[DraftOutcome]) -> list[DraftRow]:
    """Return the figures of the draft: with a registry, then without."""
    counts = Counter((outcome.row, outcome.verdict) for outcome in outcomes)
    rows = [f"{name}{label}" for label in ("", ", no registry") for name in _BARS]
    return [_row(row, {verdict: counts[row, verdict] for verdict in (RIGHT, WRONG, OPEN)}) for row in rows]


def _row(name: str, counts: dict[str, int]) -> DraftRow:
    bar = _BARS[name.removesuffix(", no registry")]
    return DraftRow(name, sum(counts.values()), counts[RIGHT], counts[WRONG], bar)


def draft_outcomes(reading: Reading) -> Iterator[DraftOutcome]:
    """Yield what the draft makes of the quotations of an article, with a registry and without."""
    yield from _drafted(reading, with_registry=True)
    for outcome in _drafted(reading, with_registry=False):
        yield outcome._replace(row=f"{outcome.row}, no registry")


def _drafted(reading: Reading, *, with_registry: bool) -> Iterator[DraftOutcome]:
    document = document_of(reading)
    library = library_of(document, with_registry=with_registry)
    quotes = [quote for quote in find(library.open(document.id), library).quotes if _is_long(quote.words)]
    direct, remarks = list(_direct(reading)), list(_remarks(reading))
    for place, words in direct:
        is_found = any(_is_same(quote, place, words) for quote in quotes)
        yield _outcome(reading, "draft, found", RIGHT if is_found else OPEN, place, words)
    for quote in quotes:
        if quote.paragraph in _readable(reading):
            is_right = any(_is_same(quote, place, words) for place, words in (*direct, *remarks))
            verdict = RIGHT if is_right else WRONG
            yield _outcome(reading, "draft, precision", verdict, quote.paragraph, quote.words)
    for item in reading.quotations:
        given = _given(quotes, item)
        is_right = given == item.by if with_registry else _is_name(given, reading, item.by)
        verdict = OPEN if not given else RIGHT if is_right else WRONG
        outcome = _outcome(reading, _ROWS[item.how], verdict, item.cites[0], item.words)
        yield outcome._replace(wanted=item.by, given=given)


def _outcome(reading: Reading, row: str, verdict: str, place: int, words: str) -> DraftOutcome:
    return DraftOutcome(row, verdict, reading.article.name, reading.article.paragraphs[place - 1].text, words)


def _direct(reading: Reading) -> Iterator[tuple[int, str]]:
    """Yield the paragraph and the words of every direct quotation."""
    for run in reading.runs:
        words = words_of(reading.article, run)
        if _is_long(words) and any(relation_of(reading.article, segment) for segment in run):
            yield run[0].paragraph, words


def _remarks(reading: Reading) -> Iterator[tuple[int, str]]:
    """Yield what reads like a remark though the annotators gave it to nobody: it ends like a sentence, or like
    one that "she said" follows, and is not written like a title."""
    for run in reading.runs:
        text = reading.article.text[run[-1].start : run[-1].end].strip()
        long = re.findall(r"\b\w{4,}", text)
        if text.endswith((",", ".", "!", "?")) and 2 * sum(word[0].isupper() for word in long) <= len(long):
            yield run[0].paragraph, words_of(reading.article, run)


def _readable(reading: Reading) -> set[int]:
    """Return the paragraphs in which every quotation mark has its other half."""
    known = {segment for run in reading.runs for segment in run}
    return {
        paragraph.number
        for paragraph in reading.article.paragraphs
        if (pairs := paired(paragraph.text)) is not None
        and len(pairs) == sum(segment.paragraph == paragraph.number for segment in known)
    }


def _given(quotes: list[Quote], item: Quotation) -> str:
    """Return the id or the name of the speaker whom the draft gives; empty where it leaves that open."""
    same = (quote for quote in quotes if _is_same(quote, item.cites[0], item.words))
    return next((quote.speaker or quote.named for quote in same), "")


def _is_name(given: str, reading: Reading, by: str) -> bool:
    """Whether a name or an id stands for a member of the cast: the last word is the same."""
    return slug(given).split("-")[-1] == slug(surname_of(reading.cast.members[by].name))


def _is_same(quote: Quote, paragraph: int, words: str) -> bool:
    """Whether the draft means these words, which it may have cut short or joined with others."""
    given, wanted = _plain(quote.words), _plain(words)
    return quote.paragraph == paragraph and bool(given) and (given in wanted or wanted in given)


def _plain(words: str) -> str:
    return " ".join(re.findall(r"\w+", words.lower()))


def _is_long(words: str) -> bool:
    return len(words.split()) >= FEWEST_WORDS


def shown_draft(outcome: DraftOutcome) -> str:
    """Return a quotation that the draft did not get right, for the terminal."""
    lines = [
        f"{outcome.row} · {outcome.document}",
        f"  {outcome.verdict}: {outcome.given or '?'}; wanted: {outcome.wanted or 'the words'}",
        f"  words: {outcome.words}",
        f"  in: {outcome.paragraph}",
    ]
    return "\n".join(lines) + "\n"
