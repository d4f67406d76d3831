"""Reads a folder of the PolNeAR corpus: texts, attributions in brat's format, and the table of articles.

An attribution has a source (who), a cue (the verb) and a content (what). Only the splits ``dev`` and
``train`` are read: ``test`` is kept back.
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

SPLITS = ("dev", "train")
_FIRST_LINE = 3
"""The line of an archived file on which its first paragraph stands."""


class Extent(NamedTuple):
    """A stretch of the article's text, in characters."""

    start: int
    end: int


class Paragraph(NamedTuple):
    """A line of the article that is not empty."""

    number: int
    start: int
    text: str

    @property
    def end(self) -> int:
        return self.start + len(self.text)


class Relation(NamedTuple):
    """An attribution: who is given what."""

    sources: tuple[Extent, ...]
    contents: tuple[Extent, ...]


class Article(NamedTuple):
    """A news article with its attributions, in the order of the text."""

    name: str
    text: str
    title: str
    publisher: str
    published: str
    paragraphs: tuple[Paragraph, ...]
    relations: tuple[Relation, ...]

    def paragraph_at(self, offset: int) -> Paragraph | None:
        """Return the paragraph in which a character stands; None between two."""
        return next((item for item in self.paragraphs if item.start <= offset < item.end), None)

    @property
    def lines(self) -> tuple[int, ...]:
        """The lines on which the paragraphs would stand in the archive."""
        return tuple(range(_FIRST_LINE, _FIRST_LINE + 2 * len(self.paragraphs), 2))


def read_corpus(folder: Path, splits: tuple[str, ...]) -> Iterator[Article]:
    """Yield the articles of the splits in the order of their names.

    Raises FileNotFoundError where the folder has neither ``data/`` nor the splits, and ValueError for a
    split that is kept back.
    """
    data = folder / "data" if (folder / "data").is_dir() else folder
    table = _table(data / "metadata.tsv")
    for split in splits:
        if split not in SPLITS:
            raise ValueError(f"the split {split} is kept back")
        texts = data / split / "text"
        if not texts.is_dir():
            raise FileNotFoundError(f"{texts} is no folder: DIR is the folder of the corpus")
        for file in sorted(texts.glob("*.txt")):
            yield _article(file, data / split / "attributions", table.get(file.stem, {}))


def _table(file: Path) -> dict[str, dict[str, str]]:
    """Return the rows of the table of articles by the name of the article."""
    if not file.is_file():
        return {}
    with file.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        return {row["filename"].removesuffix(".txt"): row for row in rows}


def _article(file: Path, annotations: Path, row: dict[str, str]) -> Article:
    text = file.read_bytes().decode("utf-8")
    found = sorted(annotations.glob(f"{file.stem}_????.ann")) or sorted(annotations.glob(f"{file.stem}.ann"))
    relations = read_relations(found[0].read_text(encoding="utf-8")) if found else ()
    return Article(
        file.stem,
        text,
        row.get("title") or file.stem,
        row.get("publisher") or "daily",
        row.get("publication_date") or "2016-01-01",
        paragraphs_of(text),
        relations,
    )


def paragraphs_of(text: str) -> tuple[Paragraph, ...]:
    """Return the lines that are not empty, without the spaces around them."""
    found = [match for match in re.finditer(r"[^\n]+", text) if match[0].strip()]
    return tuple(
        Paragraph(number, match.start() + len(match[0]) - len(match[0].lstrip()), match[0].strip())
        for number, match in enumerate(found, start=1)
    )


def read_relations(text: str) -> tuple[Relation, ...]:
    """Return the attributions of one file in brat's format, by where their content begins."""
    marked: dict[str, tuple[Extent, ...]] = {}
    events: list[dict[str, list[str]]] = []
    for line in text.split("\n"):  # the words of a mark may have other signs that end a line
        key, _, rest = line.partition("\t")
        if key.startswith("T") and rest:
            marked[key] = _extents(rest.partition("\t")[0])
        elif key.startswith("E") and rest:
            events.append(_roles(rest))
    relations = [_relation(event, marked) for event in events]
    return tuple(sorted(item for item in relations if item.contents))


def _extents(kind: str) -> tuple[Extent, ...]:
    """Return the stretches of ``Content 207 579;581 851``."""
    pairs = kind.split(" ", 1)[1].split(";")
    return tuple(Extent(*map(int, pair.split())) for pair in pairs)


def _roles(roles: str) -> dict[str, list[str]]:
    """Return the marks of an event by their role; ``Content2`` is a second content."""
    found: dict[str, list[str]] = defaultdict(list)
    for item in roles.split():
        role, _, key = item.partition(":")
        found[role.rstrip("0123456789")].append(key)
    return found


def _relation(event: dict[str, list[str]], marked: dict[str, tuple[Extent, ...]]) -> Relation:
    def all_of(role: str) -> tuple[Extent, ...]:
        return tuple(sorted(extent for key in event.get(role, ()) for extent in marked.get(key, ())))

    return Relation(all_of("Source"), all_of("Content"))
