"""Ids that lead nowhere, found by the references that the model declares on its fields."""

from __future__ import annotations

import itertools
import re
import typing
from collections.abc import Iterable, Iterator, Mapping

import msgspec

from backgrounder.diagnostics.catalogue import CATALOGUE, OPTIONAL
from backgrounder.diagnostics.diagnostic import Finding, at_most, in_one_line
from backgrounder.diagnostics.suggest import did_you_mean, nearest, surely_meant
from backgrounder.model.brief import Record
from backgrounder.model.citation import Citation
from backgrounder.model.corpus import records_by_file, walk
from backgrounder.model.kinds import Target
from backgrounder.model.loaded import Loaded
from backgrounder.model.membership import wholes
from backgrounder.model.reference import Reference
from backgrounder.model.reference_fields import reference_fields
from backgrounder.model.uses import Uses
from backgrounder.spans import Path, Place, Span

_LONGEST_QUOTED = 60

_SHELVES = {
    Target.STAKEHOLDER: "stakeholders",
    Target.SOURCE: "sources",
    Target.TOPIC: "topics",
    Target.TERM: "glossary",
}


def check_references(loaded: Loaded, ahead: Mapping[str, Uses] | None = None) -> Iterator[Finding]:
    """A finding for every id that no record has, and for every circle of membership.

    ``ahead`` has what briefs refer to, by file, where that is known already.

    A file with faults of form is checked by the references met while reading it, because records that
    could not be made hold none.
    """
    known = _known_ids(loaded)
    for file, records in records_by_file(loaded.corpus).items():
        if ahead and file in ahead and _lead_somewhere(ahead[file], known, loaded):
            continue
        if file not in loaded.faulty_files:
            yield from at_most(_faults_of_records(file, records, known, loaded), file)
    for file, references in itertools.groupby(loaded.loose, key=lambda reference: reference.span.file):
        yield from at_most(_faults_of_references(references, known, loaded), file)
    yield from _membership_circles(loaded)


def _lead_somewhere(uses: Uses, known: dict[Target, set[str]], loaded: Loaded) -> bool:
    """Whether all that a brief refers to is there."""
    if any(target in known and value not in known[target] for target, value in uses.ids):
        return False
    return not any(_is_beyond(citation, loaded) for citation in uses.citations)


def _is_beyond(citation: Citation, loaded: Loaded) -> bool:
    """Whether a citation names a paragraph after the last."""
    source = loaded.corpus.registry.sources.get(citation.source)
    return bool(source and source.paragraphs and citation.paragraph > source.paragraphs)


def _faults_of_references(
    references: Iterable[Reference], known: dict[Target, set[str]], loaded: Loaded
) -> Iterator[Finding]:
    for reference in references:
        if reference.suggestion:
            yield _malformed(reference, known.get(reference.target, set()))
            continue
        rest = f"#p{reference.paragraph}" if reference.paragraph else ""
        yield from _unknown_id(reference.target, reference.value, reference.span, known, rest)
        if reference.paragraph:
            citation = Citation(reference.value, reference.paragraph)
            yield from _unknown_paragraph(citation, reference.span, loaded)


def _malformed(reference: Reference, known: set[str]) -> Finding:
    """What is neither an id nor a citation, with the nearest id that there is."""
    value = in_one_line(reference.value, _LONGEST_QUOTED)
    if reference.target is not Target.SOURCE:
        facts = {"suggestion": reference.suggestion, "help": did_you_mean(reference.suggestion, known)}
        mended = reference.suggestion if reference.suggestion in known else None
        return Finding(reference.span, "bad-id", {"value": value, **facts}, mended=mended)
    written = re.sub(r"[\W_]+", "-", value.partition("#")[0].lower()).strip("-")
    example = nearest(written, known) or nearest(reference.suggestion, known) or reference.suggestion
    mended = _cited(value, written, known)
    several = f"cite each paragraph by itself, as in `[{example}#p4, {example}#p5]`"
    help_text = several if re.search(r"#p[0-9]+ *[-–,]", value) else ""
    if mended:
        help_text = f"write `{mended}`"
    facts = {"value": value, "example": example, "help": help_text}
    return Finding(reference.span, "bad-citation", facts, mended=mended)


def _cited(value: str, source: str, known: set[str]) -> str | None:
    """The citation that was meant, where what was written makes exactly the id of a source."""
    found = re.fullmatch(r"[^#]+?(?: ?# ?[pP] ?(?P<number>[1-9][0-9]*))?", value)
    if not found or source not in known:
        return None
    return f"{source}#p{found['number']}" if found["number"] else source


def _faults_of_records(
    file: str, records: list[tuple[Path, Record]], known: dict[Target, set[str]], loaded: Loaded
) -> Iterator[Finding]:
    for base, record in records:
        for path, part in walk(record, base):
            for field, target in reference_fields(type(part)).items():
                for keys, value in _values(getattr(part, field), (*path, field)):
                    if isinstance(value, Citation):
                        rest = f"#{value.locator}" if value.paragraph else ""
                        yield from _unknown_id(target, value.source, Place(file, keys), known, rest)
                        yield from _unknown_paragraph(value, Place(file, keys), loaded)
                    else:
                        yield from _unknown_id(target, value, Place(file, keys), known)


def _known_ids(loaded: Loaded) -> dict[Target, set[str]]:
    """Every id that exists, those of records with faults of their own included.

    A registry file that could not be read leaves open which ids there are, so nothing is said of them.
    """
    registry = loaded.corpus.registry
    known: dict[Target, set[str]] = {}
    for target, shelf in _SHELVES.items():
        if loaded.registry_is_whole:
            broken = {record_id for kind, record_id in loaded.broken_records if kind == shelf}
            known[target] = set(getattr(registry, shelf)) | broken
    known[Target.CHECK] = set(OPTIONAL)
    known[Target.BRIEF] = {brief.slug for brief in loaded.corpus.briefs} | loaded.broken_briefs
    return known


def _unknown_id(
    target: Target, record_id: str, place: Place | Span, known: dict[Target, set[str]], rest: str = ""
) -> Iterator[Finding]:
    """``rest`` is what follows the id where it was written, as the paragraph of a citation."""
    if target in known and record_id not in known[target]:
        is_real = target is Target.CHECK and record_id in CATALOGUE
        near = () if is_real else known[target]
        facts = {"value": record_id, "help": did_you_mean(record_id, near)}
        meant = surely_meant(record_id, near)
        yield Finding(place, f"unknown-{target}", facts, mended=f"{meant}{rest}" if meant else None)


def _values(value: typing.Any, path: Path) -> Iterator[tuple[Path, typing.Any]]:
    if isinstance(value, tuple):
        for index, item in enumerate(value):
            yield (*path, index), item
    elif value is not None and not isinstance(value, msgspec.Struct):
        yield path, value


def _unknown_paragraph(citation: Citation, place: Place | Span, loaded: Loaded) -> Iterator[Finding]:
    if _is_beyond(citation, loaded):
        facts = {
            "source": citation.source,
            "last": str(loaded.corpus.registry.sources[citation.source].paragraphs),
            "paragraph": str(citation.paragraph),
        }
        yield Finding(place, "unknown-paragraph", facts)


def _membership_circles(loaded: Loaded) -> Iterator[Finding]:
    stakeholders = loaded.corpus.registry.stakeholders
    for record_id in stakeholders:
        if record_id in wholes(record_id, stakeholders):
            file = loaded.corpus.registry_files["stakeholders", record_id]
            place = Place(file, ("stakeholders", record_id, "part_of"))
            yield Finding(place, "circular-membership", {"value": record_id})
