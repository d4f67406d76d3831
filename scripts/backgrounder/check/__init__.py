"""The second stage: checks that need one brief alone. Each file is one topic.

A check is a function from a brief and its file's name to findings; ``check_brief`` runs them all.
``unprintable_characters`` takes the whole corpus, because handouts print the registry's texts too.
What needs other briefs or the registry belongs to ``link``.
"""

from __future__ import annotations

from collections.abc import Iterator

from backgrounder.check.characters import unprintable_characters
from backgrounder.check.ids import repeated_ids, repeated_listings
from backgrounder.diagnostics.diagnostic import Finding, at_most
from backgrounder.model.brief import Brief

__all__ = ["CHECKS", "check_brief", "unprintable_characters"]

CHECKS = (repeated_ids, repeated_listings)


def check_brief(brief: Brief, file: str) -> Iterator[Finding]:
    """What is wrong with one brief, taken by itself."""
    for check in CHECKS:
        yield from at_most(check(brief, file), file)
