"""Whether the speaker given is the one whom the source gives the words to."""

from __future__ import annotations

from collections.abc import Iterator

from backgrounder.diagnostics.diagnostic import Finding, NotePlace
from backgrounder.evidence.claims import Claim
from backgrounder.evidence.library import Library, Passage
from backgrounder.evidence.matching import Match
from backgrounder.evidence.utterances import Attribution
from backgrounder.model.choices import SourceKind
from backgrounder.model.membership import wholes
from backgrounder.spans import Place

_ONE_VOICE = {
    SourceKind.STATEMENT,
    SourceKind.TRANSCRIPT,
    SourceKind.LAW,
    SourceKind.REPORT,
    SourceKind.DATASET,
}
"""Documents whose own words are somebody's statement, without quotation marks."""


def check_speaker(
    claim: Claim, speaker: str, passage: Passage, match: Match, library: Library
) -> Iterator[Finding]:
    """Tell of a speaker whom the source does not give these words of the passage to."""
    record = library.registry.stakeholders.get(speaker)
    if record is None:
        return
    place = Place(claim.file, (*claim.path, "quote", "by"))
    note = NotePlace(passage.span(match.start, match.end), "the words stand here")
    given = _attribution(passage, match)
    if given is None:
        if not _is_own_voice(speaker, passage, library):
            facts = {"name": record.name, "where": str(passage.citation)}
            yield Finding(place, "not-direct-speech", facts, (note,))
    elif given.ids or given.named:
        if not _fits(speaker, given, library):
            facts = {"name": _names(given, library), "given": record.name}
            yield Finding(place, "wrong-speaker", facts, (note,))
    elif library.is_english(claim) and not _is_near(speaker, passage, library):
        facts = {"name": record.name, "where": str(passage.citation)}
        yield Finding(place, "unnamed-speaker", facts, (note,))


def _attribution(passage: Passage, match: Match) -> Attribution | None:
    """Who speaks the innermost utterance that holds what was found."""
    found = None
    for utterance in passage.source.utterances:
        for stretch in utterance.stretches:
            if stretch.paragraph == passage.number and stretch.start <= match.start < stretch.end:
                found = utterance.attribution
    return found


def _is_own_voice(speaker: str, passage: Passage, library: Library) -> bool:
    """Whether words outside quotation marks are the speaker's: a document's own, or its publisher's."""
    record = passage.source.record
    if record.kind in _ONE_VOICE:
        return True
    seen = library.people.seen_in(record.publisher) + library.people.seen_in(record.author or "")
    return any(speaker in sighting.ids for sighting in seen)


def _fits(speaker: str, given: Attribution, library: Library) -> bool:
    if given.named and library.people.may_be(speaker, given.named):
        return True
    stakeholders = library.registry.stakeholders
    meant = given.ids | given.candidates
    return any(speaker == item or speaker in wholes(item, stakeholders) for item in meant)


def _names(given: Attribution, library: Library) -> str:
    if given.named:
        return given.named
    return " or ".join(sorted(library.registry.stakeholders[item].name for item in given.ids))


def _is_near(speaker: str, passage: Passage, library: Library) -> bool:
    """Whether the paragraph or the one before it names the speaker."""
    near = passage.source.passages[max(0, passage.number - 2) : max(1, passage.number)]
    return any(library.people.has(item.words, speaker) for item in near)
