"""All pages of the site, kind by kind, in a fixed order."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator

from backgrounder import addresses
from backgrounder.link import Linked
from backgrounder.model.citation import Citation
from backgrounder.model.corpus import walk
from backgrounder.render.site.brief import brief_page, briefs_page
from backgrounder.render.site.changes import changes_page
from backgrounder.render.site.glossary import glossary_page
from backgrounder.render.site.home import home_page
from backgrounder.render.site.page import Outline, Page, Site
from backgrounder.render.site.questions import questions_page
from backgrounder.render.site.renderer import Renderer
from backgrounder.render.site.sources import source_page, sources_page
from backgrounder.render.site.stakeholders import stakeholder_page, stakeholders_page
from backgrounder.render.site.timeline import timeline_page
from backgrounder.render.site.topics import topic_page, topics_page
from backgrounder.settings import Settings


def plan_site(linked: Linked, settings: Settings) -> Site:
    """Every page that the corpus gives rise to; none is rendered yet."""
    renderer = Renderer(linked, settings, _verified(linked))
    registry = linked.registry
    return Site(
        (
            *_index_pages(renderer),
            *(
                _page(addresses.brief_address(brief.slug), brief_page, renderer, brief)
                for brief in linked.briefs
            ),
            *(
                _page(addresses.stakeholder_address(key), stakeholder_page, renderer, key)
                for key in registry.stakeholders
            ),
            *(_page(addresses.topic_address(key), topic_page, renderer, key) for key in registry.topics),
            *(_page(addresses.source_address(key), source_page, renderer, key) for key in registry.sources),
        )
    )


def _index_pages(renderer: Renderer) -> Iterator[Outline]:
    """The pages of the navigation, each with whether it has a table of contents."""
    linked, registry = renderer.linked, renderer.linked.registry
    asks = any(brief.questions for brief in linked.briefs)
    tells = any(brief.timeline for brief in linked.briefs)
    for address, title, make, has_headings in (
        (addresses.HOME, "Home", home_page, True),
        (addresses.BRIEFS, "Briefs", briefs_page, False),
        (addresses.QUESTIONS, "Open questions", questions_page, asks),
        (addresses.TIMELINE, "Timeline", timeline_page, tells),
        (addresses.STAKEHOLDERS, "Stakeholders", stakeholders_page, bool(registry.stakeholders)),
        (addresses.TOPICS, "Topics", topics_page, False),
        (addresses.SOURCES, "Sources", sources_page, False),
        (addresses.GLOSSARY, "Glossary", glossary_page, bool(registry.glossary)),
        (addresses.CHANGES, "Changes", changes_page, False),
    ):
        yield Outline(
            address=address,
            make=functools.partial(make, renderer),
            nav_title=title,
            has_headings=has_headings,
        )


def _page(address: str, make: Callable[..., Page], *given: object) -> Outline:
    return Outline(address=address, make=functools.partial(make, *given))


def _verified(linked: Linked) -> dict[int, Citation]:
    """Where each compared quotation stands, by the identity of the record that holds it."""
    return {
        id(record): linked.verified[brief.slug][path]
        for brief in linked.briefs
        if linked.verified.get(brief.slug)
        for path, record in walk(brief)
        if path in linked.verified[brief.slug]
    }
