"""Finds words of likelihood in English texts, and says which table and row each belongs to."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import NamedTuple

from backgrounder.model.likelihood import Likelihood, LikelihoodTable


class Estimate(NamedTuple):
    """A word of likelihood in a text."""

    words: str
    start: int
    meant: Likelihood | None
    """The word of the desk's own table; None where the words belong to another row or table."""
    instead: Likelihood | None
    """What the desk's table has for it, where that is known."""

    @property
    def end(self) -> int:
        return self.start + len(self.words)


_VARIANTS = {
    "almost certainly": Likelihood.ALMOST_CERTAIN,
    "virtually certainly": Likelihood.VIRTUALLY_CERTAIN,
    "a roughly even chance": Likelihood.ROUGHLY_EVEN_CHANCE,
}
_PHIA_VARIANTS = {"probable": Likelihood.LIKELY, "probably": Likelihood.LIKELY}

_OTHER_ROW = {
    "remote": Likelihood.ALMOST_NO_CHANCE,
    "highly improbable": Likelihood.VERY_UNLIKELY,
    "improbable": Likelihood.UNLIKELY,
    "improbably": Likelihood.UNLIKELY,
    "roughly even odds": Likelihood.ROUGHLY_EVEN_CHANCE,
    "probable": Likelihood.LIKELY,
    "probably": Likelihood.LIKELY,
    "highly probable": Likelihood.VERY_LIKELY,
    "nearly certain": Likelihood.ALMOST_CERTAIN,
    "almost no likelihood": Likelihood.ALMOST_NO_CHANCE,
    "not likely": Likelihood.UNLIKELY,
    "extremely likely": None,
    "extremely unlikely": None,
    "fairly likely": None,
    "quite likely": None,
    "rather likely": None,
    "somewhat likely": None,
    "fairly unlikely": None,
    "quite unlikely": None,
    "rather unlikely": None,
    "somewhat unlikely": None,
    "even chance": None,
    "good chance": None,
    "slim chance": None,
}
"""ICD 203's row B, and words that no table holds."""


def estimates(text: str, table: LikelihoodTable) -> Iterator[Estimate]:
    """The words of likelihood in ``text``, the longest at each place, in their order."""
    pattern, known = _vocabulary(table)
    for found in pattern.finditer(text):
        meant, instead = known[" ".join(found[0].lower().split())]
        yield Estimate(found[0], found.start(), meant, instead)


@functools.cache
def _vocabulary(
    table: LikelihoodTable,
) -> tuple[re.Pattern[str], dict[str, tuple[Likelihood | None, Likelihood | None]]]:
    own = {word.label: word for word in table.words}
    own |= {phrase: word for phrase, word in _VARIANTS.items() if word in table.words}
    if table is LikelihoodTable.PHIA:
        own |= _PHIA_VARIANTS
    foreign = {word.label: _nearest(word, table) for word in Likelihood} | {
        phrase: word if word in table.words else None for phrase, word in _OTHER_ROW.items()
    }
    known: dict[str, tuple[Likelihood | None, Likelihood | None]] = {
        phrase: (None, word) for phrase, word in foreign.items()
    }
    known |= {phrase: (word, None) for phrase, word in own.items()}
    longest_first = sorted(known, key=lambda phrase: (-len(phrase), phrase))
    phrases = "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in longest_first)
    return re.compile(rf"(?<![\w-])(?:{phrases})(?![\w-])", re.IGNORECASE), known


def _nearest(word: Likelihood, table: LikelihoodTable) -> Likelihood | None:
    """The word of ``table`` whose band lies nearest to that of a word of another table."""
    home = next((other for other in LikelihoodTable if word in other.words), None)
    if home is None or word in table.words:
        return None
    low, high, _ = home.band(word)
    return min(
        table.words, key=lambda mine: (abs(sum(table.band(mine)[:2]) - (low + high)), table.words.index(mine))
    )
