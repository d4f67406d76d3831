"""The theme's page around ours, rendered once for each kind of page and filled for each page.

Material takes some milliseconds for a page, nearly all of it for what is the same on every page. So MkDocs
renders one page of each kind with marks in the places of what differs, and the marks are cut out. Whether
filling gives what rendering would have given is tried on a page of nasty characters: a theme that does
more with a page than put its parts in place has no shell, and every page is rendered in full.
"""

from __future__ import annotations

import re
from html import escape

import msgspec

from backgrounder.render.site import Heading, Page

_PLACES = ("name", "title", "description", "content", "contents", "anchor")

_MARK = "bgslot"
_CONTENT = "<h1>bgslotcontentmark</h1>"
"""Material writes a heading of its own above content without one."""
_MARKS = re.compile(rf"(?P<content>{_CONTENT})|bgslot(?P<place>[a-z]+)mark")

_MARKED = Page(
    address="",
    title="bgslottitlemark",
    description="bgslotdescriptionmark",
    html=_CONTENT,
    headings=(Heading("bgslotheadingmark", "bgslotanchormark"),),
)
_TRIAL = Page(
    address="",
    title="""A & B <i>"c"</i> d's – é % {{ x }} \\1 10%25""",
    description="""Q & A: "so" it's <b>said</b> {{ y }}""",
    html='<h1 id="top">One &amp; <b>two</b></h1>\n\n<p>$1 \\g&lt;0&gt; {{ z }} %s {}</p>',
    headings=(
        Heading('First & <i>"last"</i>', "first", (Heading("In it", "in-it"), Heading("Its' 2nd", "second"))),
        Heading("Second", "second-one"),
    ),
)


def marked_address(section: str, has_headings: bool) -> str:
    """Where a page with marks stands: among those that it is to be the shell of, because links are relative."""
    return f"{section}/{'bgslotnamemark' if has_headings else 'bare-bgslotnamemark'}/"


def marked_page(address: str, has_headings: bool) -> Page:
    """A page whose parts are marks."""
    return _standing_at(address, _MARKED, has_headings)


def trial_page(address: str, has_headings: bool) -> Page:
    """A page of such characters that whatever a theme does to a part of it shows."""
    return _standing_at(address, _TRIAL, has_headings)


def _standing_at(address: str, page: Page, has_headings: bool) -> Page:
    return msgspec.structs.replace(page, address=address, headings=page.headings if has_headings else ())


class Shell(msgspec.Struct, frozen=True):
    """A theme's page with places to fill."""

    pieces: tuple[str, ...]
    """What stands before, between and behind the places."""
    places: tuple[str, ...]
    """What goes into each place."""

    def filled(self, page: Page, contents: str) -> str:
        """The whole page; ``contents`` is its table of contents as the theme draws it."""
        parts = {
            "name": page.address.rstrip("/").rpartition("/")[2],
            "title": escape(page.title),
            "description": escape(page.description),
            "content": page.html,
            "contents": contents,
            "anchor": first_anchor(page),
        }
        filled = [self.pieces[0]]
        for place, piece in zip(self.places, self.pieces[1:], strict=True):
            filled += (parts[place], piece)
        return "".join(filled)


def cut(output: str, contents: str) -> Shell | None:
    """The shell of the theme's page with marks; ``contents`` is how the theme draws its table of contents.

    None where a mark is left that is no place to fill.
    """
    pieces: list[str] = []
    places: list[str] = []
    for number, part in enumerate(output.split(contents)):
        if number:
            places.append("contents")
        end = 0
        for mark in _MARKS.finditer(part):
            pieces.append(part[end : mark.start()])
            places.append(mark["place"] or "content")
            end = mark.end()
        pieces.append(part[end:])
    is_whole = all(place in _PLACES for place in places) and not any(_MARK in piece for piece in pieces)
    return Shell(tuple(pieces), tuple(places)) if is_whole else None


def first_anchor(page: Page) -> str:
    """Where "skip to content" leads."""
    return page.headings[0].anchor if page.headings else "top"
