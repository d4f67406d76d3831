"""``backgrounder book``: binds briefs into one PDF."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from backgrounder.cli.common import (
    PROBLEMS,
    USAGE,
    clear_progress,
    count,
    fail,
    folder_option,
    guarded,
    read_settings,
    show_progress,
    today_option,
)
from backgrounder.cli.problems import show_problems
from backgrounder.diagnostics import Severity

_PDF = b"%PDF-"
"""The first bytes of a PDF."""


@click.command()
@click.argument("slugs", nargs=-1, metavar="[SLUG]…")
@click.option("--topic", default="", metavar="ID", help="Bind all briefs of this topic, newest first.")
@click.option("--all", "is_all", is_flag=True, help="Bind all briefs, newest first.")
@click.option(
    "-o",
    "--output",
    required=True,
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Where the book goes.",
)
@click.option("--title", default="", help="The title on the cover; the site's name where it is left out.")
@folder_option
@today_option
@click.pass_obj
def book(
    outer: Path | None,
    slugs: tuple[str, ...],
    topic: str,
    is_all: bool,
    output: Path,
    title: str,
    folder: Path | None,
    today: str | None,
) -> None:
    """Bind briefs into one PDF, in the order given, or all of a topic, or all there are.

    The book has a cover, contents, and at its end the stakeholders, terms, sources and names of all of them. Only
    what is published is bound; drafts are not.
    """
    from backgrounder import pipeline

    if sum((bool(slugs), bool(topic), is_all)) != 1:
        fail("name the briefs to bind, or a topic with --topic, or say --all", USAGE)
    if not output.absolute().parent.is_dir():
        fail(f"there is no folder {output.parent}", USAGE)
    _refuse_what_is_no_book(output)
    settings = read_settings(folder or outer, today)
    try:
        made = guarded(lambda: pipeline.book(settings, slugs, topic, title, show_progress()))
    except pipeline.BookError as error:
        fail(str(error), USAGE)
    clear_progress()
    if not made.pdf:
        problems = [item for item in made.problems if item.severity is Severity.ERROR]
        show_problems(problems, made.checked.texts, "full")
        click.echo("Nothing was bound.", err=True)
        sys.exit(PROBLEMS)
    guarded(lambda: _write(output, made.pdf))
    click.echo(f"{output}: {count(made.briefs, 'brief')}, {count(made.pages, 'page')}")


def _refuse_what_is_no_book(output: Path) -> None:
    """Ends the command where a slip would put the book in the place of something else."""
    if output.suffix.lower() != ".pdf":
        fail(f"a book is a PDF; write -o {output.with_suffix('.pdf')}", USAGE)
    if output.is_file() and output.stat().st_size and not guarded(lambda: _is_pdf(output)):
        fail(f"{output} is there and is no PDF; choose another name, or move it away", USAGE)


def _is_pdf(file: Path) -> bool:
    with file.open("rb") as opened:
        return opened.read(len(_PDF)) == _PDF


def _write(file: Path, pdf: bytes) -> None:
    """Puts the whole book in place at once, so that a reader of the old one never sees half of the new."""
    aside = file.with_name(f".{file.name}.part")
    try:
        aside.write_bytes(pdf)
        aside.replace(file)
    finally:
        aside.unlink(missing_ok=True)
