"""Media keys, headset buttons and the desktop's player controls for a live session: MPRIS, on Linux.

It is a convenience: whatever is missing or breaks is told in `problem`, and the session goes on without.
"""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from voicecoach.packages import install_extra
from voicecoach.terminal.now_playing import JUMP_MS, NowPlaying

if TYPE_CHECKING:
    from voicecoach.terminal.mpris import Mpris

PATIENCE_S = 3.0
"""A bus that hasn't answered by then is left alone."""
CLOSING_S = 1.0
"""Leaving takes a few ms; the end of a session waits this long at most."""

NO_LIBRARY = f"Media keys need the extra 'mpris': {install_extra('mpris')}."
NO_MPRIS = "Media keys work through MPRIS, which is on Linux alone."
NO_BUS = "No media keys: there is no session bus here (DBUS_SESSION_BUS_ADDRESS is not set)."


@contextmanager
def media_keys(
    press: Callable[[str], None],
    title: str,
    *,
    patience_s: float = PATIENCE_S,
    clock: Callable[[], float] = time.monotonic,
) -> Iterator[MediaKeys]:
    """Media keys for the session called `title`, until the end of the context. It begins at once, without waiting.

    `press` is called from another thread with the name of a key: `space` (play or pause), `resume`, `pause`, `n`, `b`
    or `q`. What it raises becomes the `problem`. By `clock`, in seconds, it finds out where others, who count the
    position on by themselves, have to be corrected.
    """
    keys = MediaKeys(press, title, patience_s, clock)
    try:
        yield keys
    finally:
        keys.close()


class MediaKeys:
    """Made by `media_keys`.

    `problem` is a sentence, empty as long as there is none: why there are no media keys, or what went wrong first.
    """

    def __init__(self, press: Callable[[str], None], title: str, patience_s: float, clock: Callable[[], float]) -> None:
        self.problem = ""
        self._press, self._session_title, self._patience_s = press, title, patience_s
        self._now = self._told = NowPlaying(title, album=title)
        self._clock, self._told_at_s = clock, clock()
        self._mpris: Mpris | None = None
        self._is_known, self._is_closing = threading.Event(), threading.Event()
        self._thread: threading.Thread | None = None
        if sys.platform == "linux":
            self._thread = threading.Thread(target=self._run, name="media keys", daemon=True)
            self._thread.start()
        else:
            self._fail(NO_MPRIS)

    def wait(self, timeout_s: float) -> bool:
        """Wait until it is known whether there are media keys; whether there are."""
        return self._is_known.wait(timeout_s) and not self.problem

    def update(self, shown: NowPlaying) -> None:
        """Show this from now on, as a part of the session; cheap when only the position has moved on.

        It may be called from any thread.
        """
        now = replace(shown, album=self._session_title)
        at_s = self._clock()
        expected_ms = self._told.position_after((at_s - self._told_at_s) * 1000)
        jumped = abs(now.position_ms - expected_ms) > JUMP_MS
        self._now = now
        if jumped or not now.looks_like(self._told):
            self._told, self._told_at_s = now, at_s
            if self._mpris:
                self._mpris.announce(jumped=jumped)

    def close(self) -> None:
        """Give the media keys back. Not for long: what hangs is left behind."""
        self._is_closing.set()
        if self._mpris:
            self._mpris.stop()
        if self._thread:
            self._thread.join(CLOSING_S)

    def _run(self) -> None:
        address = bus_address(os.environ)
        if not address:
            self._fail(NO_BUS)
            return
        try:
            from voicecoach.terminal.mpris import Mpris
        except ImportError:
            self._fail(NO_LIBRARY)
            return
        mpris = Mpris(self._press, lambda: self._now, self._is_known.set, self._break)
        self._mpris = mpris
        if self._is_closing.is_set():  # it may not have seen `_mpris` yet
            mpris.stop()
        if error := mpris.run(address, self._patience_s):
            self._break(error)

    def _break(self, error: BaseException) -> None:
        self._fail(f"No media keys any more: {error or type(error).__name__}.")

    def _fail(self, problem: str) -> None:
        self.problem = self.problem or problem
        self._is_known.set()


def bus_address(environment: Mapping[str, str]) -> str:
    """Where the session bus listens on this machine, empty if there is none.

    Without the variable it is where systemd puts it, as after logging in over SSH. Buses of other machines, which the
    D-Bus specification calls deprecated, don't count: looking up their names can't be given up.
    """
    address = environment.get("DBUS_SESSION_BUS_ADDRESS", "")
    folder = environment.get("XDG_RUNTIME_DIR", "")
    if not address and folder and (Path(folder) / "bus").is_socket():
        return f"unix:path={folder}/bus"
    return ";".join(one for one in address.split(";") if one.startswith("unix:"))
