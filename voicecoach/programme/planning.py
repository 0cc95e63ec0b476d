"""From what a coach wants for one client to every session of every week: known in length and size, not yet written."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from voicecoach.definitions.coach import Coach
from voicecoach.definitions.session import Session
from voicecoach.errors import ChoiceError, UnknownNameError
from voicecoach.outputs.names import ascii_stem
from voicecoach.outputs.whole_file import BY_FOLDER
from voicecoach.pipeline.block_sounds import BlockSounds
from voicecoach.pipeline.prepare import Loaded, Prepared, load, prepare
from voicecoach.pipeline.render import Foreseen, Target, foresee_mp3
from voicecoach.pipeline.sounds import Voices
from voicecoach.plan.choices import Choices
from voicecoach.plan.progression import repeated_weeks, weeks_of
from voicecoach.plan.workout import for_client
from voicecoach.programme.archive import archive_name
from voicecoach.programme.feed import Release
from voicecoach.programme.folder import check_folder, check_free
from voicecoach.programme.model import Episode, Programme, day_of_week, which_time
from voicecoach.programme.record import Record

Report = Callable[[str, int, int], None]
"""Called with what is being done, how much of it is, and how much there is to do."""


@dataclass(frozen=True)
class Brief:
    """What a coach wants for one client: `sessions` by name or path, in each of the `weeks`, shaped by `choices`.

    Without `weeks`, all that the sessions have from `first_week` on. `language` is that of the phrases and the voice,
    in place of the sessions' own; `own_phrases` is a file of the coach's own lines. A session that is named several
    times is done so often each week. `owner` is the client, where the name in the choices, by which they are greeted,
    may be another's as well.
    """

    sessions: tuple[str, ...]
    choices: Choices
    weeks: tuple[int, ...] = ()
    first_week: int = 1
    language: str | None = None
    own_phrases: Path | None = None
    owner: str | None = None

    @property
    def whose(self) -> str | None:
        """The client whose programme it is."""
        return self.owner or self.choices.client


@dataclass(frozen=True)
class Delivery:
    """Where a programme goes, and in what form.

    With `base_url`, which ends with a slash, a feed is among it; it begins on `start`, else on the day an earlier
    version began, else on `today`, and has all episodes or, `weekly`, those of the weeks that have begun. `zipped` adds
    everything as one file. `room_dbfs` and the music are as in `make`; `inputs` are files that must not be overwritten,
    beside those that the sessions are read from. With `pictures` moves are shown.
    """

    folder: Path
    today: date
    start: date | None = None
    coach: Coach | None = None
    base_url: str | None = None
    weekly: bool = False
    zipped: bool = False
    force: bool = False
    room_dbfs: float | None = None
    bitrate_kbps: int | None = None
    music: Path | None = None
    music_level_db: float = 0.0
    inputs: tuple[Path, ...] = ()
    pictures: bool = True

    @property
    def release(self) -> Release:
        """When the episodes of its feed come out."""
        return Release(self.today, self.weekly)


@dataclass(frozen=True)
class PlannedSession:
    """A session of one week; `is_there` says that its file is in the folder already.

    It is done so many `times` a week, and this is the how-manieth, from one.
    """

    stem: str
    prepared: Prepared
    target: Target
    foreseen: Foreseen
    is_there: bool
    time: int = 1
    times: int = 1

    @property
    def language(self) -> str:
        """The language of its phrases and its voice."""
        return self.prepared.phrases.language


@dataclass(frozen=True)
class PlannedProgramme:
    """All that is going to be written for one client. `notes` are sentences for the user."""

    title: str
    client: str | None
    sessions: tuple[PlannedSession, ...]
    delivery: Delivery
    start: date | None
    archive_is_there: bool
    notes: tuple[str, ...]
    owner: str | None = None

    @property
    def new_bytes(self) -> int:
        """How much is going to be written, but for the page and the other texts."""
        new = sum(one.foreseen.size_bytes for one in self.sessions if not one.is_there)
        return new + (self.whole_bytes if self.delivery.zipped and (new or not self.archive_is_there) else 0)

    @property
    def files(self) -> frozenset[Path]:
        """The user's files that its sessions were read from."""
        return frozenset().union(*(one.prepared.loaded.files for one in self.sessions))

    @property
    def week_1(self) -> date | None:
        """When week 1 began, or would have begun."""
        return day_of_week(self.start, self.sessions[0].prepared.workout.week, 1)

    @property
    def whole_bytes(self) -> int:
        """The size of all sound files."""
        return sum(one.foreseen.size_bytes for one in self.sessions)

    def programme(self) -> Programme:
        """What its page and its feed tell of."""
        first = self.sessions[0].prepared.workout.week
        return Programme(
            title=self.title,
            episodes=tuple(self._episode(one, first) for one in self.sessions),
            client=self.client,
            coach=self.delivery.coach,
            start=self.start,
            owner=self.owner,
            pictures=self.delivery.pictures,
        )

    def _episode(self, one: PlannedSession, first_week: int) -> Episode:
        prepared, workout = one.prepared, one.prepared.workout
        day = day_of_week(self.start, first_week, workout.week)
        size_bytes = one.foreseen.size_bytes
        return Episode(one.stem, workout, prepared.timeline, prepared.phrases, size_bytes, day, one.time, one.times)


