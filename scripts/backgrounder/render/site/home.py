"""The home page: what changed, which questions are due next, and the briefs."""

from __future__ import annotations

from backgrounder import addresses
from backgrounder.link import awaited, newest_first
from backgrounder.model.choices import BriefStatus
from backgrounder.render.site.page import Heading, Page, SearchEntry
from backgrounder.render.site.renderer import Renderer
from backgrounder.render.site.steps import recent_changes

_MOST_QUESTIONS = 5
_MOST_CHANGES = 5
_MOST_BRIEFS = 12


def home_page(renderer: Renderer) -> Page:
    """Return what a reader who comes back wants to know first; nothing of archived briefs."""
    settings = renderer.settings
    questions = awaited(renderer.linked.briefs, settings.today)
    current = [brief for brief in renderer.linked.briefs if brief.status is not BriefStatus.ARCHIVED]
    changes = recent_changes(current)
    briefs = newest_first(current)
    headings = (
        ("Briefs", "briefs", True),
        ("Questions due next", "questions", questions),
        ("What changed", "changes", changes),
    )
    return Page(
        address=addresses.HOME,
        title=settings.site_name,
        description=settings.site_description or settings.site_name,
        html=renderer.html(
            "home",
            addresses.HOME,
            briefs=briefs[:_MOST_BRIEFS],
            brief_count=len(renderer.linked.briefs),
            questions=questions[:_MOST_QUESTIONS],
            question_count=len(questions),
            changes=changes[:_MOST_CHANGES],
            sources_in_use=sorted(renderer.linked.by_source),
        ),
        headings=tuple(Heading(title, anchor) for title, anchor, is_there in headings if is_there),
        search=(SearchEntry(settings.site_name, settings.site_description),),
    )
