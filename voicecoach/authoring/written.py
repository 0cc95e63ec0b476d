"""What was understood of a written session. What the text doesn't say is `None`: nothing is invented."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from voicecoach.definitions.model import Sides
from voicecoach.definitions.session import SectionKind, Timing


class Field(StrEnum):
    """Fields that can be guessed: a default that the text doesn't state."""

    SETS = "sets"
    REPS = "reps"
    SECONDS = "seconds"
    DISTANCE = "distance_m"
    LOAD = "load"
    SIDES = "sides"
    REST = "rest_s"
    KIND = "kind"
    WORK = "work_s"
    ROUNDS = "rounds"
    TAKES = "takes_s"
    MINUTES = "minutes"
    CAP = "cap_s"


Span = tuple[float, float]
"""The low and the high end; the same twice where there is one number."""


@dataclass(frozen=True)
class WrittenCues:
    """The author's own sentences about an exercise, by the moment they belong to."""

    setup: tuple[str, ...] = ()
    form: tuple[str, ...] = ()
    safety: tuple[str, ...] = ()


@dataclass(frozen=True)
class WrittenLine:
    """A line of the author's, `at_s` seconds after the start of what it stands at."""

    say: str
    at_s: float


@dataclass(frozen=True)
class WrittenExercise:
    """An exercise as a text prescribes it, beginning in `line`.

    `name` is as written, `matched` the library's name for it. `seconds` are of a hold or of timed work; `is_hold` says
    which, `None` where the text doesn't. `each_set` has the amounts of sets that differ, as in 21-15-9; `is_open` says
    to failure, `is_last_open` that of the last set alone. `pause_s` is held in each repetition. `goal` is what the
    amount builds to, over `weeks`. `load` and `tempo` are in the notation of the files, as are `ladder`, the amounts of
    sets that differ in more than a number. `variations` are the titles of those that are done, `note` is said before
    the first set, and `joined` says that it shares its interval of an EMOM with the exercise before. `notes` are
    sentences kept for the reader, `guessed` the fields whose values the text doesn't state.
    """

    name: str
    line: int
    matched: str | None = None
    sets: int | None = None
    reps: Span | None = None
    seconds: Span | None = None
    is_hold: bool | None = None
    each_set: tuple[int, ...] = ()
    ladder: tuple[str, ...] = ()
    is_open: bool = False
    is_last_open: bool = False
    distance_m: float | None = None
    takes_s: float | None = None
    pause_s: float | None = None
    load: str | None = None
    sides: Sides | None = None
    rest_s: float | None = None
    tempo: str | None = None
    goal: Span | None = None
    weeks: int | None = None
    needs: tuple[str, ...] = ()
    instead: str | None = None
    variations: tuple[str, ...] = ()
    note: str | None = None
    joined: bool = False
    cues: WrittenCues = WrittenCues()
    lines: tuple[WrittenLine, ...] = ()
    notes: tuple[str, ...] = ()
    guessed: frozenset[Field] = frozenset()


@dataclass(frozen=True)
class WrittenSection:
    """A stretch of the session. Lengths are in seconds; `minutes` is an EMOM's or an AMRAP's length, in minutes.

    `in_weeks` are the first and the last week of a programme in which it is done, `None` in all of them.
    `before_s` is the exact time between what comes before and this, `repeat` how often all of it is done, with
    `round_rest_s` in between.
    """

    exercises: tuple[WrittenExercise, ...]
    line: int
    title: str | None = None
    kind: SectionKind = SectionKind.STRAIGHT_SETS
    rounds: int | None = None
    rest_s: float | None = None
    round_rest_s: float | None = None
    work_s: float | None = None
    every_s: float | None = None
    minutes: float | None = None
    cap_s: float | None = None
    in_weeks: tuple[int, int] | None = None
    before_s: float | None = None
    repeat: int = 1
    timing: Timing | None = None
    lines: tuple[WrittenLine, ...] = ()
    notes: tuple[str, ...] = ()
    guessed: frozenset[Field] = frozenset()


@dataclass(frozen=True)
class Unplaced:
    """A line that nobody could place."""

    line: int
    text: str


@dataclass(frozen=True)
class Written:
    """A session as it was understood, or several of them where a text has several days or weeks of their own.

    `is_exact` says that `export` wrote it, so that its names are the library's titles, or those of other exercises.
    `notes` are sentences on how the file was read, for whoever imports it; `guessed` has `REST` where the sections that
    state none need one.
    """

    title: str | None
    sections: tuple[WrittenSection, ...]
    rest_s: float | None = None
    weeks: int | None = None
    needs: tuple[str, ...] = ()
    safety: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    unplaced: tuple[Unplaced, ...] = ()
    notes: tuple[str, ...] = ()
    is_exact: bool = False
    guessed: frozenset[Field] = frozenset()
