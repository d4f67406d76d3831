"""Finds the places to fill in what a theme makes of pages whose parts are marks.

Material takes some milliseconds for a page, nearly all of it for what is the same on every page. So it
draws one page of each kind with marks in the places of what differs, and the marks are cut out. Whether
filling gives what drawing would have given is tried on a page of nasty characters: where a theme does more
with a page than put its parts in place, every page is drawn in full.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

import msgspec

from backgrounder.assemble.frame import Contents, Pieces
from backgrounder.render.site import Heading, Page

_CONTENT = "<h1>bgslotcontentmark</h1>"
"""Material writes a heading of its own above content without one."""
_MARKS = re.compile(rf"(?P<content>{_CONTENT})|bgslot(?P<place>[a-z]+)mark")
_NAMES = {None: "content", "bare": "name"}
"""Marks that go by another name than their place."""
_PLACES = frozenset({"name", "title", "description", "content", "anchor"})

_MARKED = Page(
    address="",
    title="bgslottitlemark",
    description="bgslotdescriptionmark",
    html=_CONTENT,
    headings=(Heading("bgslotheadingmark", "bgslotanchormark"),),
)
_NASTY = (
    Heading('First & <i>"last"</i>', "first", (Heading("In it", "in-it"), Heading("Its' 2nd", "second"))),
    Heading("Second  one", "second-one"),
    Heading("Last", "last", (Heading("“Under” &amp;", "under"),)),
)
_TRIAL = Page(
    address="",
    title="""A & B <i>"c"</i> d's – é % {{ x }} \\1 10%25""",
    description="""Q & A: "so" it's <b>said</b> {{ y }}""",
    html='<h1 id="top">One &amp; <b>two</b></h1>\n\n<p>$1 \\g&lt;0&gt; {{ z }} %s {}</p>',
    headings=_NASTY,
)

Draw = Callable[[Sequence[Heading]], str]
"""How a theme draws a table of contents."""


def marked_address(section: str, has_headings: bool) -> str:
    """Where a page with marks stands: among those that it is to be the shell of, because links are relative."""
    return f"{section}/{'bgslotnamemark' if has_headings else 'bgslotbaremark'}/"


def marked_page(address: str, has_headings: bool) -> Page:
    """A page whose parts are marks."""
    return _standing_at(address, _MARKED, has_headings)


def trial_page(address: str, has_headings: bool) -> Page:
    """A page of such characters that whatever a theme does to a part of it shows."""
    return _standing_at(address, _TRIAL, has_headings)


def _standing_at(address: str, page: Page, has_headings: bool) -> Page:
    return msgspec.structs.replace(page, address=address, headings=page.headings if has_headings else ())


def cut_page(output: str, contents: str) -> Pieces | None:
    """The theme's page of ``marked_page`` with places; ``contents`` is its table of contents, which stands in it.

    None where a mark is left that is no place to fill.
    """
    literals: list[str] = []
    places: list[str] = []
    for number, part in enumerate(output.split(contents)):
        if number:
            places.append("contents")
        cut = _cut(part)
        literals += cut.literals
        places += cut.places
    is_whole = _PLACES.union({"contents"}).issuperset(places)
    return Pieces(tuple(literals), tuple(places)) if is_whole else None


def _cut(text: str) -> Pieces:
    literals: list[str] = []
    places: list[str] = []
    end = 0
    for mark in _MARKS.finditer(text):
        literals.append(text[end : mark.start()])
        places.append(_NAMES.get(mark["place"], mark["place"]))
        end = mark.end()
    return Pieces((*literals, text[end:]), tuple(places))


_ONE, _OTHER = (
    Heading("bgslotheadingmark", "bgslotanchormark"),
    Heading("bgslotbesidesmark", "bgslotbehindmark"),
)
"""Of the same lengths, so that two entries are as long as each other."""


def cut_contents(draw: Draw) -> Contents | None:
    """How a theme draws tables of contents, learnt from drawings of four; None where others are not so drawn.

    What stands between two entries is taken for the end of the first.
    """
    try:
        found = _learnt(draw)
    except ValueError:
        return None
    trials = (_NASTY, _NASTY[:1], _NASTY[1:2], _NASTY[1:], _MARKED.headings)
    return found if all(found.drawn(trial) == draw(trial) for trial in trials) else None


def _learnt(draw: Draw) -> Contents:
    """Raises ValueError where a drawing is not put together from its entries."""
    one, two = draw([_ONE]), draw([_ONE, _OTHER])
    start, end = _first_entry(two)
    before, tail = one[:start], one[end:]
    branch = draw([Heading(_ONE.title, _ONE.anchor, (_OTHER,))])
    below = _one_more(branch, draw([Heading(_ONE.title, _ONE.anchor, (_OTHER, _OTHER))]))
    below_start = branch.index(below, start)
    if not branch.startswith(before) or not branch.endswith(tail):
        raise ValueError
    return Contents(
        before=before,
        leaf=_labelled(_cut(one[start:end])),
        branch=_labelled(_cut(branch[start:below_start])),
        end_of_branch=branch[below_start + len(below) : len(branch) - len(tail)],
        below=_labelled(_cut(_as_first(below))),
        after=tail,
    )


def _first_entry(two: str) -> tuple[int, int]:
    """From where to where the first of two entries reaches: as far before its anchor as both are alike."""
    here, there = two.index(_ONE.anchor), two.index(_OTHER.anchor)
    alike = 0
    while alike < here and two[here - 1 - alike] == two[there - 1 - alike]:
        alike += 1
    return here - alike, there - alike


def _one_more(less: str, more: str) -> str:
    """The stretch that stands once in ``less`` and twice, one behind the other, in ``more``."""
    size = len(more) - len(less)
    place = less.index(_OTHER.anchor)
    for start in range(place, place - size, -1):
        if less[:start] + less[start : start + size] * 2 + less[start + size :] == more:
            return less[start : start + size]
    raise ValueError


def _as_first(text: str) -> str:
    return text.replace(_OTHER.anchor, _ONE.anchor).replace(_OTHER.title, _ONE.title)


def _labelled(pieces: Pieces) -> Pieces:
    """The same, with the heading as the theme writes it into an attribute where it stands in one."""
    places = list(pieces.places)
    for number, place in enumerate(places):
        if place == "heading" and pieces.literals[number].endswith('="'):
            places[number] = "label"
    return Pieces(pieces.literals, tuple(places))
