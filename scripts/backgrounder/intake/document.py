"""What a reader gives: the text of a document, block by block, and what the document says of itself."""

from __future__ import annotations

import re
import unicodedata

import msgspec

_REMOVED = re.compile(
    "[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069\ufff9-\ufffb]"
)
"""Control characters and what turns the direction of text; joiners and direction marks stay, because
Arabic, Sorani and Persian need them."""


class IntakeError(Exception):
    """A document cannot be read; the message says why, and what to do."""


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """The text of a document and its own statements about itself; what it does not say stays empty."""

    form: str
    """``text``, ``html``, ``markdown`` or ``pdf``."""
    blocks: tuple[str, ...]
    """Paragraphs, headings and list items in reading order, one line each, the title left out."""
    title: str = ""
    published: str = ""
    """A day or a month, in ISO 8601, as the document's metadata have it."""
    language: str = ""
    """A BCP 47 tag, as the document declares it."""
    publisher: str = ""
    author: str = ""
    url: str = ""


def in_one_line(text: str) -> str:
    """The text in composed Unicode, without characters that nobody sees, any white space one space."""
    return " ".join(_REMOVED.sub("", unicodedata.normalize("NFC", text)).split())


def blocks_of(texts: list[str]) -> tuple[str, ...]:
    """The texts as blocks; empty ones left out."""
    return tuple(block for text in texts if (block := in_one_line(text)))
