"""``backgrounder check``: says what is wrong, and mends what has one right answer."""

from __future__ import annotations

import sys
from collections.abc import Collection
from pathlib import Path

import click

from backgrounder.cli.common import (
    count,
    folder_option,
    guarded,
    read_settings,
    status_of,
    strict_option,
    today_option,
    use_colour,
)
from backgrounder.cli.paths import is_wanted, require_content, wanted_names
from backgrounder.cli.problems import (
    FOR_PEOPLE,
    FOR_PROGRAMS,
    show_problems,
    summary_line,
    way_on,
    write_problems,
)
from backgrounder.diagnostics import Diagnostic
from backgrounder.settings import Settings


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATH]…")
@folder_option
@today_option
@click.option(
    "--format",
    "form",
    type=click.Choice([*FOR_PEOPLE, *FOR_PROGRAMS]),
    default="full",
    show_default=True,
    help="How problems are told; json, github and sarif are for programs.",
)
@strict_option
@click.option("-q", "--quiet", is_flag=True, help="Show the closing line alone.")
@click.option("-v", "--verbose", is_flag=True, help="Say of each brief what was compared with its sources.")
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
    verbose: bool,
    fix: bool,
    diff: bool,
) -> None:
    """Check the briefs and say what is wrong, without building anything.

    With PATHS, only problems in those files and folders are shown and counted; all briefs are read.

    The status is 0 where nothing is wrong, or nothing worse than a warning; 1 where there are errors, with
    --strict also warnings; 2 where the command cannot do what was asked.
    """
    from backgrounder import pipeline

    settings = read_settings(folder or outer, today)
    wanted = wanted_names(paths, settings.project)
    checked = guarded(lambda: pipeline.check(settings))
    require_content(wanted, {*checked.texts, *(item.span.file for item in checked.diagnostics)})
    mended = 0
    if (fix or diff) and any(item.edits for item in _of(wanted, checked.diagnostics)):
        mended = _mend(settings, wanted, write=not diff, quiet=quiet, aside=form in FOR_PROGRAMS)
        checked = checked if diff else guarded(lambda: pipeline.check(settings))
    shown = _of(wanted, checked.diagnostics)
    if form in FOR_PROGRAMS:
        write_problems(shown, form, settings.project)
    elif not quiet:
        show_problems(shown, checked.texts, form)
    if verbose and not quiet:
        for file, told in pipeline.comparisons(checked):
            if is_wanted(file, wanted):
                click.echo(f"{file}: {told}.", err=form in FOR_PROGRAMS)
    files = {
        *(name for name in checked.texts if is_wanted(name, wanted)),
        *(item.span.file for item in shown),
    }
    closing = _closing(shown, len(files), mended, fix and not diff, diff)
    click.echo(closing, err=form in FOR_PROGRAMS)
    sys.exit(status_of(shown, strict))


def _of(wanted: Collection[str], diagnostics: Collection[Diagnostic]) -> list[Diagnostic]:
    return [item for item in diagnostics if is_wanted(item.span.file, wanted)]


def _mend(settings: Settings, wanted: Collection[str], *, write: bool, quiet: bool, aside: bool) -> int:
    """Mends, or tells what would be mended; the difference goes ``aside`` where the output is for programs."""
    from backgrounder import pipeline

    mended = guarded(lambda: pipeline.mend(settings, lambda name: is_wanted(name, wanted), write))
    colour = use_colour(sys.stderr if aside else sys.stdout)
    for difference in () if quiet else mended.differences:
        for line in difference.splitlines():
            click.echo(_painted(line) if colour else line, err=aside, color=colour)
    for name in mended.unwritten:
        click.echo(f"{name} was left as it is: it was saved meanwhile, or may not be written.", err=True)
    return mended.problems


def _painted(line: str) -> str:
    """A line of a difference: what goes red, what comes green."""
    if line.startswith(("---", "+++")):
        return click.style(line, bold=True)
    tint = {"-": "red", "+": "green", "@": "cyan"}.get(line[:1])
    return click.style(line, fg=tint) if tint else line


def _closing(shown: list[Diagnostic], files: int, mended: int, has_written: bool, has_tried: bool) -> str:
    """The last line: what was mended, what there is, and what can be done about it."""
    summary = summary_line(shown, files)
    if has_written and (mended or shown):
        done = f"{count(mended, 'problem')} mended." if mended else "Nothing could be mended."
        return f"{done} {summary}{way_on(shown)}"
    if has_tried:
        told = f"--fix would mend {_amount(mended, shown)}" if mended else "--fix would mend none of them"
        return f"{summary}{way_on(shown, told)}"
    fixable = sum(1 for item in shown if item.edits)
    return f"{summary}{way_on(shown, f'--fix can mend {_amount(fixable, shown)}' if fixable else '')}"


def _amount(number: int, shown: list[Diagnostic]) -> str:
    if number < len(shown):
        return f"{number:,} of them"
    return "it" if number == 1 else "them all"
