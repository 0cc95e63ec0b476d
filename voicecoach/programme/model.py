"""A programme that a coach shares: the sessions of some weeks as files, and what its page and its feed say of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from itertools import groupby
from uuid import UUID, uuid5

from voicecoach.definitions.coach import Coach
from voicecoach.definitions.phrases import Phrases
from voicecoach.outputs.artwork import COVER_PX
from voicecoach.plan.wording import Wording
from voicecoach.plan.workout import Work, Workout, for_client
from voicecoach.timeline.model import TimedStep, Timeline
from voicecoach.timeline.places import WORKING

PAGE, FEED = "index.html", "feed.xml"
APP_ICONS = {192: "icon-192.png", 512: "icon-512.png"}
"""The pictures for a home screen, assets that stand in the folder under these names, by their width in pixels."""

PODCAST_PICTURE, PODCAST_PICTURE_PX = "podcast.png", 1400
"""The feed's picture: the coach's logo as a square, else an asset of that name."""

FIGURES = "page.figures.js"
"""The file with the figures of the page; no session's file has a dot in its stem."""

ARTWORK, ARTWORK_PX = "artwork.png", COVER_PX
"""What the page and a lock screen show: the coach's logo as a square, on which it can be seen."""

_NAMESPACE = UUID("5c7e5b0c-2f2c-4b7a-9c38-7d9a3e1f6a54")
"""voicecoach's own (RFC 4122, version 4), so that the same names give the same identifiers."""


@dataclass(frozen=True)
class Episode:
    """A session of one week. `stem` is the ASCII name of its files without suffix.

    `mp3_bytes` is the size of its sound file; `day` is when its week begins, if the programme has a start. A session
    that is done several times a week is there so often: `time` counts them, from one, up to `times`.
    """

    stem: str
    workout: Workout
    timeline: Timeline
    phrases: Phrases
    mp3_bytes: int
    day: date | None = None
    time: int = 1
    times: int = 1

    @property
    def title(self) -> str:
        """The session's title, with the week if there is more than one, and which time in it."""
        return self.workout.title + self.which

    @property
    def which(self) -> str:
        """` (2 of 3)` where the same session is done several times a week."""
        return which_time(self.time, self.times)

    @property
    def week(self) -> int:
        """The week of the programme, from one."""
        return self.workout.week

    @property
    def mp3(self) -> str:
        """The name of the sound file."""
        return f"{self.stem}.mp3"

    @property
    def script(self) -> str:
        """The name of the script that brings the page what is heard in it."""
        return f"{self.stem}.js"

    @property
    def captions(self) -> str:
        """The name of the WebVTT file."""
        return f"{self.stem}.vtt"

    @property
    def lyrics(self) -> str:
        """The name of the LRC file."""
        return f"{self.stem}.lrc"

    @property
    def chapters(self) -> str:
        """The name of the chapters' JSON file."""
        return f"{self.stem}.chapters.json"

    @cached_property
    def wording(self) -> Wording:
        """Puts its facts into words that are read."""
        return Wording(self.phrases, self.workout, seed=None)

    @cached_property
    def works(self) -> dict[str, Work]:
        """What is done first of each exercise, by its name."""
        return {work.exercise.name: work for work in reversed(self.workout.works)}

    @cached_property
    def coming(self) -> tuple[TimedStep | None, ...]:
        """Of each step the work that it is or that comes next; `None` after the last."""
        found: list[TimedStep | None] = []
        next_work: TimedStep | None = None
        for step in reversed(self.timeline.steps):
            next_work = step if step.kind in WORKING else next_work
            found.append(next_work)
        return tuple(reversed(found))


@dataclass(frozen=True)
class Programme:
    """All that is shared with one client. `episodes` are in order of weeks; `client` and `coach` may be nobody.

    `owner` tells the client from others who are called the same. With `pictures` moves are shown.
    """

    title: str
    episodes: tuple[Episode, ...]
    client: str | None = None
    coach: Coach | None = None
    start: date | None = None
    owner: str | None = None
    pictures: bool = True

    @property
    def full_title(self) -> str:
        """`Glutes strength for runners, for Sam`."""
        return for_client(self.title, self.client)

    @property
    def author(self) -> str:
        """Who it is from: the coach who shares it, else who the first session is from, else the program."""
        source = self.episodes[0].workout.session.source
        return self.coach.name if self.coach else source.author if source else "voicecoach"

    @property
    def language(self) -> str:
        """The language of its first session."""
        return self.episodes[0].phrases.language

    @property
    def logo(self) -> bytes | None:
        """The coach's, a PNG or a JPEG."""
        return self.coach.logo if self.coach else None

    @property
    def artwork(self) -> str:
        """The name of the square picture for lock screens, a PNG of 512 pixels: without a logo the larger icon."""
        return ARTWORK if self.logo else APP_ICONS[ARTWORK_PX]

    @property
    def weeks(self) -> Iterator[tuple[int, list[Episode]]]:
        """The episodes of each week."""
        return ((week, list(group)) for week, group in groupby(self.episodes, key=lambda episode: episode.week))

    @property
    def identity(self) -> UUID:
        """The same for every version of this programme."""
        sessions = sorted({episode.workout.session.name for episode in self.episodes})
        return _identity(_NAMESPACE, self.coach.name if self.coach else "", self.owner or self.client or "", *sessions)

    def episode_identity(self, episode: Episode) -> UUID:
        """The same for every version of this episode."""
        again = [str(episode.time)] if episode.time > 1 else []
        return _identity(self.identity, episode.workout.session.name, str(episode.week), *again)


def _identity(within: UUID, *names: str) -> UUID:
    """The same for the same names, which may come from file names of any bytes."""
    return uuid5(within, "\n".join(names).encode(errors="backslashreplace").decode())


def which_time(time: int, times: int) -> str:
    """` (2 of 3)` for the second of three times, nothing for the only one."""
    return f" ({time} of {times})" if times > 1 else ""


def day_of_week(start: date | None, first_week: int, week: int) -> date | None:
    """When `week` begins, if `first_week` begins on `start`."""
    return start + timedelta(weeks=week - first_week) if start else None
