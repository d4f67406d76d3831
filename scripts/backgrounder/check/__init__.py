"""The second stage: what a good copy editor would remark. Each file is one topic.

A check is a function that yields findings; the tuples below say what each kind is given.
``without_allowed`` takes out what a record allows. Ids that lead nowhere are the business of ``link``.

Only briefs whose form is whole are judged, so that what was lost to a misspelt field is not missed twice.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet

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
from backgrounder.check.relative_dates import relative_dates, relative_dates_of_registry
from backgrounder.check.stakeholders import silent_stakeholders
from backgrounder.check.weekdays import wrong_weekdays
from backgrounder.diagnostics.diagnostic import Finding, at_most
from backgrounder.model.brief import Brief
from backgrounder.model.loaded import Loaded
from backgrounder.model.texts import own_texts
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
    events_against_as_of,
    events_out_of_order,
    review_before_as_of,
    changes_in_order,
    long_bottom_line,
)
"""For every whole brief: (brief, file)."""

TEXT_CHECKS = (wrong_weekdays, relative_dates, estimates_in_facts)
"""For every whole brief: (brief, file, its own texts)."""

DATED_CHECKS = (overdue_answers, overdue_review, as_of_in_the_future)
"""For every whole brief: (brief, file, today)."""

ESTIMATE_CHECKS = (likelihood_of_the_table, judgements_in_words)
"""For every whole brief: (brief, file, table of likelihoods)."""

CORPUS_CHECKS = (
    later_sources,
    conflicting_event_dates,
    conflicting_figures,
    conflicting_roles,
    answered_elsewhere,
)
"""For the whole briefs together: (corpus)."""

REGISTRY_CHECKS = (
    unexplained_acronyms,
    relative_dates_of_registry,
    silent_stakeholders,
    probable_duplicates,
)
"""For the whole briefs, where all of the registry is whole: (corpus)."""

COMPLETE_CHECKS = (unused_records,)
"""For a corpus without a fault of form: (corpus). What looks unused may be used in a broken file."""


def check_content(
    loaded: Loaded,
    settings: Settings,
    evidence: Iterable[Finding] = (),
    has_dead_references: bool = False,
) -> Iterator[Finding]:
    """What is wrong with the content, allowances counted.

    ``evidence`` is what the comparison with the sources has found, so that it can be allowed as well.
    ``has_dead_references`` says that ids were found that lead nowhere, so that nothing can be called unused.
    """
    faulty = loaded.faulty_files | {problem.span.file for problem in loaded.diagnostics}
    findings = itertools.chain(
        _of_briefs(loaded, settings, faulty), _of_corpus(loaded, faulty, has_dead_references), evidence
    )
    yield from without_allowed(findings, loaded.corpus)


def _of_briefs(loaded: Loaded, settings: Settings, faulty: AbstractSet[str]) -> Iterator[Finding]:
    for brief in loaded.corpus.briefs:
        file = loaded.corpus.brief_files[brief.slug]
        for check in FORM_CHECKS:
            yield from at_most(check(brief, file), file)
        if file not in faulty:
            yield from _of_whole_brief(brief, file, settings)
    if settings.handouts:
        yield from unprintable_characters(loaded.corpus, loaded.texts)


def _of_whole_brief(brief: Brief, file: str, settings: Settings) -> Iterator[Finding]:
    for check in CHECKS:
        yield from at_most(check(brief, file), file)
    texts = tuple(own_texts(brief))
    for check in TEXT_CHECKS:
        yield from at_most(check(brief, file, texts), file)
    for check in DATED_CHECKS:
        yield from at_most(check(brief, file, settings.today), file)
    for check in ESTIMATE_CHECKS:
        yield from at_most(check(brief, file, settings.likelihoods), file)


def _of_corpus(loaded: Loaded, faulty: AbstractSet[str], has_dead_references: bool) -> Iterator[Finding]:
    corpus = loaded.corpus
    briefs = tuple(brief for brief in corpus.briefs if corpus.brief_files[brief.slug] not in faulty)
    whole = msgspec.structs.replace(corpus, briefs=briefs)
    checks = [*CORPUS_CHECKS]
    if loaded.registry_is_whole and faulty.isdisjoint(corpus.registry_files.values()):
        checks += REGISTRY_CHECKS
    if not faulty and not has_dead_references:
        checks += COMPLETE_CHECKS
    for check in checks:
        yield from check(whole)
