"""Music files as a stream of stereo samples."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import soundfile
import soxr
from numpy.typing import NDArray

from voicecoach.times import SAMPLE_RATE_HZ

STEREO = 2

LOUDEST = 8.0
"""Samples of floating-point files beyond this are cut: 18 dB over full scale."""


@contextmanager
def music_file(path: Path) -> Iterator[soundfile.SoundFile]:
    """Open a file for reading on and on.

    soundfile 0.14 jumps to where it is after each portion it read. That tears a hole into an MP3, whose decoder has
    to find its feet after a jump, and makes it complain on the terminal. soundfile does it only if it may jump.

    Raises OSError or `soundfile.SoundFileError` if the file can't be opened.
    """
    with soundfile.SoundFile(path) as file:
        file.seekable = lambda: False
        yield file


def decoded(path: Path) -> Iterator[NDArray[np.float32]]:
    """A file's sound, about a second at a time, as stereo at 48 kHz, shape (n, 2).

    Raises OSError or `soundfile.SoundFileError` if it can't be decoded.
    """
    with music_file(path) as file:
        resampler = soxr.ResampleStream(file.samplerate, SAMPLE_RATE_HZ, 2, dtype="float32")
        while len(portion := file.read(file.samplerate, dtype="float32", always_2d=True)):
            yield resampler.resample_chunk(stereo(portion))
        yield resampler.resample_chunk(np.zeros((0, 2), np.float32), last=True)


def stereo(sound: NDArray[np.float32]) -> NDArray[np.float32]:
    """Two channels of `sound` (n, channels): the first two, or the only one twice. What is no number is silence."""
    pair = sound if sound.shape[1] == STEREO else np.stack([sound[:, 0], sound[:, min(1, sound.shape[1] - 1)]], axis=1)
    if not len(pair) or max(pair.max(), -pair.min()) <= LOUDEST:  # false where something is no number
        return pair
    return np.clip(np.nan_to_num(pair, posinf=0.0, neginf=0.0), -LOUDEST, LOUDEST)
