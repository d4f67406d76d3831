"""Draws what ``scripts/bench`` has measured: seconds over number of briefs, both on scales of equal factors.

All of it has the colour of the text around it, so that it can be read in a light and a dark scheme and in grey;
lines differ by dash and mark, and each is named at its end.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from html import escape
from typing import NamedTuple

_WIDTH, _HEIGHT = 440, 330
_LEFT, _RIGHT, _TOP, _BOTTOM = 46, 330, 30, 280
"""Where the scales begin and end."""
_LABEL_GAP = 12
_LINE_HEIGHT = 16
_CLOSEST_TICKS = 44
_STYLES = (("", 3, "circle"), ("7 4", 2, "square"), ("2 4", 2, "triangle"))
"""Dashes, width and mark of each line in turn."""


class Line(NamedTuple):
    """Something that was measured for several numbers of briefs."""

    name: str
    points: tuple[tuple[int, float], ...]
    """Numbers of briefs with seconds."""


class Scale(NamedTuple):
    """Places on paper for values, in equal steps for equal factors."""

    low: float
    high: float
    start: float
    end: float

    def place(self, value: float) -> float:
        """Where a value stands; in the middle where there is but one."""
        if self.low == self.high:
            return (self.start + self.end) / 2
        share = math.log(value / self.low) / math.log(self.high / self.low)
        return self.start + share * (self.end - self.start)


def chart(title: str, lines: tuple[Line, ...]) -> str:
    """The drawing as SVG that can stand in a page. Every line has a point, and every value is above zero."""
    across, up = _scales(lines)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" width="{_WIDTH}" '
        f'height="{_HEIGHT}" role="img" aria-labelledby="chart-title chart-text" font-size="14" fill="currentColor">',
        f'<title id="chart-title">{escape(title)}</title>',
        f'<desc id="chart-text">{escape(description(lines))}</desc>',
        *_grid(lines, across, up),
        *(_drawn(line, place, across, up) for place, line in enumerate(lines)),
        *_labels(lines, across, up),
        "</svg>",
    ]
    return "\n".join(parts)


def description(lines: tuple[Line, ...]) -> str:
    """All that the drawing shows, in words."""
    return " ".join(
        f"{line.name}: "
        + ", ".join(f"{seconds:,.2f} seconds for {briefs:,} briefs" for briefs, seconds in line.points)
        + "."
        for line in lines
    )


def _scales(lines: tuple[Line, ...]) -> tuple[Scale, Scale]:
    numbers = [briefs for line in lines for briefs, _ in line.points]
    seconds = [value for line in lines for _, value in line.points]
    low, high = math.floor(math.log10(min(seconds))), math.ceil(math.log10(max(seconds)))
    high = max(high, low + 1)
    # A margin keeps the first marks off the axis.
    return (
        Scale(min(numbers), max(numbers), _LEFT + 16, _RIGHT - 10),
        Scale(10**low, 10**high, _BOTTOM, _TOP),
    )


def _grid(lines: tuple[Line, ...], across: Scale, up: Scale) -> Iterator[str]:
    power = round(math.log10(up.low))
    for exponent in range(power, round(math.log10(up.high)) + 1):
        y = up.place(10.0**exponent)
        yield _stroke(f"M{_LEFT} {y:.1f}H{_RIGHT}", 0.2)
        yield _text(_LEFT - 6, y + 5, f"{10.0**exponent:,g}", "end")
    yield _stroke(f"M{_LEFT} {_BOTTOM}H{_RIGHT}", 0.7)
    last = -math.inf
    for briefs in sorted({briefs for line in lines for briefs, _ in line.points}):
        x = across.place(briefs)
        yield _stroke(f"M{x:.1f} {_BOTTOM}v5", 0.7)
        if x - last >= _CLOSEST_TICKS:
            yield _text(x, _BOTTOM + 20, f"{briefs:,}", "middle")
            last = x
    yield _text(_LEFT - 6, 14, "seconds", "start")
    yield _text((_LEFT + _RIGHT) / 2, _HEIGHT - 10, "number of briefs", "middle")


def _drawn(line: Line, place: int, across: Scale, up: Scale) -> str:
    dashes, width, mark = _STYLES[place % len(_STYLES)]
    places = [(across.place(briefs), up.place(seconds)) for briefs, seconds in line.points]
    path = "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in places)
    dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
    drawn = f'<path d="{path}" fill="none" stroke="currentColor" stroke-width="{width}"{dashed}/>'
    return "\n".join([drawn, *(_mark(mark, x, y) for x, y in places)])


def _mark(kind: str, x: float, y: float) -> str:
    if kind == "circle":
        return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="5"/>'
    if kind == "square":
        return f'<rect x="{x - 4.5:.1f}" y="{y - 4.5:.1f}" width="9" height="9"/>'
    return f'<path d="M{x:.1f} {y - 6:.1f}l6 11h-12z"/>'


def _labels(lines: tuple[Line, ...], across: Scale, up: Scale) -> Iterator[str]:
    """Names beside the ends of the lines, moved down where they would stand on each other."""
    free = -math.inf
    for line in sorted(lines, key=lambda line: -line.points[-1][1]):
        briefs, seconds = line.points[-1]
        rows = _rows(line.name)
        top = max(up.place(seconds) + 5 - (len(rows) - 1) * _LINE_HEIGHT / 2, free)
        for number, row in enumerate(rows):
            yield _text(across.place(briefs) + _LABEL_GAP, top + number * _LINE_HEIGHT, row, "start")
        free = top + len(rows) * _LINE_HEIGHT + 2


def _rows(name: str) -> list[str]:
    """A name in two rows where it is long."""
    first, space, rest = name.rpartition(" ")
    return [first, rest] if space and len(name) > 13 else [name]


def _stroke(path: str, opacity: float) -> str:
    return f'<path d="{path}" fill="none" stroke="currentColor" stroke-opacity="{opacity}"/>'


def _text(x: float, y: float, words: str, anchor: str) -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{escape(words)}</text>'
