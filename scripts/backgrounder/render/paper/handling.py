"""How something is handled that several briefs are printed on."""

from __future__ import annotations

from collections.abc import Iterable

from backgrounder.model.brief import Brief
from backgrounder.model.choices import Handling


def strictest(briefs: Iterable[Brief]) -> str:
    """The label of the strictest marking among these briefs (TLP 2.0); empty where none is marked."""
    order = list(Handling)
    marked = [brief.handling for brief in briefs if brief.handling]
    return max(marked, key=order.index).label if marked else ""
