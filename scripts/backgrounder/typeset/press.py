"""One worker process and the line to it: the data of a job goes in, a PDF or a reason comes out.

Worker and press share a folder of templates, and the data is a file in it: what Typst knows of the templates holds from
one job to the next as long as nothing but this file changes.
"""

from __future__ import annotations

import bisect
import hashlib
import importlib.metadata
import json
import os
import re
import shutil
import struct
import subprocess
import sys
import tempfile
import threading
from importlib import resources
from pathlib import Path

from backgrounder.render.paper import TEMPLATES, Job

_PACKAGE = Path(str(resources.files("backgrounder")))
_FONTS = _PACKAGE / "assets" / "fonts"
_WORKER = _PACKAGE / "typeset" / "worker.py"

_SECONDS = 20.0
"""A handout takes about a tenth of a second; one that takes this long will not end."""

_MEMORY = 2 << 30

_SCALES = ("1", "0.96", "0.92")
"""Sizes to set a brief in, from the roomiest to the tightest. The first that fits its pages is taken; where
none does, the tightest, with as little left out as that needs."""
_USUAL_PAGE = 7_400
"""Characters of data that fill a page in the roomiest size. What has more is not tried in it: in nine cases of
ten that is right, and else the brief is set a little smaller than it might be."""
_TIGHTER = 1.12
"""How much more a page holds in the tightest size than in the roomiest."""
_FULLEST_PAGE = 100_000
"""No page holds so many, in whatever size, so what has more is not set to see that."""
_GAIN = 1
"""The tightest size saves about a tenth of the paper: a brief that takes more pages too many is not tried
in it whole."""

_PAGE_COUNT = re.compile(rb"/Type\s*/Pages\s*/Count\s+([0-9]+)")


class PressError(Exception):
    """A job cannot be set; the message is the reason."""


class TooLongError(PressError):
    """A job does not fit its pages, whatever is left out that may be."""

    def __init__(self, pages: int, limit: int) -> None:
        super().__init__(f"it takes {pages} pages of {limit} even without all that may be left out")
        self.pages = pages
        self.limit = limit


