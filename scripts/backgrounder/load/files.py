"""Finds the content files and reads their text. Only regular files are opened.

A symlink, device or FIFO below ``briefs/`` is a diagnostic: a link could lead out of the project,
and a FIFO would make the build wait for ever.
"""

from __future__ import annotations

import stat
from collections.abc import Iterator
from pathlib import Path

import msgspec

from backgrounder.diagnostics.diagnostic import Diagnostic, diagnose
from backgrounder.spans import Span

MOST_BYTES = 256 * 1024
REGISTRY = "registry"
_LEFT_ALONE = {"archive", "evidence.lock", ".gitkeep", "README.md"}
"""What may lie in ``briefs/`` beside content."""


class ContentFile(msgspec.Struct, frozen=True):
    """A file's name, relative to the project folder, and its text."""

    name: str
    text: str
    in_registry: bool


def read_content(project: Path, briefs: Path) -> tuple[list[ContentFile], list[Diagnostic]]:
    """All content files in the order of their names, and what stands in the way of reading others."""
    files: list[ContentFile] = []
    problems: list[Diagnostic] = []
    for path, in_registry in _candidates(briefs):
        name = path.relative_to(project).as_posix()
        problem = _refusal(path, name)
        if problem:
            problems.append(problem)
            continue
        text = _read_text(path, name)
        if isinstance(text, Diagnostic):
            problems.append(text)
        else:
            files.append(ContentFile(name, text, in_registry))
    return files, problems


def _candidates(briefs: Path) -> Iterator[tuple[Path, bool]]:
    for path in _entries(briefs):
        if path.name == REGISTRY and path.is_dir() and not path.is_symlink():
            for record_file in _entries(path):
                yield record_file, True
        elif path.name not in _LEFT_ALONE:
            yield path, False


def _entries(folder: Path) -> list[Path]:
    """What lies in a folder, hidden files and editors' backups left out."""
    return sorted(
        path for path in folder.iterdir() if not path.name.startswith(".") and not path.name.endswith("~")
    )


def _refusal(path: Path, name: str) -> Diagnostic | None:
    mode = path.lstat().st_mode
    if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
        return diagnose(Span(name), "not-a-regular-file", what=_what_it_is(mode))
    if stat.S_ISDIR(mode) or path.suffix != ".yaml":
        return diagnose(Span(name), "misplaced-file", name=path.name)
    return None


def _what_it_is(mode: int) -> str:
    if stat.S_ISLNK(mode):
        return "a symbolic link"
    if stat.S_ISFIFO(mode):
        return "a named pipe"
    return "a socket" if stat.S_ISSOCK(mode) else "a device"


def _read_text(path: Path, name: str) -> str | Diagnostic:
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        return diagnose(Span(name), "unreadable-file", reason=error.strerror or str(error))
    if len(data) > MOST_BYTES:
        size = f"{path.stat().st_size:,} bytes"
        return diagnose(Span(name), "file-too-large", size=size, most=f"{MOST_BYTES:,} bytes")
    try:
        return data.decode("utf-8").removeprefix("\ufeff").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        span = _position(data, error.start, name)
        return diagnose(span, "not-utf8", byte=f"0x{data[error.start]:02x}", position=str(error.start + 1))


def _position(data: bytes, offset: int, name: str) -> Span:
    before = data[:offset].decode("utf-8").split("\n")
    line, column = len(before), len(before[-1]) + 1
    return Span(name, line, column, line, column + 1)
