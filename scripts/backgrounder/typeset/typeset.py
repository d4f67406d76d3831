"""Sets what is not in the cache yet."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import msgspec

from backgrounder.render.handout import Handout
from backgrounder.typeset.press import Press, PressError, page_count
from backgrounder.typeset.store import Store

Progress = Callable[[int, int], None]


class TypesetError(Exception):
    """A handout cannot be set; names the brief and says why."""

    def __init__(self, slug: str, reason: str) -> None:
        super().__init__(f"the handout of {slug} cannot be set: {reason}")
        self.slug = slug
        self.reason = reason


class Typeset(msgspec.Struct, frozen=True):
    """The PDFs of a project."""

    files: dict[str, Path]
    """The PDF in the cache, by the path it is published at."""
    pages: dict[str, int]
    """The number of pages, by the same path."""
    set_count: int
    reused_count: int


def typeset(handouts: Sequence[Handout], cache: Path, progress: Progress | None = None) -> Typeset:
    """A PDF in ``cache`` for each handout, set anew only where its like is not there yet.

    ``progress`` is told how many of how many are done. Raises TypesetError for the first handout that
    cannot be set; those set before it stay in the cache.
    """
    press = Press()
    store = Store(cache, press.fingerprint)
    missing = [handout for handout in handouts if not store.has(handout.data)]
    for done, handout in enumerate(handouts, 1):
        if handout in missing:
            _set(handout, press, store)
        if progress:
            progress(done, len(handouts))
    return _gathered(handouts, store, len(missing))


def _set(handout: Handout, press: Press, store: Store) -> None:
    try:
        store.keep(handout.data, press.set(handout.data))
    except PressError as error:
        raise TypesetError(handout.slug, str(error)) from error


def _gathered(handouts: Iterable[Handout], store: Store, set_count: int) -> Typeset:
    files = {handout.path: store.path(handout.data) for handout in handouts}
    pages = {path: page_count(file.read_bytes()) for path, file in files.items()}
    return Typeset(files, pages, set_count, len(files) - set_count)
