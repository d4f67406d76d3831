"""The sentence around a quotation: the subject of the verb of saying beside it."""

from __future__ import annotations

import bisect
from collections.abc import Iterable

from backgrounder.evidence.clauses import QUOTE, Cue, Mention, Paragraph, Rules
from backgrounder.evidence.leaving_open import OpenReader
from backgrounder.evidence.marks import Pair
from backgrounder.evidence.subjects import Sort, Subject, SubjectReader
from backgrounder.evidence.unsaid import UnsaidReader
from backgrounder.patterns import late_pattern

_FAR = 120
"""Words further away are not looked at."""
_LONGEST_GAP = 25
"""A verb so many words before the mark is about something else."""
_CLEAR_GAP = 15
_LONGEST_SUBJECT = 30
_SHORT_ASIDE = 6
_MOST_JOINED = 12
"""So many quotations at most are read as one row."""
_GOES_ON = (",", "?", "!", "-", "–", "—", "…")
"""Endings of a quotation where its sentence goes on behind it."""
_MARKS = (",", "-", "–", "—", "―")
_DASHES = ("-", "–", "—", "―")
_IN_BRACKETS = late_pattern(r"\s*\((?P<name>[^()]{2,60})\)\s*(?:[.;,]|$)")


def ids_of(mentions: Iterable[Mention]) -> frozenset[str]:
    """The ids of all persons."""
    return frozenset(item for mention in mentions for item in mention.ids)


_NOBODY = Subject(Sort.NOBODY, 0)


def _differ(one: Subject, other: Subject) -> bool:
    return (one.sort, one.ids, one.named) != (other.sort, other.ids, other.named)


