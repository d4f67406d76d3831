"""Reads the text of a PDF: lines put together to paragraphs, running heads and page numbers left out."""

from __future__ import annotations

import io
import itertools
import logging
import re
import statistics
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
    if pages and title:
        pages = [_behind_title(pages[0], title), *pages[1:]]
    blocks = list(blocks_of(_paragraphs(pages)))
    if not blocks:
        raise IntakeError(
            "no text is in this PDF; if it is a scan, have its text recognised first, and import that"
        )
    if not title and len(blocks) > 1 and looks_like_title(blocks[0], blocks[1]):
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
    """The lines of a page from top to bottom, with an empty one where there is more room than between lines."""
    lines: list[list[str]] = []
    heights: list[float] = []

    def take(text: str, matrix: list[float], place: list[float], *_: object) -> None:
        height = place[4] * matrix[1] + place[5] * matrix[3] + matrix[5]
        if not text.strip():
            if lines and not lines[-1][-1].endswith(" "):
                lines[-1].append(" ")
            return
        if not lines or abs(height - heights[-1]) > _SAME_LINE:
            lines.append([])
            heights.append(height)
        lines[-1].append(
            text.replace("\n", " " if text.strip("\n") != text and text.startswith("\n") else "")
        )

    page.extract_text(visitor_text=take)  # type: ignore[attr-defined]
    texts = ["".join(parts).strip().translate(_LIGATURES) for parts in lines]
    texts = [re.sub(r"\s+(?=[\u00ad\u2010]$)", "", text) for text in texts]
    # Some programs give a hyphen within a line the code of one that divides words.
    return _with_gaps([re.sub(r"\u00ad(?=.)", "-", text) for text in texts], heights)


_SAME_LINE = 1.5
"""Points by which the letters of a line may stand higher or lower than each other."""
_MORE_ROOM = 1.25
"""How many times the usual distance makes a gap."""


def _with_gaps(lines: list[str], heights: list[float]) -> Page:
    steps = [abs(one - other) for one, other in itertools.pairwise(heights)]
    usual = statistics.median_low(steps) if steps else 0.0
    page: Page = []
    for number, line in enumerate(lines):
        if number and steps[number - 1] > _MORE_ROOM * usual:
            page.append("")
        page.append(line)
    return page


def _behind_title(page: Page, title: str) -> Page:
    """The first page from behind its title on; what stands above that is a head, as of a series."""
    for number, line in enumerate(page[:_MOST_ABOVE]):
        if in_one_line(line) == title:
            return page[number + 1 :]
    return page


_MOST_ABOVE = 12


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
    return re.sub(r"\d+", "#", in_one_line(line))


def _trimmed(page: Page, running: set[str]) -> Page:
    edges = _edges(page)
    return [
        line for line in page if not (line in edges and (_NUMBER.fullmatch(line) or _plain(line) in running))
    ]


def _paragraphs(pages: list[Page]) -> list[str]:
    """Lines put together: a gap ends a paragraph, and so does a short line that ends a sentence."""
    pages = _joinable(pages)
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
    return [re.sub(rf"{_KEPT} ?", "-", joined(group)) for group in groups if group]


def _without_edges(page: Page) -> Page:
    """A page without the gaps at its top and its end."""
    filled = [number for number, line in enumerate(page) if line]
    return page[filled[0] : filled[-1] + 1] if filled else []


def _joinable(pages: list[Page]) -> list[Page]:
    """The pages with a plain hyphen where a word was divided, and with none where a hyphen belongs.

    A document that marks divisions with hyphens of their own means its plain hyphens.
    """
    marks = tuple(_DIVISIONS)
    if not any(line.endswith(marks) for page in pages for line in page):
        return pages
    return [[_division(line) for line in page] for page in pages]


_DIVISIONS = "\u00ad\u2010"
_KEPT = "\u2011"
"""A hyphen that does not break, so that ``joined`` keeps it; it is made a plain one afterwards."""


def _division(line: str) -> str:
    if line.endswith(tuple(_DIVISIONS)):
        return f"{line[:-1]}-"
    return f"{line[:-1]}{_KEPT}" if line.endswith("-") else line
