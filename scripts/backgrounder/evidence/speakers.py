"""Whether the speaker that a brief gives is the one who speaks in the source, and how that is known."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import NamedTuple

from backgrounder.evidence.judging import ends_between
from backgrounder.evidence.languages import KNOWN
from backgrounder.evidence.library import Library, SourceText
from backgrounder.evidence.placing import Chain
from backgrounder.evidence.utterances import Attribution, Utterance
from backgrounder.model.membership import bodies
from backgrounder.model.proof import SpeakerGrade

_GENERATIONS = frozenset(("jr", "sr", "ii", "iii", "iv"))
"""Words behind a name that tell a father from a son, and that many texts leave out."""
_PROXIES = frozenset(proxy for language in KNOWN for proxy in language.proxies)
_STRONG = (SpeakerGrade.NAMED, SpeakerGrade.LABELLED)


class Doubt(NamedTuple):
    """A reason to think that somebody else speaks, or that nobody can tell."""

    code: str
    facts: dict[str, str]
    is_final: bool = False
    """The desk cannot answer it: the source itself says otherwise."""


class Heard(NamedTuple):
    """Who speaks, as far as the source shows."""

    grade: SpeakerGrade
    doubt: Doubt | None = None


def heard(speaker: str, chain: Chain, source: SourceText, library: Library) -> Heard:
    """Return how far the source bears out that a stakeholder says the words at these places."""
    if speaker not in library.registry.stakeholders:  # that is told as a reference that leads nowhere
        return Heard(SpeakerGrade.OPEN)
    spoken = [source.utterances[number] for number in _outermost(chain, source) if number is not None]
    if len(spoken) < len(chain):
        return _own_voice(speaker, chain, source, library)
    if found := _quoted_by_others(speaker, spoken, library):
        return found
    each = [_of_one(speaker, _speaking(utterance, source), library) for utterance in spoken]
    worst = next((one for one in each if one.doubt), None)
    is_certain = all(one.grade is not SpeakerGrade.OPEN for one in each)
    if worst and worst.doubt and worst.doubt.code == "wrong-speaker":
        return worst
    if not is_certain and _is_of_two_sentences(chain, source):
        return Heard(SpeakerGrade.OPEN, Doubt("joined-remarks", {"name": _name(speaker, library)}))
    if worst:
        return worst
    grade = max((one.grade for one in each), key=list(SpeakerGrade).index)
    is_possible = any(speaker in _speaking(one, source).candidates for one in spoken)
    if (
        grade is SpeakerGrade.OPEN
        and not is_possible
        and source.language
        and not _is_near(speaker, chain, source, library)
    ):
        facts = {"name": _name(speaker, library), "where": _where(chain, source)}
        return Heard(grade, Doubt("unnamed-speaker", facts))
    return Heard(grade)


def runs_into_report(chain: Chain, source: SourceText) -> bool:
    """Tell whether a speaker's words and the reporter's stand in one quotation."""
    spoken = set(_outermost(chain, source))
    return len(spoken) > 1 and None in spoken


def are_joined(chain: Chain, source: SourceText) -> bool:
    """Tell whether words of two speakers stand in one quotation."""
    spoken = _outermost(chain, source)
    if len(set(spoken)) == 1 or None in spoken:
        return False
    given = {source.utterances[index].attribution for index in spoken if index is not None}
    return any(not _may_be_one(one, other) for one in given for other in given)


def _is_of_two_sentences(chain: Chain, source: SourceText) -> bool:
    """Tell whether parts of a quotation stand in remarks that are not of one sentence of the text."""
    for left, right in itertools.pairwise(chain):
        if left.region is not right.region and ends_between(left.region, right.region, source):
            return True
    return False


def _may_be_one(one: Attribution, other: Attribution) -> bool:
    """Tell whether two utterances may be of one speaker."""
    if one.named or other.named:
        return one.named == other.named
    mine, theirs = one.ids | one.candidates, other.ids | other.candidates
    return not (mine and theirs) or not mine.isdisjoint(theirs)


def _of_one(speaker: str, given: Attribution, library: Library) -> Heard:
    if given.grade in (SpeakerGrade.OPEN, SpeakerGrade.NO_RULES):
        return Heard(given.grade)
    if given.named and not given.ids and not library.people.is_comparable(speaker, given.named):
        return Heard(SpeakerGrade.OPEN)  # the two cannot be compared
    if _fits(speaker, given, library):
        return Heard(given.grade)
    if speaker in given.candidates:
        return Heard(SpeakerGrade.OPEN)
    is_certain = given.grade in _STRONG and not _may_mean(speaker, given, library)
    code = "wrong-speaker" if is_certain else "doubtful-speaker"
    facts = {"name": names_of(given, library), "given": _name(speaker, library)}
    return Heard(SpeakerGrade.OPEN, Doubt(code, facts, is_final=is_certain))


def _fits(speaker: str, given: Attribution, library: Library) -> bool:
    """Tell whether a speaker is whom the source names, or a body whom that person belongs to."""
    people = library.people
    if given.named and (people.may_be(speaker, given.named) or people.is_called(speaker, given.named)):
        return True
    stakeholders = library.registry.stakeholders
    return any(speaker == item or speaker in bodies(item, stakeholders) for item in given.ids)


def _may_mean(speaker: str, given: Attribution, library: Library) -> bool:
    """Tell whether what the source calls the one who speaks leaves room for the speaker: a name with "Jr." behind it,
    or something of theirs, such as "a letter by Ada Reed", that is no person of its own."""
    words = given.named.split()
    if words and words[-1].strip(".,").lower() in _GENERATIONS:
        return library.people.may_be(speaker, " ".join(words[:-1]).rstrip(","))
    is_somebody = any(_singular(word) in _PROXIES for word in words)
    named = {item for seen in library.people.seen_in(given.named) for item in seen.ids}
    return speaker in named and not is_somebody


def _singular(word: str) -> str:
    small = word.strip(".,'’").lower()
    return small.removesuffix("'s").removesuffix("’s").removesuffix("s")


def _outermost(chain: Chain, source: SourceText) -> list[int | None]:
    """Return the utterance of each part; what is quoted within another part's utterance is a part of that one."""
    numbers = [spot.region.utterance for spot in chain]
    known = frozenset(numbers)
    return [_outer_of(number, known, source) for number in numbers]


