"""Sounds to test with."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import soundfile
import soxr
from numpy.typing import NDArray


def sine(hz: float, length_s: float, peak: float = 0.5, rate_hz: int = 48_000) -> NDArray[np.float32]:
    """A mono sine, shape (n,), full scale ±1."""
    at = np.arange(round(length_s * rate_hz)) / rate_hz
    wave: NDArray[np.float64] = peak * np.sin(2 * np.pi * hz * at)
    return wave.astype(np.float32)


def dull_noise(count: int, peak: float, seed: int = 1) -> NDArray[np.float32]:
    """Mono noise with little above 6 kHz, shape (n,)."""
    noise = np.convolve(np.random.default_rng(seed).standard_normal(count + 7), np.ones(8), "valid")
    scaled: NDArray[np.float64] = noise * peak / np.abs(noise).max(initial=1e-9)
    return scaled.astype(np.float32)


def write(path: Path, sound: NDArray[np.float32], rate_hz: int = 48_000, subtype: str | None = None) -> Path:
    """Write `sound`, shape (n,) or (n, channels), in portions; the suffix says in what format."""
    channels = 1 if sound.ndim == 1 else sound.shape[1]
    with soundfile.SoundFile(path, "w", rate_hz, channels, subtype) as file:
        for start in range(0, len(sound), rate_hz):
            file.write(sound[start : start + rate_hz])
    return path


def level_db(sound: NDArray[np.floating[Any]] | NDArray[np.int16]) -> float:
    """The RMS level of samples in dB re 1."""
    return float(10 * np.log10(np.mean(sound.astype(np.float64) ** 2) + 1e-20))


def true_peak(sound: NDArray[np.float32] | NDArray[np.int16]) -> float:
    """The highest peak of the curve through the samples, at eight points a sample."""
    return float(np.abs(soxr.resample(sound.astype(np.float64), 1, 8, quality="VHQ")).max())
