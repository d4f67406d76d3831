"""One piece of work for the typesetter."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import msgspec

from backgrounder.render.paper import qr
from backgrounder.render.paper.sheet import Printed

TEMPLATES = Path(__file__).parent / "templates"

_NOT_SHOWN = re.compile(rb'(?<!"type":"Link",)"(?:edition_url|page|url)":"[^"]*"|"short_url":"[^"]{,80}"')
"""What the JSON holds beside words: addresses that are only linked, and one that fits the foot of a page."""
_LONG_WORD = re.compile(rb'[^\s"\\]{40}')


class Job(msgspec.Struct, frozen=True):
    """Something to be printed, ready to be typeset."""

    name: str
    """What messages call it: the slug of a brief, or a few words."""
    path: str
    """Where the PDF goes, inside the site."""
    template: str
    """The file in ``TEMPLATES`` that it is set with."""
    data: bytes
    """Canonical JSON: keys sorted, so equal content gives equal bytes."""
    day: str
    """The date that the PDF bears, as in ``2021-07-23``."""
    address: str = ""
    """What its QR code says; empty where it has none."""
    limit: int | None = None
    """The most pages it may take; None for as many as it needs."""
    cuts: int = 0
    """How many things may be left out, one after the other."""
    reduced: Callable[[int], bytes] | None = None
    """The data without the first so many of them."""
    seconds: float | None = None
    """How long it may take, where that is longer than usual."""
    memory: int | None = None
    """How many bytes of memory it may take, where that is more than usual."""

    def code(self) -> str:
        """The drawing of its QR code, as SVG; empty where it has none."""
        return qr.drawing(self.address) if self.address else ""


def encode(sheet: Printed) -> bytes:
    """What a template is given: JSON that says whether any word needs to be broken."""
    data = msgspec.json.encode(sheet, order="sorted")
    if not _LONG_WORD.search(_NOT_SHOWN.sub(b"", data)):
        return data
    return msgspec.json.encode(msgspec.structs.replace(sheet, long_words=True), order="sorted")
