"""Puts probes to the program: a registry, a source and its text in memory, and briefs that quote it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from backgrounder.diagnostics import Severity
from backgrounder.diagnostics.catalogue import CATALOGUE
from backgrounder.evidence import Library, Lock, compare_brief
from backgrounder.model.archived import ArchivedText
from backgrounder.model.brief import Brief, Quotation, Statement
from backgrounder.model.choices import BriefStatus, SourceKind, StakeholderKind
from backgrounder.model.citation import Citation
from backgrounder.model.dates import parse_day, parse_edtf
from backgrounder.model.registry import Registry, Source, Stakeholder
from backgrounder.spans import Place
from evaluation.probes import Case, Document, Probe

_FILE = "briefs/evaluated.yaml"
_PER_BRIEF = 20
"""Few enough for all findings to be told: of one file at most a hundred are."""
_TEXT = "This was said."
_ABOUT_THE_TEXT = frozenset({"doubtful-citation", "idle-citation", "absent-stakeholder", "copied-prose"})
"""Checks of the desk's own sentence, which says nothing here."""


class Outcome(NamedTuple):
    """The answer of the program to a probe."""

    probe: Probe
    document: Document
    errors: tuple[str, ...]
    """Codes, each once, in order."""
    warnings: tuple[str, ...]

    @property
    def is_told(self) -> bool:
        """Whether there was an error or a warning."""
        return bool(self.errors or self.warnings)


def library_of(document: Document, *, with_registry: bool = True) -> Library:
    """Return a library that holds one document."""
    members = document.members if with_registry else ()
    source = Source(
        title=document.title,
        kind=SourceKind(document.kind),
        publisher=document.publisher,
        author=document.author or None,
        published=parse_edtf(document.published),
        language="en",
    )
    stakeholders = {
        member.id: Stakeholder(name=member.name, kind=StakeholderKind(member.kind)) for member in members
    }
    lines = tuple(range(3, 3 + 2 * len(document.paragraphs), 2))
    text = ArchivedText(
        document.id, f"briefs/archive/{document.id}.txt", document.title, document.paragraphs, lines
    )
    return Library({document.id: text}, Registry(stakeholders=stakeholders, sources={document.id: source}))


def outcomes(case: Case) -> list[Outcome]:
    """Return what the program says of each probe of a case."""
    library = library_of(case.document)
    found: list[Outcome] = []
    for start in range(0, len(case.probes), _PER_BRIEF):
        some = case.probes[start : start + _PER_BRIEF]
        compared = compare_brief(_brief(case.document, some), _FILE, library, Lock())
        codes = list(_codes(compared.findings))
        found += [_outcome(probe, case.document, codes, nth) for nth, probe in enumerate(some)]
    return found


def _brief(document: Document, probes: Sequence[Probe]) -> Brief:
    return Brief(
        slug="evaluated",
        title="Evaluated",
        status=BriefStatus.PUBLISHED,
        as_of=parse_day(document.published),
        bottom_line=_TEXT,
        key_points=tuple(_statement(document, probe) for probe in probes),
    )


def _statement(document: Document, probe: Probe) -> Statement:
    cites = tuple(Citation(document.id, number) for number in probe.cites)
    return Statement(text=_TEXT, cite=cites, quote=Quotation(words=probe.words, by=probe.by))


def _codes(findings: Iterable[object]) -> Iterator[tuple[int, str]]:
    """Yield the number of the statement and the code of each finding about a quotation."""
    for finding in findings:
        place, code = finding.place, finding.code
        if code == "too-many-problems":
            raise RuntimeError("a brief of the measurement has more findings than are told")
        if isinstance(place, Place) and place.path[:1] == ("key_points",) and code not in _ABOUT_THE_TEXT:
            yield place.path[1], code


def _outcome(probe: Probe, document: Document, codes: list[tuple[int, str]], nth: int) -> Outcome:
    own = sorted({code for number, code in codes if number == nth})
    errors = tuple(code for code in own if CATALOGUE[code].severity is Severity.ERROR)
    warnings = tuple(code for code in own if CATALOGUE[code].severity is Severity.WARNING)
    return Outcome(probe, document, errors, warnings)
