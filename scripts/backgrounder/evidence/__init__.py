"""The evidence: what the briefs say, compared with the texts they rest on.

Comes after ``load``, beside ``check``, and yields findings as it does. Each file is one comparison.
Where a source's text is not here, ``lock`` vouches for its quotations and the rest is left alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet

import msgspec

from backgrounder.archive import Archive
from backgrounder.diagnostics.diagnostic import Diagnostic, Finding, at_most
from backgrounder.evidence.bearing import doubtful_citations
from backgrounder.evidence.changes import changed_since
from backgrounder.evidence.claims import Claim, claims_of
from backgrounder.evidence.copying import copied_prose
from backgrounder.evidence.exchanged_names import exchanged_names
from backgrounder.evidence.facts import uncompared, unsupported_dates, unsupported_figures, unsupported_times
from backgrounder.evidence.library import Library
from backgrounder.evidence.lock import NAME, Entry, Lock, lock_text, parse_lock, read_lock
from backgrounder.evidence.naming import absent_stakeholders
from backgrounder.evidence.quotations import Verified, check_quotations, may_quote
from backgrounder.model.brief import Brief, MarkedTerm, Quotation
from backgrounder.model.corpus import Corpus, records_by_file, walk
from backgrounder.model.loaded import Loaded
from backgrounder.model.texts import own_texts
from backgrounder.spans import Place, Span

__all__ = [
    "Compared",
    "Evidence",
    "Library",
    "Lock",
    "changed_since",
    "compare",
    "compare_brief",
    "lock_text",
    "parse_lock",
    "read_lock",
    "renewed_lock",
    "uncompared",
    "wanted_entries",
]


class Evidence(msgspec.Struct, frozen=True):
    """What the comparison came to."""

    findings: tuple[Finding, ...] = ()
    verified: tuple[Verified, ...] = ()
    """Every quotation that stands in its source, by its text or by the lock."""
    diagnostics: tuple[Diagnostic, ...] = ()
    """What is wrong with the archive and the lock themselves."""
    versions: dict[str, str] = {}
    """The version of every source whose text is here."""
    uncompared: dict[str, frozenset[str]] = {}
    """Things that the languages of each brief leave without comparison, by its file."""


class Compared(msgspec.Struct, frozen=True):
    """What the comparison of one file came to."""

    findings: tuple[Finding, ...]
    verified: tuple[Verified, ...]
    uncompared: frozenset[str] = frozenset()
    """Things that its languages leave without comparison."""


def compare_brief(brief: Brief, file: str, library: Library, lock: Lock) -> Compared:
    """Compares a brief by itself. Expects a brief in whose form there is no fault."""
    verified: list[Verified] = []
    if not library.texts and not _quotes_anything(brief):
        return Compared((), (), uncompared(brief, library.registry))
    findings = at_most(_of_file(claims_of(file, (), brief), library, lock, verified), file)
    return Compared(tuple(findings), tuple(verified), uncompared(brief, library.registry))


def _quotes_anything(brief: Brief) -> bool:
    """Whether there is anything in a brief that the lock would have to vouch for."""
    if any(isinstance(record, Quotation | MarkedTerm) for _, record in walk(brief)):
        return True
    return may_quote(own_texts(brief).joined.whole)


def compare(
    loaded: Loaded,
    archive: Archive,
    lock: Lock,
    lock_file: str,
    ahead: Mapping[str, Compared] | None = None,
    accepted: AbstractSet[str] = frozenset(),
) -> Evidence:
    """Compares every whole file of the corpus with the archived texts, and the rest with the lock.

    ``ahead`` has what came of briefs that have been compared already, by file; ``accepted`` are the sources of
    which a new text is taken in place of the one that the lock knows.
    """
    corpus = loaded.corpus
    ahead = ahead or {}
    faulty = loaded.faulty_files | {problem.span.file for problem in loaded.diagnostics}
    library = Library(archive.texts, corpus.registry)
    findings: list[Finding] = []
    verified: list[Verified] = []
    for file, records in records_by_file(corpus).items():
        if file in ahead:
            findings += ahead[file].findings
            verified += ahead[file].verified
        elif file not in faulty:
            group = (claim for base, record in records for claim in claims_of(file, base, record))
            findings += at_most(_of_file(group, library, lock, verified), file)
    replaced = list(_other_texts(library, lock, lock_file, accepted))
    findings += replaced
    findings += changed_since(corpus, archive)
    findings += _counts(corpus, library, faulty)
    versions = {source: text.version for source, text in library.texts.items()}
    untold = {
        file: ahead[file].uncompared if file in ahead else uncompared(brief, corpus.registry)
        for brief in corpus.briefs
        if (file := corpus.brief_files[brief.slug])
    }
    evidence = Evidence((), tuple(verified), (*archive.diagnostics, *lock.diagnostics), versions, untold)
    if not lock.diagnostics and not faulty and not replaced:
        findings += _staleness(evidence, lock, lock_file)
    return msgspec.structs.replace(evidence, findings=tuple(findings))


def _of_file(
    group: Iterable[Claim], library: Library, lock: Lock, verified: list[Verified]
) -> Iterator[Finding]:
    """What is wrong in one file; its quotations that are right go to ``verified``."""
    for claim in group:
        for result in check_quotations(claim, library, lock):
            if isinstance(result, Finding):
                yield result
            else:
                verified.append(result)
        if claim.citations and claim.texts and library.holds_all(claim.citations):
            yield from _compared(claim, library)


def renewed_lock(evidence: Evidence, lock: Lock) -> str:
    """The lock file for what is verified now; sources whose text is not here keep what still holds."""
    return lock_text({**lock.versions, **evidence.versions}, wanted_entries(evidence))


def wanted_entries(evidence: Evidence) -> frozenset[Entry]:
    """What the lock should vouch for: every quotation that readers may see."""
    return frozenset(item.entry for item in evidence.verified if item.is_published)


def _compared(claim: Claim, library: Library) -> Iterator[Finding]:
    if isinstance(claim.record, MarkedTerm | Quotation):  # what the desk adds need not be in the source
        return
    if any(
        citation.paragraph > len(library.texts[citation.source].paragraphs) for citation in claim.citations
    ):
        yield from _beyond_the_end(claim, library)
        return
    yield from copied_prose(claim, library)
    yield from unsupported_figures(claim, library)
    yield from unsupported_times(claim, library)
    yield from unsupported_dates(claim, library)
    if library.is_english(claim):
        yield from exchanged_names(claim, library)
        yield from absent_stakeholders(claim, library)
        yield from doubtful_citations(claim, library)


def _beyond_the_end(claim: Claim, library: Library) -> Iterator[Finding]:
    """Cited paragraphs that the text does not have, where the record of the source does not count them."""
    for index, citation in enumerate(claim.citations):
        last = len(library.texts[citation.source].paragraphs)
        if citation.paragraph > last:
            said = library.registry.sources[citation.source].paragraphs or 0
            place = Place(claim.file, (*claim.path, "cite", index))
            facts = {"source": citation.source, "last": str(last), "paragraph": str(citation.paragraph)}
            if not 0 < said < citation.paragraph:  # else it is told as a reference that leads nowhere
                yield Finding(place, "unknown-paragraph", facts)


def _counts(corpus: Corpus, library: Library, faulty: AbstractSet[str]) -> Iterator[Finding]:
    """Records that give another number of paragraphs than the archived text has."""
    for source, text in library.texts.items():
        file = corpus.registry_files["sources", source]
        count, said = len(text.paragraphs), corpus.registry.sources[source].paragraphs
        if file not in faulty and said not in (None, count):
            place = Place(file, ("sources", source, "paragraphs"))
            facts = {"value": str(said), "count": str(count)}
            yield Finding(place, "paragraph-count", facts, mended=str(count))


def _other_texts(
    library: Library, lock: Lock, lock_file: str, accepted: AbstractSet[str]
) -> Iterator[Finding]:
    """Yield every source whose text is not the one that was compared when the lock was written."""
    for source, text in sorted(library.texts.items()):
        missing = "one that is missing from the lock" if source in lock.unversioned else text.version
        known = lock.versions.get(source, missing)
        if known != text.version and source not in accepted:
            line = lock.source_lines.get(source, 1)
            facts = {"source": source, "known": known, "found": text.version, "file": text.file}
            yield Finding(Span(lock_file, line, 1, line, 1), "changed-text", facts)


def _staleness(evidence: Evidence, lock: Lock, lock_file: str) -> Iterator[Finding]:
    """Whether the lock says what is verified now, no more and no less."""
    if not evidence.versions:
        return
    wanted = wanted_entries(evidence)
    missing, idle = wanted - lock.entries, lock.entries - wanted
    if missing or idle:
        line = min((lock.lines[entry] for entry in idle), default=1)
        facts = {"missing": str(len(missing)), "idle": str(len(idle)), "name": NAME}
        yield Finding(Span(lock_file, line, 1, line, 1), "stale-lock", facts)
