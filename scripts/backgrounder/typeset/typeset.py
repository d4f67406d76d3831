"""Sets what is not in the cache yet, on as many presses as pay for themselves."""

from __future__ import annotations

import concurrent.futures
import contextlib
import os
import queue
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import msgspec

from backgrounder.render.paper import Job
from backgrounder.typeset.press import Press, PressError, TooLongError, fingerprint
from backgrounder.typeset.store import Store

_JOBS_PER_PRESS = 6
"""A press needs about as long to start as for setting a few handouts."""

Progress = Callable[[int, int], None]


class Failure(msgspec.Struct, frozen=True):
    """A job that cannot be set; the others are."""

    name: str
    """Of the job: the slug of the brief, where it is a handout."""
    reason: str
    pages: int = 0
    """How many pages it takes at least, where these are too many; else 0."""


class Typeset(msgspec.Struct, frozen=True):
    """The PDFs of a project."""

    files: dict[str, Path]
    """The PDF in the cache, by the path it is published at."""
    failures: tuple[Failure, ...] = ()
    """In the order of the jobs."""


def typeset(jobs: Sequence[Job], cache: Path, progress: Progress | None = None) -> Typeset:
    """A PDF in ``cache`` for each job, set anew only where its like is not there yet.

    ``progress`` is told how many of how many are done. A job that fails leaves the others alone. Raises
    OSError where the cache cannot be written; what was set before stays in the cache.
    """
    store = Store(cache, fingerprint())
    missing = [job for job in jobs if not store.has(_key(job))]
    reused = len(jobs) - len(missing)
    failed: dict[str, Failure] = {}
    for done, failure in enumerate(_set_all(missing, store), 1):
        if failure:
            failed[failure.name] = failure
        if progress:
            progress(reused + done, len(jobs))
    return Typeset(
        {job.path: store.path(_key(job)) for job in jobs if job.name not in failed},
        tuple(failed[job.name] for job in jobs if job.name in failed),
    )


def _key(job: Job) -> bytes:
    """What a PDF is made from; what may be left out follows from the data."""
    return b"%s %s %s" % (job.template.encode(), str(job.limit).encode(), job.data)


def _set_all(missing: Sequence[Job], store: Store) -> Iterator[Failure | None]:
    """Sets each job; gives what became of it, in the order they are done."""
    if not missing:
        return
    count = min(os.cpu_count() or 1, 1 + len(missing) // _JOBS_PER_PRESS)
    with contextlib.ExitStack() as at_end:
        presses: queue.SimpleQueue[Press] = queue.SimpleQueue()
        for _ in range(count):
            presses.put(at_end.enter_context(contextlib.closing(Press())))
        pool = at_end.enter_context(concurrent.futures.ThreadPoolExecutor(count))
        at_end.callback(pool.shutdown, cancel_futures=True)
        work = [pool.submit(_set, job, presses, store) for job in missing]
        for done in concurrent.futures.as_completed(work):
            yield done.result()


def _set(job: Job, presses: queue.SimpleQueue[Press], store: Store) -> Failure | None:
    press = presses.get()
    try:
        store.keep(_key(job), press.set(job))
    except TooLongError as error:
        return Failure(job.name, str(error), error.pages)
    except PressError as error:
        return Failure(job.name, str(error))
    finally:
        presses.put(press)
    return None
