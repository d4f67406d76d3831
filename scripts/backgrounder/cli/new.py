"""``backgrounder new``: the start of a brief."""

from __future__ import annotations

from pathlib import Path

import click

from backgrounder.cli.common import USAGE, fail, folder_option, guarded, read_settings, today_option


@click.command()
@click.argument("slug")
@folder_option
@today_option
@click.option("--title", help="The title; made from the slug where it is left out.")
@click.pass_obj
def new(outer: Path | None, slug: str, folder: Path | None, today: str | None, title: str | None) -> None:
    """Write the start of a brief to briefs/SLUG.yaml, with completion for editors."""
    from backgrounder import pipeline, scaffold

    settings = read_settings(folder or outer, today, makes_folder=True)
    try:
        made = guarded(lambda: scaffold.new_brief(settings, slug, title or ""))
    except scaffold.ScaffoldError as error:
        fail(str(error), USAGE)
    ignoring = pipeline.keep_out_of_git(settings)
    for path in [*made, *([ignoring] if ignoring else [])]:
        click.echo(f"wrote {path.relative_to(settings.project).as_posix()}")
    click.echo(
        "Write into it, and look at it with `backgrounder serve`. Readers see it once it is published."
    )
