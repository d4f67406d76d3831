"""Prose of ours that repeats a source outside quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from backgrounder.diagnostics.diagnostic import Finding, NotePlace
from backgrounder.evidence.claims import Claim
from backgrounder.evidence.library import RUN, Library, Passage
from backgrounder.evidence.words import plain_words
from backgrounder.model.registry import Source
from backgrounder.model.texts import Text
from backgrounder.patterns import late_pattern
from backgrounder.spans import Place, Span

_WORD = late_pattern(r"[^\W_]+")


def copied_prose(claim: Claim, library: Library) -> Iterator[Finding]:
    """Every run of eight or more words that stands in a source of the brief as well."""
    cited = dict.fromkeys(citation.source for citation in claim.citations)
    sources = [library.open(source) for source in cited if source in library.texts]
    for text in claim.texts:
        if isinstance(claim.record, Source) and text.field == "title":
            continue
        plain = _words(text.own_words) if len(text.text) > 2 * RUN else ()
        if len(plain) < RUN:
            continue
        for source in sources:
            if not _may_repeat(plain, source.in_one_line):
                continue
            words = list(_WORD.finditer(text.own_words))
            for start, end, passage in _runs(plain, source.runs, text, words):
                yield _finding(text, words[start].start(), words[end - 1].end(), end - start, passage, claim)


def _words(text: str) -> Sequence[str]:
    """The words of a text in small letters, one for each of its words as written."""
    return plain_words(text) if text.isascii() else [word.lower() for word in _WORD.findall(text)]


def _may_repeat(plain: Sequence[str], text: str) -> bool:
    """Whether a source has eight words of ours in a row. Every run of eight has four that begin at a multiple of
    four, so that these are looked for first."""
    half = RUN // 2
    return any(
        f" {' '.join(plain[start : start + half])} " in text and _repeats_around(start, plain, text)
        for start in range(0, len(plain) - half + 1, half)
    )


def _repeats_around(place: int, plain: Sequence[str], text: str) -> bool:
    """Whether a source has a run of eight words of ours that begins at a place or up to four words before it."""
    first, last = max(0, place - RUN // 2), min(place, len(plain) - RUN)
    return any(f" {' '.join(plain[start : start + RUN])} " in text for start in range(first, last + 1))


def _runs(
    plain: Sequence[str], known: dict[tuple[str, ...], Passage], text: Text, words: list[re.Match[str]]
) -> Iterator[tuple[int, int, Passage]]:
    """The longest runs that are known, as the first word and the end, and where each comes from."""
    start = 0
    while start <= len(plain) - RUN:
        passage = known.get(tuple(plain[start : start + RUN]))
        if passage is None or _has_gap(text, words, start, start + RUN):
            start += 1
            continue
        end = start + RUN
        while (
            end < len(plain)
            and tuple(plain[end - RUN + 1 : end + 1]) in known
            and not _has_gap(text, words, end - 1, end + 1)
        ):
            end += 1
        yield start, end, passage
        start = end


def _has_gap(text: Text, words: list[re.Match[str]], start: int, end: int) -> bool:
    """Whether quoted words, which are blanked out, stand between these words."""
    first, last = words[start].start(), words[end - 1].end()
    return "”" in text.text[first:last] or '"' in text.text[first:last]


def _finding(text: Text, start: int, end: int, count: int, passage: Passage, claim: Claim) -> Finding:
    words = text.text[start:end]
    place = Place(claim.file, text.path, words=" ".join(words.split()), nth=text.text[:start].count(words))
    note = NotePlace(_span(passage, _WORD.findall(words)), "they stand here")
    where = f"`{passage.citation}`" if passage.number else f"the headline of `{passage.source.id}`"
    return Finding(place, "copied-prose", {"count": str(count), "where": where}, (note,))


def _span(passage: Passage, words: list[str]) -> Span:
    """Where the words stand in the archived text; the start of the paragraph where that cannot be told."""
    found = re.search(r"[\W_]+".join(map(re.escape, words)), passage.text, re.IGNORECASE)
    start, end = found.span() if found else (0, 0)
    return passage.span(start, end)
