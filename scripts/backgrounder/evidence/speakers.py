"""Whether the speaker given is the one whom the source gives the words to."""

from __future__ import annotations

from collections.abc import Iterator

from backgrounder.diagnostics.diagnostic import Finding, NotePlace
from backgrounder.evidence.claims import Claim
from backgrounder.evidence.library import Library, Passage
from backgrounder.evidence.matching import Match
from backgrounder.evidence.voices import Voice
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
    voice = _voice(passage, match)
    if voice is None:
        if not _is_own_voice(speaker, passage, library):
            facts = {"name": record.name, "where": str(passage.citation)}
            yield Finding(place, "not-direct-speech", facts, (note,))
    elif voice.speakers or voice.named:
        if not _fits(speaker, voice, library):
            facts = {"name": _names(voice, library), "given": record.name}
            yield Finding(place, "wrong-speaker", facts, (note,))
    elif library.is_english(claim) and not _is_near(speaker, passage, library):
        facts = {"name": record.name, "where": str(passage.citation)}
        yield Finding(place, "unnamed-speaker", facts, (note,))


def _voice(passage: Passage, match: Match) -> Voice | None:
    """The passage in quotation marks that holds what was found."""
    for voice in passage.source.voices:
        if voice.paragraph == passage.number and voice.start <= match.start < voice.end:
            return voice
    return None


def _is_own_voice(speaker: str, passage: Passage, library: Library) -> bool:
    """Whether words outside quotation marks are the speaker's: a document's own, or its publisher's."""
    record = passage.source.record
    if record.kind in _ONE_VOICE:
        return True
    seen = library.people.seen_in(record.publisher) + library.people.seen_in(record.author or "")
    return any(speaker in sighting.ids for sighting in seen)


def _fits(speaker: str, voice: Voice, library: Library) -> bool:
    if voice.named:
        return library.people.may_be(speaker, voice.named)
    stakeholders = library.registry.stakeholders
    return any(speaker == item or speaker in wholes(item, stakeholders) for item in voice.speakers)


def _names(voice: Voice, library: Library) -> str:
    if voice.named:
        return voice.named
    return " or ".join(sorted(library.registry.stakeholders[item].name for item in voice.speakers))


def _is_near(speaker: str, passage: Passage, library: Library) -> bool:
    """Whether the paragraph or the one before it names the speaker."""
    near = passage.source.passages[max(0, passage.number - 2) : max(1, passage.number)]
    return any(library.people.has(item.words, speaker) for item in near)
