"""One worker process and the line to it: a handout's data goes in, a PDF or a reason comes out."""

from __future__ import annotations

import hashlib
import importlib.metadata
import json
import re
import struct
import subprocess
import sys
import threading
from importlib import resources
from pathlib import Path

from backgrounder.render.handout import Handout

_PACKAGE = Path(str(resources.files("backgrounder")))
_RENDERER = _PACKAGE / "render" / "handout"
_TEMPLATE = _RENDERER / "handout.typ"
_FONTS = _PACKAGE / "assets" / "fonts"
_WORKER = _PACKAGE / "typeset" / "worker.py"

_SECONDS = 20.0
"""A handout takes about a tenth of a second; one that takes this long will not end."""

_SCALES = ("1", "0.96", "0.92")
"""Sizes to set a brief in, from the roomiest to the tightest. The first that fits its pages is taken; where
none does, the tightest, with as little left out as that needs."""
_BYTES_A_PAGE = 100_000
"""No page holds so much data (most hold about 7,000 bytes), so what has more is not set to see that."""
_GAIN = 1
"""The tightest size saves about a tenth of the paper: a brief that takes more pages too many is not tried
in it whole."""

_PAGE_COUNT = re.compile(rb"/Type\s*/Pages\s*/Count\s+([0-9]+)")


class PressError(Exception):
    """A handout cannot be set; the message is the reason."""


class Press:
    """Sets one handout after another. Starts its worker when it is first needed."""

    def __init__(self, seconds: float = _SECONDS) -> None:
        self._seconds = seconds
        self._worker: subprocess.Popen[bytes] | None = None

    def set(self, handout: Handout) -> bytes:
        """The PDF of one handout. Raises PressError where it cannot be made to fit, and where Typst refuses,
        warns, hangs or dies."""
        limit = handout.limit
        if limit is not None and _is_hopeless(handout.data, limit):
            return self._reduced(handout, limit)
        roomiest = self._answer(handout.data, _SCALES[0])
        pages = page_count(roomiest)
        if limit is None or pages <= limit:
            return roomiest
        if pages <= limit + _GAIN:
            for scale in _SCALES[1:]:
                if page_count(pdf := self._answer(handout.data, scale)) <= limit:
                    return pdf
        return self._reduced(handout, limit)

    def _reduced(self, handout: Handout, limit: int) -> bytes:
        """The PDF with the fewest parts left out that fits; found by halving, since each part saves room."""
        too_few, enough = 0, handout.cuts
        best = self._answer(handout.reduced(enough), _SCALES[-1])
        if (pages := page_count(best)) > limit:
            raise PressError(
                f"it takes {pages} pages of {limit} even without all that may be left out; shorten "
                f"{handout.longest}, or write `handout: {{pages: full}}`"
            )
        while enough - too_few > 1:
            middle = (too_few + enough) // 2
            data = handout.reduced(middle)
            if _is_hopeless(data, limit):
                too_few = middle
                continue
            pdf = self._answer(data, _SCALES[-1])
            if page_count(pdf) <= limit:
                enough, best = middle, pdf
            else:
                too_few = middle
        return best

    def close(self) -> None:
        """Ends the worker, if there is one."""
        worker, self._worker = self._worker, None
        if worker:
            worker.kill()
            worker.communicate()

    def _answer(self, data: bytes, scale: str) -> bytes:
        inputs = {"data": data.decode(), "scale": scale}
        message = json.dumps({"inputs": inputs, "day": json.loads(data)["as_of_iso"]}).encode()
        answer = self._exchange(message)
        if answer[:1] != b"y":
            raise PressError(answer[1:].decode())
        return answer[1:]

    def _exchange(self, message: bytes) -> bytes:
        """Sends a message and waits for its answer; ends the worker if that takes too long."""
        self._worker = self._worker or _start_worker()
        too_late = threading.Timer(self._seconds, self._worker.kill)
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
                raise PressError(f"Typst did not finish within {self._seconds:g} seconds") from error
            raise PressError("Typst ended unexpectedly; it may have run out of memory") from error
        finally:
            too_late.cancel()


def _is_hopeless(data: bytes, limit: int) -> bool:
    return len(data) > limit * _BYTES_A_PAGE


def page_count(pdf: bytes) -> int:
    """The number of pages of a PDF as Typst writes it."""
    return sum(int(found) for found in _PAGE_COUNT.findall(pdf))


def fingerprint() -> bytes:
    """Changes whenever the same data might be set differently: Typst, template, fitting, fonts."""
    parts = [importlib.metadata.version("typst").encode(), repr((_SCALES, _GAIN)).encode()]
    parts += [
        file.read_bytes()
        for file in (_TEMPLATE, _WORKER, *sorted(_RENDERER.glob("*.py")), *sorted(_FONTS.glob("*.ttf")))
    ]
    return hashlib.sha256(b"".join(hashlib.sha256(part).digest() for part in parts)).digest()


def _start_worker() -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-P", str(_WORKER), str(_TEMPLATE), str(_FONTS)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
