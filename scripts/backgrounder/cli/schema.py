"""``backgrounder schema``: the JSON Schema of a kind of file, for editors."""

from __future__ import annotations

import click

from backgrounder.schema import KINDS, schema_text


@click.command()
@click.argument("kind", type=click.Choice(list(KINDS)))
def schema(kind: str) -> None:
    """Print the JSON Schema of a brief, a registry file, or one kind of shared record."""
    click.echo(schema_text(kind), nl=False)
