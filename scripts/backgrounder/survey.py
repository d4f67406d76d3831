"""What every stage makes of one brief by itself, given the registry and the archive.

This is nearly all that a build does with a brief before it is shown. No other brief has a part in it, so
briefs are surveyed on all cores, and what came of one holds until it, the registry or the archive changes.
"""

from __future__ import annotations

import msgspec

from backgrounder.archive import Archive
from backgrounder.check import Alone, Apart
from backgrounder.evidence import Compared, Library, Lock, compare_brief
from backgrounder.link import Naming, Uses, naming_of, uses_of
from backgrounder.load import ContentFile, Shelves, faultless_brief
from backgrounder.model.brief import Brief
from backgrounder.model.names import Names
from backgrounder.settings import Settings


class Survey(msgspec.Struct, frozen=True):
    """A brief in whose form there is no fault, and what the stages say of it."""

    brief: Brief
    alone: Alone
    compared: Compared
    uses: Uses
    naming: Naming
    """Its records are those of ``brief``."""


class Surveyor:
    """Surveys briefs against one registry without a fault, one archive and one lock."""

    def __init__(self, shelves: Shelves, archive: Archive, lock: Lock, settings: Settings) -> None:
        self._registry = shelves.registry
        self._apart = Apart(shelves.registry, shelves.files, settings)
        self._library = Library(archive.texts, shelves.registry)
        self._lock = lock
        self._names = Names(shelves.registry.stakeholders)

    def survey(self, file: ContentFile) -> Survey | None:
        """None where the file has a fault of form or refers to what is not there: that is told elsewhere."""
        brief = faultless_brief(file)
        if brief is None:
            return None
        uses = uses_of(brief)
        if any(citation.source not in self._registry.sources for citation in uses.citations):
            return None
        return Survey(
            brief,
            self._apart.check(brief, file.name, file.text),
            compare_brief(brief, file.name, self._library, self._lock),
            uses,
            naming_of(brief, self._names),
        )
