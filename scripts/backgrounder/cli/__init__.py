"""The ``backgrounder`` command: the only place that prints and decides exit statuses.

Each command is a file. ``common`` holds what they share, the exit statuses among it.
"""

from __future__ import annotations

import gc
from pathlib import Path

import click

from backgrounder import __version__
from backgrounder.cli.book import book
from backgrounder.cli.build import build
from backgrounder.cli.check import check
from backgrounder.cli.common import folder_option
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
    # A command makes many records, keeps them all, and ends: looking for garbage is a quarter of its time.
    gc.set_threshold(50_000, 20, 100)


for command in (book, build, check, draft, explain, new, schema, serve, source, verify):
    main.add_command(command)
