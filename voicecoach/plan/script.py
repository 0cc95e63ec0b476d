"""What a session says and when each line may be said: the planner's result, before any voice has spoken.

A step has a length; the opening, the lead-ins and coached rests grow with what has to be said in them, all others never
do. Within a step a line or tone stands at a moment of its own (`Mark`, `Count`), or in a row at the beginning
(`Step.spoken`). A `Floating` line may stand in any of several windows, wherever there is room. A long session has
hundreds of thousands of lines, marks, counts and windows: they are named tuples, which are made three times as fast as
frozen data classes.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from functools import cache
from typing import NamedTuple

from voicecoach.definitions.model import Wordings
from voicecoach.definitions.session import TimedLine
from voicecoach.times import Ms


class StepKind(StrEnum):
    """What a stretch of the session is for."""

    LEAD_IN = "lead-in"
    WORK = "work"
    HOLD = "hold"
    CHANGE = "change"
    REST = "rest"
    OUTRO = "outro"


class Role(StrEnum):
    """What a line or tone does for the listener."""

    INTRO = "intro"
    ANNOUNCE = "announce"
    SETUP = "setup"
    SAFETY = "safety"
    COUNT = "count"
    HALF_REP = "half-rep"  # an alternating repetition's first side is done
    PHASE = "phase"
    CUE = "cue"  # the exercise's own
    CALL = "call"  # of targets: `two more`, `halfway through`
    REST = "rest"
    NEXT = "next"
    COUNTDOWN = "countdown"  # 3-2-1, and calls of the time that is left
    GO = "go"
    HALFWAY = "halfway"
    SWITCH = "switch"
    DONE = "done"
    FINISH = "finish"
    ENCOURAGEMENT = "encouragement"
    LINE = "line"  # an author's, at a time of its own


class Priority(IntEnum):
    """Which line gets the room when there isn't enough; the first comes first."""

    SAFETY = 0
    TRANSITION = 1
    NEXT = 2
    KEY_CUE = 3
    PHASE = 4
    FORM = 5
    YIELDING = 6  # phase words of a repetition that carries a cue
    ENCOURAGEMENT = 7


class Tells(StrEnum):
    """A fact that is known when all is laid out, and which line tells it."""

    LENGTH_BEFORE = "length-before"
    LENGTH_AFTER = "length-after"
    ALL_DONE = "all-done"  # it is true only if nothing was skipped, and its words are known from the start


@dataclass(frozen=True, slots=True)
class Moment:
    """A time within a step: `offset` after its start, or before its end."""

    offset: Ms
    from_end: bool = False

    def within(self, start: Ms, end: Ms) -> Ms:
        """When it is, in a step from `start` to `end`."""
        return Ms(end - self.offset if self.from_end else start + self.offset)


@cache
def after_start(offset: int) -> Moment:
    """The moment `offset` ms after the start of a step; a session has few different ones, each many times."""
    return Moment(Ms(offset))


@cache
def before_end(offset: int) -> Moment:
    """The moment `offset` ms before the end of a step."""
    return Moment(Ms(offset), from_end=True)


class Line(NamedTuple):
    """Something to say, in its wordings from the preferred to the shortest.

    In a step that turns out longer than planned it has the wordings `if_grown`, where there are some. One that
    `may_wait` is left out of a row that would get longer than its step's limit. One that `tells` something gets its
    wordings when that is known.
    """

    role: Role
    wordings: Wordings
    priority: Priority = Priority.TRANSITION
    if_grown: Wordings = ()
    may_wait: bool = False
    tells: Tells | None = None


class Mark(NamedTuple):
    """A tone at a moment of its own, or a line, which is left out where it has no room there."""

    moment: Moment
    role: Role
    line: Wordings = ()
    tone: str | None = None
    rep: int | None = None


class Count(NamedTuple):
    """A repetition's number at the moment it completes: its wordings are the full one and a short one, if there is one.

    Where none fits into the set, it is a tick.
    """

    moment: Moment
    rep: int
    line: Wordings


class Window(NamedTuple):
    """Where a floating line may stand: in step number `step`, wholly between two moments.

    With `start_by` it has to begin by then, and may end later.
    """

    step: int
    earliest: Moment
    latest: Moment
    start_by: Moment | None = None


