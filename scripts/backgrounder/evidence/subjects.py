"""The subject of a verb of saying: whose name, which pronoun or what description stands there."""

from __future__ import annotations

import itertools
from enum import Enum
from typing import NamedTuple

from backgrounder.evidence.clauses import QUOTE, Cue, Mention, Paragraph, Rules, Word

_PAUSES = (",", "-", "–", "—")


_TITLED = 3
"""So many words before a name are a title: die Vorsitzende der Partei Becker."""


class Sort(Enum):
    """A kind of subject."""

    NAME = "a name"
    PRONOUN = "he, she, they"
    TITLE = "the minister: somebody spoken of before"
    OTHER = "a description of somebody: a man, an aide to Ada Reed"
    SELF = "I, we"
    NOBODY = "nobody whom the text shows to have said it"


class Subject(NamedTuple):
    """Who or what a clause is about, in words up to and without ``end``."""

    sort: Sort
    end: int
    ids: frozenset[str] = frozenset()
    named: str = ""
    gender: str = ""
    is_clear: bool = True
    """Nothing else stands between it and its verb that could be a subject."""
    not_meant: frozenset[str] = frozenset()
    """Whose aide or lawyer it is."""
    is_described: bool = False
    """It stands by a description that the desk lists among the aliases, and not by name."""


