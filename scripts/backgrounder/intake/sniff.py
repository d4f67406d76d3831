"""Tells the form of a document by its first bytes, then by its name, and turns bytes into text."""

from __future__ import annotations

import codecs
import re

from backgrounder.intake.document import IntakeError

_ENDINGS = {
    "md": "markdown",
    "markdown": "markdown",
    "html": "html",
    "htm": "html",
    "xhtml": "html",
    "pdf": "pdf",
}
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?>.*?-->)\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_OTHERS = {
    b"PK\x03\x04": "a document of an office program or an archive",
    b"\xd0\xcf\x11\xe0": "a document of an old office program",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"{\\rtf": "a document in RTF",
    b"\x1f\x8b": "a compressed file",
}
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def form_of(data: bytes, name: str) -> str:
    """``text``, ``html``, ``markdown`` or ``pdf``. Raises IntakeError for anything else, and for nothing."""
    if not data.strip():
        raise IntakeError("there is nothing in it")
    for start, what in _OTHERS.items():
        if data.startswith(start):
            raise IntakeError(f"this is {what}; save it as PDF, HTML or plain text, and import that")
    if data.lstrip()[:5] == b"%PDF-":
        return "pdf"
    if _HTML.match(_first_letters(data)):
        return "html"
    if b"\0" in data and not data.startswith(_UTF16):
        raise IntakeError("this is no text; save it as PDF, HTML or plain text, and import that")
    form = _ENDINGS.get(name.lower().rpartition(".")[2], "text")
    if form == "pdf":
        raise IntakeError("the name ends in .pdf, but this is no PDF; save the document again")
    return form


def _first_letters(data: bytes) -> bytes:
    """The start of the document in UTF-8, without a byte-order mark; one in UTF-16 may be HTML as well."""
    start = data[:4096]
    if start.startswith(_UTF16):
        start = start.decode("utf-16", "ignore").encode("utf-8", "ignore")
    return start.removeprefix(codecs.BOM_UTF8)


def decoded(data: bytes) -> str:
    """The text of a file. Raises IntakeError where it is neither UTF-8 nor marked as UTF-16."""
    encoding = "utf-16" if data.startswith(_UTF16) else "utf-8-sig"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise IntakeError(
            f"the text is not in UTF-8 (line {line}, byte {error.start + 1}); save it in UTF-8, and import that"
        ) from None
