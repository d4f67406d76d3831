"""Finds the direct quotations of an article, each with the speaker whom the annotators gave it.

A paragraph whose quotation marks do not pair is left alone, and so is a quotation whose speaker is not certain.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from evaluation.cast import PERSON, Cast, cast_of, source_extent, source_text
from evaluation.corpus import Article, Paragraph, Relation

FEWEST_WORDS = 4
_MARK = re.compile(r"“|”|\"|''|``|«|»")
_PAIRS = {"“": "”", '"': '"', "''": "''", "``": "''", "«": "»"}
_COVERED = 0.8
"""So much of a quotation has to lie in one content."""
_BACK = 2
"""A pronoun is looked up in so many paragraphs before its own."""
_PRONOUNS = {"he": "he", "she": "she"}

NAMED, PRONOUN = "named", "pronoun"


class Segment(NamedTuple):
    """Words between two quotation marks of one paragraph, in characters of the article."""

    paragraph: int
    start: int
    end: int


class Quotation(NamedTuple):
    """Words of somebody, in one paragraph or several."""

    words: str
    segments: tuple[Segment, ...]
    by: str
    """The id of the speaker."""
    how: str
    """``named`` or ``pronoun``."""
    is_whole: bool
    """The content has nothing outside the quotation marks."""

    @property
    def cites(self) -> tuple[int, ...]:
        """The paragraphs in which the words stand."""
        return tuple(dict.fromkeys(segment.paragraph for segment in self.segments))


class Reading(NamedTuple):
    """An article with those who speak in it and what they say."""

    article: Article
    cast: Cast
    quotations: tuple[Quotation, ...]
    runs: tuple[tuple[Segment, ...], ...]
    """Everything between quotation marks, whoever says it."""


def read_quotations(article: Article) -> Reading:
    """Return the direct quotations of four words or more whose speakers are in the registry."""
    cast = cast_of(article)
    runs = tuple(quoted_runs(article.paragraphs))
    found = [_quotation(article, cast, run, runs) for run in runs]
    return Reading(article, cast, tuple(item for item in found if item), runs)


def quoted_runs(paragraphs: tuple[Paragraph, ...]) -> Iterator[tuple[Segment, ...]]:
    """Yield what stands between quotation marks; over several paragraphs where a paragraph has no closing mark
    and the next begins with an opening one."""
    open_run: tuple[Segment, ...] = ()
    for paragraph in paragraphs:
        pairs = paired(paragraph.text)
        if open_run and not (pairs and pairs[0][0] <= 2):
            open_run, pairs = (), None if pairs is None else pairs
        for start, end, is_closed in pairs or ():
            segment = Segment(paragraph.number, paragraph.start + start, paragraph.start + end)
            run, open_run = (*open_run, segment), ()
            if is_closed:
                yield run
            else:
                open_run = run


def paired(text: str) -> list[tuple[int, int, bool]] | None:
    """Return the stretches between quotation marks and whether each is closed; None where the marks do not pair."""
    found: list[tuple[int, int, bool]] = []
    opened: re.Match[str] | None = None
    for match in _MARK.finditer(text):
        if opened and match[0] == _PAIRS[opened[0]]:
            if match[0] in ('"', "''") and text[match.start() - 1].isspace():
                return None
            found.append((opened.end(), match.start(), True))
            opened = None
        elif opened or match[0] not in _PAIRS or not _may_open(text, match):
            return None
        else:
            opened = match
    if opened:
        found.append((opened.end(), len(text), False))
    return found


def _may_open(text: str, match: re.Match[str]) -> bool:
    before, after = text[: match.start()][-1:], text[match.end() :][:1]
    return (not before or not before.isalnum()) and bool(after) and not after.isspace()


def words_of(article: Article, segments: tuple[Segment, ...]) -> str:
    """Return the words of the segments in one line, without the comma before the closing mark."""
    parts = (article.text[segment.start : segment.end] for segment in segments)
    return " ".join(" ".join(parts).split()).rstrip(",").strip()


def _quotation(
    article: Article, cast: Cast, run: tuple[Segment, ...], runs: tuple[tuple[Segment, ...], ...]
) -> Quotation | None:
    words = words_of(article, run)
    if len(words.split()) < FEWEST_WORDS:
        return None
    relations = {relation for segment in run if (relation := relation_of(article, segment))}
    speakers = {_speaker(article, cast, relation, runs) for relation in relations}
    if len(speakers) != 1 or ("", "") in speakers:
        return None
    by, how = speakers.pop()
    is_whole = all(_is_quoted(article, item, runs) for item in relations)
    if not is_whole and cast.members[by].kind != PERSON:
        return None  # a paper reports what somebody else said
    return Quotation(words, run, by, how, is_whole)


def relation_of(article: Article, segment: Segment) -> Relation | None:
    """Return the attribution whose content has nearly all of a segment."""
    for relation in article.relations:
        shared = sum(
            max(0, min(segment.end, extent.end) - max(segment.start, extent.start))
            for extent in relation.contents
        )
        if shared >= _COVERED * (segment.end - segment.start):
            return relation
    return None


def _is_quoted(article: Article, relation: Relation, runs: tuple[tuple[Segment, ...], ...]) -> bool:
    """Whether all letters of a content stand between quotation marks."""
    letters = {
        offset
        for extent in relation.contents
        for offset in range(extent.start, extent.end)
        if article.text[offset].isalnum()
    }
    return not letters.difference(
        offset for run in runs for segment in run for offset in range(segment.start, segment.end)
    )


def _speaker(
    article: Article, cast: Cast, relation: Relation, runs: tuple[tuple[Segment, ...], ...]
) -> tuple[str, str]:
    """Return the id of the speaker and how the text gives it; two empty texts where that is not certain."""
    source = " ".join(source_text(article, relation).split())
    if source.lower() in _PRONOUNS:
        return (found, PRONOUN) if (found := _meant(article, cast, relation, runs)) else ("", "")
    return (found, NAMED) if (found := cast.named_by(source)) else ("", "")


def _meant(article: Article, cast: Cast, relation: Relation, runs: tuple[tuple[Segment, ...], ...]) -> str:
    """Return the person whom a pronoun can only mean: the last one who spoke, if nobody else of that gender is
    named between two paragraphs before and the pronoun."""
    extent = source_extent(relation)
    paragraph = article.paragraph_at(extent.start) if extent else None
    if not extent or not paragraph:
        return ""
    begin = article.paragraphs[max(0, paragraph.number - 1 - _BACK)].start
    pronoun = _PRONOUNS[article.text[extent.start : extent.end].strip().lower()]
    outside = _outside_quotes(article.text, begin, extent.start, runs)
    named = {
        member.id
        for member in cast.persons
        if re.search(rf"\b{re.escape(member.surname)}\b", outside) and member.gender in ("", pronoun)
    }
    earlier = [
        item for item in article.relations if (at := source_extent(item)) and begin <= at.start < extent.start
    ]
    by_place = sorted(earlier, key=lambda item: item.sources[0].start)
    speakers = [who for item in by_place if (who := cast.named_by(source_text(article, item)))]
    return speakers[-1] if speakers and named == {speakers[-1]} else ""


def _outside_quotes(text: str, start: int, end: int, runs: tuple[tuple[Segment, ...], ...]) -> str:
    """Return a stretch of the text with spaces in place of what is quoted in it."""
    letters = list(text[start:end])
    for segment in (segment for run in runs for segment in run):
        for offset in range(max(segment.start, start), min(segment.end, end)):
            letters[offset - start] = " "
    return "".join(letters)
