"""The second stage: what a good copy editor would remark. Each file is one topic.

A check is a function that yields findings; the tuples here and in ``by_itself`` say what each kind is given.
``without_allowed`` takes out what a record allows. Ids that lead nowhere are the business of ``link``.

Only briefs whose form is whole are judged, so that what was lost to a misspelt field is not missed twice.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet

import msgspec

from backgrounder.check.acronyms import unexplained_acronyms
from backgrounder.check.across_events import conflicting_event_dates
from backgrounder.check.across_figures import conflicting_figures
from backgrounder.check.across_questions import answered_elsewhere
from backgrounder.check.across_roles import conflicting_roles
from backgrounder.check.allowances import without_allowed
from backgrounder.check.alone import Alone, Apart
from backgrounder.check.by_itself import form_of_brief, of_brief_alone
from backgrounder.check.characters import unprintable_in
from backgrounder.check.later_sources import later_sources
from backgrounder.check.publication import placeholders_of_registry
from backgrounder.check.registry_duplicates import probable_duplicates
from backgrounder.check.registry_unused import unused_records
from backgrounder.check.relative_dates import relative_dates_of_registry
from backgrounder.check.stakeholders import silent_stakeholders
from backgrounder.diagnostics.diagnostic import Finding
from backgrounder.model.corpus import Corpus, records_by_file
from backgrounder.model.kinds import Target
from backgrounder.model.loaded import Loaded
from backgrounder.model.registry import Registry
from backgrounder.model.uses import Uses
from backgrounder.settings import Settings

__all__ = ["Alone", "Apart", "check_across", "check_content"]

CORPUS_CHECKS = (conflicting_roles, answered_elsewhere)
"""For the whole briefs together: (corpus)."""

REGISTRY_CHECKS = (relative_dates_of_registry, probable_duplicates)
"""Where all of the registry is whole: (corpus)."""

BRIEF_AND_REGISTRY_CHECKS = (unexplained_acronyms, silent_stakeholders)
"""For the whole briefs that were not looked at ahead, where all of the registry is whole: (corpus)."""


def check_content(
    loaded: Loaded,
    settings: Settings,
    evidence: Iterable[Finding] = (),
    has_dead_references: bool = False,
    ahead: Mapping[str, Alone] | None = None,
    uses: Mapping[str, Uses] | None = None,
    across: Iterable[Finding] | None = None,
    meant: Registry | None = None,
) -> Iterator[Finding]:
    """What is wrong with the content, allowances counted.

    ``evidence`` is what the comparison with the sources has found, so that it can be allowed as well.
    ``has_dead_references`` says that ids were found that lead nowhere, so that nothing can be called unused.
    ``ahead`` has what was found in single briefs already, by file, and ``uses`` what these refer to;
    ``across`` is what ``check_across`` gives, where that is known. ``meant`` has the records that readers see or are
    to see.
    """
    ahead, uses = ahead or {}, uses or {}
    faulty = _faulty(loaded)
    findings = itertools.chain(
        _of_briefs(loaded, settings, faulty, ahead),
        check_across(loaded, ahead) if across is None else across,
        _of_corpus(loaded, faulty, has_dead_references, ahead, uses),
        placeholders_of_registry(loaded.corpus, meant or Registry(), loaded.texts),
        evidence,
    )
    quiet = {file for file, one in uses.items() if not any(target is Target.CHECK for target, _ in one.ids)}
    yield from without_allowed(findings, loaded.corpus, quiet)


def check_across(loaded: Loaded, ahead: Mapping[str, Alone]) -> Iterator[Finding]:
    """What is found by comparing whole briefs with each other and shared records with each other, allowances not
    counted: the same while no ``compared`` of a brief changes, nor the registry.
    """
    faulty = _faulty(loaded)
    whole = _without(loaded.corpus, faulty)
    yield from conflicting_event_dates(whole, {file: alone.events for file, alone in ahead.items()})
    yield from conflicting_figures(whole, {file: alone.figures for file, alone in ahead.items()})
    for check in CORPUS_CHECKS:
        yield from check(whole)
    if loaded.registry_is_whole and faulty.isdisjoint(whole.registry_files.values()):
        for check in REGISTRY_CHECKS:
            yield from check(whole)


def _faulty(loaded: Loaded) -> AbstractSet[str]:
    return loaded.faulty_files | {problem.span.file for problem in loaded.diagnostics}


def _without(corpus: Corpus, files: AbstractSet[str]) -> Corpus:
    """The same without the briefs of some files."""
    briefs = tuple(brief for brief in corpus.briefs if corpus.brief_files[brief.slug] not in files)
    return msgspec.structs.replace(corpus, briefs=briefs)


def _of_briefs(
    loaded: Loaded, settings: Settings, faulty: AbstractSet[str], ahead: Mapping[str, Alone]
) -> Iterator[Finding]:
    for brief in loaded.corpus.briefs:
        file = loaded.corpus.brief_files[brief.slug]
        if file in ahead:
            yield from ahead[file].findings
        elif file in faulty:
            yield from form_of_brief(brief, file)
        else:
            yield from of_brief_alone(brief, file, settings)
    if settings.handouts:
        for file, records in records_by_file(loaded.corpus).items():
            if file not in ahead:
                yield from unprintable_in(file, records, loaded.texts[file])


def _of_corpus(
    loaded: Loaded,
    faulty: AbstractSet[str],
    has_dead_references: bool,
    ahead: Mapping[str, Alone],
    uses: Mapping[str, Uses],
) -> Iterator[Finding]:
    whole = _without(loaded.corpus, faulty)
    rest = _without(whole, ahead.keys())
    yield from later_sources(rest)
    if loaded.registry_is_whole and faulty.isdisjoint(whole.registry_files.values()):
        for check in BRIEF_AND_REGISTRY_CHECKS:
            yield from check(rest)
    if not faulty and not has_dead_references:  # what looks unused may be used in a broken file
        yield from unused_records(whole, uses)
