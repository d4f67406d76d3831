"""Reads and writes the files of the archive."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import msgspec

from backgrounder.diagnostics.diagnostic import Diagnostic, diagnose
from backgrounder.model.archived import ArchivedText
from backgrounder.model.kinds import ID_PATTERN
from backgrounder.patterns import late_pattern
from backgrounder.spans import Span

FOLDER = "archive"
MOST_BYTES = 4 * 1024 * 1024

_NAME = late_pattern(rf"(?P<source>{ID_PATTERN})\.txt")

_NOT_FOR_GIT = """\
# These texts are other people's copyright. A private desk that wants to keep them with its briefs
# deletes this file.
*
"""


class ArchiveError(Exception):
    """A text cannot be kept; the message says why."""


class Archive(msgspec.Struct, frozen=True):
    """The texts that the desk holds, by the id of their source."""

    texts: dict[str, ArchivedText] = {}
    older: dict[str, ArchivedText] = {}
    """The versions before these that were asked for."""
    diagnostics: tuple[Diagnostic, ...] = ()
    """What is wrong with files of the archive."""


def read_archive(
    project: Path, briefs: Path, sources: Iterable[str], compared: Mapping[str, str] | None = None
) -> Archive:
    """The archived texts of these sources; a source without one is left out.

    ``compared`` has the version of each source that was last compared; where it is not the newest, it is
    read as well, if it is there. A project without an archive, such as a public clone, gives an empty one.
    """
    folder = briefs / FOLDER
    wanted = set(sources)
    texts: dict[str, ArchivedText] = {}
    problems: list[Diagnostic] = []
    for path, source in _files(folder):
        if source in wanted:
            name = path.relative_to(project).as_posix()
            found = _read(path, name, source)
            if isinstance(found, Diagnostic):
                problems.append(found)
            else:
                texts[source] = found
    older: dict[str, ArchivedText] = {}
    for source, version in (compared or {}).items():
        path = folder / f"{source}@{version}.txt"
        if source in texts and texts[source].version != version and path.is_file():
            found = _read(path, path.relative_to(project).as_posix(), source)
            if isinstance(found, ArchivedText):
                older[source] = found
    return Archive(texts, older, tuple(problems))


def parse_archived(text: str, file: str, source: str) -> ArchivedText:
    """The text in a file of the archive; every line that is not empty is a paragraph."""
    title, paragraphs, lines = "", [], []
    for number, raw in enumerate(text.removeprefix("\ufeff").split("\n"), start=1):
        line = " ".join(raw.split())
        if line.startswith("# ") and not title and not paragraphs:
            title = line[2:]
        elif line:
            paragraphs.append(line)
            lines.append(number)
    return ArchivedText(source, file, title, tuple(paragraphs), tuple(lines))


def as_file(title: str, paragraphs: Iterable[str]) -> str:
    """How a text is written to the archive."""
    blocks = [f"# {title}", *paragraphs] if title else list(paragraphs)
    return "\n\n".join(blocks) + "\n"


def keep(briefs: Path, source: str, title: str, paragraphs: Iterable[str]) -> ArchivedText | None:
    """Writes a source's text into the archive and gives the version it takes the place of, if there is one.

    The older version stays beside it under a name of its own. Raises OSError and ArchiveError.
    """
    folder = briefs / FOLDER
    if not folder.exists():
        folder.mkdir()
        (folder / ".gitignore").write_text(_NOT_FOR_GIT, encoding="utf-8")
    path = folder / f"{source}.txt"
    older = None
    if path.exists():
        found = _read(path, path.name, source)
        if isinstance(found, Diagnostic):
            raise ArchiveError(f"{path.name} cannot be read: {found.message}")
        older = found
        (folder / f"{source}@{older.version}.txt").write_bytes(path.read_bytes())
    aside = folder / f".{source}.txt.new"
    aside.write_text(as_file(title, paragraphs), encoding="utf-8")
    aside.replace(path)
    return older


def _files(folder: Path) -> Iterator[tuple[Path, str]]:
    """The files that hold the newest text of a source."""
    if folder.is_symlink() or not folder.is_dir():
        return
    for path in sorted(folder.iterdir()):
        if found := _NAME.fullmatch(path.name):
            yield path, found["source"]


def _read(path: Path, name: str, source: str) -> ArchivedText | Diagnostic:
    try:
        if not stat.S_ISREG(path.lstat().st_mode):
            return diagnose(Span(name), "not-a-regular-file", what="something else than a file of text")
        with open(path, "rb", opener=_open_nothing_else) as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        return diagnose(Span(name), "unreadable-file", reason=error.strerror or str(error))
    if len(data) > MOST_BYTES:
        most = f"{MOST_BYTES // 1024} KiB"
        return diagnose(Span(name), "file-too-large", size=f"more than {most}", most=most)
    try:
        return parse_archived(data.decode("utf-8").replace("\r\n", "\n"), name, source)
    except UnicodeDecodeError as error:
        return diagnose(Span(name), "not-utf8", found=f"a byte at position {error.start + 1}")


def _open_nothing_else(path: str, flags: int) -> int:
    """Opens a file that has not been put in the place of a checked one as a link or a pipe since."""
    return os.open(path, flags | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
