"""Pictures of moves as files of a programme, for the chapters of its feed."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field

from voicecoach.cache.store import Cache
from voicecoach.errors import OutputError
from voicecoach.pipeline.move_pictures import Place, pictures
from voicecoach.programme.model import Episode, Programme

DIGITS = 16
"""Of the digest that a file is called by: a picture that is drawn anew has a new address, which no app has kept."""


@dataclass(frozen=True)
class MoveFiles:
    """The files by name, and of each episode, by its stem, the names for what is done in it."""

    files: Mapping[str, bytes] = field(default_factory=dict)
    by_episode: Mapping[str, Mapping[Place, str]] = field(default_factory=dict)

    def of(self, episode: Episode) -> Mapping[Place, str]:
        """The names of the pictures in an episode, by `Chapter.place`."""
        return self.by_episode.get(episode.stem, {})


def move_files(programme: Programme, store: Cache) -> MoveFiles:
    """A file for each move of a programme that has a figure; none where nothing draws, which the sound files told."""
    files: dict[str, bytes] = {}
    by_episode: dict[str, dict[Place, str]] = {}
    with suppress(OutputError):
        for one in programme.episodes:
            places = [chapter.place for chapter in one.timeline.chapters if chapter.place is not None]
            drawn = pictures(one.workout, places, store)
            by_episode[one.stem] = {place: file_name(picture) for place, picture in drawn.items()}
            files |= {file_name(picture): picture for picture in drawn.values()}
    return MoveFiles(files, by_episode)


def file_name(picture: bytes) -> str:
    """What the file of a picture is called."""
    return f"move-{hashlib.sha256(picture).hexdigest()[:DIGITS]}.png"
