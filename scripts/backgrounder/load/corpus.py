"""Puts the corpus together from the content files."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec

from backgrounder.diagnostics.diagnostic import Diagnostic, Note, diagnose
from backgrounder.load.files import ContentFile, read_content
from backgrounder.load.nodes import Mapping, Node, Scalar, parse
from backgrounder.load.structure import MISSING, Report, check_id, make_record, suggest_id
from backgrounder.model.brief import Brief, Record
from backgrounder.model.corpus import Corpus
from backgrounder.model.registry import Registry, Source, Stakeholder, Term, Topic
from backgrounder.spans import Span

REGISTRY_KINDS: dict[str, type[Record]] = {
    "stakeholders": Stakeholder,
    "sources": Source,
    "topics": Topic,
    "glossary": Term,
}


class Loaded(msgspec.Struct, frozen=True):
    """What the load stage gives: the records that could be made, and what is wrong with the rest."""

    corpus: Corpus
    diagnostics: tuple[Diagnostic, ...]
    texts: dict[str, str]
    """The text of every file read, for messages that show a line."""
    broken_briefs: frozenset[str]
    """Slugs of briefs that exist but could not be made, so that references to them are not faults."""
    broken_records: frozenset[tuple[str, str]]
    """The same for registry records, by kind and id."""


def load_corpus(project: Path, briefs: Path) -> Loaded:
    """Reads everything under ``briefs`` and reports all faults of form. Raises OSError where ``briefs``
    itself cannot be listed."""
    files, problems = read_content(project, briefs)
    shelves = _Registry()
    loaded_briefs: list[Brief] = []
    brief_files: dict[str, str] = {}
    broken: set[str] = set()
    for file in files:
        node, faults = parse(file.text, file.name)
        problems += faults
        if file.in_registry:
            if node is not None:
                problems += shelves.take(node, file.name)
            continue
        slug, faults = _slug(file)
        problems += faults
        brief, faults = _brief(node, slug)
        problems += faults
        if brief is MISSING:
            broken.add(slug)
        else:
            loaded_briefs.append(brief)
            brief_files[slug] = file.name
    corpus = Corpus(
        briefs=tuple(sorted(loaded_briefs, key=lambda brief: brief.slug)),
        registry=shelves.registry(),
        brief_files=brief_files,
        registry_files=shelves.files,
    )
    texts = {file.name: file.text for file in files}
    return Loaded(corpus, tuple(sorted(problems)), texts, frozenset(broken), frozenset(shelves.broken))


def _slug(file: ContentFile) -> tuple[str, list[Diagnostic]]:
    slug = file.name.rpartition("/")[2].removesuffix(".yaml")
    report = Report()
    whole_file = Scalar(Span(file.name), slug, True)
    if check_id(slug, whole_file, report) is MISSING:
        return slug, [
            diagnose(Span(file.name), "bad-file-name", name=f"{slug}.yaml", suggestion=suggest_id(slug))
        ]
    return slug, []


def _brief(node: Node | None, slug: str) -> tuple[Any, list[Diagnostic]]:
    if node is None:
        return MISSING, []
    report = Report()
    return make_record(Brief, node, report, given={"slug": slug}), report.found


class _Registry:
    """Gathers the shared records of all registry files; an id may stand in one place only."""

    def __init__(self) -> None:
        self.files: dict[tuple[str, str], str] = {}
        self.broken: set[tuple[str, str]] = set()
        self._records: dict[str, dict[str, Any]] = {kind: {} for kind in REGISTRY_KINDS}
        self._first_keys: dict[tuple[str, str], Span] = {}

    def take(self, node: Node, file: str) -> list[Diagnostic]:
        """Adds the records of one file and returns its faults."""
        report = Report()
        if not isinstance(node, Mapping):
            kinds = ", ".join(REGISTRY_KINDS)
            report.add(
                node,
                "wrong-type",
                field="a registry file",
                wanted=f"a mapping with {kinds}",
                found="something else",
                example="`stakeholders:` and the records below it",
            )
            return report.found
        for kind, (key, records) in node.entries.items():
            if kind not in REGISTRY_KINDS:
                report.add(
                    key, "unknown-field", record="the registry", field=kind, fields=", ".join(REGISTRY_KINDS)
                )
            elif not isinstance(records, Mapping):
                report.add(
                    records,
                    "wrong-type",
                    field=kind,
                    wanted="a mapping from id to record",
                    found="something else",
                    example="an id, a colon, and the record's fields below it",
                )
            else:
                self._take_records(kind, records, file, report)
        return report.found

    def _take_records(self, kind: str, records: Mapping, file: str, report: Report) -> None:
        for record_id, (key, value) in records.entries.items():
            check_id(record_id, key, report)
            if (kind, record_id) in self._first_keys:
                first = Note(self._first_keys[kind, record_id], "first defined here")
                report.add(key, "duplicate-id", (first,), value=record_id)
                continue
            self._first_keys[kind, record_id] = key.span
            self.files[kind, record_id] = file
            record = make_record(REGISTRY_KINDS[kind], value, report)
            if record is MISSING:
                self.broken.add((kind, record_id))
            else:
                self._records[kind][record_id] = record

    def registry(self) -> Registry:
        """The records so far, each kind in the order of its ids."""
        return Registry(**{kind: dict(sorted(records.items())) for kind, records in self._records.items()})
