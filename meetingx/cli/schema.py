"""`meetingx schema`: the JSON Schema of a record."""

from __future__ import annotations

import click

from meetingx.cli.localized import command


@command("schema")
def schema() -> None:
    """Prints the JSON Schema of a record."""
    from meetingx.schema import schema as made

    click.echo(made(), nl=False)
