"""A look-ahead limiter that holds the true peak, chunk by chunk.

The gain dips in a straight line before a peak and rises in one after it, over `LOOK_AHEAD` each way: fast enough for
a voice that meets a tone, and slow enough not to distort. Where nothing is too loud, samples pass through unchanged.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from voicecoach.mix.levels import amplitude

CEILING_DBTP = -1.5
"""The highest true peak, half a decibel under what players should get: lossy encoders overshoot."""

LOOK_AHEAD = 720
"""15 ms in samples."""

TAPS = 24
"""The neighbours from which the curve between two samples is worked out: to within 0.25 dB up to 20 kHz."""

HOT = 0.6
"""Between two samples below this share of the ceiling, no curve of music or speech reaches the ceiling."""


def limit(sound: NDArray[np.float32]) -> NDArray[np.float32]:
    """`sound` of full scale ±1, shape (n, channels), with its true peak at `CEILING_DBTP` or below; same length."""
    limiter = Limiter(sound.shape[1])
    return np.concatenate([limiter.process(sound), limiter.flush()])


class Limiter:
    """Limits a stream of chunks of shape (n, channels), full scale ±1; all channels get the same gain.

    What `process` returns lags behind what it is given; `flush` returns the rest. Together as long as the input.
    """

    _margin = LOOK_AHEAD + TAPS
    """How far the gain at one sample looks forward and back."""

    def __init__(self, channels: int, ceiling_dbtp: float = CEILING_DBTP) -> None:
        self._ceiling = amplitude(ceiling_dbtp)
        self._past = np.zeros((self._margin, channels), np.float32)
        self._ahead = np.zeros((0, channels), np.float32)

    def process(self, chunk: NDArray[np.float32]) -> NDArray[np.float32]:
        """Take a chunk of any length and return what is settled by now, possibly nothing."""
        known = np.concatenate([self._past, self._ahead, chunk])
        settled = len(known) - 2 * self._margin
        if settled <= 0:
            self._ahead = known[self._margin :]
            return known[:0]
        self._past = known[settled : settled + self._margin]
        self._ahead = known[settled + self._margin :]
        return self._limited(known)

    def flush(self) -> NDArray[np.float32]:
        """Return what `process` still held back."""
        known = np.concatenate([self._past, self._ahead, np.zeros_like(self._past)])
        return self._limited(known)

    def _limited(self, known: NDArray[np.float32]) -> NDArray[np.float32]:
        """All of `known` but the margin at both ends."""
        inner = known[self._margin : len(known) - self._margin]
        needed = needed_gain(known, self._ceiling)
        if needed is None:
            return inner
        gain = smoothed(needed)[TAPS + 1 :][: len(inner)].astype(np.float32)
        return inner * np.repeat(gain, inner.shape[1]).reshape(inner.shape)  # faster than stretching an axis of one


def needed_gain(sound: NDArray[np.float32], ceiling: float) -> NDArray[np.float64] | None:
    """For every sample of `sound` (n, channels) the gain that keeps it, and the curve beside it, under `ceiling`.

    None where that is 1 everywhere.
    """
    if max(sound.max(), -sound.min()) <= HOT * ceiling:
        return None
    # numpy is slow at a maximum over an axis of one or two.
    level = np.maximum.reduce([np.abs(channel) for channel in sound.T])
    hot = np.flatnonzero(np.maximum(level[:-1], level[1:]) > HOT * ceiling)
    between = _between(sound, hot)
    peak = level.astype(np.float64)
    peak[hot] = np.maximum(peak[hot], between)
    peak[hot + 1] = np.maximum(peak[hot + 1], between)
    if peak.max() <= ceiling:
        return None
    gain: NDArray[np.float64] = ceiling / np.maximum(peak, ceiling)
    return gain


def smoothed(needed: NDArray[np.float64]) -> NDArray[np.float64]:
    """A gain without steps that is nowhere above `needed`.

    Its first value belongs to sample `LOOK_AHEAD - 1` of `needed`, its last to the last but `LOOK_AHEAD - 1`.
    """
    lowest = sliding_min(needed, LOOK_AHEAD)
    reduction = np.concatenate([[0.0], np.cumsum(1 - lowest)])
    mean: NDArray[np.float64] = 1 - (reduction[LOOK_AHEAD:] - reduction[:-LOOK_AHEAD]) / LOOK_AHEAD
    return mean


def sliding_min(values: NDArray[np.float64], width: int) -> NDArray[np.float64]:
    """The minimum of every `width` neighbours: `len(values) - width + 1` of them, in time independent of `width`."""
    padded = np.pad(values, (0, -len(values) % width), constant_values=np.inf).reshape(-1, width)
    so_far = np.minimum.accumulate(padded, axis=1).ravel()
    to_come = np.minimum.accumulate(padded[:, ::-1], axis=1)[:, ::-1].ravel()
    count = len(values) - width + 1
    lowest: NDArray[np.float64] = np.minimum(to_come[:count], so_far[width - 1 : width - 1 + count])
    return lowest


def _between(sound: NDArray[np.float32], at: NDArray[np.intp]) -> NDArray[np.float32]:
    """The highest level of the band-limited curve at three points between each sample of `at` and the next."""
    half = TAPS // 2
    padded = np.pad(sound, ((half - 1, half), (0, 0)))
    neighbours = padded[at[:, np.newaxis] + np.arange(TAPS)]
    curve = np.einsum("ntc,tp->npc", neighbours, _interpolation())
    peak: NDArray[np.float32] = np.abs(curve).max(axis=(1, 2))
    return peak


def _interpolation() -> NDArray[np.float32]:
    """Weights of shape (TAPS, 3) for the points a quarter, a half and three quarters of the way: a windowed sinc."""
    half = TAPS // 2
    distance = np.arange(1 - half, half + 1)[:, np.newaxis] - np.array([0.25, 0.5, 0.75])
    weights = np.sinc(distance) * np.cos(np.pi * distance / (2 * half)) ** 2
    normal: NDArray[np.float64] = weights / weights.sum(axis=0)
    return normal.astype(np.float32)
