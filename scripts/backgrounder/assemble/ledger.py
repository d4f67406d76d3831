"""What the last build has made, and from what: kept beside the site, believed only where it holds.

A ledger that is damaged, or was written by another version, is an empty one. What it says of a file holds
while the file has the size and the time that it had when it was written.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

import msgspec

_DIGEST = 32


class Written(msgspec.Struct, frozen=True, array_like=True):
    """A file of the site."""

    key: bytes
    """What it was made from."""
    size: int
    time: int
    """When it was written, in nanoseconds."""


class Ledger(msgspec.Struct):
    """What is known of the published site."""

    files: dict[str, Written] = {}
    """By path on the site."""
    notes: dict[bytes, bytes] = {}
    """What was worked out beside the files, by what it was made from."""

    def holds(self, path: str, key: bytes, site: Path) -> bool:
        """Whether the file on the site is what is wanted, and has not been touched."""
        written = self.files.get(path)
        if not key or written is None or written.key != key:
            return False
        try:
            found = (site / path).lstat()
        except OSError:
            return False
        return (found.st_size, found.st_mtime_ns) == (written.size, written.time)


def read_ledger(file: Path, version: bytes) -> Ledger:
    """The ledger in a file, or an empty one."""
    try:
        data = file.read_bytes()
    except OSError:
        return Ledger()
    digest, content = data[:_DIGEST], data[_DIGEST:]
    if hashlib.sha256(version + content).digest() != digest:
        return Ledger()
    try:
        return msgspec.msgpack.decode(content, type=Ledger)
    except msgspec.DecodeError:
        return Ledger()


def write_ledger(ledger: Ledger, file: Path, version: bytes) -> None:
    """Writes a ledger so that it is whole or not there. Raises OSError."""
    content = msgspec.msgpack.encode(ledger)
    aside = file.with_name(f"{file.name}.new")
    aside.write_bytes(hashlib.sha256(version + content).digest() + content)
    aside.replace(file)


def digest(*parts: str | bytes) -> bytes:
    """What tells these parts, in this order, from any others."""
    found = hashlib.blake2b(digest_size=16)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        found.update(len(data).to_bytes(8, "little"))
        found.update(data)
    return found.digest()
