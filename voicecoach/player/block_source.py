"""A session as samples, mixed block by block a little ahead of where it is played."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from queue import SimpleQueue
from threading import Condition, Thread
from typing import Self

import numpy as np
from numpy.typing import NDArray

from voicecoach.player.caught import Caught
from voicecoach.player.sound import as_float
from voicecoach.timeline.blocks import Block, BlockContent
from voicecoach.times import SAMPLE_RATE_HZ, Ms, Samples, samples

AHEAD = 15 * SAMPLE_RATE_HZ
"""Samples from the position on whose blocks are mixed."""

BEHIND = 30 * SAMPLE_RATE_HZ
"""Samples before the position whose blocks are kept, for a step back; 6 MB at most, with those ahead."""

STRIDE = SAMPLE_RATE_HZ // 2
"""The position moves so far before blocks are mixed again."""

READY = SAMPLE_RATE_HZ
"""So much sound makes a place ready to be played from."""

CLOSE_TIMEOUT_S = 2.0


class BlockSource:
    """The sound of a timeline, given as its blocks, for the player.

    `mixed` gives a block's sound, mono at 48 kHz and as long as its content says; a thread of this source calls it.
    Gaps hold `room`, a loop of room tone that starts anew in every gap; None is silence. Memory is bounded, whatever
    the length. A block that is not mixed in time makes the player wait (counted in `late`); one that can't be mixed is
    silent, and `error` keeps the first reason.

    Close it, or use it as a context manager, to end the thread.
    """

    def __init__(
        self,
        blocks: Iterable[Block],
        duration: Ms,
        mixed: Callable[[BlockContent], NDArray[np.int16]],
        room: NDArray[np.int16] | None,
    ) -> None:
        self.late = 0
        self._blocks = tuple(blocks)
        self._starts = [samples(block.start) for block in self._blocks]
        self._ends = [samples(block.end) for block in self._blocks]
        self._total = samples(duration)
        self._mixed, self._room = mixed, room
        self._sounds: dict[int, NDArray[np.int16]] = {}
        self._at = self._woken_at = 0
        self._wanted = 0
        self._excused = 0
        self._closed = False
        self._caught = Caught()
        self._wake: SimpleQueue[None] = SimpleQueue()
        self._changed = Condition()
        self._thread = Thread(target=self._work, name="mixing", daemon=True)
        self._thread.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exception: object) -> None:
        self.close()

    @property
    def total(self) -> Samples:
        """Its length."""
        return self._total

    @property
    def error(self) -> Exception | None:
        """Why a block could not be mixed, if one could not."""
        return self._caught.error

    @property
    def held(self) -> Samples:
        """How much sound is in memory."""
        return Samples(sum(map(len, tuple(self._sounds.values()))))

    def close(self) -> None:
        """End the thread. What is mixed can still be read."""
        self._closed = True
        self._wake.put(None)
        self._thread.join(CLOSE_TIMEOUT_S)

    # For whoever prepares a jump

    def ready(self, at: int) -> bool:
        """Whether the sound from sample `at` on is there, for a second at least."""
        return self._there(at, READY) == READY

    def wait(self, at: int, timeout_s: float) -> bool:
        """Mix the sound from sample `at` on, for a jump there, and return whether it is `ready` within `timeout_s`.

        It stays there until this is called for another place.
        """
        self._wanted = at
        self._wake.put(None)
        with self._changed:
            return self._changed.wait_for(lambda: self.ready(at), timeout_s)

    # For the player, which must never wait

    def available(self, at: int, count: int) -> int:
        """How many of the `count` samples from sample `at` on are there, without a gap; `at` is needed next."""
        jumped = not self._at <= at <= self._at + STRIDE
        self._move(at)
        if jumped:
            self._excused = self._block_from(at)
        there = self._there(at, count)
        if not there and (index := self._block_from(at)) != self._excused:
            self._excused = index
            self.late += 1
        return there

    def read(self, at: int, count: int) -> NDArray[np.float32]:
        """The `count` samples from `at` on, full scale ±1; silence for blocks that are not there and past the end."""
        pieces = list(self._pieces(at, count))
        return as_float(np.concatenate(pieces)) if pieces else np.zeros(0, np.float32)

    def _pieces(self, at: int, count: int) -> Iterator[NDArray[np.int16]]:
        end = at + count
        while at < end:
            index = self._block_from(at)
            start = self._starts[index] if index < len(self._starts) else self._total
            if at < start:
                piece = self._gap(at - (self._ends[index - 1] if index else 0), min(start, end) - at)
            elif at >= self._total:
                piece = np.zeros(end - at, np.int16)
            else:
                piece = self._sound(index)[at - start :][: end - at]
            yield piece
            at += len(piece)

    def _gap(self, offset: int, count: int) -> NDArray[np.int16]:
        """Up to `count` samples from a gap, `offset` after its start."""
        if self._room is None:
            return np.zeros(count, np.int16)
        return self._room[offset % len(self._room) :][:count]

    def _sound(self, index: int) -> NDArray[np.int16]:
        sound = self._sounds.get(index)
        return self._silence(index) if sound is None else sound

    def _silence(self, index: int) -> NDArray[np.int16]:
        return np.zeros(self._ends[index] - self._starts[index], np.int16)

    def _block_from(self, at: int) -> int:
        """The index of the block that sounds at sample `at`, or else of the next one."""
        return bisect_right(self._ends, at)

    def _there(self, at: int, count: int) -> int:
        index = self._block_from(at)
        while index < len(self._starts) and self._starts[index] < at + count:
            if index not in self._sounds:
                return max(0, self._starts[index] - at)
            index += 1
        return count

    def _move(self, at: int) -> None:
        self._at = at
        if not self._woken_at <= at < self._woken_at + STRIDE:
            self._woken_at = at
            self._wake.put(None)

    # The thread that mixes

    def _work(self) -> None:
        while not self._closed:
            missing = self._missing()
            if missing is None:
                self._wake.get()
                continue
            self._sounds[missing] = self._mix(missing)
            self._forget()
            with self._changed:
                self._changed.notify_all()

    def _missing(self) -> int | None:
        """The first block that is needed and not there."""
        for at, count in ((self._wanted, READY), (self._at, AHEAD)):
            there = self._there(at, count)
            if there < count:
                return self._block_from(at + there)
        return None

    def _mix(self, index: int) -> NDArray[np.int16]:
        with self._caught:
            sound = self._mixed(self._blocks[index].content)
            if len(sound) == self._ends[index] - self._starts[index]:
                return sound
            raise ValueError(f"a block of {self._blocks[index].content.length} ms came as {len(sound)} samples")
        return self._silence(index)

    def _forget(self) -> None:
        at, wanted = self._at, self._wanted
        for index in list(self._sounds):
            near = self._ends[index] >= at - BEHIND and self._starts[index] <= at + 2 * AHEAD
            if not near and not (self._ends[index] > wanted and self._starts[index] < wanted + READY):
                del self._sounds[index]
