"""Figures that the source has, told otherwise than the source tells them.

More has become less, a rise a fall, or two figures have changed places. Only texts in one language are compared.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from backgrounder.diagnostics.diagnostic import Finding
from backgrounder.evidence.claims import Claim
from backgrounder.evidence.exchanges import exchanged, may_be_exchanged, misplaced, placed
from backgrounder.evidence.figures import Figure
from backgrounder.evidence.languages import Language
from backgrounder.evidence.languages.quantities import AT_LEAST, AT_MOST, OVER, UNDER
from backgrounder.evidence.library import Library, Passage
from backgrounder.evidence.supporting import supports
from backgrounder.evidence.trends import Trend, trend_of
from backgrounder.model.texts import Text
from backgrounder.spans import Place


class Stated(NamedTuple):
    """A figure of ours in its text."""

    text: Text
    figure: Figure


class Sourced(NamedTuple):
    """A figure of a source in its paragraph."""

    passage: Passage
    figure: Figure


def turned_figures(
    here: list[Stated], claim: Claim, passages: list[Passage], library: Library
) -> Iterator[Finding]:
    """Figures that the source has, told otherwise than the source tells them."""
    language = library.language(claim)
    if language is None:
        return
    passages = [passage for passage in passages if passage.source.language is language]
    for item in here:
        trend = trend_of(item.figure, item.text.own_words, language)
        if not trend and item.figure.bound not in _SIDES:  # then nothing can be contrary to it
            continue
        same = _with_figure(item.figure, passages)
        if facts := _contrary_bound(item.figure, same) or _contrary_trend(item, trend, same, language):
            place = place_of(item.text, item.figure.start, item.figure.end, claim)
            yield Finding(place, "contrary-direction", {"where": _where_found(same), **facts})
    yield from _exchanged(here, claim, passages, language)


def _with_figure(figure: Figure, passages: list[Passage]) -> list[Sourced]:
    """Every place of some passages that bears out a figure."""
    return [
        Sourced(passage, other)
        for passage in passages
        for other in passage.figures
        if supports(other, figure)
    ]


def _contrary_bound(figure: Figure, same: list[Sourced]) -> dict[str, str]:
    """The facts where every place of the source bounds a figure from the other side."""
    side = _SIDES.get(figure.bound)
    others = {_SIDES.get(other.figure.bound) for other in same}
    if not side or not others or others != {_OTHER_SIDE[side]}:
        return {}
    there = same[0].figure
    return {"here": _said(figure), "there": _said(there)}


_SIDES = {OVER: OVER, AT_LEAST: OVER, UNDER: UNDER, AT_MOST: UNDER}
_OTHER_SIDE = {OVER: UNDER, UNDER: OVER}


def _said(figure: Figure) -> str:
    """A figure with the words that bound it, in their order."""
    said, shown = figure.bound_shown, figure.shown
    return shown if not said or shown.lower().endswith(said) else f"{said} {shown}"


def _contrary_trend(
    item: Stated, ours: Trend | None, same: list[Sourced], language: Language
) -> dict[str, str]:
    """The facts where every place of the source tells the contrary of a figure, of a thing that we name too."""
    if not ours or not same:
        return {}
    theirs = [trend_of(other.figure, other.passage.text, language) for other in same]
    if not all(trend and trend.way != ours.way and _is_of_one(ours, trend) for trend in theirs):
        return {}
    assert theirs[0]
    return {
        "here": f"{ours.shown} … {item.figure.shown}",
        "there": f"{theirs[0].shown} … {same[0].figure.shown}",
    }


def _is_of_one(ours: Trend, theirs: Trend) -> bool:
    return bool(ours.about & theirs.about)


def _exchanged(
    here: list[Stated], claim: Claim, passages: list[Passage], language: Language
) -> Iterator[Finding]:
    """Figures that stand at each other's places, and such as count another thing than the source's."""
    if not may_be_exchanged([item.figure for item in here]):
        return
    there = [item for passage in passages for item in placed(passage.text, passage.figures, language)]
    where = ", ".join(f"`{citation}`" for citation in claim.citations)
    for text in {id(item.text): item.text for item in here}.values():
        ours = placed(text.own_words, [item.figure for item in here if item.text is text], language)
        for found in list(exchanged(ours, there)) or misplaced(ours, there):
            place = place_of(text, found.figure.start, found.figure.end, claim)
            facts = {"where": where, "here": found.here, "there": found.there}
            yield Finding(place, "exchanged-figures", facts)


def _where_found(same: list[Sourced]) -> str:
    """The paragraph that has a figure."""
    return f"`{same[0].passage.citation}`"


def place_of(text: Text, start: int, end: int, claim: Claim) -> Place:
    """Return where these characters of a text stand."""
    words = text.text[start:end]
    return Place(claim.file, text.path, words=" ".join(words.split()), nth=text.text[:start].count(words))
