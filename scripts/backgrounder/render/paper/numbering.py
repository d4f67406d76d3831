"""Numbers the sources of one handout and counts what rests on them."""

from __future__ import annotations

from collections.abc import Iterable

from backgrounder.link import Sourcing, all_told, facts_counted, facts_told
from backgrounder.model.citation import Citation
from backgrounder.render.paper.sheet import Mark

Run = tuple[int, int]
"""Numbers that follow each other: the first and the last."""


class Numbering:
    """The numbers of sources, as on the brief's page, and what is cited of each.

    Sources that only the glossary cites follow, in the order they are asked for.
    """

    def __init__(self) -> None:
        self.paragraphs: dict[str, set[int]] = {}
        """The paragraphs cited by the marks given so far, by source in the order of their numbers."""

    def foresee(self, sources: Iterable[str]) -> None:
        """Numbers these sources next, in this order, where they have no number yet."""
        for source in sources:
            self.paragraphs.setdefault(source, set())

    def number(self, source: str) -> int:
        """The number of a source that has one."""
        return list(self.paragraphs).index(source) + 1

    def marks(self, cite: Iterable[Citation]) -> tuple[Mark, ...]:
        """One mark for each source cited, with its paragraphs."""
        together: dict[str, set[int]] = {}
        for citation in cite:
            wanted = {citation.paragraph} if citation.paragraph else set()
            together.setdefault(citation.source, set()).update(wanted)
            self.paragraphs.setdefault(citation.source, set()).update(wanted)
        numbers = {source: number for number, source in enumerate(self.paragraphs, 1)}
        return tuple(
            Mark(source=numbers[source], paragraphs=ranges(cited), first=min(cited, default=0))
            for source, cited in together.items()
        )


def ranges(numbers: Iterable[int]) -> str:
    """``1–3, 5`` for 1, 2, 3 and 5."""
    return in_words(runs((number, number) for number in numbers))


def runs(parts: Iterable[Run]) -> tuple[Run, ...]:
    """The same numbers in order, with neighbours made one run."""
    found: list[Run] = []
    for first, last in sorted(parts):
        if found and first == found[-1][1] + 1:
            found[-1] = (found[-1][0], last)
        else:
            found.append((first, last))
    return tuple(found)


def in_words(found: Iterable[Run]) -> str:
    """``1–3, 5`` for the runs 1 to 3 and 5 to 5."""
    return ", ".join(_run(*run) for run in found)


def counts(found: Sourcing) -> str:
    """How a brief is sourced, in a few short sentences."""
    statements, sources = _count(found.statements, "statement"), _count(len(found.numbers), "source")
    sentences = [f"{statements}, {found.cited_statements} with a citation; {sources}."]
    if found.compared.quotations or found.compared.passages:
        sentences.append(f"{all_told(found.compared)}.")
    sentences += [_independence(found), facts_told(found.compared, found.numbers)]
    return " ".join(filter(None, sentences))


def _independence(found: Sourcing) -> str:
    if not found.numbers:
        return ""
    if found.is_single:
        return "Rests on a single source."
    if found.is_of_one_origin:
        return "Nothing is corroborated: the sources share one origin, or their origins are not known."
    origins = _count(found.origins, "independent origin")
    return f"{found.corroborated} of {facts_counted(found.facts)} corroborated; {origins}."


def count_more(number: int, noun: str, has_others: bool) -> str:
    """``4 more events`` beside others, ``4 events`` where there are none; nothing for none."""
    if not number:
        return ""
    return _count(number, f"more {noun}" if has_others else noun)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _run(first: int, last: int) -> str:
    if first == last:
        return str(first)
    return f"{first}, {last}" if last == first + 1 else f"{first}–{last}"
