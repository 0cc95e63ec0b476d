"""How loud a piece of music is, from samples of it: near enough to set its level, and much cheaper than hearing it all.

The measure is that of ITU-R BS.1770-4, on blocks spread over the file. Its filter is applied to each block's spectrum.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from voicecoach.mix.decoding import MusicFile, stereo

BLOCK_S = 0.4
BLOCKS = 60
READ_S = 1200
"""Of a longer file of those that are read on and on, only the start is looked at."""

OFFSET_LU = -0.691
"""Makes a sine of 997 Hz at full scale in one channel measure -3.01."""

ABSOLUTE_GATE_LUFS = -70.0
RELATIVE_GATE_LU = -10.0

FILTER_RATE_HZ = 48_000
FILTER = (
    ((1.53512485958697, -2.69169618940638, 1.19839281085285), (1.0, -1.69065929318241, 0.73248077421585)),
    ((1.0, -2.0, 1.0), (1.0, -1.99004745483398, 0.99007225036621)),
)
"""The two stages of the K weighting, numerator and denominator, at `FILTER_RATE_HZ`."""


def sampled_loudness(file: MusicFile) -> float | None:
    """The loudness in LUFS of an open file of at least `BLOCK_S`; None if it is silent.

    `file` is one of `decoding.music_file` at its start, and is read or moved. A mono file counts as it sounds from two
    channels. Raises UnusableMusicError if it can't be decoded.
    """
    size = int(BLOCK_S * file.samplerate) // 2 * 2
    weights = k_weights(size, file.samplerate)
    return gated_loudness(np.array([weighted_power(stereo(block), weights) for block in _blocks(file, size)]))


def _blocks(file: MusicFile, size: int) -> Iterator[NDArray[np.float32]]:
    """About `BLOCKS` of the file's blocks of `size` samples, evenly spread; shape (size, channels)."""
    count = file.frames // size
    if not file.can_jump:  # it is decoded fast enough to be read on instead
        count = min(count, int(READ_S / BLOCK_S))
    every = max(1, count // BLOCKS)
    for number in range(0, count, every if file.can_jump else 1):
        if file.can_jump:
            file.seek(number * size)
        block = file.read(size)
        if number % every == 0:
            yield block


def k_weights(count: int, rate_hz: int) -> NDArray[np.float64]:
    """The weights of the powers in the spectrum of `count` real samples, an even number; above 24 kHz as at 24 kHz."""
    hz = np.minimum(np.fft.rfftfreq(count, 1 / rate_hz), FILTER_RATE_HZ / 2)
    z = np.exp(-2j * np.pi * hz / FILTER_RATE_HZ)
    weights = np.ones(len(hz))
    for numerator, denominator in FILTER:
        weights *= np.abs(np.polyval(numerator[::-1], z) / np.polyval(denominator[::-1], z)) ** 2
    return weights


def weighted_power(sound: NDArray[np.float32], weights: NDArray[np.float64]) -> float:
    """The weighted mean square of `sound` (n, channels), added up over its channels; `weights` as of `k_weights(n)`."""
    count = 2 * (len(weights) - 1)
    spectrum = np.abs(np.fft.rfft(sound, n=count, axis=0)) ** 2
    both_sides = np.full(len(weights), 2.0)
    both_sides[[0, -1]] = 1.0
    return float((both_sides * weights) @ spectrum.sum(axis=1)) / count**2


def gated_loudness(powers: NDArray[np.float64]) -> float | None:
    """The loudness of blocks of these powers in LUFS, without those that the two gates leave out; None for silence."""
    loud = powers[_lufs(powers) > ABSOLUTE_GATE_LUFS]
    if not len(loud):
        return None
    gate = _lufs(loud.mean()) + RELATIVE_GATE_LU
    return float(_lufs(loud[_lufs(loud) > gate].mean()))


def _lufs(power: NDArray[np.float64]) -> NDArray[np.float64]:
    level: NDArray[np.float64] = OFFSET_LU + 10 * np.log10(np.maximum(power, 1e-12))
    return level
