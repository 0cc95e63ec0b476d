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


_BLAS_THREADS = "OPENBLAS_NUM_THREADS"
_set_here: set[str] = set()


def spare_blas_threads() -> None:
    """Let numpy, once it is imported, start no threads, each of which takes memory, for algebra that nobody does here.

    What the user has set stays.
    """
    if _BLAS_THREADS not in os.environ:
        os.environ[_BLAS_THREADS] = "1"
        _set_here.add(_BLAS_THREADS)


def environment() -> dict[str, str]:
    """The environment for other programs, as the user has it."""
    return {name: value for name, value in os.environ.items() if name not in _set_here}
