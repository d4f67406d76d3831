"""Regular expressions that are compiled when they are first used.

The program has more than a hundred of them, and to compile all takes a tenth of the time of a build after an
edit, which uses thirty.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable
from typing import Any, cast

_USES = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn", "groupindex")


def late_pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    """What ``re.compile`` gives, but for faults: these are raised by the first use.

    It can do what the methods of a pattern do, and has its ``pattern``; functions of ``re`` do not take it.
    """
    return cast("re.Pattern[str]", _Late(source, flags))


def alternatives(words: Iterable[str]) -> str:
    """Return a pattern for any of some words, the longest that fits; one that fits nothing where there are none.

    Words with one beginning share it, which is several times as quick to search for as a list.
    """
    return _grouped(sorted(set(words))) or "(?!)"


def _grouped(words: list[str]) -> str:
    groups = [list(group) for _, group in itertools.groupby(words, key=lambda word: word[:1])]
    return "|".join(_group(group) for group in groups)


def _group(words: list[str]) -> str:
    """The pattern of words that begin alike, longer ones before their beginnings."""
    shortest, last = words[0], words[-1]  # of sorted words, these two have the least in common
    length = next(
        (place for place, letter in enumerate(shortest) if last[place : place + 1] != letter), len(shortest)
    )
    first = shortest[:length]
    rest = [word[len(first) :] for word in words if word != first]
    start = re.escape(first).replace("\\ ", "\\s")
    if not rest:
        return start
    return f"{start}(?:{_grouped(rest)}){'?' if first in words else ''}"


class _Late:
    """Has its pattern's methods for its own once one of them has been asked for."""

    def __init__(self, source: str, flags: int) -> None:
        self.pattern = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        if name not in _USES:
            raise AttributeError(name)
        compiled = re.compile(self.pattern, self._flags)
        for use in _USES:
            setattr(self, use, getattr(compiled, use))
        return getattr(compiled, name)
