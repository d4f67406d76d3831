"""Who says what in the text of a source: its utterances, each with the grade at which its speaker is known.

In the terms of the field, an attribution has a source, a cue and a content: “Content,” the source said. The
content is what stands in quotation marks, the cue a verb of saying beside it, and the source the subject of
that verb. Where no name stands there, the text may still point at somebody: by a pronoun, by the last who
spoke, by the sentence before. What it does not show stays open.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from backgrounder.evidence.antecedents import Antecedents
from backgrounder.evidence.clauses import Paragraph, Rules, Whole, nicknames, rules_of
from backgrounder.evidence.incises import Incise, incises
from backgrounder.evidence.languages import Language
from backgrounder.evidence.marks import Pair, pairs
from backgrounder.evidence.namesakes import Namesakes
from backgrounder.evidence.people import People
from backgrounder.evidence.sentences import Sentence
from backgrounder.evidence.sentences import ids_of as _ids
from backgrounder.evidence.subjects import Sort, Subject
from backgrounder.evidence.transcripts import turns
from backgrounder.evidence.utterances import Attribution, Stretch, Utterance
from backgrounder.model.choices import SourceKind
from backgrounder.model.proof import SpeakerGrade

_OPEN = Attribution()
_DASHES = ("-", "–", "—", "―")


class _Run(NamedTuple):
    """Direct speech before its speaker is known: where it stands, as pairs of marks."""

    places: tuple[tuple[int, Pair], ...]
    parent: int | None = None


def utterances(
    paragraphs: Sequence[str],
    people: People,
    language: Language | None,
    kind: SourceKind = SourceKind.ARTICLE,
    issuers: frozenset[str] = frozenset(),
) -> list[Utterance]:
    """Every run of direct speech, in reading order, each with who speaks.

    Of a transcript the turns are utterances too. ``issuers`` are those who speak where a document says "I".
    """
    marked = [_without_nicknames(text) for text in paragraphs]
    if language is None:
        no_rules = Attribution(SpeakerGrade.NO_RULES)
        return [_utterance(run, paragraphs, no_rules) for run in _runs(paragraphs, marked)]
    rules = rules_of(language)
    labelled = turns(paragraphs, people, language, is_transcript=kind is SourceKind.TRANSCRIPT, named=issuers)
    reader = _Reader(paragraphs, marked, people, rules, issuers)
    found = reader.read()
    return _with_turns(labelled, found) if labelled else found


def _without_nicknames(text: str) -> list[Pair]:
    """The pairs of quotation marks, but for those of nicknames: Ada “Addie” Reed."""
    found = pairs(text)
    names = nicknames(text) if found else set[int]()
    return [pair for pair in found if pair.outer_start not in names] if names else found


def _with_turns(labelled: list[Utterance], found: list[Utterance]) -> list[Utterance]:
    """Turns in reading order, each before the quotations within it."""
    whole = [*labelled]
    offset = len(labelled)
    for utterance in found:
        parent = utterance.parent
        if parent is None:
            around = _turn_around(utterance, labelled)
            is_named = utterance.attribution.grade is SpeakerGrade.NAMED
            attribution = utterance.attribution if is_named or around is None else _OPEN
            whole.append(utterance._replace(parent=around, attribution=attribution))
        else:
            whole.append(utterance._replace(parent=parent + offset))
    return _in_order(whole)


def _in_order(whole: list[Utterance]) -> list[Utterance]:
    order = sorted(
        range(len(whole)),
        key=lambda number: (*whole[number].stretches[0][:2], -whole[number].stretches[0].end),
    )
    places = {old: new for new, old in enumerate(order)}
    return [
        item._replace(parent=None if item.parent is None else places[item.parent])
        for item in (whole[number] for number in order)
    ]


def _turn_around(utterance: Utterance, labelled: list[Utterance]) -> int | None:
    first = utterance.stretches[0]
    for number, turn in enumerate(labelled):
        for stretch in turn.stretches:
            if stretch.paragraph == first.paragraph and stretch.start <= first.start <= stretch.end:
                return number
    return None


def _runs(paragraphs: Sequence[str], marked: Sequence[list[Pair]]) -> list[_Run]:
    """Direct speech in reading order: one left open at the end goes on in a paragraph that opens with a mark."""
    found: list[_Run] = []
    last = 0
    is_open = False
    for number, around in enumerate(marked, start=1):
        text = paragraphs[number - 1]
        parents: list[int] = []
        ends_open = False
        for pair in around:
            if not text[pair.start : pair.end].strip():
                continue
            parents = parents[: pair.depth]
            is_next = is_open and not pair.depth and pair is around[0] and _opens(text, pair)
            if is_next:
                found[last] = found[last]._replace(places=(*found[last].places, (number, pair)))
                parents = [last]
            else:
                found.append(_Run(((number, pair),), parents[-1] if parents else None))
                parents.append(len(found) - 1)
            if not pair.depth:
                last = parents[0]
                ends_open = not pair.is_closed and pair.end == len(text)
        is_open = ends_open
    return found


def _opens(text: str, pair: Pair) -> bool:
    """Whether a paragraph begins with this quotation."""
    return not text[: pair.outer_start].strip(" \t\u00a0-–—")


def _utterance(
    run: _Run, paragraphs: Sequence[str], attribution: Attribution, small: frozenset[str] = frozenset()
) -> Utterance:
    stretches = tuple(Stretch(number, pair.start, pair.end) for number, pair in run.places)
    parts = _words(run, paragraphs).split()
    is_certain = attribution.grade is SpeakerGrade.NAMED and not _is_title(parts, small)
    return Utterance(stretches, attribution, run.parent, is_certain or _is_speech(parts, small))


def _is_speech(parts: Sequence[str], small: frozenset[str]) -> bool:
    """Whether quoted words are a remark: a sentence, or so many words that they are no single term or title."""
    if not parts or _is_title(parts, small):
        return False
    if parts[-1].endswith((".", "!", "?", ",")):
        return len(parts) > 1 or not parts[0][:1].islower()
    return len(parts) > 3


def _is_title(parts: Sequence[str], small: frozenset[str]) -> bool:
    """Whether all but small words begin with a capital, as in the title of a book or a show."""
    bare = [part.strip(".,!?‘’'\"") for part in parts]
    if any(part[:1].islower() and part not in small for part in bare):
        return False
    return sum(len(part) > 3 and part not in small for part in bare) > 1


class _Reader:
    """Reads one text from its first paragraph to its last."""

    def __init__(
        self,
        paragraphs: Sequence[str],
        marked: Sequence[list[Pair]],
        people: People,
        rules: Rules,
        issuers: frozenset[str],
    ) -> None:
        self._texts = paragraphs
        self._people = people
        self._rules = rules
        self._issuers = issuers
        self._runs = _runs(paragraphs, marked)
        self._paragraphs = [
            Paragraph(number, text, [pair for pair in around if not pair.depth], people, rules)
            for number, (text, around) in enumerate(zip(paragraphs, marked, strict=True), start=1)
        ]
        whole = Whole(paragraphs)
        self._antecedents = Antecedents(self._paragraphs, whole, people, rules)
        self._namesakes = Namesakes(whole, people, rules)
        self._inner: dict[int, Paragraph] = {}
        self._given: list[Attribution] = []

    def read(self) -> list[Utterance]:
        """Every quotation with its speaker: first what stands beside each, then whom it means, in order."""
        beside = [self._beside(number) for number in range(len(self._runs))]
        for number, run in enumerate(self._runs):
            found = beside[number]
            broken = self._broken(number)
            if found and found.sentence.is_unsaid(found.subject):
                given = _OPEN
            elif found:
                given = self._resolved(found, run)
            elif broken:
                given = self._by_incise(broken[0][1], run)
            elif run.parent is None:
                given = self._carried(number, beside)
            else:
                given = _OPEN
            self._given.append(given)
            if run.parent is None:
                self._antecedents.speaks(run.places[-1][0], given)
        return [self._made(number, has_cue=beside[number] is not None) for number in range(len(self._runs))]

    def _made(self, number: int, *, has_cue: bool) -> Utterance:
        """One utterance. Words within a quotation that have a verb of saying beside them are a remark of somebody's."""
        run, given = self._runs[number], self._given[number]
        found = _utterance(run, self._texts, given, self._rules.small)
        is_remark = found.is_speech or (has_cue and run.parent is not None)
        return found._replace(stretches=tuple(self._stretches(number)), is_speech=is_remark)

    def _broken(self, number: int) -> list[tuple[int, Incise]]:
        """The incises of the reporter's in a quotation, each with its paragraph."""
        if not self._rules.language.breaks_into_quotes:
            return []
        return [
            (place[0], incise)
            for place in self._runs[number].places
            for incise in incises(self._within(number, place), self._rules)
        ]

    def _by_incise(self, incise: Incise, run: _Run) -> Attribution:
        """Whom the subject of an incise means."""
        if incise.is_unsaid:
            return _OPEN
        if incise.subject.ids:
            return Attribution(SpeakerGrade.NAMED, incise.subject.ids)
        number, pair = run.places[0]
        paragraph = self._paragraphs[number - 1]
        quote = next((nth for nth, other in enumerate(paragraph.pairs) if other.start == pair.start), None)
        if run.parent is not None or quote is None or quote >= len(paragraph.quotes):
            return _OPEN
        return self._antecedents.of(paragraph, paragraph.quotes[quote], incise.subject.gender)

    def _stretches(self, number: int) -> Iterator[Stretch]:
        """Where the speaker's words stand, incises left out."""
        broken = self._broken(number)
        for place, pair in self._runs[number].places:
            start = pair.start
            for incise in (one for paragraph, one in broken if paragraph == place):
                yield Stretch(place, start, pair.start + incise.start)
                start = pair.start + incise.end
            yield Stretch(place, start, pair.end)

    # Beside the words

    def _beside(self, number: int) -> _Beside | None:
        """The subject that the sentence of a quotation gives, looked for behind its end and before its start."""
        run = self._runs[number]
        for place in dict.fromkeys((run.places[-1], run.places[0])):
            if (sentence := self._sentence(run, place)) and (subject := sentence.speaker()):
                return _Beside(sentence, subject)
        return None

    def _sentence(self, run: _Run, place: tuple[int, Pair]) -> Sentence | None:
        """The sentence in which a quotation stands, of the text or of the quotation around it."""
        number, pair = place
        paragraph = self._paragraphs[number - 1]
        if run.parent is not None:
            around = next((it for it in self._runs[run.parent].places if it[0] == number), None)
            if around is None:
                return None
            paragraph = self._within(run.parent, around)
            pair = pair._replace(start=pair.start - around[1].start, end=pair.end - around[1].start)
        word = paragraph.quote_at.get(pair.start)
        return None if word is None else Sentence(paragraph, word, pair, self._rules)

    def _within(self, parent: int, around: tuple[int, Pair]) -> Paragraph:
        """The words of a quotation as a text of their own."""
        key = parent * len(self._texts) + around[0]
        if key not in self._inner:
            number, outer = around
            text = self._texts[number - 1][outer.start : outer.end]
            inner = [
                pair._replace(start=pair.start - outer.start, end=pair.end - outer.start)
                for run in self._runs
                if run.parent == parent
                for place, pair in run.places
                if place == number
            ]
            self._inner[key] = Paragraph(number, text, inner, self._people, self._rules)
        return self._inner[key]

    def _resolved(self, beside: _Beside, run: _Run) -> Attribution:
        """Whom a subject means."""
        sentence, subject = beside
        if subject.sort is Sort.SELF:
            return self._self(run)
        if subject.sort is Sort.NOBODY:
            return _OPEN
        if subject.sort in (Sort.PRONOUN, Sort.TITLE):
            if run.parent is not None or (subject.sort is Sort.TITLE and not subject.is_clear):
                return _OPEN
            given = self._pointing_back(sentence, subject)
            return given if given.ids.isdisjoint(subject.not_meant) else _OPEN
        if subject.sort is Sort.OTHER and not subject.is_clear and self._rules.language.verb_first:
            return _OPEN
        return self._by_name(sentence, subject)

    def _pointing_back(self, sentence: Sentence, subject: Subject) -> Attribution:
        """Whom "she" or "the mayor" means: nobody of whom or to whom the sentence tells them to speak."""
        place, others = sentence.place_of(subject), sentence.spoken_of(subject)
        if subject.sort is Sort.PRONOUN or not subject.named:
            return self._antecedents.of(sentence.paragraph, place, subject.gender, others)
        found = self._antecedents.titled(sentence.paragraph, place, subject.named, others)
        return found if found.ids else found._replace(candidates=found.candidates | subject.ids)

    def _by_name(self, sentence: Sentence, subject: Subject) -> Attribution:
        found = self._namesakes.told_apart(subject.ids, subject.named)
        if subject.sort is Sort.NAME and (short := self._may_be_short_for(subject.named, sentence)):
            return found._replace(grade=SpeakerGrade.INFERRED, candidates=short)
        if subject.is_clear and not subject.is_described and found.grade is not SpeakerGrade.INFERRED:
            return found._replace(grade=SpeakerGrade.NAMED)
        others = sentence.everybody() if not subject.is_clear else frozenset[str]()
        return found._replace(
            grade=SpeakerGrade.INFERRED,
            candidates=(found.candidates | others) - found.ids - subject.not_meant,
        )

    def _may_be_short_for(self, named: str, sentence: Sentence) -> frozenset[str]:
        """Whom initials or a title alone may mean, though the registry does not hold them: the UN, King."""
        if not named or " " in named:
            return frozenset()
        if self._rules.is_role(named.lower()):
            return _ids(sentence.paragraph.persons())
        return self._people.initialled(named)

    def _self(self, run: _Run) -> Attribution:
        """Who says "I": the speaker of the quotation around it, else who signs the document."""
        if run.parent is not None:
            around = self._given[run.parent]
            if around.grade in (SpeakerGrade.OPEN, SpeakerGrade.NO_RULES):
                return _OPEN
            return around._replace(grade=SpeakerGrade.INFERRED)
        if self._issuers:
            return Attribution(SpeakerGrade.INFERRED, self._issuers)
        return _OPEN

    # From elsewhere

    def _carried(self, number: int, beside: list[_Beside | None]) -> Attribution:
        """The speaker of a quotation that has none beside it: from its sentence, its paragraph, the one before."""
        run = self._runs[number]
        sentence = self._sentence(run, run.places[0])
        if (
            sentence is None
            or sentence.is_unsaid(None)
            or not _is_speech(_words(run, self._texts).split(), self._rules.small)
        ):
            return _OPEN
        if signed := self._signed_below(run):
            return Attribution(SpeakerGrade.NAMED, signed)
        if not sentence.is_bare:
            if loose := sentence.loose():
                return self._resolved_loosely(_Beside(sentence, loose), run)
            return (self._from_earlier(number, sentence) if sentence.opens_with_quote else None) or _OPEN
        return (
            self._from_earlier(number, sentence)
            or self._from_narration(sentence, run)
            or self._from_later(number, beside)
            or self._from_paragraph_before(number, sentence)
            or _OPEN
        )

    def _signed_below(self, run: _Run) -> frozenset[str]:
        """Who signs a paragraph that is one quotation, in a paragraph of its own: — Ada Reed."""
        number, pair = run.places[-1]
        text = self._texts[number - 1]
        below = self._texts[number].strip() if number < len(self._texts) else ""
        is_whole = not text[pair.outer_end :].strip() and _opens(text, run.places[0][1])
        if not is_whole or not below.startswith(_DASHES):
            return frozenset()
        return self._paragraphs[number].sole_person(below.lstrip("-–—― "))

    def _resolved_loosely(self, beside: _Beside, run: _Run) -> Attribution:
        found = self._resolved(beside, run)
        if found.grade is SpeakerGrade.NAMED:
            found = found._replace(grade=SpeakerGrade.INFERRED)
        if found.grade is SpeakerGrade.INFERRED:
            return found._replace(candidates=found.candidates | beside.sentence.everybody() - found.ids)
        return found

    def _from_earlier(self, number: int, sentence: Sentence) -> Attribution | None:
        """The last who spoke in the same paragraph."""
        place = self._runs[number].places[0][0]
        for before in range(number - 1, -1, -1):
            run = self._runs[before]
            if run.places[-1][0] != place:
                return None
            given = self._given[before]
            if run.parent is None and given.grade in (SpeakerGrade.NAMED, SpeakerGrade.INFERRED):
                return self._inferred(given, sentence.before_it())
        return None

    def _inferred(self, given: Attribution, others: frozenset[str]) -> Attribution:
        return Attribution(
            SpeakerGrade.INFERRED, given.ids, given.named, (given.candidates | others) - given.ids
        )

    def _from_narration(self, sentence: Sentence, run: _Run) -> Attribution | None:
        """Who acts or speaks in the sentence before."""
        found = sentence.narrated()
        if found is None:
            return None
        given = self._resolved_loosely(_Beside(sentence, found), run)
        others = sentence.before_it() - given.ids
        return given._replace(candidates=given.candidates | others) if given is not _OPEN else None

    def _from_later(self, number: int, beside: list[_Beside | None]) -> Attribution | None:
        """The first who speaks later in the same paragraph."""
        place = self._runs[number].places[-1][0]
        for later in range(number + 1, len(self._runs)):
            run = self._runs[later]
            if run.places[0][0] != place:
                return None
            found = beside[later]
            if run.parent is None and found:
                given = self._resolved(found, run)
                return self._inferred(given, found.sentence.everybody()) if given is not _OPEN else None
        return None

    def _from_paragraph_before(self, number: int, sentence: Sentence) -> Attribution | None:
        """The last who spoke in the paragraph before, or whom its last sentence is about; nobody where the
        quotation's own paragraph has named somebody since."""
        place = self._runs[number].places[0][0]
        if place < 2 or sentence.names_before_it():
            return None
        before = self._paragraphs[place - 2]
        for other in range(number - 1, -1, -1):
            run = self._runs[other]
            if run.places[-1][0] < place - 1:
                break
            given = self._given[other]
            if run.places[-1][0] == place - 1 and run.parent is None and given.grade is not SpeakerGrade.OPEN:
                return self._inferred(given, _ids(before.persons()))
        if before.quotes or not before.words:
            return None
        sentence = Sentence(before, len(before.words), None, self._rules)
        return self._from_narration(sentence, self._runs[number])


class _Beside(NamedTuple):
    """A subject, and the sentence of the quotation that it speaks."""

    sentence: Sentence
    subject: Subject


def _words(run: _Run, paragraphs: Sequence[str]) -> str:
    return " ".join(paragraphs[number - 1][pair.start : pair.end] for number, pair in run.places)
