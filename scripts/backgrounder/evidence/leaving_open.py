"""Verbs of saying that tell of nothing said: denied, supposed, told to somebody or said by nobody in particular.

"Ada Reed never said", « aurait dit Ada Reed » and „soll Ada Reed gesagt haben“ have a verb of saying and a name beside a
quotation, and the reporter vouches for nothing. Such a verb attributes its words to nobody.
"""

from __future__ import annotations

from collections.abc import Sequence

from backgrounder.evidence.clauses import QUOTE, Cue, Paragraph, Rules

_NEAR = 15
"""A verb so many words before the mark is about something else."""


class OpenReader:
    """Reads whether a verb of saying beside a quotation tells that something was said."""

    def __init__(self, paragraph: Paragraph, rules: Rules) -> None:
        self._paragraph = paragraph
        self._words = paragraph.words
        self._rules = rules
        language = rules.language
        self._language = language
        self._passed = (
            language.adverbs
            | language.auxiliaries
            | language.modals
            | language.articles
            | language.infinitives
            | frozenset(language.pronouns)
        )

    def in_front(self, start: int, quote: int, end: int) -> bool:
        """Whether the last verb of saying in front of a quotation attributes nothing, or its speaker quotes another."""
        if not self._language.leaving_open:
            return False
        cues = self._verbs(max(start, quote - _NEAR), quote)
        if self._cites_another(start, quote):
            return True
        if not cues:
            return False
        return self.is_unsaid(cues[-1], start, quote) or self._ends_denial(cues[-1], quote, end)

    def behind(self, first: int, end: int) -> bool:
        """Whether the first verb of saying behind a quotation attributes nothing."""
        if not self._language.leaving_open:
            return False
        cues = self._verbs(first, min(end, first + _NEAR))
        return bool(cues) and self.is_unsaid(cues[0], first, end)

    def is_unsaid(self, cue: Cue, start: int, end: int) -> bool:
        """Whether a verb of saying is denied or supposed by the words around it."""
        if any(self._low(number) in self._language.leaving_open for number in range(cue.first, cue.end)):
            return True
        return self._before(cue, start) or self._after(cue, end) or self._is_denied_infinitive(cue, start)

    def _before(self, cue: Cue, start: int) -> bool:
        """Whether such a word stands before a verb, with nothing but small words and its subject between."""
        number = cue.first - 1
        if number >= start and self._is_pair(number, start):
            return True
        while number >= start:
            low = self._low(number)
            if (
                low in self._language.leaving_open
                or low in self._language.denials
                or low in self._language.impersonal_pronouns
            ):
                return True
            if not self._is_passed(number):
                break
            number -= 1
        opens_clause = number >= start and low in self._rules.clause_openers | self._language.complementizers
        return opens_clause and self._has_denial(start, number)

    def _is_pair(self, number: int, start: int) -> bool:
        """Whether a word is such a one only right before this form of a verb: Arabic ``قد تقول``."""
        is_clause = number == start or self._low(number - 1) not in self._language.prepositions
        return is_clause and f"{self._low(number)} {self._low(number + 1)}" in self._language.leaving_open

    def _after(self, cue: Cue, end: int) -> bool:
        """Whether such a word ends the clause behind a verb, or nobody in particular is its subject."""
        if cue.end < end and self._low(cue.end) in self._language.impersonal_pronouns:
            return True
        for number in range(cue.end, end):
            is_last = number + 1 >= end or not self._words[number + 1].text[0].isalnum()
            if is_last and self._low(number) in self._language.leaving_open:
                return True
            if not self._is_passed(number):
                return False
        return False

    def _is_denied_infinitive(self, cue: Cue, start: int) -> bool:
        """Whether a verb that has no subject follows a denial: bestritt, gesagt zu haben."""
        is_infinitive = cue.end < len(self._words) and self._low(cue.end) in self._language.infinitives
        return is_infinitive and self._has_denial(start, cue.first)

    def _ends_denial(self, cue: Cue, quote: int, end: int) -> bool:
        """Whether a denial goes on behind the quotation with a verb of saying: bestritt, „…“ gesagt zu haben."""
        if self._low(cue.first) not in self._language.denials:
            return False
        return bool(self._verbs(quote + 1, min(end, quote + 2)))

    def _cites_another(self, start: int, quote: int) -> bool:
        """Whether words say that somebody else is quoted: citant un soldat."""
        return any(
            self._paragraph.starts_phrase(self._rules.citing, number, quote) for number in range(start, quote)
        )

    def _has_denial(self, first: int, end: int) -> bool:
        return any(self._low(number) in self._language.denials for number in range(first, end))

    def _is_passed(self, number: int) -> bool:
        low = self._low(number)
        return (
            low in self._passed or number in self._paragraph.within_names or self._rules.is_role(low)
        ) and low not in self._language.conjunctions

    def _low(self, number: int) -> str:
        return self._words[number].low

    def _verbs(self, first: int, end: int) -> Sequence[Cue]:
        """Every verb of saying among words, infinitives and passives included."""
        found = []
        for number in range(first, end):
            if self._words[number].text[0] == QUOTE:
                continue
            if length := self._paragraph.starts_phrase(self._rules.verbs, number, end):
                found.append(Cue(number, number + length))
        return found
