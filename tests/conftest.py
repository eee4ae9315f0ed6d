"""What the tests share: the sets of pages of bench/gate.py, and how Hypothesis is to search."""

from __future__ import annotations

import signal
import sys
from pathlib import Path

from hypothesis import HealthCheck, Phase, settings

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "bench"))

# A shell starts what runs in the background with Ctrl-C ignored, and the programs that are tested would inherit that.
signal.signal(signal.SIGINT, signal.default_int_handler)
if hasattr(signal, "SIGHUP"):
    signal.signal(signal.SIGHUP, signal.SIG_DFL)  # and nohup with SIGHUP ignored

# The same examples in every run, so that a failure is the fault of the change that is tested; `thorough` searches.
settings.register_profile(
    "default",
    derandomize=True,
    deadline=None,
    max_examples=60,
    phases=[Phase.explicit, Phase.generate],  # a failure shows at once; the thorough profile makes it small
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("thorough", deadline=None, max_examples=2000, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("default")
