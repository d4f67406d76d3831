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

_PACKAGE = Path(str(resources.files("backgrounder")))
_TEMPLATE = _PACKAGE / "render" / "handout" / "handout.typ"
_FONTS = _PACKAGE / "assets" / "fonts"
_WORKER = _PACKAGE / "typeset" / "worker.py"

_SECONDS = 20.0
"""A handout takes about a tenth of a second; one that takes this long will not end."""

_PAGES = 2
_NEARLY = _PAGES + 1
"""The tightest fit saves about a tenth of the paper, so a brief that takes more than this is not tried again."""
_FITS = (
    {"scale": "1"},
    {"scale": "0.96"},
    {"scale": "0.92"},
    {"scale": "0.92", "terms": "no"},
)
"""Ways to set a brief, from the roomiest to the tightest; the first that gives two pages is taken, and a
brief that is too long for any of them gets the first and as many pages as it needs."""

_PAGE_COUNT = re.compile(rb"/Type\s*/Pages\s*/Count\s+([0-9]+)")


class PressError(Exception):
    """A handout cannot be set; the message is the reason."""


class Press:
    """Sets one handout after another. Starts its worker when it is first needed."""

    def __init__(self, seconds: float = _SECONDS) -> None:
        self._seconds = seconds
        self._worker: subprocess.Popen[bytes] | None = None

    def set(self, data: bytes) -> bytes:
        """The PDF of one handout. Raises PressError where Typst refuses, warns, hangs or dies."""
        roomiest = self._answer(data, _FITS[0])
        if not _PAGES < page_count(roomiest) <= _NEARLY:
            return roomiest
        tighter = (self._answer(data, fit) for fit in _FITS[1:])
        return next((pdf for pdf in tighter if page_count(pdf) <= _PAGES), roomiest)

    def close(self) -> None:
        """Ends the worker, if there is one."""
        worker, self._worker = self._worker, None
        if worker:
            worker.kill()
            worker.communicate()

    def _answer(self, data: bytes, fit: dict[str, str]) -> bytes:
        inputs = {"data": data.decode(), **fit}
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


def page_count(pdf: bytes) -> int:
    """The number of pages of a PDF as Typst writes it."""
    return sum(int(found) for found in _PAGE_COUNT.findall(pdf))


def fingerprint() -> bytes:
    """Changes whenever the same data might be set differently: Typst, template, fitting, fonts."""
    parts = [importlib.metadata.version("typst").encode(), repr((_PAGES, _NEARLY, _FITS)).encode()]
    parts += [file.read_bytes() for file in (_TEMPLATE, _WORKER, *sorted(_FONTS.glob("*.ttf")))]
    return hashlib.sha256(b"".join(hashlib.sha256(part).digest() for part in parts)).digest()


def _start_worker() -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-P", str(_WORKER), str(_TEMPLATE), str(_FONTS)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
