"""Rows of the lists of all briefs, kept from build to build.

A list of six thousand events takes a tenth of a second to put into HTML, and an edit changes a few of them.
So the rows of each brief are kept by what the brief was made from, for those lists alone.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from enum import StrEnum

import msgspec

from backgrounder.model.brief import Brief


class RowKind(StrEnum):
    """What a row shows."""

    CARD = "card"
    CHANGE = "change"
    EVENT = "event"
    QUESTION = "question"


class Keys(msgspec.Struct, frozen=True):
    """From what pages are made, as digests; a page of which all that it shows has its digest can be kept."""

    shared: bytes
    """Of the registry, the settings and whatever else every page rests on."""
    briefs: dict[str, bytes]
    """Of each brief and what is known of its quotations, by slug."""

    def row_key(self, kind: RowKind, slug: str) -> bytes:
        """From what the rows of a brief are made."""
        return hashlib.blake2b(
            b"\0".join((kind.encode(), slug.encode(), self.shared, self.briefs[slug])), digest_size=16
        ).digest()


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
        key = self._keys.row_key(kind, brief.slug) if self._keys else b""
        if key in self._known:
            return _DECODER.decode(self._known[key])
        rows = make()
        if key:
            self.made[key] = msgspec.msgpack.encode(rows)
        return rows


_DECODER = msgspec.msgpack.Decoder(list[str])
