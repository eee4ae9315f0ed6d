"""The command line: parses, calls the library, writes. Data goes to stdout, everything else to stderr.

Commands are imported when they are called, and the library by what they do, so that help comes at once.
"""

from __future__ import annotations

import errno
import io
import os
import signal
import sys
from contextlib import suppress
from types import FrameType
from typing import NoReturn

import click

from meetingx.cli.localized import Group
from meetingx.source import MeetingxError

SOME_NOT_READ = 1
INTERRUPTED = 130
SIGNALLED = 128
"""What is added to the number of the signal that ended a run."""

FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
COMMANDS = (
    "extract",
    "convert",
    "show",
    "clean",
    "explain",
    "rules",
    "place",
    "schema",
    "eval",
    "demo",
    "doctor",
    "completion",
)


class ReaderLeft(Exception):  # noqa: N818
    """Whoever read stdout has left; click would make an error of it."""


class Terminated(KeyboardInterrupt):
    """SIGTERM came, or SIGHUP, as its terminal was closed: what is kept, closed and told is the same as for Ctrl-C."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.code = SIGNALLED + number


class Cli(Group):
    """The commands."""

    def invoke(self, ctx: click.Context) -> object:
        """Runs the command."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            raise ReaderLeft from None


@click.group("meetingx", cls=Cli)
@click.version_option(package_name="meetingx", message="%(package)s %(version)s")
def cli() -> None:
    """Holds the commands."""


cli.homes = {name: f"meetingx.cli.{name}" for name in COMMANDS}


def main(args: list[str] | None = None) -> NoReturn:
    """Runs the command line and leaves: 0 all read, 1 some not read, 2 wrong usage, 130 and more ended by a signal."""
    if isinstance(sys.stdout, io.TextIOWrapper) and not sys.stdout.isatty():
        sys.stdout.reconfigure(encoding="utf-8")  # JSON is UTF-8, whatever the locale
    signal.signal(signal.SIGTERM, _terminate)
    if sys.platform != "win32" and signal.getsignal(signal.SIGHUP) != signal.SIG_IGN:  # nohup goes on
        signal.signal(signal.SIGHUP, _terminate)
    sys.exit(_run(args))


def _terminate(number: int, _frame: FrameType | None) -> NoReturn:
    raise Terminated(number)


def _run(args: list[str] | None) -> int:
    try:
        code = cli.main(args, prog_name="meetingx", standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt) as error:
        cause = error.__cause__ or error
        return cause.code if isinstance(cause, Terminated) else INTERRUPTED
    except (ReaderLeft, BrokenPipeError):
        return _hush(0)
    except Exception as error:
        with suppress(OSError):
            click.echo(f"meetingx: {_told(error)}", err=True)
        return _hush(SOME_NOT_READ) if isinstance(error, OSError) else SOME_NOT_READ
    return code if isinstance(code, int) else 0


def _told(error: Exception) -> str:
    """One line on what went wrong, and the remedy."""
    if isinstance(error, MeetingxError):
        return str(error)
    if isinstance(error, OSError):
        if error.errno in FULL:
            return f"cannot write: {error.strerror}: free some space, or write elsewhere"
        where = f"{error.filename}: " if error.filename else ""
        return f"{where}{error.strerror or error}: check the file, its permissions and its disk"
    fault = f"{type(error).__name__}: {error}".splitlines()[0]
    return f"a fault in meetingx ({fault}): report it together with what you gave it"


def _hush(code: int) -> int:
    """Whoever read stdout has left (`| head`): nothing more is written there, not even at exit."""
    with suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return code
