"""Programs in terminals that close: prints with which statuses they ended. It forks, so it is a program of its own.

python -m tests.cli.hung_up TIMES
"""

from __future__ import annotations

import os
import pty
import signal
import sys
import time
from collections import Counter

from voicecoach.cli.main import app, main

MOST_S = 0.002
"""The terminal is closed within so long after the command's first output."""


@app.command("chatter")
def _chatter() -> None:
    """Print without end, partly what is not delivered at once; then take a moment to clean up."""
    try:
        while True:
            sys.stdout.write("a line\nand the beginning of the next")
            sys.stderr.write(".")
    finally:
        sys.stdout.write("cleaned up")


def status_after_hang_up(after_s: float, *, told: bool) -> int:
    """The exit status of the command, whose terminal is closed `after_s` after its first output.

    Unless it is `told`, no signal says so: then it learns it from the terminal alone.
    """
    process, near = pty.fork()
    if process == 0:
        signal.signal(signal.SIGHUP, signal.SIG_DFL if told else signal.SIG_IGN)
        try:
            _as_program()
        finally:
            os._exit(99)
    os.read(near, 1)
    time.sleep(after_s)
    os.close(near)
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])


def _as_program() -> None:
    """Run the command and end as the interpreter does, which flushes the streams once more."""
    sys.argv = ["voicecoach", "chatter"]
    sys.stdout, sys.stderr = (os.fdopen(number, "w", buffering=1, closefd=False) for number in (1, 2))
    status = 1
    try:
        main()
    except SystemExit as end:
        status = end.code if isinstance(end.code, int) else 1
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError:
        status = 120
    time.sleep(0.001)  # for a signal that comes late
    os._exit(status)


if __name__ == "__main__":
    times = int(sys.argv[1])
    statuses = Counter(status_after_hang_up(MOST_S * n / times, told=n % 3 > 0) for n in range(times))
    sys.stdout.writelines(f"{status}: {count}\n" for status, count in sorted(statuses.items()))
