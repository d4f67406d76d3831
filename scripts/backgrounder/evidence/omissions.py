"""Reads what an ellipsis leaves out, for whether it turns what is left.

An editor may leave out whole sentences, asides, and the end of a sentence that limits nothing. Within a
sentence, a negation, a condition, a number, a month, a modal verb or the subject of what follows may not
be dropped, and the beginning of one sentence may not be joined with the end of another.
"""

from __future__ import annotations

from collections.abc import Sequence

from backgrounder.evidence.boundaries import TERMINALS, Word, is_mark, is_pause, sentence_around
from backgrounder.evidence.dropped import CONDITION, Turned, needed_of, time_condition
from backgrounder.evidence.languages import Language
from backgrounder.evidence.signals import Sign, Signal, signs
from backgrounder.evidence.words import alike

_NEAR = 2
"""Behind so many words a negation no longer belongs to the words before an omission."""
_OPENS_ASIDE = frozenset("([,-،")
_CLOSES_ASIDE = frozenset(")],-،")
_MAY_STAND_IN_ASIDE = (Signal.NUMBER, Signal.MONTH, Signal.MODAL, Signal.LIMIT)
_LONGEST_CLAIM = 6
"""An aside of more words is no mere "the critics say"."""


def turned_by(words: Sequence[Word], left: int, right: int, language: Language | None) -> Turned | None:
    """Return how leaving out the words from ``left`` up to ``right`` turns the sense; None where it does not."""
    start, end = sentence_around(words, left - 1, language)
    if right <= end:
        return _within_sentence(words, left, right, language)
    next_start, _ = sentence_around(words, right, language)
    is_left_ended = words[left - 1].text in TERMINALS
    is_right_whole = all(is_mark(word) for word in words[next_start:right])
    if not is_left_ended and not is_right_whole:
        return Turned("two sentences", "")
    if not is_right_whole and language and _begins_within_phrase(words, right, language):
        return Turned("two sentences", "")
    return _cut_tail(words[left:end], language, words[start:left]) or _cut_head(
        words[next_start:right], language
    )


def _begins_within_phrase(words: Sequence[Word], right: int, language: Language) -> bool:
    """Tell whether the words behind an omission are a name right behind what it belongs to: "We curse … Iran"."""
    before, here = words[right - 1], words[right]
    if is_mark(before) or not here.text[:1].isupper() or here.text.lower() in language.first_person:
        return False
    small = before.text.lower()
    return not (_begins_clause(small, language) or small in language.adverbs or small in language.leads_in)


def _within_sentence(
    words: Sequence[Word], left: int, right: int, language: Language | None
) -> Turned | None:
    swallowed = words[left:right]
    is_aside = _is_aside(words, left, right)
    for sign in signs(_texts(swallowed), language, is_apart=is_aside):
        if is_aside and language and _may_stand_aside(sign, words, left, right, language):
            continue
        return _turned(sign, swallowed)
    if language is None:
        return None
    if is_aside:
        return _claim_aside(swallowed, language)
    if subject := _lost_subject(words, left, right, language):
        return Turned(Signal.SUBJECT.value, subject)
    return needed_of(words, left, right, language)


def _may_stand_aside(sign: Sign, words: Sequence[Word], left: int, right: int, language: Language) -> bool:
    """Tell whether a signal in an aside says nothing of the sentence around it."""
    if sign.signal in _MAY_STAND_IN_ASIDE or _first_word(words[left:right]) in language.relatives:
        return True
    if sign.signal is not Signal.NEGATION:
        return False
    start, _ = sentence_around(words, left - 1, language)
    is_repeated = any(other.signal is Signal.NEGATION for other in signs(_texts(words[start:left]), language))
    return is_repeated or _is_clause_between_dashes(words, left, right, language)


def _is_clause_between_dashes(words: Sequence[Word], left: int, right: int, language: Language) -> bool:
    """Tell whether dashes or brackets set apart a statement of its own: "– it was not easy –"."""
    run = [word.text.lower() for word in words[left:right] if not is_mark(word)]
    is_dashed = words[left - 1].text in "-(" or words[left].text in "-("
    begins = bool(run) and run[0] in frozenset(language.pronouns) | language.articles
    return is_dashed and begins and language.opinions.isdisjoint(run) and not _is_of_saying(run, language)


def _is_of_saying(run: Sequence[str], language: Language) -> bool:
    return any(word in language.verbs and word not in language.nouns for word in run)


