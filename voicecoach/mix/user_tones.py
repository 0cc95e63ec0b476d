"""A user's WAV file becomes a tone like the built-in ones."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import soundfile
import soxr
from numpy.typing import NDArray

from voicecoach.errors import ChoiceError
from voicecoach.folders import native_name
from voicecoach.mix.levels import amplitude, to_int16
from voicecoach.native_noise import silenced
from voicecoach.pcm import HIGHEST_RATE_HZ
from voicecoach.times import SAMPLE_RATE_HZ, SAMPLES_PER_MS, ms_covering

PEAK_DBFS = -7.0
"""No tone is louder than this: well under the peaks of speech."""

SILENCE_DBFS = -55.0
"""What is softer, before the first sample and after the last one above it, is cut off."""

LONGEST_S = 2
READ_S = 30
"""More of a file is not looked at."""

_AT_ONCE = 1 << 20
"""So many samples are read at a time, of all channels."""


def user_tone(path: Path) -> bytes:
    """The file's sound as 16-bit mono samples at 48 kHz, padded to whole milliseconds.

    It starts with its onset, and its peak is at most `PEAK_DBFS`.

    Raises ChoiceError if it can't be read, is silent or is longer than `LONGEST_S`.
    """
    sound, rate_hz = _read(path)
    sound = _trimmed(soxr.resample(sound, rate_hz, SAMPLE_RATE_HZ))
    if not len(sound):
        raise ChoiceError(f"The tone {str(path)!r} is silent. Take the file away to keep the built-in tone.")
    if len(sound) > LONGEST_S * SAMPLE_RATE_HZ:
        raise ChoiceError(f"The tone {str(path)!r} is longer than {LONGEST_S} seconds. Shorten it.")
    peak = float(np.abs(sound).max())
    sound = sound * np.float32(min(1.0, amplitude(PEAK_DBFS) / peak))
    padding = ms_covering(len(sound)) * SAMPLES_PER_MS - len(sound)
    return to_int16(np.pad(sound, (0, padding))).tobytes()


def _read(path: Path) -> tuple[NDArray[np.float32], int]:
    """The start of the file, mixed to mono, and its sample rate in Hz."""
    try:
        with silenced(), soundfile.SoundFile(native_name(path)) as file:
            rate_hz: int = file.samplerate
            if rate_hz > HIGHEST_RATE_HZ:
                raise ChoiceError(
                    f"The tone {str(path)!r} has {rate_hz:,} samples a second. Export it again, at 48,000."
                )
            sound = _mono(file, READ_S * rate_hz)
    except (OSError, soundfile.SoundFileError) as error:
        raise ChoiceError(f"The tone {str(path)!r} can't be read as a WAV file: {error}") from error
    if not np.isfinite(sound).all():
        raise ChoiceError(f"The tone {str(path)!r} holds samples that are not numbers. Export it again.")
    return sound, rate_hz


def _mono(file: soundfile.SoundFile, most: int) -> NDArray[np.float32]:
    """The mean of all channels, of so many samples at most."""
    portion = max(1, _AT_ONCE // file.channels)
    means = [np.zeros(0, np.float32)]
    while most and len(block := file.read(min(portion, most), dtype="float32", always_2d=True)):
        means.append(block.mean(axis=1))
        most -= len(block)
    return np.concatenate(means)


def _trimmed(sound: NDArray[np.float32]) -> NDArray[np.float32]:
    heard = np.flatnonzero(np.abs(sound) > amplitude(SILENCE_DBFS))
    return sound[heard[0] : heard[-1] + 1] if len(heard) else sound[:0]
