"""The corpus: everything under ``briefs/``, loaded."""

from __future__ import annotations

from collections import defaultdict
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


def records_by_file(corpus: Corpus) -> dict[str, list[tuple[Path, Record]]]:
    """The briefs and registry records of each file, each with the path of keys that leads to it there."""
    found: dict[str, list[tuple[Path, Record]]] = defaultdict(list)
    for brief in corpus.briefs:
        found[corpus.brief_files[brief.slug]].append(((), brief))
    for shelf in corpus.registry.__struct_fields__:
        for record_id, record in getattr(corpus.registry, shelf).items():
            found[corpus.registry_files[shelf, record_id]].append(((shelf, record_id), record))
    return found


def walk(record: Any, path: Path = ()) -> Iterator[tuple[Path, Record]]:
    """Every record inside ``record``, itself first, each with the path of keys that leads to it."""
    if isinstance(record, Record):
        yield path, record
        for name in record.__struct_fields__:
            yield from walk(getattr(record, name), (*path, name))
    elif isinstance(record, tuple):
        for index, item in enumerate(record):
            yield from walk(item, (*path, index))
