"""What the site renderer gives to a host."""

from __future__ import annotations

from collections.abc import Callable

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
    kind: str = "page"
    """What search calls it: ``brief``, ``stakeholder``, ``source``, ``topic``, ``term`` or ``page``."""
    status: str = ""
    """``published``, ``draft``, ``scheduled`` or ``archived``, where it has one."""
    topics: tuple[str, ...] = ()
    """Names of its topics."""
    names: tuple[str, ...] = ()
    """Other spellings of what the page is about, in any script, by which search finds it first."""
    scraps: dict[bytes, bytes] = {}
    """Parts of the page that the next build can use again, by what they were made from."""


class Outline(msgspec.Struct, frozen=True, kw_only=True):
    """What a site's navigation and shell have to know of a page before it is rendered."""

    address: str
    make: Callable[[], Page]
    """Renders the page."""
    key: bytes = b""
    """What the page is made from, as a digest; empty where it is to be made anew each time."""
    nav_title: str = ""
    """What the site's navigation calls the page; empty for a page that has no entry there."""
    has_headings: bool = True
    """Whether a page in the navigation has a table of contents."""


class Site(msgspec.Struct, frozen=True):
    """All pages made from the corpus, in a fixed order; each is rendered when it is asked for."""

    outlines: tuple[Outline, ...]
    scraps: tuple[bytes, ...] = ()
    """What parts of pages may be asked for again, as they are called in ``Page.scraps``."""

    @property
    def pages(self) -> tuple[Page, ...]:
        """Every page, rendered."""
        return tuple(outline.make() for outline in self.outlines)
