"""Runs Typst: fixed template, project fonts, no machine fonts, no packages, fixed clock."""

from __future__ import annotations

import datetime
import hashlib
import json
import re
from importlib import resources
from pathlib import Path

import typst

_STANDARDS = ["a-2a", "ua-1"]
_PAGES = 2
_FITS = (
    {"scale": "1"},
    {"scale": "0.96"},
    {"scale": "0.92"},
    {"scale": "0.92", "terms": "no"},
)
"""Ways to set a brief, from the roomiest to the tightest; the first that gives two pages is taken, and a
brief that is too long for any of them gets the first and as many pages as it needs."""
_PAGE_COUNT = re.compile(rb"/Type\s*/Pages\s*/Count\s+([0-9]+)")


class PressError(Exception):
    """Typst refuses; the message is what it says."""


class Press:
    """Sets one handout after another with the same template and fonts."""

    def __init__(self) -> None:
        package = resources.files("backgrounder")
        self._template = (package / "render/handout/handout.typ").read_bytes()
        font_folder = Path(str(package / "assets/fonts"))
        self.fingerprint = _fingerprint(self._template, font_folder)
        """Changes whenever the same data might be set differently."""
        self._fonts = typst.Fonts(
            include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(font_folder)]
        )

    def set(self, data: bytes) -> bytes:
        """The PDF of one handout, on two pages if that can be. Raises PressError where Typst refuses."""
        for fit in _FITS:
            pdf = self._compile(data, fit)
            if page_count(pdf) <= _PAGES:
                return pdf
        return self._compile(data, _FITS[0])

    def _compile(self, data: bytes, fit: dict[str, str]) -> bytes:
        try:
            pdf, warnings = typst.compile_with_warnings(
                self._template,
                format="pdf",
                font_paths=self._fonts,
                sys_inputs={"data": data.decode(), **fit},
                pdf_standards=_STANDARDS,
                timestamp=_timestamp(data),
            )
        except typst.TypstError as error:
            raise PressError(error.message) from error
        if warnings:
            raise PressError("; ".join(warning.message for warning in warnings))
        return pdf


def page_count(pdf: bytes) -> int:
    """The number of pages of a PDF as Typst writes it."""
    return sum(int(found) for found in _PAGE_COUNT.findall(pdf))


def _timestamp(data: bytes) -> datetime.datetime:
    """The day up to which the brief is true, never the clock."""
    day = datetime.date.fromisoformat(json.loads(data)["as_of_iso"])
    return datetime.datetime(day.year, day.month, day.day, tzinfo=datetime.UTC)


def _fingerprint(template: bytes, font_folder: Path) -> bytes:
    parts = [typst.__version__.encode(), template]
    parts += [font.read_bytes() for font in sorted(font_folder.glob("*.ttf"))]
    digest = hashlib.sha256()
    for part in parts:
        digest.update(hashlib.sha256(part).digest())
    return digest.digest()
