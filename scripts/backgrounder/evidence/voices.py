"""Who says what in the text of a source: the passages in quotation marks, each with its speaker.

Rules of news English: “…,” said X; “…,” X told reporters; X said: “…”; according to X, “…”; “…,” he added.
A pronoun is the last person who spoke, or was named. What the text does not show stays open.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from backgrounder.evidence.people import People, Sighting
from backgrounder.evidence.words import alike
from backgrounder.patterns import late_pattern

VERBS = (
    "said|says|say|told|tells|added|adds|stated|states|warned|warns|noted|notes|argued|argues|insisted|insists"
    "|announced|announces|declared|declares|claimed|claims|explained|explains|asked|asks|replied|replies|wrote"
    "|writes|tweeted|posted|continued|stressed|stresses|emphasi[sz]ed|emphasi[sz]es|urged|urges|called|calls"
    "|acknowledged|acknowledges|admitted|admits|confirmed|confirms|denied|denies|recalled|recalls|remarked"
    "|concluded|concludes|reiterated|reiterates|vowed|vows|promised|promises|pledged|pledges|predicted|suggested"
    "|suggests|responded|responds|testified|commented|observed|accused|accuses|described|describes|maintained"
    "|cautioned|quipped|pointed out|points out|went on"
)
_VERB = late_pattern(rf"\b(?:{VERBS})\b")
_PRONOUN = late_pattern(r"\b(?:he|she|they|it)\b", re.IGNORECASE)
_ACCORDING = late_pattern(r"\baccording to (?P<who>[^,.;:\"]+)", re.IGNORECASE)
_LEADS_IN = late_pattern(
    r"\s*(?:[A-Z]\w+ing|Asked|In|On|At|After|Before|During|When|While|With|Unlike|Like|As|For|But in|And in)\b"
)
"""How a clause starts that stands before its sentence's subject: "Speaking beside Blinken, Hussein said"."""
_CLAUSE = late_pattern(r"[.;!?]\s|:\s|\"")
_DOUBLE = late_pattern(r"[“„«](?P<one>[^“”„«»]*)(?:[”“»]|$)|\"(?P<two>[^\"“”„«»]*)\"")
_STRAIGHT = late_pattern(r'"(?P<one>[^"]*)(?:"|$)(?P<two>)')
_SINGLE = late_pattern(r"(?:(?<=^)|(?<=[\s(\[—–-]))‘(?P<one>[^‘’“”]*(?:’(?=\w)[^‘’“”]*)*)(?:’(?!\w)|$)")
_PROPER = late_pattern(r"[A-Z][\w'’-]+(?:\s+(?:al-|el-|bin|ibn|van|von|de|da|der|la)?\s*[A-Z][\w'’-]+)*")
_NO_NAMES = frozenset(
    (
        "The This That These Those He She They It We I In On At But And Or As For If When While After Before Last Next "
        "A An Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July "
        "August September October November December"
    ).split()
)


class Voice(NamedTuple):
    """Words in quotation marks, and who is said to have spoken them."""

    paragraph: int
    start: int
    """Where the words begin in the paragraph, behind the quotation mark."""
    end: int
    words: str
    speakers: frozenset[str] = frozenset()
    """The ids of those who may be meant; more than one where they share a name; empty where it is open."""
    named: str = ""
    """The name of somebody whom the registry does not hold."""
    is_attributed: bool = False
    """A verb of speech stands beside these very words."""


class _Speaker(NamedTuple):
    ids: frozenset[str] = frozenset()
    named: str = ""


_NOBODY = _Speaker()


def voices(paragraphs: Sequence[str], people: People) -> list[Voice]:
    """Every passage in quotation marks, in reading order."""
    found: list[Voice] = []
    last = _NOBODY
    for number, paragraph in enumerate(paragraphs, start=1):
        text = alike(paragraph)
        before = paragraphs[number - 2] if number > 1 else ""
        spoken = _of_paragraph(number, paragraph, text, people, last, before)
        found += spoken
        for voice in spoken:
            if voice.speakers or voice.named:
                last = _Speaker(voice.speakers, voice.named)
    return found


