"""A citation: a source's id and the place in it, written ``rudaw-2021-07-23#p4``."""

from __future__ import annotations

import functools

import msgspec

from backgrounder.model.kinds import ID_PATTERN, SourceId
from backgrounder.patterns import late_pattern

_REMEMBERED = 4096
"""A brief cites the same paragraphs time and again."""

_CITATION = late_pattern(rf"(?P<source>{ID_PATTERN})(?:#p(?P<paragraph>[1-9][0-9]{{0,3}}))?")


class Citation(msgspec.Struct, frozen=True, order=True):
    """Points at a paragraph of a source, or at the whole source where ``paragraph`` is 0."""

    source: SourceId
    paragraph: int = 0

    @property
    def locator(self) -> str:
        return f"p{self.paragraph}" if self.paragraph else ""

    def __str__(self) -> str:
        return f"{self.source}#{self.locator}" if self.paragraph else self.source


@functools.lru_cache(_REMEMBERED)
def parse_citation(text: str) -> Citation | None:
    """The citation that ``text`` stands for, or None where it is none."""
    found = _CITATION.fullmatch(text)
    if not found:
        return None
    return Citation(found["source"], int(found["paragraph"] or 0))
