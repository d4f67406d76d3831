"""Omissions and insertions that every editor makes: they must pass without a word."""

from __future__ import annotations

import re
from collections.abc import Iterator

from evaluation.probes import Probe, pick
from evaluation.quotations import NAMED, Reading
from evaluation.true import BREAKS, QUOTES_WITHIN, is_long, sentences

_ASIDE = re.compile(
    r", (?:of course|you know|frankly|again|obviously|in fact|indeed|by the way|folks|look),(?= )"
)
_LATER_CLAUSE = re.compile(r"^(.+), (?:and|so|as|which|where|because|who) ([^,]+)[.!?]?$")
_CONJOINED = re.compile(
    r"\b(?:and|because|that|so) (we|they|he|she|it|people|there)(?= (?:will|are|is|was|were|have|had|has|need|want)\b)"
)
_PRONOUN = re.compile(
    r"(?<![\w’'-])(?P<word>he|she|they)(?= (?:will|is|are|was|were|has|have|had|said|can|should|did|does|do|wants?|needs?)\b)"
)
_OBJECT = re.compile(
    r"\b(?:to|with|for|about|against|support|supported|tell|told|ask|asked) (?P<word>him|her|them|it)(?=[.,;]|$| (?:to|and|in|on|for)\b)"
)
_NOUN = re.compile(r"\bthe ([a-z]{4,})(?= (?:is|was|are|were|has|have|will)\b|[.,;])")
_GENERAL = ("the company", "the party", "the proposal", "the country")


def fair_probes(reading: Reading) -> Iterator[Probe]:
    """Yield fairly shortened and explained quotations of an article."""
    names = [member.name for member in reading.cast.persons]
    for item in reading.quotations:
        if item.how == NAMED and len(item.cites) == 1 and not QUOTES_WITHIN.search(item.words):
            for row, words in fair(item.words, names):
                if is_long(re.sub(r"\[[^]]*\]|…", "", words)):
                    yield Probe(f"fair: {row}", words, item.by, item.cites, item.words)
    yield from _interrupted(reading)


def fair(words: str, names: list[str]) -> Iterator[tuple[str, str]]:
    """Yield what editors make of a quotation, with the row that counts it."""
    parts = sentences(words)
    if len(parts) > 2:
        yield "sentences left out", f"{parts[0]} … {parts[-1]}"
        yield "sentences left out, brackets", f"{parts[0]} [...] {parts[-1]}"
    if len(parts) > 1:
        yield "begins with …", f"… {parts[-1]}"
        yield "ends with …", f"{parts[0].rstrip('.')} …"
    for sentence in parts:
        if is_long(sentence):
            yield from _in_sentence(sentence, names)


def _in_sentence(sentence: str, names: list[str]) -> Iterator[tuple[str, str]]:
    middle = sentence.split()
    half = len(middle) // 2
    yield "sic", " ".join((*middle[:half], "[sic]", *middle[half:]))
    if match := _ASIDE.search(sentence):
        yield "aside left out", f"{sentence[: match.start()]} … {sentence[match.end() :].strip()}"
    if (match := _LATER_CLAUSE.match(sentence)) and not BREAKS.search(sentence) and len(match[2].split()) > 3:
        yield "last clause left out", match[1]
    if (match := _CONJOINED.search(sentence)) and not BREAKS.search(sentence):
        word = match[1]
        yield "capital in brackets", f"[{word[0].upper()}]{word[1:]}{sentence[match.end() :]}"
    if sentence[0].isupper() and not sentence.startswith(("I ", "I’", "I'")) and sentence[1:2].islower():
        yield "small letter in brackets", f"[{sentence[0].lower()}]{sentence[1:]}"
    if names and (match := _PRONOUN.search(sentence)):
        name = pick(names, sentence)
        yield "name for a pronoun", f"{sentence[: match.start()]}[{name}]{sentence[match.end() :]}"
    if match := _OBJECT.search(sentence):
        name = pick([*names, *_GENERAL], sentence)
        yield "name for an object", f"{sentence[: match.start('word')]}[{name}]{sentence[match.end() :]}"
    if match := _NOUN.search(sentence):
        yield (
            "explained in brackets",
            f"{sentence[: match.end(1)]} [of the council]{sentence[match.end(1) :]}",
        )


def _interrupted(reading: Reading) -> Iterator[Probe]:
    """Yield the halves of a sentence that "she said" interrupts, joined with an ellipsis."""
    text = reading.article.text
    for one, two in zip(reading.quotations, reading.quotations[1:], strict=False):
        first, second = one.segments[-1], two.segments[0]
        between = text[first.end : second.start]
        is_one_sentence = text[first.end - 1] == "," and text[second.start].islower()
        is_near = one.cites == two.cites and one.by == two.by and not re.search(r"[.!?]\s", between)
        if is_near and is_one_sentence and len(one.cites) == 1:
            words = f"{one.words} … {two.words}"
            yield Probe("fair: interrupted sentence", words, one.by, one.cites, words)
