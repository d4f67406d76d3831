"""Finds what must not reach readers: a brief above the site's ceiling, and placeholders nobody has filled in.

Drafts are left alone. A brief that waits for its day is judged as a published one, so that the day brings no surprise.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from backgrounder.diagnostics.diagnostic import Finding
from backgrounder.model.brief import Brief, Record
from backgrounder.model.choices import BriefStatus, Handling
from backgrounder.model.corpus import Corpus
from backgrounder.model.placeholders import (
    DRAFT_QUESTION,
    NOT_KNOWN,
    is_not_known,
    may_be_placeholders,
    may_hold_placeholders,
    placeholder_start,
)
from backgrounder.model.registry import Registry, Source
from backgrounder.model.texts import Text, Texts, names_in, own_texts
from backgrounder.spans import Path, Place


def above_handling(brief: Brief, file: str, ceiling: Handling) -> Iterator[Finding]:
    """A brief that fewer people may see than see the site."""
    if brief.status is BriefStatus.DRAFT or not brief.handling or not brief.handling.is_above(ceiling):
        return
    facts = {"value": brief.handling.value, "ceiling": ceiling.value}
    yield Finding(Place(file, ("handling",)), "above-handling", facts)


def placeholder_texts(brief: Brief, file: str, texts: Texts) -> Iterator[Finding]:
    """Texts of a brief that still are what ``new`` or ``draft`` wrote."""
    if brief.status is not BriefStatus.DRAFT:
        for text in may_be_placeholders(texts):
            yield from _placeholder(text, file)


def placeholder_ids(brief: Brief, file: str) -> Iterator[Finding]:
    """Questions that still have the id that ``draft`` wrote."""
    if brief.status is BriefStatus.DRAFT:
        return
    for number, question in enumerate(brief.questions):
        if question.id.removeprefix(DRAFT_QUESTION).isdecimal():
            yield Finding(Place(file, ("questions", number, "id")), "placeholder-id", {"value": question.id})


def placeholders_of_registry(corpus: Corpus, meant: Registry, texts: Mapping[str, str]) -> Iterator[Finding]:
    """Texts and names of that kind in the shared records that are ``meant`` for readers; ``texts`` has what the
    files hold."""
    suspect = {file for file in set(corpus.registry_files.values()) if may_hold_placeholders(texts[file])}
    for (shelf, record_id), file in corpus.registry_files.items():
        if file in suspect and (record := getattr(meant, shelf).get(record_id)):
            yield from _of_record(record, (shelf, record_id), file)


def _of_record(record: Record, base: Path, file: str) -> Iterator[Finding]:
    for text in own_texts(record, base):
        if may_hold_placeholders(text.text) and not _is_of_others(text):
            yield from _placeholder(text, file)
    for name in names_in(record, base):
        if may_hold_placeholders(name.text):
            yield from _placeholder(name, file, NOT_KNOWN if is_not_known(name.text) else "")


def _is_of_others(text: Text) -> bool:
    """Whether a text is a document's own title, which may well begin so."""
    return isinstance(text.record, Source) and text.field == "title"


def _placeholder(text: Text, file: str, known: str = "") -> Iterator[Finding]:
    """A text that starts as a placeholder does; ``known`` is how, where that is known."""
    if start := known or placeholder_start(text.text):
        yield Finding(Place(file, text.path), "placeholder-text", {"value": start})
