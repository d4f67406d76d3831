"""Makes the blocks of a document the paragraphs of a source: one typography, each passage once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from backgrounder.evidence.words import plain_words

_SHORTEST_REPEAT = 5
"""Shorter blocks, such as "(Applause)", may stand in a text more than once."""

_OPENS = r"(?:(?<=^)|(?<=[\s(\[{—–/“-]))"


class Paragraphs(NamedTuple):
    """The text of a source, ready to be numbered."""

    kept: tuple[str, ...]
    repeats: tuple[tuple[int, int], ...]
    """For each repeat that was dropped: where it stood among the blocks, and the paragraph that it repeats,
    both from 1."""


def paragraphs(blocks: Iterable[str], title: str = "") -> Paragraphs:
    """The blocks in one typography, without those that repeat an earlier one or the title.

    Scraped articles often carry their text twice; a passage counts once, where it first stands.
    """
    kept: list[str] = []
    repeats: list[tuple[int, int]] = []
    first: dict[tuple[str, ...], int] = {}
    headline = plain_words(title)
    for number, block in enumerate(blocks, start=1):
        words = plain_words(block)
        if not words or words == headline:
            continue
        if words in first and len(words) >= _SHORTEST_REPEAT:
            repeats.append((number, first[words]))
            continue
        kept.append(typeset(block))
        first.setdefault(words, len(kept))
    return Paragraphs(tuple(kept), tuple(repeats))


def typeset(text: str) -> str:
    """The text with curved quotation marks and apostrophes, an ellipsis for three full stops."""
    text = text.replace("``", "“").replace("''", "”").replace("...", "…")
    text = re.sub(rf'{_OPENS}"', "“", text).replace('"', "”")
    text = re.sub(r"(?<=\w)['´`](?=\w)", "’", text)
    text = re.sub(rf"{_OPENS}'(?=\w[^']*\w[.,!?]?')", "‘", text)
    return text.replace("'", "’")
