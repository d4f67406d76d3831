"""The text of a source as the desk keeps it: what statements are compared with."""

from __future__ import annotations

import hashlib

import msgspec

_VERSION_LENGTH = 16


class ArchivedText(msgspec.Struct, frozen=True):
    """A source's text, paragraph by paragraph, as it lies in the archive."""

    source: str
    """The id of its record."""
    file: str
    """Where it lies, relative to the project folder."""
    title: str
    """The headline; empty where the archive has none."""
    paragraphs: tuple[str, ...]
    """Paragraph 1 first, each on one line."""
    lines: tuple[int, ...]
    """The line of the file on which each paragraph stands."""

    @property
    def version(self) -> str:
        """What tells this text from any other: 16 hexadecimal digits of a hash over all of it."""
        text = "\n\n".join((self.title, *self.paragraphs))
        return hashlib.sha256(text.encode()).hexdigest()[:_VERSION_LENGTH]

    def paragraph(self, number: int) -> str:
        """A paragraph by its number from 1; empty where there is none of that number."""
        return self.paragraphs[number - 1] if 0 < number <= len(self.paragraphs) else ""
