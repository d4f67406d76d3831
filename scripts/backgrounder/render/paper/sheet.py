"""What is printed as data: everything that the pages show, in reading order, and nothing they do not.

``build`` makes these records from a brief, and the templates set them as type; they are what the
two agree on. Text comes as the nodes of ``markup``, never as Typst source. A field that is empty is
a part of the page that is left out.
"""

from __future__ import annotations

import msgspec

from backgrounder.markup import Block, Inline, Text

Words = tuple[Text, ...]
Line = tuple[Inline, ...]
Prose = tuple[Block, ...]
Names = tuple[str, ...]
"""The ids of stakeholders that a record names; given in a book alone, whose index says on which pages."""


class Part(msgspec.Struct, frozen=True):
    """The base of the records below."""


class Tongue(Part, kw_only=True):
    """A language tag taken apart as Typst wants it."""

    lang: str
    region: str = ""
    rtl: bool = False


class Name(Part, kw_only=True):
    """A name in its own language and script."""

    text: str
    tongue: Tongue


class Mark(Part, kw_only=True):
    """A citation mark: the number of the source, then the paragraphs, as in ``1¶4, 6``."""

    source: int
    paragraphs: str = ""
    first: int = 0
    """The first of these paragraphs; 0 where the whole source is cited."""


class Speech(Part, kw_only=True):
    """The exact words of somebody."""

    words: Words
    by: str
    proof: str = ""
    """What was compared with the source, in the program's own words; empty where nothing is cited."""
    reason: Line = ()
    """How the desk knows who speaks, where ``proof`` says that it gives the speaker."""
    context: Line = ()
    """Words of the source around the quotation that bear on it, such as a condition; empty where the desk gives none."""


class Marked(Part, kw_only=True):
    """Words in quotation marks that quote nobody."""

    words: Words
    reason: Line
    """What they are, without a full stop."""


class Item(Part, kw_only=True):
    """A statement."""

    text: Line
    cite: tuple[Mark, ...] = ()
    quote: Speech | None = None
    note: Line = ()
    names: Names = ()


class Group(Part, kw_only=True):
    """Statements, under a heading where the author gave one."""

    heading: Words = ()
    items: tuple[Item, ...]


class Party(Part, kw_only=True):
    """A stakeholder, with what it does, wants and stands to lose."""

    name: Words
    native: tuple[Name, ...] = ()
    role: Line
    position: Line = ()
    interest: Line = ()
    quote: Speech | None = None
    cite: tuple[Mark, ...] = ()
    long: bool
    """Too long to be kept on one page whatever else is on it."""
    who: str = ""
    """The id under which a book lists the stakeholder."""
    names: Names = ()


class Entry(Part, kw_only=True):
    """An event in the list below the drawn timeline."""

    number: int
    date: str
    planned: bool
    uncertain: bool
    due: bool
    """Planned for a day that has passed: the brief does not say whether it came about."""
    text: Line
    cite: tuple[Mark, ...] = ()
    note: Line = ()
    long: bool
    """Too long to be kept on one page whatever else is on it."""
    names: Names = ()


class Span(Part, kw_only=True):
    """One event on the axis, from ``start`` to ``end`` as shares of its length."""

    start: float
    end: float
    opens: bool = False
    """Nobody can say when it began."""
    runs_on: bool = False
    """It has no end, or none that is known."""
    planned: bool = False
    uncertain: bool = False
    lane: int = 0
    """0 for a dot on the line, 1 and more for a bar above it."""


class Tick(Part, kw_only=True):
    at: float
    label: str


class Flag(Part, kw_only=True):
    """The numbers of the events that stand at one place on the axis, as in ``2–4, 7``."""

    at: float
    label: str
    marks: tuple[tuple[float, int], ...]
    """Place and lane of each of these events."""


class Axis(Part, kw_only=True):
    """The drawn timeline: to scale, but for the gaps that are cut."""

    spans: tuple[Span, ...]
    flags: tuple[Flag, ...]
    ticks: tuple[Tick, ...]
    gaps: tuple[float, ...] = ()
    """The middle of each stretch that is not drawn to scale: no event begins or ends in it. Bars that lie
    across are cut with the line."""
    as_of: float
    as_of_label: float
    """The middle of the label of that day."""
    description: str
    """What the drawing shows, for those who do not see it."""


class View(Part, kw_only=True):
    """What a stakeholder says on a question."""

    who: str
    text: Line
    quote: Speech | None = None
    cite: tuple[Mark, ...] = ()
    names: Names = ()


class Query(Part, kw_only=True):
    """An open question."""

    ask: Words
    status: str
    live: bool
    expected: str = ""
    overdue: bool = False
    why: Prose
    known: tuple[Item, ...] = ()
    unknown: Prose = ()
    resolves_when: Prose = ()
    watch: tuple[Line, ...] = ()
    positions: tuple[View, ...] = ()
    answer: Item | None = None


