"""The fourth stage, on paper: each brief becomes the data of a handout.

Here is only data: ``build`` follows a brief's references and says everything that its two pages
show (``sheet``); ``axis`` works out the drawn timeline. ``handout.typ`` beside these files is the
fixed template that ``typeset`` sets the data with. No text of a brief ever becomes Typst source.
"""

from __future__ import annotations

import msgspec

from backgrounder import addresses
from backgrounder.link import Linked
from backgrounder.render.handout.build import build
from backgrounder.settings import Settings

__all__ = ["Handout", "render_handouts"]


class Handout(msgspec.Struct, frozen=True):
    """One handout, ready to be typeset."""

    slug: str
    path: str
    """Where the PDF goes, inside the site."""
    data: bytes
    """Canonical JSON: keys sorted, so equal content gives equal bytes."""


def render_handouts(linked: Linked, settings: Settings) -> tuple[Handout, ...]:
    """The handout of each brief that is shown, in the order of their slugs."""
    return tuple(
        Handout(
            brief.slug,
            addresses.handout_address(brief.slug),
            msgspec.json.encode(build(brief, linked, settings), order="sorted"),
        )
        for brief in linked.briefs
    )
