"""The reporter's words within a quotation, in languages that do not close the marks for them.

French writes « Nous sommes prêts, a affirmé Ada Reed. Le port restera ouvert. » Such an incise is a verb of saying
behind a comma, with its subject behind the verb, up to the next comma or full stop. It is no part of what the speaker
said. What a reporter adds behind a further comma ("…, présidente de la région, …") is not told from speech.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from backgrounder.evidence.clauses import Cue, Paragraph, Rules
from backgrounder.evidence.leaving_open import OpenReader
from backgrounder.evidence.subjects import Sort, Subject, SubjectReader

_ENDS = (",", ".", "!", "?")


class Incise(NamedTuple):
    """Words of the reporter between words of a speaker."""

    start: int
    """In characters of the quotation: the comma before it."""
    end: int
    """Behind the comma that ends it, or before the mark that ends the sentence."""
    subject: Subject
    is_unsaid: bool = False
    """Its verb tells of nothing said: aurait dit Ada Reed."""


def incises(quotation: Paragraph, rules: Rules) -> Iterator[Incise]:
    """The incises of a quotation that is read as a text of its own."""
    if not rules.language.breaks_into_quotes:
        return
    words = quotation.words
    for cue in quotation.cues(0, len(words)):
        first = _first_word(quotation, cue, rules)
        subject = _subject(quotation, first, cue, rules) if first and words[first - 1].text == "," else None
        if subject is None:
            continue
        behind = max(subject.end, cue.end)
        if behind == len(words) or words[behind].text in _ENDS:
            goes_on = behind < len(words) and words[behind].text == ","
            end = words[behind].end if goes_on else words[behind - 1].end
            is_unsaid = OpenReader(quotation, rules).is_unsaid(cue, first, behind)
            yield Incise(words[first - 1].start, end, subject, is_unsaid)


def _first_word(quotation: Paragraph, cue: Cue, rules: Rules) -> int:
    """The first word of the verb, with its auxiliaries and a pronoun between them: a-t-il ajouté."""
    first = cue.first
    while first and (
        quotation.words[first - 1].low in rules.language.adverbs or quotation.pronoun(first - 1, first)[0]
    ):
        first -= 1
    return first


def _subject(quotation: Paragraph, first: int, cue: Cue, rules: Rules) -> Subject | None:
    """The pronoun in the verb, or the name or pronoun behind it; None where there is neither."""
    for number in range(first + 1, cue.first):
        length, gender = quotation.pronoun(number, cue.first)
        if length:
            return Subject(Sort.PRONOUN, number + length, gender=gender)
    found = SubjectReader(quotation, rules).behind(cue.end, len(quotation.words))
    return found if found and (found.sort is Sort.PRONOUN or found.ids) else None
