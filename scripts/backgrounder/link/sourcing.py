"""How a brief is sourced: its sources in the order of first citation, and the figures for readers.

Both renderers number sources by this, so that a mark on paper is the mark on the page.
"""

from __future__ import annotations

import msgspec

from backgrounder.model.brief import Brief, Quotation, Statement
from backgrounder.model.corpus import walk


class Sourcing(msgspec.Struct, frozen=True):
    """What a brief rests on."""

    numbers: dict[str, int]
    """The number of each source, from 1 in the order of first citation."""
    statements: int
    cited_statements: int
    quotations: int

    @property
    def is_single(self) -> bool:
        return len(self.numbers) == 1


def sourcing(brief: Brief) -> Sourcing:
    """Counts what a brief cites."""
    records = [record for _, record in walk(brief)]
    sources = [citation.source for record in records for citation in getattr(record, "cite", ())]
    statements = [record for record in records if isinstance(record, Statement)]
    return Sourcing(
        numbers={source: number for number, source in enumerate(dict.fromkeys(sources), start=1)},
        statements=len(statements),
        cited_statements=sum(1 for statement in statements if statement.cite),
        quotations=sum(1 for record in records if isinstance(record, Quotation)),
    )
