"""Where a quotation stands in a source: a region and words of it for each of its parts between omissions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from backgrounder.evidence.boundaries import Word
from backgrounder.evidence.matching import Fit, Group, fits
from backgrounder.evidence.regions import Region

_MOST_CHAINS = 64
"""Of a text that repeats itself, so many ways to place a quotation are looked at."""


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
    spots = [_spots(group, regions) for group in groups]
    if not spots or not all(spots):
        return []
    found: list[Chain] = []
    for chain in _chained(spots, ()):
        found.append(chain)
        if len(found) == _MOST_CHAINS:
            break
    return found


def _chained(spots: Sequence[Sequence[Spot]], before: Chain) -> Iterator[Chain]:
    if len(before) == len(spots):
        yield before
        return
    for spot in spots[len(before)]:
        if not before or _follows(spot, before[-1]):
            yield from _chained(spots, (*before, spot))


def _follows(spot: Spot, other: Spot) -> bool:
    last = other.last
    return (spot.first.paragraph, spot.first.start) >= (last.paragraph, last.end)


def _spots(group: Group, regions: Sequence[Region]) -> list[Spot]:
    """Return the places of one part; words inside a quotation within a quotation count as that one's alone."""
    found = [Spot(group, region, fit) for region in regions for fit in fits(group, region.texts)]
    innermost: dict[tuple[int, int], Spot] = {}
    for spot in found:
        key = (spot.first.paragraph, spot.first.start)
        known = innermost.get(key)
        if known is None or len(spot.region.words) < len(known.region.words):
            innermost[key] = spot
    return sorted(innermost.values(), key=lambda spot: (spot.first.paragraph, spot.first.start))
