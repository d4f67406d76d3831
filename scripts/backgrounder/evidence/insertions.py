"""Reads what square brackets put in, for whether it changes what was said.

Brackets may say whom a pronoun means, what ``this`` points at, explain a word, give a day or a measure in
other terms, or fit a verb into the sentence around it. They may not add a negation, a condition, a number, a
verb or a limit, put one name, noun or preposition in the place of another, make another word, change who is
speaking of whom, or make up most of a quotation.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from backgrounder.evidence.dropped import is_adverb_by_ending, is_verb
from backgrounder.evidence.figures import figures
from backgrounder.evidence.languages import Language
from backgrounder.evidence.languages.quantities import quantities_of
from backgrounder.evidence.matching import Group, Insertion
from backgrounder.evidence.signals import Sign, Signal, is_number, signs
from backgrounder.evidence.words import tokens
from backgrounder.patterns import late_pattern

_YEAR = late_pattern(r"(?:1[5-9]|20)\d\d")
_NO_WORDS = frozenset(("sic", "!", "?", "sic!"))
_SHORTEST_STEM = 4
_LEAST_KNOWN = 3
_SHORTEST_ACTION = 6
"""Letters; "king" and "spring" end like "killing"."""


class Change(NamedTuple):
    """Brackets at one place of a quotation, and what of the source they may have taken the place of."""

    insertions: Sequence[Insertion]
    given: Sequence[str]
    """The words put in."""
    taken: Sequence[str]
    """The words of the source in their place."""
    is_free: bool
    """They stand in front of a stretch or behind it, so that they may as well have been added."""
    before: Sequence[str]
    """The words of the source in front of them, the nearest last."""
    language: Language

    @property
    def small_given(self) -> list[str]:
        return [word.lower() for word in self.given]

    @property
    def small_taken(self) -> list[str]:
        return [word.lower() for word in self.taken]


def changed_by(
    insertions: Sequence[Insertion],
    replaced: Sequence[str],
    is_free: bool,
    language: Language | None,
    before: Sequence[str] = (),
) -> str:
    """Return why brackets change what was said; empty where they do not.

    ``replaced`` are the words of the source in their place, ``before`` those in front of them; ``is_free``
    says that they may as well have been added there, in front of a stretch or behind it.
    """
    given = [
        token.text for insertion in insertions for token in tokens(insertion.words) if _is_word(token.text)
    ]
    given = [word for word in given if word.lower() not in _NO_WORDS]
    taken = [word for word in replaced if _is_word(word)]
    if why := _makes_another_word(insertions, taken, language):
        return why
    if language is None or not given:
        return _lost(taken, language)
    change = Change(insertions, given, taken, is_free, before, language)
    if any(insertion.stem for insertion in insertions) and len(given) == 1:
        return ""  # a form of the word that it stands for, as was seen above
    if _says_otherwise(change):
        return ""
    return next((why for judge in _JUDGES if (why := judge(change))), "")


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


# -- Within a word -----------------------------------------------------------------------------------


def _makes_another_word(
    insertions: Sequence[Insertion], taken: Sequence[str], language: Language | None
) -> str:
    """Return the word that brackets make of a part of another: ``[il]legal``, ``Ira[q]``."""
    small = [word.lower() for word in taken]
    for insertion in insertions:
        made = insertion.words.lower()
        if not (insertion.stem or insertion.ending) or made in small:
            continue
        stem = insertion.stem.lower()
        own = [word for word in small if word.startswith(stem)] if insertion.stem else []
        if not any(is_form(word, made, language) for word in own):
            return f"it makes another word, “{insertion.words}”"
    return ""


def is_form(one: str, other: str, language: Language | None) -> bool:
    """Tell whether two words in small letters are forms of one."""
    if one == other:
        return True
    if language and any(one in forms and other in forms for forms in language.irregular):
        return True
    if language and language.inflections:
        return _is_inflected(one, other, language)
    common = min(len(one), len(other))
    stem = _SHORTEST_STEM if common >= _SHORTEST_STEM + 1 else max(_LEAST_KNOWN, common)
    return common >= _LEAST_KNOWN and one[:stem] == other[:stem]


def _is_inflected(one: str, other: str, language: Language) -> bool:
    """Tell whether two words differ in an ending that inflects: ``work`` and ``worked``, ``tries`` and ``tried``."""
    common = _common(one, other)
    rest, other_rest = one[common:], other[common:]
    if common < _LEAST_KNOWN:
        return False
    if rest and other_rest:
        least = _LEAST_KNOWN if {rest, other_rest} <= language.inflections else _SHORTEST_STEM
        return common >= least and {rest, other_rest} <= language.inflections | language.exchanged
    ending = rest or other_rest
    if ending[0] == one[common - 1] and ending[1:] in language.inflections:  # stopped
        return True
    return ending in language.inflections or (one[common - 1] == "e" and ending in ("d", "r"))


def _common(one: str, other: str) -> int:
    """How many letters two words begin with alike."""
    count = 0
    for letter, there in zip(one, other, strict=False):
        if letter != there:
            break
        count += 1
    return count


# -- The same in other terms -------------------------------------------------------------------------


def _says_otherwise(change: Change) -> bool:
    """Tell whether brackets say in other terms what the source has: a day, a measure, a name by its initials."""
    return _is_day(change) or _is_measure(change) or _is_spelled_out(change)


def _is_day(change: Change) -> bool:
    """Tell whether brackets give the day or year of "yesterday", "Monday", "May" or "then"."""
    language, given = change.language, change.small_given
    near = change.before[-1].lower() if change.before else ""
    if not change.taken and len(given) == 1 and near in language.months and _YEAR.fullmatch(given[0]):
        return True
    if given[0] in language.placing and change.taken:
        given = given[1:]
    has_pointer = (
        near in language.weekdays
        or near in language.near_days
        or near in quantities_of(language.tag).relative
        if not change.taken
        else all(word in language.demonstratives for word in change.small_taken)
    )
    return has_pointer and bool(given) and all(_is_of_date(word, language) for word in given)


def _is_of_date(word: str, language: Language) -> bool:
    return (
        word in language.months
        or word in language.weekdays
        or (word.rstrip("stndrh").isdigit() and len(word.rstrip("stndrh")) <= len("2021"))
    )


def _is_measure(change: Change) -> bool:
    """Tell whether brackets give a figure of the source, right before them, in another unit: "5 km [3 miles]"."""
    language = change.language
    if change.taken or not any(is_number(word, language) for word in change.small_given):
        return False
    text, said = " ".join(change.before), " ".join(insertion.words for insertion in change.insertions)
    own, put = figures(text, language), figures(said, language)
    if len(put) != 1 or not own or own[-1].end < len(text):
        return False
    lead = said[: put[0].start].split()
    is_whole = put[0].end == len(said) and all(
        word.lower() in quantities_of(language.tag).about for word in lead
    )
    return is_whole and bool(own[-1].unit) and bool(put[0].unit) and own[-1].unit != put[0].unit


def _is_spelled_out(change: Change) -> bool:
    """Tell whether brackets spell out the initials that the source has, or give the initials of its words."""
    for short, long in ((change.taken, change.given), (change.given, change.taken)):
        if len(short) == 1 and len(long) > 1 and short[0].isupper():
            initials = "".join(word[0] for word in long if word[0].isupper())
            if initials == short[0]:
                return True
    return False


# -- What is put in ----------------------------------------------------------------------------------


def _signal(change: Change) -> str:
    for sign in signs(change.given, change.language):
        word = change.given[sign.index]
        small = word.lower()
        if sign.signal is Signal.MODAL and any(
            is_form(small, other, change.language) for other in change.small_taken
        ):
            continue
        if small not in change.small_taken:
            return f"it puts in {sign.signal.value}, “{word}”"
    return ""


def _person(change: Change) -> str:
    """Return how brackets change who speaks of whom: "our" become "their", "they" become "we", "you" the king."""
    language, given, taken = change.language, change.given, frozenset(change.small_taken)
    mine = [word for word in given if word.lower() in language.first_person]
    pronouns = [
        word for word in given if word.lower() in language.pronouns or word.lower() in language.other_persons
    ]
    had_mine = taken & language.first_person
    if mine and not had_mine:
        return f"it makes the speaker say “{mine[0]}”"
    if pronouns and had_mine and not mine:
        return f"it puts “{pronouns[0]}” for what the speaker says of themselves"
    alone = language.singular_person
    if mine and had_mine and bool(alone & frozenset(change.small_given)) != bool(alone & had_mine):
        return f"it makes one speaker of several, or several of one, “{mine[0]}”"
    if taken & language.second_person and not (language.second_person | language.first_person) & frozenset(
        change.small_given
    ):
        return "it puts somebody else for “you”"
    return ""


def _exchanged(change: Change) -> str:
    """Return which word of the source others take the place of."""
    if not change.taken:
        return ""
    language, given = change.language, change.small_given
    for sign in signs(change.taken, language):
        if not _is_kept(sign, change):
            return f"it leaves out {sign.signal.value}, “{change.taken[sign.index]}”"
    for word in change.taken:
        small = word.lower()
        is_joint = small in language.prepositions or small in language.conjunctions
        if (is_joint or small in language.quantifiers) and small not in given:
            return f"it takes the place of “{word}”"
        if small in language.auxiliaries and not any(is_form(small, other, language) for other in given):
            return f"it takes the place of “{word}”"
    if any(word in language.demonstratives for word in change.small_taken):
        return ""
    for word in change.taken:
        small = language.without_elision(word.lower())
        if not _is_of_grammar(small, language) and not any(
            is_form(small, other, language) for other in given
        ):
            return f"it takes the place of “{word}”"
    return ""


def _is_kept(sign: Sign, change: Change) -> bool:
    word = change.small_taken[sign.index]
    return any(is_form(word, other, change.language) for other in change.small_given)


def _is_of_grammar(word: str, language: Language) -> bool:
    return word in language.function_words or word in language.other_persons or word in language.first_person


def _action(change: Change) -> str:
    """Return an action put for a pronoun: "[Killing children]" for "it"."""
    first = change.given[0]
    endings = change.language.participles
    is_action = (
        bool(endings)
        and len(change.given) > 1
        and change.given[1].islower()
        and len(first) >= _SHORTEST_ACTION
        and first.lower().endswith(endings)
    )
    if (
        is_action
        and change.taken
        and all(_is_of_grammar(word, change.language) for word in change.small_taken)
    ):
        return f"it puts an action for a pronoun, “{first}”"
    return ""


def _added(change: Change) -> str:
    """Return what brackets add where they take the place of nothing, which a reader would take for the speaker's."""
    if change.taken:
        return ""
    language, given = change.language, change.small_given
    first = given[0]
    if first in language.quantifiers and (len(given) == 1 or given[1] not in language.prepositions):
        return f"it puts in how many, “{change.given[0]}”"
    if first in language.conjunctions and len(given) > 1:
        return f"it goes on where the speaker did not, “{change.given[0]}”"
    is_lone_to = len(given) == 1 and first in language.infinitives
    if first in language.prepositions and first not in language.placing and not is_lone_to:
        return f"it adds to what was said, “{change.given[0]}”"
    if (found := _added_verb(change)) or (found := _added_adverb(change)):
        return f"it adds to what was said, “{found}”"
    if _is_object(change):
        return f"it gives the verb an object, “{change.given[0]}”"
    return ""


