"""A stream that only goes forward, of which the last seconds can be taken again."""

from __future__ import annotations

from collections import deque

import numpy as np
from numpy.typing import NDArray

from voicecoach.player.sound import Stream
from voicecoach.times import SAMPLE_RATE_HZ

KEPT = 10 * SAMPLE_RATE_HZ
"""Samples that can be taken again: 4 MB."""


class TakenAgain:
    """Counts what was taken of `stream`, and keeps the last `kept` samples of it."""

    def __init__(self, stream: Stream, kept: int = KEPT) -> None:
        self._stream, self._kept = stream, kept
        self._parts: deque[NDArray[np.float32]] = deque()
        self._start = self._end = 0

    def read(self, at: int, count: int) -> NDArray[np.float32]:
        """The `count` samples from sample `at` on, shape (count, 2): one that was taken lately, or the next one."""
        if not self._start <= at <= self._end:
            raise ValueError(f"sample {at} is not among {self._start} to {self._end}")
        if at + count > self._end:
            self._take(at + count - self._end)
        found = self._parts_of(at, count)
        return found[0] if len(found) == 1 else np.concatenate([np.zeros((0, 2), np.float32), *found])

    def _take(self, count: int) -> None:
        self._parts.append(self._stream.take(count))
        self._end += count
        while self._parts and self._end - self._start - len(self._parts[0]) >= self._kept:
            self._start += len(self._parts.popleft())

    def _parts_of(self, at: int, count: int) -> list[NDArray[np.float32]]:
        """The pieces that these samples are in, from the newest on: that is where they are asked for."""
        found: list[NDArray[np.float32]] = []
        end = self._end
        for part in reversed(self._parts):
            start = end - len(part)
            if start < at + count and end > at:
                found.insert(0, part[max(0, at - start) : at + count - start])
            if start <= at:
                break
            end = start
        return found
