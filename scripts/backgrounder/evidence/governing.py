"""Reads what stands around the words that a brief quotes, for what it makes of them.

"I do not believe that the talks have failed" holds the words "the talks have failed", and says the
opposite. A negation, a denial, a condition, somebody else's claim or a question around quoted words is
told as a warning, which the desk answers by quoting more or by saying what stands around them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from backgrounder.evidence.boundaries import TERMINALS, Word, is_mark, is_pause, sentence_around
from backgrounder.evidence.dropped import time_condition
from backgrounder.evidence.languages import Language
from backgrounder.evidence.omissions import is_condition_behind
from backgrounder.evidence.signals import Sign, Signal, is_negative, signs

_STRONG_PAUSES = frozenset(";:؛；：-")
CLAIM_OF_OTHERS = "what others say or think"
_DENIAL = "a denial"
_QUESTION = "a question"
_STATEMENT = "a statement and no question"
_UNMAKING = "a word that unmakes what is named"
_TURNING = "whom the words are about"
_COLONS = frozenset(":：")
_QUESTION_MARKS = frozenset("?؟？")
_SHORTEST_CLAUSE = 4
_LONGEST_CLAIM = 6
"""Behind a comma more words are no mere "the critics say"."""
_NEAR = 2
_REPORTER_NEAR = 5
"""A denial of the reporter's further from the opening mark than so many words governs something else."""


class Governed(NamedTuple):
    """Words around quoted ones that bear on them."""

    what: str
    """The kind of word, as messages call it."""
    words: str
    """The words of the source from it up to what is quoted, or from what is quoted up to it."""
    start: int
    """The index of its first word, for showing it."""
    end: int
    is_behind: bool = False
    """It stands behind the words."""


def governed_by(
    words: Sequence[Word], start: int, end: int, language: Language | None, stop: str = ""
) -> Governed | None:
    """Return what of the sentences around the words from ``start`` up to ``end`` bears on these.

    ``stop`` are the marks at the end of the quotation.
    """
    if language is None:
        return None
    while start < end - 1 and is_mark(words[start]):
        start += 1
    first, _ = sentence_around(words, start, language)
    _, last = sentence_around(words, end - 1, language)
    return (
        _of_head(words, first, start, language)
        or _called_false(words, first, start, end, last, language)
        or _of_subject(words, first, start, end, language)
        or _of_tail(words, start, end, last, language)
        or _asked(words, first, start, end, last, stop, language)
    )


def denied_by_reporter(before: Sequence[str], language: Language | None) -> str:
    """Return the word by which the reporter says that somebody did not say what follows; empty for none.

    ``before`` are the words of the sentence up to the opening quotation mark.
    """
    if language is None:
        return ""
    near = [word for word in before if word[:1].isalnum()][-_REPORTER_NEAR:]
    for index, word in enumerate(near):
        small = word.lower()
        rest = [other.lower() for other in near[index + 1 :]]
        says = any(other in language.verbs or other in language.opinions for other in rest)
        if small in language.denials and _leads_on(rest, language):
            return word
        if is_negative(small, language) and says:
            return word
    return ""


def _leads_on(rest: Sequence[str], language: Language) -> bool:
    """Tell whether nothing but small words stands between a denial and what is denied."""
    return all(word in language.function_words or word in language.complementizers for word in rest)


def _of_head(words: Sequence[Word], first: int, start: int, language: Language) -> Governed | None:
    """Return what of the beginning of the sentence bears on its rest."""
    head_start = _clause_start(words, first, start, language)
    head = words[head_start:start]
    texts = [word.text for word in head]
    asks = words[start].text.lower() in language.question_words
    own = _own_clause(head, words[start], language)
    for sign in signs(texts, language, is_apart=True):
        is_of_other = sign.signal is Signal.NEGATION and sign.index < own
        if sign.signal in (Signal.NEGATION, Signal.CONDITION) and not asks and not is_of_other:
            return _governed(
                sign.signal.value, words, head_start + sign.index, start
            )  # a question claims nothing
        if sign.signal is Signal.HEDGE and sign.index + sign.length > len(head) - _NEAR:
            return _governed(sign.signal.value, words, head_start + sign.index, start)
    return _inverted(words, head_start, start, language) or _claim_of_others(
        words, head_start, start, language
    )


