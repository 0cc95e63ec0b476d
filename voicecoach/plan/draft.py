"""A script while it is being written: its steps so far, and what is asked of every part of the writing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypedDict, Unpack

from voicecoach.counted import titles_in_short
from voicecoach.definitions.amounts import Load, LoadUnit
from voicecoach.definitions.model import Wordings
from voicecoach.definitions.session import TimedLine
from voicecoach.plan.bouts import Bout, Turn
from voicecoach.plan.choices import Choices, Detail
from voicecoach.plan.kinds import bouts
from voicecoach.plan.script import (
    About,
    ChapterMark,
    Floating,
    Line,
    Moment,
    Role,
    Step,
    StepKind,
    Timed,
    Window,
    after_start,
    before_end,
)
from voicecoach.plan.wording import Wording
from voicecoach.plan.workout import Workout


class How(TypedDict, total=False):
    """How much a line that floats matters.

    The detail that has it at `least`, what it belongs to if it `must` be heard, whether it is said `once` at most,
    which line that floats it `follows`, and whether never without that: `in_order`.
    """

    least: Detail
    must: str | None
    once: bool
    follows: int | None
    in_order: bool


@dataclass
class Draft:
    """What has been written. Lines that the chosen detail doesn't have are left out as they come."""

    workout: Workout
    choices: Choices
    wording: Wording
    steps: list[Step] = field(default_factory=list)
    floating: list[Floating] = field(default_factory=list)
    chapters: list[ChapterMark] = field(default_factory=list)
    timed: list[Timed] = field(default_factory=list)
    encouraged: int = 0
    track: int = 0
    """The part of the session that is being written; each can be a file of its own."""

    @cached_property
    def bouts(self) -> tuple[Bout, ...]:
        """The work in the order in which it is done."""
        return tuple(bouts(self.workout))

    @property
    def detail(self) -> Detail:
        """How much is said."""
        return self.choices.detail

    @property
    def count_aloud(self) -> bool:
        """Whether the voice says three, two, one with the ticks."""
        chosen = self.choices.count_aloud
        return self.workout.session.count_aloud if chosen is None else chosen

    @property
    def here(self) -> int:
        """The number of the step that is written next."""
        return len(self.steps)

    def encouragement(self) -> Wordings:
        """The next of the session's lines of encouragement, then of the catalogue's, over and over."""
        own = tuple(cue.wordings for cue in self.workout.session.cues.encouragement)
        lines = (*own, *self.wording.phrases.lines["encouragement"])
        self.encouraged += 1
        return lines[(self.encouraged + self.choices.seed) % len(lines)]

    def follows_work(self) -> bool:
        """Whether the step that is written next comes right after work."""
        return bool(self.steps) and self.steps[-1].kind in {StepKind.WORK, StepKind.HOLD}

    def spoken(self, least: Detail, lines: Iterable[Line]) -> tuple[Line, ...]:
        """The lines, if the detail has those that begin with `least`."""
        return tuple(lines) if self.detail.says(least) else ()

    def say(
        self,
        line: Line,
        windows: tuple[Window, ...],
        elsewhere: tuple[Window, ...] = (),
        **how: Unpack[How],
    ) -> int | None:
        """Let a line float; gives its place, for others that follow it."""
        if not self.detail.says(how.get("least", Detail.COUNTS)):
            return None
        must, once, follows = how.get("must"), how.get("once", False), how.get("follows")
        in_order = how.get("in_order", False)
        self.floating.append(Floating(line, windows, elsewhere, must, once, follows=follows, in_order=in_order))
        return len(self.floating) - 1

    def say_timed(self, lines: Iterable[TimedLine], first: int, last: int) -> None:
        """Say an author's lines at their own times within the steps from `first` to `last`."""
        if self.detail.says(Detail.COUNTS):
            self.timed += [Timed(line, first, last) for line in lines]

    def chapter(
        self,
        moment: Moment,
        title: str,
        part: str = "",
        before: tuple[Role, ...] = (),
        place: tuple[int, int] | None = None,
    ) -> None:
        """Begin a chapter in the step that is written next."""
        self.chapters.append(ChapterMark(self.here, moment, title, max(1, self.track), part, before, place))


def about(bout: Bout, turn: Turn | None = None) -> About:
    """What a step of a bout is about."""
    section, is_list = bout.section, bout.is_listed
    return About(
        exercise=bout.exercise,
        set=None if is_list else bout.set,
        sets=None if is_list else bout.sets,
        side=turn.side if turn else None,
        reps=(turn.reps if turn.reps is not None else bout.target) if turn else None,
        section=section.index + 1,
        section_title=section.title,
        round=_round(bout),
        load=load_text(bout.work.load) if bout.work.load and not is_list else None,
        title=list_title(bout) if is_list else None,
        repeats=1 if section.is_in_rounds else section.repeat,
    )


def _round(bout: Bout) -> int | None:
    """Which time its section's exercises are gone through, its repeats counted on; `None` where they aren't."""
    section = bout.section
    if section.is_listed or not section.is_in_rounds:
        return None
    return bout.round_in_all


def list_title(bout: Bout) -> str:
    """What to call a list of exercises that is gone through in one stretch."""
    return bout.section.title or titles_in_short([work.exercise.title for work in bout.works])


def load_text(load: Load) -> str:
    """`16 kg`, `70 %`, `RPE 8`."""
    value = f"{load.start:g}"
    return f"RPE {value}" if load.unit is LoadUnit.RPE else f"{value} {load.unit}"


def whole(step: int) -> Window:
    """Anywhere in a step, the sooner the better."""
    return Window(step, after_start(0), before_end(0))
