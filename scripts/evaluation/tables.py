"""Counts what came of the probes and prints it in columns that can be compared line by line."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from evaluation.checking import Outcome

HEAD = ("class", "tried", "error", "warned", "silent", "error %", "told %", "bar", "met")


class Bar(NamedTuple):
    """Bars that the figures of a class have to reach, in per cent."""

    error_at_least: float | None = None
    told_at_least: float | None = None
    error_at_most: float | None = None
    warned_at_most: float | None = None

    def __str__(self) -> str:
        told = (
            ("error ≥", self.error_at_least),
            ("told ≥", self.told_at_least),
            ("error ≤", self.error_at_most),
            ("warned ≤", self.warned_at_most),
        )
        return ", ".join(f"{name} {value:g}" for name, value in told if value is not None)

    @property
    def wants_silence(self) -> bool:
        """Whether the class holds true quotations."""
        return self.error_at_most is not None


TRUE = Bar(error_at_most=0.3, warned_at_most=4)
ERRORS = Bar(error_at_least=100)
ALTERED = Bar(error_at_least=99.5)
TOLD = Bar(told_at_least=95)
BARS = {
    "true": TRUE,
    "wrong speaker": TOLD,
    "word boundary": ERRORS,
    "reporter's words": ERRORS,
    "two speakers": ERRORS,
    "negation behind …": ERRORS,
    "put in": ERRORS,
    "nested": ERRORS,
    "altered": ALTERED,
    "left out": ERRORS,
    "condition cut off": TOLD,
    "denial cut off": TOLD,
    "form, true": TRUE,
    "form, wrong speaker": TOLD,
    "fair": TRUE,
}
"""The bars, by the class: the text of a row before the colon or the second comma."""


class Row(NamedTuple):
    """A line of a table."""

    name: str
    tried: int
    errors: int
    warned: int
    """Told by warnings alone."""
    bar: Bar
    codes: tuple[tuple[str, int], ...] = ()

    @property
    def silent(self) -> int:
        """How many the program said nothing of."""
        return self.tried - self.errors - self.warned

    @property
    def is_met(self) -> bool:
        """Whether every part of the bar is reached."""
        bar, error, warned = self.bar, _share(self.errors, self.tried), _share(self.warned, self.tried)
        told = _share(self.errors + self.warned, self.tried)
        return (
            error >= (bar.error_at_least or 0)
            and told >= (bar.told_at_least or 0)
            and (bar.error_at_most is None or error <= bar.error_at_most)
            and (bar.warned_at_most is None or warned <= bar.warned_at_most)
        )

    @property
    def cells(self) -> tuple[str, ...]:
        """The line as it is printed."""
        error, told = _share(self.errors, self.tried), _share(self.errors + self.warned, self.tried)
        met = ("yes" if self.is_met else "no") if str(self.bar) and self.tried else ""
        numbers = (self.tried, self.errors, self.warned, self.silent)
        return (self.name, *map(str, numbers), f"{error:.1f}", f"{told:.1f}", str(self.bar), met)


def _share(part: int, whole: int) -> float:
    return 100 * part / whole if whole else 0.0


def rows_of(outcomes: Iterable[Outcome]) -> list[Row]:
    """Return a row for each class and rule, and for a class of several rules a row of them all before."""
    by_row: dict[str, list[Outcome]] = defaultdict(list)
    for outcome in outcomes:
        for name in dict.fromkeys((class_of(outcome.probe.row), outcome.probe.row)):
            by_row[name].append(outcome)
    order = list(BARS)
    names = sorted(by_row, key=lambda name: (order.index(_bar_name(name)), class_of(name), name))
    return [_row(name, by_row[name]) for name in names]


def class_of(row: str) -> str:
    """Return the class of a row: what stands before the colon."""
    return row.partition(":")[0]


def _bar_name(row: str) -> str:
    """Return the entry of the bars that a row falls under: the longest that it begins with."""
    return max((name for name in BARS if row.startswith(name)), key=len)


def bar_of(row: str) -> Bar:
    """Return what the figures of a row have to reach."""
    return BARS[_bar_name(row)]


def _row(name: str, outcomes: Sequence[Outcome]) -> Row:
    errors = sum(bool(item.errors) for item in outcomes)
    warned = sum(bool(item.warnings and not item.errors) for item in outcomes)
    codes = Counter(code for item in outcomes for code in (*item.errors, *item.warnings))
    return Row(name, len(outcomes), errors, warned, bar_of(name), tuple(sorted(codes.items())))


def failed(outcome: Outcome) -> bool:
    """Whether the program did not say of a probe what it should have said."""
    bar = bar_of(outcome.probe.row)
    if bar.wants_silence:
        return outcome.is_told
    return not (outcome.errors if bar.error_at_least else outcome.is_told)


def plain_table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table in columns of even width; the first column and words stand left, numbers right."""
    lines = [tuple(head), *map(tuple, rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(head))]
    return "\n".join(_line(line, widths) for line in lines)


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    shown = [
        cell.rjust(width) if cell[:1].isdigit() or (number and width < 8) else cell.ljust(width)
        for number, (cell, width) in enumerate(zip(cells, widths, strict=True))
    ]
    return "  ".join(shown).rstrip()


def codes_table(rows: Iterable[Row]) -> str:
    """Return what true quotations were told by, code by code."""
    lines = [
        (row.name, code, str(count)) for row in rows if row.bar.wants_silence for code, count in row.codes
    ]
    return plain_table(("true quotations told by", "code", "times"), lines)


def shown(outcome: Outcome) -> str:
    """Return a probe that failed, with what the program said and the paragraphs, for the terminal."""
    probe, document = outcome.probe, outcome.document
    lines = [
        f"{probe.row} · {document.id}",
        f"  said: {', '.join((*outcome.errors, *outcome.warnings)) or 'nothing'}",
        f"  words: {probe.words}",
        f"  by: {probe.by}",
    ]
    if probe.original and probe.original != probe.words:
        lines.append(f"  of: {probe.original}")
    lines += [f"  p{number}: {document.paragraphs[number - 1]}" for number in probe.cites]
    return "\n".join(lines) + "\n"
