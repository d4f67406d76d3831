"""How problems are put out: for people on the error stream, for programs on standard output."""

from __future__ import annotations

import os
import sys
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

import click

from backgrounder.cli.common import clear_progress, count, use_colour
from backgrounder.diagnostics import Diagnostic

FOR_PEOPLE = ("full", "concise")
FOR_PROGRAMS = ("json", "github", "sarif")

_NARROWEST, _GUTTER = 60, 10


def show_problems(diagnostics: Iterable[Diagnostic], texts: Mapping[str, str], form: str) -> None:
    """Draws problems for people."""
    from backgrounder.diagnostics import show

    clear_progress()
    colour = use_colour(sys.stderr)
    for item in diagnostics:
        if form == "concise":
            click.echo(show.concise(item), err=True)
        else:
            click.echo(show.full(item, texts, colour, _columns()) + "\n", err=True, color=colour)


def write_problems(diagnostics: Iterable[Diagnostic], form: str, project: Path) -> None:
    """Writes problems for programs, in UTF-8 whatever the terminal speaks."""
    from backgrounder.diagnostics import export

    match form:
        case "json":
            lines = [export.as_json(diagnostics)]
        case "sarif":
            lines = [export.as_sarif(diagnostics)]
        case _:
            folder = _folder_in_repository(project)
            lines = [export.as_workflow_command(item, folder) for item in diagnostics]
    for line in lines:
        click.echo(line.encode("utf-8"))


def summary_line(shown: Collection[Diagnostic], files: int) -> str:
    """The count of problems, and of the files that have them."""
    from backgrounder.diagnostics import show

    faulty = len({item.span.file for item in shown})
    where = count(files, "file") if faulty in (0, files) else f"{faulty:,} of {count(files, 'file')}"
    return f"{show.summary(shown).capitalize()} in {where}."


def way_on(shown: Collection[Diagnostic], mending: str = "") -> str:
    """What can be done about problems; ``mending`` tells of those that the program can mend itself."""
    if not shown:
        return ""
    codes = {item.code for item in shown}
    code = codes.pop() if len(codes) == 1 else "CODE"
    return f" `backgrounder explain {code}` tells more{f'; {mending}' if mending else ''}."


def _columns() -> int:
    """What fits beside the line numbers: on a terminal what it has, elsewhere what is usual."""
    from backgrounder.diagnostics.excerpt import WIDEST

    try:
        columns = os.get_terminal_size(sys.stderr.fileno()).columns
    except (OSError, ValueError):  # no terminal
        return WIDEST
    return min(WIDEST, max(_NARROWEST, columns - _GUTTER)) if columns else WIDEST


def _folder_in_repository(project: Path) -> str:
    """Where GitHub Actions has checked out more than the project, the project's folder in it."""
    workspace = Path(os.environ.get("GITHUB_WORKSPACE") or project).resolve()
    inside = project.relative_to(workspace).as_posix() if project.is_relative_to(workspace) else "."
    return "" if inside == "." else inside
