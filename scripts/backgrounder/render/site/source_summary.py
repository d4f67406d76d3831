"""The source summary of a brief, written from its data.

ICD 206 (D.6.d) asks for a summary of the strengths and weaknesses of the source base: which sources carry
the judgements, where the base is narrow, what is missing. A desk says more in ``sourcing``.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from backgrounder.link import Sourcing, facts_counted, facts_told
from backgrounder.model.brief import Brief
from backgrounder.model.registry import Registry, Source

_MOST_NAMES = 8
_ORIGINS = {
    "own-reporting": "its own reporting",
    "wire": "a wire story",
    "press-release": "a press release",
    "statement": "a statement of its own",
    "unknown": "origin not known",
}


class Point(NamedTuple):
    """One thing that is said of the sources."""

    label: str
    text: str


def summary(found: Sourcing, brief: Brief, registry: Registry) -> tuple[Point, ...]:
    """What the brief rests on, where that is narrow, and whose voice is missing."""
    return tuple(_points(found, brief, registry)) if found.numbers else ()


def _points(found: Sourcing, brief: Brief, registry: Registry) -> Iterator[Point]:
    yield Point("Rests on", _rests_on(found, registry))
    yield Point("Corroboration", _corroboration(found))
    if found.narrowest and found.facts:
        citation = found.narrowest.citation
        where = f"paragraph {citation.paragraph} of source {found.numbers[citation.source]}"
        counted = facts_counted(found.facts, is_named=found.is_of_one_origin)
        yield Point("Narrowest", f"{found.narrowest.facts} of {counted} rest on {where} alone.")
    if found.judgement_origins:
        yield Point("Judgements", _judgements(found.judgement_origins))
    if brief.stakeholders or found.heard:
        yield Point("In their own words", _names(found.heard, registry) or "Nobody is quoted.")
    if found.unheard:
        yield Point("Described by others only", _names(found.unheard, registry))
    if told := facts_told(found.compared, found.numbers):
        yield Point("Not compared", told)


def _rests_on(found: Sourcing, registry: Registry) -> str:
    sources = [registry.sources[source] for source in found.numbers]
    if len(sources) == 1:
        return f"One {_described(sources[0])}."
    return f"{len(sources)} sources from {_publishers(sources)}."


def _described(source: Source) -> str:
    """``article by Rudaw: its own reporting, second-hand, reliability F (cannot be judged)``."""
    traits = [_ORIGINS[source.origin.value]]
    if source.directness:
        traits.append(source.directness.label.replace(" ", "-"))
    if source.reliability:
        traits.append(f"reliability {source.reliability.value} ({source.reliability.label})")
    return f"{source.kind.label} by {source.publisher}: {', '.join(traits)}"


def _publishers(sources: list[Source]) -> str:
    names = list(dict.fromkeys(source.publisher for source in sources))
    more = f" and {len(names) - _MOST_NAMES} more" if len(names) > _MOST_NAMES else ""
    return _listed(names) if not more else ", ".join(names[:_MOST_NAMES]) + more


def _corroboration(found: Sourcing) -> str:
    if found.is_single:
        return "None: there is a single source."
    if found.is_of_one_origin:
        return "None: the sources share one origin, or their origins are not known."
    counted = facts_counted(found.facts)
    return f"{found.corroborated} of {counted} rest on two or more of {found.origins} independent origins."


def _judgements(behind: tuple[int, ...]) -> str:
    single = sum(1 for number in behind if number < 2)
    if not single:
        return "Each rests on two or more independent origins."
    if single == len(behind):
        return "The judgement rests on one origin." if single == 1 else "All rest on one origin."
    return f"{single} of {len(behind)} rest on one origin."


def _names(ids: tuple[str, ...], registry: Registry) -> str:
    names = [registry.stakeholders[who].name for who in ids]
    return f"{_listed(names)}." if names else ""


def _listed(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