def _own_clause(head: Sequence[Word], following: Word, language: Language) -> int:
    """Return how much of the head is a main clause of its own, as in "it is not a war, | it is a massacre"."""
    begins = _begins_subject(following, language)
    if not head or not begins or not is_pause(head[-1]) or not _begins_subject(head[0], language):
        return 0
    return len(head)


def _begins_subject(word: Word, language: Language) -> bool:
    small = word.text.lower()
    return small in language.subjects or small in language.pronouns or small in language.second_person


def _inverted(words: Sequence[Word], head_start: int, start: int, language: Language) -> Governed | None:
    """Return a condition that is made by the order of words: "should they come, …", "only in self-defence will …"."""
    if start - head_start < 2:
        return None
    opening, behind = words[head_start].text.lower(), words[head_start + 1]
    is_clause = opening in language.inverted and (
        _begins_subject(behind, language)
        or behind.text.lower() in language.articles
        or behind.text[:1].isupper()
    )
    if is_clause and any(is_pause(word) for word in words[head_start:start]):
        return _governed(Signal.CONDITION.value, words, head_start, start)
    if opening in language.restricting and any(
        _is_helping(word.text.lower(), language) for word in words[start - 1 : start + 1]
    ):
        return _governed(Signal.CONDITION.value, words, head_start, start)
    return None


def _is_helping(word: str, language: Language) -> bool:
    return word in language.modals or word in language.auxiliaries


def _called_false(
    words: Sequence[Word], first: int, start: int, end: int, last: int, language: Language
) -> Governed | None:
    """Return what calls the quoted words untrue: "it is a lie that …", "that … is nonsense", "fake news: …"."""
    head = [word for word in words[first:start] if not is_mark(word)]
    if not head:
        return None
    has_that = head[-1].text.lower() in language.complementizers
    is_headline = words[start - 1].text in _COLONS
    for index in range(first, start) if has_that or is_headline else ():
        if words[index].text.lower() in language.falsehoods:
            return _governed(_DENIAL, words, index, start)
    for index in range(end, last) if has_that else ():
        if words[index].text.lower() in language.falsehoods:
            return _governed(_DENIAL, words, end, index + 1)
    return None


def _of_subject(
    words: Sequence[Word], first: int, start: int, end: int, language: Language
) -> Governed | None:
    """Return what changes the noun that the quoted words begin with: "the would-be | king", "the enemies of | Iran are"."""
    if end < len(words) and words[end].text.lower() in language.unmaking_behind:
        return _governed(_UNMAKING, words, end, end + 1)
    if start - first < 1 or is_mark(words[start - 1]):
        return None
    unmade = _unmaking_before(words, first, start, language)
    if unmade is not None:
        return _governed(_UNMAKING, words, unmade, start)
    near = range(max(first, start - _NEAR), start - 1)
    turning = next((index for index in near if words[index].text.lower() in language.turning), None)
    is_of = words[start - 1].text.lower() in language.prepositions
    is_subject = any(
        _is_helping(word.text.lower(), language) for word in words[start + 1 : min(end, start + 4)]
    )
    if turning is not None and is_of and is_subject:
        return _governed(_TURNING, words, turning, start)
    return None


def _unmaking_before(words: Sequence[Word], first: int, start: int, language: Language) -> int | None:
    """Return where a word such as "so-called" begins that stands right before the quoted words."""
    index = start - 1
    written = words[index].text.lower()
    while index - 2 >= first and words[index - 1].text == "-" and words[index - 1].end == words[index].start:
        index -= 2
        written = f"{words[index].text.lower()}-{written}"
    return index if written in language.unmaking else None


def _clause_start(words: Sequence[Word], first: int, start: int, language: Language) -> int:
    """Return where the clause starts in which the quoted words stand: behind ", but" and behind a dash."""
    for index in range(start - 1, first, -1):
        here, before = words[index], words[index - 1]
        if here.text.lower() in language.conjunctions and is_pause(before):
            return index + 1
        if here.text in _STRONG_PAUSES and here.start > before.end:
            return index + 1
    return first


def _claim_of_others(
    words: Sequence[Word], head_start: int, start: int, language: Language
) -> Governed | None:
    """Return a clause such as "the critics say that" right before the words; the speaker's own "I think" is none."""
    head = [index for index in range(head_start, start) if not is_mark(words[index])]
    low = [words[index].text.lower() for index in head]
    if any(" ".join(low).startswith(f"{phrase} ") for phrase in language.according):
        return _governed(CLAIM_OF_OTHERS, words, head_start, start)
    while low and low[-1] in language.complementizers:
        low.pop()
    if len(low) < 2 or not (low[-1] in language.opinions or low[-1] in language.verbs):
        return None
    subject = len(low) - 2
    while subject and low[subject] in language.modals | language.auxiliaries | language.adverbs:
        subject -= 1
    if low[subject] in language.first_person:
        return None
    return _governed(CLAIM_OF_OTHERS, words, head[subject], start)


