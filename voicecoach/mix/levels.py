"""Decibels and sample formats."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from voicecoach.pcm import FULL_SCALE


def amplitude(level_db: float) -> float:
    """A level in decibels as a factor."""
    return float(10 ** (level_db / 20))


def to_int16(sound: NDArray[np.float32]) -> NDArray[np.int16]:
    """Samples of full scale ±1, any shape, as 16 bits; what is too loud is cut."""
    scaled: NDArray[np.float32] = np.clip(np.rint(sound * np.float32(FULL_SCALE)), -FULL_SCALE, FULL_SCALE - 1)
    return scaled.astype(np.int16)


def to_float(sound: NDArray[np.int16]) -> NDArray[np.float32]:
    """16-bit samples, any shape, with full scale ±1; exact."""
    scaled: NDArray[np.float32] = sound.astype(np.float32) / np.float32(FULL_SCALE)
    return scaled
