"""A terminal for a live session: what a person types into it and sees there."""

from __future__ import annotations

import codecs
import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import pytest

from voicecoach import cores

PATIENCE_S = 60.0
CONTROL = re.compile(r"\x1b(?:\[[?\d;]*[A-Za-z]|[=>])|[\x07\x0e\x0f\r]")
LOCAL_FLAGS = 3
NEVER_ASLEEP = """
from voicecoach.player import heartbeat
heartbeat.GAP_S = 60.0
"""
NEVER_GONE = """
from voicecoach.terminal import device_watch
device_watch.GONE_AFTER_S = 60.0
"""
PATIENT = NEVER_ASLEEP + NEVER_GONE
"""A machine with much else to do lets a process stand for seconds: that is no sleep, and the sound is not gone."""
ALT_SCREEN, USUAL_SCREEN = "\x1b[?1049h", "\x1b[?1049l"


class Terminal:
    """`voicecoach live`, or another `command`, with these arguments, in a terminal of its own, the keyboard at hand.

    `first` is Python to be run before it, and so is `patience`: as it is, nothing pauses it, neither a sleep nor sound
    that is gone.
    """

    def __init__(
        self,
        *arguments: str | Path,
        environment: Mapping[str, str],
        size: tuple[int, int] = (80, 24),
        first: str = "",
        command: str = "live",
        patience: str = PATIENT,
    ) -> None:
        self.said = ""
        """All that has appeared, as it was sent."""
        self._read_up_to = 0
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")  # a letter may come in two parts
        self._near, far = pty.openpty()
        self.resize(*size)
        self._usual = termios.tcgetattr(far)
        program = f"import sys\n{first}\n{patience}\nfrom voicecoach.cli.main import main\nmain()"
        self._process = subprocess.Popen(
            [sys.executable, "-c", program, command, *map(str, arguments)],
            stdin=far,
            stdout=far,
            stderr=far,
            env={**cores.environment(), "TERM": "xterm-256color", **environment},
            preexec_fn=_own_terminal,  # noqa: PLW1509 - nothing else runs here
        )
        self._far = far

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._process.poll() is None:
            self._process.kill()
            self._process.wait()
        if error is not None:
            error.add_note(f"The terminal showed: {self.text[-500:]!r}")
        self.hang_up()

    @property
    def process(self) -> int:
        """Its id."""
        return self._process.pid

    @property
    def text(self) -> str:
        """All that has appeared, without what moves and colours it."""
        return CONTROL.sub("", self.said)

    @property
    def is_as_before(self) -> bool:
        """Whether the terminal is in lines again, echoes, and shows what it showed before."""
        attributes: list[Any] = termios.tcgetattr(self._far)
        screens = self.said.rfind(USUAL_SCREEN) >= self.said.rfind(ALT_SCREEN)
        cursor = self.said.rfind("\x1b[?25h") >= self.said.rfind("\x1b[?25l")
        return bool(attributes[LOCAL_FLAGS] == self._usual[LOCAL_FLAGS]) and screens and cursor

    def resize(self, columns: int, rows: int) -> None:
        """Give the terminal another size."""
        fcntl.ioctl(self._near, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def press(self, keys: str) -> None:
        """Press keys one after the other."""
        os.write(self._near, keys.encode())

    def signal(self, number: signal.Signals) -> None:
        """Send it a signal."""
        self._process.send_signal(number)

    def kill(self) -> None:
        """End it as nothing should."""
        self._process.kill()
        self._process.wait()

    def until(self, expected: str) -> str:
        """Wait until text that matches `expected` appears after what the last call found, and return the match."""
        return next(self._found(expected))

    def _found(self, expected: str) -> Iterator[str]:
        until_s = time.monotonic() + PATIENCE_S
        while True:
            text = self.text
            if match := re.compile(expected).search(text, self._read_up_to):
                self._read_up_to = match.end()
                yield match[0]
            if not self._read(until_s - time.monotonic()):
                pytest.fail(f"{expected!r} did not appear after {text[self._read_up_to :][-500:]!r}")

    def status(self) -> int:
        """Wait for the end and return the exit status."""
        until_s = time.monotonic() + PATIENCE_S
        while self._process.poll() is None:
            if time.monotonic() > until_s:
                pytest.fail(f"it did not end: {self.text[-500:]!r}")
            self._read(0.02)
        while self._read(0.05):
            pass
        return self._process.returncode

    def leave(self) -> None:
        """Quit the session, which has to end well."""
        self.press("qq")
        assert self.status() == 0

    def ended(self) -> int:
        """Wait for the end without a terminal to look at, and return the exit status."""
        return self._process.wait(PATIENCE_S)

    def rest(self, seconds: float) -> None:
        """Do nothing for a while."""
        until_s = time.monotonic() + seconds
        while (left_s := until_s - time.monotonic()) > 0:
            self._read(left_s)

    def hang_up(self) -> None:
        """Close the terminal's window."""
        for end in (self._near, self._far):
            with suppress(OSError):
                os.close(end)

    def _read(self, wait_s: float) -> bool:
        ready, _, _ = select.select([self._near], [], [], max(0.0, wait_s))
        if ready:
            self.said += self._decoder.decode(os.read(self._near, 65_536))
        return bool(ready)


def _own_terminal() -> None:
    os.setsid()
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
