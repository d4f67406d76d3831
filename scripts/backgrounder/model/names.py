"""Finds the stakeholders that a text names, by any of their names.

States are found by their full name alone: "American" or "Iraqi" in a sentence is seldom about the
state. Case counts, so that the short form IS is not found in the word "is".
"""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet

from backgrounder.model.choices import StakeholderKind
from backgrounder.model.joined import Joined
from backgrounder.model.registry import Stakeholder
from backgrounder.patterns import late_pattern

_WORD = late_pattern(r"\w+")

Words = tuple[str, ...]


class Names:
    """All names of all stakeholders, looked up by their first word; those of states only if asked for."""

    def __init__(self, stakeholders: Mapping[str, Stakeholder], with_adjectives: bool = False) -> None:
        self._by_first_word: dict[str, list[tuple[Words, str]]] = defaultdict(list)
        for record_id, record in stakeholders.items():
            for words in dict.fromkeys(_words(name) for name in _names(record, with_adjectives)):
                if words:
                    self._by_first_word[words[0]].append((words, record_id))

    def first_words_in(self, text: str, words: AbstractSet[str]) -> set[str]:
        """The words of ``text`` that a name begins with, and perhaps some that are written in other capitals.

        ``words`` are the plain words of the text. Where this is empty, the text and its parts name nobody.
        """
        firsts = self._firsts_by_plain_word
        found = {first for word in words & firsts.keys() for first in firsts[word]}
        if self._other_letters and not text.isascii():
            found.update(set(self._candidate.findall(text)) & self._by_first_word.keys())
        return found

    def found_in(self, text: str) -> tuple[str, ...]:
        """The ids of the stakeholders named in ``text``, in the order of their first naming.

        The longest name wins where one is part of another.
        """
        words = _words(text)
        found: dict[str, None] = {}
        position = 0
        for start in [place for place, word in enumerate(words) if word in self._by_first_word]:
            if start < position:
                continue
            fitting = [
                (name, record_id)
                for name, record_id in self._by_first_word[words[start]]
                if words[start : start + len(name)] == name
            ]
            longest = max((len(name) for name, _ in fitting), default=0)
            found.update((record_id, None) for name, record_id in fitting if len(name) == longest)
            position = start + (longest or 1)
        return tuple(found)

    def found_in_each(self, texts: Sequence[str], first_words: Iterable[str]) -> list[tuple[str, ...]]:
        """The same for each of many texts, most of which name nobody; ``first_words`` are those found in them."""
        found: list[tuple[str, ...]] = [()] * len(texts)
        for number in Joined(texts).holding(first_words):
            found[number] = self.found_in(texts[number])
        return found

    @functools.cached_property
    def _firsts_by_plain_word(self) -> dict[str, list[str]]:
        """The words of ASCII that names begin with, by what they are as plain words."""
        firsts: dict[str, list[str]] = defaultdict(list)
        for word in self._by_first_word:
            if word.isascii():
                firsts[word.lower()].append(word)
        return firsts

    @functools.cached_property
    def _other_letters(self) -> str:
        """Every letter with which a word begins that a name begins with and that is not of ASCII."""
        return "".join(sorted({word[0] for word in self._by_first_word if not word.isascii()}))

    @functools.cached_property
    def _candidate(self) -> re.Pattern[str]:
        """A word that starts with one of these letters, which few words of a text do."""
        # The letter comes first, and then that none stands before it: so the search leaps from one to the next.
        return re.compile(rf"[{re.escape(self._other_letters)}](?<!\w.)\w*")


def _names(record: Stakeholder, with_adjectives: bool) -> Iterable[str]:
    if record.kind is StakeholderKind.STATE and not with_adjectives:
        return (record.name,)
    return (record.name, *record.aliases, *(name.text for name in record.names))


def _words(text: str) -> Words:
    return tuple(_WORD.findall(text))
