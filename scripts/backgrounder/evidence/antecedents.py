"""Whom a pronoun or a title means: the subject of the sentence before, or the last who spoke.

The text's own evidence rules people out: who is called Mr., or is followed by "her" where nobody else is named.
"""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from backgrounder.evidence.clauses import Mention, Paragraph, Rules
from backgrounder.evidence.utterances import Attribution
from backgrounder.model.proof import SpeakerGrade

Key = frozenset[str] | str
"""A person of a text: ids, or the last word of a name that the registry does not hold."""

_BACK = 2
"""So many paragraphs back a pronoun may point."""
_TITLE_VOTES = 3


class Person(NamedTuple):
    """Somebody whom a pronoun may mean."""

    ids: frozenset[str]
    named: str

    @property
    def key(self) -> Key:
        return self.ids or self.named.split()[-1:][0] if self.ids or self.named else ""


class Antecedents:
    """Those named and those who spoke in a text so far."""

    def __init__(self, paragraphs: Sequence[Paragraph], rules: Rules) -> None:
        self._paragraphs = paragraphs
        self._language = rules.language
        self._last: tuple[int, Person] | None = None

    def speaks(self, number: int, attribution: Attribution) -> None:
        """Note who speaks in a paragraph."""
        if attribution.ids or attribution.named:
            self._last = (number, Person(attribution.ids, attribution.named))

    def of(
        self, paragraph: Paragraph, word: int, gender: str, not_meant: frozenset[str] = frozenset()
    ) -> Attribution:
        """Whom a pronoun of this gender means that stands at a word."""
        fitting = [
            person
            for person in self._in_order(paragraph, word)
            if self._may_be(person, gender) and not (person.ids and person.ids <= not_meant)
        ]
        if not fitting:
            return Attribution()
        first = self._by_gender(fitting, gender)
        others = frozenset(item for person in fitting for item in person.ids) - first.ids
        return Attribution(SpeakerGrade.INFERRED, first.ids, first.named, others)

    def _by_gender(self, fitting: list[Person], gender: str) -> Person:
        """The first whose gender the text shows, else the first."""
        return fitting[0]

    def _may_be(self, person: Person, gender: str) -> bool:
        shown = self._gender(person.key)
        return not gender or not shown or shown == gender

    def _in_order(self, paragraph: Paragraph, word: int) -> Iterator[Person]:
        """Everybody whom the text could mean, the likeliest first."""
        yield from self._before(paragraph, word)
        number = paragraph.number
        if self._last and number - self._last[0] <= _BACK:
            yield self._last[1]
        for earlier in range(number - 1, max(0, number - 1 - _BACK), -1):
            yield from self._before(self._paragraphs[earlier - 1], None)

    def _before(self, paragraph: Paragraph, word: int | None) -> Iterator[Person]:
        """Persons before a word: sentence by sentence backwards, the subject of each first."""
        limit = len(paragraph.words) if word is None else word
        end = limit
        for start in reversed([0, *(place for place in paragraph.sentence_ends if place < limit)]):
            for mention in paragraph.persons(start, end):
                if not paragraph.is_possessive(mention):
                    yield Person(mention.ids, mention.named)
            for mention in paragraph.persons(start, end):
                if paragraph.is_possessive(mention):
                    yield Person(mention.ids, mention.named)
            end = start

    def _gender(self, key: Key) -> str:
        return self._genders.get(key, "")

    @functools.cached_property
    def _genders(self) -> dict[Key, str]:
        """The gender of those for whom the text shows it clearly."""
        votes: dict[Key, Counter[str]] = {}
        for paragraph in self._paragraphs:
            for mention in paragraph.mentions:
                if mention.is_person:
                    key = Person(mention.ids, mention.named).key
                    votes.setdefault(key, Counter()).update(self._votes(paragraph, mention))
        return {key: shown for key, counted in votes.items() if (shown := _clear(counted))}

    def _votes(self, paragraph: Paragraph, mention: Mention) -> Iterator[str]:
        """``m`` and ``f`` for what stands before and behind a name."""
        if mention.first and (shown := self._shown(paragraph.words[mention.first - 1].low)):
            yield from shown * _TITLE_VOTES
        start, end = paragraph.sentence_of(mention.first)
        if len(paragraph.persons(start, end)) == 1:
            for word in paragraph.words[mention.end : end]:
                yield from self._shown(word.low)

    def _shown(self, low: str) -> str:
        if low in self._language.masculine:
            return "m"
        if low in self._language.feminine:
            return "f"
        return ""


def _clear(counted: Counter[str]) -> str:
    """The gender that has at least three times as many votes as the other, and two."""
    for shown, other in (("m", "f"), ("f", "m")):
        if counted[shown] >= 2 and counted[shown] >= 3 * counted[other]:
            return shown
    return ""
