"""Clips as pydub's segments and back; the one place that imports pydub."""

from __future__ import annotations

import os
import warnings

import numpy as np
from numpy.typing import NDArray

from voicecoach.times import SAMPLE_RATE_HZ, Ms

os.environ.setdefault("PATH", os.defpath)  # without one, pydub can't be imported
with warnings.catch_warnings():
    # It warns where there is no ffmpeg, which nothing here needs, and about its own source code.
    warnings.simplefilter("ignore")
    from pydub import AudioSegment

HEADROOM_BITS = 8
"""Segments hold 32 bits with a sample's 16 in the middle, so up to 256 sounds add up without clipping."""

BYTES_PER_SAMPLE = 4


def silent_segment(length: Ms) -> AudioSegment:
    """Silence to lay sounds over."""
    return AudioSegment.silent(length, frame_rate=SAMPLE_RATE_HZ).set_sample_width(BYTES_PER_SAMPLE)


def segment(sound: NDArray[np.int16]) -> AudioSegment:
    """Mono samples at `SAMPLE_RATE_HZ` as a segment with headroom."""
    data = np.left_shift(sound.astype(np.int32), HEADROOM_BITS).tobytes()
    return AudioSegment(data=data, sample_width=BYTES_PER_SAMPLE, frame_rate=SAMPLE_RATE_HZ, channels=1)


def segment_samples(mixed: AudioSegment) -> NDArray[np.float32]:
    """The samples of a segment with headroom, shape (n,), full scale ±1; a sum may reach beyond."""
    data = np.frombuffer(mixed.raw_data, np.int32).astype(np.float32)
    return data / np.float32(1 << (15 + HEADROOM_BITS))
