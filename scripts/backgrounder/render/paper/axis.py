"""The drawn timeline: where on a line of length 1 each event stands.

The line is to scale. Where one gap between dates would leave the events of a brief crowded into a
corner (a treaty of 1990 and a week in July), the gap is cut, drawn short and marked. The gap may lie
inside an event, as that of a year does in which nothing else begins or ends; the mark then cuts the
event's bar as well. Numbers that would run into each other share one flag, so nothing overlaps whatever
the dates. The list of events below the drawing says everything in words; the drawing adds distance.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import msgspec

from backgrounder.model.brief import Event
from backgrounder.model.dates import DISTANT_FUTURE, DISTANT_PAST, Day
from backgrounder.render.paper.numbering import Run, in_words, runs
from backgrounder.render.paper.sheet import Axis, Flag, Span, Tick
from backgrounder.render.paper.ticks import ordinal, round_days

_WIDTH = 137.0
"""The length of the drawn line in mm. The shares below come from it."""
_DIGIT = 1.75 / _WIDTH
_FLAG_PADDING = 2.6 / _WIDTH
_TICK_LETTER = 1.4 / _WIDTH
_TICK_PADDING = 2.0 / _WIDTH
_AS_OF_LETTER = 1.2 / _WIDTH
_MARGIN = 0.045
_GAP_DRAWN = 0.07
"""The share of the line that a cut gap takes."""
_GAP_CUT = 0.25
"""A gap is cut only where it takes more than this share of the time that is left."""
_CROWDED = 4.5 / _WIDTH
"""Dates closer than this call for a cut elsewhere."""
_MOST_GAPS = 3
_DOT = 2.2 / _WIDTH
"""A shorter span is drawn as a dot."""
_MOST_LANES = 4
_TICK_DISTANCE = 15 / _WIDTH


class _Stretch(NamedTuple):
    """Where an event stands, in days. None for an end that is open or not known."""

    first: float | None
    last: float | None


class _Scale(NamedTuple):
    """Pieces of time, each drawn to the same scale, with cut gaps between them."""

    pieces: tuple[tuple[float, float], ...]
    per_day: float

    def at(self, day: float) -> float:
        """The place of a day on the line, as a share of its length."""
        begin = _MARGIN if self.per_day else 0.5
        for first, last in self.pieces:
            if day <= last:
                return round(begin + max(0.0, day - first) * self.per_day, 5)
            begin += (last - first) * self.per_day + _GAP_DRAWN
        return round(begin - _GAP_DRAWN, 5)

    def gaps(self) -> tuple[float, ...]:
        ends = [self.at(last) for _, last in self.pieces[:-1]]
        return tuple(round(end + _GAP_DRAWN / 2, 5) for end in ends)


class _Cluster(NamedTuple):
    """Events whose numbers share a flag."""

    place: float
    """Where they stand, on average."""
    count: int
    runs: tuple[Run, ...]
    """Their numbers."""

    @property
    def half(self) -> float:
        """Half the width of the flag."""
        return (len(in_words(self.runs)) * _DIGIT + _FLAG_PADDING) / 2

    @property
    def at(self) -> float:
        """The middle of the flag, as near to its events as the ends of the line allow."""
        return min(max(self.place, self.half), 1 - self.half) if self.half < 0.5 else 0.5


def draw(events: Sequence[Event], as_of: Day) -> Axis | None:
    """The timeline of events in the order given, numbered from 1; None where there are none."""
    if not events:
        return None
    stretches = [_stretch(event) for event in events]
    now = ordinal(as_of.number)
    scale = _scale([*_known_days(stretches), now])
    spans = _lanes(_span(event, stretch, scale) for event, stretch in zip(events, stretches, strict=True))
    label_half = len(f"as of {as_of.label}") * _AS_OF_LETTER / 2
    label_at = min(max(scale.at(now), label_half), 1 - label_half)
    return Axis(
        spans=spans,
        flags=_flags(spans),
        ticks=_ticks(scale, label_at, label_half),
        gaps=scale.gaps(),
        as_of=scale.at(now),
        as_of_label=round(label_at, 5),
        description=_description(events, as_of, len(scale.pieces) > 1),
    )


def _stretch(event: Event) -> _Stretch:
    first, last = event.date.first, event.date.last
    return _Stretch(
        None if first == DISTANT_PAST else ordinal(first),
        None if last == DISTANT_FUTURE else ordinal(last),
    )


def _known_days(stretches: Iterable[_Stretch]) -> list[float]:
    return [day for stretch in stretches for day in stretch if day is not None]


def _scale(days: Iterable[float]) -> _Scale:
    """Cuts the longest gaps where they leave too little room for the rest."""
    ordered = sorted(set(days))
    cuts: set[int] = set()
    while len(cuts) < _MOST_GAPS:
        lengths = {
            index: after - before
            for index, (before, after) in enumerate(itertools.pairwise(ordered))
            if index not in cuts
        }
        if len(lengths) < 2 or min(lengths.values()) * _per_day(ordered, cuts) >= _CROWDED:
            break
        longest = max(lengths, key=lambda index: lengths[index])
        if lengths[longest] <= _GAP_CUT * sum(lengths.values()):
            break
        cuts.add(longest)
    return _Scale(_pieces(ordered, cuts), _per_day(ordered, cuts))


def _per_day(days: list[float], cuts: set[int]) -> float:
    """How far a day takes on the line; 0 where all is one day."""
    drawn = sum(last - first for first, last in _pieces(days, cuts))
    return (1 - 2 * _MARGIN - _GAP_DRAWN * len(cuts)) / drawn if drawn else 0.0


def _pieces(days: list[float], cuts: set[int]) -> tuple[tuple[float, float], ...]:
    bounds = [-1, *sorted(cuts), len(days) - 1]
    return tuple((days[a + 1], days[b]) for a, b in itertools.pairwise(bounds))


def _span(event: Event, stretch: _Stretch, scale: _Scale) -> Span:
    start = 0.0 if stretch.first is None else scale.at(stretch.first)
    end = 1.0 if stretch.last is None else scale.at(stretch.last)
    return Span(
        start=start,
        end=end,
        opens=stretch.first is None,
        runs_on=stretch.last is None,
        planned=event.planned,
        uncertain=event.date.is_uncertain,
    )


def _lanes(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Gives long spans a lane each, as low as is free, so that none covers another."""
    ends: list[float] = []
    placed = []
    for span in spans:
        if span.end - span.start < _DOT:
            placed.append(span)
            continue
        lane = next((lane for lane, end in enumerate(ends) if end < span.start), len(ends))
        lane = min(lane, _MOST_LANES - 1)
        ends[lane : lane + 1] = [span.end]
        placed.append(msgspec.structs.replace(span, lane=lane + 1))
    return tuple(placed)


