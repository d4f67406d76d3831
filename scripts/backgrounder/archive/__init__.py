"""The archive: the texts of the sources, in ``briefs/archive/``, which git leaves alone by default.

A text is somebody's copyright, so it stays with the desk. ``<source>.txt`` holds the newest version of a
source; versions before it stay beside it as ``<source>@<version>.txt``. A file is plain text: ``# `` and
the headline, then the paragraphs, one line each, with an empty line between them.
"""

from __future__ import annotations

from backgrounder.archive.files import (
    FOLDER,
    Archive,
    ArchiveError,
    keep,
    parse_archived,
    read_archive,
)

__all__ = ["FOLDER", "Archive", "ArchiveError", "keep", "parse_archived", "read_archive"]
