"""The registry: what briefs share, each record under an id of its own."""

from __future__ import annotations

from backgrounder.model.brief import Allowances, Citations, Record
from backgrounder.model.choices import Directness, Origin, SourceKind, StakeholderKind
from backgrounder.model.dates import Edtf
from backgrounder.model.kinds import Language, Line, Plain, Prose, StakeholderId, Url


class NativeName(Record):
    """A name as it is written in its own language."""

    text: Plain
    lang: Language


class Stakeholder(Record):
    """A person, organisation, state or group with a stake."""

    name: Plain
    kind: StakeholderKind
    about: Line | None = None
    """Who this is, as far as the sources say."""
    names: tuple[NativeName, ...] = ()
    aliases: tuple[Plain, ...] = ()
    """Other spellings and short forms, in any script; search finds them all."""
    part_of: tuple[StakeholderId, ...] = ()
    cite: Citations = ()
    allow: Allowances = ()


class Source(Record):
    """A document that statements rest on."""

    title: Plain
    kind: SourceKind
    publisher: Plain
    author: Plain | None = None
    dateline: Plain | None = None
    published: Edtf | None = None
    dated_by: Line | None = None
    """How the date is known, where the document does not give it in full."""
    url: Url | None = None
    language: Language = "en"
    origin: Origin = Origin.UNKNOWN
    directness: Directness | None = None
    paragraphs: int | None = None
    """How many paragraphs the text has, title not counted."""
    describes: Prose | None = None
    """ICD 206 source descriptor: completeness, precision, context, currency, possible bias."""
    allow: Allowances = ()


class Topic(Record):
    """A tag that gathers briefs."""

    name: Plain
    about: Prose | None = None
    allow: Allowances = ()


class Term(Record):
    """A glossary entry."""

    name: Plain
    definition: Line
    names: tuple[NativeName, ...] = ()
    aliases: tuple[Plain, ...] = ()
    cite: Citations = ()
    allow: Allowances = ()


class Registry(Record):
    """Everything shared, by id."""

    stakeholders: dict[str, Stakeholder] = {}
    sources: dict[str, Source] = {}
    topics: dict[str, Topic] = {}
    glossary: dict[str, Term] = {}
