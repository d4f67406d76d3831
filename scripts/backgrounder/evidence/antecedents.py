"""Whom a pronoun or a title means: the subject of the sentence before, or the last who spoke.

The text's own evidence rules people out: who is called Mr., or is followed by "her" where nobody else is named.
"""

from __future__ import annotations

import bisect
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from backgrounder.evidence.clauses import Mention, Paragraph, Rules, Whole, places_of
from backgrounder.evidence.people import People
from backgrounder.evidence.utterances import Attribution
from backgrounder.model.proof import SpeakerGrade
from backgrounder.patterns import late_pattern

_BACK = 2
"""So many paragraphs back a pronoun may point."""
_MOST_SENTENCES = 60
"""So many sentences of a paragraph are looked back over."""
_LONGEST_ROLE = 8
"""So many words before or behind a name a title is looked for."""
_TITLE_VOTES = 3
_LONGEST_TITLE = 12
_WORD_BEFORE = late_pattern(r"(\w+)\.? $")


class Person(NamedTuple):
    """Somebody whom a pronoun may mean."""

    ids: frozenset[str]
    named: str
    opens: bool = False
    """The name opens its sentence."""


class Antecedents:
    """Those named and those who spoke in a text so far."""

    def __init__(self, paragraphs: Sequence[Paragraph], whole: Whole, people: People, rules: Rules) -> None:
        self._paragraphs = paragraphs
        self._whole = whole
        self._people = people
        self._behind_name = rules.behind_name
        self._genders: dict[str, str] = {}
        self._titled: dict[str, list[Person]] = {}
        self._rules = rules
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
            for person in self._in_order(paragraph, word, gender)
            if self._may_be(person, gender) and not (person.ids and person.ids <= not_meant)
        ]
        if not fitting:
            return Attribution()
        first = fitting[0]
        others = frozenset(item for person in fitting for item in person.ids) - first.ids
        return Attribution(SpeakerGrade.INFERRED, first.ids, first.named, others)

    def titled(
        self, paragraph: Paragraph, word: int, called: str, not_meant: frozenset[str] = frozenset()
    ) -> Attribution:
        """Whom a description means: "the mayor" is whoever the text calls mayor.

        Where it calls nobody that, it may be any of those named, and is named itself. Somebody who belongs to
        another, "her husband", is not the other.
        """
        gender = self._language.owners.get(called.split()[0].lower()) if called else None
        if gender is not None:
            return self._owned(paragraph, word, gender, called, not_meant)
        near = self.of(paragraph, word, "", not_meant)
        holders = self._holders(called.split()[-1].lower()) if called else []
        known = [person for person in holders if not (person.ids and person.ids <= not_meant)]
        everybody = near.ids | near.candidates
        if not known:
            here = frozenset(item for mention in paragraph.persons() for item in mention.ids)
            return Attribution(SpeakerGrade.INFERRED, frozenset(), called, (everybody | here) - not_meant)
        nearest = next((person for person in known if person.ids and person.ids <= near.ids), None)
        first = nearest or next((person for person in known if person.ids <= everybody), known[0])
        others = everybody | frozenset(item for person in known for item in person.ids)
        return Attribution(SpeakerGrade.INFERRED, first.ids, first.named, others - first.ids)

    def _owned(
        self, paragraph: Paragraph, word: int, gender: str, called: str, not_meant: frozenset[str]
    ) -> Attribution:
        """Somebody who belongs to whom "her" or "his" means; that may be anybody else."""
        owner = self.of(paragraph, word, gender, not_meant)
        others = owner.candidates if owner.ids or owner.named else frozenset[str]()
        return Attribution(SpeakerGrade.INFERRED, frozenset(), called, others)

    def _holders(self, title: str) -> list[Person]:
        """Everybody whom the text calls by a title, before the name or behind it, in reading order."""
        if title not in self._titled:
            self._titled[title] = [
                Person(mention.ids, mention.named)
                for paragraph in self._paragraphs
                if title in paragraph.text.lower()
                for mention in paragraph.persons()
                if self._is_before(paragraph, mention, title) or self._is_behind(paragraph, mention, title)
            ]
        return self._titled[title]

    def _is_before(self, paragraph: Paragraph, mention: Mention, title: str) -> bool:
        """Whether a title stands before a name: the mayor of Selm, Ada Reed."""
        for word in reversed(paragraph.words[max(0, mention.first - _LONGEST_ROLE) : mention.first]):
            if word.low == title:
                return True
            is_part = word.text == "," or word.text[0].isupper() or word.low in self._rules.before_objects
            if not (is_part or self._rules.is_role(word.low)):
                return False
        return False

    def _is_behind(self, paragraph: Paragraph, mention: Mention, title: str) -> bool:
        """Whether a title stands behind a name: Ada Reed, the mayor; Reed was elected mayor."""
        behind = paragraph.words[mention.end : mention.end + _LONGEST_ROLE]
        if not behind or not (behind[0].text == "," or behind[0].low in self._language.auxiliaries):
            return False
        for word in behind[1:]:
            if word.low == title:
                return True
            is_end = (
                word.low in self._rules.verbs or word.low in self._rules.stops - self._rules.before_titles
            )
            if is_end or not (word.text[0].isalnum() or word.text == ","):
                return False
        return False

    def _may_be(self, person: Person, gender: str) -> bool:
        shown = self._gender(person) if gender else ""
        return not shown or shown == gender

    def _in_order(self, paragraph: Paragraph, word: int, gender: str) -> list[Person]:
        """Everybody whom the text could mean, the likeliest first.

        Subjects come before others, near ones before far ones, and whoever spoke in a paragraph before its
        subjects. Where a sentence of the paragraph itself opens with a fitting person of the registry, nobody of
        an earlier paragraph is meant.
        """
        subjects, others = self._named(paragraph, word)
        if any(person.opens and person.ids and self._may_be(person, gender) for person in subjects):
            return subjects + others
        for number in range(paragraph.number, max(0, paragraph.number - 1 - _BACK), -1):
            if self._last and self._last[0] == number:
                subjects.append(self._last[1])
            if number < paragraph.number:
                nearer, further = self._named(self._paragraphs[number - 1], None)
                subjects += nearer
                others += further
        return sorted(subjects + others, key=_is_doubtful)

    def _named(self, paragraph: Paragraph, word: int | None) -> tuple[list[Person], list[Person]]:
        """The subjects of sentences before a word, the last first, and everybody else named there."""
        end = len(paragraph.words) if word is None else word
        subjects: list[Person] = []
        others: list[Person] = []
        ends = paragraph.sentence_ends
        before = ends[: bisect.bisect_left(ends, end)]
        for start in reversed([0, *before][-_MOST_SENTENCES:]):
            has_subject = False
            for mention in paragraph.persons(start, end):
                is_subject = not has_subject and self._is_subject(paragraph, mention, start)
                has_subject = has_subject or is_subject
                person = Person(mention.ids, mention.named, self._opens(paragraph, mention, start))
                (subjects if is_subject else others).append(person)
            end = start
        return subjects, others

    def _is_subject(self, paragraph: Paragraph, mention: Mention, start: int) -> bool:
        """Whether the first person of a sentence is what it is about: no pronoun and no preposition stands before."""
        if paragraph.is_possessive(mention):
            return False
        before = paragraph.words[start : mention.first]
        if before and before[-1].low in self._rules.before_objects:
            return False
        return not any(word.low in self._language.pronouns for word in before)

    def _opens(self, paragraph: Paragraph, mention: Mention, start: int) -> bool:
        """Whether a name begins its sentence or a part of it between commas, but for titles and conjunctions."""
        number = mention.first
        while number > start and self._is_in_front(paragraph.words[number - 1].low):
            number -= 1
        return number == start or not paragraph.words[number - 1].text[0].isalnum()

    def _is_in_front(self, low: str) -> bool:
        return self._rules.is_role(low) or low in self._rules.skipped or low in self._language.leads_in

    def _gender(self, person: Person) -> str:
        """``m`` or ``f`` where the text shows it clearly, else nothing."""
        surname = self._surname(person)
        if surname not in self._genders:
            votes = Counter(self._votes(surname)) if surname else Counter[str]()
            self._genders[surname] = _clear(votes)
        return self._genders[surname]

    def _surname(self, person: Person) -> str:
        """The last word by which the text calls somebody; nothing where several share the name."""
        if person.named:
            return person.named.split()[-1]
        return self._people.surname(person.ids)

    def _votes(self, surname: str) -> Iterator[str]:
        """``m`` and ``f`` for what stands before and behind a name, as long as no other is named."""
        masculine, feminine = self._language.masculine, self._language.feminine
        text = self._whole.text
        for place in places_of(surname, text):
            before = _WORD_BEFORE.search(text, max(0, place - _LONGEST_TITLE), place)
            behind = self._behind_name.match(text, place + len(surname))
            shown = ((before and before[1].lower(), _TITLE_VOTES), (behind and behind[1], 1))
            for low, weight in shown:
                if low in masculine:
                    yield from "m" * weight
                elif low in feminine:
                    yield from "f" * weight


def _is_doubtful(person: Person) -> bool:
    """Whether a name may be no person's: a single word that the registry does not hold."""
    return not person.ids and " " not in person.named


def _clear(counted: Counter[str]) -> str:
    """The gender that has at least three times as many votes as the other, and two."""
    for shown, other in (("m", "f"), ("f", "m")):
        if counted[shown] >= 2 and counted[shown] >= 3 * counted[other]:
            return shown
    return ""
