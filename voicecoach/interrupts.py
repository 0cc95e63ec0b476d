"""Signals: some have to wait. Where C code calls Python back, what a signal raises would be lost."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager

_ENDING = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))


def wait_for_children() -> None:
    """Let ended child processes be waited for, even if whoever started this program wanted to hear of none."""
    if hasattr(signal, "SIGCHLD") and signal.getsignal(signal.SIGCHLD) is signal.SIG_IGN:
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)


@contextmanager
def signals_wait() -> Iterator[None]:
    """Signals that end the program do so after the body.

    It belongs around C code that calls Python back, as libsndfile does to read from memory. An exception in there is
    printed and dropped, and the C code goes on with less than it asked for: nothing ends, and a sound has a hole.
    """
    if threading.current_thread() is not threading.main_thread():  # no other handles signals
        yield
        return
    came: list[int] = []
    handlers = {number: handler for number in _ENDING if (handler := signal.getsignal(number)) is not None}
    try:
        for number in handlers:
            signal.signal(number, lambda number, _frame: came.append(number))
        yield
    finally:
        for number, handler in handlers.items():
            signal.signal(number, handler)
        for number in came:
            signal.raise_signal(number)
