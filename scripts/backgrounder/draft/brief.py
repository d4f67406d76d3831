"""Writes what was found as the YAML of a brief, all of it marked as draft."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from backgrounder.draft.findings import Figurehead, Findings
from backgrounder.evidence.library import SourceText
from backgrounder.intake.record import as_scalar
from backgrounder.load.ids import is_id, suggest_id
from backgrounder.model.placeholders import DRAFT, DRAFT_QUESTION
from backgrounder.settings import Settings


class DraftError(Exception):
    """The draft cannot be written; the message says why and what to do."""


class Drafted(NamedTuple):
    """What was written, and what was found."""

    written: tuple[Path, ...]
    findings: Findings
    unresolved: tuple[str, ...]
    """Dates that cannot be counted, because the day of publication is not known."""


def draft_brief(settings: Settings, source: SourceText, findings: Findings, slug: str, title: str) -> Drafted:
    """Writes ``briefs/<slug>.yaml``, and records of those whom the registry does not hold.

    Raises DraftError and OSError; never writes over a brief.
    """
    slug = slug or suggest_id(title or source.headline.text)[:60].strip("-")
    if not is_id(slug):
        raise DraftError(f"`{slug}` cannot be the name of a brief; write --slug {suggest_id(slug)}")
    path = settings.briefs / f"{slug}.yaml"
    if path.exists():
        raise DraftError(f"there is a brief `{slug}` already; choose another name with --slug")
    ids = _new_ids(findings.people)
    text = "".join(_brief(settings, path, source, findings, title, ids))
    written = [path]
    path.write_text(text, encoding="utf-8")
    new = [person for person in findings.people if not person.record_id]
    if new:
        registry = settings.briefs / "registry" / f"draft-{slug}.yaml"
        registry.parent.mkdir(exist_ok=True)
        registry.write_text("".join(_records(new, ids, source)), encoding="utf-8")
        written.append(registry)
    unresolved = tuple(f"“{item.phrase}” (p{item.paragraph})" for item in findings.moments if not item.date)
    return Drafted(tuple(written), findings, unresolved)


def _new_ids(people: Iterable[Figurehead]) -> dict[str, str]:
    return {person.name: person.record_id or suggest_id(person.name) for person in people}


def _brief(
    settings: Settings, path: Path, source: SourceText, findings: Findings, title: str, ids: dict[str, str]
) -> Iterator[str]:
    docs = settings.docs or settings.project / "docs"
    schema = Path(os.path.relpath(docs / "schemas" / "brief.json", path.parent)).as_posix()
    published = source.record.published
    as_of = (
        published.text
        if published and re.fullmatch(r"\d{4}-\d\d-\d\d", published.text)
        else settings.today.text
    )
    yield f"# yaml-language-server: $schema={schema}\n"
    yield f"# A draft from {source.id}. What stands between quotation marks is the source's; every text that\n"
    yield f"# starts with “{DRAFT}” is yours to write. Take out what the brief does not need.\n"
    yield f"title: {as_scalar(title or f'{DRAFT} “{source.headline.text}”')}\n"
    yield f"status: draft\nas_of: {as_of}\n"
    yield f'bottom_line: "{DRAFT} what a reader must know, in one short paragraph."\n'
    yield from _background(source, findings, ids)
    yield from _stakeholders(source, findings, ids)
    yield from _timeline(source, findings)
    yield from _questions(source, findings)


def _background(source: SourceText, findings: Findings, ids: dict[str, str]) -> Iterator[str]:
    if findings.quotes or findings.counts:
        yield "\nbackground:\n"
    if findings.quotes:
        yield "  - heading: Quotations\n    statements:\n"
    for quote in findings.quotes:
        by = quote.speaker or ids.get(quote.named, "")
        if not by:
            yield _statement(f"{DRAFT} who says “{quote.words}”?", source, quote.paragraph, quote.last)
            continue
        who = quote.named or by
        yield _statement(
            f"{DRAFT} say in your own words what is said here.", source, quote.paragraph, quote.last
        )
        yield (
            f"        quote:\n          words: {as_scalar(quote.words)}\n          by: {by} # {who}\n"
            if who != by
            else (f"        quote:\n          words: {as_scalar(quote.words)}\n          by: {by}\n")
        )
    if findings.counts:
        yield "  - heading: Figures\n    statements:\n"
    for count in findings.counts:
        yield _statement(f"{DRAFT} what does “{count.phrase}” count?", source, count.paragraph)


def _statement(text: str, source: SourceText, paragraph: int, last: int = 0) -> str:
    cited = [f"{source.id}#p{number}" for number in range(paragraph, max(paragraph, last) + 1)]
    cite = cited[0] if len(cited) == 1 else f"[{', '.join(cited)}]"
    return f"      - text: {as_scalar(text)}\n        cite: {cite}\n"


def _stakeholders(source: SourceText, findings: Findings, ids: dict[str, str]) -> Iterator[str]:
    if findings.people:
        yield "\nstakeholders:\n"
    for person in findings.people:
        called = f" The source writes “{person.title}”." if person.title else ""
        yield f"  - who: {ids[person.name]}\n"
        yield f"    role: {as_scalar(f'{DRAFT} what is their part in this matter?{called}')}\n"
        yield f"    cite: {source.id}#p{person.paragraph}\n"


def _timeline(source: SourceText, findings: Findings) -> Iterator[str]:
    dated = sorted(
        (item for item in findings.moments if item.date), key=lambda item: (item.date, item.paragraph)
    )
    if dated:
        yield "\ntimeline:\n"
    for moment in dated:
        yield f"  - date: {moment.date}\n"
        if moment.is_ahead:
            yield "    planned: true\n"
        question = "what is to happen?" if moment.is_ahead else "what happened?"
        yield f"    text: {as_scalar(f'{DRAFT} {question} The source says “{moment.phrase}”.')}\n"
        yield f"    cite: {source.id}#p{moment.paragraph}\n"


def _questions(source: SourceText, findings: Findings) -> Iterator[str]:
    if findings.prospects:
        yield "\nquestions:\n"
    for number, prospect in enumerate(findings.prospects, start=1):
        yield f'  - id: {DRAFT_QUESTION}{number}\n    ask: "{DRAFT} what will come of this?"\n    status: open\n'
        yield f'    why: "{DRAFT} why does it matter?"\n    known:\n'
        yield f"      - text: {as_scalar(f'{DRAFT} what is known? The source says “{prospect.sentence}”.')}\n"
        yield f"        cite: {source.id}#p{prospect.paragraph}\n"


def _records(people: Iterable[Figurehead], ids: dict[str, str], source: SourceText) -> Iterator[str]:
    yield f"# Found in {source.id}; a draft. Correct the records, and move them to the file where they belong.\n"
    yield "stakeholders:\n"
    for person in people:
        yield f"  {ids[person.name]}:\n    name: {as_scalar(person.name)}\n"
        yield f"    kind: {'person' if person.is_person else 'organisation'} # guessed\n"
        if person.title:
            yield f"    about: {as_scalar(f'{DRAFT} the source writes “{person.title}”.')}\n"
        yield f"    cite: {source.id}#p{person.paragraph}\n"
