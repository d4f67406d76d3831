"""The handouts of all briefs."""

from __future__ import annotations

from backgrounder import addresses
from backgrounder.link import Linked
from backgrounder.model.brief import Brief, Paper
from backgrounder.render.paper.build import build
from backgrounder.render.paper.fit import cuts
from backgrounder.render.paper.job import Job, encode
from backgrounder.render.paper.sheet import Sheet
from backgrounder.settings import Settings


def render_handouts(linked: Linked, settings: Settings) -> tuple[Job, ...]:
    """The handout of each brief that is shown, in the order of their slugs."""
    return tuple(render_handout(brief, linked, settings) for brief in linked.briefs)


def render_handout(brief: Brief, linked: Linked, settings: Settings) -> Job:
    """The handout of one brief."""
    order = cuts(brief)

    def sheet(number: int) -> Sheet:
        return build(brief, linked, settings, order[:number])

    whole = sheet(0)
    return Job(
        name=brief.slug,
        path=addresses.handout_address(brief.slug),
        template="handout.typ",
        data=encode(whole),
        day=whole.as_of_iso,
        address=whole.edition_url,
        limit=(brief.handout or Paper()).pages.limit,
        cuts=len(order),
        reduced=lambda number: encode(sheet(number)),
    )
