"""Where a quotation stands in a source: a region and words of it for each of its parts between omissions."""

from __future__ import annotations

import bisect
import itertools
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from backgrounder.evidence.boundaries import Word
from backgrounder.evidence.matching import Fit, Group, fits
from backgrounder.evidence.regions import Region

_MOST_CHAINS = 64
"""Of a text that repeats itself, so many ways to place a quotation are looked at."""
_MOST_SPOTS = 1_000
"""So many places of one part are looked at."""


class Spot(NamedTuple):
    """The place of one part of a quotation."""

    group: Group
    region: Region
    fit: Fit

    @property
    def first(self) -> Word:
        return self.region.words[self.fit.start]

    @property
    def last(self) -> Word:
        return self.region.words[self.fit.end - 1]


Chain = tuple[Spot, ...]
"""A place for each part, in the order of the text."""


def chains(groups: Sequence[Group], regions: Sequence[Region]) -> list[Chain]:
    """Return the ways in which the parts of a quotation stand one after the other in these regions."""
    known: dict[Group, list[Spot]] = {}
    for group in groups:
        if group not in known:
            known[group] = _spots(group, regions)
        if not known[group]:
            return []
    spots = _leading_on([known[group] for group in groups])
    return list(itertools.islice(_chained(spots), _MOST_CHAINS)) if spots and all(spots) else []


def _leading_on(spots: Sequence[list[Spot]]) -> list[list[Spot]]:
    """The places of each part behind which all further parts can stand; so no way along them ends too soon."""
    kept: list[list[Spot]] = []
    last_start: tuple[int, int] | None = None
    for places in reversed(spots):
        fitting = [spot for spot in places if last_start is None or _end(spot) <= last_start]
        kept.append(fitting)
        if not fitting:
            break
        last_start = _start(fitting[-1])
    return kept[::-1]


def _chained(spots: Sequence[list[Spot]]) -> Iterator[Chain]:
    """Yield the ways along these places, those with early ones first."""
    chosen = [0]
    while chosen:
        depth, number = len(chosen) - 1, chosen[-1]
        if number == len(spots[depth]):
            chosen.pop()
            if chosen:
                chosen[-1] += 1
        elif len(chosen) == len(spots):
            yield tuple(places[index] for places, index in zip(spots, chosen, strict=True))
            chosen[-1] += 1
        else:
            behind = _end(spots[depth][number])
            chosen.append(bisect.bisect_left(spots[depth + 1], behind, key=_start))


def _start(spot: Spot) -> tuple[int, int]:
    return spot.first.paragraph, spot.first.start


def _end(spot: Spot) -> tuple[int, int]:
    return spot.last.paragraph, spot.last.end


def _spots(group: Group, regions: Sequence[Region]) -> list[Spot]:
    """Return the places of one part; words inside a quotation within a quotation count as that one's alone."""
    found = (Spot(group, region, fit) for region in regions for fit in fits(group, region.texts))
    innermost: dict[tuple[int, int], Spot] = {}
    for spot in itertools.islice(found, _MOST_SPOTS):
        key = _start(spot)
        known = innermost.get(key)
        if known is None or len(spot.region.words) < len(known.region.words):
            innermost[key] = spot
    return sorted(innermost.values(), key=_start)
