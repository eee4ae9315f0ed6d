"""A terminal for commands to run on."""

from __future__ import annotations

import errno
import os
import pty
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path


def shown(
    command: Sequence[str], folder: Path, environment: Mapping[str, str], *, stdout: int | None = None
) -> tuple[str, int]:
    """What a command shows on a terminal, and its exit code; its stdout is the terminal where none is given."""
    parent, child = pty.openpty()
    ran = subprocess.Popen(
        command,
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=child if stdout is None else stdout,
        stderr=child,
        env=environment,
    )
    os.close(child)
    told = b""
    while True:
        try:
            block = os.read(parent, 65536)
        except OSError as error:
            if error.errno != errno.EIO:
                raise
            break
        if not block:
            break
        told += block
    os.close(parent)
    return told.decode(), ran.wait()
