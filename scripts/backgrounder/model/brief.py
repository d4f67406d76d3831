"""The brief: one subject, one YAML file, one page, one handout.

Field order is the order of the authoring guide. A docstring or the text below a field is what an
author is told about it.
"""

from __future__ import annotations

from typing import Annotated

import msgspec

from backgrounder.model.choices import BriefStatus, Confidence, Handling, HandoutPages, QuestionStatus
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


class MarkedTerm(Record):
    """Words between quotation marks that quote nobody."""

    words: Plain
    """The words as they stand between the marks."""
    reason: Line
    """What they are: a title, a name, a term; shown to readers."""


MarkedTerms = Annotated[tuple[MarkedTerm, ...], OneOrMany()]


class Quotation(Record):
    """The exact words taken from a source, with the speaker."""

    words: Plain
    """The exact words, without quotation marks."""
    by: StakeholderId
    """Who said them: an id from the registry."""
    attributed: Line | None = None
    """How you know who speaks, where the source does not name the speaker beside the words; shown to readers."""
    context: Line | None = None
    """What the source says around the words that bears on them, such as a condition; shown to readers."""


class Statement(Record, tag=True):
    """A sentence or two of fact, with its citations; the unit that is checked."""

    text: Line
    """A sentence or two of fact, in your own words."""
    cite: Citations = ()
    """Source and paragraph, as in `daily-2021-07-22#p4`; several in brackets."""
    quote: Quotation | None = None
    """The exact words of the source, and who said them."""
    note: Line | None = None
    """What the desk adds: a doubt, or a contradiction in the source."""
    computed: Line | None = None
    """How the figures were reached that the source does not give; shown to readers."""
    id: Id | None = None
    """Keeps the address of the statement when its wording changes."""
    marked: MarkedTerms = ()
    """Words between quotation marks in this record that quote nobody, each with what they are."""
    allow: Allowances = ()
    """Checks that this record may fail, each with the reason."""


class StatementGroup(Record, tag=True):
    """Statements under a heading of their own."""

    heading: Plain
    """What these statements have in common."""
    statements: tuple[Statement, ...]
    """The statements, in reading order."""


class Involvement(Record):
    """What a stakeholder does, wants and has to gain or lose in the matter of the brief."""

    who: StakeholderId
    """An id from the registry."""
    role: Line
    """What they do in this matter."""
    position: Line | None = None
    """What they want or say; leave it out where no source tells."""
    interest: Line | None = None
    """What they have to gain or lose; leave it out where no source tells."""
    quote: Quotation | None = None
    """Their exact words."""
    cite: Citations = ()
    """Source and paragraph; several in brackets."""
    computed: Line | None = None
    """How the figures were reached that the source does not give; shown to readers."""
    marked: MarkedTerms = ()
    """Words between quotation marks in this record that quote nobody, each with what they are."""
    allow: Allowances = ()
    """Checks that this record may fail, each with the reason."""


class Event(Record, kw_only=True):
    """Something dated: past, or planned."""

    date: Edtf
    """As exactly as the source gives it: `2021`, `2021-07`, `2021-07-23`; an interval `2021-07-26/..`."""
    planned: bool = False
    """`true` for what is expected and has not happened."""
    text: Line
    """What happened, or is to happen, in one sentence."""
    actors: tuple[StakeholderId, ...] = ()
    """Who took part: ids from the registry."""
    cite: Citations = ()
    """Source and paragraph; several in brackets."""
    note: Line | None = None
    """The desk’s own remark, such as how the date was reached."""
    computed: Line | None = None
    """How the figures were reached that the source does not give; shown to readers."""
    id: Id | None = None
    """Keeps the address of the event when its wording changes."""
    marked: MarkedTerms = ()
    """Words between quotation marks in this record that quote nobody, each with what they are."""
    allow: Allowances = ()
    """Checks that this record may fail, each with the reason."""


class Position(Record):
    """What a stakeholder wants or says on one question."""

    who: StakeholderId
    """An id from the registry."""
    text: Line
    """What they want or say on this question."""
    quote: Quotation | None = None
    """Their exact words."""
    cite: Citations = ()
    """Source and paragraph; several in brackets."""
    computed: Line | None = None
    """How the figures were reached that the source does not give; shown to readers."""
    marked: MarkedTerms = ()
    """Words between quotation marks in this record that quote nobody, each with what they are."""
    allow: Allowances = ()
    """Checks that this record may fail, each with the reason."""


class LogEntry(Record):
    """One step in the life of a question; never rewritten once published."""

    date: Day
    """The day of this step."""
    status: QuestionStatus
    """Where the question stood after it."""
    text: Line
    """What became known or changed."""
    cite: Citations = ()
    """Source and paragraph; several in brackets."""
    marked: MarkedTerms = ()
    """Words between quotation marks in this record that quote nobody, each with what they are."""
    allow: Allowances = ()
    """Checks that this record may fail, each with the reason."""


