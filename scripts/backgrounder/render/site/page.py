"""What the site renderer gives to a host."""

from __future__ import annotations

import msgspec


class Heading(msgspec.Struct, frozen=True):
    """A line in a page's table of contents."""

    title: str
    anchor: str
    children: tuple[Heading, ...] = ()


class SearchEntry(msgspec.Struct, frozen=True):
    """A part of a page that search can land on."""

    title: str
    text: str
    """Plain text, not escaped."""
    anchor: str = ""
    """Empty for the page as a whole."""
    weight: float = 1.0
    """How much more a match here counts than one elsewhere."""


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """A finished page without the shell around it."""

    address: str
    """Relative to the site, ending in a slash; empty for the home page."""
    title: str
    description: str
    html: str
    headings: tuple[Heading, ...] = ()
    search: tuple[SearchEntry, ...] = ()
    nav_title: str = ""
    """What the site's navigation calls the page, where that is not its title."""
    is_index: bool = False
    """Worth an entry in the site's navigation."""
    kind: str = "page"
    """What search calls it: ``brief``, ``stakeholder``, ``source``, ``topic``, ``term`` or ``page``."""
    status: str = ""
    """``published``, ``draft`` or ``archived``, where it has one."""
    topics: tuple[str, ...] = ()
    """Names of its topics."""
    names: tuple[str, ...] = ()
    """Other spellings of what the page is about, in any script, by which search finds it first."""


class Site(msgspec.Struct, frozen=True):
    """All pages made from the corpus, in a fixed order."""

    pages: tuple[Page, ...]
