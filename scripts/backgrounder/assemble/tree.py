"""A folder that holds a site, or held one, with what is known of its files."""

from __future__ import annotations

import os
import shutil
from collections.abc import Collection
from pathlib import Path

from backgrounder.ledger import Ledger, Written


class Tree:
    """A site in a folder; what the ledger does not know, or knows otherwise, is no part of it."""

    def __init__(self, folder: Path, ledger: Ledger, lost: Collection[str] | None = None) -> None:
        """``lost`` is what ``clear`` has given for this folder and this ledger, where it has been cleared already."""
        self.folder = folder
        self.ledger = ledger
        self._lost = lost

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
                        elif self._is_sound(f"{inner}{entry.name}", entry):
                            found += 1
                        elif inner or not entry.name.startswith("."):
                            return False
            except OSError:
                return False
        return found == len(self.ledger.files)

    def sound_files(self) -> dict[str, Written]:
        """What the folder holds that has not been touched; the rest is removed, hidden files as well."""
        lost = frozenset(self.clear() if self._lost is None else self._lost)
        return {path: written for path, written in self.ledger.files.items() if path not in lost}

    def clear(self) -> list[str]:
        """Removes what the ledger does not know or knows otherwise, hidden files as well, and gives those of its files
        that are not here."""
        sound: set[str] = set()
        waiting = [""]
        while waiting:
            inner = waiting.pop()
            with os.scandir(f"{self.folder}/{inner}") as entries:
                for entry in entries:
                    path = f"{inner}{entry.name}"
                    if entry.is_dir(follow_symlinks=False) and not entry.name.startswith("."):
                        waiting.append(f"{path}/")
                    elif self._is_sound(path, entry):
                        sound.add(path)
                    elif entry.is_dir(follow_symlinks=False):
                        shutil.rmtree(entry.path)
                    else:
                        Path(entry.path).unlink()
        return [path for path in self.ledger.files if path not in sound]

    def link_into(self, folder: Path) -> list[str]:
        """Links the files into a new folder, but those that have been touched or cannot be linked: these it gives."""
        lost: list[str] = []
        made: set[str] = set()
        for path, written in self.ledger.files.items():
            inner = path.rpartition("/")[0]
            try:
                if inner not in made:
                    os.makedirs(f"{folder}/{inner}", exist_ok=True)  # noqa: PTH103 - a Path for each takes as long
                    made.add(inner)
                if self.holds(path, written.key):
                    os.link(f"{self.folder}/{path}", f"{folder}/{path}", follow_symlinks=False)
                    continue
            except OSError:
                pass
            lost.append(path)
        return lost

    def _is_sound(self, path: str, entry: os.DirEntry[str]) -> bool:
        written = self.ledger.files.get(path)
        if written is None or not entry.is_file(follow_symlinks=False):
            return False
        found = entry.stat(follow_symlinks=False)
        return (found.st_size, found.st_mtime_ns) == (written.size, written.time)
