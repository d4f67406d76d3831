"""Who says what in the text of a source: its utterances, each with the grade at which its speaker is known."""

from __future__ import annotations

from collections.abc import Sequence

from backgrounder.evidence.languages import Language
from backgrounder.evidence.people import People
from backgrounder.evidence.utterances import Attribution, Stretch, Utterance
from backgrounder.evidence.voices import voices
from backgrounder.model.choices import SourceKind
from backgrounder.model.proof import SpeakerGrade


def utterances(
    paragraphs: Sequence[str],
    people: People,
    language: Language | None,
    kind: SourceKind = SourceKind.ARTICLE,
    issuers: frozenset[str] = frozenset(),
) -> list[Utterance]:
    """Every run of direct speech, in reading order, each with who speaks."""
    del language, kind, issuers
    found = []
    for voice in voices(paragraphs, people):
        grade = SpeakerGrade.INFERRED if voice.speakers or voice.named else SpeakerGrade.OPEN
        if voice.is_attributed:
            grade = SpeakerGrade.NAMED
        attribution = Attribution(grade, voice.speakers, voice.named)
        found.append(Utterance((Stretch(voice.paragraph, voice.start, voice.end),), attribution))
    return found
