"""Puts the corpus together from the content files."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec

from backgrounder.diagnostics.diagnostic import Diagnostic, Note
from backgrounder.load.files import ContentFile, read_content
from backgrounder.load.ids import check_id, is_id, suggest_id
from backgrounder.load.nodes import TOP, Node, Scalar, parse
from backgrounder.load.nodes import Mapping as MappingNode
from backgrounder.load.report import MISSING, Report, TooManyFaultsError
from backgrounder.load.straight import straight_brief
from backgrounder.load.structure import make_record
from backgrounder.load.tidiness import remarks
from backgrounder.load.values import is_blank
from backgrounder.model.brief import Brief, Record
from backgrounder.model.corpus import Corpus
from backgrounder.model.loaded import Loaded
from backgrounder.model.registry import Registry, Source, Stakeholder, Term, Topic
from backgrounder.spans import Span

REGISTRY_KINDS: dict[str, type[Record]] = {
    "stakeholders": Stakeholder,
    "sources": Source,
    "topics": Topic,
    "glossary": Term,
}


class Shelves(msgspec.Struct, frozen=True):
    """The registry as it has been read, for what is made of briefs before they are put together."""

    registry: Registry
    files: dict[tuple[str, str], str]
    """The file of each record, by kind and id."""


ReadAhead = Callable[[Sequence[ContentFile], Shelves], Mapping[str, Brief]]
"""Is given all files, and gives the briefs, by file, that it knows to be without a fault or a remark."""


ReadRegistry = Callable[[Sequence[ContentFile]], Shelves | None]
"""Is given the files of the registry, and gives what is in them where it knows it, and that there is no fault in
them, nor a remark."""


def load_corpus(
    project: Path,
    briefs: Path,
    instead: dict[str, str] | None = None,
    read_ahead: ReadAhead | None = None,
    read_registry: ReadRegistry | None = None,
) -> Loaded:
    """Reads everything under ``briefs`` and reports all faults of form. Raises OSError where ``briefs``
    itself cannot be listed.

    ``instead`` has texts, by file, that are read in place of what the files hold, so that a change can be
    tried before it is made. ``read_ahead`` is asked for the briefs that it can give, where the registry is
    faultless, and ``read_registry`` for that; all others are read here.
    """
    files, unread, problems = read_content(project, briefs, instead or {})
    shelves = _Registry()
    shelves.is_whole = not any(item.in_registry for item in unread)
    loaded_briefs: list[Brief] = []
    brief_files: dict[str, str] = {}
    broken = {item.slug for item in unread if not item.in_registry}
    reports: dict[str, Report] = {}
    ready: Mapping[str, Brief] = {}
    shared = [file for file in files if file.in_registry]
    if read_registry and shelves.is_whole and not problems and (known := read_registry(shared)):
        shelves.put(known)
        ready_files = {file.name for file in shared}
    else:
        ready_files = set()
    for file in sorted(files, key=lambda file: not file.in_registry):
        if read_ahead and not file.in_registry:
            ready = _read_ahead(read_ahead, files, shelves, problems, reports)
            read_ahead = None
            ready_files |= ready.keys()
        if file.in_registry and file.name in ready_files:
            continue
        if file.name in ready:
            loaded_briefs.append(ready[file.name])
            brief_files[file.slug] = file.name
            continue
        node, faults = parse(file.text, file.name)
        problems += faults
        report = reports[file.name] = Report(file.name)
        if file.in_registry:
            shelves.take(node, file.name, report)
            continue
        slug = _slug(file, report)
        brief = _brief(node, slug, report)
        if brief is MISSING:
            broken.add(slug)
        else:
            loaded_briefs.append(brief)
            brief_files[slug] = file.name
    faulty = {name: report for name, report in reports.items() if report.is_faulty}
    unsound = faulty.keys() | {problem.span.file for problem in problems}
    untidy = [
        remark
        for file in files
        if file.name not in unsound and file.name not in ready_files
        for remark in remarks(file.text, file.name, reports[file.name].disordered)
    ]
    corpus = Corpus(
        briefs=tuple(sorted(loaded_briefs, key=lambda brief: brief.slug)),
        registry=shelves.registry(),
        brief_files=brief_files,
        registry_files=shelves.files,
    )
    texts = {file.name: file.text for file in files}
    return Loaded(
        corpus,
        tuple(sorted([*problems, *(fault for report in faulty.values() for fault in report.found)])),
        texts,
        frozenset(broken),
        frozenset(shelves.broken),
        shelves.is_whole,
        frozenset(span for report in faulty.values() for span in report.dropped),
        frozenset(faulty),
        tuple(reference for report in faulty.values() for reference in report.references),
        tuple(untidy),
    )


def _read_ahead(
    read_ahead: ReadAhead,
    files: list[ContentFile],
    shelves: _Registry,
    problems: list[Diagnostic],
    reports: dict[str, Report],
) -> Mapping[str, Brief]:
    if problems or not shelves.is_whole or any(report.is_faulty for report in reports.values()):
        return {}
    return read_ahead(files, Shelves(shelves.registry(), shelves.files))


def faultless_brief(file: ContentFile) -> Brief | None:
    """The brief of a file in whose form nothing is to be remarked; None of any other."""
    if not is_id(file.slug):
        return None
    brief = straight_brief(file.text, file.slug)
    return plain_brief(file) if brief is None else brief


def plain_brief(file: ContentFile) -> Brief | None:
    """The same brief by way of nodes; for files that are unusual in what is no fault."""
    node, faults = parse(file.text, file.name)
    report = Report(file.name)
    if node is None or faults:
        return None
    brief = _brief(node, file.slug, report)
    if brief is MISSING or report.is_faulty or remarks(file.text, file.name, report.disordered):
        return None
    return brief


def _slug(file: ContentFile, report: Report) -> str:
    if not is_id(file.slug):
        whole_file = Scalar(file.name, TOP, TOP, file.slug, True)
        name, suggestion = f"{file.slug}.yaml", suggest_id(file.slug)
        report.add(whole_file, "bad-file-name", name=name, suggestion=suggestion)
    return file.slug


def _brief(node: Node | None, slug: str, report: Report) -> Any:
    if node is None:
        return MISSING
    try:
        return make_record(Brief, node, report, given={"slug": slug})
    except TooManyFaultsError:
        return MISSING


class _Registry:
    """Gathers the shared records of all registry files; an id may stand in one place only."""

    def __init__(self) -> None:
        self.is_whole = True
        self.files: dict[tuple[str, str], str] = {}
        self.broken: set[tuple[str, str]] = set()
        self._records: dict[str, dict[str, Any]] = {kind: {} for kind in REGISTRY_KINDS}
        self._first_keys: dict[tuple[str, str], Span] = {}

    def put(self, known: Shelves) -> None:
        """Puts in all that is known."""
        self.files = dict(known.files)
        self._records = {kind: dict(getattr(known.registry, kind)) for kind in REGISTRY_KINDS}

    def take(self, node: Node | None, file: str, report: Report) -> None:
        """Adds the records of one file and reports its faults."""
        if node is None:
            self.is_whole = False
            return
        try:
            self._take_kinds(node, file, report)
        except TooManyFaultsError:
            self.is_whole = False

    def _take_kinds(self, node: Node, file: str, report: Report) -> None:
        if not isinstance(node, MappingNode):
            self.is_whole = False
            wanted = f"a set of {', '.join(REGISTRY_KINDS)}"
            report.wrong_type(node, "a registry file", wanted, "`stakeholders:` and the records below it")
            return
        for kind, (key, records) in node.entries.items():
            if isinstance(records, MappingNode) and kind in REGISTRY_KINDS:
                self._take_records(kind, records, file, report)
                continue
            self.is_whole = False
            if kind not in REGISTRY_KINDS:
                report.unknown_field(key, "the registry", REGISTRY_KINDS, node.entries)
            elif is_blank(records):
                report.add(
                    key, "empty-value", field=kind, help="write the records below it, or delete the line"
                )
            else:
                example = "an id, a colon, and the record's fields below it"
                report.wrong_type(records, f"`{kind}`", "a set of records, each under its id", example)

    def _take_records(self, kind: str, records: MappingNode, file: str, report: Report) -> None:
        for record_id, (key, value) in records.entries.items():
            check_id(record_id, key, report)
            if (kind, record_id) in self._first_keys:
                first = Note(self._first_keys[kind, record_id], "first defined here")
                report.add(key, "duplicate-id", (first,), value=record_id)
                continue
            self._first_keys[kind, record_id] = key.span
            self.files[kind, record_id] = file
            self.broken.add((kind, record_id))
            record = make_record(REGISTRY_KINDS[kind], value, report)
            if record is not MISSING:
                self.broken.remove((kind, record_id))
                self._records[kind][record_id] = record

    def registry(self) -> Registry:
        """The records so far, each kind in the order of its ids."""
        return Registry(**{kind: dict(sorted(records.items())) for kind, records in self._records.items()})
