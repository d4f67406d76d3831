"""Keeps what a build makes out of git, where nobody has said yet what git is to ignore.

The working folder ignores itself. The published folder cannot: a ``.gitignore`` in it would be published too, and
hosts that take a site by way of a git branch would publish nothing. So a project without a ``.gitignore`` gets
one; a project that has one is the desk's own business.
"""

from __future__ import annotations

import contextlib
from pathlib import Path

IGNORED = ".gitignore"


def ignore_what_is_made(project: Path, site: Path, folder: str) -> Path | None:
    """Writes the ``.gitignore`` of a project that has none, and returns it; None where there is one.

    ``folder`` is the name of the working folder.
    """
    made = [folder, ".venv"]
    if site.is_relative_to(project):
        made.insert(1, site.relative_to(project).as_posix())
    file = project / IGNORED
    return file if create(file, "".join(f"/{name}/\n" for name in made)) else None


def is_in_git(project: Path) -> bool:
    """Whether a project lies in a work tree of git."""
    return any((folder / ".git").exists() for folder in (project, *project.parents))


def create(file: Path, text: str) -> bool:
    """Writes a file that is not there yet; says whether it did. A file that cannot be written is no fault."""
    with contextlib.suppress(OSError):
        with file.open("x", encoding="utf-8") as opened:
            opened.write(text)
        return True
    return False
