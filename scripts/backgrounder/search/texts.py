"""What is shown of a page that was found."""

from __future__ import annotations

import msgspec

from backgrounder.search.page import SearchPage


def page_path(number: int) -> str:
    """Where the texts of a page stand, below the folder of the index."""
    return f"pages/{number}.js"


def page_value(page: SearchPage) -> bytes:
    """The address, title, kind and sections of a page, as JSON."""
    sections = [(section.anchor, section.title, section.text) for section in page.sections]
    value = {"address": page.address, "title": page.title, "kind": page.kind, "sections": sections}
    return msgspec.json.encode(value)


def renumbered(text: bytes, old: int, new: int) -> bytes:
    """The file of a page that has got another number."""
    return b"%b%b" % (_head(new), text.removeprefix(_head(old)))


def page_text(number: int, value: bytes) -> bytes:
    """The file of a page, of which ``page_value`` has given the ``value``."""
    return b"%b%b)\n" % (_head(number), value)


def _head(number: int) -> bytes:
    return b'backgrounderSearch("pages/%d",' % number
