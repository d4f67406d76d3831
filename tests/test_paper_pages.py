"""Whatever is printed is a valid, tagged PDF with sound pages: nothing outside the text area, nothing on top of
something else, no heading left alone at the foot, no empty page."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import pypdf
import pytest
from browsing import ROOT
from pathological import BRIEFS
from test_handout import FULL, SETTINGS, brief, crowded, full_brief, linked, run

from backgrounder.link import link
from backgrounder.load import load_corpus
from backgrounder.model.brief import Brief
from backgrounder.render.paper import Job, render_book, render_handouts, render_question_sheets
from backgrounder.typeset import page_count, typeset

_OWN = link(load_corpus(ROOT, ROOT / "briefs").corpus)
_LETTER = msgspec.structs.replace(SETTINGS, paper="us-letter")
_MILLIMETRE = 72 / 25.4
_AREAS = {"a4": (19, 19, 210 - 19, 297 - 18), "us-letter": (21.95, 18, 215.9 - 21.95, 279.4 - 17)}
"""Left, top, right and bottom of the text area in mm."""


class Box(NamedTuple):
    """A word or a line of words on a page, in points from its top left corner."""

    left: float
    top: float
    right: float
    bottom: float
    text: str


def _handout(of: Brief, **fields: Any) -> Job:
    (job,) = render_handouts(linked(msgspec.structs.replace(of, **fields)), SETTINGS)
    return job


def _printed() -> Iterator[tuple[str, Job]]:
    yield from ((job.name, job) for job in render_handouts(_OWN, SETTINGS))
    yield from ((job.name, job) for job in render_question_sheets(_OWN, SETTINGS))
    yield "the book", render_book(_OWN.briefs, _OWN, SETTINGS)
    yield "smallest", _handout(brief())
    yield "full", _handout(full_brief())
    yield "crowded", _handout(crowded())
    yield from ((name, _handout(of, handout=FULL)) for name, of in BRIEFS.items())


PRINTED = dict(_printed())


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("printed")


def _set(job: Job, cache: Path) -> Path:
    done = typeset([job], cache)
    assert done.failures == ()
    return done.files[job.path]


# -- The file --


@pytest.mark.parametrize("name", PRINTED)
def test_a_valid_and_accessible_pdf(name: str, cache: Path) -> None:
    """By two readers; with title and language, header cells in each table, words for each drawing."""
    job = PRINTED[name]
    file = _set(job, cache)
    data = json.loads(job.data)
    checked = run("qpdf", "--check", file)
    assert "No syntax or stream encoding errors found" in checked and "WARNING" not in checked
    facts = dict(re.findall(r"^([\w ]+):\s+(.*)$", run("pdfinfo", file), re.MULTILINE))
    assert facts["Tagged"] == "yes" and facts["Title"]
    metadata = run("pdfinfo", "-meta", file)
    assert all(
        mark in metadata
        for mark in (
            "<pdfaid:part>2</pdfaid:part>",
            "<pdfaid:conformance>A</pdfaid:conformance>",
            "<pdfuaid:part>1</pdfuaid:part>",
        )
    )
    assert _catalogue(file)["/Lang"] == data["tongue"]["lang"]
    tables, figures = _tables_and_figures(file)
    assert all("TH" in cells and "TD" in cells for cells in tables)
    assert all(figures)


def _catalogue(file: Path) -> Any:
    return pypdf.PdfReader(file).trailer["/Root"]


def _tables_and_figures(file: Path) -> tuple[list[set[str]], list[str]]:
    """The kinds of cells of each table, and the alternative text of each figure."""
    tables: list[set[str]] = []
    figures: list[str] = []

    def visit(node: Any, cells: set[str] | None) -> None:
        node = node.get_object()
        if isinstance(node, list):
            for child in node:
                visit(child, cells)
        elif isinstance(node, dict) and "/S" in node:
            kind = str(node["/S"]).lstrip("/")
            if kind == "Table":
                cells = set()
                tables.append(cells)
            elif kind == "Figure":
                figures.append(str(node.get("/Alt", "")))
            elif cells is not None:
                cells.add(kind)
            if "/K" in node:
                visit(node["/K"], cells)

    visit(_catalogue(file)["/StructTreeRoot"]["/K"], None)
    return tables, figures


# -- The pages --


@pytest.mark.parametrize("paper", ["a4", "us-letter"])
@pytest.mark.parametrize("name", BRIEFS)
def test_pages_are_sound(name: str, paper: str, cache: Path) -> None:
    """Of a brief that takes as many as it needs."""
    settings = SETTINGS if paper == "a4" else _LETTER
    (job,) = render_handouts(linked(msgspec.structs.replace(BRIEFS[name], handout=FULL)), settings)
    _assert_sound(_set(job, cache), paper)


@pytest.mark.parametrize("paper", ["a4", "us-letter"])
@pytest.mark.parametrize("name", [name for name in BRIEFS if name != "every field at its limit"])
def test_two_pages_are_sound(name: str, paper: str, cache: Path) -> None:
    """Of a brief that has to leave out what does not fit. One that is all key points may be refused."""
    settings = SETTINGS if paper == "a4" else _LETTER
    (job,) = render_handouts(linked(BRIEFS[name]), settings)
    done = typeset([job], cache)
    if name == "25 judgements":
        assert [failure.pages for failure in done.failures] > [2]
        return
    file = done.files[job.path]
    assert page_count(file.read_bytes()) <= 2
    _assert_sound(file, paper)


@pytest.mark.parametrize("name", ["the book", "the question sheet", "full", "crowded"])
def test_other_pages_are_sound(name: str, cache: Path) -> None:
    _assert_sound(_set(PRINTED[name], cache), "a4", has_cover=name == "the book")


def _assert_sound(file: Path, paper: str, has_cover: bool = False) -> None:
    left, top, right, bottom = (edge * _MILLIMETRE for edge in _AREAS[paper])
    pages = _pages(file)
    for number, words in enumerate(pages, 1):
        if has_cover and number == 1:
            continue
        body = [word for word in words if word.top > top - 16 and word.bottom < bottom + 6]
        outside = [
            word
            for word in body
            if word.left < left - 1 or word.right > right + 1.5 or word.bottom > bottom + 4
        ]
        assert not outside, (number, outside[:3])
        assert len(body) > 3, (number, "an empty page")
        assert not _overlapping(body), (number, _overlapping(body)[:3])


def _pages(file: Path) -> list[list[Box]]:
    """The words of each page; in Arabic script a line of joined letters is one."""
    text = run("pdftotext", "-bbox", file, "-")
    word = r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*)</word>'
    return [
        [Box(*map(float, found[:4]), found[4]) for found in re.findall(word, page)]
        for page in text.split("<page ")[1:]
    ]


def _overlapping(words: list[Box]) -> list[tuple[str, str]]:
    """Pairs of words of which one covers a good part of the other. Accents and marks reach a little into lines near by,
    and boxes are as high as the tallest letter of their face."""
    found = []
    ordered = sorted(words, key=lambda word: word.top)
    for index, one in enumerate(ordered):
        for other in ordered[index + 1 :]:
            if other.top >= one.bottom:
                break
            across = min(one.right, other.right) - max(one.left, other.left)
            down = min(one.bottom, other.bottom) - max(one.top, other.top)
            least = min(one.bottom - one.top, other.bottom - other.top)
            if across > 1.5 and down > 0.55 * least:
                found.append((one.text, other.text))
    return found


_HEADINGS = (
    "Key points",
    "Timeline",
    "Who matters",
    "Open questions",
    "Judgements",
    "Background",
    "Terms",
    "Sources",
)


@pytest.mark.parametrize("name", BRIEFS)
def test_no_heading_is_left_alone_at_the_foot(name: str, cache: Path) -> None:
    """Something of its section stands on the same page, below the heading or beside it."""
    file = _set(PRINTED[name], cache)
    for number, words in enumerate(_pages(file), 1):
        body = [word for word in words if word.bottom < (297 - 18) * _MILLIMETRE + 1]
        for heading in _HEADINGS:
            first = heading.split()[0]
            places = [
                word for word in body if word.text == first and word.left < 25 * _MILLIMETRE
            ]  # in the rail
            for place in places:
                after = [word for word in body if word.top >= place.top - 2 and word.left > 50 * _MILLIMETRE]
                assert after, (number, heading)
