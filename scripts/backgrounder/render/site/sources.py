"""Sources: what each one is, and every statement that rests on it."""

from __future__ import annotations

from collections import defaultdict

from backgrounder.link import Mention
from backgrounder.markup import parse_prose, plain_text
from backgrounder.render.site import addresses
from backgrounder.render.site.page import Heading, Page, SearchEntry
from backgrounder.render.site.renderer import Renderer

WHOLE = "whole"
"""The anchor for what cites a source without naming a paragraph."""


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
        is_index=True,
    )


def source_page(renderer: Renderer, record_id: str) -> Page:
    """One source, with the statements that rest on each of its paragraphs."""
    source = renderer.linked.registry.sources[record_id]
    paragraphs = _by_paragraph(
        renderer.linked.by_source.get(record_id, ()), record_id, source.paragraphs or 0
    )
    address = addresses.source_address(record_id)
    describes = plain_text(parse_prose(source.describes)) if source.describes else ""
    return Page(
        address=address,
        title=source.title,
        description=f"{source.publisher}: what the briefs take from it, paragraph by paragraph.",
        html=renderer.html("source", address, source=source, record_id=record_id, paragraphs=paragraphs),
        headings=tuple(Heading(title, anchor) for title, anchor, mentions in paragraphs if mentions),
        search=(SearchEntry(source.title, f"{source.publisher} {describes}"),),
    )


def _by_paragraph(
    mentions: tuple[Mention, ...], record_id: str, count: int
) -> list[tuple[str, str, list[Mention]]]:
    """Every paragraph in order with what rests on it; unused ones are listed with nothing."""
    found: dict[int, list[Mention]] = defaultdict(list)
    for mention in mentions:
        cited = {citation.paragraph for citation in mention.record.cite if citation.source == record_id}
        for paragraph in cited:
            found[paragraph].append(mention)
    numbers = sorted({*found, *range(1, count + 1)} - {0})
    rows = [(f"Paragraph {number}", f"p{number}", found.get(number, [])) for number in numbers]
    return rows + ([("The source as a whole", WHOLE, found[0])] if 0 in found else [])