class Question(Record):
    """What is not known yet, why it matters, and what would settle it."""

    id: Id
    """Permanent: the question’s address."""
    ask: Plain
    """The question, as one sentence with a question mark."""
    status: QuestionStatus
    """`open`, `partly-answered`, `answered` or `overtaken`."""
    why: Prose
    """Why it matters to the reader."""
    known: tuple[Statement, ...] = ()
    """Statements of what is known already."""
    unknown: Prose | None = None
    """What is missing."""
    resolves_when: Prose | None = None
    """What would settle it, so that two people would agree that it has."""
    expected: Edtf | None = None
    """When an answer is expected: a date or an interval such as `2021-08/..`."""
    watch: tuple[Line, ...] = ()
    """Signs to look for."""
    positions: tuple[Position, ...] = ()
    """What stakeholders want or say on this question."""
    answer: Statement | None = None
    """The answer, once there is one."""
    log: tuple[LogEntry, ...] = ()
    """Every step, newest last; never rewritten."""
    marked: MarkedTerms = ()
    """Words between quotation marks in this record that quote nobody, each with what they are."""
    allow: Allowances = ()
    """Checks that this record may fail, each with the reason."""


class Judgement(Record):
    """The desk's own estimate, kept apart from fact."""

    text: Line
    """The estimate, with its word of likelihood in the sentence."""
    likelihood: Likelihood
    """A word of the desk’s table."""
    confidence: Confidence
    """How far the sources can be relied on: `low`, `moderate` or `high`."""
    because: Line
    """Why the desk thinks so, and how good its sources are."""
    cite: Citations = ()
    """Source and paragraph; several in brackets."""
    id: Id | None = None
    """Keeps the address of the judgement when its wording changes."""
    marked: MarkedTerms = ()
    """Words between quotation marks in this record that quote nobody, each with what they are."""
    allow: Allowances = ()
    """Checks that this record may fail, each with the reason."""


class Change(Record):
    """What a reader of the last edition should know has changed."""

    date: Day
    """The day of the change."""
    text: Line
    """What is different from the last edition."""


class Paper(Record):
    """How the brief is set on paper."""

    pages: HandoutPages = HandoutPages.TWO
    """`1` or `2`: what does not fit is left to the web page, the least important first; `full`: all of it."""


class Brief(Record, kw_only=True):
    """One subject: what matters, what is known, who is involved, and what is still open."""

    slug: BriefId
    """Taken from the file's name, never written in the file."""
    title: Plain
    """The subject, in a few words."""
    status: BriefStatus
    """`draft` shows in the preview only; `published`; `archived` keeps its page, marked so, and leaves the home page."""
    publish_on: Day | None = None
    """Readers see the brief from this day on; before it, only the preview shows it."""
    as_of: Day
    """The day up to which the brief is true."""
    review_by: Day | None = None
    """Past this day, the site and the handout say that the brief is due for review."""
    language: Language = "en"
    """A tag such as `en` or `ar`; English where it is left out."""
    handling: Handling | None = None
    """Whom it may be passed on to, by the Traffic Light Protocol; shown on page and sheet. More than `clear` needs a site for it."""
    topics: tuple[TopicId, ...] = ()
    """Ids of topics from the registry."""
    terms: tuple[TermId, ...] = ()
    """Glossary terms explained where this brief first uses them."""
    named: tuple[StakeholderId, ...] = ()
    """Ids of those whom the texts only name; so they have a page too."""
    bottom_line: Line
    """One short paragraph; goes first everywhere."""
    key_points: tuple[Statement, ...] = ()
    """Three to five statements that matter most."""
    background: tuple[Statement | StatementGroup, ...] = ()
    """Statements in reading order, or groups of them under headings."""
    stakeholders: tuple[Involvement, ...] = ()
    """Who matters in this subject."""
    timeline: tuple[Event, ...] = ()
    """What happened and what is planned, in the order of the dates."""
    questions: tuple[Question, ...] = ()
    """What is not known yet."""
    judgements: tuple[Judgement, ...] = ()
    """The desk’s own estimates, kept apart from fact."""
    sourcing: Prose | None = None
    """What the desk says of its sources: narrowness, gaps, contradictions."""
    related: tuple[BriefId, ...] = ()
    """The names of other briefs."""
    changes: tuple[Change, ...] = ()
    """What a reader of the last edition should know, newest last."""
    handout: Paper | None = None
    """How the handout is set: `{pages: 2}` where it is left out."""
    marked: MarkedTerms = ()
    """Words between quotation marks in this record that quote nobody, each with what they are."""
    allow: Allowances = ()
    """Checks that this record may fail, each with the reason."""
