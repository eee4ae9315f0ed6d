"""The command `meetingx`, also as `python -m meetingx`: a process that starts quickly and ends at once."""

from __future__ import annotations

import atexit
import gc
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import NoReturn

YOUNG = 50_000
"""Objects made before the collector looks for cycles: what is made at the start stays."""


def main() -> NoReturn:
    """Runs the command line and ends the process."""
    gc.set_threshold(YOUNG)
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # closed by the shell: >&-
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115  for the whole process
    from meetingx.cli import main as run  # noqa: PLC0415  what it loads is what the collector is to leave alone

    try:
        run()
    except SystemExit as end:
        if isinstance(end.code, str):
            print(end.code, file=sys.stderr)
        _leave(end.code if isinstance(end.code, int) else int(end.code is not None))


def _leave(code: int) -> NoReturn:
    """Ends the process without taking its tables apart, which takes longer than the reading of a page."""
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError, AttributeError):
            stream.flush()
    atexit._run_exitfuncs()
    os._exit(code)


if __name__ == "__main__":
    main()
