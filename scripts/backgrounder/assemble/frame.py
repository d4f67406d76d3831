"""What a host makes once for all pages: the theme's page with places to fill."""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path

import markupsafe
import msgspec

from backgrounder.ledger import digest
from backgrounder.render.site import Heading, Outline, Page
from backgrounder.search import SearchPage

_REMEMBERED = 256


class Pieces(msgspec.Struct, frozen=True):
    """A text with places in it."""

    literals: tuple[str, ...]
    """What stands before, between and behind the places."""
    places: tuple[str, ...] = ()
    """What goes into each place."""

    def filled(self, parts: Mapping[str, str]) -> str:
        """The text, with a part for each place."""
        filled = [""] * (len(self.literals) + len(self.places))
        filled[::2] = self.literals
        filled[1::2] = [parts[place] for place in self.places]
        return "".join(filled)


class Contents(msgspec.Struct, frozen=True):
    """How a theme draws a table of contents of one or two levels."""

    before: str
    leaf: Pieces
    """An entry by itself."""
    branch: Pieces
    """An entry with others below it, up to them."""
    end_of_branch: str
    below: Pieces
    """An entry below another."""
    after: str

    def drawn(self, headings: Sequence[Heading]) -> str:
        """The table of contents of a page with these headings."""
        entries = "".join([self._entry(heading) for heading in headings])
        return f"{self.before}{entries}{self.after}"

    def _entry(self, heading: Heading) -> str:
        if not heading.children:
            return _leaf(self.leaf, heading)
        below = "".join([self.below.filled(_parts(child)) for child in heading.children])
        return f"{self.branch.filled(_parts(heading))}{below}{self.end_of_branch}"


def _parts(heading: Heading) -> dict[str, str]:
    """A heading's title as text and as the theme writes it into an attribute, and its anchor."""
    return {
        "anchor": heading.anchor,
        "heading": escape(heading.title),
        "label": str(markupsafe.escape(" ".join(heading.title.split()))),
    }


@functools.lru_cache(_REMEMBERED)
def _leaf(pieces: Pieces, heading: Heading) -> str:
    """An entry by itself; the sections of most pages are called the same."""
    return pieces.filled(_parts(heading))


class Shell(msgspec.Struct, frozen=True):
    """A theme's page."""

    pieces: Pieces
    contents: Contents

    def filled(self, page: Page) -> str:
        """The whole page."""
        return self.pieces.filled(
            {
                "name": page.address.rstrip("/").rpartition("/")[2],
                "title": escape(page.title),
                "description": escape(page.description),
                "content": page.html,
                "contents": self.contents.drawn(contents_of(page)),
                "anchor": first_anchor(page),
            }
        )


class Frame(msgspec.Struct, frozen=True):
    """All that a host makes without the pages."""

    folder: Path
    """Where its files are: hand-written pages, the theme's files, and what is made for all pages."""
    files: dict[str, bytes]
    """Those files by their paths on the site, each with a digest of its content."""
    shells: dict[str, Shell]
    """By what ``shell_name`` gives."""
    written: tuple[SearchPage, ...] = ()
    """What search is to know of the hand-written pages."""

    @property
    def key(self) -> bytes:
        """What tells its shells from others."""
        return digest(msgspec.msgpack.encode(self.shells, order="sorted"))

    def shell(self, outline: Outline, page: Page) -> Shell:
        """The theme's page for a page."""
        return self.shells[shell_name(outline, bool(page.headings))]


def shell_name(outline: Outline, has_headings: bool) -> str:
    """Pages in the navigation have shells of their own; others share one with those of their section."""
    if outline.nav_title:
        return outline.address
    return f"{outline.address.partition('/')[0]} {'with' if has_headings else 'without'} headings"


def contents_of(page: Page) -> Sequence[Heading]:
    """What the table of contents lists. Its first entry is also where "skip to content" leads."""
    return page.headings or (Heading(page.title, "top"),)


def first_anchor(page: Page) -> str:
    """Where "skip to content" leads."""
    return contents_of(page)[0].anchor
