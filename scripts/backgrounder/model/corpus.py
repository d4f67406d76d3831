"""The corpus: everything under ``briefs/``, loaded."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from backgrounder.model.brief import Brief, Record
from backgrounder.model.registry import Registry
from backgrounder.spans import Path


class Corpus(msgspec.Struct, frozen=True, kw_only=True):
    """All briefs in the order of their slugs, and the registry, with the file each came from."""

    briefs: tuple[Brief, ...]
    registry: Registry
    brief_files: dict[str, str]
    """The file of each brief, by slug."""
    registry_files: dict[tuple[str, str], str]
    """The file of each registry record, by kind (``stakeholders``) and id."""


def walk(record: Any, path: Path = ()) -> Iterator[tuple[Path, Record]]:
    """Every record inside ``record``, itself first, each with the path of keys that leads to it."""
    if isinstance(record, Record):
        yield path, record
        for name in record.__struct_fields__:
            yield from walk(getattr(record, name), (*path, name))
    elif isinstance(record, tuple):
        for index, item in enumerate(record):
            yield from walk(item, (*path, index))
