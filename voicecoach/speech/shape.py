"""From an engine's raw sound to a clip: trimmed, clear of rumble, at 48 kHz, levelled and limited.

Needs numpy and soxr, so nothing on the warm path imports it. Every clip is shaped by itself alone, and the same samples
always give the same clip.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
import soxr
from numpy.typing import NDArray

from voicecoach.pcm import FULL_SCALE
from voicecoach.speech.engine import Waveform
from voicecoach.times import SAMPLE_RATE_HZ, SAMPLES_PER_MS

Floats = NDArray[np.floating[Any]]
"""Samples of one channel, full scale 1.0, or one value for each ms or each hop of them."""

ACTIVE_LUFS = -17.1
"""The level of the speech itself, pauses left out. With its pauses a session measures about -19 LUFS as a mono file:
the built-in one -19.4, nothing but long lines -18.5, nothing but counts -19.7."""

SHORT_BOOST_DB = 0.2
"""What a single word gets on top: within the 0.4 s over which loudness is measured and heard, it is partly silence."""

SHORT_MS, LONG_MS = 500, 1500
"""Clips up to `SHORT_MS` get the whole boost, from `LONG_MS` on none."""

LEVEL_RANGE_DB = 4.0
"""How far a clip's gain may be from the voice's own."""

CEILING = 10 ** (-2.5 / 20)
"""Of the true peak: -2.5 dBTP, which leaves room for what encoding adds."""

ONSET = 10 ** (-50 / 20)
"""A clip begins at its first ms, and ends after its last, with a sample above this."""

_SILENT_PEAK = 10 ** (-45 / 20)
_NEARLY_SILENT = 10 ** (-66 / 20)
_ROOM_MS = 20
_RUMBLE_HZ = 70.0
_RUMBLE_SHARE = 10 ** (-45 / 10)
_OVERSAMPLING = 4
"""Of the engine's own rate: above half of that there is nothing to find between samples."""

HOP_MS = 10
"""How finely loudness is measured."""

_WINDOW_MS = 20
_ACTIVE_RANGE = 10 ** (-15 / 10)
_SMOOTHING_MS = 8
"""How long before and after a peak the gain goes down and comes back."""

_FADE_IN_MS, _FADE_OUT_MS = 2, 3
_SETTLING_ROUNDS = 4


@dataclass(frozen=True, slots=True)
class _Measured:
    """A waveform at 48 kHz; for each ms its true peak, for each hop its energy as BS.1770 weights it."""

    samples: Floats
    peaks: Floats
    energies: Floats


def is_silent(waveform: Waveform) -> bool:
    """Whether there is nothing to hear in it."""
    samples = np.frombuffer(waveform.pcm, np.int16).astype(np.float32)
    return bool(np.abs(samples).max(initial=0) < _SILENT_PEAK * FULL_SCALE)


def sounding_s(waveform: Waveform) -> float:
    """Seconds from where it begins to sound to where it ends, roughly."""
    sounding = _sounding(np.frombuffer(waveform.pcm, np.int16), waveform.rate_hz)
    return len(sounding) / waveform.rate_hz - _ROOM_MS / 1000


def voice_gain_db(reference: Waveform) -> float:
    """The gain that brings a voice's reference sentence to the level of speech; the middle of what its clips get."""
    return _settled_gain_db(_measured(reference), -math.inf, math.inf)


def level_lufs(waveform: Waveform) -> float:
    """The loudness of the speech in it, pauses left out, as a mono file."""
    return _active_db(_measured(waveform).energies)


def clip(waveform: Waveform, gain_db: float) -> NDArray[np.int16]:
    """`waveform`, which must not be silent, as a clip: 48 kHz, mono, a whole number of ms, sounding from its first ms.

    `gain_db` is the gain of the voice, from `voice_gain_db`.
    """
    measured = _measured(waveform)
    settled_db = _settled_gain_db(measured, gain_db - LEVEL_RANGE_DB, gain_db + LEVEL_RANGE_DB)
    gain = 10 ** (settled_db / 20)
    shaped = measured.samples * _for_samples(gain * _limiting(measured.peaks * gain))
    return np.rint(_faded(_trimmed(shaped)) * (FULL_SCALE - 1)).astype(np.int16)


