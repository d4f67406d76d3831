"""What search knows of a page."""

from __future__ import annotations

import msgspec


class SearchSection(msgspec.Struct, frozen=True, array_like=True):
    """A part of a page that search can land on; plain text, not escaped."""

    anchor: str
    """Empty for the page as a whole."""
    title: str
    text: str
    weight: float = 1.0
    """How much more a match here counts than one elsewhere."""


class SearchPage(msgspec.Struct, frozen=True, kw_only=True):
    """A page with its texts, and what it can be filtered by."""

    address: str
    """Relative to the site; empty for the home page."""
    title: str
    kind: str = "page"
    """``brief``, ``stakeholder``, ``source``, ``topic``, ``term`` or ``page``."""
    status: str = ""
    topics: tuple[str, ...] = ()
    """Names of topics."""
    names: tuple[str, ...] = ()
    """Other spellings of what the page is about, in any script; each counts as its title does."""
    sections: tuple[SearchSection, ...] = ()
