"""Judges the words of a quotation at the place where it stands, as far as its words go.

Errors are what turns the sense inside the quotation; warnings what stands around it and was cut off. Who
speaks is for ``speakers``.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from backgrounder.evidence.boundaries import Word, is_mark, sentence_around
from backgrounder.evidence.figures import spans
from backgrounder.evidence.governing import CLAIM_OF_OTHERS, Governed, denied_by_reporter, governed_by
from backgrounder.evidence.insertions import changed_by, put_in
from backgrounder.evidence.languages import Language
from backgrounder.evidence.library import SourceText
from backgrounder.evidence.matching import Insertion
from backgrounder.evidence.omissions import turned_by
from backgrounder.evidence.placing import Chain, Spot
from backgrounder.evidence.regions import Region
from backgrounder.evidence.signals import is_number
from backgrounder.evidence.words import splits_word, whole_word

_FOLLOWING = 3
"""So many words behind a stretch may be what brackets took the place of."""
_SHOWN_AROUND = 3
_SHOWN_BEFORE = 5
"""A figure with its unit has so many words at most that brackets behind it convert."""
_NEAR_FIGURE = 3
"""A figure may reach so many words beyond its number: "40 to 50", "a quarter of a million"."""
_TERMINALS = ".!?؟。！？"
_NOWHERE = -1
"""The place of a mark that no text has."""


class Flaw(NamedTuple):
    """Something wrong, with the words of the source that show it."""

    code: str
    facts: dict[str, str]
    first: Word
    last: Word
    is_error: bool = True


def flaws_of(chain: Chain, source: SourceText) -> Iterator[Flaw]:
    """Yield what is wrong inside a quotation that stands at these places."""
    language = source.language
    for spot in chain:
        yield from _cut_words(spot, source)
    overfilled = list(_overfilled(chain))
    yield from overfilled
    for spot in chain if not overfilled else ():
        yield from _changed(spot, language)
    for left, right in itertools.pairwise(chain):
        if flaw := _omitted(left, right, source):
            yield flaw


def context_of(chain: Chain, source: SourceText) -> Iterator[Flaw]:
    """Yield what stands around the words of a quotation and bears on them."""
    language = source.language
    first, last = chain[0], chain[-1]
    regions = (first,) if first.region is last.region else (first, last)
    for spot in regions:
        end = last.fit.end if spot.region is last.region else spot.fit.end
        governed = governed_by(spot.region.words, spot.fit.start, end, language, chain[-1].group.stop)
        if governed and not _is_reported(governed, spot, source):
            words = spot.region.words
            facts = {"what": governed.what, "words": governed.words}
            yield Flaw("cut-context", facts, words[governed.start], words[governed.end - 1], is_error=False)
            return
    if bound := next((found for spot in chain if (found := _bound_of(spot, source))), ""):
        facts = {"what": "the bound of a figure", "words": bound}
        yield Flaw("cut-context", facts, first.first, first.first, is_error=False)
        return
    if word := denied_by_reporter(_before_utterance(first, source), language):
        yield Flaw(
            "cut-context", {"what": "a denial", "words": word}, first.first, first.first, is_error=False
        )


def _before_utterance(spot: Spot, source: SourceText) -> list[str]:
    """Return the words of the reporter's sentence that lead to the utterance in which a quotation starts."""
    if spot.region.utterance is None:
        return []
    stretch = source.utterances[spot.region.utterance].stretches[0]
    starts_sentence, _ = sentence_around(spot.region.words, spot.fit.start, source.language)
    if starts_sentence != 0:
        return []
    passage = source.passages[stretch.paragraph - 1]
    before = [token for token in passage.tokens if token.end <= stretch.start]
    if not before or before[-1].text in ":.!?,":
        return []
    words = [Word(token.text, stretch.paragraph, token.start, token.end) for token in before]
    start, _ = sentence_around(words, len(words) - 1, source.language)
    return [word.text for word in words[start:]]


def _cut_words(spot: Spot, source: SourceText) -> Iterator[Flaw]:
    """Yield words and figures of which a stretch has only a part."""
    words = spot.region.words
    for start, end in _stretches(spot):
        first, last = words[start], words[end - 1]
        for place, word in ((first.start, first), (last.end, last)):
            text = source.passage(word.paragraph).text
            figure = _split_figure(spot.region, start, end, place, source)
            if figure or splits_word(text, place):
                yield Flaw("cut-word", {"words": figure or whole_word(text, place)}, word, word)


