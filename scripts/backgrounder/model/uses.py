"""What a brief or a shared record refers to: the ids in it, and the paragraphs that it cites."""

from __future__ import annotations

import msgspec

from backgrounder.model.brief import Record
from backgrounder.model.citation import Citation
from backgrounder.model.corpus import walk
from backgrounder.model.kinds import Target
from backgrounder.model.reference_fields import reference_fields


class Uses(msgspec.Struct, frozen=True):
    """What one of them refers to."""

    ids: frozenset[tuple[Target, str]]
    citations: frozenset[Citation]


def uses_of(record: Record) -> Uses:
    """Every id that a record holds with all in it, and every paragraph that it cites."""
    ids: set[tuple[Target, str]] = set()
    citations: set[Citation] = set()
    for _, part in walk(record):
        for field, target in reference_fields(type(part)).items():
            value = getattr(part, field)
            for item in value if isinstance(value, tuple) else (value,):
                if isinstance(item, Citation):
                    citations.add(item)
                    ids.add((target, item.source))
                elif isinstance(item, str):
                    ids.add((target, item))
    return Uses(frozenset(ids), frozenset(citations))
