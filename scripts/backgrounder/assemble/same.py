"""Takes over what the published site has already, where nothing but the bytes of files can tell."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path


def keep_same(folder: Path, published: Path) -> None:
    """Puts the published file in the place of each file of a finished site that has the same bytes.

    So who copies a site away sees by the times of its files what has changed, however it was made.
    """
    for file in list(folder.rglob("*")):
        old = published / file.relative_to(folder)
        if file.is_file() and old.is_file() and not old.is_symlink():
            with contextlib.suppress(OSError):  # a file system without links, or gone since
                _keep(file, old)


def _keep(file: Path, old: Path) -> None:
    import filecmp

    if filecmp.cmp(file, old, shallow=False):
        aside = file.with_name(f".{file.name}.same")
        os.link(old, aside)
        aside.replace(file)