def plan_programme(brief: Brief, delivery: Delivery, voices: Voices, report: Report) -> PlannedProgramme:
    """Prepare every session of every week. What was spoken is kept in the cache.

    Raises ChoiceError, DefinitionError and SpeechError as `prepare` does, OutputError as `check_folder` does.
    """
    check_free(delivery.folder)
    before = check_folder(delivery.folder, Record(client=brief.whose), force=delivery.force)
    return _Planning(brief, delivery, voices, report, before).planned()


@dataclass
class _Planning:
    brief: Brief
    delivery: Delivery
    voices: Voices
    report: Report
    before: Record | None
    notes: list[str] = field(default_factory=list)
    week_notes: list[tuple[str, str, int]] = field(default_factory=list)
    """Sentences, each with the title of the session and the week that it is about."""

    def planned(self) -> PlannedProgramme:
        chosen = list(self._chosen())
        if not chosen:
            raise ChoiceError(f"Nothing is left of the programme. {' '.join(self.notes)}")
        building = max(weeks_of(one.session) for one in chosen)
        weeks = self.brief.weeks or tuple(range(self.brief.first_week, building + 1))
        if not weeks:
            raise ChoiceError(
                f"Week {self.brief.first_week} is past the last, {building}. Say how many weeks there are."
            )
        last = max(building, *weeks)
        title = " + ".join(dict.fromkeys(one.session.title for one in chosen))
        self.notes += [note for one in chosen for note in repeated_weeks(one.session, weeks)]
        places = [_Place(one, week, last, time, times) for week in weeks for one, time, times in _counted(chosen)]
        sessions = []
        for number, place in enumerate(places, start=1):
            self.report("planning", number, len(places))
            sessions.append(self._session(place, self._target(place.stem, title, number)))
        self.voices.cache.commit()
        start = self._start(weeks[0])
        notes = tuple(self._all_notes(len({one.session.title for one in chosen}), len(weeks)))
        client, archived = self.brief.choices.client, self._archive_is_there()
        owner = self.brief.owner
        return PlannedProgramme(title, client, tuple(sessions), self.delivery, start, archived, notes, owner)

    def _chosen(self) -> Iterator[Loaded]:
        """The sessions with the choices that concern them."""
        brief, wanted = self.brief, self.brief.choices
        loaded = [load(name, wanted, language=brief.language, own_phrases=brief.own_phrases) for name in brief.sessions]
        sessions = [one.session for one in loaded]
        wanted = wanted.of(one for session in sessions for one in session.every_exercise.values())
        _check_file_names(sessions)
        _check_exercises(sessions, wanted)
        for one in loaded:
            choices = _concerning(one.session, sessions, wanted)
            if wanted.only and not choices.only:
                self.notes.append(f"{one.session.title} is left out: it has no {_or(wanted.only)}.")
                continue
            yield replace(one, choices=choices)

    def _target(self, stem: str, title: str, number: int) -> Target:
        delivery = self.delivery
        return Target(
            path=delivery.folder / f"{stem}.mp3",
            bitrate_kbps=delivery.bitrate_kbps,
            music=delivery.music,
            music_level_db=delivery.music_level_db,
            naming=BY_FOLDER,
            coach=delivery.coach,
            album=for_client(title, self.brief.choices.client),
            track=number,
            pictures=delivery.pictures,
        )

    def _session(self, place: _Place, target: Target) -> PlannedSession:
        sounds = self.voices.sounds(place.loaded.phrases.language)
        prepared = prepare(place.chosen, sounds)
        self.week_notes += [(note, place.loaded.session.title, prepared.workout.week) for note in prepared.notes]
        target = replace(target, title=prepared.workout.title + which_time(place.time, place.times))
        foreseen = foresee_mp3(
            prepared, target, BlockSounds(sounds.cast_as(prepared.cast), self.delivery.room_dbfs, self.report)
        )
        made = self.before.files.get(target.path.name) if self.before else None
        is_there = made is not None and made.made_from == foreseen.digest and made.is_still(target.path)
        return PlannedSession(place.stem, prepared, target, foreseen, is_there, place.time, place.times)

    def _start(self, first_week: int) -> date | None:
        """When the first of the weeks that are made begins."""
        if self.delivery.start:
            return self.delivery.start
        if self.before and self.before.start:
            return day_of_week(self.before.start, 1, first_week)
        if not self.delivery.base_url:
            return None
        today = self.delivery.today
        self.notes.append(f"The feed begins today, {today}, since no --start says when.")
        return today

    def _archive_is_there(self) -> bool:
        name = archive_name(self.delivery.folder)
        made = self.before.files.get(name) if self.before else None
        return made is not None and (self.delivery.folder / name).is_file()

    def _all_notes(self, titles: int, weeks: int) -> Iterator[str]:
        """Each sentence once, with the session where there are several, and the weeks where it isn't about all."""
        yield from dict.fromkeys(self.notes)
        about: dict[tuple[str, str], dict[int, None]] = {}
        for note, title, week in self.week_notes:
            about.setdefault((note, title), {})[week] = None
        for (note, title), found in about.items():
            numbers = ", ".join(map(str, found))
            which = f"week {numbers}" if len(found) == 1 else f"weeks {numbers}"
            labels = [*([title] if titles > 1 else []), *([which] if len(found) < weeks else [])]
            yield f"{', '.join(labels)}: {note}" if labels else note


