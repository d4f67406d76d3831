"""Runs Typst in a process of its own. Started as a script by ``press``; imports nothing of the package.

The folder of templates is its own: press and worker share it with nobody, and it goes with the last of them.

Nothing in a brief should be able to make Typst hang or fill the memory; if it does all the same, it is
this process that is ended, and the build can say which brief it was.

Both directions carry messages of four bytes of length and then the bytes. In comes JSON with ``template``, ``day`` (the
date the PDF bears, never the clock's) and ``memory`` (how many bytes it may take); out goes one letter and then a PDF, or
the reason why there is none. What is to be set stands in ``data.json`` beside the templates. Typst looks for itself
whether that has changed, and does again only what depends on it. As an input of the system, the data would be part of
the library of functions, on which all depends.
"""

from __future__ import annotations

import contextlib
import datetime
import json
import shutil
import signal
import struct
import sys
from pathlib import Path
from typing import BinaryIO

import typst

_STANDARDS = ["a-2a", "ua-1"]


def work(templates: str, font_folder: str, incoming: BinaryIO, outgoing: BinaryIO) -> None:
    """Answers messages until there are no more."""
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[font_folder])
    compilers: dict[str, typst.Compiler] = {}
    while header := incoming.read(4):
        (length,) = struct.unpack(">I", header)
        wanted = json.loads(incoming.read(length))
        name = wanted["template"]
        if name not in compilers:
            compilers[name] = typst.Compiler(Path(templates, name), root=templates, font_paths=fonts)
        _limit_memory(wanted["memory"])
        answer = _answer(wanted, compilers[name])
        outgoing.write(struct.pack(">I", len(answer)) + answer)
        outgoing.flush()


def _answer(wanted: dict, compiler: typst.Compiler) -> bytes:
    try:
        pdf, warnings = compiler.compile_with_warnings(
            format="pdf",
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


def _limit_memory(most: int) -> None:
    """Where the system has such limits; Windows has not."""
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource

        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        soft = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))


if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the build ends this process when it is interrupted
    work(sys.argv[1], sys.argv[2], sys.stdin.buffer, sys.stdout.buffer)
    shutil.rmtree(sys.argv[1], ignore_errors=True)  # the press has died: nobody else will
