"""The files and folders that a command is asked to look at.

The whole corpus is always checked, because briefs depend on each other; paths choose what is shown.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from backgrounder.cli.common import USAGE, fail


def wanted_names(paths: Iterable[Path], project: Path) -> dict[str, Path]:
    """Each path by what messages call it; ends the command where one does not exist or lies elsewhere."""
    wanted: dict[str, Path] = {}
    for path in paths:
        if not os.path.lexists(path):
            fail(f"there is no {path}{_hint(path, project)}", USAGE)
        name = _name(path, project)
        if name is None:
            fail(f"{path} is not in the project {project}", USAGE)
        wanted[name] = path
    return wanted


def require_content(wanted: dict[str, Path], names: Iterable[str]) -> None:
    """Ends the command where a path holds none of the files that there are."""
    known = list(names)
    for name, path in wanted.items():
        if not any(is_wanted(file, [name]) for file in known):
            fail(f"no brief or registry file is in {path}", USAGE)


def is_wanted(file: str, wanted: Iterable[str]) -> bool:
    """Whether a file is one of those wanted, or lies below one; where none is named, all are."""
    places = list(wanted)
    return not places or any(place in (".", file) or file.startswith(f"{place}/") for place in places)


def _name(path: Path, project: Path) -> str | None:
    """The path from the project's folder; that of a link itself rather than of what it leads to."""
    itself = path.resolve() if path.name in ("", "..") else path.absolute().parent.resolve() / path.name
    for place in (itself, path.resolve()):
        if place.is_relative_to(project):
            return place.relative_to(project).as_posix()
    return None


def _hint(path: Path, project: Path) -> str:
    is_there = not path.is_absolute() and os.path.lexists(project / path)
    return f" here; write {os.path.relpath(project / path)}" if is_there else ""
