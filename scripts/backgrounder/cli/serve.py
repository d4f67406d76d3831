"""``backgrounder serve``: a live preview."""

from __future__ import annotations

import gc
from pathlib import Path

import click

from backgrounder.cli.common import folder_option, guarded, project_folder


@click.command()
@folder_option
@click.option("--address", metavar="HOST:PORT", help="Where to serve.  [default: 127.0.0.1:8000]")
@click.option("--open", "open_in_browser", is_flag=True, help="Open the preview in a browser.")
@click.pass_obj
def serve(outer: Path | None, folder: Path | None, address: str | None, open_in_browser: bool) -> None:
    """Show the site as it is written: a saved file appears in the browser, drafts included."""
    from backgrounder.hosts import mkdocs

    gc.enable()  # a preview goes on for hours
    project = project_folder(folder or outer)
    guarded(lambda: mkdocs.serve(project, address, open_in_browser))
