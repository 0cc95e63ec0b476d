"""The keys of a terminal on Linux and macOS, each as it is pressed; in the background the terminal is left alone."""

from __future__ import annotations

import os
import select
import signal
import termios
import threading
import time
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from typing import Any, Self

from voicecoach.terminal.key_names import KeyParser

SEQUENCE_WAIT_S = 0.3
"""A sequence that was split on its way has arrived whole by then; after that ESC was a key of its own."""
BACKGROUND_WAIT_S = 0.3
"""So often it is looked whether we are in front again: a shell that never stopped us doesn't tell."""
READ_BYTES = 1024
INPUT_FLAGS, LOCAL_FLAGS, CHARACTERS = 0, 3, 6
"""Places in what `termios.tcgetattr` returns."""


class PosixKeyboard:
    """See `keys.keyboard`. Ctrl-C and Ctrl-Z stay signals."""

    def __init__(self, descriptor: int, on_stop: Callable[[], None], on_continue: Callable[[], None]) -> None:
        self._terminal = descriptor
        self._on_stop, self._on_continue = on_stop, on_continue
        self._parser = KeyParser()
        self._begun_s = 0.0
        self._keys: deque[str] = deque()
        self._usual: list[Any] | None = None
        self._is_taken = self._was_stopped = self._is_gone = False
        self._handlers: dict[signal.Signals, Any] = {}
        self._asked: deque[int] = deque()
        self._wake, self._waker = -1, -1

    def __enter__(self) -> Self:
        self._wake, self._waker = os.pipe()
        os.set_blocking(self._waker, False)
        self._take()
        if threading.current_thread() is threading.main_thread():
            for number in (signal.SIGTSTP, signal.SIGCONT):
                self._handlers[number] = signal.signal(number, self._ask)
        return self

    def __exit__(self, *exception: object) -> None:
        for number, handler in self._handlers.items():
            signal.signal(number, handler or signal.SIG_DFL)
        self._give_back()
        os.close(self._wake)
        os.close(self._waker)

    # Keys

    def get(self, timeout_s: float) -> str | None:
        """The next key, or None when none was pressed within `timeout_s`, or when the terminal is gone."""
        until_s = time.monotonic() + timeout_s
        self._read(0)
        while not self._keys and (left_s := until_s - time.monotonic()) > 0:
            self._read(left_s)
        return self._keys.popleft() if self._keys else None

    def _read(self, wait_s: float) -> None:
        """Take what the terminal sends within `wait_s`."""
        listening = not self._is_gone and self._take()
        if not (listening or self._is_gone):
            wait_s = min(wait_s, BACKGROUND_WAIT_S)
        if self._parser.is_waiting:
            wait_s = min(wait_s, max(0.0, self._begun_s + SEQUENCE_WAIT_S - time.monotonic()))
        ready, _, _ = select.select([self._wake, *([self._terminal] if listening else [])], [], [], wait_s)
        if self._wake in ready:
            os.read(self._wake, READ_BYTES)
            while self._asked:
                self._answer(self._asked.popleft())
        elif ready:
            sent = self._sent()
            self._is_gone = not sent
            self._begun_s = time.monotonic()
            self._keys.extend(self._parser.feed(sent))
        elif self._parser.is_waiting and time.monotonic() >= self._begun_s + SEQUENCE_WAIT_S:
            self._keys.extend(self._parser.flush())

    def _sent(self) -> bytes:
        """What has arrived; nothing when the terminal has hung up."""
        try:
            return os.read(self._terminal, READ_BYTES)
        except OSError:
            return b""

    # The terminal

    def _is_in_front(self) -> bool:
        """Whether the terminal is ours to use, and not that of a shell that put us in the background."""
        try:
            return os.tcgetpgrp(self._terminal) == os.getpgrp()
        except OSError:  # it controls no session: nobody else reads it
            return True

    def _take(self) -> bool:
        """Have every key handed over at once and none echoed. False while we are in the background."""
        if not self._is_in_front():
            return False
        if not self._is_taken:
            with suppress(termios.error):
                self._usual = self._usual or termios.tcgetattr(self._terminal)
                termios.tcsetattr(self._terminal, termios.TCSANOW, _key_by_key(self._usual))
            self._is_taken = True
        if self._was_stopped:
            self._was_stopped = False
            self._on_continue()
        return True

    def _give_back(self) -> None:
        """The terminal as it was."""
        if self._usual and self._is_in_front():
            with suppress(termios.error):
                termios.tcsetattr(self._terminal, termios.TCSANOW, self._usual)
        self._usual = None
        self._is_taken = False

    # Ctrl-Z and what follows

    def _ask(self, number: int, _: object) -> None:
        """Handle a signal: `get` will see to it, where nothing is half done."""
        self._asked.append(number)
        with suppress(BlockingIOError):  # then it is full of reasons to wake up
            os.write(self._waker, b"!")

    def _answer(self, number: int) -> None:
        if number == signal.SIGTSTP:
            self._stop()
        else:
            self._continue()

    def _stop(self) -> None:
        """Give the terminal back, then stop as a program does that knows nothing of the signal."""
        self._on_stop()
        self._give_back()
        self._was_stopped = True
        signal.signal(signal.SIGTSTP, signal.SIG_DFL)
        os.kill(os.getpid(), signal.SIGTSTP)
        signal.signal(signal.SIGTSTP, self._ask)
        # Going on has asked for `_continue` too, unless nobody watches over the process group and nothing was stopped.
        if signal.SIGCONT not in self._asked:
            self._take()

    def _continue(self) -> None:
        """Take the terminal again; whoever had it meanwhile may have changed how it works."""
        self._is_taken = False
        self._was_stopped = True
        self._take()


def _key_by_key(usual: list[Any]) -> list[Any]:
    """Terminal attributes without lines, echo, and Ctrl-S, which would stop the screen until Ctrl-Q."""
    attributes = [*usual]
    attributes[INPUT_FLAGS] &= ~termios.IXON
    attributes[LOCAL_FLAGS] &= ~(termios.ICANON | termios.ECHO)
    attributes[CHARACTERS] = [*usual[CHARACTERS]]
    attributes[CHARACTERS][termios.VMIN] = 1
    attributes[CHARACTERS][termios.VTIME] = 0
    return attributes
