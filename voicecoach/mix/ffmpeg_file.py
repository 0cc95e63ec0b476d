"""Music of kinds that only an installed ffmpeg reads."""

from __future__ import annotations

import shutil
import subprocess
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

import numpy as np
from numpy.typing import NDArray

from voicecoach.interrupts import signals_wait
from voicecoach.times import SAMPLE_RATE_HZ

SUFFIXES = (".m4a",)
STEREO = 2
FRAME_BYTES = STEREO * np.dtype(np.float32).itemsize
ENDS_WITHIN_S = 10.0


class FfmpegFile:
    """A file's sound in stereo at 48 kHz, read on and on; a context manager, by whose end ffmpeg is gone.

    Raises OSError if it can't be read, there being no ffmpeg included.
    """

    samplerate, channels, can_jump = SAMPLE_RATE_HZ, STEREO, False

    def __init__(self, path: Path) -> None:
        self.frames = _frames(path)
        program = shutil.which("ffmpeg")
        if program is None:
            raise OSError(f"to read a {path.suffix} file takes ffmpeg, which is not installed")
        decoding = ["-f", "f32le", "-ac", str(STEREO), "-ar", str(SAMPLE_RATE_HZ), "pipe:1"]
        with signals_wait():  # else there could be a process that nobody knows
            self._process = subprocess.Popen(
                [program, "-nostdin", "-v", "quiet", "-i", f"file:{path}", "-map", "0:a:0", *decoding],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )

    def __enter__(self) -> Self:
        """Itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End ffmpeg."""
        self._process.kill()
        if self._process.stdout:
            self._process.stdout.close()
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(ENDS_WITHIN_S)

    def read(self, count: int) -> NDArray[np.float32]:
        """So many frames, shape (n, 2), fewer at its end. Raises OSError where it is damaged."""
        data = self._process.stdout.read(count * FRAME_BYTES) if self._process.stdout else b""
        if len(data) < count * FRAME_BYTES and self._process.wait(ENDS_WITHIN_S):
            raise OSError("it is damaged")
        return np.frombuffer(data[: len(data) // FRAME_BYTES * FRAME_BYTES], np.float32).reshape(-1, STEREO)

    def seek(self, place: int) -> None:
        """There is no way but on."""
        raise NotImplementedError


def _frames(path: Path) -> int:
    """How many frames it says it has."""
    from mutagen import MutagenError
    from mutagen.mp4 import MP4

    try:
        return int(MP4(path).info.length * SAMPLE_RATE_HZ)
    except (MutagenError, RecursionError, OverflowError) as error:
        raise OSError("it is damaged, or of another kind than its name says") from error
