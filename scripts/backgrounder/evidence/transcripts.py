"""The turns of a transcript: who is given a line by a label before it.

A label is a name in front of a colon (``MS. REED:``, ``REED (00:04):``, ``REED, ENVOY:``), a name alone on a
line, or ``Q:`` and ``A:``. A turn goes on over the paragraphs behind it up to the next label.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from backgrounder.evidence.languages import Language
from backgrounder.evidence.people import People
from backgrounder.evidence.utterances import Attribution, Stretch, Utterance
from backgrounder.model.proof import SpeakerGrade
from backgrounder.patterns import late_pattern

_BEFORE_COLON = late_pattern(
    r"\s*(?:\[?\(?\d{1,2}:\d\d(?::\d\d)?\)?\]?\s*)?[-–—*_]*\s*(?P<label>[^\W\d_][^:：“”\"«».!?]{0,60}?(?:\.[^:：“”\"«»!?]{0,60}?)*?)"
    r"\s*(?:[(\[][\d:., apmAPM]*[)\]])?\s*[*_]*\s*[:：][*_]*(?:\s+|$|(?=[“\"]))"
)
_MARKED_UP = late_pattern(r"\s*(?P<label>Q|A)[.)]?\s+(?=[A-Z“\"])")
_BEFORE_STOP = late_pattern(
    r"\s*(?P<label>(?:[A-Z][a-z]*\.? ){0,2}[A-Z][A-Z'’-]{2,}(?: [A-Z][A-Z'’-]+){0,3}(?: of [A-Z]\w+)?)\.\s+(?=[A-Z“\"])"
)
"""Minutes of parliaments: ``Ms. REED. I yield.``"""
_BEFORE_DASH = late_pattern(r"\s*(?P<label>[^\W\d_][^:.!?–—]{1,60}?)\s+[–—]\s+")
_LONGEST_LABEL = 8
_ROLE_IN_BRACKETS = late_pattern(r"\s*[(\[][^)\]]*[)\]]")
_NOTE = late_pattern(r"\s*[(\[][^)\]]*[)\]]\s*")
"""What happens in the room: (Applause), [END VIDEO CLIP]."""


class Label(NamedTuple):
    """Who a turn is given to, and where its words begin in the paragraph."""

    name: str
    start: int


def turns(
    paragraphs: Sequence[str],
    people: People,
    language: Language,
    *,
    is_transcript: bool,
    named: frozenset[str] = frozenset(),
) -> list[Utterance]:
    """The turns of a transcript; in other documents, where two labels or more make it look like one.

    ``named`` are the stakeholders whom the title and the like name: where that is one person, the answers of a
    transcript without names are taken for theirs.
    """
    labels = [_label(text, language) for text in paragraphs]
    if is_transcript:
        labels = _in_one_style(_with_other_forms(labels, paragraphs, people), people)
    elif not _is_interview(labels, people, language):
        return []
    if not any(labels):
        return []
    found = _turns(labels, paragraphs, people, language, is_transcript=is_transcript)
    persons = people.persons(named)
    if is_transcript and len(persons) == 1:
        return [_answered(turn, labels, persons, language) for turn in found]
    return found


def _answered(
    turn: Utterance, labels: Sequence[Label | None], persons: frozenset[str], language: Language
) -> Utterance:
    """A turn behind a label such as A, given to the person whom the document is about."""
    label = labels[turn.stretches[0].paragraph - 1]
    is_answer = label is not None and label.name.lower().rstrip(".") in language.answers
    return turn._replace(attribution=Attribution(SpeakerGrade.INFERRED, persons)) if is_answer else turn


def _is_interview(labels: Sequence[Label | None], people: People, language: Language) -> bool:
    """Whether at least two labels come back, one of them a known person's, so that they are no headings."""
    counted = Counter(label.name for label in labels if label)
    again = [name for name, times in counted.items() if times > 1]
    if len(again) < 2:
        return False
    return any(_asks_or_answers(name, language) or people.labelled(name) for name in again)


def _asks_or_answers(name: str, language: Language) -> bool:
    return name.lower().rstrip(".") in language.questions | language.answers