class Press:
    """Sets one job after another. Starts its worker when it is first needed."""

    def __init__(self, seconds: float = _SECONDS) -> None:
        self._seconds = seconds
        self._worker: subprocess.Popen[bytes] | None = None
        self._folder: tempfile.TemporaryDirectory[str] | None = None

    def set(self, job: Job) -> bytes:
        """The PDF of one job. Raises TooLongError where it cannot be made to fit, and PressError where Typst
        refuses, warns, hangs or dies."""
        limit = job.limit
        if limit is None:
            return self._answer(job, job.data, _SCALES[0])
        if _is_hopeless(job.data, limit):
            return self._reduced(job, limit)
        is_crowded = len(job.data.decode()) > limit * _USUAL_PAGE
        for scale in _SCALES[1:] if is_crowded else _SCALES:
            pdf = self._answer(job, job.data, scale)
            if (pages := page_count(pdf)) <= limit:
                return pdf
            if pages > limit + _GAIN:
                break
        return self._reduced(job, limit)

    def _reduced(self, job: Job, limit: int) -> bytes:
        """The PDF with the fewest parts left out that fits. Each part saves room, so where some number fits, so does
        every greater one: it is looked for around the number that the length of the data suggests, in steps that
        double until the bounds are found, and then by halving."""
        set_without: dict[int, bytes] = {}

        def fits(number: int) -> bool:
            data = job.reduced(number)
            if _is_hopeless(data, limit):
                return False
            set_without[number] = self._answer(job, data, _SCALES[-1])
            return page_count(set_without[number]) <= limit

        most = limit * _USUAL_PAGE * _TIGHTER
        guess = bisect.bisect_left(
            range(job.cuts), -most, key=lambda number: -len(job.reduced(number).decode())
        )
        too_few, enough, step = -1, job.cuts + 1, 1 + job.cuts // 16
        if fits(guess):
            enough = guess
            while enough > 0 and fits(max(0, enough - step)):
                enough, step = max(0, enough - step), 2 * step
            too_few = max(-1, enough - step)
        else:
            too_few = guess
            while too_few < job.cuts and not fits(min(job.cuts, too_few + step)):
                too_few, step = min(job.cuts, too_few + step), 2 * step
            if too_few == job.cuts:
                shortest = set_without.get(job.cuts) or self._answer(job, job.reduced(job.cuts), _SCALES[-1])
                raise TooLongError(page_count(shortest), limit)
            enough = min(job.cuts, too_few + step)
        while enough - too_few > 1:
            middle = (too_few + enough) // 2
            if fits(middle):
                enough = middle
            else:
                too_few = middle
        return set_without[enough]

    def close(self) -> None:
        """Ends the worker, if there is one, and removes its folder."""
        worker, self._worker = self._worker, None
        if worker:
            worker.kill()
            worker.communicate()
        folder, self._folder = self._folder, None
        if folder:
            folder.cleanup()

    def _answer(self, job: Job, data: bytes, scale: str) -> bytes:
        beside = json.dumps({"scale": scale, "code": job.code()}).encode()
        folder = self._furnished()
        Path(folder, "data.json").write_bytes(b'%s,"sheet":%s}' % (beside[:-1], data))
        wanted = {"template": job.template, "day": job.day, "memory": job.memory or _MEMORY}
        answer = self._exchange(folder, json.dumps(wanted).encode(), job.seconds or self._seconds)
        if answer[:1] != b"y":
            raise PressError(answer[1:].decode())
        return answer[1:]

    def _furnished(self) -> str:
        """The folder of the worker, with the templates in it."""
        if not self._folder:
            self._folder = tempfile.TemporaryDirectory(prefix="backgrounder-paper-")
            for template in TEMPLATES.glob("*.typ"):
                shutil.copyfile(template, Path(self._folder.name, template.name))
        return self._folder.name

    def _exchange(self, folder: str, message: bytes, seconds: float) -> bytes:
        """Sends a message and waits for its answer; ends the worker if that takes too long."""
        self._worker = self._worker or _start_worker(folder)
        too_late = threading.Timer(seconds, self._worker.kill)
        too_late.start()
        try:
            self._worker.stdin.write(struct.pack(">I", len(message)) + message)
            self._worker.stdin.flush()
            (length,) = struct.unpack(">I", self._worker.stdout.read(4))
            return self._worker.stdout.read(length)
        except (OSError, struct.error) as error:
            took_too_long = not too_late.is_alive()
            self.close()
            if took_too_long:
                raise PressError(f"Typst did not finish within {seconds:g} seconds") from error
            raise PressError("Typst ended unexpectedly; it may have run out of memory") from error
        finally:
            too_late.cancel()


def _is_hopeless(data: bytes, limit: int) -> bool:
    return len(data) > limit * _FULLEST_PAGE


def page_count(pdf: bytes) -> int:
    """The number of pages of a PDF as Typst writes it."""
    return sum(int(found) for found in _PAGE_COUNT.findall(pdf))


def fingerprint() -> bytes:
    """Changes whenever the same data might be set differently: Typst, template, fitting, fonts."""
    parts = [importlib.metadata.version("typst").encode()]
    own = (*_PACKAGE.glob("typeset/*.py"), *TEMPLATES.parent.glob("*.py"), *TEMPLATES.glob("*.typ"))
    parts += [file.read_bytes() for file in (*sorted(own), *sorted(_FONTS.glob("*.ttf")))]
    return hashlib.sha256(b"".join(hashlib.sha256(part).digest() for part in parts)).digest()


def _start_worker(folder: str) -> subprocess.Popen[bytes]:
    """A worker that keeps the memory it has had: it needs as much again for the next job."""
    keeping = {
        "MALLOC_TRIM_THRESHOLD_": "1000000000",
        "MALLOC_TOP_PAD_": "67108864",
        "GLIBC_TUNABLES": "glibc.malloc.hugetlb=1",
    }
    return subprocess.Popen(
        [sys.executable, "-P", str(_WORKER), folder, str(_FONTS)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**keeping, **os.environ},
    )
