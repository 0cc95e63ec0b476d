"""The keyboard of a live session: one key at a time, by name, without Enter.

Names are `space`, `enter`, `backspace`, `escape`, `left`, `right`, `up`, `down`, and the character itself for all
others (`n`, `N`, `?`, `5`). The mouse, where it was asked for (see `mouse`), has `wheel-up`, `wheel-down` and
`click COLUMN ROW`. Keys without a name, and what a terminal sends of its own accord, are left out.
"""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable, Container, Iterator
from contextlib import contextmanager
from typing import Protocol

LOOK_S = 0.05
"""How long to wait for a key before looking at other things."""


def nothing() -> None:
    """What is done around a stop by default."""


class Keyboard(Protocol):
    """Where the keys come from."""

    def get(self, timeout_s: float) -> str | None:
        """The next key, or None when none was pressed within `timeout_s`."""


def one_key_of(answers: Container[str]) -> str:
    """The next of these keys that is pressed, in lower case, however long that takes; others do nothing."""
    with keyboard() as keys:
        while (key := (keys.get(LOOK_S) or "").lower()) not in answers:
            pass
    return key


@contextmanager
def keyboard(
    descriptor: int | None = None, *, on_stop: Callable[[], None] = nothing, on_continue: Callable[[], None] = nothing
) -> Iterator[Keyboard]:
    """The keys of the terminal at `descriptor` (standard input by default); without a terminal there are none.

    The terminal is as it was afterwards, and while the program is stopped with Ctrl-Z. `on_stop` is called before such
    a stop, and `on_continue` when the program is in front again, also after a stop that nobody was told of. Both are
    called from within `get`.
    """
    number = _standard_input() if descriptor is None else descriptor
    if number is None or not os.isatty(number):
        yield NoKeyboard()
    elif sys.platform == "win32":
        from voicecoach.terminal.windows_keys import windows_keyboard

        yield windows_keyboard()
    else:
        from voicecoach.terminal.posix_keys import PosixKeyboard

        with PosixKeyboard(number, on_stop, on_continue) as keys:
            yield keys


def _standard_input() -> int | None:
    """Its descriptor; None if it was closed or replaced by something without one."""
    try:
        return sys.stdin.fileno()
    except (AttributeError, OSError, ValueError):
        return None


class Keyboards:
    """The keys of one that is asked first, and never waits, and of another one."""

    def __init__(self, first: Keyboard, second: Keyboard) -> None:
        self._first, self._second = first, second

    def get(self, timeout_s: float) -> str | None:
        """The next key, or None when none was pressed within `timeout_s`."""
        return self._first.get(0) or self._second.get(timeout_s)


class NoKeyboard:
    """No keys; it only lets the time pass."""

    def get(self, timeout_s: float) -> str | None:
        """None, after `timeout_s`."""
        threading.Event().wait(timeout_s)
        return None
