"""Numbers the sources of one handout and counts what rests on them."""

from __future__ import annotations

from collections.abc import Iterable

from backgrounder.link import Sourcing, sourcing
from backgrounder.model.brief import Brief
from backgrounder.model.citation import Citation
from backgrounder.model.corpus import walk
from backgrounder.render.handout.sheet import Mark


class Numbering:
    """Numbers sources in the order a brief first cites them, as its page does.

    Sources that only the glossary cites follow, in the order they are asked for.
    """

    def __init__(self, brief: Brief) -> None:
        self.paragraphs: dict[str, set[int]] = {}
        """The paragraphs cited, by source in the order of their numbers."""
        for source in sourcing(brief).numbers:
            self.paragraphs[source] = set()
        for _, record in walk(brief):
            self.marks(getattr(record, "cite", ()))

    def marks(self, cite: Iterable[Citation]) -> tuple[Mark, ...]:
        """One mark for each source cited, with its paragraphs."""
        together: dict[str, set[int]] = {}
        for citation in cite:
            wanted = {citation.paragraph} if citation.paragraph else set()
            together.setdefault(citation.source, set()).update(wanted)
            self.paragraphs.setdefault(citation.source, set()).update(wanted)
        numbers = {source: number for number, source in enumerate(self.paragraphs, 1)}
        return tuple(
            Mark(source=numbers[source], paragraphs=ranges(cited)) for source, cited in together.items()
        )


def ranges(numbers: Iterable[int]) -> str:
    """``1–3, 5`` for 1, 2, 3 and 5."""
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(_run(run) for run in runs)


def counts(found: Sourcing) -> str:
    """How a brief is sourced, in one sentence."""
    statements, sources = _count(found.statements, "statement"), _count(len(found.numbers), "source")
    said = f"{statements}, {found.cited_statements} with a citation; {sources}."
    return f"{said} Rests on a single source." if found.is_single else said


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _run(run: list[int]) -> str:
    match len(run):
        case 1:
            return str(run[0])
        case 2:
            return f"{run[0]}, {run[1]}"
        case _:
            return f"{run[0]}–{run[-1]}"
