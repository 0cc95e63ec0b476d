"""A planned programme as a folder: sound files, captions, chapters, the page, the feed, one file to send."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace

from voicecoach.assets import asset_folder
from voicecoach.counted import counted
from voicecoach.outputs.artwork import square
from voicecoach.outputs.captions import lrc, webvtt
from voicecoach.outputs.chapters_json import chapters_json
from voicecoach.outputs.whole_file import BY_FOLDER, whole_file
from voicecoach.pipeline.block_sounds import BlockSounds
from voicecoach.pipeline.render import write_session
from voicecoach.pipeline.sounds import Voices
from voicecoach.programme.archive import archive_name, write_archive
from voicecoach.programme.feed import feed
from voicecoach.programme.figures import figures_file, has_figures
from voicecoach.programme.folder import ProgrammeFolder, programme_folder
from voicecoach.programme.model import (
    APP_ICONS,
    ARTWORK,
    ARTWORK_PX,
    FEED,
    FIGURES,
    PAGE,
    PODCAST_PICTURE,
    PODCAST_PICTURE_PX,
    Episode,
    Programme,
)
from voicecoach.programme.move_files import MoveFiles, move_files
from voicecoach.programme.page import page
from voicecoach.programme.planning import Delivery, PlannedProgramme, PlannedSession, Report
from voicecoach.programme.record import Record
from voicecoach.programme.script_data import script_file
from voicecoach.programme.web_app import MANIFEST, WORKER, manifest, service_worker

WORTH_A_WORD = (".mp3", ".xml", ".zip")
"""The endings of files whose going is told; the others go with them."""


@dataclass(frozen=True)
class Archive:
    """The one file to send: its name in the folder, and its size."""

    name: str
    size_bytes: int


@dataclass(frozen=True)
class Shared:
    """What is in a folder now: the number of sound files, how many of them were there already, and the size of all.

    `archive` is the one file to send, if it was asked for; `notes` are sentences for the user.
    """

    sessions: int
    kept: int
    size_bytes: int
    archive: Archive | None = None
    notes: tuple[str, ...] = ()


def write_programme(planned: PlannedProgramme, voices: Voices, report: Report) -> Shared:
    """Write the folder of a programme; what is there already, made from the same, stays. Commits the cache.

    All of it is written before anything is put in its place. Raises OutputError.
    """
    delivery = planned.delivery
    about = Record(client=planned.owner or planned.client, start=planned.week_1)
    inputs = (*delivery.inputs, *planned.files)
    with programme_folder(delivery.folder, about, force=delivery.force, inputs=inputs) as folder:
        return _Writing(planned, voices, report, folder).write()


@dataclass(frozen=True)
class _Writing:
    planned: PlannedProgramme
    voices: Voices
    report: Report
    folder: ProgrammeFolder

    def write(self) -> Shared:
        programme = self.planned.programme()
        notes = list(dict.fromkeys(self._sound_files()))
        for name, content in _texts(programme, self.planned.delivery, self._moves(programme)):
            self.folder.write(name, content)
        self._page(programme)
        archive = self._archive() if self.planned.delivery.zipped else None
        self.voices.cache.commit()
        notes += self._still_to_come(programme)
        if gone := [name for name in self.folder.obsolete() if name.endswith(WORTH_A_WORD)]:
            notes.append(f"Files of an earlier version are removed: {', '.join(gone)}.")
        kept = sum(self.folder.parts[one.target.path.name] == one.target.path for one in self.planned.sessions)
        size = sum(made.size_bytes for made in self.folder.files.values())
        return Shared(len(self.planned.sessions), kept, size, archive, tuple(notes))

    def _moves(self, programme: Programme) -> MoveFiles:
        """The pictures of moves, for the feed."""
        is_shown = self.planned.delivery.base_url and programme.pictures
        return move_files(programme, self.voices.cache) if is_shown else MoveFiles()

    def _still_to_come(self, programme: Programme) -> Iterator[str]:
        """What to do about episodes that the feed hasn't got yet."""
        delivery = self.planned.delivery
        out = {one.week for one in delivery.release.episodes(programme)}
        coming = {one.week for one in programme.episodes} - out
        if delivery.base_url and coming:
            has = f"The feed has {counted(len(out), 'week')} by now, and {len(coming)} more to come."
            yield f"{has} Run this again every week, and put the folder online again; the page has all of them."

    def _sound_files(self) -> Iterator[str]:
        """Write what isn't there yet; gives sentences for the user."""
        for number, one in enumerate(self.planned.sessions, start=1):
            self.report("writing", number - 1, len(self.planned.sessions))
            name, made_from = one.target.path.name, one.foreseen.digest
            if not self.folder.keeps(name, made_from):
                yield from self._sound_file(one, name, made_from)

    def _sound_file(self, one: PlannedSession, name: str, made_from: str) -> Iterator[str]:
        self.folder.place(name)
        sounds = self.voices.sounds(one.language).cast_as(one.prepared.cast)
        blocks = BlockSounds(sounds, self.planned.delivery.room_dbfs, lambda *_: None)
        target = replace(one.target, inputs=tuple(self.folder.inputs))
        written = write_session(self.folder.written, one.prepared, target, blocks)
        self.folder.add(name, written.part, made_from)
        yield from written.notes

    def _page(self, programme: Programme) -> None:
        """The page, and what makes it an app that needs no network: the worker knows every file by its digest."""
        names = [PAGE, MANIFEST, *APP_ICONS.values(), *([ARTWORK] if programme.logo else [])]
        names += [FIGURES] if has_figures(programme) else []
        names += [name for episode in programme.episodes for name in (episode.mp3, episode.script)]
        self.folder.write(PAGE, page(programme))
        self.folder.write(MANIFEST, manifest(programme))
        self.folder.write(WORKER, service_worker({name: self.folder.files[name].sha256 for name in names}))

    def _archive(self) -> Archive:
        name = archive_name(self.folder.path)
        contents = "\n".join(f"{each} {made.sha256}" for each, made in sorted(self.folder.files.items()))
        made_from = hashlib.sha256(contents.encode()).hexdigest()
        if not self.folder.keeps(name, made_from):
            part = self.folder.written.enter_context(whole_file(self.folder.place(name), naming=BY_FOLDER))
            write_archive(part, name.removesuffix(".zip"), dict(self.folder.parts))
            self.folder.add(name, part, made_from)
        return Archive(name, self.folder.files[name].size_bytes)


