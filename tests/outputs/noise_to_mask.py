"""What an encoder adds to a sound, beside what the sound itself hides: the noise-to-mask ratio.

After ITU-R BS.1387 (PEAQ), made simple: spectra of 43 ms in bands of half a Bark; a band hides what is near it, falling
by 27 dB a Bark below and 10 dB above; noise has to stay 3 dB under that, and a quarter of a decibel more for each
Bark above 12; what is below the threshold of hearing, with full scale at 92 dB, is not heard either.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from voicecoach.times import SAMPLE_RATE_HZ

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

SPAN, STEP = 2048, 1024
FULL_SCALE_DB = 92.0
HEARD_BELOW_HZ = 16_000

WINDOW = np.hanning(SPAN)
HZ = np.fft.rfftfreq(SPAN, 1 / SAMPLE_RATE_HZ)
BARK = 13 * np.arctan(0.00076 * HZ) + 3.5 * np.arctan((HZ / 7500) ** 2)
BAND = np.minimum((BARK * 2).astype(int), 49)


def noise_to_mask_db(sound: Floats, decoded: Floats) -> float:
    """The ratio over all bands and moments of (n, channels) samples; at 0 dB it is about to be heard."""
    noise = np.concatenate([_by_bands(channel) for channel in (decoded - sound).T])
    masked = np.concatenate([_threshold(_by_bands(channel)) for channel in sound.T])
    heard = np.bincount(BAND, HZ) / np.bincount(BAND) < HEARD_BELOW_HZ
    return float(10 * np.log10((noise / masked)[:, heard].mean()))


def _by_bands(channel: Floats) -> Floats:
    places = np.arange(0, len(channel) - SPAN, STEP)[:, np.newaxis] + np.arange(SPAN)
    power = np.abs(np.fft.rfft(channel[places] * WINDOW, axis=1)) ** 2
    bands: Floats = power @ np.eye(BAND.max() + 1)[BAND]
    return bands


def _threshold(power: Floats) -> Floats:
    bark = (np.arange(power.shape[1]) + 0.5) / 2
    above = bark[:, np.newaxis] - bark
    spread = 10 ** (np.where(above >= 0, -10 * above, 27 * above) / 10)
    under_db = np.where(bark < 12, 3, bark / 4)
    quiet = 10 ** ((_hearing_db() - FULL_SCALE_DB) / 10) * (WINDOW.sum() / 2) ** 2
    threshold: Floats = power @ (spread / spread.sum(axis=1, keepdims=True)).T * 10 ** (-under_db / 10) + quiet
    return threshold


def _hearing_db() -> Floats:
    """The threshold of hearing in each band (Terhardt)."""
    khz = np.maximum(np.bincount(BAND, HZ) / np.bincount(BAND), 30) / 1000
    threshold: Floats = 3.64 * khz**-0.8 - 6.5 * np.exp(-0.6 * (khz - 3.3) ** 2) + 1e-3 * khz**4
    return threshold