class Floating(NamedTuple):
    """A line that takes the first of its windows with room, in a shorter wording if need be; else one `elsewhere`.

    `must` names the exercise it belongs to, if it has to be heard: when it found no room, the user is told. One that is
    `once` isn't said if it was said already. `or_tone` sounds in its place where the first window has no room. One that
    `follows` another, by its place in the script, begins after that; only if it must be heard, and can't be so, shortly
    before. One `in_order` is never said before that, nor without it.
    `windows` can be gone through again and again.
    """

    line: Line
    windows: Iterable[Window]
    elsewhere: tuple[Window, ...] = ()
    must: str | None = None
    once: bool = False
    or_tone: str | None = None
    follows: int | None = None
    in_order: bool = False

    @property
    def first_window(self) -> Window | None:
        """The window that it is meant for, if there is one."""
        return next(iter(self.windows), None)


@dataclass(frozen=True, slots=True)
class ChapterMark:
    """A chapter that starts at a moment of a step, or a little before its row's first line of a `role` of `before`.

    `section`, `part` and `place` are as in `timeline.model.Chapter`.
    """

    step: int
    moment: Moment
    title: str
    section: int
    part: str
    before: tuple[Role, ...] = ()
    place: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class About:
    """What a step is about: which exercise, set, side; `None` and empty where it doesn't apply.

    `section` numbers the sections from one. `repeats` is how often all the `sets` are divided into, where the section
    is done again and its rounds aren't counted otherwise.
    """

    exercise: str | None = None
    set: int | None = None
    sets: int | None = None
    side: str | None = None
    reps: int | None = None
    section: int | None = None
    section_title: str | None = None
    round: int | None = None
    load: str | None = None
    title: str | None = None
    repeats: int = 1


@dataclass(frozen=True, slots=True)
class Step:
    """A stretch of the session.

    `spoken` are said one after another from the start, and the step then lasts `ready` ms more; it is never shorter
    than `length`. Without `spoken` it is exactly `length`. A rest that grows beyond its length is a lead-in from there
    on, which is about `then`. A row with a `limit` leaves out lines that may wait. `ends_on_beat` says that the next
    work starts as this one ends: the last number is over by then.
    """

    kind: StepKind
    length: Ms
    about: About = About()
    spoken: tuple[Line, ...] = ()
    ready: Ms = Ms(0)
    marks: tuple[Mark, ...] = ()
    counts: tuple[Count, ...] = ()
    then: About | None = None
    limit: Ms | None = None
    ends_on_beat: bool = False


@dataclass(frozen=True, slots=True)
class Timed:
    """An author's line at its own time within the steps from `first` to `last`."""

    line: TimedLine
    first: int
    last: int


@dataclass(frozen=True)
class Script:
    """A whole session to say. `floating` are in order of time; the timeline sorts them by priority.

    `halfway` is said near the middle of the session, where there is room.
    """

    steps: tuple[Step, ...]
    floating: tuple[Floating, ...]
    chapters: tuple[ChapterMark, ...]
    timed: tuple[Timed, ...] = ()
    halfway: Wordings = ()

    def counted(self) -> frozenset[str]:
        """Every wording of what falls on a beat: the numbers, and the words for phases."""
        numbers = {text for step in self.steps for count in step.counts for text in count.line}
        lines = (floating.line for floating in self.floating)
        return frozenset(numbers.union(*(line.wordings for line in lines if line.role is Role.PHASE)))

    def telling(self, fact: Tells) -> frozenset[str]:
        """Every wording of the lines at the end that tell this."""
        lines = (line for line in self.steps[-1].spoken if line.tells is fact)
        return frozenset(text for line in lines for text in (*line.wordings, *line.if_grown))

    def texts(self) -> set[str]:
        """Every wording that may be spoken."""
        found = {floating.line.wordings for floating in self.floating}
        for step in self.steps:
            found.update(line.wordings for line in step.spoken)
            found.update(line.if_grown for line in step.spoken)
            found.update(mark.line for mark in step.marks)
            found.update(count.line for count in step.counts)
        said = (timed.line.say for timed in self.timed)
        return {text for wordings in found for text in wordings}.union(self.halfway, said)