def _stretches(spot: Spot) -> list[tuple[int, int]]:
    """Return the runs of words that a group takes from the source; brackets that only add end none."""
    found: list[tuple[int, int]] = []
    for start, end in spot.fit.pieces:
        if found and found[-1][1] == start:
            found[-1] = (found[-1][0], end)
        elif start < end:
            found.append((start, end))
    return found


def _split_figure(region: Region, start: int, end: int, place: int, source: SourceText) -> str:
    """Return the figure within which a stretch begins or ends: "two hundred" for "hundred men"; empty for none."""
    language = source.language
    at_start = place == region.words[start].start
    outer, inner = (start - 1, start) if at_start else (end, end - 1)
    if language is None or not 0 <= outer < len(region.words) or not _is_near_figure(region, outer, language):
        return ""
    passage = source.passage(region.words[inner].paragraph)
    found = spans(passage.figures, passage.text, language)
    return next((passage.text[first:last] for first, last in found if first < place < last), "")


def _is_near_figure(region: Region, index: int, language: Language) -> bool:
    """Tell whether a number stands so near that a figure may reach over the place; it is cheap to ask."""
    near = region.texts[max(0, index - _NEAR_FIGURE) : index + _NEAR_FIGURE + 1]
    return any(word[0].isnumeric() or is_number(word.lower(), language) for word in near)


def _is_reported(governed: Governed, spot: Spot, source: SourceText) -> bool:
    """Tell whether the claim of others around words is the reporter's "he said" of a text that quotes people."""
    return governed.what == CLAIM_OF_OTHERS and spot.region.utterance is None and governed.is_behind


def _bound_of(spot: Spot, source: SourceText) -> str:
    """Return the bound that was cut off a figure at the beginning or end of a stretch: "fewer than 300"."""
    if source.language is None:
        return ""
    words = spot.region.words
    for start, end in _stretches(spot):
        first, last = words[start], words[end - 1]
        if not any(_is_near_figure(spot.region, index, source.language) for index in (start, end - 1)):
            continue
        for figure in source.passage(first.paragraph).figures if first.paragraph == last.paragraph else ():
            passage = source.passage(first.paragraph).text
            if not figure.bound or not first.start <= figure.start < last.end:
                continue
            before = passage[: figure.start].rstrip().lower().endswith(figure.bound_shown)
            if first.start == figure.start and before:
                return f"{figure.bound_shown} {figure.shown}"
            if last.end == figure.end and not before:
                return f"{figure.shown} {figure.bound_shown}"
    return ""


def _overfilled(chain: Chain) -> Iterator[Flaw]:
    """Yield a flaw where brackets make up more of a quotation than the source does."""
    added, own = put_in([spot.group for spot in chain])
    if added > own:
        facts = {"why": f"{added} of the quotation’s {added + own} words are put in", "words": "…"}
        yield Flaw("altering-insertion", facts, chain[0].first, chain[-1].last)


class _Brackets(NamedTuple):
    """Brackets at one place of a quotation, with what of the source they may have taken the place of."""

    insertions: tuple[Insertion, ...]
    replaced: Sequence[Word]
    is_free: bool
    """They stand before or behind a stretch, so that they may as well have been added."""
    place: int
    """The index of the word that they stand before, or of the last one."""
    before: Sequence[str]
    """The words of the source in front of them."""


def _brackets(spot: Spot, language: Language | None) -> Iterator[_Brackets]:
    words, fit = spot.region.words, spot.fit
    for number, piece in enumerate(spot.group.pieces):
        if not piece.before:
            continue
        start, _ = fit.pieces[number]
        if number:
            last = fit.pieces[number - 1][1]
            yield _Brackets(piece.before, words[last:start], False, start, _before(spot, last))
        else:
            replaced = _replaced_before(words, start, piece.before, language)
            yield _Brackets(piece.before, replaced, True, start, ())
    if spot.group.after:
        after = spot.group.after
        replaced = _replaced_behind(words, fit.end, language)
        if not replaced and after[0].stem:
            replaced = words[fit.end : fit.end + 1]
        yield _Brackets(after, replaced, True, fit.end - 1, _before(spot, fit.end))


def _before(spot: Spot, index: int) -> Sequence[str]:
    """Return the words of a quotation in front of brackets, a few of them."""
    return spot.region.texts[max(spot.fit.start, index - _SHOWN_BEFORE) : index]


