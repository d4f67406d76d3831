"""The glossary."""

from __future__ import annotations

from backgrounder import addresses
from backgrounder.markup import line_text
from backgrounder.model.registry import Term
from backgrounder.render.site.page import Heading, Page, SearchEntry
from backgrounder.render.site.renderer import Renderer


def glossary_page(renderer: Renderer) -> Page:
    """All terms by name."""
    terms = sorted(
        renderer.linked.registry.glossary.items(), key=lambda item: (item[1].name.casefold(), item[0])
    )
    entries = tuple(SearchEntry(term.name, _search_text(term), f"term-{key}") for key, term in terms)
    return Page(
        address=addresses.GLOSSARY,
        title="Glossary",
        description="Terms and short forms used in the briefs.",
        html=renderer.html("glossary", addresses.GLOSSARY, terms=terms),
        headings=tuple(Heading(term.name, f"term-{key}") for key, term in terms),
        search=(SearchEntry("Glossary", "Terms and short forms used in the briefs"), *entries),
        kind="term",
    )


def _search_text(term: Term) -> str:
    names = [*(name.text for name in term.names), *term.aliases]
    return " · ".join([*names, line_text(term.definition)])
