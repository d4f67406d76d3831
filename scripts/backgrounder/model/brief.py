"""The brief: one subject, one YAML file, one page, one handout.

Field order is the order of the authoring guide. A docstring or the text below a field is what an
author is told about it.
"""

from __future__ import annotations

from typing import Annotated

import msgspec

from backgrounder.model.choices import BriefStatus, Confidence, QuestionStatus
from backgrounder.model.citation import Citation
from backgrounder.model.dates import Day, Edtf
from backgrounder.model.kinds import (
    BriefId,
    CheckCode,
    Id,
    Language,
    Line,
    OneOrMany,
    Plain,
    Prose,
    StakeholderId,
    TermId,
    TopicId,
)
from backgrounder.model.likelihood import Likelihood

Citations = Annotated[tuple[Citation, ...], OneOrMany()]


class Record(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """The base of all records: frozen, and named fields only."""


class Allowance(Record):
    """One check that the record around it may fail, and why."""

    code: CheckCode
    """The code of the check, as its message shows it."""
    reason: Line
    """Why it is right here; for the desk, not shown to readers."""


Allowances = Annotated[tuple[Allowance, ...], OneOrMany()]


class Quotation(Record):
    """The exact words taken from a source, with the speaker."""

    words: Plain
    by: StakeholderId


class Statement(Record):
    """A sentence or two of fact, with its citations; the unit that is checked."""

    text: Line
    cite: Citations = ()
    quote: Quotation | None = None
    note: Line | None = None
    """What the desk adds: a doubt, a contradiction in the source, how a figure was reached."""
    id: Id | None = None
    """Keeps the address of the statement when its wording changes."""
    allow: Allowances = ()


class StatementGroup(Record):
    """Statements under a heading of their own."""

    heading: Plain
    statements: tuple[Statement, ...]


class Involvement(Record):
    """What a stakeholder does, wants and has to gain or lose in the matter of the brief."""

    who: StakeholderId
    role: Line
    position: Line | None = None
    interest: Line | None = None
    quote: Quotation | None = None
    cite: Citations = ()
    allow: Allowances = ()


class Event(Record):
    """Something dated: past, or planned."""

    date: Edtf
    text: Line
    planned: bool = False
    actors: tuple[StakeholderId, ...] = ()
    cite: Citations = ()
    note: Line | None = None
    id: Id | None = None
    allow: Allowances = ()


class Position(Record):
    """What a stakeholder wants or says on one question."""

    who: StakeholderId
    text: Line
    quote: Quotation | None = None
    cite: Citations = ()
    allow: Allowances = ()


class LogEntry(Record):
    """One step in the life of a question; never rewritten once published."""

    date: Day
    status: QuestionStatus
    text: Line
    cite: Citations = ()
    allow: Allowances = ()


class Question(Record):
    """What is not known yet, why it matters, and what would settle it."""

    id: Id
    ask: Plain
    status: QuestionStatus
    why: Prose
    known: tuple[Statement, ...] = ()
    unknown: Prose | None = None
    resolves_when: Prose | None = None
    """What would settle it, so that two people would agree that it has."""
    expected: Edtf | None = None
    watch: tuple[Line, ...] = ()
    positions: tuple[Position, ...] = ()
    answer: Statement | None = None
    log: tuple[LogEntry, ...] = ()
    allow: Allowances = ()


class Judgement(Record):
    """The desk's own estimate, kept apart from fact."""

    text: Line
    likelihood: Likelihood
    confidence: Confidence
    because: Line
    cite: Citations = ()
    id: Id | None = None
    allow: Allowances = ()


class Change(Record):
    """What a reader of the last edition should know has changed."""

    date: Day
    text: Line


class Brief(Record, kw_only=True):
    """One subject: what matters, what is known, who is involved, and what is still open."""

    slug: BriefId
    """Taken from the file's name, never written in the file."""
    title: Plain
    status: BriefStatus
    as_of: Day
    """The day up to which the brief is true."""
    review_by: Day | None = None
    """Past this day, the site and the handout say that the brief is due for review."""
    language: Language = "en"
    topics: tuple[TopicId, ...] = ()
    terms: tuple[TermId, ...] = ()
    """Glossary terms explained where this brief first uses them."""
    bottom_line: Line
    """One short paragraph; goes first everywhere."""
    key_points: tuple[Statement, ...] = ()
    background: tuple[Statement | StatementGroup, ...] = ()
    stakeholders: tuple[Involvement, ...] = ()
    timeline: tuple[Event, ...] = ()
    questions: tuple[Question, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    sourcing: Prose | None = None
    """What the desk says of its sources: narrowness, gaps, contradictions."""
    related: tuple[BriefId, ...] = ()
    changes: tuple[Change, ...] = ()
    allow: Allowances = ()
