"""``backgrounder verify``: compares every quotation with its source and renews the lock."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from backgrounder.cli.common import PROBLEMS, USAGE, count, fail, folder_option, guarded, read_settings
from backgrounder.cli.problems import FOR_PEOPLE, show_problems
from backgrounder.diagnostics import Diagnostic, Severity
from backgrounder.model.proof import Proof


@click.command()
@folder_option
@click.option(
    "--format", "form", type=click.Choice(FOR_PEOPLE), default="full", show_default=True,
    help="How problems are shown.",
)  # fmt: skip
@click.option(
    "--accept-text", "accepted", multiple=True, metavar="ID",
    help="Take the text of this source in place of the one that the lock knows. May be given several times.",
)  # fmt: skip
@click.pass_obj
def verify(outer: Path | None, folder: Path | None, form: str, accepted: tuple[str, ...]) -> None:
    """Compare every quotation with the text of its source, and renew briefs/evidence.lock.

    Quotations of sources whose text is not in briefs/archive/ stay as the lock has them. The lock is
    written only where nothing is wrong; the status is 1 where something is. A text that is not the one
    that was compared before is taken only if it is named with --accept-text.
    """
    from backgrounder import pipeline

    settings = read_settings(folder or outer)
    try:
        done = guarded(lambda: pipeline.verify(settings, accepted))
    except pipeline.AcceptError as error:
        fail(str(error), USAGE)
    show_problems(done.problems, done.checked.texts, form)
    if any(item.severity is Severity.ERROR for item in done.problems):
        click.echo(f"{_kept_from_writing(done.problems)} {done.file} from being written.", err=True)
        sys.exit(PROBLEMS)
    sources = {proof.citation.source for proof in done.compared}
    by_text = f"{_counted(done.compared)} compared with {count(len(sources), 'source')}"
    by_lock = f"; {_counted(done.vouched)} vouched for by the lock alone" if done.vouched else ""
    click.echo(f"{by_text}{by_lock}.")
    if done.told:
        click.echo(f"{done.told}.")
    if not done.is_changed:
        click.echo(f"{done.file} is up to date.")
    else:
        click.echo(f"{done.file}: {done.added:,} added, {done.removed:,} removed. Commit it with the briefs.")


def _kept_from_writing(problems: Sequence[Diagnostic]) -> str:
    """``2 errors keep``: warnings and advice keep nothing."""
    errors = sum(1 for item in problems if item.severity is Severity.ERROR)
    return f"{count(errors, 'error')} {'keeps' if errors == 1 else 'keep'}"


def _counted(proofs: Sequence[Proof]) -> str:
    """``2 quotations and 1 passage in running text``; what there is none of is left out beside the other."""
    passages = sum(1 for proof in proofs if proof.is_of_passage)
    quotations = len(proofs) - passages
    parts = [count(quotations, "quotation")] if quotations or not passages else []
    if passages:
        parts.append(f"{count(passages, 'passage')} in running text")
    return " and ".join(parts)
