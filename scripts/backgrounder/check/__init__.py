"""The second stage: what a good copy editor would remark. Each file is one topic.

A check is a function that yields findings: ``CHECKS`` need a brief and its file's name, ``DATED_CHECKS``
also today's date, ``CORPUS_CHECKS`` all briefs and the registry. ``without_allowed`` takes out what a
record allows. Ids that lead nowhere are the business of ``link``.

Only briefs whose form is whole are judged, so that what was lost to a misspelt field is not missed twice.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from backgrounder.check.acronyms import unexplained_acronyms
from backgrounder.check.across_events import conflicting_event_dates
from backgrounder.check.across_figures import conflicting_figures
from backgrounder.check.across_questions import answered_elsewhere
from backgrounder.check.across_roles import conflicting_roles
from backgrounder.check.allowances import without_allowed
from backgrounder.check.characters import unprintable_characters
from backgrounder.check.clock import as_of_in_the_future, overdue_review
from backgrounder.check.completeness import missing_key_points, single_source, uncited_facts
from backgrounder.check.estimates import estimates_in_facts, judgements_in_words, likelihood_of_the_table
from backgrounder.check.ids import repeated_ids, repeated_listings
from backgrounder.check.later_sources import later_sources
from backgrounder.check.length import long_bottom_line
from backgrounder.check.order import (
    changes_in_order,
    events_against_as_of,
    events_out_of_order,
    review_before_as_of,
)
from backgrounder.check.questions import answers_against_status, logs, overdue_answers, questions_without_test
from backgrounder.check.registry_duplicates import probable_duplicates
from backgrounder.check.registry_unused import unused_records
from backgrounder.check.relative_dates import relative_dates
from backgrounder.check.stakeholders import silent_stakeholders
from backgrounder.check.weekdays import wrong_weekdays
from backgrounder.diagnostics.diagnostic import Finding, at_most
from backgrounder.model.brief import Brief
from backgrounder.model.corpus import Corpus
from backgrounder.model.loaded import Loaded
from backgrounder.settings import Settings

__all__ = ["check_content"]

FORM_CHECKS = (repeated_ids, repeated_listings)
"""For every brief that could be made: (brief, file)."""

CHECKS = (
    uncited_facts,
    missing_key_points,
    single_source,
    questions_without_test,
    answers_against_status,
    logs,
    wrong_weekdays,
    events_against_as_of,
    events_out_of_order,
    review_before_as_of,
    changes_in_order,
    long_bottom_line,
    relative_dates,
)
"""For every whole brief: (brief, file)."""

DATED_CHECKS = (overdue_answers, overdue_review, as_of_in_the_future)
"""For every whole brief: (brief, file, today)."""

ESTIMATE_CHECKS = (likelihood_of_the_table, judgements_in_words, estimates_in_facts)
"""For every whole brief: (brief, file, table of likelihoods)."""

CORPUS_CHECKS = (
    later_sources,
    unexplained_acronyms,
    silent_stakeholders,
    probable_duplicates,
    conflicting_event_dates,
    conflicting_figures,
    conflicting_roles,
    answered_elsewhere,
)
"""For the whole briefs and records together: (corpus)."""

COMPLETE_CORPUS_CHECKS = (unused_records,)
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
    for check in ESTIMATE_CHECKS:
        yield from at_most(check(brief, file, settings.likelihoods), file)


def _whole(loaded: Loaded) -> Corpus:
    """The corpus without the briefs of faulty files."""
    corpus = loaded.corpus
    briefs = [brief for brief in corpus.briefs if corpus.brief_files[brief.slug] not in loaded.faulty_files]
    return msgspec.structs.replace(corpus, briefs=tuple(briefs))