def _measured(waveform: Waveform) -> _Measured:
    native = clear(_sounding(np.frombuffer(waveform.pcm, np.int16), waveform.rate_hz), waveform.rate_hz)
    rate_hz = min(waveform.rate_hz, SAMPLE_RATE_HZ)
    if rate_hz < waveform.rate_hz:
        native = soxr.resample(native, waveform.rate_hz, rate_hz, "HQ")
    step = -(-_OVERSAMPLING * rate_hz // SAMPLE_RATE_HZ)
    fine = soxr.resample(native, rate_hz, SAMPLE_RATE_HZ * step, "HQ")
    # What is cut off here is less than the room behind the sound.
    fine = fine[: len(fine) - len(fine) % (SAMPLES_PER_MS * step * HOP_MS)]
    peaks = np.abs(fine).reshape(-1, SAMPLES_PER_MS * step).max(axis=1)
    # Nothing in it lies above half the engine's own rate, so leaving samples out is a resampling to 48 kHz.
    return _Measured(fine[::step], peaks, energies(native, rate_hz, len(peaks) // HOP_MS))


def _sounding(samples: NDArray[np.int16], rate_hz: int) -> Floats:
    """The part with sound in it and a little silence after it, full scale 1.0; the rest needn't be worked on."""
    loud = np.flatnonzero(np.abs(samples.astype(np.float32)) > _NEARLY_SILENT * FULL_SCALE)
    first, last = (max(0, loud[0] - rate_hz // 200), loud[-1] + 1) if len(loud) else (0, len(samples))
    kept = np.zeros(last - first + _ROOM_MS * rate_hz // 1000, np.float32)
    kept[: last - first] = samples[first:last]
    return kept / FULL_SCALE


def clear(samples: Floats, rate_hz: int) -> Floats:
    """`samples`, full scale 1.0, without what lies below the voice, if there is enough of it to matter."""
    spectrum = np.fft.rfft(samples, _fast_size(len(samples) + rate_hz // 10))
    rumble = int(_RUMBLE_HZ * len(spectrum) * 2 / rate_hz)
    powers = np.abs(spectrum) ** 2
    if powers[:rumble].sum() <= powers.sum() * _RUMBLE_SHARE:
        return samples
    hertz = np.fft.rfftfreq(2 * len(spectrum) - 2, 1 / rate_hz)
    # Fourth order in magnitude alone, so it moves nothing in time.
    spectrum *= 1 / np.sqrt(1 + (_RUMBLE_HZ / np.maximum(hertz, 1)) ** 8)
    spectrum[0] = 0
    return np.fft.irfft(spectrum)[: len(samples)].astype(np.float32)


def _fast_size(least: int) -> int:
    """The next size that is quick to transform: a power of two, or 5/8, 3/4 or 7/8 of one."""
    power = 1 << max(4, (least - 1).bit_length())
    return next(size for size in (power * 5 // 8, power * 3 // 4, power * 7 // 8, power) if size >= least)


def energies(samples: Floats, rate_hz: int, count: int) -> Floats:
    """The mean square at each of `count` steps of `HOP_MS`, weighted as BS.1770-4 does for loudness."""
    size, hop = _fast_size(_WINDOW_MS * rate_hz // 1000), HOP_MS * rate_hz / 1000
    starts = (np.arange(count) * hop).astype(int)
    padded = np.pad(samples, (size // 4, 2 * size + max(0, int(count * hop) - len(samples))))
    window = np.hanning(size).astype(np.float32)
    spectra = np.fft.rfft(np.lib.stride_tricks.sliding_window_view(padded, size)[starts] * window, axis=1)
    powers = (np.abs(spectra) * _loudness_weight(np.fft.rfftfreq(size, 1 / rate_hz))) ** 2
    mean_squares: Floats = 2 * powers.sum(axis=1) / (size * np.sum(window**2))
    return mean_squares


def _loudness_weight(hertz: Floats) -> Floats:
    """The magnitude of BS.1770-4's two filters, from its coefficients for 48 kHz."""
    z = np.exp(-2j * np.pi * hertz / SAMPLE_RATE_HZ)
    shelf = (1.53512485958697 - 2.69169618940638 * z + 1.19839281085285 * z**2) / (
        1 - 1.69065929318241 * z + 0.73248077421585 * z**2
    )
    high_pass = (1 - 2 * z + z**2) / (1 - 1.99004745483398 * z + 0.99007225036621 * z**2)
    weight: Floats = np.abs(shelf * high_pass).astype(np.float32)
    return weight


def _settled_gain_db(measured: _Measured, least_db: float, most_db: float) -> float:
    """The gain at which the speech, limited, reaches its level. Limiting lowers the level, so it takes a few rounds."""
    target_db = ACTIVE_LUFS + _boost_db(measured.energies)
    gain_db = 0.0
    for _ in range(_SETTLING_ROUNDS):
        gain = 10 ** (gain_db / 20)
        curve = gain * _limiting(measured.peaks * gain)
        limited = measured.energies * (curve**2).reshape(-1, HOP_MS).mean(axis=1)
        gain_db = min(max(gain_db + target_db - _active_db(limited), least_db), most_db)
    return gain_db


def _boost_db(energies: Floats) -> float:
    active_ms = HOP_MS * int(np.count_nonzero(_active(energies)))
    share = (LONG_MS - active_ms) / (LONG_MS - SHORT_MS)
    return SHORT_BOOST_DB * min(max(share, 0.0), 1.0)


def _active_db(energies: Floats) -> float:
    """The loudness of the windows in which there is speech, in LUFS of a mono file."""
    return -0.691 + 10 * math.log10(max(float(np.mean(_active(energies))), 1e-12))


def _active(energies: Floats) -> Floats:
    """The energies of the hops at most 15 dB below the mean, taken twice so that pauses don't lower the mean."""
    active = energies
    for _ in range(2):
        active = active[active >= active.mean() * _ACTIVE_RANGE]
    return active


def _limiting(peaks: Floats) -> Floats:
    """The gain for each ms that keeps `peaks` below the ceiling: it goes down ahead of a peak and back after it."""
    needed = np.minimum(1, CEILING / np.maximum(peaks, 1e-9))
    if needed.min() == 1:
        return needed
    # The lowest within one ms more than is smoothed over, since gains are interpolated between two ms.
    reach = _SMOOTHING_MS + 1
    padded = np.pad(needed, reach + _SMOOTHING_MS, constant_values=1)
    lowest = np.lib.stride_tricks.sliding_window_view(padded, 2 * reach + 1).min(axis=1)
    kernel = np.hanning(2 * _SMOOTHING_MS + 3)[1:-1]
    smooth: Floats = np.convolve(lowest, kernel / kernel.sum(), mode="valid").astype(np.float32)
    return smooth


def _for_samples(gains: Floats) -> Floats:
    """A gain for each sample from one for each ms, without steps between them."""
    padded = np.pad(gains, 1, mode="edge")
    middles = (padded[:-1] + padded[1:]) / 2
    rise = (np.arange(SAMPLES_PER_MS, dtype=np.float32) + 0.5) / SAMPLES_PER_MS
    return (middles[:-1, None] + np.diff(middles)[:, None] * rise).reshape(-1)


def _trimmed(samples: Floats) -> Floats:
    """From the first ms above the onset level to the last; there is one, or the clip would have been silent."""
    loud = np.flatnonzero(np.abs(samples).reshape(-1, SAMPLES_PER_MS).max(axis=1) > ONSET)
    return samples[loud[0] * SAMPLES_PER_MS : (loud[-1] + 1) * SAMPLES_PER_MS] if len(loud) else samples


def _faded(samples: Floats) -> Floats:
    rise = min(_FADE_IN_MS * SAMPLES_PER_MS, len(samples) // 2)
    fall = min(_FADE_OUT_MS * SAMPLES_PER_MS, len(samples) // 2)
    samples[:rise] *= (np.arange(rise) + 1) / rise
    samples[len(samples) - fall :] *= np.arange(fall)[::-1] / fall
    return samples
