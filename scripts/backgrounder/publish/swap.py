"""Exchanges a finished folder with the published one."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
"""Linux's name for it; RENAME_SWAP of macOS has the same value."""


class OccupiedError(Exception):
    """Where the site should go there is something that no build put there; it is left alone."""


def publish(finished: Path, site: Path, mark: str, spare: Path | None = None) -> None:
    """Puts the folder ``finished`` in the place of ``site``; the old site is deleted afterwards, or put where
    ``spare`` says for a later build to use, in the place of what is there.

    ``mark`` is a path that every site of ours holds. A folder without it is not ours to delete: then
    OccupiedError is raised, as it is where ``site`` is no folder. Hidden files of the old site, as a
    checkout keeps them, are carried over.

    Both must be on one file system. Where the system can exchange two folders in one step (``renameat2``
    of Linux, ``renamex_np`` of macOS), a reader never finds the site missing; elsewhere it is gone for
    the time between two renames, and a build killed just then leaves it to ``recover``. Where ``site`` is a link, what it leads to is exchanged. Raises OSError, with the old
    site in its place, where the exchange fails.
    """
    site = site.resolve()
    if not site.exists():
        site.parent.mkdir(parents=True, exist_ok=True)
        finished.rename(site)
        return
    _refuse_what_is_not_ours(site, mark)
    _carry_hidden_files(site, finished)
    if _exchange(finished, site):
        _put_away(finished, spare)
        return
    old = _set_aside(finished)
    site.rename(old)
    try:
        finished.rename(site)
    except OSError:
        old.rename(site)
        raise
    _put_away(old, spare)


def _put_away(old: Path, spare: Path | None) -> None:
    if spare is None:
        shutil.rmtree(old)
        return
    shutil.rmtree(spare, ignore_errors=True)
    old.rename(spare)


def recover(finished: Path, site: Path) -> None:
    """Puts back the old site that a build set aside and was killed before it could put in the new one."""
    old = _set_aside(finished)
    if old.exists() and not site.exists():
        old.rename(site)


def _set_aside(finished: Path) -> Path:
    return finished.with_name(f"{finished.name}.old")


def _refuse_what_is_not_ours(site: Path, mark: str) -> None:
    if not site.is_dir():
        raise OccupiedError(f"{site} is not a folder; move it away, or set another `site_dir`")
    if any(site.iterdir()) and not (site / mark).exists():
        raise OccupiedError(
            f"{site} holds files that no build put there; move them away, or set another `site_dir`"
        )


def _carry_hidden_files(site: Path, finished: Path) -> None:
    for entry in site.iterdir():
        if entry.name.startswith(".") and not (finished / entry.name).exists():
            if entry.is_dir() and not entry.is_symlink():
                shutil.copytree(entry, finished / entry.name, symlinks=True)
            else:
                shutil.copy2(entry, finished / entry.name, follow_symlinks=False)


def _exchange(one: Path, other: Path) -> bool:
    """Whether the two folders could be exchanged in one step."""
    paths = os.fsencode(one), os.fsencode(other)
    try:
        import ctypes

        system = ctypes.CDLL(None, use_errno=True)
        if hasattr(system, "renameat2"):
            return system.renameat2(_AT_FDCWD, paths[0], _AT_FDCWD, paths[1], _RENAME_EXCHANGE) == 0
        return system.renamex_np(*paths, _RENAME_EXCHANGE) == 0
    except (OSError, AttributeError):
        return False
