"""Proofs of quotations: which words stand where, and how its speaker is known.

A proof claims what was compared and no more. ``evidence`` makes proofs, ``briefs/evidence.lock`` carries
them, and every mark that a reader sees is worded from one.
"""

from __future__ import annotations

import msgspec

from backgrounder.model.choices import Choice
from backgrounder.model.citation import Citation


class SpeakerGrade(Choice):
    """How the speaker of a quotation is known, from the strongest ground to none."""

    NAMED = "named"
    """The source names the speaker beside the words."""
    LABELLED = "labelled"
    """A transcript, or the document's own heading or publisher, says who speaks."""
    INFERRED = "inferred"
    """The text points at the speaker without the name: a pronoun, a title, the last who spoke."""
    DESK = "desk"
    """The desk says who speaks, with a reason that readers see."""
    OPEN = "open"
    """The text does not show who speaks, so nothing is claimed."""
    NO_RULES = "no-rules"
    """The program has no rules for the language of the source, so the speaker was not compared."""
    NONE = "none"
    """Words quoted in running text, for which no speaker is given."""

    @property
    def is_compared(self) -> bool:
        """Whether the program itself has compared the speaker with the source."""
        return self in (SpeakerGrade.NAMED, SpeakerGrade.LABELLED, SpeakerGrade.INFERRED)


class Proof(msgspec.Struct, frozen=True):
    """A quotation whose words stand in its source, or that the lock vouches for."""

    citation: Citation
    """Where the words begin."""
    grade: SpeakerGrade
    """How the speaker is known."""

    @property
    def is_whole(self) -> bool:
        """Whether the source gives words and speaker, so that the mark may say "verified" alone."""
        return self.grade in (SpeakerGrade.NAMED, SpeakerGrade.LABELLED)

    @property
    def is_of_passage(self) -> bool:
        """Whether it is of words quoted in running text, for which no speaker is given."""
        return self.grade is SpeakerGrade.NONE
