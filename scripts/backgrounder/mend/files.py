"""Reads and replaces a content file whole: an interruption leaves the old one or the new one."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path


def read_raw(path: Path) -> str | None:
    """The text of a regular file with its byte-order mark and line ends; None where there is none."""
    if path.is_symlink():
        return None
    try:
        return path.read_bytes().decode("utf-8")
    except (FileNotFoundError, UnicodeDecodeError):
        return None


def replace_file(path: Path, before: str, after: str) -> bool:
    """Puts ``after`` in the place of ``before``; False where the file is not what was read, or not to be
    written. Links are not followed. Raises OSError.
    """
    if read_raw(path) != before or not os.access(path, os.W_OK):
        return False
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(after.encode("utf-8"))
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).chmod(path.stat().st_mode & 0o7777)
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    return True