def _in_one_style(labels: list[Label | None], people: People) -> list[Label | None]:
    """The labels without words that only look like one: where labels are in capitals, "Result: nothing" is none."""
    written = [label.name for label in labels if label]
    if 2 * sum(_is_in_capitals(name) for name in written) <= len(written):
        return labels
    return [
        label if label and (_is_in_capitals(label.name) or people.labelled(label.name)) else None
        for label in labels
    ]


def _is_in_capitals(name: str) -> bool:
    return name.partition(",")[0].isupper()


def _label(text: str, language: Language) -> Label | None:
    """The label at the start of a paragraph."""
    if found := _MARKED_UP.match(text):
        return Label(found["label"], found.end())
    if ":" not in text[:140] and "：" not in text[:140]:
        return None
    found = _BEFORE_COLON.match(text)
    if not found:
        return None
    name = found["label"].strip()
    return Label(name, found.end()) if _is_label(name, language) else None


def _is_label(name: str, language: Language) -> bool:
    """Whether words before a colon are a name with its title, rather than the start of a sentence."""
    head = _ROLE_IN_BRACKETS.sub("", name).partition(",")[0]
    words = head.split()
    if not words or len(words) > _LONGEST_LABEL:
        return False
    small = [word for word in words if word[:1].islower() and word.lower() not in language.particles]
    return not small and not any(word.lower() in language.verbs for word in words)


def _with_other_forms(
    labels: list[Label | None], paragraphs: Sequence[str], people: People
) -> list[Label | None]:
    """The labels, and those that only transcripts have: before a full stop or a dash, or alone in a paragraph."""
    return [
        label or _label_of_transcript(text, people) for label, text in zip(labels, paragraphs, strict=True)
    ]


def _label_of_transcript(text: str, people: People) -> Label | None:
    if found := _BEFORE_STOP.match(text):
        return Label(found["label"], found.end())
    if (found := _BEFORE_DASH.match(text)) and people.labelled(found["label"]) and _is_short(found["label"]):
        return Label(found["label"], found.end())
    return Label(text.strip(), len(text)) if _is_lone_name(text, people) else None


def _is_short(name: str) -> bool:
    """Whether words are a name and no clause: all begin with capitals."""
    return all(word[:1].isupper() for word in name.split())


def _is_lone_name(text: str, people: People) -> bool:
    words = text.split()
    if not 0 < len(words) <= 5 or text.rstrip().endswith((".", "!", "?", "…", ",")):
        return False
    if any(sighting.is_person for sighting in people.seen_in(text)):
        return True
    return text.strip().isupper() and not any(letter.isdigit() for letter in text)


def _turns(
    labels: list[Label | None],
    paragraphs: Sequence[str],
    people: People,
    language: Language,
    *,
    is_transcript: bool,
) -> list[Utterance]:
    """Each label's words up to the next label; of an interview in an article the last ends with its paragraph,
    because the reporter may go on behind it."""
    found: list[Utterance] = []
    current: Label | None = None
    stretches: list[Stretch] = []
    last = max(number for number, label in enumerate(labels) if label)
    for number, (label, text) in enumerate(zip(labels, paragraphs, strict=True)):
        if label:
            found += _turn(current, stretches, people, language)
            current, stretches = label, []
        start = label.start if label else 0
        is_theirs = is_transcript or number <= last
        if current and is_theirs and text[start:].strip() and not _NOTE.fullmatch(text[start:]):
            stretches.append(Stretch(number + 1, start, len(text)))
    return found + _turn(current, stretches, people, language)


def _turn(
    label: Label | None, stretches: list[Stretch], people: People, language: Language
) -> list[Utterance]:
    if label is None or not stretches:
        return []
    return [Utterance(tuple(stretches), labelled(label.name, people, language))]


def labelled(name: str, people: People, language: Language) -> Attribution:
    """Whom a label means. Q and A name nobody, and a part such as HOST may be anybody's, so it is INFERRED."""
    if _asks_or_answers(name, language):
        return Attribution()
    seen = people.labelled(name)
    if not seen and _is_role(name, language):
        return Attribution(SpeakerGrade.INFERRED, named=name)
    return Attribution(SpeakerGrade.LABELLED, seen, "" if seen else name)


def _is_role(name: str, language: Language) -> bool:
    """Whether a label names a part rather than a person: HOST, Speaker 2, THE CHAIRMAN."""
    roles = language.titles | language.articles | frozenset(language.proxies)
    return all(word.isdigit() or word.strip(".#").lower() in roles for word in name.split())
