"""The user's music under what the player plays."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from copy import copy
from dataclasses import dataclass, field, replace
from queue import Empty, Queue
from threading import Event, Thread

import numpy as np
from numpy.typing import NDArray

from voicecoach.player.caught import Caught
from voicecoach.player.ramp import Ramp
from voicecoach.player.sound import GainAt
from voicecoach.player.taken_again import TakenAgain
from voicecoach.times import SAMPLE_RATE_HZ

PAUSE_FADE = SAMPLE_RATE_HZ * 300 // 1000
"""Samples over which the music leaves at a pause and comes back."""

JUMP_FADE = SAMPLE_RATE_HZ * 50 // 1000
"""Samples over which its level follows a jump."""

AHEAD_PIECES = 24
"""Pieces kept ready, for a machine that is busy while another file begins. The playlist gives about a second at a time:
9 MB.
"""

CLOSE_TIMEOUT_S = 2.0


@dataclass(slots=True)
class Bed:
    """Brings the music to the level that fits what is played above it.

    `ducked` makes a function that gives the music's factor by position. It is made anew after every jump, since it is
    asked in order; None leaves the music as it is.
    """

    music: TakenAgain
    ducked: Callable[[], GainAt] | None
    gain: GainAt | None = None
    taken: int = 0
    """How much of the music was played."""
    next: int = -1
    """The position at which nothing jumps."""
    level: float = 1.0
    present: Ramp = field(default_factory=lambda: Ramp(0.0, PAUSE_FADE))
    bend: Ramp = field(default_factory=lambda: Ramp(0.0, JUMP_FADE))

    def copy(self) -> Bed:
        """One that goes on as this one would, with the same music, as long as it can be taken again."""
        # The gain is asked in order: each needs its own.
        return replace(self, gain=None, present=copy(self.present), bend=copy(self.bend))

    @property
    def away(self) -> bool:
        """Whether nothing is heard of it, and it isn't coming."""
        return self.present.value <= 0 and self.present.target <= 0

    def follow(self, ducked: Callable[[], GainAt] | None) -> None:
        """From now on another session is played above."""
        self.ducked = ducked
        self.gain = None
        self.next = -1

    def take(self, count: int, spans: Sequence[tuple[int, int]], *, present: bool) -> NDArray[np.float32] | None:
        """The next `count` samples, shape (count, 2), or None while the music is away.

        `spans` are the stretches (position, samples) played in that time; the rest of the time stood still.
        """
        self.present.to(1.0 if present else 0.0)
        if not present and self.present.value <= 0:
            return None
        factors = self._levels(count, spans) * self.present.take(count)
        taken: NDArray[np.float32] = self.music.read(self.taken, count) * factors[:, np.newaxis]
        self.taken += count
        return taken

    def _levels(self, count: int, spans: Sequence[tuple[int, int]]) -> NDArray[np.float32]:
        levels = np.full(count, self.level, np.float32)
        filled = 0
        for at, length in spans:
            levels[filled : filled + length] = self._along(at, length)
            filled += length
            self.level = float(levels[filled - 1])
        levels[filled:] = self.level
        return levels

    def _along(self, at: int, length: int) -> NDArray[np.float32]:
        """The levels while positions from `at` on are played. After a jump they start where they were."""
        if self.ducked is None:
            return np.ones(length, np.float32)
        jumped = at != self.next
        if self.gain is None or jumped:
            self.gain = self.ducked()
        self.next = at + length
        levels = self.gain(at, length).astype(np.float32)
        if jumped:
            self.bend.jump(self.level - float(levels[0]))
            self.bend.to(0.0)
        return levels + self.bend.take(length)


class MusicAhead:
    """A stream of music decoded ahead by a thread, for `Bed`.

    `pieces` are arrays of shape (n, 2), 48 kHz, full scale ±1. What is not decoded in time is silence, counted in
    `late` samples. When they end or fail there is silence from then on; `ended` is set, and `error`
    keeps the failure.
    """

    def __init__(self, pieces: Iterable[NDArray[np.float32]], ahead: int = AHEAD_PIECES) -> None:
        self.late = 0
        self.ended, self._begun = Event(), Event()
        self._caught = Caught()
        self._ready: Queue[NDArray[np.float32]] = Queue(ahead)
        self._rest = np.zeros((0, 2), np.float32)
        self._closed = False
        self._thread = Thread(target=self._decode, args=(iter(pieces),), name="music", daemon=True)
        self._thread.start()

    @property
    def error(self) -> Exception | None:
        """What ended the music, if something did."""
        return self._caught.error

    def wait(self, timeout_s: float) -> bool:
        """Whether there is music, or its end, within this time: for whoever renders a lot of it at once."""
        return self._begun.wait(timeout_s)

    def take(self, count: int) -> NDArray[np.float32]:
        """The next `count` samples, shape (count, 2); never blocks."""
        taken = np.zeros((count, 2), np.float32)
        filled = 0
        while filled < count:
            if not len(self._rest):
                try:
                    self._rest = self._ready.get_nowait()
                except Empty:
                    self.late += count - filled
                    break
            part = self._rest[: count - filled]
            taken[filled : filled + len(part)] = part
            self._rest = self._rest[len(part) :]
            filled += len(part)
        return taken

    def close(self) -> None:
        """End the thread."""
        self._closed = True
        with contextlib.suppress(Empty):
            self._ready.get_nowait()  # it may be waiting for room
        self._thread.join(CLOSE_TIMEOUT_S)

    def _decode(self, pieces: Iterator[NDArray[np.float32]]) -> None:
        with self._caught:
            for piece in pieces:
                self._ready.put(piece)
                if len(piece):
                    self._begun.set()
                if self._closed:
                    break
        self.ended.set()
        self._begun.set()
