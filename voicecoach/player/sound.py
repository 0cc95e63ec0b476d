"""What a player plays, and samples as the player adds them up."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from voicecoach.pcm import FULL_SCALE

KNEE = 0.85
"""The voice and the tones stay below this (-1.4 dBFS), and pass unchanged; what adds up to more is bent, not cut."""

GainAt = Callable[[int, int], NDArray[np.float64]]
"""Called with a position and a count of samples, in order of position: the music's factor for each of them."""


class Source(Protocol):
    """A session as sound: mono, 48 kHz. The player calls it in the thread that feeds the device: nothing may block."""

    @property
    def total(self) -> int:
        """Its length in samples."""
        ...

    def available(self, at: int, count: int) -> int:
        """How many of the `count` samples from sample `at` on are there, without a gap; `at` is needed next."""
        ...

    def read(self, at: int, count: int) -> NDArray[np.float32]:
        """The `count` samples from `at` on, full scale ±1."""
        ...


class Stream(Protocol):
    """Sound without an end."""

    def take(self, count: int) -> NDArray[np.float32]:
        """The next `count` samples, stereo: shape (count, 2), full scale ±1. Must not block."""
        ...


def as_float(sound: NDArray[np.int16]) -> NDArray[np.float32]:
    """16-bit samples with full scale ±1; exact."""
    scaled: NDArray[np.float32] = sound.astype(np.float32) / np.float32(FULL_SCALE)
    return scaled


def as_int16(sound: NDArray[np.float32]) -> NDArray[np.int16]:
    """Samples of full scale ±1, any shape, as 16 bits. Above `KNEE` they approach full scale in a smooth curve."""
    level = np.abs(sound)
    if level.size and level.max() > KNEE:
        room = 1 - KNEE
        bent = KNEE + room * np.tanh((level - KNEE) / room)
        sound = np.where(level > KNEE, np.copysign(bent, sound), sound)
    scaled: NDArray[np.float32] = np.clip(np.rint(sound * np.float32(FULL_SCALE)), -FULL_SCALE, FULL_SCALE - 1)
    return scaled.astype(np.int16)