def _changed(spot: Spot, language: Language | None) -> Iterator[Flaw]:
    """Yield what brackets put in that changes what was said."""
    for one in _brackets(spot, language):
        replaced = [word.text for word in one.replaced]
        if why := changed_by(one.insertions, replaced, one.is_free, language, one.before):
            shown = " ".join(insertion.words for insertion in one.insertions)
            first, last = _shown(spot.region.words, one.replaced, one.place)
            yield Flaw("altering-insertion", {"why": why, "words": shown}, first, last)


def _shown(words: Sequence[Word], replaced: Sequence[Word], index: int) -> tuple[Word, Word]:
    return (replaced[0], replaced[-1]) if replaced else (words[index], words[index])


def _replaced_before(
    words: Sequence[Word], start: int, insertions: Sequence[Insertion], language: Language | None
) -> Sequence[Word]:
    """Return what brackets at the beginning of a stretch took the place of: a pronoun, a word of their own kind, or
    the word that they change a part of."""
    before = words[max(0, start - 1) : start]
    if language is None or not before:
        return ()
    first = insertions[0].words.split()[0].lower() if insertions[0].words.split() else ""
    small = before[0].text.lower()
    kinds = (language.prepositions, language.quantifiers, language.conjunctions)
    is_alike = any(small in kind and first in kind for kind in kinds)
    return before if is_alike or insertions[-1].stem or small in _pronouns(language) else ()


def _pronouns(language: Language) -> frozenset[str]:
    return language.first_person | language.other_persons | frozenset(language.pronouns)


def _replaced_behind(words: Sequence[Word], end: int, language: Language | None) -> Sequence[Word]:
    """Return the words that brackets at the end of a stretch took the place of: a pronoun, or the noun behind an
    article."""
    if language is None or end in (0, len(words)):
        return ()
    if words[end].text == "[":  # the source has brackets of its own
        return list(itertools.takewhile(lambda word: word.text != "]", words[end + 1 :]))
    if words[end].text.lower() in _pronouns(language) | language.demonstratives:
        return words[end : end + 1]
    if words[end - 1].text.lower() not in _before_nouns(language):
        return ()
    found = []
    for word in words[end : end + _FOLLOWING]:
        if is_mark(word) or (found and word.text.lower() in language.function_words):
            break
        found.append(word)
    return found


def _before_nouns(language: Language) -> frozenset[str]:
    """Return the words behind which a noun must come."""
    return language.articles | language.indefinite | language.prepositions


def _omitted(left: Spot, right: Spot, source: SourceText) -> Flaw | None:
    """Return what is wrong with leaving out what stands between two parts of a quotation."""
    if left.region is right.region:
        words, first, last = left.region.words, left.fit.end, right.fit.start
    else:
        words = (*left.region.words, *_stop_between(left, right, source), *right.region.words)
        first, last = left.fit.end, len(words) - len(right.region.words) + right.fit.start
    is_between = (left.region.utterance is None) != (right.region.utterance is None)
    if first == last or is_between:  # what runs from a speaker into the report is told by itself
        return None
    turned = turned_by(words, first, last, source.language)
    if turned is None:
        return None
    facts = {"what": turned.what, "words": turned.words, "there": _around(words, first, last)}
    code = "joined-sentences" if not turned.words else "altering-omission"
    return Flaw(code, facts, words[first], words[last - 1])


def _stop_between(left: Spot, right: Spot, source: SourceText) -> tuple[Word, ...]:
    """Return a full stop where the sentence of one utterance ends before the next begins."""
    if not ends_between(left.region, right.region, source):
        return ()
    return (Word(".", left.region.words[-1].paragraph, _NOWHERE, _NOWHERE),)


def ends_between(left: Region, right: Region, source: SourceText) -> bool:
    """Tell whether a sentence of the text ends between two utterances."""
    before, behind = left.words[-1], right.words[0]
    if before.paragraph != behind.paragraph:
        return True
    between = source.passage(before.paragraph).text[before.end : behind.start]
    return before.text in _TERMINALS or any(mark in between for mark in _TERMINALS)


def _around(words: Sequence[Word], first: int, last: int) -> str:
    """Return the words left out, with a few around them; only the ends of many."""
    near = words[max(0, first - _SHOWN_AROUND) : last + _SHOWN_AROUND]
    run = [word for word in near if word.start != _NOWHERE]
    shown = ""
    for before, word in zip((None, *run), run, strict=False):
        is_apart = before is not None and (word.start > before.end or word.paragraph != before.paragraph)
        shown += f" {word.text}" if is_apart else word.text
    return shown if len(shown) <= 160 else f"{shown[:80].rsplit(' ', 1)[0]} … {shown[-70:].partition(' ')[2]}"
