"""A folder that holds a site, or held one, with what is known of its files."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from backgrounder.ledger import Ledger, Written


class Tree:
    """A site in a folder; what the ledger does not know, or knows otherwise, is no part of it."""

    def __init__(self, folder: Path, ledger: Ledger) -> None:
        self.folder = folder
        self.ledger = ledger

    def holds(self, path: str, key: bytes) -> bool:
        """Whether a file is what is wanted, and has not been touched since it was written."""
        written = self.ledger.files.get(path)
        if not key or written is None or written.key != key:
            return False
        try:
            found = os.lstat(f"{self.folder}/{path}")
        except OSError:
            return False
        return (found.st_size, found.st_mtime_ns) == (written.size, written.time)

    def is_sound(self) -> bool:
        """Whether the folder holds what the ledger knows, untouched, and nothing else but hidden files at its top."""
        found = 0
        waiting = [""]
        while waiting:
            inner = waiting.pop()
            try:
                with os.scandir(f"{self.folder}/{inner}") as entries:
                    for entry in entries:
                        if entry.is_dir(follow_symlinks=False) and not entry.name.startswith("."):
                            waiting.append(f"{inner}{entry.name}/")
                        elif self._sound(f"{inner}{entry.name}", entry) is not None:
                            found += 1
                        elif inner or not entry.name.startswith("."):
                            return False
            except OSError:
                return False
        return found == len(self.ledger.files)

    def sound_files(self) -> dict[str, Written]:
        """What the folder holds that has not been touched; the rest is removed, hidden files as well."""
        sound: dict[str, Written] = {}
        waiting = [""]
        while waiting:
            inner = waiting.pop()
            with os.scandir(f"{self.folder}/{inner}") as entries:
                for entry in entries:
                    path = f"{inner}{entry.name}"
                    if entry.is_dir(follow_symlinks=False) and not entry.name.startswith("."):
                        waiting.append(f"{path}/")
                    elif (written := self._sound(path, entry)) is not None:
                        sound[path] = written
                    elif entry.is_dir(follow_symlinks=False):
                        shutil.rmtree(entry.path)
                    else:
                        Path(entry.path).unlink()
        return sound

    def _sound(self, path: str, entry: os.DirEntry[str]) -> Written | None:
        written = self.ledger.files.get(path)
        if written is None or not entry.is_file(follow_symlinks=False):
            return None
        found = entry.stat(follow_symlinks=False)
        return written if (found.st_size, found.st_mtime_ns) == (written.size, written.time) else None