def quoted(text: str) -> Iterator[tuple[int, int]]:
    """Where the words between double quotation marks begin and end, whatever their style.

    Marks that have a direction are believed; straight ones are paired as they come. A remark that goes on in
    the next paragraph is left open at the end of this one.
    """
    pattern = _DOUBLE if any(mark in text for mark in "“„«") else _STRAIGHT
    for match in pattern.finditer(text):
        group = "one" if match["one"] is not None else "two"
        if match[group].strip():
            yield match.span(group)


def _spoken(text: str) -> list[tuple[int, int]]:
    """The same in a source, which may quote between single marks where it has no others."""
    found = list(quoted(text))
    if found:
        return found
    return [match.span("one") for match in _SINGLE.finditer(text) if match["one"].strip()]


def _of_paragraph(
    number: int, paragraph: str, text: str, people: People, last: _Speaker, before: str
) -> list[Voice]:
    spans = _spoken(paragraph)
    bare = _without(text, spans)
    speakers = [
        _attributed(bare, span, people, last, before, paragraph[: span[1]].rstrip().endswith("."))
        for span in spans
    ]
    given = next((speaker for speaker in speakers if speaker != _NOBODY), _NOBODY)
    found = []
    for span, speaker in zip(spans, speakers, strict=True):
        is_attributed = speaker != _NOBODY
        if not is_attributed and _is_speech(paragraph[slice(*span)]):
            speaker = given if given != _NOBODY else _narrated(bare, span, people) or _carried(bare, last)
        found.append(Voice(number, *span, paragraph[slice(*span)], speaker.ids, speaker.named, is_attributed))
    return found


