"""The command line: parses, calls the library, writes. Data goes to stdout, everything else to stderr.

Commands are imported when they are called, and the library by what they do, so that help comes at once.
"""

from __future__ import annotations

import io
import os
import sys
from contextlib import suppress
from typing import NoReturn

import click

from meetingx.cli.localized import Group
from meetingx.source import MeetingxError

SOME_NOT_READ = 1
INTERRUPTED = 130
COMMANDS = ("extract", "show", "clean", "explain", "rules", "schema")


@click.group("meetingx", cls=Group)
@click.version_option(package_name="meetingx", message="%(package)s %(version)s")
def cli() -> None:
    """Holds the commands."""


cli.homes = {name: f"meetingx.cli.{name}" for name in COMMANDS}


def main(args: list[str] | None = None) -> NoReturn:
    """Runs the command line and leaves: 0 all read, 1 some not read, 2 wrong usage, 130 interrupted."""
    if isinstance(sys.stdout, io.TextIOWrapper) and not sys.stdout.isatty():
        sys.stdout.reconfigure(encoding="utf-8")  # JSON is UTF-8, whatever the locale
    sys.exit(_run(args))


def _run(args: list[str] | None) -> int:
    try:
        code = cli.main(args, prog_name="meetingx", standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except MeetingxError as error:
        click.echo(f"meetingx: {error}", err=True)
        return SOME_NOT_READ
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except BrokenPipeError:
        return _hush()
    except OSError as error:
        with suppress(OSError):
            click.echo(f"meetingx: cannot write: {error.strerror}: free some space, or write elsewhere", err=True)
        return _hush(SOME_NOT_READ)
    return code if isinstance(code, int) else 0


def _hush(code: int = 0) -> int:
    """Whoever read stdout has left (`| head`): nothing more is written there, not even at exit."""
    with suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return code
