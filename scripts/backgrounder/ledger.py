"""What earlier builds have worked out and made, and from what: kept beside the site, believed only where it holds.

A ledger that is damaged, or was written by another version of anything that has a part in a build, is an
empty one. What it says of a file holds while the file has the size and the time that it had when it was
written.
"""

from __future__ import annotations

import functools
import hashlib
import os
import sys
import sysconfig
from pathlib import Path

import msgspec

_SEAL = 32
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


def read_ledger(file: Path) -> Ledger:
    """The ledger in a file; an empty one where there is none that holds."""
    try:
        data = file.read_bytes()
    except OSError:
        return Ledger()
    seal, content = data[:_SEAL], memoryview(data)[_SEAL:]
    if _seal(content) != seal:
        return Ledger()
    try:
        return msgspec.msgpack.decode(content, type=Ledger)
    except msgspec.DecodeError:
        return Ledger()


def write_ledger(ledger: Ledger, file: Path) -> None:
    """Writes a ledger so that it is whole or not there. Raises OSError."""
    content = msgspec.msgpack.encode(ledger)
    aside = file.with_name(f".{file.name}.{os.getpid()}")
    with aside.open("wb") as stream:
        stream.write(_seal(content))
        stream.write(content)
    aside.replace(file)


def _seal(content: bytes | memoryview) -> bytes:
    return hashlib.blake2b(content, digest_size=_SEAL, key=version()).digest()


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
