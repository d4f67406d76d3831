"""Reads what square brackets put in, for whether it changes what was said.

Brackets may say whom a pronoun means, what ``this`` points at, explain a word, or fit a verb into the
sentence around it. They may not add a negation, a condition, a number, a month or a modal verb, put one
name or noun in the place of another, change who is speaking of whom, or make up most of a quotation.
"""

from __future__ import annotations

from collections.abc import Sequence

from backgrounder.evidence.languages import Language
from backgrounder.evidence.matching import Group, Insertion
from backgrounder.evidence.signals import Signal, signs
from backgrounder.evidence.words import tokens
from backgrounder.patterns import late_pattern

_YEAR = late_pattern(r"(?:1[5-9]|20)\d\d")
_NO_WORDS = frozenset(("sic", "!", "?", "sic!"))
_SHORTEST_STEM = 4
_LEAST_KNOWN = 3


def changed_by(
    insertions: Sequence[Insertion],
    replaced: Sequence[str],
    is_free: bool,
    language: Language | None,
    before: str = "",
) -> str:
    """Return why brackets change what was said; empty where they do not.

    ``replaced`` are the words of the source in their place, ``before`` is the word in front of them; ``is_free``
    says that they may as well have been added there, in front of a stretch or behind it.
    """
    given = [
        token.text for insertion in insertions for token in tokens(insertion.words) if _is_word(token.text)
    ]
    given = [word for word in given if word.lower() not in _NO_WORDS]
    taken = [word for word in replaced if _is_word(word)]
    if language is None or not given:
        return _lost(taken, language)
    if not taken and len(given) == 1 and before.lower() in language.months and _YEAR.fullmatch(given[0]):
        return ""  # the year of a month
    small_taken = {word.lower() for word in taken}
    for sign in signs(given, language):
        word = given[sign.index]
        if sign.signal is Signal.MODAL and any(
            _is_form(word.lower(), other, language) for other in small_taken
        ):
            continue
        if word.lower() not in small_taken:
            return f"it puts in {sign.signal.value}, “{word}”"
    if why := _changed_person(given, small_taken, language):
        return why
    return "" if is_free and not taken else _lost_or_exchanged(given, taken, language)


def put_in(groups: Sequence[Group]) -> tuple[int, int]:
    """Return how many words of a quotation brackets put in, and how many are the source's."""
    insertions = [
        insertion
        for group in groups
        for insertion in (*(one for piece in group.pieces for one in piece.before), *group.after)
    ]
    added = sum(
        1
        for insertion in insertions
        if not insertion.stem
        for token in tokens(insertion.words)
        if _is_word(token.text) and token.text.lower() not in _NO_WORDS
    )
    own = sum(1 for group in groups for piece in group.pieces for word in piece.words if _is_word(word))
    return added, own


def _lost(taken: Sequence[str], language: Language | None) -> str:
    """Return what empty brackets leave out that turns the sense."""
    sign = next(signs(taken, language), None)
    return f"it leaves out {sign.signal.value}, “{taken[sign.index]}”" if sign else ""


def _changed_person(given: Sequence[str], taken: set[str], language: Language) -> str:
    """Return how brackets change who speaks of whom: "our" become "their", or "they" become "we"."""
    mine = [word for word in given if word.lower() in language.first_person]
    pronouns = [
        word for word in given if word.lower() in language.pronouns or word.lower() in language.other_persons
    ]
    had_mine = bool(taken & language.first_person)
    if mine and not had_mine:
        return f"it makes the speaker say “{mine[0]}”"
    if pronouns and had_mine and not mine:
        return f"it puts “{pronouns[0]}” for what the speaker says of themselves"
    return ""


def _lost_or_exchanged(given: Sequence[str], taken: Sequence[str], language: Language) -> str:
    """Return which word of the source others take the place of."""
    small_given = [word.lower() for word in given]
    for sign in signs(taken, language):
        word = taken[sign.index].lower()
        is_kept = any(word == other or _is_form(word, other, language) for other in small_given)
        if not is_kept:
            return f"it leaves out {sign.signal.value}, “{taken[sign.index]}”"
    if any(word.lower() in language.demonstratives for word in taken):
        return ""
    for word in taken:
        small = language.without_elision(word.lower())
        if (
            small in language.function_words
            or small in language.other_persons
            or small in language.first_person
        ):
            continue
        if not any(_is_form(small, other, language) for other in small_given):
            return f"it takes the place of “{word}”"
    return ""


def _is_form(one: str, other: str, language: Language) -> bool:
    """Tell whether two words are forms of one, or one is short for the other."""
    if one == other or any(one in forms and other in forms for forms in language.irregular):
        return True
    common = min(len(one), len(other))
    stem = _SHORTEST_STEM if common >= _SHORTEST_STEM + 1 else max(_LEAST_KNOWN, common)
    return common >= _LEAST_KNOWN and one[:stem] == other[:stem]


def _is_word(text: str) -> bool:
    return text[:1].isalnum()
