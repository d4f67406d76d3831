"""Reads the text of a PDF: lines put together to paragraphs, running heads and page numbers left out.

Where lines stand and how large they are set tells paragraphs and headings apart; pypdf gives both. What the
text means, and whether a passage is repeated, is for others to find out.
"""

from __future__ import annotations

import io
import itertools
import logging
import math
import re
import unicodedata
import warnings
from collections import Counter
from typing import Any

import msgspec

from backgrounder.intake.document import Document, IntakeError, in_one_line
from backgrounder.intake.plain import joined, looks_like_title

_MOST_PAGES = 500
_MOST_PIECES = 500_000
"""Pieces of text in a document; 500 dense pages have fewer."""
_LONGEST_TITLE = 200
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})
_NUMBER = re.compile(r"(?:page\s+)?[–—-]?\s*\d{1,4}\s*(?:(?:of|/)\s*\d{1,4})?\s*[–—-]?", re.IGNORECASE)
_NO_TITLE = re.compile(r"\.(?:docx?|indd|pdf|tex)$|^untitled|^microsoft word", re.IGNORECASE)
_ENDS_SENTENCE = re.compile(r"[.!?…:؟۔][\"”’»')\]]*$")
_DIVIDED = re.compile(r"\w[-\u00ad\u2010]$")
_BULLET = re.compile(r"[•‣◦▪●■–]\s+(?=\S)")
_SHORT_LINE = 0.75
"""A line much shorter than the others ends a paragraph, where a sentence ends with it."""
_WIDE_GAP = 1.25
"""How much more than the usual distance between lines parts paragraphs."""
_OTHER_SIZE = 0.06
"""Sizes that differ by a greater share than this are a heading's and its text's."""
_LARGE = 1.15


class _Line(msgspec.Struct, frozen=True):
    text: str
    left: float
    height: float
    """How far above the foot of the page it stands."""
    size: float


Page = list[_Line]


def read_pdf(data: bytes) -> Document:
    """The text of a PDF. Raises IntakeError where it is locked, damaged, too long, or holds pictures alone."""
    pages, title = _pages(data)
    groups = _paragraphs(_without_running_lines(pages))
    blocks = [(_text(group), group[0].size) for group in groups]
    blocks = [(text, size) for text, size in blocks if text]
    if not blocks:
        raise IntakeError(
            "no text is in this PDF; if it is a scan, have its text recognised first, and import that"
        )
    texts = [text for text, _ in blocks]
    place = next(
        (number for number, text in enumerate(texts[:3]) if text.casefold() == title.casefold()), None
    )
    if place is not None:
        del texts[place]
    elif not title and _is_title(blocks):
        title = texts.pop(0)
    return Document(form="pdf", title=title, blocks=tuple(texts))


def _is_title(blocks: list[tuple[str, float]]) -> bool:
    """Whether the first block is the title: larger than most of the text, or like a headline."""
    if len(blocks) < 2:
        return False
    (first, size), (second, _) = blocks[:2]
    if size >= _LARGE * _usual_size(blocks):
        return len(first) <= _LONGEST_TITLE
    return looks_like_title(first, second)


def _usual_size(blocks: list[tuple[str, float]]) -> float:
    letters: Counter[float] = Counter()
    for text, size in blocks:
        letters[round(size, 1)] += len(text)
    return letters.most_common(1)[0][0]


def _pages(data: bytes) -> tuple[list[Page], str]:
    """The lines of each page, and the title in the metadata. Raises IntakeError."""
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
            pages = _all_lines(reader)
            metadata = reader.metadata
            title = in_one_line(str(metadata.title)) if metadata and metadata.title else ""
    except IntakeError:
        raise
    except Exception as error:  # the library raises all kinds of things for damaged files
        raise IntakeError("this PDF is damaged; save it again, and import that") from error
    return pages, "" if _NO_TITLE.search(title) else title


def _all_lines(reader: Any) -> list[Page]:
    pages: list[Page] = []
    pieces = 0
    for page in reader.pages:
        collector = _Collector(_MOST_PIECES - pieces)
        page.extract_text(visitor_text=collector.add)
        pages.append(collector.lines())
        pieces += collector.count
    return pages


