"""Programs that this one runs: none is left behind, and a signal ends the waiting for them."""

from __future__ import annotations

import subprocess
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from typing import IO

from voicecoach.interrupts import patiently, signals_wait

_GONE_WITHIN_S = 1.0
"""What was killed is gone by then, on a machine that gets round to it."""


@contextmanager
def running(
    command: Sequence[str],
    *,
    stdin: IO[bytes] | int,
    stdout: IO[bytes] | int = subprocess.DEVNULL,
    stderr: IO[bytes] | int = subprocess.DEVNULL,
    env: Mapping[str, str] | None = None,
) -> Iterator[subprocess.Popen[bytes]]:
    """The program as it runs; at the end it is ended if it still runs. Raises OSError where it can't be started."""
    process: subprocess.Popen[bytes] | None = None
    try:
        with signals_wait():  # else there could be a process that nobody knows
            process = subprocess.Popen(command, stdin=stdin, stdout=stdout, stderr=stderr, env=env)
        yield process
    finally:
        if process:
            with signals_wait():
                process.kill()
                with suppress(subprocess.TimeoutExpired):
                    process.wait(_GONE_WITHIN_S)
                if process.stdin:
                    with suppress(OSError):
                        process.stdin.close()


def status_of(process: subprocess.Popen[bytes], limit_s: float = threading.TIMEOUT_MAX) -> int | None:
    """The exit status of a program once it has ended; None if it hasn't within the limit.

    Raises GivenUpError in a thread that is told so.
    """

    def status(wait_s: float) -> int | None:
        with suppress(subprocess.TimeoutExpired):
            return process.wait(wait_s)
        return None

    return patiently(status, limit_s)
