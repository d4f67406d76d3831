"""The real handout looks as it was approved: pictures of its pages, compared millimetre by millimetre.

Renderers differ in how they smooth and hint letters, so the pictures are compared by the mean darkness of cells of a
millimetre; a word, a rule or a mark that is elsewhere, or of another weight, changes cells far more. ``pytest --update``
rewrites the approved pictures; look at them before keeping them.
"""

from __future__ import annotations

import functools
import itertools
import json
import struct
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import pytest
from browsing import ROOT
from test_handout import SETTINGS, run

from backgrounder.link import link
from backgrounder.load import load_corpus
from backgrounder.model.corpus import walk
from backgrounder.model.proof import Proof, SpeakerGrade
from backgrounder.render.paper import TEMPLATES, Job, render_handouts
from backgrounder.typeset import page_count, typeset
from backgrounder.typeset.press import Press

_APPROVED = Path(__file__).with_name("approved")
_DPI = 101.6
"""Four pixels for each millimetre."""
_PIXELS = 4
_MOST = 30
"""Of 255: how far the mean of a cell may be from what was approved, moved by up to a pixel any way. Other smoothing, or
moving lines to whole pixels, changes it by less than 25."""


class Picture(NamedTuple):
    """A page in grey, a byte for each pixel, row by row."""

    width: int
    height: int
    pixels: bytes


def _job() -> Job:
    corpus = load_corpus(ROOT, ROOT / "briefs").corpus
    brief = next(one for one in corpus.briefs if one.slug == "end-of-us-combat-mission")
    named = [
        (corpus.brief_files[brief.slug], path, Proof(record.cite[0], SpeakerGrade.NAMED))
        for path, record in walk(brief)
        if getattr(record, "quote", None)
    ]
    jobs = {job.name: job for job in render_handouts(link(corpus, proofs=named), SETTINGS)}
    return jobs[brief.slug]


def _pictures(pdf: Path, dpi: float = _DPI) -> list[Picture]:
    count = page_count(pdf.read_bytes())
    stem = pdf.with_suffix("")
    run("pdftoppm", "-gray", "-r", dpi, pdf, stem)
    return [_read_pgm(stem.with_name(f"{stem.name}-{number}.pgm")) for number in range(1, count + 1)]


def _read_pgm(file: Path) -> Picture:
    _, size, _, pixels = file.read_bytes().split(b"\n", 3)
    width, height = map(int, size.split())
    return Picture(width, height, pixels)


def _cells(picture: Picture, pixels: int = _PIXELS, across: int = 0, down: int = 0) -> list[list[float]]:
    """The mean of each square of so many pixels, the squares moved by so many."""
    rows, columns = picture.height // pixels - 1, picture.width // pixels - 1
    sums = [[0] * columns for _ in range(rows)]
    for row in range(rows):
        for line in range(row * pixels + down, (row + 1) * pixels + down):
            start = max(line, 0) * picture.width
            totals = list(itertools.accumulate(picture.pixels[start : start + picture.width], initial=0))
            for column in range(columns):
                left = max(column * pixels + across, 0)
                sums[row][column] += totals[left + pixels] - totals[left]
    return [[total / pixels**2 for total in line] for line in sums]


@functools.cache
def _approved(number: int) -> tuple[list[list[float]], list[list[float]]]:
    """The least and the greatest mean of each cell, however it is moved by a pixel."""
    picture = _read_png(_APPROVED / f"handout-{number}.png")
    moved = [_cells(picture, across=x, down=y) for x in (-1, 0, 1) for y in (-1, 0, 1)]
    least = [[min(cells) for cells in zip(*rows, strict=True)] for rows in zip(*moved, strict=True)]
    most = [[max(cells) for cells in zip(*rows, strict=True)] for rows in zip(*moved, strict=True)]
    return least, most


def _differences(found: Picture, number: int, pixels: int = _PIXELS) -> list[tuple[int, int]]:
    """The places, in mm from the top left corner, where a picture differs from the approved one of that page."""
    cells = _cells(found, pixels)
    least, most = _approved(number)
    assert abs(len(cells) - len(least)) <= 1 and abs(len(cells[0]) - len(least[0])) <= 1
    return [
        (x, y)
        for y, lines in enumerate(zip(cells, least, most, strict=False))
        for x, (cell, low, high) in enumerate(zip(*lines, strict=False))
        if not low - _MOST <= cell <= high + _MOST
    ]