class _Collector:
    """Puts the pieces of a page together to lines, in the order in which they were drawn."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._lines: list[list[tuple[str, float, float, float]]] = [[]]
        self.count = 0

    def add(self, text: str, outer: list[float], inner: list[float], font: Any, size: float) -> None:
        """Takes a piece as pypdf hands it over; a line break before or behind it ends a line."""
        self.count += 1
        if self.count > self._most:
            raise IntakeError("this PDF has too much text on its pages; import the part that you cite")
        left = inner[4] * outer[0] + inner[5] * outer[2] + outer[4]
        height = inner[4] * outer[1] + inner[5] * outer[3] + outer[5]
        scale = math.hypot(inner[2], inner[3]) * math.hypot(outer[2], outer[3])
        for number, part in enumerate(text.split("\n")):
            if number:
                self._lines.append([])
            if part:
                self._lines[-1].append((part, left, height, size * scale))

    def lines(self) -> Page:
        """The lines that hold anything but white space."""
        return [_line(pieces) for pieces in self._lines if any(piece[0].strip() for piece in pieces)]


def _line(pieces: list[tuple[str, float, float, float]]) -> _Line:
    """A line of its pieces; those of a right-to-left line are drawn in any order, so their places decide."""
    if _is_right_to_left("".join(piece[0] for piece in pieces)):
        pieces = sorted(pieces, key=lambda piece: -piece[1])
    filled = [piece for piece in pieces if piece[0].strip()]
    _, _, height, size = max(filled, key=lambda piece: len(piece[0]))
    text = "".join(piece[0] for piece in pieces).translate(_LIGATURES).strip()
    # Some programs give a hyphen within a line the code of one that divides words.
    text = re.sub(r"\u00ad(?=.)", "-", text)
    return _Line(text, min(piece[1] for piece in filled), height, size)


def _is_right_to_left(text: str) -> bool:
    kinds = Counter(unicodedata.bidirectional(character) for character in text)
    return kinds["R"] + kinds["AL"] > kinds["L"]


def _without_running_lines(pages: list[Page]) -> list[Page]:
    """The pages without page numbers, and without outermost lines that stand alike on half of the pages."""
    edges = Counter(key for page in pages for key in {_key(line) for line in _edges(page)})
    running = {key for key, count in edges.items() if count > 1 and 2 * count >= len(pages) - 1}
    return [_trimmed(page, running) for page in pages]


def _edges(page: Page) -> Page:
    """The two highest and the two lowest lines, wherever they stand in the order of drawing."""
    by_height = sorted(page, key=lambda line: line.height)
    return by_height[:2] + by_height[2:][-2:]


def _key(line: _Line) -> tuple[str, int]:
    """A line without its numbers, so that "Page 2 of 9" equals "Page 3 of 9", and where it stands."""
    return re.sub(r"\d+", "#", line.text), round(line.height)


def _trimmed(page: Page, running: set[tuple[str, int]]) -> Page:
    edges = {line for line in _edges(page) if _NUMBER.fullmatch(line.text) or _key(line) in running}
    return [line for line in page if line not in edges]


def _paragraphs(pages: list[Page]) -> list[Page]:
    """The lines of each paragraph. One may run on over the end of a page."""
    distance, length = _usual_distance(pages), _usual_length(pages)
    groups: list[Page] = []
    for page in pages:
        for number, line in enumerate(page):
            runs_on = bool(groups) and (
                _runs_on(page[number - 1], line, distance, length)
                if number
                else _runs_over(groups[-1][-1], line)
            )
            if runs_on:
                groups[-1].append(line)
            else:
                groups.append([line])
    return groups


def _usual_distance(pages: list[Page]) -> float:
    """The commonest distance between two lines of one size; 0 where no two lines follow each other."""
    distances = Counter(
        round(first.height - second.height, 1)
        for page in pages
        for first, second in itertools.pairwise(page)
        if first.height > second.height and _same_size(first, second)
    )
    return distances.most_common(1)[0][0] if distances else 0


def _usual_length(pages: list[Page]) -> int:
    """The length that nine lines in ten do not exceed."""
    lengths = sorted(len(line.text) for page in pages for line in page)
    return lengths[len(lengths) * 9 // 10] if lengths else 0


def _same_size(first: _Line, second: _Line) -> bool:
    return abs(first.size - second.size) <= _OTHER_SIZE * max(first.size, second.size)


def _runs_on(last: _Line, line: _Line, distance: float, length: int) -> bool:
    """Whether a line belongs to the paragraph of the line before it on the same page."""
    gap = last.height - line.height
    if _DIVIDED.search(last.text):
        return True
    if gap < 0:
        return _runs_over(last, line)
    if not _same_size(last, line):
        # A raised figure or a word in small letters beside the line is no heading.
        return gap < distance / 2
    if gap > max(_WIDE_GAP * distance, distance + 1) or _BULLET.match(line.text):
        return False
    if not _ENDS_SENTENCE.search(last.text):
        return True
    is_indented = line.left - last.left > 0.6 * line.size and not _is_right_to_left(line.text)
    return not is_indented and len(last.text) >= _SHORT_LINE * length


def _runs_over(last: _Line, line: _Line) -> bool:
    """Whether a paragraph goes on with a line at the top of the next page or column."""
    if _DIVIDED.search(last.text):
        return True
    is_capital = line.text[:1].isupper() or bool(_BULLET.match(line.text))
    return _same_size(last, line) and not _ENDS_SENTENCE.search(last.text) and not is_capital


def _text(group: Page) -> str:
    return in_one_line(_BULLET.sub("", joined([line.text for line in group]), count=1))