def _texts(programme: Programme, delivery: Delivery, moves: MoveFiles) -> Iterator[tuple[str, str | bytes]]:
    """Every file but the sound and the page, by name."""
    for episode in programme.episodes:
        yield from _texts_of(episode, programme)
        shown = {place: f"{delivery.base_url}{name}" for place, name in moves.of(episode).items()}
        yield episode.chapters, chapters_json(episode.timeline, episode.title, shown)
    if has_figures(programme):
        yield FIGURES, figures_file(programme)
    yield from moves.files.items()
    for name in APP_ICONS.values():
        yield name, (asset_folder() / name).read_bytes()
    logo = programme.logo
    if logo:
        yield ARTWORK, square(logo, ARTWORK_PX)
    if delivery.base_url:
        asset = asset_folder() / PODCAST_PICTURE
        yield PODCAST_PICTURE, square(logo, PODCAST_PICTURE_PX) if logo else asset.read_bytes()
        yield FEED, feed(programme, delivery.base_url, delivery.release)


def _texts_of(episode: Episode, programme: Programme) -> Iterator[tuple[str, str]]:
    timeline, title = episode.timeline, episode.title
    yield episode.captions, webvtt(timeline, episode.phrases.language)
    yield episode.lyrics, lrc(timeline, title=title, artist=programme.author, album=programme.full_title)
    yield episode.script, script_file(episode)
