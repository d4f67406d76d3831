"""A question that is open in one brief and answered in another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from backgrounder.check.across_briefs import content_words, living
from backgrounder.diagnostics.diagnostic import Finding, NotePlace
from backgrounder.model.brief import Question
from backgrounder.model.choices import QuestionStatus
from backgrounder.model.corpus import Corpus
from backgrounder.spans import Place


class _Asked(NamedTuple):
    slug: str
    place: Place
    question: Question


def answered_elsewhere(corpus: Corpus) -> Iterator[Finding]:
    """Live questions that another brief, as new or newer, has answered: by their id, or by the same words."""
    answered: dict[object, list[tuple[_Asked, str]]] = defaultdict(list)
    live: list[tuple[_Asked, str]] = []
    for brief, file in living(corpus):
        for index, question in enumerate(brief.questions):
            asked = _Asked(brief.slug, Place(file, ("questions", index, "status")), question)
            if question.status.is_live:
                live.append((asked, brief.as_of.text))
            elif question.status is QuestionStatus.ANSWERED:
                for key in _keys(question):
                    answered[key].append((asked, brief.as_of.text))
    for asked, as_of in live:
        elsewhere = [
            other
            for key in _keys(asked.question)
            for other, other_day in answered.get(key, ())
            if other.slug != asked.slug and other_day >= as_of
        ]
        if elsewhere:
            note = NotePlace(elsewhere[0].place, "answered here")
            yield Finding(asked.place, "answered-elsewhere", {"value": elsewhere[0].slug}, (note,))


def _keys(question: Question) -> tuple[object, ...]:
    return (question.id, content_words(question.ask))
