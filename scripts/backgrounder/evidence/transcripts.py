"""The turns of a transcript: who is given a line by a label before it.

A label is a name in front of a colon (``MS. REED:``, ``REED (00:04):``, ``REED, ENVOY:``), a name alone on a
line, or ``Q:`` and ``A:``. A turn goes on over the paragraphs behind it up to the next label.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from backgrounder.evidence.labels import Label, LabelReader
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
_GENERATIONS = frozenset(("jr", "sr", "ii", "iii", "iv"))
_ROLE_IN_BRACKETS = late_pattern(r"\s*[(\[][^)\]]*[)\]]")
_NOTE = late_pattern(r"\s*[(\[][^)\]]*[)\]]\s*")
"""Notes of what happens in the room: (Applause), [END VIDEO CLIP]."""


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
    reader = LabelReader(people, language)
    if is_transcript:
        labels = _in_one_style(_with_other_forms(labels, paragraphs, people, reader), people)
        labels = _with_unknown_forms(labels, paragraphs, reader)
    elif not _is_interview(labels, people, language):
        return []
    if not any(labels):
        return []
    found = _turns(labels, paragraphs, people, reader if is_transcript else None, language)
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
    if all(word.lower() in language.leads_in for word in words) and not name.isupper():
        return False
    small = [word for word in words if word[:1].islower() and word.lower() not in language.particles]
    return not small and not any(word.lower() in language.verbs for word in words)


def _with_other_forms(
    labels: list[Label | None], paragraphs: Sequence[str], people: People, reader: LabelReader
) -> list[Label | None]:
    """The labels, and those that only transcripts have: before a full stop or a dash, or alone in a paragraph."""
    return [
        label or _label_of_transcript(text, people) or _label_behind_opening(text, reader)
        for label, text in zip(labels, paragraphs, strict=True)
    ]


def _label_behind_opening(text: str, reader: LabelReader) -> Label | None:
    """A label behind an arrow, a bullet, a number or a note: ``>> REED:``."""
    start = reader.behind_opening(text)
    found = _BEFORE_COLON.match(text, start) if start and ":" in text[start : start + 140] else None
    return Label(found["label"].strip(), found.end()) if found and reader.is_label(found["label"]) else None


def _with_unknown_forms(
    labels: list[Label | None], paragraphs: Sequence[str], reader: LabelReader
) -> list[Label | None]:
    """The labels, and those in rarer forms, which end a turn also where they name nobody known."""
    return [label or reader.at_start(text) for label, text in zip(labels, paragraphs, strict=True)]


def _label_of_transcript(text: str, people: People) -> Label | None:
    if text.lstrip()[:1] in ("[", "(", "<"):
        return None
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
    reader: LabelReader | None,
    language: Language,
) -> list[Utterance]:
    """Each label's words up to the next label; of an interview in an article the last ends with its paragraph,
    because the reporter may go on behind it."""
    found: list[Utterance] = []
    current: Label | None = None
    stretches: list[Stretch] = []
    known = frozenset(label.name for label in labels if label)
    last = max(number for number, label in enumerate(labels) if label)
    for number, (label, text) in enumerate(zip(labels, paragraphs, strict=True)):
        start = label.start if label else 0
        further = list(reader.within(text, start, known)) if reader else []
        for one in [label, *further]:
            if one:
                found += _turn(current, stretches, people, language)
                current, stretches = one, []
            begin = one.start if one else 0
            end = min((it.at for it in further if it.at >= begin), default=len(text))
            if current and (reader or number <= last):
                stretches += _speech(text, number + 1, begin, end, reader)
    return found + _turn(current, stretches, people, language)


def _speech(text: str, number: int, start: int, end: int, reader: LabelReader | None) -> Iterator[Stretch]:
    """The words of a turn in one paragraph, without notes of what happens in the room."""
    if _NOTE.fullmatch(text, start, end):
        return
    for first, behind in reader.notes(text, start, end) if reader else ():
        if text[start:first].strip():
            yield Stretch(number, start, first)
        start = behind
    if text[start:end].strip():
        yield Stretch(number, start, end)


def _turn(
    label: Label | None, stretches: list[Stretch], people: People, language: Language
) -> list[Utterance]:
    if label is None or not stretches:
        return []
    return [Utterance(tuple(stretches), labelled(label.name, people, language))]


def labelled(name: str, people: People, language: Language) -> Attribution:
    """Whom a label means. Q and A name nobody, and a part such as HOST may be anybody's, so it is INFERRED."""
    if not name or _asks_or_answers(name, language):
        return Attribution()
    seen = people.labelled(name)
    if not seen and _is_role(name, language):
        return Attribution(SpeakerGrade.INFERRED, named=name)
    if seen and (other := _somebody_else(name, people, language)):
        return other
    if not seen and people.initialled(name):
        return Attribution()
    return Attribution(SpeakerGrade.LABELLED, seen, "" if seen else name)


def _somebody_else(name: str, people: People, language: Language) -> Attribution | None:
    """Who is meant by a label in which somebody of the registry is named, and that means another: REED'S LAWYER.

    Nobody can tell of MARY ADA REED whether that is Ada Reed, nor whose words REED (as Lady Macbeth) speaks.
    """
    person = next((it for it in people.seen_in(name) if it.is_person), None)
    if person is None:
        return None
    before, behind = name[: person.start].split(), name[person.end :]
    is_hyphened = behind[:1] == "-" and behind[1:2].isalpha()
    is_owner = behind.lower().replace("’", "'").startswith(language.possessives or ("\0",))
    of_whom = bool(before) and before[-1].lower() in language.prepositions and _has_proxy(before, language)
    is_proxy = _has_proxy(behind.partition(",")[0].partition("(")[0].split()[:2], language)
    if is_hyphened or is_owner or of_whom or (is_proxy and not _is_title(behind, language)):
        return Attribution(SpeakerGrade.LABELLED, named=name)
    words = behind.strip(" ,").lower().rstrip(".").split()
    is_younger = bool(words) and words[0] in _GENERATIONS
    brackets = behind.partition("(")[2].split()
    is_part = bool(brackets) and brackets[0].lower() in language.subordinators
    return Attribution() if is_younger or is_part or _has_forename(before, language) else None


def _has_proxy(words: Sequence[str], language: Language) -> bool:
    lows = [word.lower().strip(".,") for word in words]
    return any(low in language.proxies or low.removesuffix("s") in language.proxies for low in lows)


def _is_title(behind: str, language: Language) -> bool:
    """Whether the words behind a name open with a comma or a title of its own: REED, SECRETARY."""
    words = behind.split()
    return not words or behind.lstrip()[:1] in (",", "(") or words[0].lower() in language.titles


def _has_forename(before: Sequence[str], language: Language) -> bool:
    """Whether a word before a name may be another forename: no title, no place, no mark is in front."""
    if not before or not before[-1][:1].isupper() or not before[-1].isalpha():
        return False
    lows = [word.lower().strip(".,") for word in before]
    return not any(
        low in language.titles or low in language.proxies or low in language.prepositions for low in lows
    )


def _is_role(name: str, language: Language) -> bool:
    """Whether a label names a part rather than a person: HOST, Speaker 2, THE CHAIRMAN."""
    roles = language.titles | language.articles | frozenset(language.proxies)
    return all(word.isdigit() or word.strip(".#").lower() in roles for word in name.split())
