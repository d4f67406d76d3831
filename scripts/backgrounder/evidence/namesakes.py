"""Which of several people with one surname a text means: whom it names in full."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from backgrounder.evidence.clauses import Rules, Whole, places_of
from backgrounder.evidence.people import People, plain
from backgrounder.evidence.utterances import Attribution
from backgrounder.model.proof import SpeakerGrade
from backgrounder.patterns import late_pattern

_BEFORE = late_pattern(r"((?:[^\W\d_][\w'-]+ |[^\W\d_]\. ?)+)$")
_LONGEST = 40


class Namesakes:
    """The full names in a text, by surname."""

    def __init__(self, whole: Whole, people: People, rules: Rules) -> None:
        self._whole = whole
        self._people = people
        self._rules = rules
        self._found: dict[str, list[str]] = {}

    def told_apart(self, ids: frozenset[str], named: str) -> Attribution:
        """Who is meant by a name in this text: INFERRED where it may also be a namesake."""
        if named:
            return Attribution(named=self._in_full(named))
        surname = self._people.surname(frozenset(sorted(ids)[:1]))
        if not surname or not self._people.has_forenames(ids) or self._differ(ids, surname):
            return Attribution(ids=ids)
        forenames = self._forenames(surname)
        meant = frozenset(
            item for item in ids if any(self._people.is_forename((item,), it) for it in forenames)
        )
        strange = [it for it in forenames if not self._people.is_forename(ids, it)]
        if not meant and strange and len(set(strange)) == 1:
            return Attribution(named=f"{strange[0]} {surname}")
        if len(ids) > 1 and meant:
            return Attribution(SpeakerGrade.INFERRED, meant, candidates=ids - meant)
        return Attribution(ids=ids)

    def _differ(self, ids: frozenset[str], surname: str) -> bool:
        """Whether some of these persons have another surname, so that the text names each of them."""
        return len(ids) > 1 and any(self._people.surname(frozenset((item,))) != surname for item in ids)

    def _in_full(self, named: str) -> str:
        """A surname with the forename that the text gives it elsewhere, where it gives it one."""
        if " " in named or not named[:1].isupper():
            return named
        forenames = set(self._forenames(named))
        return f"{forenames.pop()} {named}" if len(forenames) == 1 else named

    def _forenames(self, surname: str) -> list[str]:
        """The different forenames before a surname anywhere in the text, in reading order."""
        if surname not in self._found:
            self._found[surname] = list(dict.fromkeys(self._read(surname)))
        return self._found[surname]

    def _read(self, surname: str) -> Iterator[str]:
        text = self._whole.text
        for place in places_of(surname, text):
            before = _BEFORE.search(text, max(0, place - _LONGEST), place)
            if before and (forename := self._forename(before[1].split())):
                yield forename

    def _forename(self, before: Sequence[str]) -> str:
        """The last word before a surname, initials left out, where it can be a forename."""
        for word in reversed(before):
            if word.endswith(".") and len(word) == len("M."):
                continue
            low = plain(word).lower()
            is_name = word[0].isupper() and not word.isupper() and low not in self._rules.no_names
            return word if is_name and not self._rules.is_role(low) else ""
        return ""
