"""Keeps frames and settings of a project, for builds that would make the same again. Does without MkDocs.

A frame holds while the configuration, the hand-written pages, the project's own templates and the list of
our pages are the same, and so is every program that has a part in it. A project whose configuration reaches
out of its folder keeps none: what it depends on cannot be told from here.
"""

from __future__ import annotations

import contextlib
import os
import re
import shutil
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import msgspec

from backgrounder.assemble import Frame
from backgrounder.assemble.frame import Shell
from backgrounder.ledger import Ledger, digest, read_ledger, write_ledger
from backgrounder.render.site import Outline
from backgrounder.search import SearchPage
from backgrounder.settings import Settings

_REACHES_OUT = re.compile(r"\b(?:INHERIT|repo_url|edit_uri)\b|![\w<!]")
"""Other files, environment variables and Python: what they say may change without this file."""


class _Kept(msgspec.Struct, frozen=True):
    """What is kept of a frame beside its files."""

    folders: list[str]
    """What was read beside the configuration, relative to the project."""
    files: dict[str, bytes]
    shells: dict[str, Shell]
    written: list[SearchPage]


def frame_key(
    settings: Settings,
    config: str,
    folders: Iterable[str],
    outlines: Sequence[Outline],
    finished: Sequence[str],
    problems: str,
) -> bytes:
    """What a frame is made from, as a digest. Raises OSError."""
    pages = [f"{one.address} {one.nav_title} {one.has_headings}" for one in outlines]
    day = (settings.today.text, str(settings.with_drafts), problems)
    return digest(config, *pages, *finished, *day, *_contents(settings.project, folders))


def keep_frame(frame: Frame, key: bytes, folders: Sequence[str], folder: Path) -> None:
    """Notes beside a frame's files from what they were made."""
    kept = _Kept([*folders], frame.files, frame.shells, [*frame.written])
    with contextlib.suppress(OSError):
        write_ledger(Ledger(notes={b"key": key, b"frame": msgspec.msgpack.encode(kept)}), _note(folder))


def kept_frame(
    settings: Settings,
    config: str,
    outlines: Sequence[Outline],
    finished: Sequence[str],
    folder: Path,
    problems: str,
) -> Frame | None:
    """The frame in a folder, if it is what would be made now and its files are as they were written."""
    notes = read_ledger(_note(folder)).notes
    if b"frame" not in notes or reaches_out(config):
        return None
    kept = msgspec.msgpack.decode(notes[b"frame"], type=_Kept)
    try:
        key = frame_key(settings, config, kept.folders, outlines, finished, problems)
        is_same = key == notes[b"key"] and all(
            digest((folder / path).read_bytes()) == own for path, own in kept.files.items()
        )
    except OSError:
        return None
    return Frame(folder, kept.files, kept.shells, tuple(kept.written)) if is_same else None


def reaches_out(config: str) -> bool:
    """Whether a configuration makes use of what lies outside the project."""
    return bool(_REACHES_OUT.search(config))


def empty(folder: Path) -> Path:
    """A new folder in the place of an old one and of what is noted of it."""
    _note(folder).unlink(missing_ok=True)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def _note(folder: Path) -> Path:
    return folder.with_name(f"{folder.name}.note")


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
