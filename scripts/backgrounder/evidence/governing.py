"""Reads what stands around the words that a brief quotes, for what it makes of them.

"I do not believe that the talks have failed" holds the words "the talks have failed", and says the
opposite. A negation, a denial, a condition, somebody else's claim or a question around quoted words is
told as a warning, which the desk answers by quoting more or by saying what stands around them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from backgrounder.evidence.boundaries import Word, is_mark, is_pause, sentence_around
from backgrounder.evidence.languages import Language
from backgrounder.evidence.omissions import is_condition_behind
from backgrounder.evidence.signals import Signal, is_negative, signs

_STRONG_PAUSES = frozenset(";:؛；：-")
CLAIM_OF_OTHERS = "what others say or think"
_NEAR = 2
_REPORTER_NEAR = 5
"""A denial of the reporter's further from the opening mark than so many words governs something else."""


class Governed(NamedTuple):
    """What stands around quoted words and bears on them."""

    what: str
    """The kind of word, as messages call it."""
    words: str
    """The words of the source from it up to what is quoted, or from what is quoted up to it."""
    start: int
    """The index of its first word, for showing it."""
    end: int


def governed_by(words: Sequence[Word], start: int, end: int, language: Language | None) -> Governed | None:
    """Return what of the sentences around the words from ``start`` up to ``end`` bears on these."""
    if language is None:
        return None
    while start < end - 1 and is_mark(words[start]):
        start += 1
    first, _ = sentence_around(words, start, language)
    _, last = sentence_around(words, end - 1, language)
    return _of_head(words, first, start, language) or _of_tail(words, start, end, last, language)


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
    """What of the beginning of the sentence bears on its rest."""
    head_start = _clause_start(words, first, start, language)
    head = words[head_start:start]
    texts = [word.text for word in head]
    asks = words[start].text.lower() in language.question_words
    for sign in signs(texts, language, is_apart=True):
        if sign.signal in (Signal.NEGATION, Signal.CONDITION) and not asks:  # a question claims nothing
            return _governed(sign.signal.value, words, head_start + sign.index, start)
    return _claim_of_others(words, head_start, start, language)


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
    """What of the end of the sentence bears on its beginning."""
    tail = words[end:last]
    texts = [word.text for word in tail]
    for sign in signs(texts, language, is_apart=True):
        if is_condition_behind(sign, tail, language):
            return _governed(Signal.CONDITION.value, words, end, end + sign.index + sign.length)
        if sign.signal is Signal.NEGATION and sign.index < _NEAR and not is_pause(tail[0]):
            return _governed(Signal.NEGATION.value, words, end, end + sign.index + sign.length)
    if any(word.text in "?؟？" for word in tail) and any(not is_mark(word) for word in tail):
        return _governed("a question", words, end, last)
    return None


def _governed(what: str, words: Sequence[Word], start: int, end: int) -> Governed:
    shown = ""
    for word in words[start:end]:
        if is_pause(word):
            shown += word.text
        elif not is_mark(word):
            shown += f" {word.text}"
    return Governed(what, shown.strip(" ,;:،؛-"), start, end)
