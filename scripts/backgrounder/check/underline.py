"""The place of some words in a text, so that a message underlines them alone."""

from __future__ import annotations

import re

from backgrounder.spans import Path, Place


def underlined(file: str, path: Path, text: str, start: int, end: int) -> Place:
    """The place of ``text[start:end]`` in the value at ``path``, whose whole text is ``text``.

    Lines may be folded elsewhere in the file than in the text, so any white space equals any other.
    """
    words = text[start:end].split()
    pattern = r"\s+".join(map(re.escape, words))
    nth = sum(1 for _ in re.finditer(pattern, text[:start]))
    return Place(file, path, words=" ".join(words), nth=nth)
