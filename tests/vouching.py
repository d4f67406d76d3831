"""Writes a lock that vouches for every quotation of a project, for tests of what comes after the check."""

from __future__ import annotations

from pathlib import Path

from backgrounder.evidence.claims import claims
from backgrounder.evidence.lock import NAME, entry_for, lock_text
from backgrounder.evidence.quotations import quotes
from backgrounder.load import load_corpus

_VERSION = "0123456789abcdef"


def vouch(project: Path) -> None:
    """Makes a project publishable whose quotations are made up, as if somebody had compared them."""
    entries = [
        entry_for(quote.words, quote.speaker, citation.source, _VERSION, citation.paragraph or 1)
        for claim in claims(load_corpus(project, project / "briefs").corpus)
        for quote in quotes(claim)
        for citation in claim.citations[:1]
    ]
    if not entries:
        return
    versions = {entry.source: _VERSION for entry in entries}
    (project / "briefs" / NAME).write_text(lock_text(versions, entries), encoding="utf-8")
