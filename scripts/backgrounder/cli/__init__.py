"""The ``backgrounder`` command: the only place that prints and decides exit statuses.

Each command is a file. ``common`` holds what they share, the exit statuses among it.
"""

from __future__ import annotations

import contextlib
import gc
import os
import sys
from pathlib import Path
from typing import NoReturn

import click

from backgrounder import __version__
from backgrounder.cli.book import book
from backgrounder.cli.build import build
from backgrounder.cli.check import check
from backgrounder.cli.common import USAGE, folder_option
from backgrounder.cli.draft import draft
from backgrounder.cli.explain import explain
from backgrounder.cli.new import new
from backgrounder.cli.schema import schema
from backgrounder.cli.serve import serve
from backgrounder.cli.source import source
from backgrounder.cli.verify import verify


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="backgrounder")
@folder_option
@click.pass_context
def main(context: click.Context, folder: Path | None) -> None:
    """Compile briefings written in YAML into a searchable site and print-ready handouts."""
    context.obj = folder


def run() -> NoReturn:
    """The command as a program of its own, which leaves its memory to the system as a whole.

    It makes many records, keeps them all, and ends: there is no garbage worth looking for, and to free each
    record at the end takes a twentieth of the time of a build.
    """
    gc.disable()
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # whoever started the program has closed it
            setattr(sys, name, Path(os.devnull).open("w"))  # noqa: SIM115 - for as long as the program runs
    try:
        main()
    except SystemExit as end:
        status = end.code if isinstance(end.code, int) else 0 if end.code is None else 1
    except OSError as error:  # of the stream that it was to be told on
        status = USAGE
        with contextlib.suppress(OSError):
            click.echo(f"backgrounder: {error.strerror}", err=True)
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            status = status or USAGE
    os._exit(status)


for command in (book, build, check, draft, explain, new, schema, serve, source, verify):
    main.add_command(command)
