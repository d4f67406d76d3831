"""Finds the registry's stakeholders in the text of a source, by any of their names.

Sources name a person in full once and by surname after that; states also by their adjectives. Case
counts, so that the short form IS is not found in the word "is".
"""

from __future__ import annotations

import functools
import itertools
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from backgrounder.evidence.languages import KNOWN
from backgrounder.evidence.words import alike, plain_words
from backgrounder.model.choices import StakeholderKind
from backgrounder.model.registry import Stakeholder
from backgrounder.patterns import late_pattern

_WORD = late_pattern(r"\w[\w\u0300-\u036f\u064b-\u065f\u0670\u00ad\u200b-\u200f\u2060]*")
_ASCII_WORD = late_pattern(r"\w+")
_NO_DECOMPOSITION = str.maketrans(
    {"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i", "ß": "ss"}
    | {"ی": "ي", "ک": "ك"}
    | dict.fromkeys("\u0640\u00ad\u200b\u200c\u200d\u200e\u200f\u2060", "")
)
"""Letters that Unicode does not take apart, and what only shapes letters or lines."""
_CLITICS = frozenset(clitic for language in KNOWN for clitic in language.clitics)
_TITLE_ENDINGS = tuple(
    word for language in KNOWN if language.capital_nouns for word in language.titles if len(word) > 4
)
_ALIKE_ENOUGH = 3
"""So many first letters of two forenames show that one is short for the other: Tim, Timothy."""
_SHORTEST_STATE = 4
_MOST_INITIALS = 6

Words = tuple[str, ...]


class Sighting(NamedTuple):
    """A name in a text, and whose it may be."""

    start: int
    end: int
    ids: frozenset[str]
    is_person: bool
    keeps_words: bool
    """The name is made of words that mean something by themselves, as those of bodies and groups are."""


@functools.lru_cache(maxsize=4096)
def plain(word: str) -> str:
    """A word of a name without diacritics; capitals are kept."""
    if word.isascii():
        return word
    parts = unicodedata.normalize("NFKD", word.translate(_NO_DECOMPOSITION))
    return "".join(letter for letter in parts if not unicodedata.combining(letter))


@functools.cache
def _no_forenames() -> frozenset[str]:
    """Words of any known language that stand before a surname with a capital letter and are no forenames."""
    return frozenset(
        word
        for language in KNOWN
        for words in (
            language.titles,
            language.proxies,
            language.leads_in,
            language.prepositions,
            language.subordinators,
            language.conjunctions,
            language.articles,
            language.indefinite,
            language.adverbs,
            language.function_words,
            language.pronouns,
            language.relatives,
            language.weekdays,
            language.verbs,
        )
        for word in words
    )


def _is_no_forename(low: str) -> bool:
    """Whether it is such a word, or ends with a title where nouns are written as one: Bundesinnenminister."""
    return low in _no_forenames() or low.endswith(_TITLE_ENDINGS)


