"""Exchanges a finished folder with the published one."""

from __future__ import annotations

import ctypes
import os
import shutil
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


def publish(finished: Path, site: Path) -> None:
    """Puts the folder ``finished`` in the place of ``site``; the old site is deleted afterwards.

    Both must be on one file system. Where the system can exchange two folders in one step (Linux's
    ``renameat2``), a reader never finds the site missing; elsewhere it is gone for the time between
    two renames. Where ``site`` is a link, what it leads to is exchanged. Raises OSError, with the old
    site in its place, where the exchange fails.
    """
    site = site.resolve()
    if not site.exists():
        site.parent.mkdir(parents=True, exist_ok=True)
        finished.rename(site)
        return
    if _exchange(finished, site):
        shutil.rmtree(finished)
        return
    old = finished.with_name(f"{finished.name}.old")
    site.rename(old)
    try:
        finished.rename(site)
    except OSError:
        old.rename(site)
        raise
    shutil.rmtree(old)


def _exchange(one: Path, other: Path) -> bool:
    """Whether the two folders could be exchanged in one step."""
    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError):
        return False
    return rename(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE) == 0
