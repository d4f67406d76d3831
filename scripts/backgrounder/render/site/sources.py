"""Sources: what each one is, and every statement that rests on it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from markupsafe import Markup

from backgrounder import addresses
from backgrounder.link import Linked, Mention, all_told, comparison_of, proofs_of
from backgrounder.markup import prose_text
from backgrounder.model.brief import Event, Involvement, Position, Record, Statement
from backgrounder.model.choices import Reliability
from backgrounder.model.proof import Proof, SpeakerGrade
from backgrounder.render.site.page import Heading, Page, SearchEntry
from backgrounder.render.site.renderer import Renderer
from backgrounder.render.site.words import kind_of

WHOLE = "whole"
"""The anchor for what cites a source without naming a paragraph."""


class Quoted(NamedTuple):
    """Words that are quoted from a source, and how their speaker is known."""

    words: str
    language: str
    """The tag of the source's language."""
    grade: SpeakerGrade


class Use(NamedTuple):
    """Something that rests on a source, and where it is shown."""

    kind: str
    text: str
    address: str
    quoted: Quoted | None = None
    """The words that are quoted from this paragraph."""


class Passage(NamedTuple):
    """A paragraph of a source with all that rests on it."""

    title: str
    anchor: str
    groups: Mapping[str, list[Use]]
    """By the title of the brief, or by what kind of shared record it is."""


def sources_page(renderer: Renderer) -> Page:
    """All sources, newest first."""
    records = sorted(renderer.linked.registry.sources.items())
    records.sort(key=lambda item: item[1].published.sort_key if item[1].published else (), reverse=True)
    return Page(
        address=addresses.SOURCES,
        title="Sources",
        description="What the briefs rest on.",
        html=renderer.html("sources", addresses.SOURCES, sources=records),
        search=(SearchEntry("Sources", "What the briefs rest on"),),
    )


def source_page(renderer: Renderer, record_id: str) -> Page:
    """One source, with everything that rests on each of its paragraphs."""
    source = renderer.linked.registry.sources[record_id]
    passages = _passages(_uses(renderer.linked, record_id), source.paragraphs or 0)
    address = addresses.source_address(record_id)
    linked = renderer.linked
    proofs = renderer.compared.get(record_id, ())
    describes = prose_text(source.describes) if source.describes else ""
    return Page(
        address=address,
        title=source.title,
        description=f"{source.publisher}: what the briefs take from it, paragraph by paragraph.",
        html=renderer.html(
            "source",
            address,
            source=source,
            record_id=record_id,
            passages=[passage for passage in passages if passage.groups],
            unused=_unused(passages),
            grades=tuple(Reliability),
            version=linked.versions.get(record_id, "") if proofs else "",
            compared=all_told(comparison_of(proofs, linked.registry.sources)),
        ),
        headings=tuple(Heading(passage.title, passage.anchor) for passage in passages if passage.groups),
        search=(SearchEntry(source.title, f"{source.publisher} {describes}"),),
        kind="source",
    )


def _unused(passages: list[Passage]) -> Markup:
    """Which paragraphs no brief uses, in one sentence; what once led to one of them leads to its number there."""
    numbered = [passage for passage in passages if passage.anchor != WHOLE]
    idle = [
        f'<span id="{passage.anchor}">{passage.anchor[1:]}</span>'
        for passage in numbered
        if not passage.groups
    ]
    if not idle:
        return Markup("Every paragraph is used." if numbered else "It is cited as a whole only.")
    if len(idle) == 1:
        return Markup(f"Paragraph {idle[0]} is used by no brief.")
    return Markup(f"Paragraphs {', '.join(idle[:-1])} and {idle[-1]} are used by no brief.")


def _passages(uses: Iterable[tuple[set[int], str, Use]], count: int) -> list[Passage]:
    """Every paragraph in order with what rests on it; unused ones are listed with nothing."""
    resting: dict[int, dict[str, list[Use]]] = defaultdict(lambda: defaultdict(list))
    for paragraphs, group, use in uses:
        for paragraph in paragraphs:
            resting[paragraph][group].append(use)
    numbers = sorted({*resting, *range(1, count + 1)} - {0})
    passages = [Passage(f"Paragraph {number}", f"p{number}", resting.get(number, {})) for number in numbers]
    return passages + ([Passage("The source as a whole", WHOLE, resting[0])] if 0 in resting else [])


def _uses(linked: Linked, source: str) -> Iterator[tuple[set[int], str, Use]]:
    """What rests on which paragraphs of a source, with the title of what it stands in: first the briefs, then the
    shared records.
    """
    for mention in linked.by_source.get(source, ()):
        address = addresses.brief_address(mention.brief.slug, mention.anchor)
        use = Use(kind_of(mention), _text(mention, linked), address)
        paragraphs = _cited(mention.record, source)
        if proof := _proof(mention, linked, source):
            quoted = Quoted(mention.record.quote.words, linked.registry.sources[source].language, proof.grade)
            yield {proof.citation.paragraph}, mention.brief.title, use._replace(quoted=quoted)
            paragraphs = paragraphs - {proof.citation.paragraph}
        yield paragraphs, mention.brief.title, use
    for key, record in linked.registry.stakeholders.items():
        if record.cite and (paragraphs := _cited(record, source)):
            text = f"{record.name}: {record.about or record.kind.label}"
            yield paragraphs, "Stakeholders", Use("about", text, addresses.stakeholder_address(key))
    for key, term in linked.registry.glossary.items():
        if term.cite and (paragraphs := _cited(term, source)):
            text = f"{term.name}: {term.definition}"
            yield paragraphs, "Glossary", Use("definition", text, addresses.term_address(key))


def _proof(mention: Mention, linked: Linked, source: str) -> Proof | None:
    """Return the proof of the quotation of a record, where its words stand in this source."""
    proof = proofs_of(mention.brief, linked).get(mention.path)
    return proof if proof and proof.citation.source == source else None


def _text(mention: Mention, linked: Linked) -> str:
    """What the record says, in one line of Markdown."""
    record = mention.record
    if type(record) is Statement:  # as most are
        return record.text
    if isinstance(record, Involvement):
        name = linked.registry.stakeholders[record.who].name
        return f"{name}: " + " ".join(filter(None, (record.role, record.position, record.interest)))
    if isinstance(record, Position):
        return f"{linked.registry.stakeholders[record.who].name}: {record.text}"
    if isinstance(record, Event):
        return f"{record.date.label}: {record.text}"
    return record.text


def _cited(record: Record, source: str) -> set[int]:
    """The paragraphs of a source that a record cites; 0 stands for the source as a whole."""
    if len(record.cite) == 1:  # as with most
        return {record.cite[0].paragraph} if record.cite[0].source == source else set()
    return {citation.paragraph for citation in record.cite if citation.source == source}
