"""Finds the content files and reads their text. Only regular files are opened.

A symlink, device or FIFO below ``briefs/`` or ``docs/`` is a diagnostic: a link could lead out of the
project, and a FIFO would make the build wait for ever.
"""

from __future__ import annotations

import codecs
import os
import stat
from collections.abc import Iterator, Mapping
from pathlib import Path

import msgspec

from backgrounder.diagnostics.diagnostic import Diagnostic, diagnose
from backgrounder.spans import Span

MOST_BYTES = 256 * 1024
REGISTRY = "registry"
_LEFT_ALONE = {"archive", "evidence.lock", "README.md"}
"""What may lie in ``briefs/`` beside content."""


class ContentFile(msgspec.Struct, frozen=True):
    """A file's name, relative to the project folder, and its text."""

    name: str
    text: str
    in_registry: bool

    @property
    def slug(self) -> str:
        return self.name.rpartition("/")[2].removesuffix(".yaml")


def read_content(
    project: Path, briefs: Path, instead: Mapping[str, str]
) -> tuple[list[ContentFile], list[ContentFile], list[Diagnostic]]:
    """All content files in the order of their names; those that cannot be read, without their text; and
    why they cannot. ``instead`` has texts that are read in place of what files of these names hold."""
    files: list[ContentFile] = []
    unread: list[ContentFile] = []
    problems: list[Diagnostic] = []
    start = str(project / "-")[:-1]  # as ``relative_to`` for each path would tell, at a tenth of its time
    for entry, in_registry in _candidates(briefs):
        name = _shown(entry.path.removeprefix(start).replace(os.sep, "/"))
        text = _refusal(entry, name) or (
            plain_text(instead[name]) if name in instead else _read_text(entry.path, name)
        )
        if isinstance(text, Diagnostic):
            problems.append(text)
            unread.append(ContentFile(name, "", in_registry))
        else:
            files.append(ContentFile(name, text, in_registry))
    return files, unread, problems


def odd_files(project: Path, folder: Path) -> list[Diagnostic]:
    """What is neither a regular file nor a folder in ``folder``, which others will read; or that cannot be
    listed. The locks that Emacs leaves beside a file it edits are no fault."""
    problems: list[Diagnostic] = []
    waiting = [folder]
    while waiting:
        path = waiting.pop()
        name = _shown(Path(os.path.relpath(path, project)).as_posix())
        try:
            mode = path.lstat().st_mode
            inside = list(path.iterdir()) if stat.S_ISDIR(mode) else []
        except OSError as error:
            problems.append(_unreadable(error, name))
            continue
        if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
            problems.append(diagnose(Span(name), "not-a-regular-file", what=_what_it_is(mode)))
        waiting += [item for item in inside if not item.name.startswith(".#")]
    return sorted(problems)


def _candidates(briefs: Path) -> Iterator[tuple[os.DirEntry[str], bool]]:
    for entry in _entries(str(briefs)):
        if entry.name != REGISTRY:
            yield entry, False
        elif entry.is_dir(follow_symlinks=False):
            yield from ((record_file, True) for record_file in _entries(entry.path))
        else:
            yield entry, True


def _entries(folder: str) -> list[os.DirEntry[str]]:
    """What lies in a folder, without hidden files, editors' backups, and what is left alone."""
    with os.scandir(folder) as entries:
        kept = [
            entry
            for entry in entries
            if not entry.name.startswith((".", "#"))
            and not entry.name.endswith("~")
            and entry.name not in _LEFT_ALONE
        ]
    return sorted(kept, key=lambda entry: entry.name)


def _shown(name: str) -> str:
    """A name that can be printed: a file's name may hold line breaks and bytes that are no text."""
    if name.isprintable():
        return name
    return "".join(character if character.isprintable() else "�" for character in name)


def _refusal(entry: os.DirEntry[str], name: str) -> Diagnostic | None:
    if entry.is_file(follow_symlinks=False) and name.endswith(".yaml") and "�" not in name:
        return None  # known from the folder, without asking for each file
    path = Path(entry.path)
    try:
        mode = path.lstat().st_mode
    except OSError as error:
        return _unreadable(error, name)
    if "�" in name:
        return diagnose(Span(name), "bad-file-name", name=name.rpartition("/")[2], suggestion="a-new-brief")
    if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
        return diagnose(Span(name), "not-a-regular-file", what=_what_it_is(mode))
    if stat.S_ISDIR(mode) or path.suffix != ".yaml":
        rename = path.suffix.lower() in (".yml", ".yaml") and not stat.S_ISDIR(mode)
        help_text = f"call it `{path.stem}.yaml`" if rename else ""
        return diagnose(Span(name), "misplaced-file", name=path.name, help=help_text)
    return None


def _unreadable(error: OSError, name: str) -> Diagnostic:
    return diagnose(Span(name), "unreadable-file", reason=error.strerror or str(error))


def _what_it_is(mode: int) -> str:
    if stat.S_ISLNK(mode):
        return "a symbolic link"
    if stat.S_ISFIFO(mode):
        return "a named pipe"
    return "a socket" if stat.S_ISSOCK(mode) else "a device"


def _read_text(path: str, name: str) -> str | Diagnostic:
    try:
        mode, size, data = _read_bytes(path)
    except OSError as error:
        return _unreadable(error, name)
    if not stat.S_ISREG(mode):
        return diagnose(Span(name), "not-a-regular-file", what=_what_it_is(mode))
    if size > MOST_BYTES:
        most = f"{MOST_BYTES // 1024} KiB"
        return diagnose(Span(name), "file-too-large", size=f"{-(-size // 1024):,} KiB", most=most)
    if _looks_like_utf16(data):
        return diagnose(Span(name), "not-utf8", found="it looks like UTF-16")
    try:
        return plain_text(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        span = _position(data, error.start, name)
        found = f"byte 0x{data[error.start]:02x} at position {error.start + 1}"
        return diagnose(span, "not-utf8", found=found)


def _read_bytes(path: str) -> tuple[int, int, bytes]:
    """The mode, the size and the content of a file; no content of one that is not regular or too large.

    It may have been put in the place of a checked one as a link or a pipe since. Raises OSError.
    """
    file = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
    try:
        status = os.fstat(file)
        size, data = status.st_size, b""
        if stat.S_ISREG(status.st_mode) and size <= MOST_BYTES:
            while len(data) <= MOST_BYTES and (more := os.read(file, max(size - len(data), 0) + 1)):
                data += more
        return status.st_mode, max(size, len(data)), data
    finally:
        os.close(file)


def plain_text(raw: str) -> str:
    """The text of a file as every later stage counts in it: no byte-order mark, line feeds alone."""
    text = raw.removeprefix("\ufeff")
    return text.replace("\r\n", "\n") if "\r" in text else text  # to find none takes a tenth of the time


def _looks_like_utf16(data: bytes) -> bool:
    """Whether the file has the byte-order mark of UTF-16, or starts with small letters in it."""
    return data[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE) or (data[:1] != b"\0") != (
        data[1:2] != b"\0"
    )


def _position(data: bytes, offset: int, name: str) -> Span:
    before = data[:offset].decode("utf-8").split("\n")
    line, column = len(before), len(before[-1]) + 1
    return Span(name, line, column, line, column + 1)
