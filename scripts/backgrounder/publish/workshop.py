"""The project's ignored folder: where a site is put together, and what later builds can use again."""

from __future__ import annotations

import fcntl
import os
import shutil
import time
import weakref
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import IO

from backgrounder.publish.ignored import IGNORED, create

FOLDER = ".backgrounder"
_DAY = 24 * 60 * 60

_held: weakref.WeakSet[IO[str]] = weakref.WeakSet()
"""The locks of this process. A process forked from it must not keep one when this is ended."""


def _let_go() -> None:
    for lock in list(_held):
        lock.close()


os.register_at_fork(after_in_child=_let_go)


class BusyError(Exception):
    """Another build is at work in this project."""


class Workshop:
    """Holds the folder for one build at a time; a holder that was killed holds it no more."""

    def __init__(self, project: Path) -> None:
        self._folder = project / FOLDER
        self.handouts = self._folder / "handouts"
        """Typeset handouts, named by what they were made from."""
        self.ledger = self._folder / "ledger"
        """What is known of the published site."""
        self.spare = self._folder / "spare"
        """The site before the last one: most of the next one is there already."""
        self.spare_ledger = self._folder / "spare-ledger"
        self.surveys = self._folder / "surveys"
        """What is known of briefs."""
        self.host_notes = self._folder / "host"
        """What the host knows of the project."""
        self.frame = self._folder / "frame"
        """What the host has made without the pages."""
        self._staging = self._folder / "staging"
        self.site = self._staging / "site"
        """Where a site is put together."""

    def prepare(self) -> None:
        """Makes the folder, which git ignores, so that what is found out can be kept in it. Raises OSError."""
        self._folder.mkdir(exist_ok=True)
        create(self._folder / IGNORED, "*\n")

    def __enter__(self) -> Workshop:
        """Raises BusyError at once where another build holds the folder."""
        self.prepare()
        self._lock = (self._folder / "lock").open("w")
        _held.add(self._lock)
        try:
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            self._lock.close()
            raise BusyError("another build is at work in this project") from error
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        shutil.rmtree(self._staging, ignore_errors=True)
        self._lock.close()

    def empty(self, folder: Path) -> Path:
        """One of the folders, new; what a killed build left there is removed."""
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        return folder

    @property
    def has_spare(self) -> bool:
        return self.spare.is_dir() and not self.spare.is_symlink()

    def take_spare(self) -> Path:
        """A folder to put a site together in: the spare one, or a new one."""
        self.empty(self.site)
        if self.has_spare:
            self.site.rmdir()
            self.spare.rename(self.site)
        return self.site

    def forget_handouts(self, wanted: Iterable[Path]) -> None:
        """Deletes handouts that neither this build wants nor one of the last day has made."""
        keep = set(wanted)
        for file in self.handouts.glob("*"):
            if file not in keep and file.stat().st_mtime < time.time() - _DAY:
                file.unlink(missing_ok=True)
