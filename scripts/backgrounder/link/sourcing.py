"""How a brief is sourced: what it rests on, how independent that is, and who is heard in it.

Both renderers number sources by this, so that a mark on paper is the mark on the page, and both show
these figures.

Corroboration counts origins, not links: two articles that repeat one wire story are one origin (ICD 206,
E.1; the descriptor of a source names where its information comes from). What a desk does not know to be
independent is not counted as independent.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet

import msgspec

from backgrounder.link.compared import Comparison, Proofs, comparison
from backgrounder.model.brief import (
    Brief,
    Event,
    Involvement,
    Judgement,
    Position,
    Quotation,
    Record,
    Statement,
)
from backgrounder.model.choices import Origin
from backgrounder.model.citation import Citation
from backgrounder.model.corpus import walk
from backgrounder.model.membership import wholes
from backgrounder.model.registry import Registry, Source, Stakeholder
from backgrounder.spans import Path

_FACTS = frozenset((Statement, Event, Involvement, Position))
"""The records that state facts."""
_OWN_VOICE = (Origin.OWN_REPORTING, Origin.STATEMENT)


class Narrow(msgspec.Struct, frozen=True):
    """The paragraph that carries most."""

    citation: Citation
    facts: int
    """How many facts rest on it and on nothing else."""


class Sourcing(msgspec.Struct, frozen=True, kw_only=True):
    """What a brief rests on."""

    numbers: dict[str, int]
    """The number of each source, from 1 in the order of first citation."""
    statements: int
    cited_statements: int
    compared: Comparison = Comparison()
    """The comparison of its quotations."""
    facts: int = 0
    """Statements, events, positions and roles that cite something."""
    origins: int = 0
    """How many independent origins there are among the sources."""
    corroborated: int = 0
    """How many facts rest on two or more origins."""
    narrowest: Narrow | None = None
    judgement_origins: tuple[int, ...] = ()
    """On how many origins each judgement rests."""
    heard: tuple[str, ...] = ()
    """The stakeholders that are quoted, in the order of the brief."""
    unheard: tuple[str, ...] = ()
    """Listed stakeholders that others describe and that say nothing themselves."""

    @property
    def is_single(self) -> bool:
        return len(self.numbers) == 1

    @property
    def is_of_one_origin(self) -> bool:
        """Whether nothing can have been corroborated."""
        return self.origins <= 1


def sourcing(
    brief: Brief,
    registry: Registry | None = None,
    proofs: Proofs | None = None,
    uncompared: frozenset[str] | None = None,
    passages: int = 0,
) -> Sourcing:
    """Counts what a brief cites. ``proofs`` are those of its quotations that have been compared; ``uncompared`` is what
    was not because of the languages, where that is known; ``passages`` is how many it quotes in running text.

    Without a registry, origins and voices are left out.
    """
    records = list(walk(brief))
    cited = [citation for _, record in records for citation in getattr(record, "cite", ())]
    statements = [record for _, record in records if type(record) is Statement]
    counted = Sourcing(
        numbers={source: n for n, source in enumerate(dict.fromkeys(c.source for c in cited), start=1)},
        statements=len(statements),
        cited_statements=len([statement for statement in statements if statement.cite]),
        compared=comparison(brief, registry, proofs or {}, uncompared, passages),
    )
    return counted if registry is None else _with_origins(counted, brief, records, registry)


def facts_counted(number: int, is_named: bool = True) -> str:
    """``10 facts``, with what is counted as one where that is still to be said."""
    noun = "fact" if number == 1 else "facts"
    return f"{number} {noun}{' (statements, events, roles and positions)' if is_named else ''}"


def origin_key(source: Source | None) -> str:
    """What two sources share when they are no independent evidence; empty where nothing is known of it."""
    if source is None:
        return ""
    if source.origin_id:
        return f"id {source.origin_id}"
    return f"publisher {source.publisher.casefold()}" if source.origin in _OWN_VOICE else ""


def origins(citations: Iterable[Citation], sources: Mapping[str, Source]) -> int:
    """How many independent origins stand behind these citations; at least one where there is any.

    Sources of unknown origin may repeat the others, so they count for nothing beside a known one.
    """
    return _independent({origin_key(sources.get(citation.source)) for citation in citations})


def _independent(keys: AbstractSet[str]) -> int:
    """How many origins have these keys."""
    return len(keys) - ("" in keys) or len(keys)


def _with_origins(
    counted: Sourcing, brief: Brief, records: list[tuple[Path, Record]], registry: Registry
) -> Sourcing:
    facts: list[tuple[Citation, ...]] = [
        cite for _, record in records if type(record) in _FACTS and (cite := getattr(record, "cite", ()))
    ]
    keys = {source: origin_key(registry.sources.get(source)) for source in counted.numbers}
    behind = [_independent({keys[one.source] for one in cite}) for cite in facts if len(cite) > 1]
    heard = _heard(records)
    voices = {who: _speaks_through(who, heard, registry.stakeholders) for who in _listed(brief)}
    return msgspec.structs.replace(
        counted,
        facts=len(facts),
        origins=_independent(set(keys.values())),
        corroborated=sum(1 for number in behind if number > 1),
        narrowest=_narrowest(facts),
        judgement_origins=tuple(
            _independent({keys[one.source] for one in record.cite})
            for _, record in records
            if type(record) is Judgement
        ),
        heard=tuple(heard),
        unheard=tuple(who for who, speaks in voices.items() if not speaks),
    )


def _narrowest(cited: Iterable[tuple[Citation, ...]]) -> Narrow | None:
    """The paragraph on which alone most facts rest, where that is more than one."""
    alone = Counter(citations[0] for citations in cited if len(citations) == 1 and citations[0].paragraph)
    if not alone:
        return None
    citation, facts = min(alone.items(), key=lambda item: (-item[1], item[0]))
    return Narrow(citation, facts) if facts > 1 else None


def _listed(brief: Brief) -> list[str]:
    return list(dict.fromkeys(involvement.who for involvement in brief.stakeholders))


def _heard(records: Iterable[tuple[Path, Record]]) -> dict[str, None]:
    return dict.fromkeys([record.by for _, record in records if type(record) is Quotation])


def _speaks_through(who: str, heard: Iterable[str], stakeholders: Mapping[str, Stakeholder]) -> bool:
    """Whether a stakeholder, or somebody who belongs to it, is quoted."""
    return any(who == speaker or who in wholes(speaker, stakeholders) for speaker in heard)
