"""From a timeline to files: one for the whole session, and with `split` one for each exercise as well."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from voicecoach.assets import asset_folder
from voicecoach.errors import ChoiceError, OutputError
from voicecoach.outputs.formats import SoundFormat, format_of
from voicecoach.outputs.mp3 import Mp3Format
from voicecoach.outputs.names import file_stem
from voicecoach.outputs.playlist import Track, playlist
from voicecoach.outputs.stream import SampleStream
from voicecoach.outputs.tags import TagData, most_chapters
from voicecoach.outputs.transcript import transcript
from voicecoach.outputs.whole_file import check_writable, whole_file
from voicecoach.outputs.writing import sound_file
from voicecoach.pipeline.blocks import BlockSounds
from voicecoach.pipeline.prepare import Prepared
from voicecoach.timeline.cut import tracks
from voicecoach.timeline.model import Timeline

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


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

    @property
    def folder(self) -> Path:
        """Where the tracks go."""
        return self.path.with_suffix("")

    @property
    def playlist(self) -> Path:
        """The file that lists the tracks."""
        return self.path.with_suffix(".m3u")

    def check(self) -> SoundFormat:
        """Find out before any work whether it can be written. Raises OutputError, ChoiceError."""
        kind = format_of(self.path)
        if self.bitrate_kbps is not None and not has_bitrate(self.path):
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
        if self.split:
            _check_folder(self.folder, kind)
            check_writable(self.playlist, self.inputs)
        return kind


def has_bitrate(path: Path) -> bool:
    """Whether a file of this name has a bit rate that can be chosen. Raises OutputError for an unknown suffix."""
    return format_of(path) not in (SoundFormat.WAV, SoundFormat.FLAC, SoundFormat.OGG)


@dataclass(frozen=True)
class Rendered:
    """What was written: `files` with the whole session first. `notes` are sentences for the user."""

    files: tuple[Path, ...]
    notes: tuple[str, ...]


def render(prepared: Prepared, target: Target, block_sounds: BlockSounds) -> Rendered:
    """Write the session. No file replaces another before all of them are written; commits the cache.

    Raises OutputError.
    """
    return _Rendering(prepared, target, block_sounds, target.check()).write()


@dataclass
class _Rendering:
    prepared: Prepared
    target: Target
    block_sounds: BlockSounds
    kind: SoundFormat
    notes: list[str] = field(default_factory=list)

    def write(self) -> Rendered:
        timeline, path = self.prepared.timeline, self.target.path
        most = most_chapters(self.kind)
        if most is not None and len(timeline.chapters) > most:
            of = len(timeline.chapters)
            self.notes.append(f"Of {of} chapters {most} are marked: {self.kind.suffix} files hold no more.")
        files = [path]
        with ExitStack() as written:  # it puts the last file in its place first, and the whole session after its parts
            self._write_file(written, path, timeline, self._tags(timeline, self._title))
            if self.target.split:
                files += self._write_tracks(written)
        self.block_sounds.sounds.cache.commit()
        return Rendered(tuple(files), tuple(dict.fromkeys(self.notes)))

    # What the files say about themselves

    @property
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

    def _write_file(self, written: ExitStack, path: Path, timeline: Timeline, tags: TagData) -> None:
        target = self.target
        if target.music is None:
            splice = partial(self.block_sounds.mp3, timeline)
            stream = SampleStream(self._chunks(timeline), timeline.duration, splice=splice)
        else:
            stream = SampleStream(self._chunks(timeline), timeline.duration, channels=2)
        file = sound_file(path, stream, tags, bitrate_kbps=target.bitrate_kbps, inputs=target.inputs)
        written.enter_context(file)

    def _chunks(self, timeline: Timeline) -> Iterator[NDArray[np.int16]]:
        """The samples, with music if there is to be some; nothing is done before the first is taken."""
        if self.target.music is None:
            yield from self._reported(timeline)
            return
        from voicecoach.mix.music import under
        from voicecoach.mix.playlist import Playlist, music_files

        music = Playlist(music_files(self.target.music), note=self.notes.append)
        # Ticks and the other tones need room as well: loud music would hide them.
        heard = ((event.start, event.end) for event in timeline.events)
        yield from under(self._reported(timeline), music, heard, timeline.duration, self.target.music_level_db)

    def _reported(self, timeline: Timeline) -> Iterator[NDArray[np.int16]]:
        """The session's own samples; how far they are is told to the progress."""
        seconds = timeline.duration // 1000
        for done, chunk in enumerate(self.block_sounds.samples(timeline)):
            self.block_sounds.progress("mixing", min(done, seconds), seconds)
            yield chunk

    # Tracks

    def _write_tracks(self, written: ExitStack) -> Iterator[Path]:
        """One file for each exercise, in a folder named after the whole, and the playlist that plays them in order."""
        folder = self.target.folder
        written.enter_context(_made(folder))
        listed = []
        for number, (title, part) in enumerate(tracks(self.prepared.timeline), start=1):
            name = f"{number:02} {file_stem(title)}{self.kind.suffix}"
            tags = replace(self._tags(part, title), album=self._title, track=number)
            self._write_file(written, folder / name, part, tags)
            listed.append(Track(f"{folder.name}/{name}", part.duration, title))
            yield folder / name
        listing = written.enter_context(whole_file(self.target.playlist, inputs=self.target.inputs))
        text = playlist(self._title, listed)
        listing.write_text(text, encoding="utf-8", errors="surrogateescape", newline="\n")
        self._note_others(folder, {Path(track.file_name).name for track in listed})
        yield self.target.playlist

    def _note_others(self, folder: Path, ours: set[str]) -> None:
        """Say which files look like tracks of another session: whoever plays the folder hears them as well."""
        track = re.compile(rf"\d\d+ .+{re.escape(self.kind.suffix)}")
        if others := sorted(
            each.name for each in folder.iterdir() if track.fullmatch(each.name) and each.name not in ours
        ):
            self.notes.append(f"{str(folder)!r} also holds what is no track of this session: {', '.join(others)}.")


_ISO_639_2 = {"en": "eng", "de": "deu", "fr": "fra", "es": "spa", "it": "ita", "nl": "nld", "pt": "por"}


def _check_folder(folder: Path, kind: SoundFormat) -> None:
    """Find out whether tracks can be written into `folder`, which need not be there yet. Raises OutputError."""
    if folder.is_dir():
        check_writable(folder / f"01{kind.suffix}")
    elif folder.exists():
        raise OutputError(f"The folder {str(folder)!r} for the tracks can't be made: a file has that name.")


@contextmanager
def _made(folder: Path) -> Iterator[None]:
    """Make the folder where there is none; if nothing comes of the body, it goes again."""
    new = not folder.exists()
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise OutputError(f"The folder {str(folder)!r} for the tracks can't be made: {error.strerror}.") from None
    try:
        yield
    except BaseException:
        if new:
            with suppress(OSError):
                folder.rmdir()
        raise