def _flags(spans: Sequence[Span]) -> tuple[Flag, ...]:
    """One flag for each event; those that would touch are joined, until none do."""
    clusters: list[_Cluster] = []
    for cluster in sorted(_Cluster(_place(span), 1, ((n, n),)) for n, span in enumerate(spans, 1)):
        clusters.append(cluster)
        while len(clusters) > 1 and _touch(*clusters[-2:]):
            clusters[-2:] = [_joined(*clusters[-2:])]
        if clusters[-1].half >= 0.5:  # as wide as the line, so it would touch every other
            clusters = [_Cluster(0.5, len(spans), ((1, len(spans)),))]
            break
    return tuple(_flag(cluster, spans) for cluster in clusters)


def _flag(cluster: _Cluster, spans: Sequence[Span]) -> Flag:
    members = [spans[number - 1] for first, last in cluster.runs for number in range(first, last + 1)]
    return Flag(
        at=round(cluster.at, 5),
        label=in_words(cluster.runs),
        marks=tuple((_place(span), span.lane) for span in members),
    )


def _joined(one: _Cluster, other: _Cluster) -> _Cluster:
    """A flag for both, between them."""
    count = one.count + other.count
    place = (one.place * one.count + other.place * other.count) / count
    return _Cluster(place, count, runs(one.runs + other.runs))


def _touch(one: _Cluster, other: _Cluster) -> bool:
    return one.at + one.half > other.at - other.half


def _place(span: Span) -> float:
    """Where the number of an event stands: in its middle, or at the end that is known."""
    if span.opens:
        return span.end
    return span.start if span.runs_on else round((span.start + span.end) / 2, 5)


def _ticks(scale: _Scale, label_at: float, label_half: float) -> tuple[Tick, ...]:
    """Round dates along the line, the first day of any piece that has none.

    Labels touch neither each other nor the one that names the day of the brief.
    """
    step = _TICK_DISTANCE / scale.per_day if scale.per_day else 1.0
    taken = [(label_at, label_half)]
    ticks = []
    for first, last in scale.pieces:
        for day in round_days(first, last, step):
            half = len(day.label) * _TICK_LETTER / 2
            at = scale.at(day.ordinal)
            if all(abs(at - other) >= half + other_half + _TICK_PADDING for other, other_half in taken):
                taken.append((at, half))
                ticks.append(Tick(at=at, label=day.label))
    return tuple(ticks)


def _description(events: Sequence[Event], as_of: Day, is_cut: bool) -> str:
    planned = sum(1 for event in events if event.planned)
    number = "1 event" if len(events) == 1 else f"{len(events)} events"
    said = f"Timeline of {number}, {planned} of them planned, from {events[0].date.label}"
    last = max(events, key=lambda event: (event.date.last, event.date.text))
    said += f" to {last.date.label}" if last is not events[0] else ""
    cut = ", with long stretches cut short" if is_cut else ""
    return (
        f"{said}, drawn to scale{cut}, and a mark at {as_of.label}. The list below gives each one in words."
    )