def _claim_aside(run: Sequence[Word], language: Language) -> Turned | None:
    """Return what an aside says of whose claim the sentence is: ", they say,"; the speaker's own is none."""
    low = [word.text.lower() for word in run if not is_mark(word)]
    if len(low) > _LONGEST_CLAIM or not low or low[0] in language.relatives:
        return None
    if " ".join(low) in language.harmless:
        return None
    is_claim = len(low) > 1 and (low[-1] in language.verbs or low[-1] in language.opinions)
    if not is_claim and not any(" ".join(low).startswith(f"{phrase} ") for phrase in language.according):
        return None
    if not (language.first_person | language.second_person).isdisjoint(low):
        return None
    return Turned("what others say or think", " ".join(word.text for word in run if not is_mark(word)))


def _is_aside(words: Sequence[Word], left: int, right: int) -> bool:
    """Tell whether marks that set an aside apart stand at both ends of what is left out."""
    opens = words[left - 1].text in _OPENS_ASIDE or words[left].text in _OPENS_ASIDE
    closes = words[right - 1].text in _CLOSES_ASIDE or words[right].text in _CLOSES_ASIDE
    return opens and closes and right - left > 1


def _lost_subject(words: Sequence[Word], left: int, right: int, language: Language) -> str:
    """Return the subject of a verb that follows an omission and would be read with another one.

    It is the pronoun right before the verb, or the noun phrase between it and what begins its clause: "that",
    "and", or a verb of saying or thinking, which may be the last word that is left.
    """
    if not _is_finite(words[right].text.lower(), language):
        return ""
    run = [word.text for word in words[left - 1 : right] if not is_mark(word)]
    if len(run) < 2 or is_mark(words[left - 1]):
        return ""
    small = [word.lower() for word in run]
    if small[-1] in language.first_person | language.other_persons | frozenset(language.pronouns):
        return run[-1]
    for index in range(len(small) - 2, -1, -1):
        if _begins_clause(small[index], language):
            return " ".join(run[index + 1 :])
        if _is_finite(small[index + 1], language):
            return ""
    return ""


def _is_finite(word: str, language: Language) -> bool:
    """Tell whether a word is a finite form of an auxiliary or modal verb, shortened and negated ones among them."""
    base = alike(word).partition("'")[0]
    return base in language.modals | language.auxiliaries or word.endswith(
        language.negative_endings or ("\0",)
    )


def _begins_clause(word: str, language: Language) -> bool:
    return (
        word in language.complementizers
        or word in language.conjunctions
        or word in language.subordinators
        or word in language.opinions
        or word in language.verbs
    )


def _cut_tail(tail: Sequence[Word], language: Language | None, before: Sequence[Word]) -> Turned | None:
    """Return what the rest of a sentence, left out, said of its beginning."""
    if language and (found := time_condition(tail, before, language)) is not None:
        return Turned(CONDITION, tail[found].text)
    for sign in signs(_texts(tail), language):
        if is_condition_behind(sign, tail, language):
            return _turned(sign, tail)
        if sign.signal is Signal.NEGATION and sign.index < _NEAR and not is_pause(tail[0]):
            return _turned(sign, tail)
    return None


def _cut_head(head: Sequence[Word], language: Language | None) -> Turned | None:
    """Return what the beginning of a sentence, left out, said of the rest."""
    for sign in signs(_texts(head), language):
        if sign.signal in (Signal.NEGATION, Signal.CONDITION):
            return _turned(sign, head)
    return None


def is_condition_behind(sign: Sign, tail: Sequence[Word], language: Language | None) -> bool:
    """Tell whether a signal behind a statement makes it conditional.

    "Whether" does not, and the condition of a further main clause, ", and if they come back, …", is not its own.
    """
    if sign.signal is not Signal.CONDITION or language is None:
        return False
    if tail[sign.index].text.lower() in language.complementizers:
        return False
    before = tail[sign.index - 1] if sign.index else None
    is_of_next_clause = before is not None and before.text.lower() in language.conjunctions
    return not (
        is_of_next_clause
        and any(is_pause(word) for word in tail[: sign.index - 1])
        and any(is_pause(word) for word in tail[sign.index :])
    )


def _turned(sign: Sign, run: Sequence[Word]) -> Turned:
    found = run[sign.index : sign.index + sign.length]
    return Turned(sign.signal.value, " ".join(word.text for word in found))


def _first_word(run: Sequence[Word]) -> str:
    return next((word.text.lower() for word in run if not is_mark(word)), "")


def _texts(run: Sequence[Word]) -> list[str]:
    return [word.text for word in run]
