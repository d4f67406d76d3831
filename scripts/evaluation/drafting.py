"""Measures the draft: which direct quotations it finds, and whom it gives them to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from backgrounder.draft import find
from backgrounder.draft.findings import Quote
from evaluation.cast import slug, surname_of
from evaluation.checking import library_of
from evaluation.quotations import FEWEST_WORDS, NAMED, PRONOUN, Reading, relation_of, words_of
from evaluation.true import document_of

DRAFT_HEAD = ("draft", "of", "right", "wrong", "open", "%", "bar", "met")


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
    def cells(self) -> tuple[str, ...]:
        """The line as it is printed."""
        numbers = (self.of, self.right, self.wrong, self.of - self.right - self.wrong)
        met = ("yes" if self.share >= self.bar else "no") if self.of else ""
        return (self.name, *map(str, numbers), f"{self.share:.1f}", f"≥ {self.bar:g}", met)


_BARS = {"found": 97.0, "precision": 95.0, "named speakers": 88.0, "pronouns": 65.0}


def draft_rows(readings: Iterable[Reading]) -> list[DraftRow]:
    """Return the figures of the draft, with the registry of each article and without any."""
    readings = list(readings)
    rows: list[DraftRow] = []
    for with_registry in (True, False):
        total = dict.fromkeys(_BARS, (0, 0, 0))
        for reading in readings:
            for name, counts in tally(reading, with_registry=with_registry).items():
                total[name] = tuple(map(sum, zip(total[name], counts, strict=True)))  # type: ignore[assignment]
        label = "" if with_registry else ", no registry"
        rows += [DraftRow(f"{name}{label}", *total[name], bar) for name, bar in _BARS.items()]
    return rows


def tally(reading: Reading, *, with_registry: bool) -> dict[str, tuple[int, int, int]]:
    """Return how many there are, how many are right and how many wrong, by row."""
    document = document_of(reading)
    library = library_of(document, with_registry=with_registry)
    quotes = [quote for quote in find(library.open(document.id), library).quotes if _is_long(quote.words)]
    direct = list(_direct(reading))
    found = sum(any(_is_same(quote, place, words) for quote in quotes) for place, words in direct)
    right = sum(any(_is_same(quote, place, words) for place, words in direct) for quote in quotes)
    return {
        "found": (len(direct), found, 0),
        "precision": (len(quotes), right, len(quotes) - right),
        "named speakers": _speakers(reading, quotes, NAMED, with_registry=with_registry),
        "pronouns": _speakers(reading, quotes, PRONOUN, with_registry=with_registry),
    }


def _direct(reading: Reading) -> Iterator[tuple[int, str]]:
    """Yield the paragraph and the words of everything in quotation marks that the annotators gave to somebody."""
    for run in reading.runs:
        words = words_of(reading.article, run)
        if _is_long(words) and any(relation_of(reading.article, segment) for segment in run):
            yield run[0].paragraph, _plain(words)


def _speakers(
    reading: Reading, quotes: list[Quote], how: str, *, with_registry: bool
) -> tuple[int, int, int]:
    """Return how many quotations have such a speaker, and to how many the draft gives the right and a wrong one.
    One that it does not find is open."""
    wanted = [item for item in reading.quotations if item.how == how]
    right = wrong = 0
    for item in wanted:
        given = next(
            (_given(quote) for quote in quotes if _is_same(quote, item.cites[0], _plain(item.words))), ""
        )
        is_right = given == item.by if with_registry else _is_name(given, reading.cast.members[item.by].name)
        right += bool(given and is_right)
        wrong += bool(given and not is_right)
    return len(wanted), right, wrong


def _given(quote: Quote) -> str:
    """Return the id or the name of the speaker whom the draft gives; empty where it leaves that open."""
    return quote.speaker or quote.named


def _is_name(given: str, name: str) -> bool:
    """Whether a name or an id stands for this name: the last word is the same."""
    return slug(given).split("-")[-1] == slug(surname_of(name))


def _is_same(quote: Quote, paragraph: int, words: str) -> bool:
    """Whether the draft means these words, which it may have cut short or joined with others."""
    given = _plain(quote.words)
    return quote.paragraph == paragraph and bool(given) and (given in words or words in given)


def _plain(words: str) -> str:
    return " ".join(re.findall(r"\w+", words.lower()))


def _is_long(words: str) -> bool:
    return len(words.split()) >= FEWEST_WORDS
