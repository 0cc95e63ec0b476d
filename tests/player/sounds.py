"""Sources and ways of rendering for the player's tests."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from voicecoach.player.player import Player
from voicecoach.player.sound import as_float

FADE = 240
PERIOD = 960


class Whole:
    """A source that is there as a whole, or up to sample `there`."""

    def __init__(self, sound: NDArray[np.int16]) -> None:
        self.sound = sound
        self.total = len(sound)
        self.there = len(sound)
        self.late = 0

    def available(self, at: int, count: int) -> int:
        return count if self.there >= self.total else max(0, min(count, self.there - at))

    def read(self, at: int, count: int) -> NDArray[np.float32]:
        assert at + count <= self.there
        return as_float(self.sound[at : at + count])


def noise(seconds: float, seed: int = 1, peak: int = 12_000) -> NDArray[np.int16]:
    """Every sample is different from its neighbours: places show exactly."""
    count = int(seconds * 48_000)
    return np.random.default_rng(seed).integers(-peak, peak, count).astype(np.int16)


def hum(seconds: float, frequency_hz: float = 100.0) -> NDArray[np.int16]:
    """A deep tone: a click shows as a jump between samples."""
    time = np.arange(int(seconds * 48_000)) / 48_000
    return np.round(16_000 * np.sin(2 * np.pi * frequency_hz * time)).astype(np.int16)


def rendered(player: Player, count: int, period: int = PERIOD) -> NDArray[np.int16]:
    """`count` samples in the device's portions: mono as shape (n,), stereo as (n, 2)."""
    parts = [player.render(part) for part in portions(count, period)]
    sound = np.concatenate(parts)
    return sound[:, 0] if sound.shape[1] == 1 else sound


def portions(count: int, period: int = PERIOD) -> Iterator[int]:
    while count > 0:
        yield min(period, count)
        count -= period


def fade_in(sound: NDArray[np.int16] | NDArray[np.float64]) -> NDArray[np.float64]:
    faded = sound.astype(np.float64)
    faded[:FADE] *= np.arange(1, FADE + 1) / FADE
    return faded


def fade_out(sound: NDArray[np.int16] | NDArray[np.float64]) -> NDArray[np.float64]:
    faded = sound.astype(np.float64)
    faded[-FADE:] *= np.arange(FADE - 1, -1, -1) / FADE
    return faded


def same(got: NDArray[np.int16], want: NDArray[np.float64]) -> bool:
    """Equal up to the rounding of the last bit."""
    return len(got) == len(want) and bool(np.abs(got - want).max() <= 1)


def largest_jump(sound: NDArray[np.int16]) -> int:
    return int(np.abs(np.diff(sound.astype(np.int64), axis=0, prepend=0)).max())
