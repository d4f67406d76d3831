"""Compares one quotation with one made-up source, for tests of the evidence."""

from __future__ import annotations

from typing import NamedTuple

from backgrounder.diagnostics.diagnostic import Finding
from backgrounder.evidence import Compared, Library, Lock, compare_brief
from backgrounder.model.archived import ArchivedText
from backgrounder.model.brief import Brief, MarkedTerm, Quotation, Statement
from backgrounder.model.choices import BriefStatus, SourceKind, StakeholderKind
from backgrounder.model.citation import Citation
from backgrounder.model.dates import parse_day, parse_edtf
from backgrounder.model.registry import NativeName, Registry, Source, Stakeholder

STAKEHOLDERS = {
    "reed": Stakeholder(name="Ada Reed", kind=StakeholderKind.PERSON, part_of=("ministry",)),
    "sol": Stakeholder(name="Ben Sol", kind=StakeholderKind.PERSON),
    "tom-reed": Stakeholder(name="Tom Reed", kind=StakeholderKind.PERSON),
    "official": Stakeholder(name="An official of the ministry", kind=StakeholderKind.PERSON),
    "ministry": Stakeholder(name="Harbour Ministry", kind=StakeholderKind.ORGANISATION),
    "karim": Stakeholder(
        name="Karim Haddad", kind=StakeholderKind.PERSON, names=(NativeName(text="كريم حداد", lang="ar"),)
    ),
}
_ABOUT_THE_TEXT = {"idle-citation", "doubtful-citation", "absent-stakeholder", "copied-prose"}
"""Checks of the desk's own sentence, which says nothing here."""


class Told(NamedTuple):
    """What the comparison came to."""

    codes: set[str]
    grade: str
    """How the speaker is known; empty where the quotation is not verified."""
    findings: tuple[Finding, ...]


def compared(
    words: str,
    by: str,
    *paragraphs: str,
    cite: tuple[int, ...] = (),
    kind: SourceKind = SourceKind.ARTICLE,
    language: str = "en",
    publisher: str = "The Daily",
    author: str | None = None,
    title: str = "The harbour",
    attributed: str | None = None,
    context: str | None = None,
) -> Told:
    """Compare a quotation with a source of these paragraphs; all are cited where none is named."""
    numbers = cite or tuple(range(1, len(paragraphs) + 1))
    statement = Statement(
        text="They spoke.",
        cite=tuple(Citation("daily", number) for number in numbers),
        quote=Quotation(words=words, by=by, attributed=attributed, context=context),
    )
    done = compare_statement(
        statement, paragraphs, kind=kind, language=language, publisher=publisher, author=author, title=title
    )
    return _told(done)


def compared_text(text: str, *paragraphs: str, marked: tuple[MarkedTerm, ...] = ()) -> Told:
    """Compare a text of the desk's own with a source of these paragraphs."""
    cite = tuple(Citation("daily", number) for number in range(1, len(paragraphs) + 1))
    return _told(compare_statement(Statement(text=text, cite=cite, marked=marked), paragraphs))


def compare_statement(
    statement: Statement,
    paragraphs: tuple[str, ...],
    *,
    kind: SourceKind = SourceKind.ARTICLE,
    language: str = "en",
    publisher: str = "The Daily",
    author: str | None = None,
    title: str = "The harbour",
) -> Compared:
    """Compare a brief of one statement with one source."""
    source = Source(
        title=title,
        kind=kind,
        publisher=publisher,
        author=author,
        language=language,
        published=parse_edtf("2021-07-23"),
    )
    registry = Registry(stakeholders=STAKEHOLDERS, sources={"daily": source})
    lines = tuple(range(1, len(paragraphs) + 1))
    text = ArchivedText("daily", "briefs/archive/daily.txt", title, paragraphs, lines)
    brief = Brief(
        slug="harbour",
        title="The harbour",
        status=BriefStatus.PUBLISHED,
        as_of=parse_day("2021-07-24"),
        bottom_line="They spoke.",
        key_points=(statement,),
    )
    return compare_brief(brief, "briefs/harbour.yaml", Library({"daily": text}, registry), Lock())


def _told(done: Compared) -> Told:
    codes = {finding.code for finding in done.findings} - _ABOUT_THE_TEXT
    grade = done.verified[0].proof.grade.value if done.verified else ""
    return Told(codes, grade, done.findings)
