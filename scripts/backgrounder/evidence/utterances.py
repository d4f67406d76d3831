"""Utterances: the runs of direct speech in a source, each by one speaker.

``marks`` finds where they begin and end, ``attribution`` who speaks; ``matching`` looks for quotations in
them. The words of a transcript's turn, and of a document that speaks for itself, are utterances without
quotation marks.
"""

from __future__ import annotations

from typing import NamedTuple

from backgrounder.model.proof import SpeakerGrade


class Stretch(NamedTuple):
    """The part of an utterance that stands in one paragraph, in characters, without the quotation marks."""

    paragraph: int
    """Counted from 1."""
    start: int
    end: int


class Attribution(NamedTuple):
    """Who speaks, and how that is known."""

    grade: SpeakerGrade = SpeakerGrade.OPEN
    """Only NAMED, LABELLED, INFERRED, OPEN and NO_RULES."""
    ids: frozenset[str] = frozenset()
    """The stakeholders who may be meant: several where they share a name or speak together."""
    named: str = ""
    """The name, or the description, of somebody whom the registry does not hold: ``an aide to Ada Reed``."""
    candidates: frozenset[str] = frozenset()
    """Everybody whom the text could mean beside ``ids``; none of them is a contradiction. Empty for NAMED and LABELLED."""


class Utterance(NamedTuple):
    """A run of direct speech by one speaker, over one paragraph or several."""

    stretches: tuple[Stretch, ...]
    attribution: Attribution = Attribution()
    parent: int | None = None
    """For a quotation within a quotation: the index of the utterance around it in the list."""
    is_speech: bool = True
    """A remark, rather than a single term or a title in quotation marks."""
