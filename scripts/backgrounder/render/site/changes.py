"""What has changed, newest first: editions of briefs and steps in the life of questions."""

from __future__ import annotations

from backgrounder import addresses
from backgrounder.render.site.page import Page, SearchEntry
from backgrounder.render.site.renderer import Renderer
from backgrounder.render.site.steps import all_steps


def changes_page(renderer: Renderer) -> Page:
    """Every change of every brief."""
    rows = renderer.rows()
    return Page(
        address=addresses.CHANGES,
        title="Changes",
        description="What has changed in the briefs and their questions, newest first.",
        html=renderer.html("changes", addresses.CHANGES, rows=rows, changes=all_steps(renderer.linked)),
        scraps=rows.made,
        search=(SearchEntry("Changes", "What has changed, newest first"),),
    )
