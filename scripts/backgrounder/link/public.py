"""Decides what is public: the one rule by which pages, search, PDFs, feeds, lists and counts are chosen.

A brief is public if it is published or archived and its day has come; a preview shows all briefs. A record of
the registry is public only through a public brief that uses it: by an id anywhere in the brief, as the body
that a public stakeholder is part of, or as a source that a public stakeholder or term cites. A name in
a text makes nothing public, because it may be somebody else's. Whoever renders draws on ``Linked``, which
holds no more than this.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import TypeVar

import msgspec

from backgrounder.model.brief import Brief
from backgrounder.model.clock import standing
from backgrounder.model.corpus import Corpus
from backgrounder.model.dates import Day
from backgrounder.model.kinds import Target
from backgrounder.model.membership import wholes
from backgrounder.model.registry import Registry, Stakeholder, Term
from backgrounder.model.uses import Uses, uses_of

_R = TypeVar("_R")


class Public(msgspec.Struct, frozen=True):
    """The part of a corpus that readers see."""

    briefs: tuple[Brief, ...]
    registry: Registry


def public_part(
    corpus: Corpus,
    today: Day | None = None,
    with_drafts: bool = False,
    ahead: Mapping[str, Uses] | None = None,
) -> Public:
    """Return what readers see on a day, or what a preview ``with_drafts`` shows.

    Without a day, every brief that waits for one is held back. ``ahead`` has what briefs refer to, by slug,
    where that is known already.
    """
    shown = tuple(brief for brief in corpus.briefs if with_drafts or standing(brief, today).is_public)
    return Public(shown, reached(shown, corpus.registry, ahead))


def reached(briefs: Iterable[Brief], registry: Registry, ahead: Mapping[str, Uses] | None = None) -> Registry:
    """Return the records that these briefs use, and those that are shown with them, in the registry's order."""
    known = ahead or {}
    used = frozenset[tuple[Target, str]]().union(
        *[(known.get(brief.slug) or uses_of(brief)).ids for brief in briefs]
    )
    stakeholders = _of(registry.stakeholders, _with_wholes(_ids(used, Target.STAKEHOLDER), registry))
    glossary = _of(registry.glossary, _ids(used, Target.TERM))
    cited = _cited([*stakeholders.values(), *glossary.values()])
    return Registry(
        stakeholders=stakeholders,
        sources=_of(registry.sources, _ids(used, Target.SOURCE).union(cited)),
        topics=_of(registry.topics, _ids(used, Target.TOPIC)),
        glossary=glossary,
    )


def _ids(used: Iterable[tuple[Target, str]], target: Target) -> set[str]:
    return {record_id for kind, record_id in used if kind is target}


def _with_wholes(ids: AbstractSet[str], registry: Registry) -> set[str]:
    """Stakeholders with everything that they are part of."""
    return ids.union(*[wholes(record_id, registry.stakeholders) for record_id in ids])


def _cited(records: Iterable[Stakeholder | Term]) -> Iterator[str]:
    return (citation.source for record in records for citation in record.cite)


def _of(records: Mapping[str, _R], wanted: AbstractSet[str]) -> dict[str, _R]:
    return {record_id: record for record_id, record in records.items() if record_id in wanted}
