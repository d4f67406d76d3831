"""What earlier builds have worked out and made, and from what: kept beside the site, believed only where it holds.

A ledger that is damaged, or was written by another version of anything that has a part in a build, is an
empty one. What it says of a file holds while the file has the size and the time that it had when it was
written.
"""

from __future__ import annotations

import contextlib
import functools
import hashlib
import os
import sys
import sysconfig
import threading
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypeVar

import msgspec

_Kind = TypeVar("_Kind")

_SEAL = 32
_MUCH = 8
"""A ledger is written anew where its changed notes are longer than this part of it."""
_PACKAGE = str(Path(__file__).parent)
_FONTS = (".ttf", ".woff2")
"""Nine tenths of the bytes of the package; one that is another has another size."""


class Written(msgspec.Struct, frozen=True, array_like=True):
    """A file of the site."""

    key: bytes
    """What it was made from."""
    size: int
    time: int
    """When it was written, in nanoseconds."""


class Ledger(msgspec.Struct):
    """What is known of earlier work."""

    files: dict[str, Written] = {}
    """The files of the published site, by their paths there."""
    notes: dict[bytes, bytes] = {}
    """What was worked out, by a digest of what it was made from."""


class Kept(msgspec.Struct, frozen=True):
    """A ledger as it is kept in a file, to which changes can be noted."""

    seal: bytes = b""
    size: int = 0
    """In bytes."""
    ledger: Ledger = msgspec.field(default_factory=Ledger)


class _Changes(msgspec.Struct, frozen=True):
    """What makes another ledger of one that is kept."""

    seal: bytes
    """Of the one that is kept."""
    files: dict[str, Written]
    notes: dict[bytes, bytes]
    lost_files: list[str]
    lost_notes: list[bytes]


def read_ledger(file: Path) -> Ledger:
    """The ledger in a file; an empty one where there is none that holds."""
    return _opened(_sound(file), _sound(_beside(file)))[0]


class Reading:
    """A ledger that another thread reads meanwhile, which takes most of its time to see whether it is sound."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._read: list[tuple[bytes, memoryview]] = []
        version()
        self._thread = threading.Thread(target=self._read_all)
        self._thread.start()

    def wait(self) -> None:
        """Waits until the thread is done."""
        self._thread.join()

    def end(self) -> tuple[Ledger, Kept]:
        """The ledger and what it is kept as, for ``write_changes``; both empty where there is none that holds."""
        self.wait()
        read, self._read = self._read, []
        return _opened(*read)

    def _read_all(self) -> None:
        self._read = [_sound(self._file), _sound(_beside(self._file))]


class Writing:
    """Changes to a ledger that another thread writes meanwhile; where that fails, the old one stays."""

    def __init__(self, ledger: Ledger, file: Path, kept: Kept) -> None:
        self._thread = threading.Thread(target=self._write, args=(ledger, file, kept))
        self._thread.start()

    def end(self) -> None:
        """Waits until the thread is done."""
        self._thread.join()

    def _write(self, ledger: Ledger, file: Path, kept: Kept) -> None:
        with contextlib.suppress(OSError):
            write_changes(ledger, file, kept)


def write_ledger(ledger: Ledger, file: Path) -> None:
    """Writes a ledger so that it is whole or not there. Raises OSError."""
    _write(_pieces(ledger), file)


def write_changes(ledger: Ledger, file: Path, kept: Kept) -> None:
    """The same, where what is kept in the file is known: of a ledger that is much the same only what is not.

    Raises OSError.
    """
    files, notes = kept.ledger.files, kept.ledger.notes
    changed = {key: note for key, note in ledger.notes.items() if notes.get(key) != note}
    if sum(map(len, changed.values())) >= kept.size // _MUCH:
        write_ledger(ledger, file)
        return
    changes = _Changes(
        kept.seal,
        {path: one for path, one in ledger.files.items() if files.get(path) != one},
        changed,
        [*(files.keys() - ledger.files.keys())],
        [*(notes.keys() - ledger.notes.keys())],
    )
    _write([msgspec.msgpack.encode(changes)], _beside(file))


def _opened(whole: tuple[bytes, memoryview], beside: tuple[bytes, memoryview]) -> tuple[Ledger, Kept]:
    seal, content = whole
    kept = _decoded(content, Ledger)
    if kept is None:
        return Ledger(), Kept()
    more = _decoded(beside[1], _Changes)
    now = _changed(kept, more) if more and more.seal == seal else Ledger({**kept.files}, {**kept.notes})
    return now, Kept(seal, len(content), kept)


def _changed(kept: Ledger, more: _Changes) -> Ledger:
    files, notes = {**kept.files, **more.files}, {**kept.notes, **more.notes}
    for path in more.lost_files:
        files.pop(path, None)
    for key in more.lost_notes:
        notes.pop(key, None)
    return Ledger(files, notes)


def _beside(file: Path) -> Path:
    """Where the changes to a ledger are kept."""
    return file.with_name(f"{file.name}-changes")


def _pieces(ledger: Ledger) -> Iterator[bytes]:
    """A ledger as MessagePack; in one piece it would need as much memory again."""
    encode = msgspec.msgpack.encode
    yield b"\x82" + encode("files") + encode(ledger.files)
    yield encode("notes") + b"\xdf" + len(ledger.notes).to_bytes(4, "big")
    for key, note in ledger.notes.items():
        yield encode(key) + encode(note)


def _write(pieces: Iterable[bytes], file: Path) -> None:
    aside = file.with_name(f".{file.name}.{os.getpid()}")
    seal = _sealing()
    with aside.open("wb") as stream:
        stream.write(bytes(_SEAL))
        for piece in pieces:
            seal.update(piece)
            stream.write(piece)
        stream.seek(0)
        stream.write(seal.digest())
    aside.replace(file)


def _sound(file: Path) -> tuple[bytes, memoryview]:
    """The seal and the content of a file; nothing where they do not belong together."""
    try:
        data = file.read_bytes()
    except OSError:
        return b"", memoryview(b"")
    seal, content = data[:_SEAL], memoryview(data)[_SEAL:]
    return (seal, content) if _seal(content) == seal else (b"", memoryview(b""))


def _decoded(content: memoryview, kind: type[_Kind]) -> _Kind | None:
    try:
        return msgspec.msgpack.decode(content, type=kind)
    except msgspec.DecodeError:
        return None


def _seal(content: memoryview) -> bytes:
    return _sealing(content).digest()


def _sealing(content: bytes | memoryview = b"") -> hashlib.blake2b:
    return hashlib.blake2b(content, digest_size=_SEAL, key=version())


@functools.cache
def version() -> bytes:
    """What tells this program, the packages beside it and Python from any others."""
    parts: list[str | bytes] = [sys.version]
    for folder, folders, names in os.walk(_PACKAGE):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        for name in sorted(names):
            path = f"{folder}{os.sep}{name}"
            parts.append(path.removeprefix(_PACKAGE))
            parts.append(str(Path(path).stat().st_size) if name.endswith(_FONTS) else _content(path))
    packages = Path(sysconfig.get_paths()["purelib"]).iterdir()
    parts += sorted(path.name for path in packages)  # their names have the versions in them
    return digest(*parts)


def _content(path: str) -> bytes:
    with open(path, "rb", buffering=0) as file:  # noqa: PTH123 - of hundreds; a Path takes as long as reading one
        return file.read()


def digest(*parts: str | bytes) -> bytes:
    """What tells these parts, in this order, from any others."""
    found = hashlib.blake2b(digest_size=16)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        found.update(len(data).to_bytes(8, "little"))
        found.update(data)
    return found.digest()
