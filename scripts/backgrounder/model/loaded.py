"""What the load stage hands on: the records it could make, and what is known of the rest."""

from __future__ import annotations

import msgspec

from backgrounder.diagnostics.diagnostic import Diagnostic
from backgrounder.model.corpus import Corpus
from backgrounder.model.reference import Reference
from backgrounder.spans import Span


class Loaded(msgspec.Struct, frozen=True):
    """What the load stage gives: the records that could be made, and what is wrong with the rest."""

    corpus: Corpus
    diagnostics: tuple[Diagnostic, ...]
    texts: dict[str, str]
    """The text of every file read, for messages that show a line."""
    broken_briefs: frozenset[str]
    """Slugs of briefs that exist but could not be made, so that references to them are not faults."""
    broken_records: frozenset[tuple[str, str]]
    """The same for registry records, by kind and id."""
    registry_is_whole: bool = True
    """Every id in the registry is known; false where a file or a kind of records could not be read."""
    dropped: frozenset[Span] = frozenset()
    """List items that could not be made, so that ``locate`` leaves them out of its counting."""
    faulty_files: frozenset[str] = frozenset()
    """Files with faults of form, whose records may be incomplete."""
    loose: tuple[Reference, ...] = ()
    """All references in the faulty files, so that they are checked in the same run."""
    untidy: tuple[Diagnostic, ...] = ()
    """Remarks on the form of files, which no record suffers from."""
