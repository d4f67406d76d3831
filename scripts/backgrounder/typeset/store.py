"""The folder of PDFs already set, each under the hash of what it comes from."""

from __future__ import annotations

import hashlib
import os
import tempfile
from pathlib import Path


class Store:
    """PDFs by the data they were set from. A file is there whole or not at all."""

    def __init__(self, folder: Path, fingerprint: bytes) -> None:
        self._folder = folder
        self._fingerprint = fingerprint

    def path(self, data: bytes) -> Path:
        """Where the PDF of ``data`` is, or will be."""
        return self._folder / f"{hashlib.sha256(self._fingerprint + data).hexdigest()}.pdf"

    def has(self, data: bytes) -> bool:
        return self.path(data).is_file()

    def keep(self, data: bytes, pdf: bytes) -> None:
        """Stores a PDF. Two builds that keep the same one do not disturb each other."""
        self._folder.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=self._folder, prefix=".", suffix=".part")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(pdf)
            Path(name).replace(self.path(data))
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
