"""Adds a document to the archive and the registry, and tells what was done."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import msgspec

from backgrounder.archive import FOLDER, keep, parse_archived
from backgrounder.intake import guesses
from backgrounder.intake.document import Document, IntakeError
from backgrounder.intake.normal import Paragraphs, paragraphs, typeset
from backgrounder.intake.record import Line, record_text, with_count, write_record
from backgrounder.load.ids import is_id, suggest_id
from backgrounder.model.archived import ArchivedText
from backgrounder.model.dates import DateError, parse_edtf
from backgrounder.model.languages import UNDETERMINED
from backgrounder.model.placeholders import NOT_KNOWN
from backgrounder.model.registry import Source

_KINDS = {"text": "article", "html": "article", "markdown": "article", "pdf": "report"}


class Given(msgspec.Struct, frozen=True, kw_only=True):
    """What the desk says of a document, which counts more than what the document shows."""

    id: str = ""
    url: str = ""
    published: str = ""
    title: str = ""
    publisher: str = ""
    language: str = ""
    kind: str = ""


class Added(msgspec.Struct, frozen=True, kw_only=True):
    """What came of it."""

    source: str
    text: ArchivedText
    blocks: int
    """How many passages the document had."""
    repeats: tuple[tuple[int, int], ...]
    """Each dropped passage: where it stood, and the paragraph that it repeats."""
    lines: tuple[Line, ...] = ()
    """The fields of the new record; empty where the registry had one."""
    missing: tuple[str, ...] = ()
    """Fields that nothing was found for."""
    older: ArchivedText | None = None
    """The version that the new text takes the place of."""
    is_new: bool = True
    """False where exactly this text was there already."""
    written: tuple[Path, ...] = ()


def add_source(
    project: Path,
    briefs: Path,
    document: Document,
    given: Given,
    known: Mapping[str, Source],
    files: Mapping[str, str],
) -> Added:
    """Imports a document. ``known`` are the sources in the registry, ``files`` the file that holds each.

    The same text again changes nothing. Raises IntakeError, ArchiveError and OSError.
    """
    if document.blocks and (author := guesses.byline(document.blocks[0])):
        author = document.author or author
        document = msgspec.structs.replace(document, blocks=document.blocks[1:], author=author)
    title = typeset(given.title or document.title)
    tidy = paragraphs(document.blocks, title)
    if not tidy.kept:
        raise IntakeError("there is no text in it")
    lines = _lines(document, given, title, tidy)
    source = given.id or _id(lines)
    if not is_id(source):
        raise IntakeError(f"`{source}` cannot be an id; write --id {suggest_id(source)}")
    if source in known:
        return _renewed(project, briefs, source, known[source], files[source], title, tidy, document)
    return _new(project, briefs, source, title, tidy, document, lines)


def _new(
    project: Path,
    briefs: Path,
    source: str,
    title: str,
    tidy: Paragraphs,
    document: Document,
    lines: list[Line],
) -> Added:
    filled = [line for line in lines if line.value]
    missing = tuple(line.field for line in lines if not line.value)
    required = {"title": source, "publisher": NOT_KNOWN, "language": UNDETERMINED}
    filled += [Line(field, required[field], is_found=False) for field in missing if field in required]
    older = keep(briefs, source, title, tidy.kept)
    order = list(Source.__struct_fields__)
    filled.sort(key=lambda line: order.index(line.field))
    path = write_record(briefs, record_text(source, filled))
    return Added(
        source=source,
        text=_text(project, briefs, source, title, tidy),
        blocks=len(document.blocks),
        repeats=tidy.repeats,
        lines=tuple(filled),
        missing=missing,
        older=older,
        written=(_archived(briefs, source), path),
    )


def _renewed(
    project: Path,
    briefs: Path,
    source: str,
    record: Source,
    file: str,
    title: str,
    tidy: Paragraphs,
    document: Document,
) -> Added:
    """Another import of a source that the registry has; its record stays but for the count of paragraphs."""
    text = _text(project, briefs, source, title or record.title, tidy)
    path = _archived(briefs, source)
    added = Added(source=source, text=text, blocks=len(document.blocks), repeats=tidy.repeats, is_new=False)
    if path.is_file() and _same(path, text):
        return added
    older = keep(briefs, source, title or record.title, tidy.kept)
    written = [path]
    if record.paragraphs not in (None, len(tidy.kept)):
        registry = project / file
        new = with_count(registry.read_text(encoding="utf-8"), source, len(tidy.kept))
        if new is not None:
            registry.write_text(new, encoding="utf-8")
            written.append(registry)
    return msgspec.structs.replace(added, older=older, is_new=True, written=tuple(written))


def _same(path: Path, text: ArchivedText) -> bool:
    there = parse_archived(path.read_text(encoding="utf-8"), text.file, text.source)
    return there.version == text.version


def _text(project: Path, briefs: Path, source: str, title: str, tidy: Paragraphs) -> ArchivedText:
    name = _archived(briefs, source).relative_to(project).as_posix()
    return ArchivedText(source, name, title, tidy.kept, tuple(range(len(tidy.kept))))


def _archived(briefs: Path, source: str) -> Path:
    return briefs / FOLDER / f"{source}.txt"


def _lines(document: Document, given: Given, title: str, tidy: Paragraphs) -> list[Line]:
    """The fields of a new record, empty where nothing is known. Raises IntakeError for a bad date."""
    url = given.url or document.url
    if url and not re.match(r"https?://[^\s/]+", url):
        raise IntakeError(f"`{url}` is no address; it starts with https:// or http://")
    from_title = "" if given.title else "the metadata" if document.form != "text" else "the first line"
    return [
        Line("title", title, from_title if title else ""),
        Line("kind", given.kind or _KINDS[document.form], "" if given.kind else "the form of the document"),
        _publisher(document, given, url),
        Line("author", document.author, "the start of the document" if document.author else ""),
        _guessed("dateline", guesses.dateline(tidy.kept), "the start of the text"),
        _published(document, given),
        Line("url", url, "" if given.url or not url else "the page"),
        _language(document, given, tidy),
        Line("paragraphs", str(len(tidy.kept))),
    ]


def _guessed(field: str, value: str, source: str) -> Line:
    return Line(field, value, source if value else "")


def _publisher(document: Document, given: Given, url: str) -> Line:
    if given.publisher:
        return Line("publisher", given.publisher)
    if document.publisher:
        return Line("publisher", document.publisher, "the page")
    return _guessed("publisher", guesses.publisher(url, given.id), "the address" if url else "the id")


def _published(document: Document, given: Given) -> Line:
    if given.published:
        try:
            return Line("published", parse_edtf(given.published).text)
        except DateError as error:
            raise IntakeError(f"--published: {error}") from None
    if document.published:
        return Line("published", document.published, "the metadata")
    return _guessed("published", guesses.published(document.blocks), "a line of the text")


def _language(document: Document, given: Given, tidy: Paragraphs) -> Line:
    if given.language:
        return Line("language", given.language)
    if re.fullmatch(r"[a-zA-Z]{2,3}(?:-[\w-]+)?", document.language):
        return Line("language", document.language.split("-")[0].lower(), "the page")
    return _guessed("language", guesses.language(tidy.kept), "the words")


def _id(lines: list[Line]) -> str:
    values = {line.field: line.value for line in lines}
    found = guesses.source_id(values["publisher"], values["published"], values["title"])
    if not found:
        raise IntakeError("no id could be made of it; give one with --id, such as --id daily-2021-07-22")
    return found
