"""`meetingx completion`: what makes a shell complete the command."""

from __future__ import annotations

import click

from meetingx.cli.localized import command

SHELLS = ("bash", "zsh", "fish")


@command("completion")
@click.argument("shell", type=click.Choice(SHELLS), metavar="[bash|zsh|fish]")
def completion(shell: str) -> None:
    """Prints the script that a shell is to source."""
    from click.shell_completion import get_completion_class

    from meetingx.cli import cli

    kind = get_completion_class(shell)
    if kind is None:
        raise click.UsageError(shell)
    click.echo(kind(cli, {}, "meetingx", "_MEETINGX_COMPLETE").source())
