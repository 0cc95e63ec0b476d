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


_M_ARENA_MAX = -8
"""The option of glibc's `mallopt`, as its `malloc.h` has it."""


def spare_address_space() -> None:
    """Where the address space is limited, let all threads allocate from one arena.

    glibc reserves 128 MB for a moment for each thread's own, and 64 MB for good; what another thread asks for in that
    moment is refused. Measured, `make` of a minute: 471 MB of addresses at its peak, 195 MB with one arena.
    """
    if sys.platform == "linux":
        import resource

        if resource.getrlimit(resource.RLIMIT_AS)[0] == resource.RLIM_INFINITY:
            return
        import ctypes

        if set_option := getattr(ctypes.CDLL(None), "mallopt", None):  # musl has none
            set_option(_M_ARENA_MAX, 1)


def environment() -> dict[str, str]:
    """The environment for other programs, as the user has it."""
    return {name: value for name, value in os.environ.items() if name not in _set_here}
