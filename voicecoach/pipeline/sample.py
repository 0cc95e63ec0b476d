"""A single spoken line as a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from voicecoach.outputs.formats import SoundFormat, format_of
from voicecoach.outputs.stream import SampleStream
from voicecoach.outputs.tags import TagData, id3_bytes
from voicecoach.outputs.whole_file import whole_file
from voicecoach.times import Ms

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

SAMPLE_KBPS = 64


def save_sample(clip: NDArray[np.int16], length: Ms, text: str, path: Path) -> None:
    """Write `clip`, mono at 48 kHz, in the format of the file's suffix. Raises OutputError."""
    kind = format_of(path)
    stream, tags = SampleStream([clip], length), TagData(title=text)
    with whole_file(path) as part:
        if kind is SoundFormat.MP3:
            from voicecoach.outputs.mp3_encode import encode_stream

            with part.open("wb") as file:
                file.write(id3_bytes(tags, length))
                file.writelines(encode_stream(stream, SAMPLE_KBPS))
        elif kind.needs_ffmpeg:
            from voicecoach.outputs.ffmpeg import write_with_ffmpeg

            write_with_ffmpeg(part, kind, stream, tags)
        else:
            from voicecoach.outputs.sound_files import write_sound_file

            write_sound_file(part, kind, stream, tags)
