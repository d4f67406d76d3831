"""The corpus: everything under ``briefs/``, loaded."""

from __future__ import annotations

import functools
import typing
from collections import defaultdict
from collections.abc import Iterable
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


def walk(record: Record, path: Path = ()) -> Iterable[tuple[Path, Record]]:
    """Every record inside ``record``, itself first, each with the path of keys that leads to it.

    A brief is walked by a dozen stages and checks, mostly in turn, so the last walk is kept.
    """
    if path or not isinstance(record, Brief):
        return _walk(record, path, [])
    if not _last_walk or _last_walk[0] is not record:
        _last_walk[:] = [record, tuple(_walk(record, path, []))]
    return _last_walk[1]


def record_at(record: Record, path: Path) -> Record:
    """The record to which a path of keys leads, as ``walk`` gives it."""
    found: Any = record
    if len(path) == 2 and isinstance(path[1], int):  # nearly all
        return getattr(record, path[0])[path[1]]
    for key in path:
        found = found[key] if isinstance(key, int) else getattr(found, key)
    return found


_last_walk: list[Any] = []
"""The brief that was walked last, and what was found."""


def _walk(record: Record, path: Path, found: list[tuple[Path, Record]]) -> list[tuple[Path, Record]]:
    """Adds to what was found and gives it; a list is filled much faster than generators hand on to each other."""
    found.append((path, record))
    for name in _inner_fields(type(record)):
        inner = getattr(record, name)
        if not inner:
            continue
        if type(inner) is tuple:
            for index, item in enumerate(inner):
                _walk(item, (*path, name, index), found)
        else:
            _walk(inner, (*path, name), found)
    return found


@functools.cache
def _inner_fields(record_type: type[Record]) -> tuple[str, ...]:
    """The fields of a record that can hold records."""
    hints = typing.get_type_hints(record_type)
    return tuple(name for name, hint in hints.items() if _can_hold_records(hint))


def _can_hold_records(hint: Any) -> bool:
    parts = typing.get_args(hint)
    return (
        any(map(_can_hold_records, parts)) if parts else isinstance(hint, type) and issubclass(hint, Record)
    )
