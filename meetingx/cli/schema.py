"""`meetingx schema`: the JSON Schema of a record, and that of the tables."""

from __future__ import annotations

import click

from meetingx.cli.localized import command


@command("schema")
@click.option("--sql", "notation", flag_value="sql")
@click.option("--arrow", "notation", flag_value="arrow")
def schema(notation: str | None) -> None:
    """Prints the JSON Schema of a record, or the schema of the tables."""
    if notation is None:
        from meetingx.schema import schema as made

        click.echo(made(), nl=False)
    else:
        from meetingx.outputs import schemas

        click.echo(schemas.sql() if notation == "sql" else schemas.arrow(), nl=False)
