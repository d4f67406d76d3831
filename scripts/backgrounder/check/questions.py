"""Open questions: what would settle them, and whether status, answer and log agree."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from backgrounder.diagnostics.diagnostic import Finding, NotePlace
from backgrounder.model.brief import Brief, LogEntry, Question
from backgrounder.model.choices import BriefStatus, QuestionStatus
from backgrounder.model.clock import answer_is_overdue
from backgrounder.model.dates import Day
from backgrounder.spans import Path, Place


def questions_without_test(brief: Brief, file: str) -> Iterator[Finding]:
    """Live questions of a published brief that do not say what would settle them."""
    if brief.status is BriefStatus.PUBLISHED:
        for index, question in enumerate(brief.questions):
            if question.status.is_live and not question.resolves_when:
                yield Finding(Place(file, ("questions", index, "ask")), "question-without-test")


def answers_against_status(brief: Brief, file: str) -> Iterator[Finding]:
    """Questions called answered without an answer, and answers to questions called open."""
    for index, question in enumerate(brief.questions):
        path = ("questions", index)
        if question.status is QuestionStatus.ANSWERED and question.answer is None:
            yield Finding(Place(file, (*path, "status")), "answered-without-answer")
        if question.status is QuestionStatus.OPEN and question.answer is not None:
            note = NotePlace(Place(file, (*path, "answer"), at_key=True), "the answer stands here")
            yield Finding(Place(file, (*path, "status")), "answer-to-open-question", {}, (note,))


def logs(brief: Brief, file: str) -> Iterator[Finding]:
    """Logs that end in another status than the question's, that run backwards, or that know the future."""
    for index, question in enumerate(brief.questions):
        path = ("questions", index, "log")
        yield from _last_status(question, path, file)
        yield from _order(question.log, path, file)
        yield from _beyond_the_brief(question.log, path, file, brief.as_of)


def _last_status(question: Question, path: Path, file: str) -> Iterator[Finding]:
    if not question.log:
        return
    newest = max(range(len(question.log)), key=lambda number: (question.log[number].date.number, number))
    if question.log[newest].status is not question.status:
        note = NotePlace(Place(file, (*path[:2], "status")), "the question's own status")
        facts = {"value": question.log[newest].status.value, "status": question.status.value}
        yield Finding(Place(file, (*path, newest, "status")), "log-against-status", facts, (note,))


def _order(log: tuple[LogEntry, ...], path: Path, file: str) -> Iterator[Finding]:
    for number, (earlier, later) in enumerate(itertools.pairwise(log), start=1):
        if later.date < earlier.date:
            note = NotePlace(Place(file, (*path, number - 1, "date")), "this entry is newer")
            yield Finding(Place(file, (*path, number, "date")), "log-out-of-order", {}, (note,))
            return


def _beyond_the_brief(log: tuple[LogEntry, ...], path: Path, file: str, as_of: Day) -> Iterator[Finding]:
    for number, entry in enumerate(log):
        if entry.date > as_of:
            note = NotePlace(Place(file, ("as_of",)), "the brief is true up to this day")
            yield Finding(Place(file, (*path, number, "date")), "log-after-as-of", {}, (note,))
            return


def overdue_answers(brief: Brief, file: str, today: Day) -> Iterator[Finding]:
    """Live questions whose answer was expected on a day that has passed."""
    if brief.status is BriefStatus.ARCHIVED:
        return
    for index, question in enumerate(brief.questions):
        if answer_is_overdue(question, today):
            facts = {"expected": question.expected.label if question.expected else "", "today": today.label}
            yield Finding(Place(file, ("questions", index, "expected")), "overdue-answer", facts)
