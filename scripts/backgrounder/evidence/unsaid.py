"""Whether a verb of saying tells that something was said at all: not where it is negated, supposed or to come.

“We will go,” Reed never said; rumours that Reed said “we will go”; if Reed said “we will go”: none of them
shows that she did.
"""

from __future__ import annotations

from backgrounder.evidence.clauses import QUOTE, Cue, Paragraph, Rules

_STOPS = (",", ";", ":", "-", "–", "—")


class UnsaidReader:
    """Reads what stands around the verbs of saying of one paragraph."""

    def __init__(self, paragraph: Paragraph, rules: Rules) -> None:
        self._words = paragraph.words
        self._paragraph = paragraph
        self._rules = rules
        self._language = rules.language
        self._endings = rules.language.negative_endings or ("\0",)

    def is_unsaid(self, cue: Cue, start: int) -> bool:
        """Whether a verb of saying is negated, supposed or to come, by itself or by the clause around it."""
        return self._is_turned(cue, start) or self._is_supposed(cue, start) or self._is_negated_behind(cue)

    def _is_turned(self, cue: Cue, start: int) -> bool:
        """Whether the words right before the verb turn it: did not say, might say, was wrongly quoted as saying."""
        has_perfect = is_reported = False
        number = cue.first - 1
        while number >= start and self._is_beside_verb(low := self._words[number].low):
            if self._is_negation(number):
                return True
            if low in self._language.unsaid or (low in self._language.unsaid_before and has_perfect):
                return True
            is_reported = is_reported or low in self._language.quoting
            if is_reported and low in self._language.falsely:
                return True
            has_perfect = has_perfect or low in self._language.perfect
            number -= 1
        return number >= start and self._is_denied_by(number, cue)

    def _is_denied_by(self, number: int, cue: Cue) -> bool:
        """Whether a word in front of a verb and its auxiliaries denies it: refused to say, denied saying."""
        if number < cue.first - 1:
            return self._is_before_infinitive(number)
        if not self._paragraph.is_participle(cue):
            return False
        before = " ".join(word.low for word in self._words[max(0, number - 1) : cue.first])
        return self._words[number].low in self._language.denials or before in self._language.negating

    def _is_before_infinitive(self, number: int) -> bool:
        """Whether a denial or a plan stands before "to say"."""
        low = self._words[number].low
        is_infinitive = self._words[number + 1].low in self._language.infinitives
        return is_infinitive and (low in self._language.denials or low in self._language.intending)

    def _is_beside_verb(self, low: str) -> bool:
        return low in self._rules.beside_verbs or low.endswith(self._endings)

    def _is_negated_behind(self, cue: Cue) -> bool:
        """Whether a negation ends the clause behind its verb, as in German: sagte Becker nie."""
        if not self._language.verb_second:
            return False
        number = cue.end
        while number < len(self._words) and self._words[number].text[0].isalnum():
            number += 1
        return number > cue.end and self._words[number - 1].low in self._language.negations

    def _is_negation(self, number: int) -> bool:
        """Whether a word negates what is behind it; "not only" does not."""
        low = self._words[number].low
        is_one = low in self._language.negations or low.endswith(self._endings)
        behind = self._words[number + 1].low if number + 1 < len(self._words) else ""
        return is_one and behind not in self._language.after_not

    def _is_supposed(self, cue: Cue, start: int) -> bool:
        """Whether the clause around the verb is one that something else denies or supposes."""
        is_within = False
        number = cue.first - 1
        while number >= start:
            word, low = self._words[number], self._words[number].low
            if low in self._language.hypotheses or self._paragraph.is_nobody(number, cue.first):
                return True
            if is_within and (self._is_negation(number) or low in self._language.denials):
                return True
            if low in self._language.complementizers:
                if number > start and self._words[number - 1].low in self._language.hearsay:
                    return True
                is_within = True
                number -= number > start and self._words[number - 1].text == ","
            elif self._is_edge(word.text, low):
                return False
            elif is_within and low in self._rules.verbs and low not in self._language.nouns:
                return self.is_false(number, start) or self.is_unsaid(Cue(number, number + 1), start)
            number -= 1
        return self._words[start].low in self._language.supposing

    def is_false(self, verb: int, start: int) -> bool:
        """Whether another is told to be wrong about what was said: Marsh falsely claimed that Reed said."""
        return verb > start and self._words[verb - 1].low in self._language.falsely

    def _is_edge(self, text: str, low: str) -> bool:
        """Whether a word ends the clause before it, so that nothing further away bears on the verb."""
        is_mark = text in _STOPS or text[0] == QUOTE
        return is_mark or low in self._language.conjunctions or low in self._rules.clause_openers

    def is_called_false(self, quote: int, end: int) -> bool:
        """Whether what is behind a quotation says that it is none: Rumours that Reed said “…” are false."""
        number = quote + 1
        if number >= end or self._words[number].low not in self._language.auxiliaries:
            return False
        behind = [word.low for word in self._words[number + 1 : min(end, number + 4)]]
        while behind and behind[0] in self._language.adverbs:
            behind.pop(0)
        return bool(behind) and behind[0] in self._language.denials
