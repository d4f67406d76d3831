"""Finds the stakeholders that a text names, by any of their names.

States are found by their full name alone: "American" or "Iraqi" in a sentence is seldom about the
state. Case counts, so that the short form IS is not found in the word "is".
"""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from backgrounder.model.choices import StakeholderKind
from backgrounder.model.joined import Joined
from backgrounder.model.registry import Stakeholder

_WORD = re.compile(r"\w+")

Words = tuple[str, ...]


class Names:
    """All names of all stakeholders, looked up by their first word; those of states only if asked for."""

    def __init__(self, stakeholders: Mapping[str, Stakeholder], with_adjectives: bool = False) -> None:
        self._by_first_word: dict[str, list[tuple[Words, str]]] = defaultdict(list)
        for record_id, record in stakeholders.items():
            for words in dict.fromkeys(_words(name) for name in _names(record, with_adjectives)):
                if words:
                    self._by_first_word[words[0]].append((words, record_id))

    def found_in(self, text: str) -> tuple[str, ...]:
        """The ids of the stakeholders named in ``text``, in the order of their first naming.

        The longest name wins where one is part of another.
        """
        words = _words(text)
        found: dict[str, None] = {}
        position = 0
        while position < len(words):
            begun = self._by_first_word.get(words[position])
            if begun is None:  # no name begins with it, as with most words
                position += 1
                continue
            fitting = [
                (name, record_id)
                for name, record_id in begun
                if words[position : position + len(name)] == name
            ]
            longest = max((len(name) for name, _ in fitting), default=0)
            found.update((record_id, None) for name, record_id in fitting if len(name) == longest)
            position += longest or 1
        return tuple(found)

    def found_in_each(self, texts: Sequence[str]) -> list[tuple[str, ...]]:
        """The same for each of many texts, most of which name nobody."""
        found: list[tuple[str, ...]] = [()] * len(texts)
        joined = Joined(texts)
        for number in joined.holding(set(self._candidate.findall(joined.whole)) & self._by_first_word.keys()):
            found[number] = self.found_in(texts[number])
        return found

    @functools.cached_property
    def _candidate(self) -> re.Pattern[str]:
        """A word with a letter at its start that any name starts with, which few words of a text have."""
        letters = "".join(sorted({word[0] for word in self._by_first_word}))
        # The letter comes first, and then that none stands before it: so the search leaps from one to the next.
        return re.compile(rf"[{re.escape(letters)}](?<!\w.)\w*" if letters else "(?!)")


def _names(record: Stakeholder, with_adjectives: bool) -> Iterable[str]:
    if record.kind is StakeholderKind.STATE and not with_adjectives:
        return (record.name,)
    return (record.name, *record.aliases, *(name.text for name in record.names))


def _words(text: str) -> Words:
    return tuple(_WORD.findall(text))