class Estimate(Part, kw_only=True):
    """A judgement of the desk."""

    text: Line
    likelihood: str
    lower: int
    upper: int
    band: str
    """The band in words: ``55–80 %``."""
    confidence: str
    because: Line
    cite: tuple[Mark, ...] = ()
    long: bool
    """Too long to be kept on one page whatever else is on it."""
    names: Names = ()


class Definition(Part, kw_only=True):
    """A glossary term."""

    name: Words
    native: tuple[Name, ...] = ()
    text: Line
    cite: tuple[Mark, ...] = ()


class Reference(Part, kw_only=True):
    """A numbered source."""

    number: int
    title: Words
    tongue: Tongue
    publisher: str
    author: str = ""
    date: str = ""
    paragraphs: str = ""
    """The paragraphs cited, as in ``1–4, 6``."""
    url: str = ""
    page: str = ""
    """The address of the source's page on the site; empty where the site has none."""


class More(Part, kw_only=True):
    """What the paper has no room for, in words, section by section."""

    timeline: str = ""
    stakeholders: str = ""
    questions: str = ""
    background: str = ""
    terms: str = ""
    at_end: str = ""
    """What is left out of sections that are not there at all, as one sentence."""


class Printed(Part, kw_only=True):
    """What everything on paper has."""

    title: Words
    running_title: Words = ()
    """The title as it stands at the head of later pages: so much of it as one line holds."""
    tongue: Tongue
    paper: str = "a4"
    """``a4`` or ``us-letter``."""
    site_name: str
    as_of: str
    """The day as a reader sees it."""
    as_of_iso: str
    edition: str = ""
    """Eight letters that tell one state of the content from another."""
    handling: str = ""
    """The label of the Traffic Light Protocol, as in ``TLP:AMBER``; empty where the brief has none."""
    url: str = ""
    short_url: str = ""
    edition_url: str = ""
    """The address that tells the page which edition somebody holds; in the QR code."""
    long_words: bool = False
    """Whether a word is too long for a line."""


class Sheet(Printed, kw_only=True):
    """One handout."""

    review_by: str = ""
    due_for_review: bool = False
    draft: bool = False
    archived: bool = False
    topics: tuple[str, ...] = ()
    bottom_line: Line
    key_points: tuple[Item, ...] = ()
    parties: tuple[Party, ...] = ()
    events: tuple[Entry, ...] = ()
    axis: Axis | None = None
    questions: tuple[Query, ...] = ()
    judgements: tuple[Estimate, ...] = ()
    background: tuple[Group, ...] = ()
    terms: tuple[Definition, ...] = ()
    more: More = More()
    single_source: str = ""
    """The publisher of the only source the brief rests on; empty where there are several."""
    sourcing_counts: str = ""
    legend: str = ""
    """What “verified” means; empty where it is not said of any quotation."""
    sourcing: Prose = ()
    marked: tuple[Marked, ...] = ()
    sources: tuple[Reference, ...] = ()
    cited: tuple[int, ...] = ()
    """In a book: the numbers of this brief's sources in the common list."""


class Listed(Part, kw_only=True):
    """A stakeholder in the list at the end of a book."""

    who: str
    name: Words
    native: tuple[Name, ...] = ()
    kind: str
    about: Line = ()
    cite: tuple[Mark, ...] = ()
    part_of: tuple[str, ...] = ()
    """The names of what it belongs to."""


class Bound(Printed, kw_only=True):
    """A book: briefs bound together, with what they share at the end."""

    subtitle: str = ""
    count: str
    """How many briefs, in words and figures."""
    chapters: tuple[Sheet, ...]
    stakeholders: tuple[Listed, ...]
    """Everybody who is named, in the order of their names."""
    terms: tuple[Definition, ...]
    sources: tuple[Reference, ...]
    """Numbered through the whole book, as they are first cited."""


class Row(Part, kw_only=True):
    """A question on a question sheet."""

    ask: Words
    tongue: Tongue
    status: str
    expected: str = ""
    draft: bool = False
    """Whether the brief that asks it is not published yet."""
    brief: Words
    """The title of the brief that asks it."""
    url: str = ""
    """Where it stands on the site."""
    settled_when: Prose = ()


class Rows(Part, kw_only=True):
    """Questions under a heading."""

    heading: str
    rows: tuple[Row, ...]


class QuestionSheet(Printed, kw_only=True):
    """The open questions of a topic or of all briefs, on one page."""

    topic: str = ""
    count: str
    """How many there are, in words and figures."""
    shelves: tuple[Rows, ...]
    more: str = ""
    """How many the page has no room for, in words."""
