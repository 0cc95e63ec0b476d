"""One sound file of any format: encoded, tagged, looked at, and only then put in its place."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from voicecoach.errors import OutputError
from voicecoach.outputs.formats import SoundFormat, format_of
from voicecoach.outputs.mp3 import Mp3Format, stream_bytes, usual_format
from voicecoach.outputs.sound_stream import SampleStream
from voicecoach.outputs.tags import TagData, id3_bytes
from voicecoach.outputs.whole_file import BY_OUTPUT, Naming, whole_file


@contextmanager
def sound_file(  # noqa: PLR0913 - what a file is made of, and what must not happen to others
    target: Path,
    stream: SampleStream,
    tags: TagData,
    *,
    bitrate_kbps: int | None = None,
    inputs: Collection[Path] = (),
    naming: Naming = BY_OUTPUT,
) -> Iterator[Path]:
    """Write the stream in the format of the target's suffix; where the body ends well, the file is put in its place.

    So several files can be written before any of them replaces another. Yields where the file is until then. Without
    `bitrate_kbps`, one that suits the format. `inputs` are never overwritten; what is advised goes by `naming`.

    Raises OutputError for a format that can't be written here, and for a file that didn't arrive whole.
    """
    writing = _Writing(format_of(target), stream, tags, bitrate_kbps)
    with whole_file(target, inputs=inputs, naming=naming, verify=writing.verify) as part:
        writing.write(part)
        yield part


@dataclass(frozen=True, slots=True)
class _Writing:
    kind: SoundFormat
    stream: SampleStream
    tags: TagData
    bitrate_kbps: int | None

    @property
    def _mp3_format(self) -> Mp3Format:
        usual = usual_format(self.stream.channels)
        return Mp3Format(self.bitrate_kbps, usual.channels) if self.bitrate_kbps else usual

    def write(self, part: Path) -> None:
        if self.kind is SoundFormat.MP3:
            with part.open("wb") as file:
                file.write(id3_bytes(self.tags, self.stream.duration))
                file.writelines(self._frames())
        elif self.kind.needs_ffmpeg:
            from voicecoach.outputs.ffmpeg import write_with_ffmpeg

            write_with_ffmpeg(part, self.kind, self.stream, self.tags, self.bitrate_kbps)
        else:
            from voicecoach.outputs.sound_files import write_sound_file

            write_sound_file(part, self.kind, self.stream, self.tags)

    def _frames(self) -> Iterable[bytes]:
        if self.stream.splice:
            return self.stream.splice(self._mp3_format)
        from voicecoach.outputs.mp3_parts import encode_stream

        return encode_stream(self.stream, self._mp3_format.bitrate_kbps)

    def verify(self, part: Path) -> None:
        """Compare the finished length with what it has to be. Raises OutputError."""
        duration = self.stream.duration
        if self.kind is SoundFormat.MP3:
            expected = len(id3_bytes(self.tags, duration)) + stream_bytes(duration, self._mp3_format)
            if (found := part.stat().st_size) != expected:
                raise OutputError(f"{found:,} of {expected:,} bytes arrived in the file. Is the disk full?")
        elif self.kind.needs_ffmpeg:
            from voicecoach.outputs.ffmpeg import check_length

            check_length(part, self.kind, duration)
        else:
            from voicecoach.outputs.sound_files import check_sound_file

            check_sound_file(part, duration)
