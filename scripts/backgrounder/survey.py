"""What every stage makes of one brief by itself, given the registry and the archive.

This is nearly all that a build does with a brief before it is shown. No other brief has a part in it, so
briefs are surveyed on all cores, and what came of one holds until it, the registry or the archive changes.
"""

from __future__ import annotations

import contextlib
import functools
import gc
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from backgrounder import parallel
from backgrounder.archive import Archive
from backgrounder.check import Alone, Apart
from backgrounder.evidence import Compared, Library, Lock, compare_brief
from backgrounder.ledger import digest
from backgrounder.link import Edition, Naming, edition_of, naming_of
from backgrounder.load import ContentFile, Shelves, faultless_brief
from backgrounder.model.brief import Brief
from backgrounder.model.kinds import Target
from backgrounder.model.names import Names
from backgrounder.model.uses import Uses, uses_of
from backgrounder.render.site import Listed, listed
from backgrounder.settings import Settings


class Survey(msgspec.Struct, frozen=True):
    """A brief in whose form there is no fault, and what the stages say of it."""

    brief: Brief
    uses: Uses
    alone: Alone
    compared: Compared
    naming: Naming
    listed: Listed
    edition: Edition | None = None
    """Where anything is printed."""


class Surveyor:
    """Surveys briefs against one registry without a fault, one archive and one lock."""

    def __init__(self, shelves: Shelves, archive: Archive, lock: Lock, settings: Settings) -> None:
        self._registry = shelves.registry
        self._apart = Apart(shelves.registry, shelves.files, settings)
        self._library = Library(archive.texts, shelves.registry)
        self._lock = lock
        self._prints = settings.handouts
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
            uses,
            self._apart.check(brief, file.name, file.text),
            compare_brief(brief, file.name, self._library, self._lock),
            naming_of(brief, self._names),
            listed(brief),
            edition_of(brief, self._registry) if self._prints and self._has_all(uses) else None,
        )

    def _has_all(self, uses: Uses) -> bool:
        """Whether the registry has whatever a brief refers to."""
        shelves = {
            Target.STAKEHOLDER: self._registry.stakeholders,
            Target.SOURCE: self._registry.sources,
            Target.TOPIC: self._registry.topics,
            Target.TERM: self._registry.glossary,
        }
        return all(name in shelves[target] for target, name in uses.ids if target in shelves)

    def frozen_survey(self, file: ContentFile) -> bytes:
        """A survey as bytes; none where there is no survey."""
        found = self.survey(file)
        return frozen(found) if found else b""


def frozen(survey: Survey) -> bytes:
    """A survey as bytes."""
    return msgspec.msgpack.encode(survey)


def thawed(data: bytes) -> Survey:
    """The survey that ``frozen`` was given. Raises msgspec.DecodeError where the bytes are anything else."""
    return _decoder().decode(data)


def _thawed_or_none(note: bytes) -> Survey | None:
    """The survey in a note; None where the note is of a brief that cannot be surveyed."""
    return thawed(note) if note else None


@functools.cache
def _decoder() -> msgspec.msgpack.Decoder[Survey]:
    """Takes milliseconds to make."""
    return msgspec.msgpack.Decoder(Survey)


class Surveyed(msgspec.Struct, frozen=True):
    """What is known of the briefs in whose form there is no fault."""

    surveys: dict[str, Survey] = {}
    """By file."""
    digests: dict[str, bytes] = {}
    """What each brief came from, by file."""
    notes: dict[bytes, bytes] = {}
    """The same surveys, for a later build."""
    shared: bytes = b""
    """A digest of what all of them rest on: registry, archive, lock and settings."""


def survey_all(
    files: Sequence[ContentFile],
    shelves: Shelves,
    archive: Archive,
    lock: Lock,
    settings: Settings,
    known: Mapping[bytes, bytes],
    before: Surveyed | None = None,
) -> Surveyed:
    """Surveys all briefs on all cores; ``known`` has what earlier builds noted, and ``before`` is what this
    process has surveyed last. Raises WorkerDiedError.
    """
    briefs = [file for file in files if not file.in_registry]
    shared = digest(*_shared(files, archive, lock, settings))
    digests = {file.name: digest("survey", shared, file.name, file.text) for file in briefs}
    missing = [file for file in briefs if digests[file.name] not in known]
    surveyor = Surveyor(shelves, archive, lock, settings)
    at_hand = {before.digests[name]: one for name, one in before.surveys.items()} if before else {}
    with _undisturbed():
        found = parallel.spread(surveyor.frozen_survey, missing, lambda note: (note, _thawed_or_none(note)))
        made = dict(zip((file.name for file in missing), found, strict=True))
        notes: dict[bytes, bytes] = {}
        surveys: dict[str, Survey] = {}
        for name, key in digests.items():
            notes[key], survey = made[name] if name in made else (known[key], at_hand.get(key))
            if survey := survey or _thawed_or_none(notes[key]):
                surveys[name] = survey
    return Surveyed(surveys, digests, notes, shared)


@contextlib.contextmanager
def _undisturbed() -> Iterator[None]:
    """Lets records pile up that are all in use: looking for any that are not takes longer than making them."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was_enabled:
            gc.enable()


def _shared(
    files: Sequence[ContentFile], archive: Archive, lock: Lock, settings: Settings
) -> Iterator[str | bytes]:
    for file in files:
        if file.in_registry:
            yield from (file.name, file.text)
    for source, text in sorted(archive.texts.items()):
        yield from (source, text.title, repr(text.lines), *text.paragraphs)
    yield repr((sorted(lock.versions.items()), sorted(lock.entries)))
    yield repr((settings.today, settings.likelihoods, settings.handouts, settings.handling))
