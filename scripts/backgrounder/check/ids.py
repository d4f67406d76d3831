"""Ids and listings that stand twice in one brief."""

from __future__ import annotations

from collections.abc import Iterator

from backgrounder.diagnostics.diagnostic import FIRST_WRITTEN, Finding, NotePlace
from backgrounder.model.brief import Brief
from backgrounder.model.corpus import walk
from backgrounder.spans import Path, Place


def repeated_ids(brief: Brief, file: str) -> Iterator[Finding]:
    """Ids of questions, statements, events and judgements are addresses on one page: each once."""
    seen: dict[str, Path] = {}
    for path, record in walk(brief):
        record_id = getattr(record, "id", None)
        if record_id is None:
            continue
        if record_id in seen:
            yield _twice("duplicate-id", file, (*path, "id"), (*seen[record_id], "id"), record_id)
        else:
            seen[record_id] = path


def repeated_listings(brief: Brief, file: str) -> Iterator[Finding]:
    """A stakeholder, topic, term or related brief is listed once."""
    stakeholders = [((index, "who"), item.who) for index, item in enumerate(brief.stakeholders)]
    yield from _repeats("stakeholders", stakeholders, file)
    for field in ("topics", "terms", "related"):
        yield from _repeats(
            field, [((index,), value) for index, value in enumerate(getattr(brief, field))], file
        )


def _repeats(field: str, values: list[tuple[Path, str]], file: str) -> Iterator[Finding]:
    seen: dict[str, Path] = {}
    for path, value in values:
        if value in seen:
            yield _twice("listed-twice", file, (field, *path), (field, *seen[value]), value)
        else:
            seen[value] = path


def _twice(code: str, file: str, second: Path, first: Path, value: str) -> Finding:
    note = NotePlace(Place(file, first), FIRST_WRITTEN)
    return Finding(Place(file, second), code, {"value": value}, (note,))
