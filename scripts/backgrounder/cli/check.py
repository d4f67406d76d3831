"""``backgrounder check``: says what is wrong, and mends what has one right answer."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from pathlib import Path

import click

from backgrounder.cli.common import (
    USAGE,
    clear_progress,
    count,
    fail,
    folder_option,
    guarded,
    read_settings,
    status_of,
    strict_option,
    today_option,
    use_colour,
)
from backgrounder.diagnostics import Diagnostic
from backgrounder.settings import Settings

_FOR_PROGRAMS = ("json", "sarif", "github")
"""Formats that are read by programs: they go to standard output, alone."""


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@folder_option
@today_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["full", "concise", *_FOR_PROGRAMS]),
    default="full",
    show_default=True,
    help="How problems are shown.",
)
@strict_option
@click.option("-q", "--quiet", is_flag=True, help="Show the count alone.")
@click.option("--fix", is_flag=True, help="Mend what has one right answer, and show the difference.")
@click.option("--diff", is_flag=True, help="Show what --fix would change, and change nothing.")
@click.pass_obj
def check(
    outer: Path | None,
    paths: tuple[Path, ...],
    folder: Path | None,
    today: str | None,
    form: str,
    strict: bool,
    quiet: bool,
    fix: bool,
    diff: bool,
) -> None:
    """Check the briefs and say what is wrong, without building anything.

    With PATHS, only problems in those files and folders are shown. The status is 0 where nothing is
    wrong or there is only advice, 1 where there are errors (with --strict also warnings).
    """
    from backgrounder import pipeline

    settings = read_settings(folder or outer, today)
    wanted = _wanted(paths, settings)
    changed = 0
    if fix or diff:
        changed = _mend(settings, wanted, write=not diff)
    checked = guarded(lambda: pipeline.check(settings))
    files = [name for name in checked.texts if _is_wanted(name, wanted)]
    if wanted and not files and not any(_is_wanted(item.span.file, wanted) for item in checked.diagnostics):
        fail(f"no brief or registry file in {', '.join(map(str, paths))}", USAGE)
    shown = [item for item in checked.diagnostics if _is_wanted(item.span.file, wanted)]
    show_problems(shown, checked.texts, form, quiet)
    summary = _summary(shown, len(files))
    if changed:
        words = "would be mended" if diff else "mended"
        summary = f"{count(changed, 'problem')} {words}. {summary}"
    click.echo(summary, err=form in _FOR_PROGRAMS)
    sys.exit(status_of(shown, strict))


def _wanted(paths: tuple[Path, ...], settings: Settings) -> tuple[str, ...]:
    """The paths as they are called in messages; ends the command where one does not exist."""
    names = []
    for path in paths:
        if not os.path.lexists(path):
            fail(f"there is no {path}", USAGE)
        absolute = path.absolute().parent.resolve() / path.name if path.name else path.resolve()
        if not absolute.is_relative_to(settings.project) and not path.resolve().is_relative_to(
            settings.project
        ):
            fail(f"{path} is not in the project {settings.project}", USAGE)
        if not absolute.is_relative_to(settings.project):
            absolute = path.resolve()
        names.append(absolute.relative_to(settings.project).as_posix())
    return tuple(names)


def _is_wanted(name: str, wanted: tuple[str, ...]) -> bool:
    return not wanted or any(place in (".", name) or name.startswith(f"{place}/") for place in wanted)


def _mend(settings: Settings, wanted: tuple[str, ...], write: bool) -> int:
    from backgrounder import pipeline

    mended = guarded(lambda: pipeline.mend(settings, lambda name: _is_wanted(name, wanted), write))
    colour = use_colour(sys.stdout)
    for difference in mended.differences:
        for line in difference.splitlines():
            click.echo(_painted(line) if colour else line, color=colour)
    return mended.problems


def _painted(line: str) -> str:
    """A line of a difference: what goes red, what comes green."""
    if line.startswith(("---", "+++")):
        return click.style(line, bold=True)
    tint = {"-": "red", "+": "green", "@": "cyan"}.get(line[:1])
    return click.style(line, fg=tint) if tint else line


def show_problems(
    diagnostics: Iterable[Diagnostic], texts: dict[str, str], form: str, quiet: bool = False
) -> None:
    """Prints problems: for people on the error stream, for programs on standard output."""
    from backgrounder.diagnostics import export, show

    clear_progress()
    found = list(diagnostics)
    match form:
        case "json":
            click.echo(export.as_json(found))
        case "sarif":
            click.echo(export.as_sarif(found))
        case "github":
            for item in found:
                click.echo(export.as_workflow_command(item))
        case _ if quiet:
            pass
        case "concise":
            for item in found:
                click.echo(show.concise(item), err=True)
        case _:
            colour = use_colour(sys.stderr)
            for item in found:
                click.echo(show.full(item, texts, colour) + "\n", err=True, color=colour)


def _summary(shown: list[Diagnostic], files: int) -> str:
    from backgrounder.diagnostics import show

    line = f"{show.summary(shown).capitalize()} in {count(files, 'file')}."
    if shown:
        line += " `backgrounder explain CODE` tells more"
        fixable = sum(1 for item in shown if item.edits)
        line += f"; --fix mends {fixable:,} of them." if fixable else "."
    return line