def _outer_of(number: int | None, numbers: frozenset[int | None], source: SourceText) -> int | None:
    parent = None if number is None else source.utterances[number].parent
    return parent if parent is not None and parent in numbers else number


def _speaking(utterance: Utterance, source: SourceText) -> Attribution:
    """Return who speaks; for a term or a title within a quotation that is whoever uses it."""
    while (
        utterance.parent is not None
        and not utterance.is_speech
        and utterance.attribution.grade is not SpeakerGrade.NAMED
    ):
        utterance = source.utterances[utterance.parent]
    return utterance.attribution


def _quoted_by_others(speaker: str, spoken: Sequence[Utterance], library: Library) -> Heard | None:
    """Return the doubt where words that somebody quotes from another, whom the text does not name, are given to a
    speaker; where it names one, they are compared like any others."""
    for utterance in spoken:
        is_inner = utterance.parent is not None and utterance.is_speech
        if is_inner and utterance.attribution.grade is SpeakerGrade.OPEN:
            return Heard(SpeakerGrade.OPEN, Doubt("nested-words", {"name": _name(speaker, library)}))
    return None


def _own_voice(speaker: str, chain: Chain, source: SourceText, library: Library) -> Heard:
    """Return whether words outside quotation marks are the speaker's: a document's own, or its publisher's."""
    stakeholders = library.registry.stakeholders
    issuers = source.issuers
    if any(speaker == item or speaker in bodies(item, stakeholders) for item in issuers):
        return Heard(SpeakerGrade.LABELLED)
    name = _name(speaker, library)
    if not source.speaks_for_itself:
        facts = {"name": name, "where": _where(chain, source)}
        return Heard(SpeakerGrade.OPEN, Doubt("not-direct-speech", facts, is_final=bool(source.utterances)))
    belongs = any(item in bodies(speaker, stakeholders) for item in issuers)
    if issuers and not belongs:
        facts = {"name": " or ".join(sorted(_name(item, library) for item in issuers)), "given": name}
        return Heard(SpeakerGrade.OPEN, Doubt("another-issuer", facts))
    return Heard(SpeakerGrade.OPEN, Doubt("unnamed-speaker", {"name": name, "where": _where(chain, source)}))


def names_of(given: Attribution, library: Library) -> str:
    """Return the names of those to whom the source gives words."""
    return given.named or " or ".join(sorted(_name(item, library) for item in given.ids))


def _name(speaker: str, library: Library) -> str:
    record = library.registry.stakeholders.get(speaker)
    return record.name if record else speaker


def _where(chain: Chain, source: SourceText) -> str:
    return str(source.passage(chain[0].first.paragraph).citation)


def _is_near(speaker: str, chain: Chain, source: SourceText, library: Library) -> bool:
    """Tell whether the paragraph of the words or the one before it names the speaker."""
    number = chain[0].first.paragraph
    near = source.passages[max(0, number - 2) : max(1, number)]
    return any(library.people.has(item.words, speaker) for item in near)
