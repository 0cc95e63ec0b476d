"""From a timeline to files: one for the whole session, and with `split` one for each exercise as well."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from voicecoach.assets import asset_folder
from voicecoach.errors import ChoiceError, OutputError
from voicecoach.outputs.formats import SoundFormat, format_of
from voicecoach.outputs.mp3 import Mp3Format, stream_bytes
from voicecoach.outputs.playlist import Track, file_stem, playlist
from voicecoach.outputs.stream import SampleStream
from voicecoach.outputs.tags import TagData, id3_bytes, listed_chapters
from voicecoach.outputs.transcript import transcript
from voicecoach.outputs.whole_file import check_writable, whole_file
from voicecoach.pipeline.blocks import BlockSounds
from voicecoach.pipeline.prepare import Prepared
from voicecoach.timeline.cut import tracks
from voicecoach.timeline.model import Timeline
from voicecoach.times import Ms

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

MOST_ID3_CHAPTERS = 255
"""A table of contents in ID3 counts its entries in one byte."""

SPEECH_KBPS, MUSIC_KBPS = 64, 128


@dataclass(frozen=True)
class Target:
    """Where and how to write. `music` is a file or folder; `bitrate_kbps` `None` takes what suits the format.

    `inputs` are files that must not be overwritten.
    """

    path: Path
    split: bool = False
    bitrate_kbps: int | None = None
    music: Path | None = None
    music_level_db: float = 0.0
    inputs: tuple[Path, ...] = ()

    def check(self) -> SoundFormat:
        """Find out before any work whether it can be written. Raises OutputError, ChoiceError."""
        kind = format_of(self.path)
        if self.bitrate_kbps is not None and kind in (SoundFormat.WAV, SoundFormat.FLAC, SoundFormat.OGG):
            raise ChoiceError(f"--bitrate has no meaning for {kind.suffix} files. Leave it out, or write .mp3.")
        if kind is SoundFormat.MP3 and self.bitrate_kbps is not None:
            Mp3Format(self.bitrate_kbps)
        if kind.needs_ffmpeg:
            from voicecoach.outputs.ffmpeg import find_ffmpeg

            find_ffmpeg(kind)
        if self.music is not None:
            from voicecoach.mix.playlist import music_files

            music_files(self.music)
        check_writable(self.path, self.inputs)
        return kind


@dataclass(frozen=True)
class Rendered:
    """What was written: `files` with the whole session first. `notes` are sentences for the user."""

    files: tuple[Path, ...]
    notes: tuple[str, ...]


def render(prepared: Prepared, target: Target, block_sounds: BlockSounds) -> Rendered:
    """Write the session. Each file appears whole or not at all; commits the cache. Raises OutputError."""
    return _Rendering(prepared, target, block_sounds).write()


class _Rendering:
    def __init__(self, prepared: Prepared, target: Target, block_sounds: BlockSounds) -> None:
        self.prepared, self.target, self.block_sounds = prepared, target, block_sounds
        self.kind = target.check()
        self.notes: list[str] = []

    def write(self) -> Rendered:
        timeline, path = self.prepared.timeline, self.target.path
        tags = self._tags(timeline, self._title())
        if len(listed_chapters(timeline.chapters, MOST_ID3_CHAPTERS)) < len(timeline.chapters):
            of = len(timeline.chapters)
            self.notes.append(f"Of {of} chapters {MOST_ID3_CHAPTERS} are marked: players know no more.")
        self._write_file(path, timeline, tags)
        files = [path, *(self._write_tracks() if self.target.split else ())]
        self.block_sounds.sounds.cache.commit()
        return Rendered(tuple(files), tuple(dict.fromkeys(self.notes)))

    # What the files say about themselves

    def _title(self) -> str:
        session, workout = self.prepared.session, self.prepared.workout
        return f"{session.title}, week {workout.week}" if workout.weeks > 1 else session.title

    def _tags(self, timeline: Timeline, title: str) -> TagData:
        session, workout = self.prepared.session, self.prepared.workout
        source = session.source
        return TagData(
            title=title,
            artist=source.author if source else "voicecoach",
            album=session.album or session.title,
            track=workout.week,
            genre=session.genre,
            comment=source.title if source else "",
            url=(source.video or "") if source else "",
            chapters=timeline.chapters,
            lyrics=transcript(timeline),
            language=_ISO_639_2.get(session.language, "und"),
            cover=(asset_folder() / "cover.png").read_bytes(),
        )

    # One file

    def _write_file(self, path: Path, timeline: Timeline, tags: TagData) -> None:
        def verify(part: Path) -> None:
            self._verify(part, timeline, tags)

        with whole_file(path, inputs=self.target.inputs, verify=verify) as part:
            if self.kind is SoundFormat.MP3:
                self._write_mp3(part, timeline, tags)
            elif self.kind.needs_ffmpeg:
                from voicecoach.outputs.ffmpeg import write_with_ffmpeg

                write_with_ffmpeg(part, self.kind, self._stream(timeline), tags, self.target.bitrate_kbps)
            else:
                from voicecoach.outputs.sound_files import write_sound_file

                write_sound_file(part, self.kind, self._stream(timeline), tags)

    def _write_mp3(self, part: Path, timeline: Timeline, tags: TagData) -> None:
        with part.open("wb") as file:
            file.write(id3_bytes(tags, timeline.duration))
            file.writelines(self._mp3(timeline))

    def _mp3(self, timeline: Timeline) -> Iterator[bytes]:
        fmt = self._mp3_format()
        if self.target.music is None:
            return self.block_sounds.mp3(timeline, fmt)
        from voicecoach.outputs.mp3_encode import encode_stream

        return encode_stream(self._stream(timeline), fmt.bitrate_kbps)

    def _mp3_format(self) -> Mp3Format:
        if self.target.music is None:
            return Mp3Format(self.target.bitrate_kbps or SPEECH_KBPS)
        return Mp3Format(self.target.bitrate_kbps or MUSIC_KBPS, channels=2)

    def _verify(self, part: Path, timeline: Timeline, tags: TagData) -> None:
        """Compare the finished length with what it has to be. Raises OutputError."""
        if self.kind is SoundFormat.MP3:
            expected = len(id3_bytes(tags, timeline.duration)) + stream_bytes(timeline.duration, self._mp3_format())
            if (found := part.stat().st_size) != expected:
                raise OutputError(f"{found:,} of {expected:,} bytes arrived in the file. Is the disk full?")
        elif self.kind.needs_ffmpeg:
            from voicecoach.outputs.ffmpeg import check_length

            check_length(part, self.kind, timeline.duration)
        else:
            from voicecoach.outputs.sound_files import check_sound_file

            check_sound_file(part, timeline.duration)

    def _stream(self, timeline: Timeline) -> SampleStream:
        chunks = self._reported(self.block_sounds.samples(timeline), timeline.duration)
        if self.target.music is None:
            return SampleStream(chunks, timeline.duration)
        from voicecoach.mix.music import under
        from voicecoach.mix.playlist import Playlist, music_files

        music = Playlist(music_files(self.target.music), note=self.notes.append)
        # Ticks and the other tones need room as well: loud music would hide them.
        spoken = ((event.start, event.end) for event in timeline.events)
        mixed = under(chunks, music, spoken, timeline.duration, self.target.music_level_db)
        return SampleStream(mixed, timeline.duration, channels=2)

    def _reported(self, chunks: Iterator[NDArray[np.int16]], duration: Ms) -> Iterator[NDArray[np.int16]]:
        seconds = duration // 1000
        for done, chunk in enumerate(chunks):
            self.block_sounds.progress("mixing", min(done, seconds), seconds)
            yield chunk

    # Tracks

    def _write_tracks(self) -> Iterator[Path]:
        """One file for each exercise, in a folder named after the whole, and the playlist that plays them in order."""
        folder = self.target.path.with_suffix("")
        _make_folder(folder)
        written = []
        for number, (title, part) in enumerate(tracks(self.prepared.timeline), start=1):
            name = f"{number:02} {file_stem(title)}{self.kind.suffix}"
            tags = replace(self._tags(part, title), album=self._title(), track=number)
            self._write_file(folder / name, part, tags)
            written.append(Track(f"{folder.name}/{name}", part.duration, title))
            yield folder / name
        listing = self.target.path.with_suffix(".m3u")
        with whole_file(listing, inputs=self.target.inputs) as part_file:
            part_file.write_text(playlist(self._title(), written), encoding="utf-8", newline="\n")
        yield listing


_ISO_639_2 = {"en": "eng", "de": "deu", "fr": "fra", "es": "spa", "it": "ita", "nl": "nld", "pt": "por"}


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise OutputError(f"The folder {str(folder)!r} for the tracks can't be made: {error.strerror}.") from None
