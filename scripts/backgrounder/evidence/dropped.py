"""Reads words left out within a sentence that are no aside, for what the rest of the sentence needs of them.

Adjectives, adverbs and a phrase of place may go. A verb, the subject or the preposition of what follows, a
word that sets one against another and a condition of time may not: without them the rest says another thing.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from backgrounder.evidence.boundaries import Word, is_mark, sentence_around
from backgrounder.evidence.languages import Language

VERB = "a verb"
GOVERNING = "what the next words belong to"
TURNING = "a word that turns the sense"
CONDITION = "a condition"
SUBJECT = "the subject of what follows"


class Turned(NamedTuple):
    """A way in which an omission turns what is left."""

    what: str
    """The kind of word that is missing, as messages call it; ``two sentences`` where it joins two."""
    words: str
    """The word that is missing."""


def needed_of(words: Sequence[Word], left: int, right: int, language: Language) -> Turned | None:
    """Return what is missing of the words from ``left`` up to ``right``; None where they may go."""
    run = [word for word in words[left:right] if not is_mark(word)]
    if not run:
        return None
    return (
        _turning(run, language)
        or _time_dropped(words, left, right, language)
        or _governing(run, words, left, right, language)
        or _verb(run, language)
        or _before_infinitive(run, words, left, right, language)
        or _joined(run, words, left, right, language)
        or _verb_of_subject(run, words, left, language)
    )


def _turning(run: Sequence[Word], language: Language) -> Turned | None:
    for word in run:
        small = word.text.lower()
        if small in language.turning or small in language.unmaking or small in language.falsehoods:
            return Turned(TURNING, word.text)
    return None


def _time_dropped(words: Sequence[Word], left: int, right: int, language: Language) -> Turned | None:
    start, _ = sentence_around(words, left - 1, language)
    found = time_condition(words[left:right], words[start:left], language)
    return Turned(CONDITION, words[left + found].text) if found is not None else None


def time_condition(run: Sequence[Word], before: Sequence[Word], language: Language) -> int | None:
    """Return where in a run a clause of time begins on which a clause about the future before it depends."""
    if not any(word.text.lower() in language.future for word in before):
        return None
    for index, word in enumerate(run[:-1]):
        behind = run[index + 1].text.lower()
        if word.text.lower() in language.times and (
            behind in _subjects(language) or behind in language.articles
        ):
            is_clause = behind in _subjects(language) or _has_verb(run[index + 1 :], language)
            if is_clause:
                return index
    return None


def _subjects(language: Language) -> frozenset[str]:
    return language.subjects | language.second_person | frozenset(language.pronouns)


def _has_verb(run: Sequence[Word], language: Language) -> bool:
    return any(is_verb(word.text.lower(), language) for word in run)


def _governing(
    run: Sequence[Word], words: Sequence[Word], left: int, right: int, language: Language
) -> Turned | None:
    """Return the last word left out where it governs the next: a preposition, "to", "who", a pronoun."""
    last, behind = words[right - 1], words[right]
    if is_mark(last) or is_mark(behind):
        return None
    small = last.text.lower()
    if small in language.demonstratives and all(is_adverb(word.text.lower(), language) for word in run[:-1]):
        return None  # "he said | that | we won" says the same without it
    if small in language.infinitives or small in language.relatives or small in language.complementizers:
        return Turned(GOVERNING, last.text)
    if small in language.prepositions:
        is_phrase = words[left - 1].text.lower() in language.prepositions
        return None if is_phrase and len(run) > 1 else Turned(GOVERNING, last.text)
    is_pronoun = small in language.subjects or small in frozenset(language.pronouns)
    is_object = small in language.other_persons and small not in language.articles
    if is_pronoun or (is_object and not _is_small(behind.text.lower(), language)):
        return Turned(SUBJECT, last.text)
    return None


def _is_small(word: str, language: Language) -> bool:
    return (
        word in language.prepositions
        or word in language.conjunctions
        or word in language.articles
        or word in language.indefinite
        or word in language.subordinators
    )


def _verb(run: Sequence[Word], language: Language) -> Turned | None:
    """Return a verb left out; that of a relative clause of its own is none."""
    if run[0].text.lower() in language.relatives:
        return None
    for index, word in enumerate(run):
        small = word.text.lower()
        if is_verb(small, language) or _is_infinitive(run, index, language):
            return Turned(VERB, word.text)
    return None


def is_verb(word: str, language: Language) -> bool:
    """Tell whether a word in small letters is a form of a verb that the language lists."""
    return (
        word in language.auxiliaries
        or word in language.opinions
        or (word in language.verbs and word not in language.nouns)
        or any(word in forms for forms in language.irregular)
    )


def _is_infinitive(run: Sequence[Word], index: int, language: Language) -> bool:
    """Tell whether a word stands behind "to" and is neither a name nor a small word: "to help"."""
    if not 0 < index < len(run) or run[index - 1].text.lower() not in language.infinitives:
        return False
    word = run[index].text
    small = word.lower()
    return word[:1].islower() and not (
        _is_small(small, language)
        or small in language.first_person
        or small in language.other_persons
        or small in language.demonstratives
        or small in language.adverbs
    )


def _before_infinitive(
    run: Sequence[Word], words: Sequence[Word], left: int, right: int, language: Language
) -> Turned | None:
    """Return what stood between "we were" and "to kill": "forced"."""
    if words[left - 1].text.lower() not in language.auxiliaries or is_mark(words[right - 1]):
        return None
    if not _is_infinitive(words[right:], 1, language) or is_adverb(run[-1].text.lower(), language):
        return None
    return Turned(GOVERNING, run[-1].text)


def _joined(
    run: Sequence[Word], words: Sequence[Word], left: int, right: int, language: Language
) -> Turned | None:
    """Return the words behind "and" where the next words belong to them: "the rebels lost and the army | won"."""
    before, last, behind = words[left - 1].text.lower(), words[right - 1], words[right]
    if is_mark(last) or is_mark(behind) or _is_small(behind.text.lower(), language):
        return None
    if (
        before in language.articles
        or before in language.indefinite
        or before in language.prepositions
        or before in language.auxiliaries
    ):
        return None  # adjectives before their noun: "the old and rusty ship"
    for index, word in enumerate(run[:-1]):
        if index and word.text.lower() in language.conjunctions:
            return Turned(GOVERNING, " ".join(item.text for item in run[index + 1 :]))
    return None


def _verb_of_subject(
    run: Sequence[Word], words: Sequence[Word], left: int, language: Language
) -> Turned | None:
    """Return what is left out right behind "we" or "will" unless it is adverbs or a phrase of place."""
    before = words[left - 1].text.lower()
    if not language.subjects or (before not in language.subjects and before not in language.modals):
        return None
    if is_mark(words[left]) or run[0].text.lower() in language.prepositions:
        return None
    for word in run:
        if not is_adverb(word.text.lower(), language):
            return Turned(VERB, word.text)
    return None


def is_adverb(word: str, language: Language) -> bool:
    """Tell whether a word in small letters is an adverb that the language lists or forms by its ending."""
    return word in language.adverbs or word in language.leads_in or is_adverb_by_ending(word, language)


def is_adverb_by_ending(word: str, language: Language) -> bool:
    """Tell whether a word ends as adverbs do that are made of adjectives; a word with a capital letter is a name."""
    endings = language.adverb_endings
    return bool(endings) and word.endswith(endings) and word.islower() and word not in language.no_adverbs
