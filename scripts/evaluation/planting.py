"""Plants distortions into the quotations of an article, by rule and always the same ones.

``plant_inside`` alters a quotation by itself; here are those that need the text around it or another
quotation. A planted quotation that happens to stand in the article is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from evaluation import plant_inside
from evaluation.corpus import Paragraph
from evaluation.plant_inside import words_like
from evaluation.probes import Probe
from evaluation.quotations import NAMED, Quotation, Reading, Segment

_MUST_BE_NEW = ("word boundary", "altered")
"""Classes whose words are no distortion where they stand in the article."""
_CLAUSE_WORDS = 5
_KEPT = 8
_SAYING = r"(?:said|told \w+|says|tells \w+|asked|calls? \w+|called \w+|replied|shouted|yelled)"
_NESTED = re.compile(
    rf"\b(?:he|she|they|who|people|everybody|everyone|somebody|someone|(?!I\b)[A-Z][a-z]+) {_SAYING}(?: to \w+)?[,:]? ?"
    r"(?:‘(?P<curly>[^‘“”\"]{8,}?)[,.!?]?’(?!\w)|'(?P<straight>[^'\"]{8,}?)[,.!?]?'(?!\w))"
)


def planted_probes(reading: Reading) -> Iterator[Probe]:
    """Yield the distortions of an article."""
    text = words_like(" ".join(paragraph.text for paragraph in reading.article.paragraphs))
    for item in reading.quotations:
        if item.how == NAMED and len(item.cites) == 1:
            for probe in _of(reading, item):
                is_new = f" {words_like(probe.words)} " not in f" {text} "
                if is_new or not probe.row.startswith(_MUST_BE_NEW):
                    yield probe


def _of(reading: Reading, item: Quotation) -> Iterator[Probe]:
    nouns = plant_inside.nouns(reading.article.text)
    for row, words in plant_inside.plant(item.words, nouns):
        yield Probe(row, words, item.by, item.cites, item.words)
    yield from reporters_words(reading, item)
    yield from two_speakers(reading, item)
    yield from nested(item)


def reporters_words(reading: Reading, item: Quotation) -> Iterator[Probe]:
    """Yield quotations that run on into the reporter's words, begin in them, or are the reporter's alone."""
    segment = item.segments[0]
    paragraph = reading.article.paragraphs[segment.paragraph - 1]
    before, after = around(paragraph, segment, reading.runs)
    kept = item.words.split()
    raw = reading.article.text[segment.start : segment.end].split()
    if len(clause := after.split()[:_CLAUSE_WORDS]) > 1:
        words = " ".join((*raw[-_KEPT:], *clause))
        yield Probe("reporter's words: runs on", words, item.by, item.cites, item.words)
    if len(clause := before.split()[-_CLAUSE_WORDS:]) > 1:
        words = " ".join((*clause, *kept[:_KEPT]))
        yield Probe("reporter's words: begins before", words, item.by, item.cites, item.words)
    if later := _later(reading, item, segment):
        between = reading.article.text[segment.end : later.start]
        if 2 <= len(re.findall(r"\w+", between)) <= 12:
            middle = re.sub(r"[“”\"]|''", "", between)
            second = reading.article.text[later.start : later.end].split()[:_KEPT]
            words = " ".join((*raw[-_KEPT:], *middle.split(), *second))
            yield Probe("reporter's words: over the clause", words, item.by, item.cites, item.words)


def around(paragraph: Paragraph, segment: Segment, runs: tuple[tuple[Segment, ...], ...]) -> tuple[str, str]:
    """Return what the reporter writes before and behind a segment, up to the next quotation."""
    inside = [item for run in runs for item in run if item.paragraph == paragraph.number]
    begin = max((item.end + 1 for item in inside if item.end < segment.start), default=paragraph.start)
    end = min((item.start - 1 for item in inside if item.start > segment.end), default=paragraph.end)
    text = paragraph.text
    before = text[begin - paragraph.start : max(0, segment.start - 1 - paragraph.start)]
    after = text[segment.end + 1 - paragraph.start : end - paragraph.start]
    marks = "“”\"'` "
    before, after = before.strip(marks), after.strip(marks)
    return re.split(r"(?<=[.!?])\s", before)[-1], re.split(r"(?<=[.!?])\s", after)[0].rstrip(".,:;")


def _later(reading: Reading, item: Quotation, segment: Segment) -> Segment | None:
    """Return the next quotation of the same speaker in the paragraph."""
    same = [
        other.segments[0]
        for other in reading.quotations
        if other.by == item.by and other.cites == item.cites and other.segments[0].start > segment.end
    ]
    return min(same, key=lambda other: other.start, default=None)


def two_speakers(reading: Reading, item: Quotation) -> Iterator[Probe]:
    """Yield the first half of one person's words with the second half of another's, given to either."""
    for other in reading.quotations:
        is_near = abs(other.cites[0] - item.cites[0]) <= 1 and len(other.cites) == 1
        if other.by != item.by and other.how == NAMED and is_near:
            one, two = item.words.split(), other.words.split()
            words = " ".join((*one[: max(3, len(one) // 2)], "…", *two[-max(3, len(two) // 2) :]))
            cites = tuple(sorted({*item.cites, *other.cites}))
            if other.segments[0].start > item.segments[0].start:
                yield Probe(
                    "two speakers: by the first", words, item.by, cites, f"{item.words} | {other.words}"
                )
                yield Probe(
                    "two speakers: by the second", words, other.by, cites, f"{item.words} | {other.words}"
                )


def nested(item: Quotation) -> Iterator[Probe]:
    """Yield the words that a speaker quotes from somebody else, given to the speaker."""
    for match in _NESTED.finditer(item.words):
        inner = match["curly"] or match["straight"]
        if len(inner.split()) >= 3:
            yield Probe("nested: by the outer speaker", inner, item.by, item.cites, item.words)
