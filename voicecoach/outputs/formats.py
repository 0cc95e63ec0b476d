"""The kinds of sound file that can be written, known by the suffix of a name."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from voicecoach.errors import OutputError, nearest


class SoundFormat(StrEnum):
    """A kind of sound file; the value is its suffix without the dot."""

    MP3 = "mp3"
    WAV = "wav"
    FLAC = "flac"
    OGG = "ogg"
    M4A = "m4a"
    OPUS = "opus"

    @property
    def suffix(self) -> str:
        """The end of a file's name, with its dot."""
        return f".{self.value}"

    @property
    def needs_ffmpeg(self) -> bool:
        """Whether only an installed ffmpeg can write it."""
        return self in {SoundFormat.M4A, SoundFormat.OPUS}


def format_of(path: Path) -> SoundFormat:
    """The format that the name of `path` asks for; upper case counts as lower case.

    Raises `OutputError` for a name without a suffix, and for a suffix nobody here writes.
    """
    suffix = path.suffix.lower()
    known = [each.suffix for each in SoundFormat]
    if suffix in known:
        return SoundFormat(suffix.removeprefix("."))
    if not suffix.removeprefix("."):
        msg = f"{path} has no suffix, so its format is unknown. Add one: {path.name or 'session'}.mp3, or {_listed()}."
        raise OutputError(msg)
    msg = f"{path}: can't write {suffix} files.{nearest(suffix, known)} These can be written: {_listed()}."
    raise OutputError(msg)


def _listed() -> str:
    return ", ".join(each.suffix for each in SoundFormat)
