"""A pack's clips as sound and back: Ogg Opus at 24 kHz, as `docs/voices.md` has it."""

from __future__ import annotations

import io
from typing import Any

import numpy as np
import soundfile
import soxr
from numpy.typing import NDArray

from voicecoach.interrupts import signals_wait
from voicecoach.packs.ogg import plain
from voicecoach.packs.pack import COMPRESSION, LONGEST_CLIP
from voicecoach.pcm import FULL_SCALE
from voicecoach.times import SAMPLE_RATE_HZ, SAMPLES_PER_MS, Ms, Samples, samples

PACKED_RATE_HZ = 24_000
"""What the voices that are worth packing speak at."""

_KIND = ("OGG", "OPUS")
_UNKNOWN_FORMAT = 1
"""libsndfile's number for bytes that it can't read: other formats may unpack to gigabytes in a minute of sound."""

ONSET = 10 ** (-46 / 20)
"""A clip begins and ends with sound above this: softer edges would be lost in the MP3, and be late by some ms."""


def packed(clip: NDArray[np.int16], compression: float = COMPRESSION) -> bytes:
    """A clip, mono at 48 kHz, as Ogg Opus; the same clip gives the same bytes. `compression` goes from 0 to 1."""
    slower = soxr.resample(clip.astype(np.float32) / FULL_SCALE, SAMPLE_RATE_HZ, PACKED_RATE_HZ, "HQ")
    target = io.BytesIO()
    with (
        signals_wait(),
        soundfile.SoundFile(
            target, "w", PACKED_RATE_HZ, 1, subtype="OPUS", format="OGG", compression_level=compression
        ) as file,
    ):
        file.write(slower)
    return plain(target.getvalue())


def unpacked(opus: bytes, length: Ms, rate: float) -> NDArray[np.int16]:
    """The clip in Ogg Opus, mono at 48 kHz, `length` ms long, spoken at `rate` times its own pace.

    Raises soundfile.LibsndfileError for bytes that are no sound.
    """
    spoken = _sounding(opus)
    if rate != 1:
        spoken = _stretched(spoken, rate)
    return (
        np.rint(_fitted(spoken, samples(length)) * (FULL_SCALE - 1)).clip(-FULL_SCALE, FULL_SCALE - 1).astype(np.int16)
    )


def length_of(opus: bytes) -> Ms:
    """How long the clip in Ogg Opus sounds. Raises soundfile.LibsndfileError for bytes that are no sound."""
    return Ms(len(_sounding(opus)) // SAMPLES_PER_MS)


def _sounding(opus: bytes) -> NDArray[np.float32]:
    """The clip from its first ms above `ONSET` to its last: Opus makes soft beginnings and ends softer."""
    with signals_wait(), soundfile.SoundFile(io.BytesIO(opus)) as file:
        if (file.format, file.subtype) != _KIND:
            raise soundfile.LibsndfileError(_UNKNOWN_FORMAT)
        rate_hz = file.samplerate
        most = LONGEST_CLIP * rate_hz // (1000 * file.channels)
        sound = file.read(most, dtype="float32", always_2d=True)
    spoken = soxr.resample(sound[:, 0], rate_hz, SAMPLE_RATE_HZ, "HQ")
    whole = np.pad(spoken, (0, -len(spoken) % SAMPLES_PER_MS))
    loud = np.flatnonzero(np.abs(whole).reshape(-1, SAMPLES_PER_MS).max(axis=1) > ONSET)
    return whole[loud[0] * SAMPLES_PER_MS : (loud[-1] + 1) * SAMPLES_PER_MS] if len(loud) else whole


def _stretched(sound: NDArray[np.float32], rate: float) -> NDArray[np.float32]:
    """`sound` at another pace and the same pitch."""
    import python_stretch

    stretch: Any = python_stretch.Signalsmith.Stretch(1)
    stretch.preset(1, SAMPLE_RATE_HZ)
    stretch.timeFactor = rate
    stretched: NDArray[np.float32] = stretch.process(np.ascontiguousarray(sound[None, :]))[0]
    return stretched


def _fitted(sound: NDArray[np.float32], length: Samples) -> NDArray[np.float32]:
    """`sound` cut or filled up to `length`."""
    return np.pad(sound[:length], (0, max(0, length - len(sound))))
