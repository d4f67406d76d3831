"""The words of registered names, by which a slip of the typist is forgiven."""

from __future__ import annotations

from collections.abc import Iterable

from backgrounder.search.fold import fold_words
from backgrounder.search.shards import script

NAMES_PATH = "names.js"
_SHORTEST = 4


def names_text(names: Iterable[str]) -> str:
    """The file of all words of ``names`` that are long enough for a slip to be told from another word."""
    words = {word for name in names for word in fold_words(name) if len(word) >= _SHORTEST}
    return script("names", " ".join(sorted(words)))
