"""Makes probes of true quotations: whole ones, parts that stand by themselves, and the same by somebody else."""

from __future__ import annotations

import re
from collections.abc import Iterator

from evaluation.cast import PERSON
from evaluation.probes import Document, Probe, digest
from evaluation.quotations import FEWEST_WORDS, Quotation, Reading

_MOST_OTHERS = 3
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")
_ABBREVIATED = re.compile(r"(?:\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|St|No|vs|Jr|Sr)\.|\b[A-Z]\.)$")
BREAKS = re.compile(
    r"\b(?:if|unless|until|provided|whether|not|no|never|none|nor|nobody|nothing|neither|cannot|without|only|but"
    r"|although|though|except|would|could|before|when|as long as)\b|n[’']t\b",
    re.IGNORECASE,
)
"""Words that may turn the sense of those beside them."""
QUOTES_WITHIN = re.compile(r"(?<!\w)[‘'“\"](?=\w)")
"""An opening mark in the words: a part of them may be what the speaker quotes from another, and so not the speaker's."""
_HALF = re.compile(r",? and (?=(?:I|we|he|she|they|it|you)\b)")


def document_of(reading: Reading, kind: str = "article") -> Document:
    """Return the article as a source."""
    article = reading.article
    return Document(
        "source",
        kind,
        article.title or "Untitled",
        article.publisher,
        "",
        article.published,
        tuple(paragraph.text for paragraph in article.paragraphs),
        tuple(reading.cast.members.values()),
    )._replace(id=_id(article.name, kind))


def _id(name: str, kind: str) -> str:
    return f"{kind}-{re.sub('[^a-z0-9]+', '-', name.lower()).strip('-')}"[:78].strip("-")


def true_probes(reading: Reading) -> Iterator[Probe]:
    """Yield the quotations of an article as their speakers said them."""
    for item in reading.quotations:
        size = "several paragraphs" if len(item.cites) > 1 else "whole" if item.is_whole else "in a sentence"
        yield Probe(f"true, {item.how}: {size}", item.words, item.by, item.cites)
        yield from _parts(item)


def _parts(item: Quotation) -> Iterator[Probe]:
    if len(item.cites) > 1 or QUOTES_WITHIN.search(item.words):
        return
    parts = sentences(item.words)
    if len(parts) > 1:
        for part in (parts[0], parts[-1]):
            if is_long(part):
                yield Probe(
                    f"true, {item.how}: one sentence of several", part, item.by, item.cites, item.words
                )
    for sentence in parts:
        halves = _HALF.split(sentence)
        if len(halves) == 2 and not BREAKS.search(sentence):
            for half in filter(is_long, halves):
                yield Probe(f"true, {item.how}: half a sentence", half, item.by, item.cites, item.words)


def wrong_probes(reading: Reading) -> Iterator[Probe]:
    """Yield the quotations of an article, each given to up to three other persons of it."""
    for item in reading.quotations:
        size = "several paragraphs" if len(item.cites) > 1 else "whole" if item.is_whole else "in a sentence"
        for other in others(reading, item):
            yield Probe(f"wrong speaker, {item.how}: {size}", item.words, other, item.cites, item.words)


def others(reading: Reading, item: Quotation) -> list[str]:
    """Return up to three other persons of the article, always the same ones."""
    ids = [member.id for member in reading.cast.members.values() if member.kind == PERSON]
    found = [who for who in ids if who != item.by]
    return sorted(found, key=lambda who: digest(f"{reading.article.name}|{item.words}|{who}"))[:_MOST_OTHERS]


def sentences(words: str) -> list[str]:
    """Return the sentences of a quotation."""
    found: list[str] = []
    for part in _SENTENCE_END.split(words):
        if found and _ABBREVIATED.search(found[-1]):
            found[-1] += f" {part}"
        else:
            found.append(part)
    return found


def is_long(words: str) -> bool:
    """Whether there are enough words for a quotation."""
    return len(words.split()) >= FEWEST_WORDS
