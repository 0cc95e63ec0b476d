"""WAV, FLAC and Ogg Vorbis, streamed through libsndfile: the same bytes for the same sound."""

from __future__ import annotations

import errno
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import soundfile

from voicecoach.errors import OutputError
from voicecoach.outputs.formats import SoundFormat
from voicecoach.outputs.sound_stream import SampleStream
from voicecoach.outputs.tags import TagData, tag_file
from voicecoach.times import SAMPLE_RATE_HZ, Ms, samples

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_ENCODINGS = {SoundFormat.WAV: "PCM_16", SoundFormat.FLAC: "PCM_16", SoundFormat.OGG: "VORBIS"}
_WAV_LIMIT_BYTES = (1 << 32) - (1 << 20)
"""A WAV file counts its bytes in 32 bits; some of them are left for tags."""

_CHUNK_SAMPLES = 1 << 16
"""libsndfile's Vorbis encoder keeps a whole write on its stack, so writes are small."""

_OGG_SERIAL = 1
_FULL_DISK_BYTES = 1 << 16


def write_sound_file(path: Path, kind: SoundFormat, stream: SampleStream, tags: TagData) -> None:
    """Write the stream to the existing file `path` as WAV, FLAC or Ogg Vorbis.

    Over 4 GB a WAV file becomes RF64, which has no tags. Memory stays constant. Raises `OutputError` if the sound
    can't be written, `OSError` if the disk is full, `ValueError` if the chunks are longer or shorter than announced.
    """
    count = _write(path, kind, stream)
    if count != samples(stream.duration):
        raise ValueError(f"{samples(stream.duration)} samples were announced and {count} came")
    tag_file(path, kind, tags)
    if kind is SoundFormat.OGG:
        _fix_serial(path)


def check_sound_file(path: Path, duration: Ms) -> None:
    """Raise `OutputError` unless the file at `path` can be read and is exactly `duration` long."""
    try:
        found = soundfile.info(str(path)).frames
    except soundfile.LibsndfileError as error:
        raise OutputError(f"The sound file came out unreadable: {error.error_string}") from error
    if found != samples(duration):
        msg = f"The sound file came out with {found} samples where {samples(duration)} were written. Try again."
        raise OutputError(msg)


def _write(path: Path, kind: SoundFormat, stream: SampleStream) -> int:
    count = 0
    shape = {"samplerate": SAMPLE_RATE_HZ, "channels": stream.channels}
    try:
        with soundfile.SoundFile(
            str(path), "w", subtype=_ENCODINGS[kind], format=_container(kind, stream), **shape
        ) as file:
            for piece in _pieces(stream.chunks):
                file.write(piece)
                count += len(piece)
    except (soundfile.LibsndfileError, AssertionError) as error:
        # A short write is an assertion inside soundfile.
        if shutil.disk_usage(path.parent).free < _FULL_DISK_BYTES:
            raise OSError(errno.ENOSPC, "no space left") from error
        reason = str(error) or "the disk took only part of it"
        raise OutputError(f"The {kind} file could not be written: {reason}") from error
    return count


def _container(kind: SoundFormat, stream: SampleStream) -> str:
    if kind is SoundFormat.WAV and samples(stream.duration) * stream.channels * 2 > _WAV_LIMIT_BYTES:
        return "RF64"
    return kind.upper()


def _pieces(chunks: Iterable[NDArray[np.int16]]) -> Iterator[NDArray[np.int16]]:
    for chunk in chunks:
        for start in range(0, len(chunk), _CHUNK_SAMPLES):
            yield chunk[start : start + _CHUNK_SAMPLES]


def _fix_serial(path: Path) -> None:
    """Give every Ogg page the same serial number in place of libsndfile's random one; mutagen renews the checksums."""
    from mutagen.ogg import OggPage

    with path.open("r+b") as file:
        while True:
            start = file.tell()
            try:
                page = OggPage(file)
            except EOFError:
                return
            page.serial = _OGG_SERIAL
            file.seek(start)
            file.write(page.write())
