"""What a device needs to play a session, and what is told of how it goes."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from threading import Event
from typing import Protocol

from voicecoach.player.ahead import Ahead
from voicecoach.player.caught import Caught
from voicecoach.player.heartbeat import GAP_S, Heartbeat
from voicecoach.player.output import Lost

FORGETTING = 0.95
"""How late it was counts so much less each time: half of it after a second or two."""


@dataclass
class Feed:
    """The sound of a session for the devices that play it, one after the other."""

    ahead: Ahead
    heartbeat: Heartbeat
    caught: Caught = field(default_factory=Caught)
    lost: Lost = field(default_factory=Lost)
    wake: Event = field(default_factory=Event)
    """Set when there is something to do before its time."""
    late_s: float = 0.0
    """By how much this process has lately come to its turn too late: what it does next may take so much longer."""

    def wait(self, seconds: float) -> None:
        """Until it is time, or there is something to do; note how late it is then."""
        began_s = time.monotonic()
        was_woken = self.wake.wait(seconds)
        late_s = 0.0 if was_woken else time.monotonic() - began_s - seconds
        self.late_s = max(late_s, self.late_s * FORGETTING)

    def beat(self) -> None:
        """The device has taken sound. Where it did not for long, the player is paused before it makes more."""
        if self.heartbeat.beat():
            self.ahead.player.pause()

    def hole(self, seconds: float) -> None:
        """There was no sound for so long; longer, and it was an interruption."""
        if seconds < GAP_S:
            self.lost = self.lost.and_then(seconds)


class OpenDevice(Protocol):
    """An open device, until it is closed. It plays from when it is first filled."""

    name: str
    """Of its sound system."""
    longer: float
    """How many times longer its buffer ought to be, as holes have shown."""
    is_gone: bool
    """Whether it is known to play nothing any more."""

    def fill(self) -> None:
        """See to what it plays next: several times a second, and when `Feed.wake` is set."""
        ...

    def heard(self) -> int:
        """How many samples of `Ahead` have been heard."""
        ...

    def close(self) -> None:
        """Stop at once."""
        ...
