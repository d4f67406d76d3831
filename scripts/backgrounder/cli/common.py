"""What the commands share: options, settings, exit statuses, and how a failure is told.

0 done; 1 the content has problems; 2 wrong usage or a project that cannot be read; 75 another build
is at work (EX_TEMPFAIL of sysexits).
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, NoReturn, TextIO

import click

from backgrounder.diagnostics import Diagnostic, Severity
from backgrounder.settings import Settings

PROBLEMS, USAGE, BUSY = 1, 2, 75

folder_option = click.option(
    "-C",
    "folder",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    default=None,
    metavar="DIR",
    help="Work on the project in DIR instead of the one here.",
)
today_option = click.option(
    "--today", metavar="DATE", help="Count what is due or overdue from DATE (YYYY-MM-DD)."
)
strict_option = click.option("--strict", is_flag=True, help="Let warnings count as errors do.")


def project_folder(folder: Path | None) -> Path:
    """The project that a command works on."""
    return (folder or Path.cwd()).resolve()


def read_settings(
    folder: Path | None, today: str | None = None, keeps: bool = False, makes_folder: bool = False
) -> Settings:
    """The settings of a project, which the next command will find if it ``keeps`` them; ``makes_folder`` makes that
    of the briefs where it is missing. A project that cannot be read ends the command."""
    from backgrounder.hosts import mkdocs

    return guarded(lambda: mkdocs.read_project(project_folder(folder), today, keeps, makes_folder))


def guarded(work: Callable[[], Any]) -> Any:
    """Runs ``work``; what it cannot do becomes one clear line and an exit status."""
    from backgrounder.hosts.mkdocs import HostError
    from backgrounder.parallel import WorkerDiedError
    from backgrounder.publish import BusyError, OccupiedError

    try:
        return work()
    except BusyError as error:
        fail(f"{error}; try again when it has finished.", BUSY)
    except (HostError, OccupiedError, WorkerDiedError) as error:
        fail(f"{error}", USAGE)
    except OSError as error:
        fail(f"{error.strerror}: {error.filename or ''}".rstrip(": "), USAGE)


def fail(message: str, status: int) -> NoReturn:
    """Says why a command cannot go on, and ends it."""
    clear_progress()
    click.echo(f"{click.style('backgrounder', bold=True)}: {message}", err=True, color=use_colour(sys.stderr))
    sys.exit(status)


def clear_progress() -> None:
    """Takes the step at work off the terminal."""
    if shows_progress():
        click.echo("\r\x1b[K", nl=False, err=True)


def shows_progress() -> bool:
    """Whether the error stream is a terminal that can take back what it shows."""
    return sys.stderr.isatty() and os.environ.get("TERM") != "dumb"


def show_progress() -> Callable[[str, int, int], None]:
    """Tells the step at work on a terminal; says nothing in a pipe."""
    if not shows_progress():
        return lambda *_: None

    def tell(step: str, number: int, total: int) -> None:
        amount = f" {number} of {total}" if total else ""
        click.echo(f"\r\x1b[K{step}{amount} …", nl=False, err=True)

    return tell


def use_colour(stream: TextIO) -> bool:
    """Whether to paint: on a terminal that can, unless NO_COLOR says no; in a pipe where FORCE_COLOR or
    CLICOLOR_FORCE says so."""
    if os.environ.get("NO_COLOR"):
        return False
    if any(os.environ.get(name, "0") not in ("", "0") for name in ("FORCE_COLOR", "CLICOLOR_FORCE")):
        return True
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def status_of(diagnostics: Iterable[Diagnostic], strict: bool) -> int:
    """0 where nothing counts; advice never does, warnings where ``strict`` says so."""
    counting = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return PROBLEMS if any(item.severity in counting for item in diagnostics) else 0


def count(number: int, noun: str) -> str:
    """``1 file``, ``2,000 files``."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
