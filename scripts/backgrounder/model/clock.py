"""Answers that depend on "today": which briefs are held back or due for review, which questions are overdue."""

from __future__ import annotations

from backgrounder.model.brief import Brief, Question
from backgrounder.model.choices import BriefStatus, Standing
from backgrounder.model.dates import DISTANT_FUTURE, Day


def standing(brief: Brief, today: Day | None) -> Standing:
    """Return where a brief stands on a day; where the day is not known, one with a day of its own is held back."""
    if brief.status is BriefStatus.DRAFT:
        return Standing.DRAFT
    if brief.publish_on and (today is None or today < brief.publish_on):
        return Standing.SCHEDULED
    return Standing(brief.status.value)


def review_is_due(brief: Brief, today: Day) -> bool:
    """Whether the day a brief was to be reviewed by has passed; archived briefs are not reviewed."""
    if brief.review_by is None or brief.status is BriefStatus.ARCHIVED:
        return False
    return brief.review_by < today


def answer_is_overdue(question: Question, today: Day) -> bool:
    """Whether every day on which an answer was expected has passed without one."""
    if question.expected is None or not question.status.is_live:
        return False
    return question.expected.last < today.number


def answer_is_dated(question: Question) -> bool:
    """Whether anything is known of when an answer may come."""
    return question.expected is not None and question.expected.first < DISTANT_FUTURE
