"""The near miss: which known word was probably meant."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

_ENOUGH_ALIKE = 0.7


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word most like ``word``, or None where none is alike enough to be worth saying."""
    matches = get_close_matches(word, sorted(known), n=1, cutoff=_ENOUGH_ALIKE)
    return matches[0] if matches else None


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Help that offers the nearest known word; empty where there is none."""
    match = nearest(word, known)
    return f"did you mean `{match}`?" if match else ""
