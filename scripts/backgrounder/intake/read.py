"""Reads a document of any form that can be imported."""

from __future__ import annotations

from backgrounder.intake.document import Document, IntakeError
from backgrounder.intake.html import read_html
from backgrounder.intake.markdown import read_markdown
from backgrounder.intake.pdf import read_pdf
from backgrounder.intake.plain import read_plain
from backgrounder.intake.sniff import decoded, form_of

MOST_BYTES = 20 * 1024 * 1024


def read_document(data: bytes, name: str) -> Document:
    """The text of a document; its name helps to tell what it is. Raises IntakeError, and nothing else."""
    if len(data) > MOST_BYTES:
        raise IntakeError(f"this is larger than {MOST_BYTES // 1024**2} MiB; import the part that you cite")
    try:
        document = _read(data, name)
    except (RecursionError, MemoryError):
        raise IntakeError("this is nested too deeply to be read; save its text by itself") from None
    if not document.blocks and not document.title:
        raise IntakeError("there is no text in it")
    return document


def _read(data: bytes, name: str) -> Document:
    match form_of(data, name):
        case "pdf":
            return read_pdf(data)
        case "html":
            return read_html(data)
        case "markdown":
            return read_markdown(decoded(data))
        case _:
            return read_plain(decoded(data))
