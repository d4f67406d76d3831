"""The labels of a transcript's turns beside a name and a colon, and what may be one and is not understood.

A name may stand in brackets, before a bar or a dash, behind a bullet or a number, or alone on a line. Where a
paragraph opens with what may be a label that names nobody known, the turn before it ends all the same: its words
are nobody's rather than somebody else's.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from backgrounder.evidence.languages import Language
from backgrounder.evidence.people import People
from backgrounder.patterns import late_pattern

_FAR = 140
_OPENING = late_pattern(r"\s*(?:>>+|[•*·‣▪◦]|\d{1,3}[.)]|[(\[][^)\]]{1,40}[)\]])\s*")
"""Marks that may stand before a label: an arrow, a bullet, a number, a note."""
_ARROW = late_pattern(r"\s*>>+\s*")
_IN_BRACKETS = late_pattern(
    r"\s*(?:\[(?P<square>[^\]]{1,60})\]|\((?P<round>[^)]{1,60})\)|<(?P<angled>[^>]{1,60})>)\s*"
)
_BEFORE_MARK = late_pattern(r"\s*(?P<label>[^\W\d_][\w.’' -]{1,50}?)\s*(?P<mark>[;>|]|\s[–—-])\s+")
_MARKS = late_pattern("[;>|–—-]")
_HANDLE = late_pattern(r"\s*@\w+\s*:\s*")
_DIALOGUE = late_pattern(r"\s*[–—―]\s+(?=[\"“]?[^\W\d_a-z])")
_BEFORE_STOP = late_pattern(
    r"\s*(?P<label>[^\W\d_]\w{1,9}\.? (?:[A-Z][\w’'-]+ ){0,2}[A-Z][\w’'-]+)\.\s+(?=[A-Z“\"])"
)
_BEFORE_COLON = late_pattern(r"\s*(?P<label>[^\W\d_][^:!?“”\"]{1,138}):\s+")
_WITHIN = late_pattern(
    r"(?<=[.!?…”\"’)\]])\s+(?P<label>(?:[A-Z][\w.’'-]*\s){0,3}[A-Z][\w’'-]+):\s+(?=[A-Z“\"])"
)
_NOTE_WITHIN = late_pattern(r"[(\[](?P<note>[A-Z][^()\[\]]{2,200})[)\]]")
_MOST_NAME = 4
_MOST_NOTE = 3
_LONGEST_SHORT_FORM = 5
"""Capitals of so many letters are a short form, as in (NATO), and no note."""


class Label(NamedTuple):
    """Who a turn is given to, and where the label and the words behind it begin in the paragraph."""

    name: str
    """Empty where it is not understood."""
    start: int
    at: int = 0


class LabelReader:
    """Reads the labels that only transcripts have."""

    def __init__(self, people: People, language: Language) -> None:
        self._people = people
        self._language = language
        self._roles = language.titles | frozenset(language.proxies)

    def at_start(self, text: str) -> Label | None:
        """The label, known or not, with which a paragraph opens in one of the rarer forms."""
        for read in (
            self._in_brackets,
            self._before_mark,
            self._before_stop,
            self._before_colon,
            self._alone,
        ):
            if found := read(text):
                return found
        if (start := self.behind_opening(text)) and (found := self._before_colon(text, start)):
            return found
        if text.lstrip()[:1].isalnum():
            return None
        for pattern in (_HANDLE, _ARROW, _DIALOGUE):
            if match := pattern.match(text):
                return Label("", match.end())
        return None

    def is_label(self, written: str) -> bool:
        """Whether words behind an opening are a name: somebody known, or words in capitals."""
        name = written.strip()
        return bool(self._people.labelled(name)) or (name.isupper() and len(name) > 1)

    def behind_opening(self, text: str) -> int:
        """Where a paragraph goes on behind an arrow, a bullet, a number or a note."""
        match = _OPENING.match(text)
        return match.end() if match else 0

    def within(self, text: str, start: int, known: frozenset[str]) -> Iterator[Label]:
        """The labels of further turns in one paragraph, each behind the end of a sentence."""
        if ":" not in text[start:]:
            return
        for match in _WITHIN.finditer(text, start):
            name = match["label"]
            if name in known or self._people.labelled(name):
                yield Label(name, match.end(), match.start())
            elif self._is_name(name) or (name.isupper() and len(name) > 1):
                yield Label("", match.end(), match.start())

    def notes(self, text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Where brackets hold what happens in the room: a whole sentence, or a word or two."""
        if "(" not in text and "[" not in text:
            return
        for match in _NOTE_WITHIN.finditer(text, start, end):
            if self._is_note(match["note"].rstrip()):
                yield match.span()

    def _is_note(self, words: str) -> bool:
        if words.isupper():
            return len(words) > _LONGEST_SHORT_FORM
        lows = {word.lower().strip(".,!?") for word in words.split()}
        is_short_form = words.split()[-1].lower().rstrip(".") in self._language.abbreviations
        is_sentence = len(lows) > 1 and words.endswith((".", "!")) and not is_short_form
        return is_sentence and self._language.first_person.isdisjoint(lows)

    def _in_brackets(self, text: str) -> Label | None:
        match = _IN_BRACKETS.match(text) if text.lstrip()[:1] in ("[", "(", "<") else None
        if match is None:
            return None
        name = (match["square"] or match["round"] or match["angled"]).strip()
        if self._people.labelled(name) and self._is_name(name):
            return Label(name, match.end())
        return Label("", match.end()) if self._is_name(name) else None

    def _before_mark(self, text: str) -> Label | None:
        match = _BEFORE_MARK.match(text) if _MARKS.search(text, 0, _FAR) else None
        if match is None:
            return None
        name = match["label"]
        is_capital = name.isupper() and len(name) > 1
        if not is_capital and not self._is_name(name):
            return None
        return Label(name if self._people.labelled(name) else "", match.end())

    def _before_stop(self, text: str) -> Label | None:
        """``Mr. Roe. We stay.``"""
        first = text[:_FAR].split(maxsplit=1)[:1]
        is_titled = bool(first) and first[0].lower().rstrip(".") in self._language.titles
        match = _BEFORE_STOP.match(text) if is_titled else None
        if match is None:
            return None
        name = match["label"]
        if all(word.lower().strip(".") in self._roles for word in name.split()):  # it addresses somebody
            return None
        return Label(name if self._people.labelled(name) else "", match.end())

    def _before_colon(self, text: str, start: int = 0) -> Label | None:
        """A part such as "Audience member", a name in small letters, or a title of many words."""
        match = _BEFORE_COLON.match(text, start, start + _FAR) if ":" in text[:_FAR] else None
        if match is None:
            return None
        name = match["label"].strip()
        words = name.replace(",", " ").split()
        lows = [word.lower().strip(".") for word in words]
        if all(low in self._roles for low in lows):
            return Label(name, match.end())
        if self._is_name(name):
            return Label("", match.end())
        is_small = name.islower() and len(words) <= _MOST_NOTE
        if is_small and not any(self._is_common(low) for low in lows):
            return Label("", match.end())
        capitals = sum(word[:1].isupper() for word in words)
        is_title = capitals > 2 and all(
            word[:1].isupper() or low in self._small for word, low in zip(words, lows, strict=True)
        )
        return Label(name if self._people.labelled(name) else "", match.end()) if is_title else None

    @property
    def _small(self) -> frozenset[str]:
        language = self._language
        return language.prepositions | language.articles | language.conjunctions | language.particles

    def _alone(self, text: str) -> Label | None:
        """A name on a line of its own that the registry does not hold, or a note in capitals: [VIDEO CLIP]."""
        bare = text.strip().strip("[]()")
        is_note = bare != text.strip() and bare.isupper() and len(bare.split()) > 1
        is_name = bare == text.strip() and self._is_name(bare) and not bare.endswith((".", ","))
        return Label("", len(text)) if is_note or is_name else None

    def _is_name(self, name: str) -> bool:
        """Whether two to four words that all begin with capitals may be somebody's name."""
        words = name.split()
        is_length = 1 < len(words) <= _MOST_NAME
        return is_length and all(
            word[:1].isupper() and not self._is_common(word.lower().strip(".")) for word in words
        )

    def _is_common(self, low: str) -> bool:
        language = self._language
        return low in language.function_words or low in language.verbs or low in language.leads_in
