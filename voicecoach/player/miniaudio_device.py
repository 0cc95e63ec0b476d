"""A session on a device of miniaudio: what is rendered ahead only has to be handed over when it asks."""

from __future__ import annotations

import time
from collections.abc import Generator

from voicecoach.player.ahead import BLOCK
from voicecoach.player.backends import open_device
from voicecoach.player.feed import Feed
from voicecoach.times import SAMPLE_RATE_HZ

BUFFER_MS = 60
"""What the device holds to begin with: keys act after that."""

LONGEST_BUFFER_MS = 1000
READY = SAMPLE_RATE_HZ
"""So much is rendered ahead of it."""


class MiniaudioDevice:
    """Plays on the device with this name, or part of a name, of one sound system. Raises as `open_device` does."""

    def __init__(self, feed: Feed, backend: str, name: str | None, buffer_ms: int = BUFFER_MS) -> None:
        self._feed, self._ahead, self._buffer_ms = feed, feed.ahead, buffer_ms
        self._is_open = self._is_filled = False
        self._asked_s = 0.0
        self.longer = 1.0
        self.is_gone = False  # one that is just asks for nothing
        self._device = open_device(backend, name, self._ahead.channels, SAMPLE_RATE_HZ, buffer_ms)
        self.name = str(self._device.backend)
        sound = self._sound()
        next(sound)
        self._is_open = True
        self._device.start(sound)

    @property
    def _buffer(self) -> int:
        return SAMPLE_RATE_HZ * self._buffer_ms // 1000

    def fill(self) -> None:
        """Render ahead; after a command everything that the device hasn't taken yet."""
        self._ahead.lead = self._buffer + BLOCK
        if self._ahead.is_commanded:
            self._ahead.rewind(self._ahead.taken + BLOCK, recall=False)  # it may ask meanwhile
        self._ahead.render(READY)
        self._is_filled = True

    def heard(self) -> int:
        """How many samples have been heard: but for those that the device holds, all that it took."""
        return self._ahead.taken - self._buffer

    def close(self) -> None:
        """Stop. What the device still holds is dropped."""
        self._is_open = False
        self._device.close()

    # The device's thread, into which nothing may be raised

    def _sound(self) -> Generator[bytes, int, None]:
        """The samples as the device asks for them. One that was given up gets silence."""
        count = yield b""
        while True:
            silence = bytes(2 * self._ahead.channels * count)
            count = yield (self._next(count) if self._is_open and self._is_filled else b"").ljust(len(silence), b"\0")

    def _next(self, count: int) -> bytes:
        with self._feed.caught:
            self._watch()
            self._feed.beat()
            sound = self._ahead.take(count)
            missing = count - len(sound)
            if missing and not (self._ahead.is_waiting or self._feed.caught.error):
                self._feed.hole(missing / SAMPLE_RATE_HZ)
            return sound.tobytes()
        return b""

    def _watch(self) -> None:
        """When it asks too late, its buffer has run dry."""
        before_s, self._asked_s = self._asked_s, time.monotonic()
        dry_s = self._asked_s - before_s - self._buffer_ms / 1000
        if before_s and dry_s > 0:
            self._feed.hole(dry_s)
            self.longer = 2.0 if self._buffer_ms < LONGEST_BUFFER_MS else 1.0
            self._feed.wake.set()
