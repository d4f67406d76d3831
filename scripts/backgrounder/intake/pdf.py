"""Reads the text of a PDF: lines put together to paragraphs, running heads and page numbers left out."""

from __future__ import annotations

import io
import logging
import re
import warnings
from collections import Counter

from backgrounder.intake.document import Document, IntakeError, blocks_of, in_one_line
from backgrounder.intake.plain import joined, looks_like_title

_MOST_PAGES = 500
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})
_NUMBER = re.compile(r"(?:page\s+)?[–—-]?\s*\d{1,4}\s*(?:(?:of|/)\s*\d{1,4})?\s*[–—-]?", re.IGNORECASE)
_ENDS_SENTENCE = re.compile(r"[.!?…:][\"”’»')\]]*$")
_SHORT_LINE = 0.8
"""A line much shorter than the others ends a paragraph, where a sentence ends with it."""

Page = list[str]


def read_pdf(data: bytes) -> Document:
    """The text of a PDF. Raises IntakeError where it is locked, damaged, too long, or holds pictures alone."""
    pages, title = _pages(data)
    pages = _without_running_lines(pages)
    blocks = list(blocks_of(_paragraphs(pages)))
    if not blocks:
        raise IntakeError(
            "no text is in this PDF; if it is a scan, have its text recognised first, and import that"
        )
    if title and title in blocks[:3]:
        blocks.remove(title)
    elif not title and len(blocks) > 1 and looks_like_title(blocks[0], blocks[1]):
        title = blocks.pop(0)
    return Document(form="pdf", title=title, blocks=tuple(blocks))


def _pages(data: bytes) -> tuple[list[Page], str]:
    """The lines of each page, empty ones where a gap is, and the title in the metadata."""
    import pypdf

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            reader = pypdf.PdfReader(io.BytesIO(data))
            if reader.is_encrypted and not reader.decrypt(""):
                raise IntakeError("this PDF is locked with a password; save it without one, and import that")
            if len(reader.pages) > _MOST_PAGES:
                raise IntakeError(
                    f"this PDF has more than {_MOST_PAGES} pages; import the part that you cite"
                )
            pages = [_lines(page) for page in reader.pages]
            metadata = reader.metadata
            title = in_one_line(str(metadata.title)) if metadata and metadata.title else ""
    except IntakeError:
        raise
    except Exception as error:  # the library raises all kinds of things for damaged files
        raise IntakeError("this PDF is damaged; save it again, and import that") from error
    return pages, "" if re.search(
        r"\.(?:docx?|indd|pdf|tex)$|^untitled|^microsoft word", title, re.I
    ) else title


def _lines(page: object) -> Page:
    text = page.extract_text(extraction_mode="layout", layout_mode_space_vertically=True)  # type: ignore[attr-defined]
    return [line.strip().translate(_LIGATURES) for line in text.split("\n")]


def _without_running_lines(pages: list[Page]) -> list[Page]:
    """The pages without page numbers, and without first and last lines that most pages share."""
    edges = Counter(edge for page in pages for edge in {_plain(line) for line in _edges(page)})
    running = {line for line, count in edges.items() if len(pages) > 1 and 2 * count > len(pages)}
    return [_trimmed(page, running) for page in pages]


def _edges(page: Page) -> list[str]:
    lines = [line for line in page if line]
    return lines[:2] + lines[-2:]


def _plain(line: str) -> str:
    """A line without its numbers, so that "Page 2 of 9" equals "Page 3 of 9"."""
    return re.sub(r"\d+", "#", line)


def _trimmed(page: Page, running: set[str]) -> Page:
    edges = _edges(page)
    return [
        line for line in page if not (line in edges and (_NUMBER.fullmatch(line) or _plain(line) in running))
    ]


def _paragraphs(pages: list[Page]) -> list[str]:
    """Lines put together: a gap ends a paragraph, and so does a short line that ends a sentence."""
    width = max((len(line) for page in pages for line in page), default=0)
    groups: list[list[str]] = [[]]
    for number, page in enumerate(pages):
        if number and groups[-1] and _ENDS_SENTENCE.search(groups[-1][-1]):
            groups.append([])
        for line in _without_edges(page):
            if not line:
                groups.append([])
                continue
            groups[-1].append(line)
            if len(line) < _SHORT_LINE * width and _ENDS_SENTENCE.search(line):
                groups.append([])
    return [joined(group) for group in groups if group]


def _without_edges(page: Page) -> Page:
    """A page without the gaps at its top and its end."""
    filled = [number for number, line in enumerate(page) if line]
    return page[filled[0] : filled[-1] + 1] if filled else []
