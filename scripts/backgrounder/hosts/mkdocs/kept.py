"""Keeps frames and settings of a project, for builds that would make the same again. Does without MkDocs.

Settings hold while the configuration is the same; a frame, while the hand-written pages, the project's own
templates and the list of our pages are the same too; and both, while every program that has a part in them
is. A project whose configuration reaches out of its folder keeps neither: what they depend on cannot be told
from here.
"""

from __future__ import annotations

import contextlib
import datetime
import os
import re
import shutil
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec

from backgrounder.assemble import Frame, Shell
from backgrounder.ledger import Ledger, digest, read_ledger, write_ledger
from backgrounder.model.dates import DateError, Day, parse_day
from backgrounder.publish import Workshop
from backgrounder.render.site import Outline
from backgrounder.search import SearchPage
from backgrounder.settings import Settings

_REACHES_OUT = re.compile(r"\b(?:INHERIT|repo_url|edit_uri)\b|![\w<!]")
"""Other files, environment variables and Python: what they say may change without this file."""


class _KeptFrame(msgspec.Struct, frozen=True):
    """What is kept of a frame beside its files."""

    key: bytes
    folders: list[str]
    """What was read beside the configuration, relative to the project."""
    files: dict[str, bytes]
    shells: dict[str, Shell]
    written: list[SearchPage]


class Kept:
    """What is kept of one project."""

    def __init__(self, project: Path, config: Path) -> None:
        """``config`` is the file of its configuration. Raises OSError where that cannot be read."""
        self._project = project
        self._config = config.read_bytes()
        self._may = not _REACHES_OUT.search(self._config.decode("utf-8", "replace"))
        self._notes = Workshop(project).host_notes

    def settings(self, today: str | None) -> Settings | None:
        """The settings, if they are known; ``today`` is the day to count from."""
        key = digest(b"settings", str(self._project), self._config)
        note = read_ledger(self._notes).notes.get(key) if self._may else None
        if note is None:
            return None
        settings: Settings = msgspec.convert(
            msgspec.msgpack.decode(note), Settings, dec_hook=_made, strict=False
        )
        if not all(folder.is_dir() for folder in (settings.briefs, settings.docs) if folder):
            return None
        if today:
            try:
                return msgspec.structs.replace(settings, today=parse_day(today), today_is_fixed=True)
            except DateError:
                return None
        if settings.today_is_fixed:
            return settings
        return msgspec.structs.replace(settings, today=Day(datetime.date.today().isoformat()))

    def keep_settings(self, settings: Settings) -> None:
        """Notes the settings, where a build has made a place for notes."""
        if self._may and self._notes.parent.is_dir():
            plain = msgspec.to_builtins(settings, enc_hook=str)
            self._note(digest(b"settings", str(self._project), self._config), msgspec.msgpack.encode(plain))

    def frame(
        self,
        settings: Settings,
        outlines: Sequence[Outline],
        finished: Sequence[str],
        folder: Path,
        problems: str,
    ) -> Frame | None:
        """The frame in a folder, if it is what would be made now and its files are as they were written."""
        note = read_ledger(self._notes).notes.get(self._frame_note(folder)) if self._may else None
        if note is None:
            return None
        kept = msgspec.msgpack.decode(note, type=_KeptFrame)
        try:
            key = self._frame_key(settings, kept.folders, outlines, finished, problems)
            is_same = key == kept.key and all(
                digest((folder / path).read_bytes()) == own for path, own in kept.files.items()
            )
        except OSError:
            return None
        return Frame(folder, kept.files, kept.shells, tuple(kept.written)) if is_same else None

    def keep_frame(
        self,
        frame: Frame,
        settings: Settings,
        outlines: Sequence[Outline],
        finished: Sequence[str],
        folders: Sequence[str],
        problems: str,
    ) -> None:
        """Notes from what a frame was made; ``folders`` are those of the project that were read."""
        if self._may:
            key = self._frame_key(settings, folders, outlines, finished, problems)
            kept = _KeptFrame(key, [*folders], frame.files, frame.shells, [*frame.written])
            self._note(self._frame_note(frame.folder), msgspec.msgpack.encode(kept))

    def empty(self, folder: Path) -> None:
        """Makes room for a new frame; what was there is forgotten first."""
        self._note(self._frame_note(folder), None)
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)

    def _frame_note(self, folder: Path) -> bytes:
        """What the frame in a folder is noted under; the same where the whole project is moved."""
        return os.path.relpath(folder, self._notes.parent).encode()

    def _frame_key(
        self,
        settings: Settings,
        folders: Iterable[str],
        outlines: Sequence[Outline],
        finished: Sequence[str],
        problems: str,
    ) -> bytes:
        """From what a frame is made, as a digest. Raises OSError."""
        pages = [f"{one.address} {one.nav_title} {one.has_headings}" for one in outlines]
        day = (settings.today.text, str(settings.with_drafts), problems)
        return digest(self._config, *pages, *finished, *day, *_contents(self._project, folders))

    def _note(self, key: bytes, note: bytes | None) -> None:
        notes = read_ledger(self._notes).notes
        if note is None:
            notes.pop(key, None)
        else:
            notes[key] = note
        with contextlib.suppress(OSError):
            write_ledger(Ledger(notes=notes), self._notes)


def _made(kind: type, value: Any) -> Any:
    """What ``msgspec`` has no way to make."""
    return kind(value)


def _contents(project: Path, folders: Iterable[str]) -> Iterator[str | bytes]:
    """The paths and contents of all files in some folders of a project."""
    for name in sorted(folders):
        seen: set[str] = set()
        for folder, inner, names in os.walk(project / name, followlinks=True):
            seen.add(os.path.realpath(folder))
            inner[:] = [one for one in sorted(inner) if os.path.realpath(Path(folder, one)) not in seen]
            for file in sorted(names):
                path = Path(folder, file)
                yield path.relative_to(project).as_posix()
                yield path.read_bytes()
