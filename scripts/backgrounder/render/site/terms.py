"""Finds glossary terms in running text, so that the first use in a section can explain itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from backgrounder.model.registry import Term


class TermMarker:
    """Marks each term once; ``again`` lets every term be marked anew, as at a new section."""

    def __init__(self, terms: Iterable[tuple[str, Term]]) -> None:
        self._ids = {
            _key(word): record_id for record_id, term in terms for word in (term.name, *term.aliases)
        }
        longest_first = sorted(self._ids, key=lambda word: (-len(word), word))
        pattern = "|".join(_pattern(word) for word in longest_first)
        self._pattern = re.compile(rf"(?<!\w)(?:{pattern})(?!\w)") if pattern else None
        self._is_ascii = all(map(str.isascii, self._ids))
        self._folded = sorted({word.casefold() for word in self._ids})
        self._count = len(set(self._ids.values()))
        self._marked: set[str] = set()

    def may_mark(self, text: str) -> bool:
        """False where no word of a term stands in ``text``, or every term is marked already; a quick look, so True is no
        promise."""
        if len(self._marked) == self._count:
            return False
        folded = text.casefold()
        for word in self._folded:  # noqa: SIM110 -- a generator costs more than the search
            if word in folded:
                return True
        return False

    def again(self) -> None:
        """Starts over."""
        self._marked.clear()

    def pieces(self, text: str) -> Iterator[tuple[str, str]]:
        """``text`` cut into pieces, each with the id of the term it is, or an empty id."""
        position = 0
        for found in self._pattern.finditer(text, self._start(text)) if self._pattern else ():
            word = found[0]
            record_id = self._ids.get(_key(word)) or self._ids.get(word.casefold(), "")
            if not record_id or record_id in self._marked:
                continue
            self._marked.add(record_id)
            yield text[position : found.start()], ""
            yield word, record_id
            position = found.end()
            if len(self._marked) == self._count:
                break
        yield text[position:], ""

    def _start(self, text: str) -> int:
        """Where the pattern need not look before: it goes letter by letter, and a search for a word does not."""
        if not (self._is_ascii and text.isascii()):  # else a letter in small may be two
            return 0
        folded = text.casefold()
        places = [folded.find(word) for word in self._folded]
        return min([place for place in places if place >= 0], default=len(text))


def _key(word: str) -> str:
    """Short forms in capitals keep their case, so that the alias IS does not match the word "is"."""
    return word if word.isupper() else word.casefold()


def _pattern(word: str) -> str:
    return re.escape(word) if word.isupper() else f"(?i:{re.escape(word)})"
