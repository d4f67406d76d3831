"""Runs one function over many items on all cores, in processes forked from this one.

A fork has everything this process has read, so nothing but results travels between processes. Where
the system cannot fork safely (Windows, macOS), or little is to be done, the work is done here.
"""

from __future__ import annotations

import contextlib
import gc
import math
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Sequence
from typing import NoReturn, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")
Taken = TypeVar("Taken")

_SOON = 0.04
"""Starting processes costs as many seconds; what is done by then needs none."""
_NOT_SO_SOON = 0.15
_MANY = 64
"""Fewer items will mostly be done soon, though the first of them, for which modules are loaded, take longer."""
_TURNS = 12
"""How often a process comes for more: some items take a hundred times as long as others."""

_PR_SET_PDEATHSIG = 1
"""Linux's name for the signal that a process gets when its parent dies."""

_at_hand: list[tuple[Callable[[object], object], Sequence[object], int]] = []
"""What forked processes are to do: the function, all items, and into how many shares they are dealt."""


class WorkerDiedError(Exception):
    """A process was ended from outside, mostly for want of memory."""


def spread(
    function: Callable[[Item], Result], items: Sequence[Item], take: Callable[[Result], Taken]
) -> list[Taken]:
    """``function`` of each item, in the order of the items; results must be picklable.

    ``take`` is what this process makes of each result, as soon as some are there.
    Raises what ``function`` raises, and WorkerDiedError.
    """
    results: list[Taken] = []
    # A fork of a process with other threads may find a lock taken that nobody will give back.
    may_fork = _cores() > 1 and threading.active_count() == 1
    most = time.monotonic() + (_soon(len(items)) if may_fork else math.inf)
    for item in items:
        if time.monotonic() > most:
            return results + _forked(function, items[len(results) :], take)
        results.append(take(function(item)))
    return results


def _soon(count: int) -> float:
    return _SOON if count > _MANY else _NOT_SO_SOON


def _forked(
    function: Callable[[Item], Result], items: Sequence[Item], take: Callable[[Result], Taken]
) -> list[Taken]:
    """The same in other processes."""
    import multiprocessing  # with what follows it takes longer to load than little work to do
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    workers = _cores()
    dealt = min(workers * _TURNS, len(items))
    results: list[Taken] = [None] * len(items)  # type: ignore[list-item]
    _at_hand.append((function, items, dealt))
    gc.freeze()  # collecting in a fork would copy every page of memory that it looks at
    try:
        context = multiprocessing.get_context("fork")
        with ProcessPoolExecutor(workers, context, initializer=_end_with, initargs=(os.getpid(),)) as pool:
            for number, share in enumerate(pool.map(_share, range(dealt))):
                results[number::dealt] = map(take, share)
    except BrokenProcessPool as error:
        raise WorkerDiedError(
            "a part of the build was ended from outside; is there enough memory?"
        ) from error
    finally:
        _at_hand.pop()
    return results


def _share(number: int) -> list[object]:
    """Every n-th item, so that each share has as many of each kind."""
    function, items, dealt = _at_hand[-1]
    return [function(item) for item in items[number::dealt]]


class Aside:
    """One piece of work that a forked process does meanwhile; nobody may count on its having been done."""

    def __init__(self) -> None:
        self._process = 0
        self._results = -1

    def start(self, function: Callable[[], bytes]) -> None:
        """Begins with ``function``, whose faults are lost, where there is a core for it."""
        if _cores() < 2 or threading.active_count() > 1:
            return
        parent = os.getpid()
        self._results, results = os.pipe()
        self._process = os.fork()
        if self._process == 0:
            _answer(function, results, parent)
        os.close(results)

    def wait(self) -> bytes:
        """Waits until it is done, and gives its result; nothing where it has not been begun, or has failed."""
        if not self._process:
            return b""
        with os.fdopen(self._results, "rb") as results:
            found = results.read()
        _, status = os.waitpid(self._process, 0)
        self._process = 0
        return found if status == 0 else b""

    def __enter__(self) -> Aside:
        return self

    def __exit__(self, *_: object) -> None:
        """What is not done by now is not wanted."""
        if self._process:
            os.kill(self._process, signal.SIGKILL)
            self.wait()


def _answer(function: Callable[[], bytes], results: int, parent: int) -> NoReturn:
    """Writes what ``function`` gives, and ends this process."""
    try:
        _end_with(parent)
        with contextlib.suppress(Exception), os.fdopen(results, "wb") as stream:
            stream.write(function())
    finally:
        os._exit(0)


def _end_with(parent: int) -> None:
    """Has this process end where the one that it was forked from is ended: it would wait for work for ever."""
    import ctypes

    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:  # it has ended already
        os.kill(os.getpid(), signal.SIGKILL)


def _cores() -> int:
    """On how many cores this process may run; 1 where it cannot fork."""
    if not hasattr(os, "fork") or sys.platform == "darwin":
        return 1
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
