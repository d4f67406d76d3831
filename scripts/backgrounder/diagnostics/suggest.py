"""The near miss: which known word was probably meant."""

from __future__ import annotations

import re
from collections.abc import Iterable

from backgrounder.patterns import late_pattern

_ENOUGH_ALIKE = 70
"""Of a hundred; enough to be worth a question."""

_PARTS = late_pattern(r"[-_]")
_SAFE_LENGTH = 5
_LONG = 9
"""From this length on, a word with two slips in it can still be told."""
_FEW_SLIPS = 2


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word most like ``word``, or None where none is alike enough to be worth saying."""
    from rapidfuzz import fuzz, process  # takes longer to load than most runs, which have no need of it

    found = process.extractOne(word, sorted(known), scorer=fuzz.ratio, score_cutoff=_ENOUGH_ALIKE)
    return found[0] if found else None


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Help that offers the nearest known word; empty where there is none."""
    match = nearest(word, known)
    return f"did you mean `{match}`?" if match else ""


def surely_meant(word: str, known: Iterable[str]) -> str | None:
    """The one known word that is a slip or two away, where no other is near; else None.

    A slip is a letter too many, too few, wrong, or changed with its neighbour. The first letter is seldom
    missed, so a word with another is another word. Short words and numbers are left alone, those between
    hyphens too: among them a slip leads from one right word to another.
    """
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    alike = [other for other in sorted(known) if _digits(other) == _digits(word)]
    near = process.extract(word, alike, scorer=OSA.distance, score_cutoff=_FEW_SLIPS + 1, limit=2)
    if not near or not _is_slip(word, near[0][0]):
        return None
    is_alone = len(near) == 1 or near[1][1] > near[0][1] + 1
    return near[0][0] if is_alone else None


def _digits(word: str) -> str:
    return re.sub(r"\D", "", word)


def _is_slip(word: str, meant: str) -> bool:
    """Whether one can hardly be anything but the other, misspelt."""
    parts, meant_parts = _PARTS.split(word), _PARTS.split(meant)
    if "".join(parts) == "".join(meant_parts):
        return True
    return len(parts) == len(meant_parts) and all(map(_is_misspelt_part, parts, meant_parts))


def _is_misspelt_part(part: str, meant: str) -> bool:
    if part == meant:
        return True
    from rapidfuzz.distance import OSA

    length = min(len(part), len(meant))
    slips = _FEW_SLIPS if length >= _LONG else 1
    is_word = length >= _SAFE_LENGTH and not any(letter.isdigit() for letter in part + meant)
    return is_word and part[0] == meant[0] and OSA.distance(part, meant) <= slips
