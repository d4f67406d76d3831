"""The registry: what briefs share, each record under an id of its own."""

from __future__ import annotations

from backgrounder.model.brief import Allowances, Citations, MarkedTerms, Record
from backgrounder.model.choices import Directness, Origin, Reliability, SourceKind, StakeholderKind
from backgrounder.model.dates import Edtf
from backgrounder.model.kinds import Id, Language, Line, Plain, Prose, StakeholderId, Url


class NativeName(Record):
    """A name as it is written in its own language."""

    text: Plain
    """The name in its own script."""
    lang: Language
    """Its language: `ar`, `ckb`, `fa`."""


class Stakeholder(Record):
    """A person, organisation, state or group with a stake."""

    name: Plain
    """The name that the briefs use."""
    kind: StakeholderKind
    """`person`, `organisation`, `state` or `group`."""
    about: Line | None = None
    """Who this is, as far as the sources say."""
    names: tuple[NativeName, ...] = ()
    """The name in its own languages, each with its tag."""
    aliases: tuple[Plain, ...] = ()
    """Other spellings and short forms, in any script; search finds them all."""
    part_of: tuple[StakeholderId, ...] = ()
    """Ids of the organisations or states they belong to."""
    cite: Citations = ()
    """Source and paragraph; several in brackets."""
    marked: MarkedTerms = ()
    """Words between quotation marks in this record that quote nobody, each with what they are."""
    allow: Allowances = ()
    """Checks that this record may fail, each with the reason."""


class Source(Record):
    """A document that statements rest on."""

    title: Plain
    """As the document gives it."""
    kind: SourceKind
    """`article`, `report`, `statement`, `transcript`, `law` or `dataset`."""
    publisher: Plain
    """Who published it."""
    author: Plain | None = None
    """Who wrote it, where it is signed."""
    dateline: Plain | None = None
    """The place named at its start."""
    published: Edtf | None = None
    """When it was published, as exactly as is known."""
    dated_by: Line | None = None
    """How the date is known, where the document does not give it in full."""
    url: Url | None = None
    """Where it can be read."""
    language: Language = "en"
    """Its language; English where it is left out."""
    origin: Origin = Origin.UNKNOWN
    """Where its information comes from: `own-reporting`, `wire`, `press-release`, `statement` or `unknown`."""
    origin_id: Id | None = None
    """A name for the story or statement that this repeats, such as `ap-2021-07-20-talks`; sources with the
    same one count as one origin."""
    directness: Directness | None = None
    """How close it stands to what it tells: `first-hand`, `second-hand` or `derived`."""
    reliability: Reliability | None = None
    """How far the desk relies on it, from `A` (completely) to `E` (not at all); `F` where it cannot be judged."""
    graded_by: Line | None = None
    """Why it has this grade; shown to readers."""
    paragraphs: int | None = None
    """How many paragraphs the text has, title not counted."""
    describes: Prose | None = None
    """ICD 206 source descriptor: completeness, precision, context, currency, possible bias."""
    marked: MarkedTerms = ()
    """Words between quotation marks in this record that quote nobody, each with what they are."""
    allow: Allowances = ()
    """Checks that this record may fail, each with the reason."""


class Topic(Record):
    """A tag that gathers briefs."""

    name: Plain
    """The name of the tag."""
    about: Prose | None = None
    """What it gathers."""
    marked: MarkedTerms = ()
    """Words between quotation marks in this record that quote nobody, each with what they are."""
    allow: Allowances = ()
    """Checks that this record may fail, each with the reason."""


class Term(Record):
    """A glossary entry."""

    name: Plain
    """The form used in the briefs."""
    definition: Line
    """One or two sentences."""
    names: tuple[NativeName, ...] = ()
    """The word in its own languages, each with its tag."""
    aliases: tuple[Plain, ...] = ()
    """Other forms; the page explains these too."""
    cite: Citations = ()
    """Source and paragraph; several in brackets."""
    marked: MarkedTerms = ()
    """Words between quotation marks in this record that quote nobody, each with what they are."""
    allow: Allowances = ()
    """Checks that this record may fail, each with the reason."""


class Registry(Record):
    """Everything shared, by id."""

    stakeholders: dict[str, Stakeholder] = {}
    sources: dict[str, Source] = {}
    topics: dict[str, Topic] = {}
    glossary: dict[str, Term] = {}
