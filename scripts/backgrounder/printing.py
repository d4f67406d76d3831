"""Everything that is printed of a site: what is the same as in the last build is not looked at again."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

import msgspec

from backgrounder import addresses
from backgrounder.ledger import digest
from backgrounder.link import Linked, newest_first
from backgrounder.model.brief import Brief
from backgrounder.render.paper import Job, render_book, render_handout, render_question_sheet
from backgrounder.render.site import Keys
from backgrounder.settings import Settings
from backgrounder.typeset import Failure, typeset

_NOTHING = b"-"
"""Noted of a sheet that would be empty."""


class Printed(msgspec.Struct, frozen=True):
    """The PDFs of a site."""

    files: tuple[tuple[str, Path], ...] = ()
    """The path of each on the site, and the file that holds it."""
    failures: tuple[Failure, ...] = ()
    notes: dict[bytes, bytes] = {}
    """For a later build: from what each was made, and the name of its file."""


class _Wanted(msgspec.Struct, frozen=True):
    """Something to print."""

    key: bytes
    """From what it is made; empty where that is not known."""
    path: str
    make: Callable[[], Job | None]


def print_all(
    linked: Linked,
    settings: Settings,
    keys: Keys | None,
    known: Mapping[bytes, bytes],
    cache: Path,
    progress: Callable[[int, int], None] | None = None,
) -> Printed:
    """Handouts, question sheets and the book; ``known`` has what earlier builds noted. Raises OSError."""
    wanted = list(_wanted(linked, settings, keys))
    names = {one.path: known[one.key] for one in wanted if _is_there(known.get(one.key), cache)}
    jobs = {one.path: one.make() for one in wanted if one.path not in names}
    done = typeset([job for job in jobs.values() if job], cache, progress)
    names |= {path: done.files[path].name.encode() for path in jobs if path in done.files}
    names |= {path: _NOTHING for path, job in jobs.items() if job is None}
    return Printed(
        tuple(
            (one.path, cache / names[one.path].decode())
            for one in wanted
            if names.get(one.path, _NOTHING) != _NOTHING
        ),
        done.failures,
        {one.key: names[one.path] for one in wanted if one.key and one.path in names},
    )


def paths(linked: Linked, settings: Settings) -> list[str]:
    """Where on the site everything will be; a question sheet without questions as well."""
    return [one.path for one in _wanted(linked, settings, None)]


def _is_there(name: bytes | None, cache: Path) -> bool:
    return name is not None and (name == _NOTHING or (cache / name.decode()).is_file())


def _wanted(linked: Linked, settings: Settings, keys: Keys | None) -> Iterator[_Wanted]:
    def key(path: str, briefs: Iterable[Brief]) -> bytes:
        return (
            digest("print", path, keys.shared, *(keys.briefs[brief.slug] for brief in briefs))
            if keys
            else b""
        )

    for brief in linked.briefs:
        path = addresses.handout_address(brief.slug)
        yield _Wanted(key(path, [brief]), path, functools.partial(render_handout, brief, linked, settings))
    for topic, briefs in [("", linked.briefs), *sorted(linked.by_topic.items())]:
        path = addresses.question_sheet_address(topic)
        make = functools.partial(render_question_sheet, topic, briefs, linked, settings)
        yield _Wanted(key(path, briefs), path, make)
    if settings.has_book(len(linked.briefs)):
        path, briefs = addresses.book_address(), newest_first(linked.briefs)
        yield _Wanted(key(path, briefs), path, functools.partial(render_book, briefs, linked, settings))
