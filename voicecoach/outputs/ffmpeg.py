"""M4A (AAC) and Opus through an installed ffmpeg, fed through a pipe."""

from __future__ import annotations

import errno
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import IO, TYPE_CHECKING

from voicecoach.errors import OutputError
from voicecoach.outputs.formats import SoundFormat
from voicecoach.outputs.sound_stream import SampleStream
from voicecoach.outputs.tags import TagData, tag_file
from voicecoach.part_files import part_in
from voicecoach.processes import running, status_of
from voicecoach.timeline.model import Chapter
from voicecoach.times import SAMPLE_RATE_HZ, Ms

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

TOLERANCE_MS = 30
"""Containers round the length to frames of their codec: 21.3 ms in AAC."""

_INSTALL = {
    "linux": "sudo apt install ffmpeg (or your distribution's package)",
    "darwin": "brew install ffmpeg",
    "win32": "winget install Gyan.FFmpeg",
}
_QUIET = ("-nostdin", "-hide_banner", "-v", "error")
_CODECS = {
    SoundFormat.M4A: ("-c:a", "aac", "-f", "ipod", "-movflags", "+faststart"),
    SoundFormat.OPUS: ("-c:a", "libopus", "-f", "opus"),
}
_BITRATES_KBPS = {
    (SoundFormat.M4A, 1): 64,
    (SoundFormat.M4A, 2): 128,
    (SoundFormat.OPUS, 1): 40,
    (SoundFormat.OPUS, 2): 96,
}


def find_ffmpeg(kind: SoundFormat) -> str:
    """The path of the installed ffmpeg. Raises `OutputError` that says what to do without one."""
    found = shutil.which("ffmpeg")
    if found is None:
        free = ", ".join(each.suffix for each in SoundFormat if not each.needs_ffmpeg)
        how = _INSTALL.get(sys.platform, "see https://ffmpeg.org/download.html")
        problem = f"Writing {kind.suffix} files needs ffmpeg, which is not installed."
        raise OutputError(f"{problem} Install it: {how}. Without it there are {free}.")
    return found


def write_with_ffmpeg(
    path: Path, kind: SoundFormat, stream: SampleStream, tags: TagData, bitrate_kbps: int | None = None
) -> None:
    """Encode the stream into the existing file `path` as M4A or Opus, with tags and chapters.

    Without `bitrate_kbps`, one that suits the codec. The same ffmpeg gives the same bytes. Whatever interrupts this
    ends ffmpeg as well. Raises `OutputError` if ffmpeg is missing or fails, `OSError` if the disk is full.
    """
    program = find_ffmpeg(kind)
    bitrate = bitrate_kbps or _BITRATES_KBPS[kind, stream.channels]
    with part_in(path.parent) as metadata, tempfile.TemporaryFile() as errors:
        metadata.write_text(chapter_metadata(tags.chapters), encoding="utf-8", newline="\n")
        sound = ["-f", "s16le", "-ar", str(SAMPLE_RATE_HZ), "-ac", str(stream.channels), "-i", "pipe:0"]
        encoding = [*_encoding(kind, metadata), "-b:a", f"{bitrate}k"]
        command = [program, *_QUIET, *sound, *encoding, "-y", f"file:{path}"]
        code = _feed(command, stream.chunks, errors)
        errors.seek(0)
        _judge(code, errors.read().decode(errors="replace"), kind)
    tag_file(path, kind, tags)


def check_length(path: Path, kind: SoundFormat, duration: Ms) -> None:
    """Raise `OutputError` unless the file is readable and `duration` long: ffmpeg can cut a file and report success."""
    from mutagen import MutagenError
    from mutagen.mp4 import MP4
    from mutagen.oggopus import OggOpus

    try:
        info = MP4(path).info if kind is SoundFormat.M4A else OggOpus(path).info
    except MutagenError as error:
        raise OutputError(f"ffmpeg left a {kind} file that can't be read: {error}. Try again.") from error
    found = round(info.length * 1000)
    if abs(found - duration) > TOLERANCE_MS:
        msg = f"ffmpeg wrote {found / 1000} s of {duration / 1000} s. Is the disk full? Try again, or choose .mp3."
        raise OutputError(msg)


def chapter_metadata(chapters: Sequence[Chapter]) -> str:
    r"""The chapters in ffmpeg's metadata format; `= ; # \` and line ends in titles are escaped."""
    lines = [";FFMETADATA1"]
    for each in chapters:
        title = "".join(f"\\{c}" if c in "=;#\\\n" else c for c in each.title)
        lines += ["[CHAPTER]", "TIMEBASE=1/1000", f"START={each.start}", f"END={each.end}", f"title={title}"]
    return "\n".join(lines) + "\n"


def _encoding(kind: SoundFormat, metadata: Path) -> list[str]:
    chapters = ["-f", "ffmetadata", "-i", f"file:{metadata}"] if kind is SoundFormat.M4A else []
    mapped = ["-map", "0:a", "-map_chapters", "1" if chapters else "-1"]
    same_bytes = ["-fflags", "+bitexact", "-flags:a", "+bitexact"]
    return [*chapters, *mapped, *same_bytes, *_CODECS[kind]]


def _feed(command: list[str], chunks: Iterable[NDArray[np.int16]], errors: IO[bytes]) -> int:
    """Pipe the chunks into the program and wait for it; its exit code. It never outlives this."""
    with running(command, stdin=subprocess.PIPE, stderr=errors) as process:
        pipe = process.stdin
        if pipe is None:
            raise RuntimeError("no pipe to ffmpeg")
        try:
            for chunk in chunks:
                pipe.write(chunk.tobytes())
            pipe.close()
        except (BrokenPipeError, ConnectionResetError):
            return status_of(process) or -1
        return status_of(process) or 0


def _judge(code: int, said: str, kind: SoundFormat) -> None:
    if "No space left on device" in said:
        raise OSError(errno.ENOSPC, "no space left")
    if "Unknown encoder" in said:
        raise OutputError(f"The installed ffmpeg can't encode {kind.suffix} files. Choose .mp3, or another ffmpeg.")
    if code or said.strip():
        last = (said.strip().splitlines() or [f"exit code {code}"])[-1]
        raise OutputError(f"ffmpeg could not write the {kind.suffix} file: {last}. Choose .mp3, which needs no ffmpeg.")
