"""What libraries in C write to standard error themselves: it is not for the user, and goes through the screen."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from threading import RLock

_STDERR = 2
_TURN = RLock()


@contextmanager
def silenced() -> Iterator[None]:
    """What is written to file descriptor 2 meanwhile goes nowhere. Threads take turns; messages wait by `audible`."""
    with _TURN:
        try:
            kept, nowhere = os.dup(_STDERR), os.open(os.devnull, os.O_WRONLY)
        except OSError:  # it is closed already
            yield
            return
        os.dup2(nowhere, _STDERR)
        os.close(nowhere)
        try:
            yield
        finally:
            os.dup2(kept, _STDERR)
            os.close(kept)


@contextmanager
def audible() -> Iterator[None]:
    """What is written to standard error meanwhile arrives, whatever another thread has silenced."""
    with _TURN:
        yield
