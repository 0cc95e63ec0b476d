"""A single spoken line as a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from voicecoach.outputs.formats import format_of
from voicecoach.outputs.sound_stream import SampleStream
from voicecoach.outputs.tags import TagData
from voicecoach.outputs.whole_file import check_writable
from voicecoach.outputs.writing import sound_file
from voicecoach.times import Ms

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


def check_sample(path: Path) -> None:
    """Find out before anything is spoken whether it can be written. Raises OutputError."""
    kind = format_of(path)
    if kind.needs_ffmpeg:
        from voicecoach.outputs.ffmpeg import find_ffmpeg

        find_ffmpeg(kind)
    check_writable(path)


def save_sample(clip: NDArray[np.int16], length: Ms, text: str, path: Path) -> None:
    """Write `clip`, mono at 48 kHz, in the format of the file's suffix. Raises OutputError."""
    with sound_file(path, SampleStream([clip], length), TagData(title=text)):
        pass
