"""The fourth stage, on paper: each brief becomes the data of a handout.

Here is only data: ``build`` follows a brief's references and says everything that its pages
show (``sheet``); ``fit`` knows what is left out where that is too much; ``axis`` works out the drawn timeline. ``handout.typ`` beside these files is the
fixed template that ``typeset`` sets the data with. No text of a brief ever becomes Typst source.
"""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from backgrounder import addresses
from backgrounder.link import Linked
from backgrounder.model.brief import Brief, Paper
from backgrounder.render.handout.build import build
from backgrounder.render.handout.fit import cuts
from backgrounder.settings import Settings

__all__ = ["Handout", "render_handouts"]


class Handout(msgspec.Struct, frozen=True):
    """One handout, ready to be typeset."""

    slug: str
    path: str
    """Where the PDF goes, inside the site."""
    data: bytes
    """Canonical JSON: keys sorted, so equal content gives equal bytes."""
    limit: int | None = None
    """The most pages it may take; None for as many as it needs."""
    cuts: int = 0
    """How many things may be left out, one after the other."""
    reduced: Callable[[int], bytes] | None = None
    """The data without the first so many of them."""
    longest: str = ""
    """What is never left out and takes most room, in words."""


def render_handouts(linked: Linked, settings: Settings) -> tuple[Handout, ...]:
    """The handout of each brief that is shown, in the order of their slugs."""
    return tuple(_handout(brief, linked, settings) for brief in linked.briefs)


def _handout(brief: Brief, linked: Linked, settings: Settings) -> Handout:
    order = cuts(brief)

    def reduced(number: int) -> bytes:
        return msgspec.json.encode(build(brief, linked, settings, order[:number]), order="sorted")

    return Handout(
        slug=brief.slug,
        path=addresses.handout_address(brief.slug),
        data=reduced(0),
        limit=(brief.handout or Paper()).pages.limit,
        cuts=len(order),
        reduced=reduced,
        longest=_longest(brief),
    )


def _longest(brief: Brief) -> str:
    """The bottom line, the key point or the judgement with the most letters."""
    lengths = {"the bottom line": len(brief.bottom_line)}
    for number, point in enumerate(brief.key_points, 1):
        quoted = len(point.quote.words) if point.quote else 0
        lengths[f"key point {number}"] = len(point.text) + quoted + len(point.note or "")
    for number, judgement in enumerate(brief.judgements, 1):
        lengths[f"judgement {number}"] = len(judgement.text) + len(judgement.because)
    name = max(lengths, key=lambda item: lengths[item])
    return f"{name} ({lengths[name]:,} letters)"