class Sentence:
    """A sentence with a quotation in it."""

    def __init__(self, paragraph: Paragraph, quote: int, pair: Pair | None, rules: Rules) -> None:
        self.paragraph = paragraph
        self._words = paragraph.words
        self._quote = quote
        """Which word the quotation is."""
        self._pair = pair
        self._rules = rules
        self._language = rules.language
        start, end = paragraph.sentence_of(quote)
        self._start, self._end = max(start, quote - _FAR), min(end, quote + _FAR)
        if pair is None:
            self._start = self._end = quote
        self._reader = SubjectReader(paragraph, rules)
        self._unsaid = UnsaidReader(paragraph, rules)

    @property
    def is_bare(self) -> bool:
        """Whether the sentence is nothing but the quotation."""
        around = [*self._words[self._start : self._quote], *self._words[self._quote + 1 : self._end]]
        return not any(word.text[0].isalnum() for word in around)

    def speaker(self) -> Subject | None:
        """The subject of the verb of saying beside the quotation."""
        return self._joined() or self._own_speaker()

    def _own_speaker(self) -> Subject | None:
        """The speaker whom the words around the quotation alone tell."""
        if signed := self._in_brackets():
            return signed
        front = self._told() or self._of_document() or self._in_front()
        if front and self._is_taken_back():
            return _NOBODY
        if front and self._is_introduced():
            return front
        if self._may_go_on() and (behind := self._behind()):
            is_disputed = front and front.is_clear and not self._follows_quote() and _differ(front, behind)
            return behind._replace(is_clear=behind.is_clear and not is_disputed)
        behind = None if self._may_go_on() else self._behind()
        return front or behind or self._signed() or self._labelled()

    def is_unsaid(self, subject: Subject | None) -> bool:
        """Whether the verb of saying beside the quotation, or that of a subject, tells of nothing said."""
        if not self._language.leaving_open:
            return False
        reader = OpenReader(self.paragraph, self._rules)
        is_front = subject is None or subject.end <= self._quote
        if is_front and reader.in_front(self._start, self._quote, self._end):
            return True
        is_behind = subject is None or subject.end > self._quote
        return is_behind and reader.behind(*self._after())

    def _follows_quote(self) -> bool:
        """Whether another quotation stands before this one in its sentence."""
        return any(word.text[0] == QUOTE for word in self._words[self._start : self._quote])

    def _joined(self) -> Subject | None:
        """The speaker of the first of several quotations between which only "and" stands."""
        quotes = self.paragraph.quotes
        number = here = bisect.bisect_left(quotes, self._quote) if self._pair else 0
        while (
            number and here - number < _MOST_JOINED and self._are_joined(quotes[number - 1], quotes[number])
        ):
            number -= 1
        if number == here or number >= len(self.paragraph.pairs):
            return None
        return Sentence(
            self.paragraph, quotes[number], self.paragraph.pairs[number], self._rules
        )._own_speaker()

    def _are_joined(self, one: int, other: int) -> bool:
        """Whether only "and" and commas stand between two quotations."""
        return one + 1 < other and all(self._is_joint(number) for number in range(one + 1, other))

    def _is_joint(self, number: int) -> bool:
        word = self._words[number]
        return word.low in self._language.conjunctions or word.text == ","

    def everybody(self) -> frozenset[str]:
        """Every person of the registry whom the sentence names."""
        return ids_of(self.paragraph.persons(self._start, self._end))

    def before_it(self) -> frozenset[str]:
        """Every person of the registry whom the paragraph names before the quotation."""
        return ids_of(self.paragraph.persons(0, self._quote))

    def names_before_it(self) -> bool:
        """Whether the paragraph names any person before the quotation, of the registry or not."""
        return bool(self.paragraph.persons(0, self._quote))

    def spoken_of(self, subject: Subject) -> frozenset[str]:
        """Whom the sentence tells its subject to speak of or to, before a comma: Asked about Reed, he said."""
        before = self.place_of(subject)
        return ids_of(
            mention
            for mention in self.paragraph.persons(self._start, before)
            if mention.first > self._start
            and self._words[mention.first - 1].low in self._language.topics
            and self._words[mention.end].text == ","
        )

    def place_of(self, subject: Subject) -> int:
        """Where a pronoun looks back from: the start of its subject, where that is in front of the quotation."""
        is_object = subject.sort is Sort.PRONOUN and self._is_object_form(subject.end - 1)
        if subject.end <= self._quote or is_object:
            return max(subject.end - 1, 0)
        return self._quote

    def _is_object_form(self, number: int) -> bool:
        """Whether somebody is quoted here by another: "his spokesman quoted him as saying"."""
        behind = self._words[number + 1 : number + 2]
        is_quoted = bool(behind) and behind[0].low in self._language.as_saying
        return is_quoted and self._words[number].low in self._language.other_persons

    # Behind the quotation

    def _may_go_on(self) -> bool:
        """Whether the sentence goes on with a clause of its own behind the quotation."""
        words = self._content().rstrip()
        behind = self._words[self._quote + 1 : self._quote + 2]
        is_marked = bool(behind) and behind[0].text in _MARKS
        return words.endswith(_GOES_ON) or is_marked or self._start == self._quote

    def _content(self) -> str:
        return self.paragraph.text[self._pair.start : self._pair.end] if self._pair else ""

    def _behind(self) -> Subject | None:
        first, end = self._after()
        if first >= end or not self._words[first].text[0].isalnum():
            return None
        if found := self.paragraph.according(first, min(first + 3, end)):
            return self._reader.behind(found[0].end, end)
        if length := self.paragraph.signing(first, end):
            return self._reader.behind(first + length, end)
        for cue in self.paragraph.cues(first, end):
            if self.paragraph.is_impersonal(cue):
                return Subject(Sort.TITLE, cue.end, is_clear=False)
            if quoted := self._quoted_as(cue, first, end):
                return quoted
            found = self._by_cue(first, cue, end)
            is_denied = self._words[cue.first].low in self._language.denials
            is_unsaid = is_denied or self._unsaid.is_unsaid(cue, first)
            return _NOBODY if found and is_unsaid else found
        return None

    def _after(self) -> tuple[int, int]:
        """The words behind the quotation and the marks beside it, up to the next quotation."""
        first, end = self._quote + 1, self._end
        while first < end and self._words[first].text in _MARKS:
            first += 1
        behind = (number for number in range(first, end) if self._words[number].text[0] == QUOTE)
        return first, next(behind, end)

    def _by_cue(self, first: int, cue: Cue, end: int) -> Subject | None:
        """``X said`` or ``said X``."""
        start = first
        while start < cue.first and self._words[start].low in self._language.adverbs:
            start += 1
        if start == cue.first:
            return self._inverted(cue, end)
        if cue.first - first > _LONGEST_SUBJECT:
            return None
        if self._words[first].low in self._rules.openers:
            return self._after_more(first, cue, end)
        found = self._reader.at(first, cue.first)
        if found is None or (found.sort is Sort.OTHER and not self._is_introducing(first)):
            return self._reader.right_before(cue, first)
        return self._beside(found, cue)

    def _is_introducing(self, first: int) -> bool:
        """Whether a description can be the subject: it has an article, a title or a capital letter."""
        word = self._words[first]
        return word.low in self._rules.determiners or self._rules.is_role(word.low) or word.text[0].isupper()

    def _after_more(self, first: int, cue: Cue, end: int) -> Subject | None:
        """``“…” for the town, said X``: the sentence goes on behind the quotation before its speaker is named."""
        if self._words[cue.first - 1].text == ",":
            return self._inverted(cue, end)
        return self._reader.right_before(cue, first)

    def _inverted(self, cue: Cue, end: int) -> Subject | None:
        if self.paragraph.is_participle(cue):
            return None
        if self._starts_subject(cue.end, end):
            return self._reader.behind(cue.end, end)
        found = self._behind_aside(cue.end, end)
        return found or (self._dropped(cue) if self._language.drops_subject else None)

    def _behind_aside(self, number: int, end: int) -> Subject | None:
        """The name behind a phrase of time or place: "sagte am Freitag Jens Becker"."""
        if number >= end or self._words[number].low not in self._language.prepositions:
            return None
        for mention in self.paragraph.persons(number, end)[:1]:
            between = [word.low for word in self._words[number + 1 : mention.first]]
            nouns = [low for low in between if low not in self._rules.starts | self._rules.openers]
            while nouns and self._rules.is_role(nouns[-1]):
                nouns.pop()
            is_apart = bool(nouns) and all(low.isalnum() and not self._rules.is_role(low) for low in nouns)
            if is_apart and mention.ids and not self.paragraph.is_possessive(mention):
                is_time = all(low in self._rules.days for low in nouns)
                return Subject(Sort.NAME, mention.end, mention.ids, is_clear=is_time)
        return None

    def _starts_subject(self, number: int, end: int) -> bool:
        if number >= end:
            return False
        word = self._words[number]
        return word.text[0].isalnum() and word.low not in self._rules.openers

    def _beside(self, found: Subject, cue: Cue) -> Subject | None:
        """The subject, where what stands between it and its verb is an aside; unclear where it is more."""
        rest = self._words[found.end : cue.first]
        if all(word.low in self._language.adverbs for word in rest):
            return found
        if rest[0].text[0] in ",-–—(" or rest[0].low in self._rules.asides:
            return found
        persons = self.paragraph.persons(found.end, cue.first)
        if persons or len(rest) > _SHORT_ASIDE:
            return None
        return found._replace(is_clear=False)

    def _signed(self) -> Subject | None:
        """``“…” — Ada Reed``"""
        first, end = self._after()
        if first < end and self._words[first].text == ":":
            first += 1
        elif not any(word.text in _DASHES for word in self._words[self._quote + 1 : first]):
            return None
        for mention in self.paragraph.mentions:
            if mention.first == first and not self.paragraph.is_possessive(mention):
                is_alone = mention.end >= end or not self._words[mention.end].text[0].isalnum()
                return Subject(Sort.NAME, mention.end, mention.ids, mention.named) if is_alone else None
        return None

    # In front of it

    def _is_introduced(self) -> bool:
        """Whether a colon, a comma or a verb of saying stands right before the quotation."""
        last = self._words[self._quote - 1]
        if last.text in (":", ","):
            before = self.paragraph.cues(max(self._start, self._quote - 3), self._quote)
            return last.text == ":" or bool(before)
        cues = self.paragraph.cues(self._start, self._quote)
        return bool(cues) and self._quote - cues[-1].end <= 2

    def _in_front(self) -> Subject | None:
        start, end = self._start, self._quote
        if start >= end:
            return None
        if owner := self._in_words_of():
            return owner
        cues = self.paragraph.cues(start, end)
        according = self.paragraph.according(start, end)
        if according and (not cues or according[-1].first > cues[-1].first):
            return self._reader.behind(according[-1].end, end)
        if found := self._behind_speaker(start, end):
            return found
        for cue in reversed(cues[-2:]):
            if end - cue.end > _LONGEST_GAP:
                return None
            if other := self._of_another(start, cue):
                return other
            if self._language.verb_first and (found := self._reader.behind(cue.end, end)):
                return found
            if self.paragraph.is_impersonal(cue):
                return Subject(Sort.TITLE, cue.end, is_clear=False)
            found = self._turned(start, cue, end) if self._is_turned(start, cue) else None
            found = found or self._nominative(start, cue, end) or self._reader.before(cue, start)
            if found is None and self._language.verb_second:
                found = self._reader.behind(cue.end, end)
            if found:
                return _NOBODY if self._unsaid.is_unsaid(cue, start) else self._with_gap(found, cue)
            if self._language.drops_subject:
                return self._dropped(cue)
        return None

    # Words that are another's, or nobody's

    def _of_another(self, start: int, cue: Cue) -> Subject | None:
        """Whose words a quotation gives that the subject of its verb quotes, cites or judges."""
        if quoted := self._quoted_as(cue, start, self._quote) or self._cited(cue):
            return quoted
        is_heard = cue.first - 2 >= start and self._words[cue.first - 1].low in self._language.other_persons
        if is_heard and self._words[cue.first - 2].low in self._language.perceiving:
            return _NOBODY
        if self._is_object(cue) or self._is_of_clause(cue):
            return _NOBODY
        return None

    def _quoted_as(self, cue: Cue, first: int, end: int) -> Subject | None:
        """Whom another quotes: Reuters reported Reed as saying."""
        number = self._as_saying(cue, first, end)
        if number is None:
            return None
        earlier = [it for it in self.paragraph.cues(first, number) if it.end < number]
        if not earlier:
            return None
        verb = earlier[-1]
        is_unsaid = self._unsaid.is_unsaid(verb, first) or self._unsaid.is_false(verb.first, first)
        return _NOBODY if is_unsaid else self._right_before(verb.end, number)

    def _as_saying(self, cue: Cue, first: int, end: int) -> int | None:
        """Where "as" stands that joins somebody quoted to a verb of saying before or behind this one."""
        for number in range(cue.end + 1, end - 1):
            if self._words[number].low in self._language.as_saying and self._ends_as_saying(number + 1):
                return number
        before = cue.first - 1
        is_as = before > first and self._words[before].low in self._language.as_saying
        return before if is_as and self._ends_as_saying(cue.first) else None

    def _ends_as_saying(self, number: int) -> bool:
        """Whether a participle of saying stands here."""
        low = self._words[number].low
        endings = self._language.participles
        return low in self._rules.verbs and bool(endings) and low.endswith(endings)

    def _right_before(self, first: int, end: int) -> Subject:
        """Whoever stands between a verb and "as saying": a person quoted, or "her"."""
        low = self._words[first].low
        if end - first == 1 and low in self._language.other_persons:
            gender = next((sex for sex, words in self._sexes() if low in words), "")
            return Subject(Sort.PRONOUN, first + 1, gender=gender)
        found = self._reader.at(first, end)
        if found and found.end == end and found.sort is Sort.NAME:
            return found._replace(is_clear=False)
        return found._replace(end=first) if found and found.sort in (Sort.TITLE, Sort.OTHER) else _NOBODY

    def _sexes(self) -> tuple[tuple[str, frozenset[str]], ...]:
        return (("m", self._language.masculine), ("f", self._language.feminine))

    def _cited(self, cue: Cue) -> Subject | None:
        """Whom or what somebody quotes before a colon: Reed quoted Marsh: “…”"""
        is_quoting = self._words[cue.first].low in self._language.quoting
        if (
            not is_quoting
            or cue.end >= self._quote - 1
            or self._words[self._quote - 1].text not in (":", ",")
        ):
            return None
        found = self._reader.at(cue.end, self._quote - 1)
        is_whole = found is not None and found.end == self._quote - 1
        return found if found and is_whole and found.sort is Sort.NAME else _NOBODY

    def _is_object(self, cue: Cue) -> bool:
        """Whether a quotation is what a verb judges or gives a name: called “…” a lie, criticised the slogan “…”."""
        low = self._words[cue.first].low
        behind = self._words[self._quote + 1 : self._quote + 2]
        is_named = bool(behind) and behind[0].low in self._rules.determiners and cue.end == self._quote
        if low in self._language.naming and is_named:
            return True
        gap = self._words[cue.end : self._quote]
        if low not in self._language.judging or len(gap) < 2 or gap[0].low not in self._language.articles:
            return False
        return all(word.text.isalpha() and not self._is_small(word.low) for word in gap[1:])

    def _is_small(self, low: str) -> bool:
        return low in self._rules.no_names or low in self._rules.verbs

    def _is_of_clause(self, cue: Cue) -> bool:
        """Whether the words behind a verb of saying give the quotation to another: said her father used to say."""
        first, last = cue.end, self._quote - 1
        if last - first < 2 or not self._starts_other(first):
            return False
        if self._words[last].text == ":" and self._words[last - 1].low in self._language.passives:
            is_own = self._words[first].low in self._language.owners
            return not (is_own and self._words[first + 1].low in self._language.words_of)
        last -= self._words[last].text in (":", ",")
        is_verb = self._words[last].low in self._rules.verbs
        return is_verb and self._words[last - 1].low in self._language.infinitives

    def _starts_other(self, number: int) -> bool:
        """Whether a noun phrase begins here that is somebody or something else than the subject."""
        low = self._words[number].low
        is_named = any(item.first == number for item in self.paragraph.mentions)
        return is_named or low in self._rules.determiners

    def _told(self) -> Subject | None:
        """Nobody, where the quotation is what its subject was asked or told, or refused to say."""
        last = self._quote - 1
        last -= last > self._start and self._words[last].text in (":", ",")
        if last <= self._start or self._words[last].low not in self._rules.verbs:
            return None
        low = self._words[last].low
        is_told = self.paragraph.is_passive(last, self._start) and low not in self._language.quoting
        is_infinitive = self._words[last - 1].low in self._language.infinitives
        is_unsaid = is_infinitive and self._unsaid.is_unsaid(Cue(last, last + 1), self._start)
        return _NOBODY if is_told or is_unsaid else None

    def _of_document(self) -> Subject | None:
        """Whose message or line is quoted behind a colon: tweeted a line from Marsh: “…”"""
        end = self._quote - 1
        if end <= self._start or self._words[end].text not in (":", ","):
            return None
        for number in range(max(self._start + 1, end - _SHORT_ASIDE), end - 1):
            is_from = self._words[number].low in self._language.agents
            if is_from and self._words[number - 1].low in self._language.words_of:
                found = self._reader.at(number + 1, end)
                return found._replace(is_clear=False) if found and found.end == end else None
        return None

    def _is_taken_back(self) -> bool:
        return self._unsaid.is_called_false(self._quote, self._end)

    def _in_brackets(self) -> Subject | None:
        """``“…” (Ada Reed)``"""
        if self._pair is None or self.paragraph.text[self._pair.outer_end :].lstrip()[:1] != "(":
            return None
        found = _IN_BRACKETS.match(self.paragraph.text, self._pair.outer_end)
        ids = self.paragraph.sole_person(found["name"]) if found else frozenset[str]()
        return Subject(Sort.NAME, self._quote + 1, ids) if ids else None

    def _in_words_of(self) -> Subject | None:
        """``In X’s words, “…”``, and less clearly ``Y doubted X’s claim that “…”``."""
        end = self._quote
        while end > self._start and self._is_link(end - 1):
            end -= 1
        if end - 1 <= self._start or self._words[end - 1].low not in self._language.words_of:
            return None
        for mention in self.paragraph.mentions:
            is_owner = mention.end in (end - 1, end - 2) and self.paragraph.is_possessive(mention)
            if self._start <= mention.first and is_owner:
                is_clear = not self.paragraph.cues(self._start, mention.first)
                return Subject(Sort.NAME, mention.end, mention.ids, mention.named, is_clear=is_clear)
        return None

    def _is_link(self, number: int) -> bool:
        word = self._words[number]
        return word.text in (",", ":") or word.low in self._language.subordinators

    def _is_turned(self, start: int, cue: Cue) -> bool:
        """Whether the subject stands behind its verb, because the sentence opens with something else."""
        low = self._words[start].low
        language = self._language
        is_clause = (
            low in language.subordinators or low in language.complementizers or low in self._rules.starts
        )
        opens = low in language.leads_in or low in language.prepositions or low in language.adverbs
        is_object = start < cue.first - 1 and self._words[cue.first - 1].low in language.postpositions
        return language.verb_second and (opens or is_object) and not is_clause and start < cue.first

    def _turned(self, start: int, cue: Cue, end: int) -> Subject | None:
        """The subject behind its verb, or behind the auxiliary of its verb: Zuvor hatte Lindner gesagt."""
        for number in range(start, cue.first):
            if self._words[number].low in self._language.auxiliaries:
                return self._reader.at(number + 1, cue.first)
        return self._reader.behind(cue.end, end)

    def _nominative(self, start: int, cue: Cue, end: int) -> Subject | None:
        """The pronoun or noun behind a verb that shows the name before it to be no subject: Becker antwortete er."""
        behind = [word.low for word in self._words[cue.end : min(end, cue.end + 2)]]
        is_subject = not self._language.nominatives.isdisjoint((*behind[:1], " ".join(behind)))
        found = self._reader.behind(cue.end, end) if is_subject else None
        return found and found._replace(not_meant=ids_of(self.paragraph.persons(start, cue.first)))

    def _behind_speaker(self, start: int, end: int) -> Subject | None:
        """The name before a word that stands for a verb of saying."""
        for number in range(start, end):
            if self._words[number].low in self._language.behind_speaker:
                for mention in self.paragraph.mentions:
                    if mention.end == number:
                        return Subject(Sort.NAME, number, mention.ids, mention.named)
        return None

    def _dropped(self, cue: Cue) -> Subject:
        """A subject that the form of the verb alone shows."""
        is_feminine = self._words[cue.first].low in self._language.feminine_verbs
        return Subject(Sort.PRONOUN, cue.end, gender="f" if is_feminine else "m")

    def _by_agent(self) -> Subject | None:
        """Who is behind the last verb that tells what was said to somebody: Reed was told by Hussein."""
        for number in range(self._quote - 1, self._start, -1):
            if self._words[number].low in self._language.agents and self.paragraph.is_passive(
                number - 1, self._start
            ):
                return self._reader.behind(number + 1, self._quote)
        return None

    def _with_gap(self, found: Subject, cue: Cue) -> Subject:
        """The subject, unclear where another clause may begin between its verb and the quotation."""
        gap = self._words[cue.end : self._quote]
        is_short = len(gap) <= _CLEAR_GAP and not any(word.text[0] == QUOTE for word in gap)
        has_clause = any(word.low in self._language.relatives for word in gap) or (
            any(word.low in self._language.conjunctions or word.text == "," for word in gap[:-1])
            and bool(self.paragraph.persons(cue.end, self._quote))
        )
        return found._replace(is_clear=found.is_clear and is_short and not has_clause)

    def _labelled(self) -> Subject | None:
        """``X:`` before the quotation, or whom the words before a colon are about."""
        if self._quote <= self._start or self._words[self._quote - 1].text != ":":
            return None
        first, end = self._start, self._quote - 1
        mentions = [item for item in self.paragraph.mentions if first <= item.first and item.end <= end]
        persons = [item for item in mentions if item.is_person]
        if not persons:
            return None
        found = persons[-1] if persons[-1].end == end else persons[0]
        addressed = found.first - 1
        if found.end == end and addressed > first and self._words[addressed].low in self._language.topics:
            named = self.paragraph.written(first, addressed)
            sender = self._reader.at(first, addressed)
            if sender and sender.sort is Sort.NAME and sender.end == addressed:
                return sender._replace(is_clear=False, not_meant=found.ids)
            return Subject(Sort.OTHER, found.end, named=named, is_clear=False, not_meant=found.ids)
        before = next(
            (number for number in range(found.first, first, -1) if self._words[number - 1].text in _MARKS),
            first,
        )
        is_alone = found.end == end and all(
            self._rules.is_role(word.low) for word in self._words[before : found.first]
        )
        return Subject(Sort.NAME, found.end, found.ids, found.named, is_clear=is_alone)

    # From further away

    def loose(self) -> Subject | None:
        """Whom the sentence is about, where it has no verb of saying beside the quotation."""
        if self._start >= self._quote:
            return None
        if found := self._by_agent() or self._in_headline():
            return found
        return self._about(self._start, self._quote)

    def _in_headline(self) -> Subject | None:
        """``Reed: Board “sold out” town``"""
        for mention in self.paragraph.mentions:
            if mention.first == self._start and mention.end < self._quote:
                is_label = self._words[mention.end].text == ":"
                found = Subject(Sort.NAME, mention.end, mention.ids, mention.named, is_clear=False)
                return found if is_label else None
        return None

    @property
    def opens_with_quote(self) -> bool:
        """Whether the sentence begins with the quotation."""
        return not any(word.text[0].isalnum() for word in self._words[self._start : self._quote])

    def narrated(self) -> Subject | None:
        """Whom the sentence before is about."""
        ends = [0, *(end for end in self.paragraph.sentence_ends if end <= self._start)]
        if len(ends) < 2 or ends[-2] >= self._start:
            return None
        start, end = ends[-2], self._start
        for cue in reversed(self.paragraph.cues(start, end)):
            if found := self._reader.before(cue, start):
                return found
        return self._about(start, end)

    def _about(self, start: int, end: int) -> Subject | None:
        """The first noun phrase that can be a subject; of unknown names only those of two words or more."""
        found = self._reader.before(Cue(end, end), start)
        if found and (found.sort is Sort.PRONOUN or (found.sort is Sort.NAME and _is_person(found))):
            return found
        for mention in self.paragraph.persons(start, end):
            subject = Subject(Sort.NAME, mention.end, mention.ids, mention.named, is_clear=False)
            if not self.paragraph.is_possessive(mention) and _is_person(subject):
                return subject
        return None


def _is_person(subject: Subject) -> bool:
    return bool(subject.ids) or " " in subject.named
