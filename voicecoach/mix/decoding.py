"""Music files as a stream of stereo samples."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

import numpy as np
import soundfile
import soxr
from numpy.typing import NDArray

from voicecoach.folders import check_no_pipe, native_name
from voicecoach.mix import ffmpeg_file
from voicecoach.mix.ffmpeg_file import FfmpegFile
from voicecoach.native_noise import silenced
from voicecoach.times import SAMPLE_RATE_HZ

STEREO = 2
CAN_NOT_JUMP = "MP3"
"""After a jump, the decoder of MP3 has to find its feet."""

LOUDEST = 8.0
"""Samples of floating-point files beyond this are cut: 18 dB over full scale."""


class UnusableMusicError(Exception):
    """A file can't be used as music; the message is a clause about `it`, without a full stop."""


class MusicFile(Protocol):
    """An open file of sound, at its start. `samplerate` is in Hz, `frames` how many it says it has."""

    @property
    def samplerate(self) -> int: ...  # noqa: D102 - see above
    @property
    def channels(self) -> int: ...  # noqa: D102
    @property
    def frames(self) -> int: ...  # noqa: D102
    @property
    def can_jump(self) -> bool:
        """Whether `seek` works."""
        ...

    def read(self, count: int) -> NDArray[np.float32]:
        """So many frames, shape (n, channels), fewer at its end."""
        ...

    def seek(self, place: int) -> None:
        """Go on from this frame."""
        ...


class _LibsndfileFile:
    """A file as libsndfile reads it, without what its decoders say to the terminal.

    soundfile 0.14 jumps to where it is after each portion it read. That tears a hole into an MP3, whose decoder has
    to find its feet after a jump. soundfile does it only if it may jump.
    """

    def __init__(self, file: soundfile.SoundFile) -> None:
        self._file = file
        self.samplerate: int = file.samplerate
        self.channels: int = file.channels
        self.frames: int = file.frames
        self.can_jump = file.format != CAN_NOT_JUMP
        file.seekable = lambda: False

    def read(self, count: int) -> NDArray[np.float32]:
        with silenced():
            sound: NDArray[np.float32] = self._file.read(count, dtype="float32", always_2d=True)
        return sound

    def seek(self, place: int) -> None:
        self._file.seek(place)


@contextmanager
def music_file(path: Path) -> Iterator[MusicFile]:
    """Open a file for reading on and on. Raises UnusableMusicError if it can't be opened, or read in the body."""
    try:
        check_no_pipe(path)
        if not path.stat().st_size:
            raise UnusableMusicError("it is empty")
        if path.suffix.lower() in ffmpeg_file.SUFFIXES:
            with FfmpegFile(path) as decoder:
                yield decoder
        else:
            with silenced():
                file = soundfile.SoundFile(native_name(path))
            with file:
                yield _LibsndfileFile(file)
    except FileNotFoundError:
        raise UnusableMusicError("there is no such file") from None
    except (OSError, ValueError, soundfile.SoundFileError) as error:
        raise UnusableMusicError(_problem(error)) from error


def _problem(error: Exception) -> str:
    if isinstance(error, OSError):
        return error.strerror or str(error)
    said = str(getattr(error, "error_string", "")) or str(error)
    if "not recognised" in said or "unknown format" in said.lower():
        return "it is no music, or of a kind that can't be read"
    return f"it is damaged ({said.rstrip('.')})"


def decoded(path: Path) -> Iterator[NDArray[np.float32]]:
    """A file's sound, about a second at a time, as stereo at 48 kHz, shape (n, 2).

    Raises UnusableMusicError if it can't be decoded.
    """
    with music_file(path) as file:
        resampler = soxr.ResampleStream(file.samplerate, SAMPLE_RATE_HZ, 2, dtype="float32")
        while len(portion := file.read(file.samplerate)):
            yield resampler.resample_chunk(stereo(portion))
        yield resampler.resample_chunk(np.zeros((0, 2), np.float32), last=True)


def stereo(sound: NDArray[np.float32]) -> NDArray[np.float32]:
    """Two channels of `sound` (n, channels): the first two, or the only one twice. What is no number is silence."""
    pair = sound if sound.shape[1] == STEREO else np.stack([sound[:, 0], sound[:, min(1, sound.shape[1] - 1)]], axis=1)
    if not len(pair) or max(pair.max(), -pair.min()) <= LOUDEST:  # false where something is no number
        return pair
    return np.clip(np.nan_to_num(pair, posinf=0.0, neginf=0.0), -LOUDEST, LOUDEST)