def _without(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The text with what is quoted blanked out, so that nobody is looked for in it."""
    for start, end in spans:
        text = text[:start] + "\x00" * (end - start) + text[end:]
    return text


def _is_speech(words: str) -> bool:
    """Whether quoted words are a remark rather than a single term."""
    return len(words.split()) >= 3 or words.rstrip().endswith((".", "!", "?", ","))


def _attributed(
    bare: str, span: tuple[int, int], people: People, last: _Speaker, before: str, is_closed: bool
) -> _Speaker:
    """The speaker that the words around a quotation name; nobody where they name none.

    ``is_closed`` says that a full stop ends it, so that what follows is another sentence.
    """
    start, end = span
    after = _until_clause_ends(bare[end:].lstrip("\"'").lstrip())
    if not is_closed and (speaker := _behind(after, bare[: start - 1], people, last, before)):
        return speaker
    return _in_front(bare[: max(0, start - 1)], people, last, before)


def _until_clause_ends(text: str) -> str:
    found = _CLAUSE.search(text)
    return text[: found.start() + 1] if found else text


def _behind(after: str, earlier: str, people: People, last: _Speaker, before: str) -> _Speaker | None:
    """``X said`` or ``said X`` right behind the closing mark."""
    after = after.lstrip(",-– ")
    verb = _VERB.search(after)
    if found := _ACCORDING.match(after):
        return _named_in(found["who"], people, first=True)
    if not verb:
        return None
    subject = after[: verb.start()].strip(" ,")
    if not subject:
        return _named_in(_noun_phrase(after[verb.end() :]), people, first=False)
    if _PRONOUN.fullmatch(subject):
        return _antecedent(earlier, people, last, before)
    if len(subject.split()) > _LONGEST_SUBJECT:
        return None
    return _subject(subject, people)


_LONGEST_SUBJECT = 16


def _in_front(text: str, people: People, last: _Speaker, before: str) -> _Speaker:
    """``X said: `` or ``According to X, `` in the same sentence before the opening mark."""
    sentence = re.split(r"[.!?]\s+|\"", text)[-1]
    verbs = list(_VERB.finditer(sentence))
    if found := _ACCORDING.search(sentence):
        return _named_in(found["who"], people, first=True)
    if verbs and len(sentence) - verbs[-1].end() < _FAR:
        subject = sentence[: verbs[-1].start()].strip(" ,")
        if _PRONOUN.fullmatch(subject.split(",")[-1].strip().split(" ")[-1] if subject else ""):
            return _antecedent(text[: len(text) - len(sentence)], people, last, before)
        return _subject(subject, people)
    if sentence.rstrip().endswith(":") and len(sentence.split()) <= _LONGEST_SUBJECT:
        return _named_in(sentence, people, first=False)
    return _NOBODY


_FAR = 80
"""A verb further from the opening mark than this is about something else."""


def _noun_phrase(text: str) -> str:
    """``US Secretary of State Antony Blinken`` of what follows on ``said``."""
    return re.split(
        r"[,.;:\"]|\b(?:in|on|at|after|before|during|who|as|while|to|when|following|beside|alongside|with|next|near)\b",
        text,
    )[0]


def _subject(text: str, people: People) -> _Speaker:
    """Who a clause is about, not who is named in an aside behind it."""
    head, comma, last = text.rpartition(",")
    if comma and head:
        is_about_last = _LEADS_IN.match(head) or not (people.seen_in(head) or _PROPER.search(head))
        text = last if is_about_last else head
    clause = re.split(r"\b(?:that|when|while|after|before|as)\b", text)[-1] or text
    return _named_in(clause, people, first=False) or _named_in(text, people, first=True)


def _named_in(text: str, people: People, *, first: bool) -> _Speaker:
    """The first or the last person or body that a phrase names."""
    seen = people.seen_in(text)
    persons = [sighting for sighting in seen if sighting.is_person] or seen
    unknown = [match for match in _PROPER.finditer(text) if not _is_known(match, seen)]
    if persons and (persons[0].is_person or not unknown):
        return _Speaker(_joined(persons, text, first=first))
    if unknown:
        chosen_name = (unknown[0] if first else unknown[-1])[0]
        if len(chosen_name.split()) > 1 or not persons:
            return _Speaker(named=chosen_name)
    return _Speaker(persons[0 if first else -1].ids) if persons else _NOBODY


def _joined(persons: list[Sighting], text: str, *, first: bool) -> frozenset[str]:
    """The person chosen; both where "and" stands between two."""
    if len(persons) > 1:
        pair = persons[:2] if first else persons[-2:]
        if text[pair[0].end : pair[1].start].strip() == "and":
            return pair[0].ids | pair[1].ids
    return persons[0 if first else -1].ids


def _is_known(match: re.Match[str], seen: Iterable[Sighting]) -> bool:
    overlaps = any(sight.start < match.end() and match.start() < sight.end for sight in seen)
    return overlaps or match[0].split()[0] in _NO_NAMES or (not match[0][1:].islower() and match[0].isupper())


def _antecedent(earlier: str, people: People, last: _Speaker, before: str) -> _Speaker:
    """Whom a pronoun means: the last person named before it, else the last who spoke."""
    persons = [sighting for sighting in people.seen_in(earlier) if sighting.is_person]
    if persons:
        return _Speaker(persons[-1].ids)
    if last != _NOBODY:
        return last
    persons = [sighting for sighting in people.seen_in(before) if sighting.is_person]
    return _Speaker(persons[0].ids) if persons else _NOBODY


def _narrated(bare: str, span: tuple[int, int], people: People) -> _Speaker | None:
    """Who speaks in the sentences before, where the quotation itself has no verb of speech."""
    for sentence in reversed(re.split(r"(?<=[.!?\"])\s+", bare[: max(0, span[0] - 1)])):
        if verb := _VERB.search(sentence):
            speaker = _subject(sentence[: verb.start()].strip(" ,"), people)
            if speaker != _NOBODY:
                return speaker
    return None


def _carried(bare: str, last: _Speaker) -> _Speaker:
    """A paragraph that is nothing but a quotation goes on where the last speaker stopped."""
    return last if not bare.replace("\x00", "").strip(' "') else _NOBODY
