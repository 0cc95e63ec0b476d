"""Whether the device still asks for sound."""

from __future__ import annotations

import time
from collections.abc import Callable

GAP_S = 2.0
"""A device that asks for nothing for longer was asleep, or gone."""


WAKING_S = 4.0
"""A device that was just opened may take so long until it asks regularly: a sink that slept, a wireless one."""


def running_clock() -> Callable[[], float]:
    """A clock in seconds that nobody sets, and that goes on while the machine sleeps."""
    for name in ("CLOCK_BOOTTIME", "CLOCK_MONOTONIC"):
        which = getattr(time, name, None)
        if which is not None:
            return lambda: time.clock_gettime(which)
    return time.monotonic


class Heartbeat:
    """Watches the calls that ask for sound. `clock` gives seconds."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._interrupted = False
        self.start()

    def start(self) -> None:
        """The device has just been started."""
        self._last = self._clock()
        self._awake_at = self._last + WAKING_S

    def beat(self) -> bool:
        """The device asks for sound; returns whether it did not for `GAP_S` before."""
        now = self._clock()
        interrupted = now - self._last > GAP_S and now > self._awake_at
        self._last = now
        self._interrupted = self._interrupted or interrupted
        return interrupted

    def silent_s(self) -> float:
        """Seconds since the last call; none while a device that was just opened may still be waking."""
        now = self._clock()
        return now - self._last if now > self._awake_at else 0.0

    def interrupted(self) -> bool:
        """Whether there was a gap since this was last asked."""
        was, self._interrupted = self._interrupted, False
        return was
