"""``backgrounder draft``: the start of a brief from an imported source."""

from __future__ import annotations

from pathlib import Path

import click

from backgrounder.cli.common import USAGE, count, fail, folder_option, guarded, read_settings, today_option


@click.command()
@click.argument("source")
@folder_option
@today_option
@click.option("--slug", default="", help="The name of the brief; made from the headline where left out.")
@click.option("--title", default="", help="The title of the brief.")
@click.pass_obj
def draft(
    outer: Path | None, source: str, folder: Path | None, today: str | None, slug: str, title: str
) -> None:
    """Write the start of a brief from SOURCE, the id of an imported text.

    Rules find its quotations with their speakers, figures, dates, people and bodies, and what may be open
    questions. The words are left to you: nothing is invented, and everything is marked as draft.
    """
    from backgrounder import pipeline
    from backgrounder.draft import DraftError

    settings = read_settings(folder or outer, today)
    try:
        drafted = guarded(lambda: pipeline.draft(settings, source, slug, title))
    except DraftError as error:
        fail(str(error), USAGE)
    found = drafted.findings
    parts = [
        count(len(found.quotes), "quotation"),
        count(len(found.counts), "figure"),
        count(len(found.moments), "date"),
        f"{len(found.people):,} people and bodies",
        count(len(found.prospects), "candidate question"),
    ]
    click.echo(f"Found {', '.join(parts)}.")
    if drafted.unresolved:
        click.echo(f"Not dated, because `published:` is missing: {', '.join(drafted.unresolved)}")
    for path in drafted.written:
        click.echo(f"wrote {path.relative_to(settings.project).as_posix()}")
    click.echo(
        "Write into it, and look at it with `backgrounder serve`. Run `backgrounder verify` when it is published."
    )
