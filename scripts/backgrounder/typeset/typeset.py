"""Sets what is not in the cache yet, on as many presses as pay for themselves."""

from __future__ import annotations

import concurrent.futures
import contextlib
import os
import queue
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import msgspec

from backgrounder.render.handout import Handout
from backgrounder.typeset.press import Press, PressError, fingerprint
from backgrounder.typeset.store import Store

_HANDOUTS_PER_PRESS = 6
"""A press needs about as long to start as for setting a few handouts."""

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


def typeset(handouts: Sequence[Handout], cache: Path, progress: Progress | None = None) -> Typeset:
    """A PDF in ``cache`` for each handout, set anew only where its like is not there yet.

    ``progress`` is told how many of how many are done. Raises TypesetError for a handout that cannot be
    set, and OSError where the cache cannot be written; what was set before stays in the cache.
    """
    store = Store(cache, fingerprint())
    missing = [handout for handout in handouts if not store.has(_key(handout))]
    reused = len(handouts) - len(missing)
    for done in _set_all(missing, store):
        if progress:
            progress(reused + done, len(handouts))
    return Typeset({handout.path: store.path(_key(handout)) for handout in handouts})


def _key(handout: Handout) -> bytes:
    """What a PDF is made from; what may be left out follows from the data."""
    return b"%s %s" % (str(handout.limit).encode(), handout.data)


def _set_all(missing: Sequence[Handout], store: Store) -> Iterable[int]:
    """Sets each handout; gives the number done after each."""
    if not missing:
        return
    count = min(os.cpu_count() or 1, 1 + len(missing) // _HANDOUTS_PER_PRESS)
    with contextlib.ExitStack() as at_end:
        presses: queue.SimpleQueue[Press] = queue.SimpleQueue()
        for _ in range(count):
            presses.put(at_end.enter_context(contextlib.closing(Press())))
        pool = at_end.enter_context(concurrent.futures.ThreadPoolExecutor(count))
        at_end.callback(pool.shutdown, cancel_futures=True)
        jobs = [pool.submit(_set, handout, presses, store) for handout in missing]
        for done, job in enumerate(concurrent.futures.as_completed(jobs), 1):
            job.result()
            yield done


def _set(handout: Handout, presses: queue.SimpleQueue[Press], store: Store) -> None:
    press = presses.get()
    try:
        store.keep(_key(handout), press.set(handout))
    except PressError as error:
        raise TypesetError(handout.slug, str(error)) from error
    finally:
        presses.put(press)
