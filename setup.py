"""Builds the package, and with it what its patterns compile to, so that the first run starts at once."""

import os
import subprocess
import sys
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py


class BuildWithPatterns(build_py):
    """build_py, and then the shelf of compiled patterns beside the byte code (see meetingx/kept.py)."""

    def run(self) -> None:
        """Without the shelf the package works and starts more slowly, so that a failure is only told."""
        super().run()
        root = Path(__file__).parent if self.editable_mode else Path(self.build_lib)
        told = {name: value for name, value in os.environ.items() if name != "PYTHONPYCACHEPREFIX"}
        made = subprocess.run([sys.executable, "-m", "meetingx.prebuild"], cwd=root, env=told, check=False)
        if made.returncode:
            self.warn("patterns were not compiled; the first run will do so")


setup(cmdclass={"build_py": BuildWithPatterns})
