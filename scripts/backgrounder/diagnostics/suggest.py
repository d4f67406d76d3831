"""The near miss: which known word was probably meant."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

_ENOUGH_ALIKE = 70
"""Of a hundred; enough to be worth a question."""

_SAFE_LENGTH = 5
_FEW_SLIPS = 2


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word most like ``word``, or None where none is alike enough to be worth saying."""
    found = process.extractOne(word, sorted(known), scorer=fuzz.ratio, score_cutoff=_ENOUGH_ALIKE)
    return found[0] if found else None


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Help that offers the nearest known word; empty where there is none."""
    match = nearest(word, known)
    return f"did you mean `{match}`?" if match else ""


def surely_meant(word: str, known: Iterable[str]) -> str | None:
    """The one known word that is a slip or two away, where no other is near; else None.

    A slip is a letter too many, too few, wrong, or changed with its neighbour. Short words are left
    alone: among them a slip leads from one right word to another.
    """
    near = process.extract(word, sorted(known), scorer=OSA.distance, score_cutoff=_FEW_SLIPS + 1, limit=2)
    if len(word) < _SAFE_LENGTH or not near or near[0][1] > _FEW_SLIPS:
        return None
    is_alone = len(near) == 1 or near[1][1] > near[0][1] + 1
    return near[0][0] if is_alone and _same_digits(word, near[0][0]) else None


def _same_digits(word: str, other: str) -> bool:
    """Whether numbers agree: ``paper-2021-07-22`` is no slip for ``paper-2021-07-23``."""
    return [letter for letter in word if letter.isdigit()] == [letter for letter in other if letter.isdigit()]
