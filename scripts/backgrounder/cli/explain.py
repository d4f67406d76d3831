"""``backgrounder explain``: what a code stands for, and what to do about it."""

from __future__ import annotations

import sys

import click

from backgrounder.cli.common import USAGE, fail, use_colour


@click.command()
@click.argument("codes", nargs=-1, metavar="[CODE]…")
def explain(codes: tuple[str, ...]) -> None:
    """Tell what a CODE means, why it matters, and how to mend it; without one, list them all."""
    from backgrounder.diagnostics import CATALOGUE
    from backgrounder.diagnostics import explain as words
    from backgrounder.diagnostics.suggest import did_you_mean

    colour = use_colour(sys.stdout)
    codes = tuple(map(_bare, codes))
    for code in codes:
        if code not in CATALOGUE:
            help_text = did_you_mean(code, CATALOGUE) or "`backgrounder explain` lists them all"
            fail(f"there is no code `{code}`; {help_text}", USAGE)
    told = [words.explained(CATALOGUE[code], colour) for code in dict.fromkeys(codes)]
    click.echo("\n\n".join(told) if told else words.listed(colour), color=colour)


def _bare(code: str) -> str:
    """The code alone, from ``error[unknown-source]:`` as a message has it."""
    return code.strip().rstrip(":").rpartition("[")[2].rstrip("]")
