"""What depends on "today": which briefs are due for review, which questions are overdue."""

from __future__ import annotations

from backgrounder.model.brief import Brief, Question
from backgrounder.model.choices import BriefStatus
from backgrounder.model.dates import DISTANT_FUTURE, Day


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
