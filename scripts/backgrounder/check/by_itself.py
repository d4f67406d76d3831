"""The checks that need one brief and nothing else, in their order."""

from __future__ import annotations

from collections.abc import Iterator

from backgrounder.check.clock import as_of_in_the_future, overdue_review
from backgrounder.check.completeness import missing_key_points, single_source, uncited_facts
from backgrounder.check.estimates import estimates_in_facts, judgements_in_words, likelihood_of_the_table
from backgrounder.check.ids import repeated_ids, repeated_listings
from backgrounder.check.length import long_bottom_line
from backgrounder.check.order import (
    changes_in_order,
    events_against_as_of,
    events_out_of_order,
    review_before_as_of,
)
from backgrounder.check.publication import above_handling, placeholder_ids, placeholder_texts
from backgrounder.check.questions import answers_against_status, logs, overdue_answers, questions_without_test
from backgrounder.check.relative_dates import relative_dates
from backgrounder.check.weekdays import wrong_weekdays
from backgrounder.diagnostics.diagnostic import Finding, at_most
from backgrounder.model.brief import Brief
from backgrounder.model.texts import own_texts
from backgrounder.settings import Settings

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
    placeholder_ids,
)
"""For every whole brief: (brief, file)."""

TEXT_CHECKS = (wrong_weekdays, relative_dates, estimates_in_facts, placeholder_texts)
"""For every whole brief: (brief, file, its own texts)."""

DATED_CHECKS = (overdue_answers, overdue_review, as_of_in_the_future)
"""For every whole brief: (brief, file, today)."""

ESTIMATE_CHECKS = (likelihood_of_the_table, judgements_in_words)
"""For every whole brief: (brief, file, table of likelihoods)."""

HANDLING_CHECKS = (above_handling,)
"""For every whole brief: (brief, file, the site's ceiling)."""


def of_brief_alone(brief: Brief, file: str, settings: Settings) -> Iterator[Finding]:
    """What is wrong with a brief in whose form there is no fault."""
    yield from form_of_brief(brief, file)
    yield from _of_whole_brief(brief, file, settings)


def form_of_brief(brief: Brief, file: str) -> Iterator[Finding]:
    """What is wrong with any brief that could be made."""
    for check in FORM_CHECKS:
        yield from at_most(check(brief, file), file)


def _of_whole_brief(brief: Brief, file: str, settings: Settings) -> Iterator[Finding]:
    for check in CHECKS:
        yield from at_most(check(brief, file), file)
    texts = own_texts(brief)
    for check in TEXT_CHECKS:
        yield from at_most(check(brief, file, texts), file)
    for check in DATED_CHECKS:
        yield from at_most(check(brief, file, settings.today), file)
    for check in ESTIMATE_CHECKS:
        yield from at_most(check(brief, file, settings.likelihoods), file)
    for check in HANDLING_CHECKS:
        yield from at_most(check(brief, file, settings.handling), file)
