"""Lists of all briefs: of what they are made, and their rows, kept from build to build.

A list shows a small part of each brief, so most edits leave most lists as they are; and where one changes, a
list of six thousand events takes a tenth of a second to put into HTML, of which an edit changes a few. So each
list, and the rows of each brief on it, are kept by those fields of a brief that they show.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum

import msgspec

from backgrounder.model.brief import Brief


class RowKind(StrEnum):
    """What a row shows."""

    CARD = "card"
    CHANGE = "change"
    EVENT = "event"
    QUESTION = "question"
    TERM = "term"


_SHOWN = {
    RowKind.CARD: (
        *("slug", "title", "status", "publish_on", "as_of", "review_by", "handling"),
        *("bottom_line", "topics"),
    ),
    RowKind.CHANGE: ("slug", "title", "changes", "questions"),
    RowKind.EVENT: ("slug", "title", "timeline"),
    RowKind.QUESTION: ("slug", "title", "status", "questions"),
    RowKind.TERM: ("slug", "title", "terms"),
}
"""The fields of a brief that its rows show, or that say where they stand."""


class Listed(msgspec.Struct, frozen=True, array_like=True):
    """From what the rows of a brief are made, as digests, by the value of their kind."""

    card: bytes
    change: bytes
    event: bytes
    question: bytes
    term: bytes


def listed(brief: Brief) -> Listed:
    """What the lists of all briefs show of one."""
    return Listed(**{kind.value: _digest(brief, fields) for kind, fields in _SHOWN.items()})


def _digest(brief: Brief, fields: Iterable[str]) -> bytes:
    shown = msgspec.msgpack.encode([getattr(brief, field) for field in fields])
    return hashlib.blake2b(shown, digest_size=16).digest()


class Keys(msgspec.Struct, frozen=True):
    """From what pages are made, as digests; a page of which all that it shows has its digest can be kept."""

    shared: bytes
    """Of the registry, the settings and whatever else every page rests on."""
    briefs: dict[str, bytes]
    """Of each brief and what is known of its quotations, by slug."""
    lists: dict[str, Listed]
    """Of what lists show of each brief, likewise."""

    def listed(self, kind: RowKind, briefs: Iterable[Brief]) -> list[bytes]:
        """What one list shows of these briefs, as digests."""
        field, lists = kind.value, self.lists
        return [getattr(lists[brief.slug], field) for brief in briefs]

    def row_keys(self, kind: RowKind, briefs: Iterable[Brief]) -> list[bytes]:
        """From what the rows of these briefs are made."""
        start = kind.encode() + self.shared
        return [start + listed for listed in self.listed(kind, briefs)]


class Rows:
    """The rows on one page."""

    def __init__(self, keys: Keys | None, known: Mapping[bytes, bytes]) -> None:
        self._keys = keys
        self._known = known
        self._rows: dict[tuple[RowKind, str], list[str]] = {}
        self.made: dict[bytes, bytes] = {}
        """Those that were not known."""

    def of(self, kind: RowKind, brief: Brief, make: Callable[[], list[str]]) -> list[str]:
        """All rows of a kind of one brief; ``make`` makes them where they are not known."""
        place = (kind, brief.slug)
        if place not in self._rows:
            self._rows[place] = self._found(kind, brief, make)
        return self._rows[place]

    def _found(self, kind: RowKind, brief: Brief, make: Callable[[], list[str]]) -> list[str]:
        key = self._keys.row_keys(kind, [brief])[0] if self._keys else b""
        if key in self._known:
            return _DECODER.decode(self._known[key])
        rows = make()
        if key:
            self.made[key] = msgspec.msgpack.encode(rows)
        return rows


_DECODER = msgspec.msgpack.Decoder(list[str])
