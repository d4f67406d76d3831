"""What is printed of the records that briefs share: terms, sources, names."""

from __future__ import annotations

from collections.abc import Iterable

from backgrounder import addresses
from backgrounder.markup import direction_runs, parse_line
from backgrounder.model.registry import NativeName, Registry, Term
from backgrounder.render.paper.numbering import Numbering, ranges
from backgrounder.render.paper.sheet import Definition, Name, Reference
from backgrounder.render.paper.tongue import name, tongue
from backgrounder.settings import Settings


def definition(term: Term, numbering: Numbering) -> Definition:
    """A term of the glossary."""
    return Definition(
        name=direction_runs(term.name),
        native=natives(term.names),
        text=parse_line(term.definition),
        cite=numbering.marks(term.cite),
    )


def references(numbering: Numbering, registry: Registry, settings: Settings) -> tuple[Reference, ...]:
    """The numbered sources, when every mark has been given."""
    return tuple(
        _reference(number, source_id, paragraphs, registry, settings.site_url)
        for number, (source_id, paragraphs) in enumerate(numbering.paragraphs.items(), 1)
    )


def natives(names: Iterable[NativeName]) -> tuple[Name, ...]:
    """The names that something has in its own languages."""
    return tuple(name(native.text, native.lang) for native in names)


def _reference(
    number: int, source_id: str, paragraphs: set[int], registry: Registry, site_url: str
) -> Reference:
    source = registry.sources[source_id]
    return Reference(
        number=number,
        title=direction_runs(source.title),
        tongue=tongue(source.language),
        publisher=source.publisher,
        author=source.author or "",
        date=source.published.label if source.published else "",
        paragraphs=ranges(paragraphs),
        url=source.url or "",
        page=f"{site_url}{addresses.source_address(source_id)}" if site_url else "",
    )
