"""What a published brief should not lack: citations on its facts, key points, a test for each question.

Drafts and archived briefs are left alone: the first are not finished, the second are kept as they were.
Only quotations need a source wherever readers see them.
"""

from __future__ import annotations

from collections.abc import Iterator

from backgrounder.diagnostics.diagnostic import Finding
from backgrounder.model.brief import Brief, Event, Involvement, Position, Statement
from backgrounder.model.choices import BriefStatus
from backgrounder.model.corpus import walk
from backgrounder.spans import Place

_NAMES = {
    Statement: "this statement",
    Event: "this event",
    Position: "this position",
    Involvement: "what is said of this stakeholder",
}
"""The records that state facts, as a message calls them."""


def uncited_facts(brief: Brief, file: str) -> Iterator[Finding]:
    """Facts and quotations without a citation. Log entries are the desk's own record and need none.

    Quotations need one in whatever readers see, facts in published briefs.
    """
    for path, record in walk(brief):
        what = _NAMES.get(type(record))
        if not what or getattr(record, "cite", ()):
            continue
        if getattr(record, "quote", None) and brief.status is not BriefStatus.DRAFT:
            yield Finding(Place(file, (*path, "quote", "words"), at_key=True), "uncited-quotation")
        elif brief.status is BriefStatus.PUBLISHED:
            field = "role" if isinstance(record, Involvement) else "text"
            yield Finding(Place(file, (*path, field), at_key=True), "uncited-statement", {"what": what})


def missing_key_points(brief: Brief, file: str) -> Iterator[Finding]:
    """A published brief in which nothing follows the bottom line but the background."""
    if brief.status is BriefStatus.PUBLISHED and brief.background and not brief.key_points:
        yield Finding(Place(file, ("title",)), "no-key-points")


def single_source(brief: Brief, file: str) -> Iterator[Finding]:
    """A published brief that rests on one source and does not tell its readers so in ``sourcing``.

    ICD 206 asks for a summary of the sources' strengths and weaknesses, narrow streams among them.
    """
    if brief.status is not BriefStatus.PUBLISHED or brief.sourcing:
        return
    sources = {citation.source for _, record in walk(brief) for citation in getattr(record, "cite", ())}
    if len(sources) == 1:
        yield Finding(Place(file, ("title",)), "single-source", {"value": sources.pop()})
