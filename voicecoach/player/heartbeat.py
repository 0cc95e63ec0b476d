"""Whether the device still asks for sound."""

from __future__ import annotations

import time
from collections.abc import Callable

GAP_S = 2.0
"""A device that asks for nothing for longer was asleep, or gone."""


WAKING_S = 4.0
"""A device that was just opened may take so long until it asks regularly: a sink that slept, a wireless one."""


STEADY_GAP_S, STEADY_AFTER_S = 0.2, 0.3
"""It asks steadily once it has asked after so short a gap so long after it was opened: the first calls come at once."""


def running_clock() -> Callable[[], float]:
    """A clock in seconds that nobody sets, and that goes on while the machine sleeps."""
    for name in ("CLOCK_BOOTTIME", "CLOCK_MONOTONIC"):
        which = getattr(time, name, None)
        if which is not None:
            return lambda: time.clock_gettime(which)
    return time.monotonic


class Heartbeat:
    """Watches the calls that ask for sound. `clock` gives seconds.

    A device that was just opened is not missed until it has asked steadily for a moment, or has had its time to wake.
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._interrupted = False
        self.start()

    def start(self) -> None:
        """The device has just been started."""
        self._started = self._last = self._clock()
        self._steady = False

    def beat(self) -> bool:
        """The device asks for sound; returns whether it did not for `GAP_S` before."""
        now = self._clock()
        gap = now - self._last
        interrupted = gap > GAP_S and self._is_awake(now)
        self._steady = self._steady or (gap < STEADY_GAP_S and now - self._started > STEADY_AFTER_S)
        self._last = now
        self._interrupted = self._interrupted or interrupted
        return interrupted

    def silent_s(self) -> float:
        """Seconds since the last call; none while a device that was just opened may still be waking."""
        now = self._clock()
        return now - self._last if self._is_awake(now) else 0.0

    def interrupted(self) -> bool:
        """Whether there was a gap since this was last asked."""
        was, self._interrupted = self._interrupted, False
        return was

    def _is_awake(self, now: float) -> bool:
        return self._steady or now - self._started > WAKING_S