@functools.cache
def _short_names() -> dict[str, frozenset[str]]:
    """Each forename with its short forms, and each short form with what it stands for."""
    found: dict[str, set[str]] = defaultdict(set)
    for language in KNOWN:
        for short, whole in language.short_names.items():
            for name in whole:
                found[short].add(name)
                found[name].add(short)
    return {name: frozenset(others) for name, others in found.items()}


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
            self._words[record_id] = [_words(name) for name in _names(record)]
            for words in filter(None, self._words[record_id]):
                self._enter(record_id, words, record.kind is StakeholderKind.PERSON)
        self._starts = frozenset((*self._by_first_word, *self._surnames))
        self._small_starts = frozenset(plain_words(" ".join(self._starts)))
        """Words without which a text need not be searched."""
        self._descriptions = frozenset(
            tuple(word.lower() for word in _words(alias))
            for record in stakeholders.values()
            if record.kind is StakeholderKind.PERSON
            for alias in record.aliases
            if is_description(alias)
        )

    def describes(self, written: str) -> bool:
        """Whether words of a text are an alias that describes somebody, as "the minister" does, and name nobody."""
        return bool(self._descriptions) and tuple(map(str.lower, _words(written))) in self._descriptions

    def is_called(self, record_id: str, description: str) -> bool:
        """Whether a record stands for somebody without a name, and is named as a text describes them: the record "An
        official of the ministry" for "an official"."""
        record = self._stakeholders[record_id]
        if record.kind is not StakeholderKind.PERSON or not is_description(record.name):
            return False
        small = frozenset(word for language in KNOWN for word in language.articles | language.indefinite)
        told = {word.lower() for word in _words(description)} - small
        return bool(told) and told <= {word.lower() for word in _words(record.name)}

    def _enter(self, record_id: str, words: Words, is_person: bool) -> None:
        """Note a name in the forms in which texts write it."""
        for written in _as_written(words, is_person):
            self._by_first_word[written[0]][written].add(record_id)
        if is_person and len(words) > 1 and not words[-1].islower():
            for surname in (words[-1], words[-1].upper()):
                self._surnames[surname].add(record_id)
            self._forenames[record_id].update(words[:-1])

    def _seen_in(self, text: str) -> tuple[Sighting, ...]:
        text = alike(text)
        is_plain = text.isascii()
        if is_plain and self._small_starts.isdisjoint(plain_words(text)):
            return ()
        pattern = _ASCII_WORD if is_plain else _WORD
        words = pattern.findall(text) if is_plain else [plain(word) for word in pattern.findall(text)]
        joined = {} if is_plain or _CLITICS.isdisjoint(text) else self._joined(words)
        if self._starts.isdisjoint(words) and not joined:
            return ()
        starts = [place for place, word in enumerate(words) if word in self._starts or place in joined]
        spans = [match.span() for match in pattern.finditer(text)]
        sightings: list[Sighting] = []
        position = 0
        for start in starts:
            if start < position:
                continue
            written, skipped = words, 0
            if start in joined:
                name, skipped = joined[start]
                words = [*written[:start], name, *written[start + 1 :]]
            first, length, ids = start, 1, frozenset[str]()
            if words[start] in self._by_first_word:
                length, ids = self._longest(words, start)
            if words[start] in self._surnames and (not ids or length == 1):
                first, others = self._by_surname(words, spans, start, position)
                ids = others | (ids if first == start else frozenset())
                length = 1
            if ids:
                end = spans[start + length - 1][1]
                sightings.append(self._sighting(spans[first][0] + skipped, end, ids))
                position = start + length
            words = written
        return tuple(sightings)

    def _joined(self, words: list[str]) -> dict[int, tuple[str, int]]:
        """The first words of names with "and" or "for" written onto them, ``لكريم``, and how much that is."""
        found = {}
        for place, word in enumerate(words):
            if word[:1] in _CLITICS and word not in self._starts and (name := self._without_clitics(word)):
                found[place] = name
        return found

    def _without_clitics(self, word: str) -> tuple[str, int] | None:
        """A name without the clitic or two before it. "For" takes the first letter of an article: ``للوزارة``."""
        for length in (1, 2):
            if word[length - 1] not in _CLITICS or len(word) < length + 2:
                return None
            rest = word[length:]
            full = f"ا{rest}" if word[length - 1 : length + 1] == "لل" else rest
            for name in (rest, full):
                if name in self._starts:
                    return name, length
        return None

    def _sighting(self, start: int, end: int, ids: frozenset[str]) -> Sighting:
        kinds = {self._stakeholders[item].kind for item in ids}
        keeps_words = kinds.isdisjoint({StakeholderKind.PERSON, StakeholderKind.STATE})
        return Sighting(start, end, ids, StakeholderKind.PERSON in kinds, keeps_words)

    def has(self, text_words: frozenset[str], record_id: str) -> bool:
        """Whether words of a text, without diacritics, can name a stakeholder: by a surname, a whole name, or as a
        state."""
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
        """Whether a name that is not in the registry may be a spelling of this stakeholder's.

        A description is nobody's name: "an aide to Ada Reed" is not Ada Reed.
        """
        record = self._stakeholders[record_id]
        written = _words(name)
        if not any(_is_same_script(words, written) for words in self._words[record_id]):
            return True
        if record.kind is not StakeholderKind.PERSON:
            return any(_shares_word(words, written) for words in self._words[record_id])
        parts = () if _is_of_somebody(written) else _parts(written)
        return bool(parts) and any(
            _may_be_one(_parts(words), parts) for words in self._words[record_id] if words
        )

    def is_comparable(self, record_id: str, name: str) -> bool:
        """Whether any name of a stakeholder is in the script of a name."""
        return any(_is_same_script(words, _words(name)) for words in self._words[record_id])

    def initialled(self, written: str) -> frozenset[str]:
        """Whose initials some capitals may be: UN for United Nations, JD for Jane Doe."""
        letters = written.replace(".", "").replace(" ", "")
        if not (1 < len(letters) <= _MOST_INITIALS and letters.isupper() and letters.isalpha()):
            return frozenset()
        return self._initials.get(letters, frozenset())

    @functools.cached_property
    def _initials(self) -> dict[str, frozenset[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        for record_id, names in self._words.items():
            for words in names:
                found["".join(word[0] for word in words if word[:1].isupper())].add(record_id)
        return {letters: frozenset(ids) for letters, ids in found.items()}

    def persons(self, ids: frozenset[str]) -> frozenset[str]:
        """Those of some stakeholders who are persons."""
        return frozenset(
            item
            for item in ids
            if item in self._stakeholders and self._stakeholders[item].kind is StakeholderKind.PERSON
        )

    def surname(self, ids: frozenset[str]) -> str:
        """The last word of a person's name; empty for several, and for bodies."""
        if len(ids) != 1:
            return ""
        (record_id,) = ids
        words = self._words[record_id][0]
        is_person = self._stakeholders[record_id].kind is StakeholderKind.PERSON
        return words[-1] if is_person and words else ""

    def labelled(self, label: str) -> frozenset[str]:
        """Whom the label of a turn in a transcript names, in capitals or not; nobody where it names no one."""
        seen = self.seen_in(label)
        if persons := [sighting for sighting in seen if sighting.is_person]:
            return persons[0].ids
        written = _words(label.partition(",")[0])
        found = frozenset(
            record_id
            for record_id, record in self._stakeholders.items()
            if record.kind is StakeholderKind.PERSON and self._is_labelled(record_id, written)
        )
        return found or (seen[0].ids if seen else frozenset())

    def _is_labelled(self, record_id: str, written: Words) -> bool:
        parts = tuple(word.lower() for word in written if word.lower() not in _no_forenames())
        return bool(parts) and any(
            _may_be_one(_parts(words), parts) for words in self._words[record_id] if len(words) > 1
        )

    def has_forenames(self, record_ids: Iterable[str]) -> bool:
        """Whether the registry knows a forename of each of these persons."""
        return all(self._forenames[item] for item in record_ids)

    def is_forename(self, record_ids: Iterable[str], word: str) -> bool:
        """Whether a word may be the forename of one of these persons."""
        low = (plain(word).lower(),)
        return any(
            _fit((forename.lower(),), low) for item in record_ids for forename in self._forenames[item]
        )

    def _longest(self, words: list[str], position: int) -> tuple[int, frozenset[str]]:
        best: tuple[int, frozenset[str]] = (1, frozenset())
        for name, ids in self._by_first_word[words[position]].items():
            if len(name) >= best[0] and tuple(words[position : position + len(name)]) == name:
                best = (len(name), frozenset(ids))
        return best

    def _by_surname(
        self, words: list[str], spans: list[tuple[int, int]], position: int, limit: int
    ) -> tuple[int, frozenset[str]]:
        """Whose surname a word is, and where the name begins; nobody's where somebody else's forename is before it."""
        ids = frozenset(self._surnames[words[position]])
        first, forenames = _before(words, spans, position, limit)
        fitting = frozenset(item for item in ids if not self._forenames[item].isdisjoint(forenames))
        if fitting:
            return first, fitting
        fitting = (
            frozenset(item for item in ids if self.is_forename((item,), forenames[-1])) if forenames else ids
        )
        return (first if forenames and fitting else position), fitting


def _before(
    words: list[str], spans: list[tuple[int, int]], position: int, limit: int
) -> tuple[int, list[str]]:
    """Where the forenames begin that stand before a surname, and which they are; initials are left out."""
    forenames: list[str] = []
    first = place = position
    while place > limit and words[place - 1][:1].isupper():
        before = words[place - 1]
        gap = spans[place][0] - spans[place - 1][1]
        if gap > (2 if len(before) == 1 else 1) or _is_no_forename(before.lower()):
            break
        if len(before) > 1 and before.isupper() and not words[position].isupper():
            break
        place -= 1
        if len(before) > 1:
            forenames.insert(0, before)
            first = place
    return first, forenames


def is_description(name: str) -> bool:
    """Whether what stands for a name describes somebody: no word but the first has a capital letter."""
    words = name.split()
    return all(word.islower() for word in words[1:]) and (len(words) > 1 or name.islower())


def _words(name: str) -> Words:
    return tuple(plain(word) for word in _WORD.findall(alike(name)))


def _parts(words: Words) -> Words:
    """The words of a name in small letters, without titles; nothing for a description."""
    kept = tuple(word for word in words if word.lower() not in _no_forenames() or not word[:1].islower())
    if len(kept) < len(words) and any(word[:1].islower() for word in words):
        return ()
    if any(word[:1].islower() and len(word) > _ALIKE_ENOUGH for word in words):
        return ()
    stripped = tuple(itertools.dropwhile(lambda word: word.lower() in _titles(), words))
    return tuple(word.lower() for word in stripped)


def _is_of_somebody(words: Words) -> bool:
    """Whether words with a name in them are a body's, or open with a noun for somebody's people in a script that has no
    capital letters: زوج, a husband."""
    has_case = words[:1] != tuple(word.swapcase() for word in words[:1])
    if not has_case:
        return len(words) > 1 and words[0] in _people_words()
    return len(words) > 2 and any(word.lower() in _bodies() for word in words)


@functools.cache
def _people_words() -> frozenset[str]:
    """The nouns for somebody's people, and titles, in any known language, as ``plain`` spells them."""
    return frozenset(
        plain(word) for language in KNOWN for words in (language.proxies, language.titles) for word in words
    )


@functools.cache
def _bodies() -> frozenset[str]:
    return frozenset(plain(word) for language in KNOWN for word in language.bodies)


@functools.cache
def _titles() -> frozenset[str]:
    return frozenset(word for language in KNOWN for word in language.titles)


def _may_be_one(own: Words, other: Words) -> bool:
    """Whether two names in small letters may be one person's: the surname is the same, no forename differs."""
    if not own or not other:
        return False
    if len(other) == 1 or len(own) == 1:
        return not set(own).isdisjoint(other)
    for one in (own, (*own[1:], own[0])):
        if one[-1] == other[-1]:
            return _fit(one[:-1], other[:-1])
    return False


def _fit(own: Words, other: Words) -> bool:
    """Whether some forename of one is one of the other's, its initial, or short for it."""
    return any(_is_one_forename(one, two) for one in own for two in other)


def _is_one_forename(one: str, other: str) -> bool:
    if one == other or (min(len(one), len(other)) == 1 and one[0] == other[0]):
        return True
    shorter = min(len(one), len(other))
    is_short = shorter >= _ALIKE_ENOUGH and one[:shorter] == other[:shorter]
    return is_short or other in _short_names().get(one, ())


def _is_same_script(own: Words, other: Words) -> bool:
    """Whether two names are both in Latin letters, or both not."""
    return bool(own) and bool(other) and own[-1].isascii() == other[-1].isascii()


def _shares_word(own: Words, other: Words) -> bool:
    """Whether the names of two bodies have a telling word in common."""
    return any(len(word) > _ALIKE_ENOUGH and word.lower() in {it.lower() for it in other} for word in own)


def _as_written(words: Words, is_person: bool) -> Iterable[Words]:
    """A name as it stands in a text: "International coalition" has a small letter within a sentence.

    Of a person also with the surname first, and without initials.
    """
    yield words
    if len(words) > 1 and words[0].istitle() and words[1].islower():
        yield (words[0].lower(), *words[1:])
    if is_person and len(words) > 1 and not words[-1].islower():
        yield (words[-1], *words[:-1])
        yield (words[-1].upper(), *words[:-1])
        yield tuple(word.upper() for word in words)
        whole = tuple(word for word in words if len(word) > 1)
        if 1 < len(whole) < len(words):
            yield whole


def _names(record: Stakeholder) -> Iterable[str]:
    """Every name; of "Popular Mobilization Forces (PMF)" also what stands before the brackets."""
    name = record.name
    return (name, name.partition(" (")[0], *record.aliases, *(native.text for native in record.names))
