"""Writes a lock that vouches for every quotation of a project, for tests of what comes after the check."""

from __future__ import annotations

from pathlib import Path

from backgrounder.evidence.claims import claims_of
from backgrounder.evidence.lock import NAME, entry_for, lock_text
from backgrounder.evidence.quotations import Quote, quotes
from backgrounder.load import load_corpus
from backgrounder.model.corpus import records_by_file
from backgrounder.model.proof import SpeakerGrade

_VERSION = "0123456789abcdef"


def vouch(project: Path) -> None:
    """Makes a project publishable whose quotations are made up, as if somebody had compared them."""
    corpus = load_corpus(project, project / "briefs").corpus
    entries = [
        entry_for(
            quote.told,
            citation.source,
            _VERSION,
            citation.paragraph or 1,
            _grade(quote),
        )
        for file, records in records_by_file(corpus).items()
        for base, record in records
        for claim in claims_of(file, base, record)
        for quote in quotes(claim, corpus.registry.stakeholders)
        for citation in claim.citations[:1]
    ]
    if not entries:
        return
    versions = {entry.source: _VERSION for entry in entries}
    (project / "briefs" / NAME).write_text(lock_text(versions, entries), encoding="utf-8")


def _grade(quote: Quote) -> SpeakerGrade:
    """How the speaker is known: where the desk says how it knows, its reason is what readers see."""
    if quote.in_text:
        return SpeakerGrade.NONE
    return SpeakerGrade.DESK if quote.told.attributed else SpeakerGrade.NAMED
