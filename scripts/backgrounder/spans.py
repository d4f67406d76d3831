"""Where something stands in a file.

``Span`` is what a reader of a message needs: lines and columns. ``Place`` is what later stages can
name without carrying positions along: a file and the keys that lead to a value. ``load.locate``
turns the second into the first when a problem has to be shown.
"""

from __future__ import annotations

import msgspec

Path = tuple[str | int, ...]
"""Keys and indexes from the top of a file to a value, as in ``("timeline", 2, "date")``."""


class Span(msgspec.Struct, frozen=True, order=True, tag=True):
    """A stretch of a file. Lines and columns count from 1, columns in characters; the end is exclusive."""

    file: str
    """Relative to the project folder, with forward slashes."""
    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1

    @property
    def start(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


class Place(msgspec.Struct, frozen=True, tag=True):
    """A value in a file, named by its path of keys; ``at_key`` means the key rather than its value."""

    file: str
    path: Path = ()
    at_key: bool = False
    words: str = ""
    """The words in the value that are meant, where it is not all of it; its first letters may stand
    further along than these say, because YAML and Markdown fold lines."""
    nth: int = 0
    """Which occurrence of the words, from 0."""
