"""What ``scripts/bench`` has measured, and the figures and tables that come of it; it measures nothing itself."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

READ = "read with PyYAML"
CHECK = "check"
BUILD = "Backgrounder, clean build"
AGAIN = "Backgrounder, nothing changed"
EDITED = "Backgrounder, one brief edited"
MKDOCS = "MkDocs with Material"
HUGO = "Hugo"
HANDOUTS = "set handouts"

OUR_SEARCH = "Backgrounder"
THEIR_SEARCH = "MkDocs with Material"


class Step(msgspec.Struct, frozen=True):
    """What one process took, those that it started included."""

    name: str
    briefs: int
    """How many briefs it worked on."""
    seconds: float
    megabytes: float
    """The most memory that its largest process held."""


class Search(msgspec.Struct, frozen=True):
    """What it took to search a site, in the middle of several questions."""

    name: str
    limit: int
    """Seconds after which no answer was waited for."""
    size: int | None = None
    """Bytes that the search loaded up to its first answer; none where no answer came."""
    first: float | None = None
    """Milliseconds to the first question's first result, asked as soon as the page was open."""
    later: float | None = None
    """Milliseconds to the first result of a further question on that page."""
    failed: bool = False
    """The page broke down before it answered."""


class Run(msgspec.Struct, frozen=True):
    """All that was measured on one corpus."""

    briefs: int
    steps: tuple[Step, ...]
    searches: tuple[Search, ...] = ()

    def step(self, name: str) -> Step | None:
        """The step of that name, where it was measured on all briefs."""
        return next((step for step in self.steps if step.name == name and step.briefs == self.briefs), None)


class Machine(msgspec.Struct, frozen=True):
    """Where it was measured."""

    cores: int
    gigabytes: float
    load: float
    """How many processes wanted a core, on average, in the minute before."""
    versions: dict[str, str]
    """Of Python, the generators and the browser."""


class Report(msgspec.Struct, frozen=True):
    """All that one call of ``scripts/bench`` found."""

    date: str
    command: str
    machine: Machine
    runs: tuple[Run, ...]
    """The smallest corpus first."""


def as_json(report: Report) -> str:
    """The report as JSON."""
    return msgspec.json.format(msgspec.json.encode(report), indent=1).decode() + "\n"


# -- Figures ------------------------------------------------------------------------------------------


def shown(value: float) -> str:
    """A figure with two digits that count, or whole with commas."""
    if value >= 10:
        return f"{value:,.0f}"
    places = 1 if value >= 1 else 2 if value >= 0.1 else 3
    return f"{value:.{places}f}"


def per_brief(step: Step) -> float:
    """Milliseconds for each brief."""
    return 1_000 * step.seconds / step.briefs


def ratio(run: Run, name: str, other: str) -> float | None:
    """How many times as long a step took as another on the same briefs."""
    one, two = run.step(name), run.step(other)
    return one.seconds / two.seconds if one and two and two.seconds else None


def growth(runs: tuple[Run, ...], name: str) -> float | None:
    """The time for each brief of the largest corpus over that of the smallest."""
    found = [step for run in runs if (step := run.step(name))]
    return per_brief(found[-1]) / per_brief(found[0]) if len(found) > 1 and found[0].seconds else None


def title(run: Run, step: Step) -> str:
    """The name of a step, with the number of briefs where it is not that of the run."""
    return step.name if step.briefs == run.briefs else f"{step.name} of {step.briefs:,} briefs"


# -- Tables -------------------------------------------------------------------------------------------

STEP_HEAD = ("step", "seconds", "ms a brief", "ratio to MkDocs", "MB")
SEARCH_HEAD = ("search", "KB loaded", "ms, first question", "ms, further question")


def step_rows(run: Run) -> Iterator[tuple[str, ...]]:
    """A row for each step, in the order of ``STEP_HEAD``."""
    for step in run.steps:
        times = ratio(run, step.name, MKDOCS) if step.briefs == run.briefs else None
        yield (
            title(run, step),
            f"{step.seconds:,.2f}",
            f"{per_brief(step):,.2f}",
            shown(times) if times is not None else "–",
            f"{step.megabytes:,.0f}",
        )


def search_rows(run: Run) -> Iterator[tuple[str, ...]]:
    """A row for each search, in the order of ``SEARCH_HEAD``."""
    for search in run.searches:
        yield (search.name, *_search_cells(search))


def _search_cells(search: Search) -> tuple[str, str, str]:
    none = "page failed" if search.failed else f"more than {search.limit * 1_000:,}"
    if search.first is None or search.size is None:
        return ("–", none, "–")
    return (
        shown(search.size / 1_000),
        shown(search.first),
        shown(search.later) if search.later is not None else none,
    )


def plain_table(head: tuple[str, ...], rows: Iterator[tuple[str, ...]]) -> str:
    """A table for the terminal: names to the left, figures to the right."""
    table = [head, *rows]
    widths = [max(len(row[column]) for row in table) for column in range(len(head))]
    return "\n".join(
        "  ".join(
            cell.ljust(width) if column == 0 else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        for row in table
    )


def markdown_table(head: tuple[str, ...], rows: Iterator[tuple[str, ...]]) -> str:
    """The same table for a page."""
    rule = " | ".join("---" if column == 0 else "--:" for column in range(len(head)))
    return "\n".join([f"| {' | '.join(head)} |", f"| {rule} |", *(f"| {' | '.join(row)} |" for row in rows)])
