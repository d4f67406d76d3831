"""The ``backgrounder`` command: the only place that prints and decides exit statuses.

0 done; 1 the content has problems; 2 wrong usage or a project that cannot be read; 75 another build
is at work (EX_TEMPFAIL of sysexits).
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

import click

from backgrounder import __version__
from backgrounder.diagnostics import show
from backgrounder.diagnostics.diagnostic import Diagnostic
from backgrounder.settings import Settings

PROBLEMS, USAGE, BUSY = 1, 2, 75

_folder = click.option(
    "-C",
    "folder",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    default=None,
    metavar="DIR",
    help="Work on the project in DIR instead of the one here.",
)
_today = click.option("--today", metavar="DATE", help="Count what is due or overdue from DATE (YYYY-MM-DD).")
_format = click.option(
    "--format",
    "form",
    type=click.Choice(["full", "concise"]),
    default="full",
    show_default=True,
    help="How problems are shown.",
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="backgrounder")
@_folder
@click.pass_context
def main(context: click.Context, folder: Path | None) -> None:
    """Compile briefings written in YAML into a searchable site and print-ready handouts."""
    context.obj = folder


@main.command()
@_folder
@_today
@_format
@click.option("--no-handouts", is_flag=True, help="Make the site alone, without PDF handouts.")
@click.pass_obj
def build(outer: Path | None, folder: Path | None, today: str | None, form: str, no_handouts: bool) -> None:
    """Check the briefs and publish the site; a faulty brief leaves the old site untouched."""
    from backgrounder import pipeline
    from backgrounder.hosts import mkdocs

    started = time.monotonic()
    settings = _settings(folder or outer, today, no_handouts)
    built = _guarded(lambda: pipeline.build(settings, mkdocs.write_site, _progress()))
    _show_problems(built.checked.diagnostics, built.checked.texts, form)
    for warning in built.warnings:
        click.echo(f"{click.style('error', fg='red', bold=True)}: {warning}\n", err=True)
    if not built.is_published:
        kept = "the old site is untouched" if settings.site.exists() else "nothing was published"
        count = (
            show.summary(built.checked.diagnostics) if built.checked.diagnostics else "MkDocs has warnings"
        )
        click.echo(f"{count}; {kept}.", err=True)
        sys.exit(PROBLEMS)
    _show_summary(settings, built, time.monotonic() - started)


@main.command()
@_folder
@_today
@_format
@click.pass_obj
def check(outer: Path | None, folder: Path | None, today: str | None, form: str) -> None:
    """Check the briefs and say what is wrong, without building anything."""
    from backgrounder import pipeline

    settings = _settings(folder or outer, today)
    checked = _guarded(lambda: pipeline.check(settings))
    _show_problems(checked.diagnostics, checked.texts, form)
    click.echo(f"{show.summary(checked.diagnostics).capitalize()} in {_count(len(checked.texts), 'file')}.")
    if checked.has_errors:
        sys.exit(PROBLEMS)


@main.command()
@_folder
@click.option("--address", metavar="HOST:PORT", help="Where to serve.  [default: 127.0.0.1:8000]")
@click.option("--open", "open_in_browser", is_flag=True, help="Open the preview in a browser.")
@click.pass_obj
def serve(outer: Path | None, folder: Path | None, address: str | None, open_in_browser: bool) -> None:
    """Show the site as it is written: a saved file appears in the browser, drafts included."""
    from backgrounder.hosts import mkdocs

    project = _project(folder or outer)
    _guarded(lambda: mkdocs.serve(project, address, open_in_browser))


def _project(folder: Path | None) -> Path:
    return (folder or Path.cwd()).resolve()


def _settings(folder: Path | None, today: str | None, no_handouts: bool = False) -> Settings:
    import msgspec

    from backgrounder.hosts import mkdocs

    settings = _guarded(lambda: mkdocs.read_project(_project(folder), today))
    return msgspec.structs.replace(settings, handouts=settings.handouts and not no_handouts)


def _guarded(work: Callable[[], Any]) -> Any:
    """Runs ``work``; what it cannot do becomes one clear line and an exit status."""
    from backgrounder.hosts.mkdocs import HostError
    from backgrounder.publish import BusyError, OccupiedError
    from backgrounder.typeset import TypesetError

    try:
        return work()
    except BusyError as error:
        _fail(f"{error}; try again when it has finished.", BUSY)
    except TypesetError as error:
        _fail(f"{error}", PROBLEMS)
    except (HostError, OccupiedError) as error:
        _fail(f"{error}", USAGE)
    except OSError as error:
        _fail(f"{error.strerror}: {error.filename or ''}".rstrip(": "), USAGE)


def _clear_progress() -> None:
    if sys.stderr.isatty():
        click.echo("\r\x1b[K", nl=False, err=True)


def _fail(message: str, status: int) -> NoReturn:
    _clear_progress()
    click.echo(f"{click.style('backgrounder', bold=True)}: {message}", err=True)
    sys.exit(status)


def _progress() -> Callable[[str, int, int], None]:
    """Tells the step at work on a terminal; says nothing in a pipe."""
    if not sys.stderr.isatty():
        return lambda *_: None

    def tell(step: str, number: int, total: int) -> None:
        amount = f" {number} of {total}" if total else ""
        click.echo(f"\r\x1b[K{step}{amount} …", nl=False, err=True)

    return tell


def _show_problems(diagnostics: tuple[Diagnostic, ...], texts: dict[str, str], form: str) -> None:
    _clear_progress()
    for diagnostic in diagnostics:
        if form == "concise":
            click.echo(show.concise(diagnostic), err=True)
        else:
            click.echo(show.full(diagnostic, texts, colour=True) + "\n", err=True)


def _show_summary(settings: Settings, built: Any, seconds: float) -> None:
    briefs = built.briefs
    click.echo(
        f"{_count(briefs, 'brief')}, {_count(built.pages, 'page')}, {_count(built.handouts, 'handout')}, "
        f"{show.summary(built.checked.diagnostics)}, {seconds:.1f} seconds"
    )
    click.echo(f"The site is in {_shown(settings.site)}. Look at it with:")
    click.echo(f"  python3 -m http.server -d {_shown(settings.site)}")


def _shown(path: Path) -> str:
    """A path as short as it can be from here."""
    here = Path.cwd()
    return f"{path.relative_to(here)}/" if path.is_relative_to(here) and path != here else f"{path}/"


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
