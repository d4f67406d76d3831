"""``backgrounder source add``: imports the text of a source."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from backgrounder.cli.common import USAGE, count, fail, folder_option, guarded, read_settings
from backgrounder.model.choices import SourceKind


@click.group()
def source() -> None:
    """Work with the texts that the briefs rest on."""


@source.command()
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True), metavar="FILE|-")
@folder_option
@click.option(
    "--id",
    "source_id",
    default="",
    metavar="ID",
    help="The id of the source; made of publisher and day where left out.",
)
@click.option("--url", default="", help="Where it can be read.")
@click.option(
    "--published", default="", metavar="DATE", help="When it appeared: 2021-07-23, 2021-07 or 2021."
)
@click.option("--title", default="", help="Its headline, where the text does not give it.")
@click.option("--publisher", default="", help="Who published it.")
@click.option("--language", default="", metavar="TAG", help="Its language, such as en or ar.")
@click.option(
    "--kind",
    type=click.Choice([kind.value for kind in SourceKind]),
    help="What it is; an article where nothing is said, a report for a PDF.",
)
@click.pass_obj
def add(
    outer: Path | None, file: Path, folder: Path | None, source_id: str, kind: str | None, **given: str
) -> None:
    """Import the text of a source: plain text, a saved web page, Markdown or a PDF.

    The text goes to briefs/archive/, which git leaves alone; a record with what is known of it goes to the
    registry. Passages that a copy repeats are kept once. Importing the same text again changes nothing.
    """
    from backgrounder import pipeline
    from backgrounder.archive import ArchiveError
    from backgrounder.intake import Given, IntakeError

    data = _read(file)
    settings = read_settings(folder or outer, makes_folder=True)
    name = "standard input" if str(file) == "-" else file.name
    try:
        added = guarded(
            lambda: pipeline.add_source(
                settings, data, file.name, Given(id=source_id, kind=kind or "", **given)
            )
        )
    except (IntakeError, ArchiveError) as error:
        fail(f"{name}: {error}", USAGE)
    _tell(added, settings.project)


def _read(file: Path) -> bytes:
    if str(file) == "-":
        return sys.stdin.buffer.read()
    try:
        return file.read_bytes()
    except OSError as error:
        fail(f"{file}: {(error.strerror or str(error)).lower()}", USAGE)


def _tell(done: Any, project: Path) -> None:
    added = done.added
    click.echo(
        f"{added.source}: {count(len(added.text.paragraphs), 'paragraph')}, version {added.text.version}"
    )
    if added.repeats:
        click.echo(f"  {_repeats(added)}")
    if not added.is_new:
        click.echo("  this text is in the archive already; nothing was changed")
        return
    for line in added.lines:
        if line.guess:
            click.echo(f"  {line.field}: “{line.value}”, guessed from {line.guess}")
    if added.missing:
        click.echo(f"  not found: {', '.join(added.missing)}")
    if added.older:
        _tell_changes(done)
    for path in added.written:
        click.echo(f"wrote {path.relative_to(project).as_posix()}")
    if added.lines:
        click.echo("Read the record, and correct what is marked as guessed.")
    elif added.older:
        click.echo(
            "Read these statements against the new text;"
            f" `backgrounder verify --accept-text {added.source}` accepts it."
        )


def _repeats(added: Any) -> str:
    """How many passages were dropped, and which paragraphs they repeat."""
    number = len(added.repeats)
    paragraphs = sorted({paragraph for _, paragraph in added.repeats})
    first, last = paragraphs[0], paragraphs[-1]
    is_row = paragraphs == list(range(first, last + 1)) and len(paragraphs) > 1
    which = f"p{first} to p{last}" if is_row else ", ".join(f"p{item}" for item in paragraphs)
    verb = "repeats an earlier one" if number == 1 else "repeat earlier ones"
    return f"{number:,} of {count(added.blocks, 'passage')} {verb} ({which}); each is kept once"


def _tell_changes(done: Any) -> None:
    click.echo(f"  the text has changed since version {done.added.older.version}, which is kept beside it")
    if not done.changed:
        click.echo("  no statement rests on a paragraph that has changed")
        return
    click.echo(f"  {count(len(done.changed), 'statement')} rested on what has changed:")
    for item in done.changed:
        click.echo(f"    {item.span.start} {item.message}")
