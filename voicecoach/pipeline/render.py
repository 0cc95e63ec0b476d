"""From a timeline to files: one for the whole session, and with `split` one for each exercise as well."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field, replace
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from voicecoach.assets import asset_folder
from voicecoach.definitions.coach import Coach
from voicecoach.definitions.session import Source
from voicecoach.errors import ChoiceError, OutputError
from voicecoach.outputs.artwork import COVER_PX, square
from voicecoach.outputs.formats import SoundFormat, format_of
from voicecoach.outputs.mp3 import Mp3Format, stream_bytes, usual_format
from voicecoach.outputs.names import file_stem
from voicecoach.outputs.playlist import Track, playlist
from voicecoach.outputs.sound_stream import SampleStream
from voicecoach.outputs.tags import TagData, has_chapter_pictures, id3_bytes, listed_chapters, most_chapters
from voicecoach.outputs.transcript import transcript
from voicecoach.outputs.whole_file import BY_OUTPUT, Naming, check_writable, whole_file
from voicecoach.outputs.writing import sound_file
from voicecoach.packages import version
from voicecoach.pipeline.block_sounds import BlockSounds
from voicecoach.pipeline.move_pictures import Pictures, chapter_pictures
from voicecoach.pipeline.prepare import Prepared
from voicecoach.plan.workout import for_client
from voicecoach.timeline.cut import tracks
from voicecoach.timeline.model import Timeline

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True)
class Target:
    """Where and how to write. `music` is a file or folder; `bitrate_kbps` `None` takes what suits the format.

    `inputs` are files that must not be overwritten, such as those that the session was read from; `naming` is how
    `path` was chosen. With `pictures` a chapter shows its move, where the format can. `coach`, `title`, `album` and
    `track` go into the tags, in place of whom the session is from, of its own title and album, and of its week.
    """

    path: Path
    split: bool = False
    bitrate_kbps: int | None = None
    music: Path | None = None
    music_level_db: float = 0.0
    inputs: tuple[Path, ...] = ()
    pictures: bool = True
    naming: Naming = BY_OUTPUT
    coach: Coach | None = None
    title: str | None = None
    album: str | None = None
    track: int | None = None

    @property
    def kind(self) -> SoundFormat:
        """What to write. Raises OutputError for a name that doesn't say, or says what nobody here writes."""
        return format_of(self.path)

    @property
    def folder(self) -> Path:
        """Where the tracks go."""
        return self.path.with_suffix("")

    @property
    def playlist(self) -> Path:
        """The file that lists the tracks."""
        return self.path.with_suffix(".m3u")

    def check(self) -> None:
        """Find out before any work whether it can be written. Raises OutputError, ChoiceError."""
        kind = self.kind
        if self.bitrate_kbps is not None and not has_bitrate(self.path):
            raise ChoiceError(f"--bitrate has no meaning for {kind.suffix} files. Leave it out, or write .mp3.")
        if kind is SoundFormat.MP3 and self.bitrate_kbps is not None:
            Mp3Format(self.bitrate_kbps)
        if kind.needs_ffmpeg:
            from voicecoach.outputs.ffmpeg import find_ffmpeg

            find_ffmpeg(kind)
        if self.music is not None:
            from voicecoach.mix.music_files import music_files

            music_files(self.music)
        check_writable(self.path, self.inputs)
        if self.split:
            _check_folder(self.folder, kind)
            check_writable(self.playlist, self.inputs)


def has_bitrate(path: Path) -> bool:
    """Whether a file of this name has a bit rate that can be chosen. Raises OutputError for an unknown suffix."""
    return format_of(path) not in (SoundFormat.WAV, SoundFormat.FLAC, SoundFormat.OGG)


@dataclass(frozen=True)
class Rendered:
    """What was written: `files` with the whole session first. `notes` are sentences for the user."""

    files: tuple[Path, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True)
class Written:
    """A file that is written and not yet in its place: `part` is where it is. `notes` are sentences for the user."""

    part: Path
    notes: tuple[str, ...]


def render(prepared: Prepared, target: Target, block_sounds: BlockSounds) -> Rendered:
    """Write the session to a target that was checked, before the work on `prepared` began; commits the cache.

    No file replaces another before all of them are written. Raises OutputError.
    """
    return _Rendering(prepared, target, block_sounds).write()


@dataclass(frozen=True)
class Foreseen:
    """What is known of an MP3 before it is made: its size, and a digest of everything that shapes its bytes."""

    size_bytes: int
    digest: str


def foresee_mp3(prepared: Prepared, target: Target, block_sounds: BlockSounds) -> Foreseen:
    """What the MP3 of a session will be, wherever it goes.

    Raises OutputError for a bit rate that MP3 doesn't have, ChoiceError for music that isn't there.
    """
    return _Rendering(prepared, target, block_sounds).foreseen()


def write_session(written: ExitStack, prepared: Prepared, target: Target, block_sounds: BlockSounds) -> Written:
    """Write a session as one file, which `written` puts in its place as it closes; the cache is not committed.

    Raises OutputError.
    """
    rendering = _Rendering(prepared, target, block_sounds)
    return Written(rendering.write_session(written), tuple(dict.fromkeys(rendering.notes)))


