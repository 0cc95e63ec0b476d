"""What a session says and when each line may be said: the planner's result, before any voice has spoken.

A step has a length; the opening and the lead-ins grow with what has to be said in them, all others never do. Within a
step a line or tone stands at a moment of its own (`Mark`), or in a row at the beginning (`Step.spoken`). A `Floating`
line may stand in any of several windows, wherever there is room.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum

from voicecoach.definitions.model import Wordings
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
    CUE = "cue"
    REST = "rest"
    NEXT = "next"
    COUNTDOWN = "countdown"
    GO = "go"
    HALFWAY = "halfway"
    SWITCH = "switch"
    DONE = "done"
    FINISH = "finish"
    ENCOURAGEMENT = "encouragement"


class Priority(IntEnum):
    """Which line gets the room when there isn't enough; the first comes first."""

    SAFETY = 0
    TRANSITION = 1
    NEXT = 2
    PHASE = 3
    FORM = 4
    ENCOURAGEMENT = 5


@dataclass(frozen=True, slots=True)
class Moment:
    """A time within a step: `offset` after its start, or before its end."""

    offset: Ms
    from_end: bool = False

    def within(self, start: Ms, end: Ms) -> Ms:
        """When it is, in a step from `start` to `end`."""
        return Ms(end - self.offset if self.from_end else start + self.offset)


def after_start(offset: int) -> Moment:
    """The moment `offset` ms after the start of a step."""
    return Moment(Ms(offset))


def before_end(offset: int) -> Moment:
    """The moment `offset` ms before the end of a step."""
    return Moment(Ms(offset), from_end=True)


@dataclass(frozen=True, slots=True)
class Line:
    """Something to say, in its wordings from the preferred to the shortest."""

    role: Role
    wordings: Wordings
    priority: Priority = Priority.TRANSITION


@dataclass(frozen=True, slots=True)
class Mark:
    """A line or a tone at a moment of its own.

    With `lead`, it starts at least that long before the moment and has ended by then. A line that has no room there
    becomes `tone`, if it has one; a mark without a line is that tone from the beginning.
    """

    moment: Moment
    role: Role
    line: Wordings = ()
    tone: str | None = None
    rep: int | None = None
    lead: Ms | None = None


@dataclass(frozen=True, slots=True)
class Window:
    """Where a floating line may stand: in step number `step`, wholly between two moments."""

    step: int
    earliest: Moment
    latest: Moment


@dataclass(frozen=True, slots=True)
class Floating:
    """A line that takes the first of its windows with room, in a shorter wording if need be; else one `elsewhere`.

    `must` names the exercise it belongs to, if it has to be heard: when it found no room, the user is told.
    """

    line: Line
    windows: tuple[Window, ...]
    elsewhere: tuple[Window, ...] = ()
    must: str | None = None


@dataclass(frozen=True, slots=True)
class ChapterMark:
    """A chapter that starts at a moment of a step; `section` and `part` as in `timeline.model.Chapter`."""

    step: int
    moment: Moment
    title: str
    section: int
    part: str


@dataclass(frozen=True, slots=True)
class Step:
    """A stretch of the session.

    `spoken` are said one after another from the start, and the step then lasts `ready` ms more; it is never shorter
    than `length`. Without `spoken` it is exactly `length`.
    """

    kind: StepKind
    length: Ms
    exercise: str | None = None
    set: int | None = None
    side: str | None = None
    reps: int | None = None
    spoken: tuple[Line, ...] = ()
    ready: Ms = Ms(0)
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True)
class Script:
    """A whole session to say. `floating` are in order of time; the timeline sorts them by priority."""

    steps: tuple[Step, ...]
    floating: tuple[Floating, ...]
    chapters: tuple[ChapterMark, ...]

    def texts(self) -> set[str]:
        """Every wording that may be spoken."""
        lines = {text for step in self.steps for line in step.spoken for text in line.wordings}
        lines.update(text for step in self.steps for mark in step.marks for text in mark.line)
        lines.update(text for floating in self.floating for text in floating.line.wordings)
        return lines
