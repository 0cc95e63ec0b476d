"""What sessions are: sections of exercises with what each prescribes, frozen like the exercises themselves."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from voicecoach.definitions.amounts import Load, Prescription, Tempo
from voicecoach.definitions.groups import Difficulty
from voicecoach.definitions.model import Cues, Equipment, Exercise, FirstSide, Guide, Sides, Wordings
from voicecoach.times import Ms

EVERY_MS = Ms(60_000)
"""The interval of an EMOM unless it is written."""


class SectionKind(StrEnum):
    """How the exercises of a section follow each other."""

    STRAIGHT_SETS = "straight-sets"  # all sets of one exercise, then the next
    SUPERSET = "superset"  # one set of each in turn, round after round, without a rest between them
    CIRCUIT = "circuit"  # as a superset, with the session's rest between them
    INTERVALS = "intervals"  # work and rest by the clock
    EMOM = "emom"  # every minute on the minute: what is left of it is rest
    AMRAP = "amrap"  # as many rounds as possible in a time
    FOR_TIME = "for-time"  # so many rounds as fast as one can


class Timing(StrEnum):
    """Whose the clock is between two pieces of work."""

    EXACT = "exact"  # the author's: the rest is what is written, whatever is said
    COACHED = "coached"  # before another exercise there is time for all that has to be said


class WalkThrough(StrEnum):
    """What an exact section's lead-in says of its exercises."""

    FULL = "full"  # their names and how they are set up
    NAMES = "names"
    NONE = "none"


class Intro(StrEnum):
    """How much the opening says."""

    FULL = "full"
    SHORT = "short"  # what somebody needs who knows the session
    NONE = "none"


class WarmUp(StrEnum):
    """What the opening says about warming up."""

    ELSEWHERE = "elsewhere"  # the listener is told to warm up first
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Weeks:
    """Weeks of a programme, from the `first` to the `last`, both counted from one and both among them."""

    first: int
    last: int

    def __contains__(self, week: int) -> bool:
        return self.first <= week <= self.last

    def __str__(self) -> str:
        return str(self.first) if self.first == self.last else f"{self.first}-{self.last}"


@dataclass(frozen=True)
class TimedLine:
    """A line of the author's at a time of its own: `at` after the start, `left` before the end, or `every` so often.

    One of the three is given.
    """

    say: str
    at: Ms | None = None
    left: Ms | None = None
    every: Ms | None = None


@dataclass(frozen=True)
class Item:
    """An exercise's place in a section: the exercise and what this session prescribes for it.

    What is `None` or empty is as at the exercise. `work` is its time in a section of intervals, `takes` how long its
    distance takes. `note` is said before its first set. `joined` says that it shares its interval of an EMOM with the
    entry before.
    """

    exercise: Exercise
    prescription: Prescription = Prescription()
    variations: tuple[str, ...] = ()
    lead_in: Ms | None = None
    rest: Ms | None = None
    tempo: Tempo | None = None
    load: Load | None = None
    say: str | None = None
    sides: Sides | None = None
    first_side: FirstSide | None = None
    guide: Guide | None = None
    change: Ms | None = None
    work: Ms | None = None
    takes: Ms | None = None
    cues: Cues = Cues()
    note: str | None = None
    lines: tuple[TimedLine, ...] = ()
    joined: bool = False


@dataclass(frozen=True)
class Section:
    """A stretch of a session.

    `rounds` is how often its exercises are gone through, `repeat` how often all of it is done, and `round_rest` the
    rest between those. `work` is the time of an interval, `every` the length of an EMOM's, `minutes` the length of an
    AMRAP or an EMOM, `cap` the most that a for-time may take. `before` is the exact time between what comes before and
    this. It stands in the session in the weeks `in_weeks`, in all of them if that is `None`.
    """

    exercises: tuple[Item, ...]
    kind: SectionKind = SectionKind.STRAIGHT_SETS
    title: str | None = None
    timing: Timing | None = None
    before: Ms | None = None
    walk_through: WalkThrough | None = None
    rest: Ms | None = None
    round_rest: Ms | None = None
    rounds: int | None = None
    repeat: int = 1
    work: Ms | None = None
    every: Ms | None = None
    minutes: Ms | None = None
    cap: Ms | None = None
    in_weeks: Weeks | None = None
    lines: tuple[TimedLine, ...] = ()


@dataclass(frozen=True)
class Source:
    """Who the session is from, and where it can be seen."""

    title: str
    author: str
    video: str | None = None


@dataclass(frozen=True)
class Session:
    """A whole session. `hold` prescribes the exercises that are held, `prescription` the others.

    `cues.setup` is what is worth knowing about the session, heard in its first rests; `cues.safety` belongs to the
    opening. `phrases` are the author's own lines in place of stock lines, by name, each with its variants. `exercises`
    are those it can turn to, by name: its own and every substitute they name. `equipment` are the pieces of equipment
    there are, by name.
    """

    name: str
    title: str
    sections: tuple[Section, ...]
    say: str | None = None
    language: str = "en"
    source: Source | None = None
    album: str | None = None
    genre: str = "Workout"
    about: str = ""
    level: Difficulty | None = None
    warm_up: WarmUp = WarmUp.NONE
    weeks: int | None = None
    timing: Timing | None = None
    intro: Intro | None = None
    rest: Ms = Ms(30000)
    lead_in: Ms | None = None
    change: Ms = Ms(8000)
    count_aloud: bool = False
    prescription: Prescription = Prescription()
    hold: Prescription = Prescription()
    cues: Cues = Cues()
    phrases: dict[str, tuple[Wordings, ...]] = field(default_factory=dict)
    exercises: dict[str, Exercise] = field(default_factory=dict)
    equipment: dict[str, Equipment] = field(default_factory=dict)

    @property
    def items(self) -> tuple[Item, ...]:
        """The items of all sections, in order."""
        return tuple(item for section in self.sections for item in section.exercises)

    @property
    def every_exercise(self) -> dict[str, Exercise]:
        """The exercises of its items and all that it can turn to, by name."""
        return {**{item.exercise.name: item.exercise for item in self.items}, **self.exercises}

    def sections_in(self, week: int) -> tuple[Section, ...]:
        """The sections that stand in a week."""
        return tuple(one for one in self.sections if one.in_weeks is None or week in one.in_weeks)
