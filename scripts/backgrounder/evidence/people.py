"""Finds the registry's stakeholders in the text of a source, by any of their names.

Sources name a person in full once and by surname after that; states also by their adjectives. Case
counts, so that the short form IS is not found in the word "is".
"""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from backgrounder.evidence.words import alike
from backgrounder.model.choices import StakeholderKind
from backgrounder.model.registry import Stakeholder
from backgrounder.patterns import late_pattern

_WORD = late_pattern(r"\w+")
_TITLES = frozenset(
    (
        "Mr Mrs Ms Miss Dr Prof Professor President Minister Secretary General Gen Colonel Col Major "
        "Captain Senator Sen Representative Rep Ambassador Judge Justice King Queen Prince Princess "
        "Sheikh Sheik Imam Ayatollah Mayor Governor Gov Premier Chancellor Chairman Chairwoman "
        "Director Commander Spokesman Spokeswoman Lord Lady Sir Pope Bishop Archbishop Father "
        "Sergeant Lieutenant Brigadier Admiral Marshal Deputy State Affairs Speaker Chief Attorney "
        "Adviser Advisor Envoy The But And As When While If"
    ).split()
)
_SHORTEST_STATE = 4

Words = tuple[str, ...]


class Sighting(NamedTuple):
    """A name in a text, and whose it may be."""

    start: int
    end: int
    ids: frozenset[str]
    is_person: bool
    keeps_words: bool
    """The name is made of words that mean something by themselves, as those of bodies and groups are."""


class People:
    """All names of all stakeholders, surnames and adjectives of states included."""

    def __init__(self, stakeholders: Mapping[str, Stakeholder]) -> None:
        self._stakeholders = stakeholders
        self.seen_in = functools.lru_cache(maxsize=256)(self._seen_in)
        """Every name in a text, in reading order; the longest where one is part of another."""
        self._by_first_word: dict[str, dict[Words, set[str]]] = defaultdict(lambda: defaultdict(set))
        self._surnames: dict[str, set[str]] = defaultdict(set)
        self._forenames: dict[str, set[str]] = defaultdict(set)
        self._words: dict[str, list[Words]] = {}
        for record_id, record in stakeholders.items():
            self._words[record_id] = [tuple(_WORD.findall(alike(name))) for name in _names(record)]
            for words in self._words[record_id]:
                if not words:
                    continue
                for written in _as_written(words):
                    self._by_first_word[written[0]][written].add(record_id)
                if record.kind is StakeholderKind.PERSON and len(words) > 1 and not words[-1].islower():
                    self._surnames[words[-1]].add(record_id)
                    self._forenames[record_id].update(words[:-1])
        self._starts = frozenset((*self._by_first_word, *self._surnames))

    def _seen_in(self, text: str) -> tuple[Sighting, ...]:
        plain = alike(text)
        words = _WORD.findall(plain)
        if self._starts.isdisjoint(words):
            return ()
        starts = [place for place, word in enumerate(words) if word in self._starts]
        spans = [match.span() for match in _WORD.finditer(plain)]
        sightings: list[Sighting] = []
        position = 0
        for start in starts:
            if start < position:
                continue
            length, ids = 1, frozenset[str]()
            if words[start] in self._by_first_word:
                length, ids = self._longest(words, start)
            if not ids and words[start] in self._surnames:
                length, ids = 1, self._by_surname(words, spans, start)
            if ids:
                end = spans[start + length - 1][1]
                sightings.append(self._sighting(spans[start][0], end, ids))
                position = start + length
        return tuple(sightings)

    def _sighting(self, start: int, end: int, ids: frozenset[str]) -> Sighting:
        kinds = {self._stakeholders[item].kind for item in ids}
        keeps_words = kinds.isdisjoint({StakeholderKind.PERSON, StakeholderKind.STATE})
        return Sighting(start, end, ids, StakeholderKind.PERSON in kinds, keeps_words)

    def has(self, text_words: frozenset[str], record_id: str) -> bool:
        """Whether words of a text can name a stakeholder: by a surname, a whole name, or as a state."""
        record = self._stakeholders[record_id]
        for words in self._words[record_id]:
            if words and all(
                word in text_words or (len(words) > 1 and word.lower() in text_words) for word in words
            ):
                return True
            is_surname = record.kind is StakeholderKind.PERSON and words and not words[-1].islower()
            if is_surname and words[-1] in text_words:
                return True
        if record.kind is StakeholderKind.STATE and len(record.name) >= _SHORTEST_STATE:
            return any(word.startswith(record.name.split()[0]) for word in text_words)
        return False

    def may_be(self, record_id: str, name: str) -> bool:
        """Whether a name that is not in the registry may be a spelling of this stakeholder's."""
        last = name.split()[-1].casefold() if name.split() else ""
        record = self._stakeholders[record_id]
        return any(last and last == own.split()[-1].casefold() for own in _names(record) if own.split())

    def labelled(self, label: str) -> frozenset[str]:
        """Whom the label of a turn in a transcript names, in capitals or not; nobody where it names no one."""
        seen = self.seen_in(label) or self.seen_in(label.title())
        persons = [sighting for sighting in seen if sighting.is_person] or list(seen)
        return persons[0].ids if persons else frozenset()

    def _longest(self, words: list[str], position: int) -> tuple[int, frozenset[str]]:
        best: tuple[int, frozenset[str]] = (1, frozenset())
        for name, ids in self._by_first_word[words[position]].items():
            if len(name) >= best[0] and tuple(words[position : position + len(name)]) == name:
                best = (len(name), frozenset(ids))
        return best

    def _by_surname(self, words: list[str], spans: list[tuple[int, int]], position: int) -> frozenset[str]:
        """Whose surname a word is; nobody's where a forename of somebody else stands before it."""
        ids = frozenset(self._surnames[words[position]])
        before = words[position - 1] if position else ""
        if not before[:1].isupper() or before in _TITLES or len(before) == 1:
            return ids
        fitting = frozenset(item for item in ids if before in self._forenames[item])
        is_apart = spans[position][0] - spans[position - 1][1] > 1
        return fitting or (ids if is_apart or before.isupper() else frozenset())


def _as_written(words: Words) -> Iterable[Words]:
    """A name as it stands in a text: "International coalition" has a small letter within a sentence."""
    yield words
    if len(words) > 1 and words[0].istitle() and words[1].islower():
        yield (words[0].lower(), *words[1:])


def _names(record: Stakeholder) -> Iterable[str]:
    """Every name; of "Popular Mobilization Forces (PMF)" also what stands before the brackets."""
    name = record.name
    return (name, name.partition(" (")[0], *record.aliases, *(native.text for native in record.names))
