"""Runs Typst in a process of its own. Started as a script by ``press``; imports nothing of the package.

Nothing in a brief should be able to make Typst hang or fill the memory; if it does all the same, it is
this process that is ended, and the build can say which brief it was.

Both directions carry messages of four bytes of length and then the bytes. In comes JSON with ``inputs``
(what the template reads) and ``day`` (the date the PDF bears, never the clock's); out goes one letter
and then a PDF, or the reason why there is none.
"""

from __future__ import annotations

import contextlib
import datetime
import json
import signal
import struct
import sys
from pathlib import Path
from typing import BinaryIO

import typst

_MEMORY = 2 << 30
_STANDARDS = ["a-2a", "ua-1"]


def work(template: bytes, font_folder: str, incoming: BinaryIO, outgoing: BinaryIO) -> None:
    """Answers messages until there are no more."""
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[font_folder])
    while header := incoming.read(4):
        (length,) = struct.unpack(">I", header)
        answer = _answer(json.loads(incoming.read(length)), template, fonts)
        outgoing.write(struct.pack(">I", len(answer)) + answer)
        outgoing.flush()


def _answer(wanted: dict, template: bytes, fonts: typst.Fonts) -> bytes:
    try:
        pdf, warnings = typst.compile_with_warnings(
            template,
            format="pdf",
            font_paths=fonts,
            sys_inputs=wanted["inputs"],
            pdf_standards=_STANDARDS,
            timestamp=_midnight(wanted["day"]),
        )
    except typst.TypstError as error:
        return b"n" + error.message.encode()
    if warnings:
        return b"n" + "; ".join(warning.message for warning in warnings).encode()
    return b"y" + pdf


def _midnight(day: str) -> datetime.datetime:
    return datetime.datetime.combine(datetime.date.fromisoformat(day), datetime.time(), datetime.UTC)


def _limit_memory() -> None:
    """Where the system has such limits; Windows has not."""
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource

        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        soft = _MEMORY if hard == resource.RLIM_INFINITY else min(_MEMORY, hard)
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))


if __name__ == "__main__":
    _limit_memory()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the build ends this process when it is interrupted
    work(Path(sys.argv[1]).read_bytes(), sys.argv[2], sys.stdin.buffer, sys.stdout.buffer)
