"""What the checks find in one brief, given the registry, and what they take from it to compare briefs.

None of this looks at another brief, so it can be done for many briefs at once and kept while a brief and
the registry stay as they are.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any

import msgspec

from backgrounder.check.acronyms import acronyms_of, known_names
from backgrounder.check.across_events import Gist, gists_of_events
from backgrounder.check.across_figures import Counted, counted_figures
from backgrounder.check.by_itself import of_brief_alone
from backgrounder.check.characters import unprintable_in
from backgrounder.check.later_sources import later_sources_of
from backgrounder.check.stakeholders import silent_of
from backgrounder.diagnostics.diagnostic import Finding
from backgrounder.model.brief import Brief
from backgrounder.model.names import Names
from backgrounder.model.registry import Registry
from backgrounder.settings import Settings

_COMPARED = ("stakeholders", "timeline", "questions")
"""The lists of a brief that checks compare with those of others."""


class Alone(msgspec.Struct, frozen=True):
    """What one brief is to the checks."""

    findings: tuple[Finding, ...]
    figures: tuple[Counted, ...]
    events: tuple[Gist, ...]
    compared: bytes
    """A digest of all that the checks compare of it with other briefs."""


def _digest(parts: tuple[Any, ...]) -> bytes:
    # There are sets among them, whose order is another in each process.
    data = msgspec.msgpack.encode(parts, order="deterministic")
    return hashlib.blake2b(data, digest_size=16).digest()


class Apart:
    """Checks briefs one by one against a registry without a fault."""

    def __init__(self, registry: Registry, files: dict[tuple[str, str], str], settings: Settings) -> None:
        """``files`` has the file of each record of the registry, by kind and id."""
        self._registry = registry
        self._files = files
        self._settings = settings
        self._names = known_names(registry)
        self._people = Names(registry.stakeholders, with_adjectives=True)

    def check(self, brief: Brief, file: str, text: str) -> Alone:
        """``text`` is what the file holds. Expects a brief in whose form there is no fault."""
        figures, events = tuple(counted_figures(brief, file)), tuple(gists_of_events(brief))
        compared = (file, brief.slug, brief.status, brief.as_of, *(getattr(brief, one) for one in _COMPARED))
        return Alone(
            tuple(self._findings(brief, file, text)),
            figures,
            events,
            _digest((*compared, figures, events)),
        )

    def _findings(self, brief: Brief, file: str, text: str) -> Iterator[Finding]:
        registry = self._registry
        yield from of_brief_alone(brief, file, self._settings)
        if self._settings.handouts:
            yield from unprintable_in(file, [((), brief)], text)
        yield from later_sources_of(brief, file, registry.sources, self._files)
        yield from acronyms_of(brief, file, self._names, registry.glossary)
        yield from silent_of(brief, file, self._people, registry.stakeholders)