@dataclass
class _Rendering:
    prepared: Prepared
    target: Target
    block_sounds: BlockSounds
    notes: list[str] = field(default_factory=list)

    def write(self) -> Rendered:
        files = [self.target.path]
        with ExitStack() as written:  # it puts the last file in its place first, and the whole session after its parts
            self.write_session(written)
            if self.target.split:
                files += self._write_tracks(written)
        self.block_sounds.sounds.cache.commit()
        return Rendered(tuple(files), tuple(dict.fromkeys(self.notes)))

    def write_session(self, written: ExitStack) -> Path:
        """Write the whole session; gives the file that it is until `written` closes."""
        timeline, kind = self.prepared.timeline, self.target.kind
        most = most_chapters(kind)
        if most is not None and len(timeline.chapters) > most:
            of = len(timeline.chapters)
            self.notes.append(f"Of {of} chapters {most} are marked: {kind.suffix} files hold no more.")
        return self._write_file(written, self.target.path, timeline, self._tags(timeline, self._title))

    def foreseen(self) -> Foreseen:
        """What is known of the MP3 of the whole session."""
        timeline, target = self.prepared.timeline, self.target
        usual = usual_format(2 if target.music else 1)
        fmt = Mp3Format(target.bitrate_kbps or usual.bitrate_kbps, usual.channels)
        tag = id3_bytes(self._tags(timeline, self._title), timeline.duration)
        shaped_by = (
            *(version("voicecoach"), hashlib.sha256(tag).hexdigest(), self.block_sounds.fingerprint(timeline, fmt)),
            *((_music_digest(target.music), str(target.music_level_db)) if target.music else ()),
        )
        return Foreseen(len(tag) + stream_bytes(timeline.duration, fmt), _digest(*shaped_by))

    # What the files say about themselves

    @property
    def _title(self) -> str:
        return self.target.title or self.prepared.workout.title

    def _tags(self, timeline: Timeline, title: str) -> TagData:
        session, workout = self.prepared.session, self.prepared.workout
        source, coach = session.source, self.target.coach
        author = source.author if source else "voicecoach"
        return TagData(
            title=title,
            artist=coach.name if coach else author,
            album=self.target.album or for_client(session.album or session.title, workout.client),
            track=self.target.track or workout.week,
            genre=session.genre,
            comment=_comment(source, coach),
            url=(source.video or "") if source else "",
            chapters=timeline.chapters,
            lyrics=transcript(timeline),
            language=_ISO_639_2.get(session.language, "und"),
            pictures=self._pictures(timeline),
            cover=square(coach.logo, COVER_PX) if coach and coach.logo else (asset_folder() / "cover.png").read_bytes(),
        )

    def _pictures(self, timeline: Timeline) -> Pictures:
        """The pictures of the chapters, where there are to be some."""
        kind = self.target.kind
        if not self.target.pictures or not has_chapter_pictures(kind):
            return {}
        chapters = listed_chapters(timeline.chapters, most_chapters(kind) or len(timeline.chapters))
        return chapter_pictures(self.prepared.workout, chapters, self.block_sounds.sounds.cache, self.notes.append)

    # One file

    def _write_file(self, written: ExitStack, path: Path, timeline: Timeline, tags: TagData) -> Path:
        target = self.target
        if target.music is None:
            splice = partial(self.block_sounds.mp3, timeline)
            stream = SampleStream(self._chunks(timeline), timeline.duration, splice=splice)
        else:
            stream = SampleStream(self._chunks(timeline), timeline.duration, channels=2)
        file = sound_file(
            path, stream, tags, bitrate_kbps=target.bitrate_kbps, inputs=target.inputs, naming=target.naming
        )
        return written.enter_context(file)

    def _chunks(self, timeline: Timeline) -> Iterator[NDArray[np.int16]]:
        """The samples, with music if there is to be some; nothing is done before the first is taken."""
        if self.target.music is None:
            yield from self._reported(timeline)
            return
        from voicecoach.mix.music import under
        from voicecoach.mix.music_files import Playlist, music_files

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
            name = f"{number:02} {file_stem(title)}{self.target.kind.suffix}"
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
        track = re.compile(rf"\d\d+ .+{re.escape(self.target.kind.suffix)}")
        if others := sorted(
            each.name for each in folder.iterdir() if track.fullmatch(each.name) and each.name not in ours
        ):
            self.notes.append(f"{str(folder)!r} also holds what is no track of this session: {', '.join(others)}.")


_ISO_639_2 = {"en": "eng", "de": "deu", "fr": "fra", "es": "spa", "it": "ita", "nl": "nld", "pt": "por"}


def _comment(source: Source | None, coach: Coach | None) -> str:
    """Whom the session is from. A coach who shares it doesn't take the place of whom it is by."""
    if coach is None:
        return source.title if source else ""
    by = f"{source.title}, by {source.author}" if source else ""
    return ". ".join(part for part in (coach.contact, by) if part)


@cache
def _music_digest(path: Path) -> str:
    """A digest of all the music that `path` stands for; music that changes during a run is not this run's concern."""
    from voicecoach.mix.music_files import music_files

    digest = hashlib.sha256()
    for each in music_files(path):
        with each.open("rb") as file:
            digest.update(hashlib.file_digest(file, "sha256").digest())
    return digest.hexdigest()


def _digest(*parts: str) -> str:
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


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
