"""The second stage: what a good copy editor would remark. Each file is one topic.

A check is a function that yields findings: ``CHECKS`` need a brief and its file's name, ``DATED_CHECKS``
also today's date, ``CORPUS_CHECKS`` all briefs and the registry. ``without_allowed`` takes out what a
record allows. Ids that lead nowhere are the business of ``link``.

Only briefs whose form is whole are judged, so that what was lost to a misspelt field is not missed twice.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from backgrounder.check.allowances import without_allowed
from backgrounder.check.characters import unprintable_characters
from backgrounder.check.ids import repeated_ids, repeated_listings
from backgrounder.diagnostics.diagnostic import Finding, at_most
from backgrounder.model.brief import Brief
from backgrounder.model.corpus import Corpus
from backgrounder.model.loaded import Loaded
from backgrounder.settings import Settings

__all__ = ["check_content"]

FORM_CHECKS = (repeated_ids, repeated_listings)
"""For every brief that could be made: (brief, file)."""

CHECKS = ()
"""For every whole brief: (brief, file)."""

DATED_CHECKS = ()
"""For every whole brief: (brief, file, today)."""

CORPUS_CHECKS = ()
"""For the whole briefs and records together: (corpus)."""

COMPLETE_CORPUS_CHECKS = ()
"""For a corpus that lacks nothing: (corpus). What looks unused elsewhere may be used in a broken file."""


def check_content(loaded: Loaded, settings: Settings) -> Iterator[Finding]:
    """What is wrong with the content, allowances counted."""
    yield from without_allowed(_findings(loaded, settings), loaded.corpus)


def _findings(loaded: Loaded, settings: Settings) -> Iterator[Finding]:
    for brief in loaded.corpus.briefs:
        file = loaded.corpus.brief_files[brief.slug]
        for check in FORM_CHECKS:
            yield from at_most(check(brief, file), file)
        if file not in loaded.faulty_files:
            yield from _of_whole_brief(brief, file, settings)
    if settings.handouts:
        yield from unprintable_characters(loaded.corpus)
    whole = _whole(loaded)
    for check in CORPUS_CHECKS:
        yield from check(whole)
    if not loaded.diagnostics:
        for check in COMPLETE_CORPUS_CHECKS:
            yield from check(whole)


def _of_whole_brief(brief: Brief, file: str, settings: Settings) -> Iterator[Finding]:
    for check in CHECKS:
        yield from at_most(check(brief, file), file)
    for check in DATED_CHECKS:
        yield from at_most(check(brief, file, settings.today), file)


def _whole(loaded: Loaded) -> Corpus:
    """The corpus without the briefs of faulty files."""
    corpus = loaded.corpus
    briefs = [brief for brief in corpus.briefs if corpus.brief_files[brief.slug] not in loaded.faulty_files]
    return msgspec.structs.replace(corpus, briefs=tuple(briefs))
