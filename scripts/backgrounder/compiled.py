"""Keeps compiled templates beside templates of ours, as Python keeps compiled modules beside modules."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jinja2 import FileSystemBytecodeCache


def compiled_beside(folder: Path) -> FileSystemBytecodeCache | None:
    """Where templates are kept compiled, each with a digest of its source; None where nothing can be written there."""
    from jinja2 import FileSystemBytecodeCache

    place = folder / "__pycache__"
    with contextlib.suppress(OSError):
        place.mkdir(exist_ok=True)
    return FileSystemBytecodeCache(str(place)) if os.access(place, os.W_OK) else None
