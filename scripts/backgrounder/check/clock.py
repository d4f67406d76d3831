"""What depends on today: reviews that are due, and briefs that claim to know the future."""

from __future__ import annotations

from collections.abc import Iterator

from backgrounder.diagnostics.diagnostic import Finding
from backgrounder.model.brief import Brief
from backgrounder.model.choices import BriefStatus
from backgrounder.model.clock import review_is_due
from backgrounder.model.dates import Day
from backgrounder.spans import Place


def overdue_review(brief: Brief, file: str, today: Day) -> Iterator[Finding]:
    """Published briefs whose day of review has passed; readers are told so too."""
    if brief.status is BriefStatus.PUBLISHED and brief.review_by and review_is_due(brief, today):
        facts = {"date": brief.review_by.label, "today": today.label}
        yield Finding(Place(file, ("review_by",)), "review-overdue", facts)


def as_of_in_the_future(brief: Brief, file: str, today: Day) -> Iterator[Finding]:
    """A brief cannot be true up to a day that has not come."""
    if brief.as_of > today:
        yield Finding(Place(file, ("as_of",)), "as-of-in-the-future", {"today": today.label})