class SubjectReader:
    """Reads subjects in the words of a paragraph."""

    def __init__(self, paragraph: Paragraph, rules: Rules) -> None:
        self._paragraph = paragraph
        self._words = paragraph.words
        self._rules = rules
        self._language = rules.language
        self._is_behind_verb = False

    def behind(self, first: int, end: int) -> Subject | None:
        """The subject that stands behind its verb, or behind "according to"."""
        self._is_behind_verb = True
        found = self.at(first, end)
        self._is_behind_verb = False
        return found

    def at(self, first: int, end: int) -> Subject | None:
        """The noun phrase that begins at a word, or None where something else begins there."""
        first = self._skipped(first, end)
        if first >= end:
            return None
        if pronoun := self._pronoun(first):
            return pronoun
        stop = self._stop(first, end)
        if stop == first:
            return None
        inner = [item for item in self._paragraph.mentions if first <= item.first < stop and item.end <= stop]
        if inner:
            return self._with_name(first, stop, end, inner)
        return self._described(first, stop, end)

    def _pronoun(self, number: int) -> Subject | None:
        """A pronoun as a subject. One in capitals is an abbreviation: US."""
        text, low = self._words[number].text, self._words[number].low
        length, gender = self._paragraph.pronoun(number, len(self._words))
        if length:
            return Subject(Sort.PRONOUN, number + length, gender=gender)
        is_mine = low in self._language.first_person and (len(text) == 1 or not text.isupper())
        if is_mine and not self._owns_next(number):
            return Subject(Sort.SELF, number + 1)
        return None

    def _owns_next(self, number: int) -> bool:
        """Whether a noun stands right behind a word of the first person, as in "my aide": then it is no subject."""
        behind = self._words[number + 1 : number + 2]
        if not behind or not behind[0].text[0].isalpha():
            return False
        low = behind[0].low
        known = self._rules.auxiliaries | self._language.modals | self._language.auxiliaries
        return low not in known and low not in self._rules.verbs and low not in self._rules.stops

    def _skipped(self, first: int, end: int) -> int:
        """Behind marks, conjunctions and adverbs at the start."""
        while first < end:
            word = self._words[first]
            if word.text[0].isalnum() and word.low not in self._rules.skipped:
                break
            first += 1
        return first

    def _stop(self, first: int, end: int) -> int:
        """Where a noun phrase ends: at a mark, a preposition, a relative clause, an auxiliary verb."""
        number = first
        while number < end:
            word = self._words[number]
            if not (word.text[0].isalnum() or word.text in "'&/"):
                break
            if number in self._paragraph.within_names:
                number += 1
                continue
            if word.low in self._rules.stops and (
                number > first or word.low not in self._language.indefinite
            ):
                break
            if number > first and word.low in self._language.pronouns:
                break
            if number > first and word.low in self._rules.auxiliaries and not word.text[0].isupper():
                break
            number += 1
        return number

    def _with_name(self, first: int, stop: int, end: int, inner: list[Mention]) -> Subject | None:
        inner = self._before_other_verb(inner, stop, end)
        if self._language.has_constructs:
            return self._in_construct(first, end, inner)
        if self._language.verb_second and self._is_behind_verb and len(inner) > 1:
            return self._first_of(inner)
        if other := self._not_by_name(first, inner[-1]):
            return other
        last = inner[-1]
        is_owner = self._paragraph.is_possessive(last)
        rest = range(last.end, stop)
        if not rest and not is_owner and self._is_played(first, inner[0]):
            named = self._paragraph.written(first, stop)
            return Subject(Sort.OTHER, stop, named=named, not_meant=last.ids)
        if not rest and (not is_owner or (self._language.genitives and last.first == first)):
            return self._name(inner, stop)._replace(is_clear=self._is_all_name(first, inner))
        if rest and not is_owner and self._is_of_origin(first, stop, last):
            return Subject(Sort.TITLE, stop, last.ids, self._paragraph.written(first, stop))
        is_role_first = bool(rest) and self._rules.is_role(self._words[last.end].low)
        if is_owner or is_role_first or (self._has_role(last.end, stop) and self._reaches(stop, end)):
            found = self._apposition(stop, end) or self._last_of_title(first, stop, end)
            is_somebody = is_role_first or self._has_role(last.end, stop)
            return found or self._owned(
                first, stop, last, is_clear=is_somebody and (is_owner or is_role_first)
            )
        is_object = self._words[last.end].low in self._language.articles
        return self._name(inner, last.end)._replace(is_clear=self._language.verb_second and is_object)

    def _is_played(self, first: int, name: Mention) -> bool:
        """Whether a name is what somebody else does something to: the actress playing Ada Reed."""
        if name.first - first < 2 or self._words[first].low not in self._rules.determiners:
            return False
        word = self._words[name.first - 1]
        endings = self._language.participles
        is_participle = word.text.islower() and bool(endings) and word.low.endswith(endings)
        return is_participle and name.first - first > 2 and not self._rules.is_role(word.low)

    def _is_of_origin(self, first: int, stop: int, name: Mention) -> bool:
        """Whether a name only says where somebody comes from: the Iraqi leader, the Texas Republican."""
        if (name.ids and name.is_person) or self._words[first].low not in self._language.articles:
            return False
        rest = [word.low for word in self._words[name.end : stop]]
        is_title = bool(rest) and rest[-1] in self._language.titles and not self._rules.is_proxy(rest[-1])
        return is_title and name.end - name.first == 1 and name.first > first

    def _has_role(self, first: int, end: int) -> bool:
        """Whether a noun for somebody's people stands right behind a name: the Reed campaign, Reed's aides."""
        for number in range(first, min(end, first + 3)):
            word = self._words[number]
            if number in self._paragraph.within_names or word.low in self._rules.determiners:
                return False
            if self._rules.is_role(word.low):
                return word.text.islower() or number == first
        return False

    def _last_of_title(self, first: int, stop: int, end: int) -> Subject | None:
        """The name right before the verb behind a title of many words: Vice President for News Jane Roe said."""
        if self._words[first].low in self._rules.determiners or not self._reaches_name(stop, end):
            return None
        name = next(
            item for item in self._paragraph.mentions if self._reaches(item.end, end) and item.first > stop
        )
        before = self._words[name.first - 1]
        if before.low in self._rules.stops or self._rules.is_role(before.low):
            return None
        return Subject(Sort.NAME, name.end, name.ids, name.named, is_clear=False)

    def _reaches_name(self, stop: int, end: int) -> bool:
        is_joined = stop < end and self._words[stop].low in self._language.prepositions
        return is_joined and any(
            stop < item.first and item.end <= end and self._reaches(item.end, end)
            for item in self._paragraph.mentions
        )

    def _before_other_verb(self, inner: list[Mention], stop: int, end: int) -> list[Mention]:
        """The names up to a word that may be another verb: Reed praised Hussein and said."""
        if inner[-1].end == stop and self._reaches(stop, end):
            return inner
        for number, (one, other) in enumerate(itertools.pairwise(inner), start=1):
            between = self._words[one.end : other.first]
            if any(word.text.islower() and not self._is_within_name(word) for word in between):
                return inner[:number]
        return inner

    def _is_all_name(self, first: int, inner: list[Mention]) -> bool:
        """Whether no word that may be a verb stands in a noun phrase before its name."""
        opening, before = self._words[first], self._words[inner[0].first - 1]
        is_titled = before.text.islower() and self._rules.is_role(before.low)
        if opening.text.islower() and not (
            is_titled or opening.low in self._rules.determiners or self._rules.is_role(opening.low)
        ):
            return False
        return not any(
            word.text.islower() and not self._is_within_name(word)
            for one, other in itertools.pairwise(inner)
            for word in self._words[one.end : other.first]
        )

    def _is_within_name(self, word: Word) -> bool:
        return self._rules.is_role(word.low) or word.low in self._language.conjunctions

    def _reaches(self, stop: int, end: int) -> bool:
        """Whether only adverbs stand before the verb, or the subject stands behind its verb."""
        return self._is_behind_verb or all(
            word.low in self._language.adverbs for word in self._words[stop:end]
        )

    def _first_of(self, inner: list[Mention]) -> Subject:
        """The first of several names behind a verb, where an object may follow: "rief Huber Becker zu"."""
        found = self._name(inner[:1], inner[0].end)
        behind = self._words[inner[0].end].low
        if behind in self._language.conjunctions:
            return self._name(inner[:2], inner[1].end)
        return found._replace(
            is_clear=behind in self._language.articles and not self._paragraph.is_possessive(inner[0])
        )

    def _not_by_name(self, first: int, name: Mention) -> Subject | None:
        """A body with somebody's name, somebody's people, or whom a name is told: ein Mann sagte Becker."""
        before = [word.low for word in self._words[first : name.first]]
        if not before:
            return None
        if before[-1] in self._language.bodies and len(before) < _TITLED:
            return self._owned(first, name.end, name, is_clear=True)
        if not self._language.verb_second:
            return None
        is_new = self._is_behind_verb and before[0] in self._language.indefinite and len(before) > 1
        if is_new or self._is_in_genitive(before):
            named = self._paragraph.written(first, name.first if is_new else name.end)
            return Subject(Sort.OTHER, name.end, named=named, not_meant=name.ids)
        return None

    def _is_in_genitive(self, before: list[str]) -> bool:
        """Whether words before a name are somebody of its bearer's: der Sprecher der Ministerin Becker."""
        return any(
            self._rules.is_proxy(one) and other in self._language.articles
            for one, other in itertools.pairwise(before)
        ) and self._rules.is_role(before[-1])

    def _in_construct(self, first: int, end: int, inner: list[Mention]) -> Subject:
        """A name, or somebody's whose noun stands right before the name; unclear where other words do."""
        name = next((item for item in inner if item.is_person), inner[0])
        before = [word.low for word in self._words[first : name.first]]
        found = Subject(Sort.NAME, name.end, name.ids, name.named, is_described=name.is_described)
        if not before:
            return found
        if self._is_object(first, name, end):
            return Subject(Sort.OTHER, name.end, is_clear=False)
        if before[-1] not in self._language.honorifics and self._is_construct(name.first - 1):
            others = [item for item in inner if item.first == name.end]
            return self._name(others, others[0].end) if others else self._of_construct(first, name, before)
        return found._replace(is_clear=not self._is_of_two(first, before))

    def _is_object(self, first: int, name: Mention, end: int) -> bool:
        """Whether a name is whom the verb is about, because what is said of them follows: described Ada Reed as."""
        behind = self._words[name.end].low if name.end < end else ""
        return self._has_object(first) and behind in self._language.complementizers

    def _has_object(self, first: int) -> bool:
        """Whether a noun phrase stands behind a verb that has an object without a preposition."""
        return (
            first > 0 and self._is_behind_verb and self._words[first - 1].low in self._language.object_verbs
        )

    def _is_construct(self, number: int) -> bool:
        """Whether a noun without an article and without a pronoun can own nothing but by the word behind it."""
        low = self._words[number].low
        is_definite = low.startswith(self._language.definite) or number in self._paragraph.within_names
        return not is_definite and not self._has_suffix(low)

    def _has_suffix(self, low: str) -> bool:
        """Whether a noun for somebody's people ends with a pronoun, as in "her husband"."""
        return any(
            low.endswith(ending) and self._rules.is_proxy(low.removesuffix(ending))
            for ending in self._language.pronoun_endings
        )

    def _of_construct(self, first: int, name: Mention, before: list[str]) -> Subject:
        """Somebody of the bearer of a name; nobody in particular where the noun is unknown, as a place may be."""
        is_known = self._rules.is_role(before[-1])
        if is_known:
            return self._owned(first, name.end, name, is_clear=True)
        if len(before) == 1 and name.end - name.first == 1:  # another forename
            return Subject(Sort.NAME, name.end, named=self._paragraph.written(first, name.end))
        if len(before) > 1 and before[0] in self._language.titles:  # the minister of some state
            return Subject(Sort.NAME, name.end, name.ids, name.named, is_clear=False)
        return Subject(Sort.OTHER, name.end, is_clear=False)

    def _is_of_two(self, first: int, before: list[str]) -> bool:
        """Whether a title before a name may be of somebody else: the adviser of the minister, or whom the verb asks."""
        is_proxy = self._rules.is_proxy(before[0]) and before[0] not in self._language.titles
        is_person = before[-1] in self._language.masculine | self._language.feminine
        is_owned = len(before) > 1 and is_person and is_proxy and self._is_construct(first)
        return self._has_object(first) or is_owned

    def _name(self, inner: list[Mention], end: int) -> Subject:
        last = inner[-1]
        ids = last.ids
        if len(inner) > 1:
            between = self._words[inner[-2].end : last.first]
            if len(between) == 1 and between[0].low in self._language.conjunctions:
                ids |= inner[-2].ids
        return Subject(Sort.NAME, end, ids, "" if ids else last.named, is_described=last.is_described)

    def _owned(self, first: int, stop: int, owner: Mention, *, is_clear: bool) -> Subject:
        """Somebody's lawyer or campaign. What a body's people say is said by the body."""
        if owner.ids and not owner.is_person:
            return Subject(Sort.NAME, stop, owner.ids)
        named = self._paragraph.written(first, stop)
        not_meant = owner.ids if is_clear else frozenset[str]()
        return Subject(Sort.OTHER, stop, named=named, is_clear=is_clear, not_meant=not_meant)

    def _apposition(self, stop: int, end: int) -> Subject | None:
        """The name between commas behind a description: the minister, Fuad Hussein, said."""
        first = stop
        while first < end and self._words[first].text in _PAUSES:
            first += 1
        if first == stop:
            return None
        start = first
        while first < end and self._rules.is_role(self._words[first].low):
            first += 1
        if self._language.has_constructs and first > start and self._is_construct(first - 1):
            return None
        for mention in self._paragraph.mentions:
            is_alone = mention.end >= end or not self._words[mention.end].text[0].isalnum()
            if mention.first == first and is_alone and not self._paragraph.is_possessive(mention):
                return Subject(Sort.NAME, mention.end, mention.ids, mention.named)
        return None

    def _described(self, first: int, stop: int, end: int) -> Subject | None:
        """A description without a name, and with what a preposition adds to it."""
        section = self._section_end(stop, end)
        inner = [item for item in self._paragraph.mentions if stop < item.first and item.end <= section]
        low = self._words[first].low
        has_role = any(self._rules.is_role(word.low) for word in self._words[first:stop])
        is_proxy = any(self._rules.is_proxy(word.low) for word in self._words[first:stop])
        if inner and has_role and self._is_of_title(stop, inner[0]):
            return Subject(Sort.NAME, inner[0].end, inner[0].ids, inner[0].named)
        if inner and self._ends_title(first, stop, inner[-1]):
            return Subject(Sort.NAME, inner[-1].end, inner[-1].ids)
        if name := self._apposition(section, end):
            return name
        if not is_proxy and has_role and (name := self._last_of_title(first, stop, end)):
            return name
        if is_proxy and inner and inner[0].ids and not inner[0].is_person:
            return Subject(Sort.NAME, section, inner[0].ids)
        if inner and not has_role and self._is_by(first, stop):
            return Subject(Sort.NAME, section, inner[0].ids, inner[0].named, is_clear=False)
        named = self._paragraph.written(first, inner[0].end if inner else stop)
        not_meant = inner[0].ids if inner else frozenset[str]()
        is_known = low in self._language.articles
        if is_known and not inner:
            sort = Sort.TITLE
            return Subject(sort, stop, named=named, is_clear=has_role)
        if low not in self._rules.starts and not has_role and not self._words[first].text[0].isupper():
            return self._bare_noun(first, stop, section, named, not_meant)
        is_clear = not (inner and self._language.has_constructs) or self._is_owner(inner[0])
        return Subject(Sort.OTHER, section, named=named, not_meant=not_meant, is_clear=is_clear)

    def _is_owner(self, name: Mention) -> bool:
        """Whether the word right before a name makes it the owner of something: a preposition or a noun in construct."""
        is_object = self._words[name.first - 1].low in self._language.prepositions
        return is_object or self._is_construct(name.first - 1)

    def _is_by(self, first: int, stop: int) -> bool:
        """Whether a preposition names who made something: a letter by Ada Reed, and no aide of hers."""
        documents = self._language.documents
        is_document = not documents or any(word.low in documents for word in self._words[first:stop])
        return self._words[stop].low in self._language.agents and is_document

    def _bare_noun(
        self, first: int, stop: int, section: int, named: str, not_meant: frozenset[str]
    ) -> Subject | None:
        """A noun without an article: "officials said"; a clause of many words is none."""
        if stop - first > 3:
            return None
        is_clear = (
            not self._language.verb_first
        )  # an adverb may stand there, and has no capital or small letters
        return Subject(Sort.OTHER, section, named=named, not_meant=not_meant, is_clear=is_clear)

    def _section_end(self, number: int, end: int) -> int:
        """Where the next comma, relative clause or auxiliary verb stands."""
        language = self._language
        while number < end:
            word = self._words[number]
            if not (word.text[0].isalnum() or word.text in "'&/"):
                break
            if word.low in language.relatives or word.low in self._rules.auxiliaries:
                break
            number += 1
        return number

    def _is_of_title(self, stop: int, mention: Mention) -> bool:
        """Whether a name ends a title: Secretary of State John Kerry, not the mother of John Kerry."""
        between = self._words[stop + 1 : mention.first]
        return bool(between) and all(
            self._rules.is_role(word.low) and word.text[0].isupper() for word in between
        )

    def _ends_title(self, first: int, stop: int, mention: Mention) -> bool:
        """Whether a name of the registry ends a title that says of what: le ministre de la Défense Paul Martin."""
        between = [word.low for word in self._words[stop + 1 : mention.first]]
        area = [low for low in between if low not in self._rules.starts | self._rules.stops]
        head = [word.low for word in self._words[first:stop]]
        is_title = any(low in self._language.titles for low in head)
        is_apart = self._language.has_constructs and not any(self._rules.is_proxy(low) for low in head)
        if is_apart and between and self._is_construct(mention.first - 1):
            return False
        is_area = is_apart or not any(self._is_somebody(low) for low in area)
        return is_title and bool(mention.ids and area) and is_area

    def _is_somebody(self, low: str) -> bool:
        """Whether a word of a title is for a person; where nouns are in construct, areas are among the titles."""
        if not self._language.has_constructs:
            return self._rules.is_role(low)
        return low in self._language.masculine | self._language.feminine or self._rules.is_proxy(low)

    def right_before(self, cue: Cue, first: int) -> Subject | None:
        """The name or pronoun right before a verb, where the words behind a quotation go on first."""
        own = self._own_section(cue, first)
        if own == first:
            return None
        found = self._in_section(own, self._without_adverbs(own, cue.first))
        return found if found and found.sort in (Sort.NAME, Sort.PRONOUN, Sort.SELF) else None

    def before(self, cue: Cue, start: int) -> Subject | None:
        """The subject of a verb, looked for in the words of its sentence before it."""
        start = self._clause_start(cue, start)
        if self._paragraph.is_participle(cue) and (name := self._name_before(cue, start)):
            return name
        own = self._own_section(cue, start)
        bare_end = self._without_adverbs(own, cue.first)
        if own < bare_end and self._words[own].low in self._language.relatives:
            return self._relative(own, start)
        if own < bare_end and (found := self._in_section(own, bare_end)):
            return (
                self._named_before(found, own, start) or self._not_place(found, own, bare_end, start) or found
            )
        return self._from_left(start, own, cue.first)

    def _name_before(self, cue: Cue, start: int) -> Subject | None:
        """The name right before a participle: "footage of Reed saying"."""
        for mention in self._paragraph.mentions:
            if (
                start < mention.first
                and mention.end == cue.first
                and not self._paragraph.is_possessive(mention)
            ):
                return Subject(Sort.NAME, mention.end, mention.ids, mention.named, is_clear=False)
        return None

    def _named_before(self, found: Subject, own: int, start: int) -> Subject | None:
        """The name before a comma that a description belongs to: Jane Roe, founder of a league said."""
        if found.sort not in (Sort.OTHER, Sort.TITLE) or own - 2 < start:
            return None
        for mention in self._paragraph.mentions:
            if mention.end == own - 1 and not self._paragraph.is_possessive(mention):
                is_place = (
                    mention.first > start
                    and self._words[mention.first - 1].low in self._language.prepositions
                )
                return None if is_place else Subject(Sort.NAME, mention.end, mention.ids, mention.named)
        return None

    def _not_place(self, found: Subject, own: int, end: int, start: int) -> Subject | None:
        """The subject before a place of two names: Jane Roe of Columbia, South Carolina says."""
        if found.ids or found.sort is not Sort.NAME or own - 2 < start or found.end != end:
            return None
        is_place = any(
            item.end == own - 1 and self._words[item.first - 1].low in self._language.prepositions
            for item in self._paragraph.mentions
            if item.first > start
        )
        left = self._from_left(start, own, end) if is_place else None
        return left._replace(is_clear=False) if left else None

    def _clause_start(self, cue: Cue, start: int) -> int:
        """Behind the last word that begins another clause before the verb, and the verb of saying before it."""
        for number in range(cue.first - 1, start - 1, -1):
            word = self._words[number]
            if word.text in (";", ":") or word.text[0] == QUOTE:
                return number + 1
            if word.low in self._rules.clause_openers and self._has_subject(number + 1, cue.first):
                is_apart = any(item.text == "," for item in self._words[number : cue.first])
                if not is_apart:
                    return number + 1
        for other in reversed(self._paragraph.cues(start, cue.first)):
            if self._has_subject(other.end, cue.first) and not any(
                word.text == "," or word.low in self._language.conjunctions
                for word in self._words[other.end : cue.first]
            ):
                return other.end
        return start

    def _has_subject(self, first: int, end: int) -> bool:
        before = self._words[first - 1].low if first else ""
        if self._language.drops_subject and before in self._language.complementizers and first < end:
            return True  # the subject of this clause may be a name that no registry holds
        first = self._skipped(first, end)
        return first < end and self._can_start(first)

    def _can_start(self, number: int) -> bool:
        """Whether a noun phrase can begin here."""
        word = self._words[number]
        if word.low in self._rules.starts or self._rules.is_role(word.low) or self._pronoun(number):
            return True
        return any(mention.first == number for mention in self._paragraph.mentions)

    def _own_section(self, cue: Cue, start: int) -> int:
        """Behind the last comma before the verb."""
        number = cue.first
        while number > start and self._words[number - 1].text not in _PAUSES:
            number -= 1
        return number

    def _without_adverbs(self, first: int, end: int) -> int:
        while end > first and self._words[end - 1].low in self._language.adverbs:
            end -= 1
        return end

    def _in_section(self, first: int, end: int) -> Subject | None:
        """The subject in words that hold no comma."""
        first = self._skipped(first, end)
        if first >= end:
            return None
        if pronoun := self._pronoun(end - 1):
            return pronoun
        if self._can_start(first):
            found = self._second_clause(first, end) or self.at(first, end)
            return found and self._checked(found, end)
        return self._last_name(first, end)

    def _second_clause(self, first: int, end: int) -> Subject | None:
        """The name right before the verb, where "and" begins its clause: a man asked for more and Reed said."""
        for mention in self._paragraph.mentions:
            before = mention.first - 1
            if (
                mention.end != end
                or before <= first
                or self._words[before].low not in self._language.conjunctions
            ):
                continue
            is_listed = before - 1 in self._paragraph.within_names or self._rules.is_role(
                self._words[before - 1].low
            )
            return None if is_listed else Subject(Sort.NAME, end, mention.ids, mention.named)
        return None

    def _checked(self, found: Subject, end: int) -> Subject:
        """The subject, less clear where somebody else is named between it and the verb."""
        others = self._paragraph.persons(found.end, end)
        loose = [word for word in self._words[found.end : end] if word.low not in self._language.adverbs]
        is_aside = bool(loose) and loose[0].low in self._rules.asides
        if loose and loose[0].low in self._language.relatives:
            is_aside = False
            others = others or not found.ids
        return found._replace(is_clear=found.is_clear and (is_aside or not others))

    def _last_name(self, first: int, end: int) -> Subject | None:
        """The name right before the verb, where the clause begins with something else: In Ohio Reed said."""
        for mention in self._paragraph.mentions:
            if mention.end == end and mention.first > first and not self._paragraph.is_possessive(mention):
                before = self._words[mention.first - 1].low
                is_clear = before not in self._language.prepositions
                return Subject(Sort.NAME, end, mention.ids, mention.named, is_clear=is_clear)
        return None

    def _relative(self, own: int, start: int) -> Subject | None:
        """The name or noun that a relative clause belongs to."""
        persons = self._paragraph.persons(start, own)
        if not persons:
            return None
        last = persons[-1]
        return Subject(Sort.NAME, last.end, last.ids, last.named, is_clear=len(persons) == 1)

    def _from_left(self, start: int, own: int, end: int) -> Subject | None:
        """The first part of a sentence between commas that begins with a noun phrase.

        A part behind "as" or "when" counts where the sentence has no other.
        """
        spare: Subject | None = None
        number = start
        while number < own:
            first = self._skipped(number, own)
            section = self._section_end_at_comma(number, own)
            is_second = first < own and self._words[first].low in self._language.subordinators
            first += is_second
            if first < own and (found := self._opening(first, section, end)):
                found = self._checked_left(found, end)
                is_aside = spare is not None and self._words[first].low in self._rules.determiners
                is_place = number > start and not found.ids and found.end == section and section < own
                if not (is_second or is_aside or is_place):
                    return found
                spare = spare or found
            number = section + 1
        return spare

    def _opening(self, first: int, section: int, end: int) -> Subject | None:
        """The noun phrase with which a part of a sentence opens: "Reed …", "76-year-old Ada Reed"."""
        if self._can_start(first):
            return self.at(first, end)
        for mention in self._paragraph.mentions:
            if mention.first > first and mention.end == section:
                before = self._words[first : mention.first]
                is_name = before[0].text[0].isdigit() and not any(
                    word.low in self._rules.stops for word in before
                )
                return Subject(Sort.NAME, mention.end, mention.ids, mention.named) if is_name else None
        return None

    def _checked_left(self, found: Subject, end: int) -> Subject:
        """Clear where only asides between commas stand behind it."""
        behind = self._words[found.end : found.end + 1]
        is_aside = not behind or behind[0].text in _PAUSES or found.end >= end
        is_aside = is_aside or behind[0].low in self._rules.asides
        others = self._paragraph.persons(found.end, end)
        return found._replace(is_clear=found.is_clear and (is_aside or not others))

    def _section_end_at_comma(self, number: int, end: int) -> int:
        while number < end and self._words[number].text not in _PAUSES:
            number += 1
        return number
