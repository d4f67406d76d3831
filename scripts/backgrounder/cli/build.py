"""``backgrounder build``: checks the briefs and publishes the site."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import Any

import click
import msgspec

from backgrounder.cli.common import (
    PROBLEMS,
    count,
    folder_option,
    guarded,
    read_settings,
    show_progress,
    strict_option,
    today_option,
    use_colour,
)
from backgrounder.cli.problems import FOR_PEOPLE, show_problems
from backgrounder.diagnostics import Severity, show
from backgrounder.settings import Settings


@click.command()
@folder_option
@today_option
@click.option(
    "--format",
    "form",
    type=click.Choice(FOR_PEOPLE),
    default="full",
    show_default=True,
    help="How problems are shown.",
)
@strict_option
@click.option("--no-handouts", is_flag=True, help="Make the site alone, without PDF handouts.")
@click.pass_obj
def build(
    outer: Path | None, folder: Path | None, today: str | None, form: str, strict: bool, no_handouts: bool
) -> None:
    """Check the briefs and publish the site; a faulty brief leaves the old site untouched.

    Errors stop a build, with --strict warnings too. Advice is counted; `check` shows it.
    """
    from backgrounder import pipeline
    from backgrounder.hosts import mkdocs

    started = time.monotonic()
    settings = read_settings(folder or outer, today, keeps=True)
    settings = msgspec.structs.replace(
        settings, handouts=settings.handouts and not no_handouts, strict=strict
    )
    built = guarded(lambda: pipeline.build(settings, mkdocs, show_progress()))
    problems = [item for item in built.checked.diagnostics if item.severity is not Severity.ADVICE]
    show_problems(problems, built.checked.texts, form)
    for warning in built.warnings:
        colour = use_colour(sys.stderr)
        click.echo(f"{click.style('error', fg='red', bold=True)}: {warning}\n", err=True, color=colour)
    if not built.is_published:
        kept = "the old site is untouched" if settings.site.exists() else "nothing was published"
        click.echo(f"{_cause(built)}; {kept}.{_pointer(built)}", err=True)
        sys.exit(PROBLEMS)
    _show_summary(settings, built, time.monotonic() - started)
    sys.exit()  # while all records are at hand still: the program ends without freeing them


def _cause(built: Any) -> str:
    """Why nothing was published: problems with the content, else what MkDocs warns of."""
    if built.warnings:
        return "MkDocs has warnings"
    found = show.summary(built.checked.diagnostics)
    return found if built.checked.has_errors else f"{found}, and --strict lets no warning pass"


def _pointer(built: Any) -> str:
    has_advice = any(item.severity is Severity.ADVICE for item in built.checked.diagnostics)
    return " `backgrounder check` shows the advice." if has_advice else ""


def _show_summary(settings: Settings, built: Any, seconds: float) -> None:
    others = f"{count(built.others, 'other PDF')}, " if built.others else ""
    click.echo(
        f"{count(built.briefs, 'brief')}, {count(built.pages, 'page')}, {count(built.handouts, 'handout')}, {others}"
        f"{show.summary(built.checked.diagnostics)}, {seconds:.1f} seconds"
    )
    if pointer := _pointer(built):
        click.echo(pointer.strip())
    for brief in built.scheduled:
        click.echo(f"`{brief.slug}` is held back until {brief.publish_on.text}")
    if built.ignoring:
        click.echo(f"wrote {_shown(built.ignoring).rstrip('/')}, so that git leaves out what a build makes")
    click.echo(f"The site is in {_shown(settings.site)}. Look at it with:")
    click.echo(f"  python3 -m http.server -d {_shown(settings.site)}")


def _shown(path: Path) -> str:
    """A path as short as it can be from here."""
    here = Path.cwd()
    return f"{path.relative_to(here)}/" if path.is_relative_to(here) and path != here else f"{path}/"