def _write_png(picture: Picture, file: Path) -> None:
    lines = b"".join(
        b"\0" + picture.pixels[at : at + picture.width] for at in range(0, len(picture.pixels), picture.width)
    )
    head = struct.pack(">IIBBBBB", picture.width, picture.height, 8, 0, 0, 0, 0)
    chunks = [(b"IHDR", head), (b"IDAT", zlib.compress(lines, 9)), (b"IEND", b"")]
    file.write_bytes(
        b"\x89PNG\r\n\x1a\n"
        + b"".join(
            struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
            for kind, body in chunks
        )
    )


def _read_png(file: Path) -> Picture:
    """A picture as ``_write_png`` writes it."""
    data = file.read_bytes()
    width, height = struct.unpack_from(">II", data, 16)
    (length,) = struct.unpack_from(">I", data, 33)
    lines = zlib.decompress(data[41 : 41 + length])
    return Picture(
        width, height, b"".join(lines[at + 1 : at + 1 + width] for at in range(0, len(lines), width + 1))
    )


@pytest.fixture(scope="module")
def pdf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("picture")
    job = _job()
    file = folder / "page.pdf"
    file.write_bytes(typeset([job], folder / "cache").files[job.path].read_bytes())
    return file


def test_the_handout_looks_as_approved(pdf: Path, update: bool) -> None:
    pictures = _pictures(pdf)
    assert len(pictures) == 2
    for number, picture in enumerate(pictures, 1):
        approved = _APPROVED / f"handout-{number}.png"
        if update:
            _APPROVED.mkdir(exist_ok=True)
            _write_png(picture, approved)
            _approved.cache_clear()
        places = _differences(picture, number)
        if places:
            _write_png(picture, pdf.with_name(f"found-{number}.png"))
        assert not places, (
            f"page {number} differs in {len(places)} places, the first at {places[0]} mm from the top left; "
            f"look at {pdf.with_name(f'found-{number}.png')}, and run with --update if it is as it should be"
        )


@pytest.mark.parametrize("times", [2, 3])
def test_other_smoothing_is_no_difference(pdf: Path, times: int) -> None:
    """The same page drawn two and three times as large, which hints and smooths otherwise."""
    for number, picture in enumerate(_pictures(pdf, _DPI * times), 1):
        assert _differences(picture, number, _PIXELS * times) == []


def _reworded(job: Job) -> Job:
    return _with_data(job, lambda data: data["key_points"][1]["text"][0].update(text=_other_words(data)))


def _other_words(data: dict[str, Any]) -> str:
    return data["key_points"][1]["text"][0]["text"].replace("already", "usually")


def _unmarked(job: Job) -> Job:
    return _with_data(job, lambda data: data["key_points"][0]["cite"].clear())


def _planned(job: Job) -> Job:
    return _with_data(job, lambda data: data["events"][0].update(planned=True))


def _with_data(job: Job, change: Callable[[dict[str, Any]], None]) -> Job:
    data = json.loads(job.data)
    change(data)
    return msgspec.structs.replace(job, data=json.dumps(data).encode())


@pytest.mark.parametrize("changed", [_reworded, _unmarked, _planned], ids=["word", "mark", "dot"])
def test_other_content_is_a_difference(changed: Callable[[Job], Job], tmp_path: Path) -> None:
    _assert_told(changed(_job()), tmp_path, "")


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("look.typ", "#let column = 137mm", "#let column = 136mm"),
        ("look.typ", '#let navy = rgb("#14304f")', '#let navy = rgb("#6f88a5")'),
        ("look.typ", "top: 19mm", "top: 20mm"),
        ("parts.typ", "let body-size = 9.4 * unit", "let body-size = 9.55 * unit"),
        ("parts.typ", "below: 6 * unit, thick-line", "below: 9 * unit, thick-line"),
        ("parts.typ", "(left: 3pt + navy)", "(left: 0.5pt + navy)"),
    ],
    ids=["axis 1 mm shorter", "paler", "1 mm lower", "2 % larger", "1 mm more air", "thinner rule"],
)
def test_another_look_is_a_difference(file: str, old: str, new: str, tmp_path: Path) -> None:
    templates = tmp_path / "templates"
    templates.mkdir()
    for template in TEMPLATES.glob("*.typ"):
        text = template.read_text(encoding="utf-8")
        assert template.name != file or text.count(old) == 1
        (templates / template.name).write_text(
            text.replace(old, new) if template.name == file else text, encoding="utf-8"
        )
    _assert_told(_job(), tmp_path, str(templates))


def _assert_told(job: Job, folder: Path, templates: str) -> None:
    from backgrounder.typeset import press as module

    with pytest.MonkeyPatch.context() as patch:
        if templates:
            patch.setattr(module, "TEMPLATES", Path(templates))
        press = Press()
        try:
            file = folder / "changed.pdf"
            file.write_bytes(press.set(job))
        finally:
            press.close()
    picture = _pictures(file)[0]
    assert _differences(picture, 1)
