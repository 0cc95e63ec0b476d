"""How much can be done at once."""

from __future__ import annotations

import os
import sys


def cores() -> int:
    """How many cores there are for this program."""
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    else:  # noqa: RET505 - else mypy calls it unreachable on Linux
        return os.cpu_count() or 1
