"""Whether the stakeholders that a statement names are named in what it cites."""

from __future__ import annotations

from collections.abc import Iterator

from backgrounder.diagnostics.diagnostic import Finding
from backgrounder.evidence.claims import Claim
from backgrounder.evidence.library import Library, Passage
from backgrounder.evidence.people import plain
from backgrounder.model.brief import Event, Involvement, Position
from backgrounder.model.choices import StakeholderKind
from backgrounder.spans import Path, Place

_NAMED_ELSEWHERE = {"note", "computed", "because"}
"""What the desk adds may name anybody."""


def absent_stakeholders(claim: Claim, library: Library) -> Iterator[Finding]:
    """Stakeholders whom no cited paragraph names, under any of their names.

    The paragraph before a cited one counts too, because "he said" goes back to it; for states the whole
    source counts, since a source names its countries once; the publisher of a source needs no naming.
    """
    if not claim.is_cited:
        return
    passages = library.passages(claim.citations)
    for record_id, path, words in _named(claim, library):
        if not _is_named(record_id, passages, library):
            record = library.registry.stakeholders[record_id]
            facts = {"name": record.name, "where": ", ".join(f"`{item}`" for item in claim.citations)}
            yield Finding(Place(claim.file, path, words=words), "absent-stakeholder", facts)


def _named(claim: Claim, library: Library) -> Iterator[tuple[str, Path, str]]:
    """Whom a record is about or names, each once, and where."""
    told: set[str] = set()
    record = claim.record
    if isinstance(record, Involvement | Position):
        yield from _new({record.who: (*claim.path, "who")}, told, library)
    if isinstance(record, Event):
        actors = {actor: (*claim.path, "actors", index) for index, actor in enumerate(record.actors)}
        yield from _new(actors, told, library)
    for text in claim.texts:
        if text.field not in _NAMED_ELSEWHERE:
            seen = library.people.seen_in(text.own_words)
            ids = {next(iter(sighting.ids)): text.path for sighting in seen if len(sighting.ids) == 1}
            yield from _new(ids, told, library)


def _new(paths: dict[str, Path], told: set[str], library: Library) -> Iterator[tuple[str, Path, str]]:
    for record_id, path in paths.items():
        if record_id not in told and record_id in library.registry.stakeholders:
            told.add(record_id)
            yield record_id, path, ""


def _is_named(record_id: str, passages: list[Passage], library: Library) -> bool:
    people = library.people
    record = library.registry.stakeholders[record_id]
    for passage in passages:
        source = passage.source
        publisher = frozenset(map(plain, source.record.publisher.split()))
        if people.has(publisher, record_id):
            return True
        near = source.passages if record.kind is StakeholderKind.STATE else _near(passage)
        if any(people.has(item.words, record_id) for item in near):
            return True
    return False


def _near(passage: Passage) -> tuple[Passage, ...]:
    if not passage.number:
        return (passage,)
    return passage.source.passages[max(0, passage.number - 2) : passage.number]