@dataclass(frozen=True)
class _Place:
    """A session in one of up to `last` weeks, where it is done `times` times: this is the how-manieth, from one."""

    loaded: Loaded
    week: int
    last: int
    time: int
    times: int

    @property
    def chosen(self) -> Loaded:
        """The session in its week."""
        return replace(self.loaded, choices=replace(self.loaded.choices, week=self.week, weeks=self.last))

    @property
    def stem(self) -> str:
        """`week-03-glutes-for-runners`: of up to 99 weeks, the files are in order by their names."""
        name = _name_of_files(self.loaded.session, self.time)
        return f"week-{self.week:02}-{name}" if self.last > 1 else name


def _name_of_files(session: Session, time: int) -> str:
    return ascii_stem(session.name) + (f"-{time}" if time > 1 else "")


def _counted(chosen: list[Loaded]) -> Iterator[tuple[Loaded, int, int]]:
    """Each with the how-manieth time it is there, from one, and how often in all."""
    sessions = [one.session for one in chosen]
    for number, one in enumerate(chosen, start=1):
        yield one, sessions[:number].count(one.session), sessions.count(one.session)


def _check_file_names(sessions: list[Session]) -> None:
    """Each session has files of its own, also one that is done again. Raises ChoiceError."""
    by_name: dict[str, Session] = {}
    for number, session in enumerate(sessions):
        name = _name_of_files(session, 1 + sessions[:number].count(session))
        if by_name.setdefault(name, session) is not session:
            problem = f"Two sessions would have files of the same name, {name!r}."
            raise ChoiceError(f"{problem} Leave one out, or rename its file.")


def _check_exercises(sessions: list[Session], choices: Choices) -> None:
    """What is chosen has to be in one of the sessions at least. Raises UnknownNameError."""
    exercises = set().union(*(session.every_exercise for session in sessions))
    for name in (*choices.only, *(exercise for exercise, _ in choices.variations)):
        if name not in exercises:
            raise UnknownNameError("exercise", name, exercises)
    equipment = set().union(*(session.equipment for session in sessions))
    for item in (*choices.with_items, *choices.without):
        if item not in equipment:
            raise UnknownNameError("equipment", item, equipment)


def _concerning(session: Session, sessions: list[Session], choices: Choices) -> Choices:
    """The choices as far as they concern one of several sessions."""
    if len(sessions) == 1:
        return choices
    exercises = session.every_exercise
    here = {item.exercise.name for item in session.items}
    stand_ins = {
        sub.use for item in session.items for sub in item.exercise.substitutes if sub.without in choices.without
    }
    return replace(
        choices,
        only=tuple(name for name in choices.only if name in here | stand_ins),
        variations=tuple(pair for pair in choices.variations if pair[0] in exercises),
        with_items=tuple(item for item in choices.with_items if item in session.equipment),
        without=tuple(item for item in choices.without if item in session.equipment),
    )


def _or(names: tuple[str, ...]) -> str:
    return " or ".join(names)