def _of_tail(words: Sequence[Word], start: int, end: int, last: int, language: Language) -> Governed | None:
    """Return what of the end of the sentence bears on its beginning."""
    tail = words[end:last]
    texts = [word.text for word in tail]
    for sign in signs(texts, language):
        if is_condition_behind(sign, tail, language):
            return _governed(Signal.CONDITION.value, words, end, end + sign.index + sign.length)
        if sign.signal is Signal.NEGATION and sign.index < _NEAR and _denies(sign, tail):
            return _governed(Signal.NEGATION.value, words, end, end + sign.index + sign.length)
    if (found := time_condition(tail, words[start:end], language)) is not None:
        return _governed(Signal.CONDITION.value, words, end, end + found + 1)
    return _claim_behind(words, end, last, language)


def _denies(sign: Sign, tail: Sequence[Word]) -> bool:
    """Tell whether a negation right behind the words is of them: "leave nobody", or "– not." at the very end."""
    behind = tail[sign.index + sign.length :]
    return not is_pause(tail[0]) or all(is_mark(word) for word in behind)


def _claim_behind(words: Sequence[Word], end: int, last: int, language: Language) -> Governed | None:
    """Return whose claim the words are, as ", they say" or ", according to our enemies" tells behind them."""
    if not words[end:last] or not is_pause(words[end]):
        return None
    stop = next((index for index in range(end + 1, last) if is_mark(words[index])), last)
    low = [word.text.lower() for word in words[end + 1 : stop]]
    if any(" ".join(low).startswith(f"{phrase} ") for phrase in language.according):
        return _governed(CLAIM_OF_OTHERS, words, end, stop)._replace(is_behind=True)
    if len(low) <= _SHORTEST_CLAUSE:
        low = [word for word in low if word not in language.conjunctions]  # "or so they say"
    is_claim = 1 < len(low) <= _LONGEST_CLAIM and (low[-1] in language.verbs or low[-1] in language.opinions)
    is_own = not ((language.first_person | language.second_person) - language.articles).isdisjoint(low[:-1])
    if not is_claim or is_own or not _begins_noun(low[0], language):
        return None
    return _governed(CLAIM_OF_OTHERS, words, end, stop)._replace(is_behind=True)


def _begins_noun(word: str, language: Language) -> bool:
    """Tell whether a word can begin a subject, and begins no clause that belongs to the words before it."""
    return not (
        word in language.relatives
        or word in language.conjunctions
        or word in language.subordinators
        or word in language.question_words
        or word in language.prepositions
        or word in language.leads_in
        or word in language.verbs
    )


def _asked(
    words: Sequence[Word], first: int, start: int, end: int, last: int, stop: str, language: Language
) -> Governed | None:
    """Return the question of which the quotation makes a statement, or has a part; or the statement made a question."""
    tail = words[end:last]
    is_question = any(word.text in _QUESTION_MARKS for word in tail)
    is_asked = any(mark in _QUESTION_MARKS for mark in stop)
    if is_question == is_asked:
        return None
    if is_asked:
        is_whole = bool(tail) and is_mark(tail[0]) and tail[0].text in TERMINALS
        return _governed(_STATEMENT, words, start, end) if is_whole else None
    has_more = any(not is_mark(word) for word in (*words[first:start], *tail))
    is_stated = any(mark in TERMINALS for mark in stop)
    keeps_order = _is_helping(words[start].text.lower(), language) or (
        words[start].text.lower() in language.question_words
    )
    if not has_more and not is_stated and keeps_order:
        return None
    is_cut_behind = any(not is_mark(word) for word in tail)
    return _governed(_QUESTION, words, end if is_cut_behind else first, last)


def _governed(what: str, words: Sequence[Word], start: int, end: int) -> Governed:
    shown = ""
    for word in words[start:end]:
        if is_pause(word):
            shown += word.text
        elif not is_mark(word):
            shown += f" {word.text}"
    return Governed(what, shown.strip(" ,;:،؛-"), start, end)
