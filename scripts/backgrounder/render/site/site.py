"""All pages of the site, kind by kind, in a fixed order."""

from __future__ import annotations

from backgrounder.link import Linked
from backgrounder.model.citation import Citation
from backgrounder.model.corpus import walk
from backgrounder.render.site.brief import brief_page, briefs_page
from backgrounder.render.site.changes import changes_page
from backgrounder.render.site.glossary import glossary_page
from backgrounder.render.site.home import home_page
from backgrounder.render.site.page import Site
from backgrounder.render.site.questions import questions_page
from backgrounder.render.site.renderer import Renderer
from backgrounder.render.site.sources import source_page, sources_page
from backgrounder.render.site.stakeholders import stakeholder_page, stakeholders_page
from backgrounder.render.site.timeline import timeline_page
from backgrounder.render.site.topics import topic_page, topics_page
from backgrounder.settings import Settings


def render_site(linked: Linked, settings: Settings) -> Site:
    """Every page that the corpus gives rise to."""
    renderer = Renderer(linked, settings, _verified(linked))
    registry = linked.registry
    return Site(
        (
            home_page(renderer),
            briefs_page(renderer),
            questions_page(renderer),
            timeline_page(renderer),
            stakeholders_page(renderer),
            topics_page(renderer),
            sources_page(renderer),
            glossary_page(renderer),
            changes_page(renderer),
            *(brief_page(renderer, brief) for brief in linked.briefs),
            *(stakeholder_page(renderer, record_id) for record_id in registry.stakeholders),
            *(topic_page(renderer, record_id) for record_id in registry.topics),
            *(source_page(renderer, record_id) for record_id in registry.sources),
        )
    )


def _verified(linked: Linked) -> dict[int, Citation]:
    """Where each compared quotation stands, by the identity of the record that holds it."""
    return {
        id(record): linked.verified[brief.slug][path]
        for brief in linked.briefs
        if linked.verified.get(brief.slug)
        for path, record in walk(brief)
        if path in linked.verified[brief.slug]
    }
