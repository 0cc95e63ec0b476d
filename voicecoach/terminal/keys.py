"""The keyboard of a live session: one key at a time, by name, without Enter.

Names are `space`, `enter`, `escape`, `left`, `right`, `up`, `down`, and the character itself for all others (`n`, `N`,
`?`, `5`). Keys without a name, and what a terminal sends of its own accord, are left out.
"""

from __future__ import annotations

import os
import queue
import sys
import threading
from codecs import getincrementaldecoder
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Protocol

NAMES = {" ": "space", "\r": "enter", "\n": "enter"}
ESCAPE = "\x1b"
FINAL_NAMES = {"A": "up", "B": "down", "C": "right", "D": "left", "M": "enter", "k": "+", "m": "-"}
"""Last characters of the sequences of arrow and keypad keys. Only after `ESC O`: M, k and m."""
ARROWS = "ABCD"
STRING_INTRODUCERS = "]P_^X"
"""After ESC they begin a text from the terminal, which ends with BEL or `ESC \\`."""
WITH_ONE_MORE = 2
"""The length of ESC and one character."""
WINDOWS_NAMES = {"H": "up", "P": "down", "K": "left", "M": "right"}
WINDOWS_PREFIXES = "\x00\xe0"
INTERRUPT = "\x03"


def nothing() -> None:
    """What is done around a stop by default."""


class Keyboard(Protocol):
    """Where the keys come from."""

    def get(self, timeout_s: float) -> str | None:
        """The next key, or None when none was pressed within `timeout_s`."""


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


class NoKeyboard:
    """No keys; it only lets the time pass."""

    def get(self, timeout_s: float) -> str | None:
        """None, after `timeout_s`."""
        threading.Event().wait(timeout_s)
        return None


class KeyParser:
    """Names of keys from what a terminal sends, in whatever pieces it arrives."""

    def __init__(self) -> None:
        self._decoder = getincrementaldecoder("utf-8")("ignore")
        self._rest = ""

    @property
    def is_waiting(self) -> bool:
        """Whether a sequence has begun and not ended."""
        return bool(self._rest)

    def feed(self, sent: bytes) -> Iterator[str]:
        """The keys that are complete with these bytes."""
        self._rest += self._decoder.decode(sent)
        while self._rest and (length := self._complete()):
            key, self._rest = self._rest[:length], self._rest[length:]
            if name := _name(key):
                yield name

    def flush(self) -> Iterator[str]:
        """What has begun and won't go on: ESC was a key, and what followed it were others."""
        pending, self._rest = self._rest, ""
        if pending:
            yield "escape"
            if len(pending) == WITH_ONE_MORE and (name := _name(pending[1])):
                yield name

    def _complete(self) -> int:
        """How many characters the first key takes, 0 if it isn't all there yet."""
        rest = self._rest
        if rest[0] != ESCAPE:
            return 1
        if len(rest) == 1:
            return 0
        if rest[1] == "[":
            return _end_of_control_sequence(rest)
        if rest[1] == "O":
            return WITH_ONE_MORE + 1 if len(rest) > WITH_ONE_MORE else 0
        if rest[1] in STRING_INTRODUCERS:
            ends = [at for at in (rest.find("\x07") + 1, rest.find("\x1b\\", 1) + 2) if at > 1]
            return min(ends, default=0)
        return 1


def _end_of_control_sequence(sent: str) -> int:
    """The length of `ESC [`, parameters, and the one character that ends them; 0 if that is missing."""
    for at, character in enumerate(sent[2:], 3):
        if "@" <= character <= "~":
            return at
        if not " " <= character <= "?":
            return at - 1  # no such sequence: forget it, not what follows
    return 0


def _name(key: str) -> str | None:
    if len(key) == 1:
        if key == ESCAPE:
            return "escape"
        return NAMES.get(key) or (key if key.isprintable() else None)
    final = key[-1]
    return FINAL_NAMES.get(final) if key[1] == "O" or final in ARROWS else None


class KeyQueue:
    """Keys from a function that waits for the next character, as the Windows console has it.

    The function runs in a thread of its own, so that waiting for a key can end without one.
    """

    def __init__(self, next_character: Callable[[], str]) -> None:
        self._next = next_character
        self._keys: queue.SimpleQueue[str] = queue.SimpleQueue()
        threading.Thread(target=self._read, name="keyboard", daemon=True).start()

    def _read(self) -> None:
        with suppress(OSError):
            while character := self._next():
                is_special = character in WINDOWS_PREFIXES
                name = WINDOWS_NAMES.get(self._next()) if is_special else character
                if name:
                    self._keys.put(name)

    def get(self, timeout_s: float) -> str | None:
        """The next key, or None. Ctrl-C, which such a console hands over as a character, is raised."""
        try:
            key = self._keys.get(timeout=timeout_s)
        except queue.Empty:
            return None
        if key == INTERRUPT:
            raise KeyboardInterrupt
        return key if len(key) > 1 else _name(key)


if sys.platform == "win32":
    import msvcrt

    def windows_keyboard() -> KeyQueue:
        """The keys of the console."""
        return KeyQueue(msvcrt.getwch)