def _added_verb(change: Change) -> str:
    """Return a verb among words that are added; an auxiliary alone mends a tense, and "who" explains a name."""
    language, given = change.language, change.small_given
    if given[0] in language.relatives or all(word in language.auxiliaries for word in given):
        return ""
    before = ("", *given)
    for word, leader, written in zip(given, before, change.given, strict=False):
        is_noun = (
            leader in language.articles or leader in language.indefinite or leader in language.prepositions
        )
        if not is_noun and written[:1].islower() and is_verb(word, language):
            return written
    return ""


def _added_adverb(change: Change) -> str:
    language = change.language
    if len(change.given) == 1 and _is_listed_adverb(change.small_given[0], language):
        return change.given[0]
    return next((word for word in change.given if is_adverb_by_ending(word, language)), "")


def _is_listed_adverb(word: str, language: Language) -> bool:
    """Tell whether a word is an adverb of the language's list, which has auxiliary verbs and pronouns as well."""
    return word in language.adverbs and not (
        _is_of_grammar(word, language) or word in language.auxiliaries or word in language.modals
    )


def _is_object(change: Change) -> bool:
    """Tell whether words are added right behind a verb as what it is done to: "we will kill [civilians]"."""
    language, given = change.language, change.small_given
    if len(change.before) < 2 or given[0] in language.prepositions:
        return False
    leader, verb = (word.lower() for word in change.before[-2:])
    leads = leader in language.modals or leader in language.infinitives or leader in language.subjects
    is_small = (
        _is_of_grammar(verb, language) or verb in language.adverbs or is_adverb_by_ending(verb, language)
    )
    return leads and not is_small and not all(_is_of_grammar(word, language) for word in given)


def _lost(taken: Sequence[str], language: Language | None) -> str:
    """Return what empty brackets leave out that turns the sense."""
    sign = next(signs(taken, language), None)
    return f"it leaves out {sign.signal.value}, “{taken[sign.index]}”" if sign else ""


_JUDGES: tuple[Callable[[Change], str], ...] = (_signal, _person, _exchanged, _action, _added)


def _is_word(text: str) -> bool:
    return text[:1].isalnum()
