"""How long every step of a script takes, and where in it stands what has a time of its own.

All of that follows from lengths, and is counted from where a step begins: what is said in one step moves those after it
as a whole, so that the length of a session can be told in its first and last lines without standing all anew.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from voicecoach.plan.script import Mark, Role, Script, Step, StepKind
from voicecoach.timeline.counting import choose, start_of_last
from voicecoach.timeline.model import Channel, Sound
from voicecoach.timeline.rooms import CLEARANCE_MS
from voicecoach.timeline.sayings import Lengths, Sayings, tone, voice
from voicecoach.times import GRID_MS, Ms, up_to_grid

FIRST_LINE_MS = 500
"""A row of lines begins this long after its step."""
LINE_GAP_MS = 400
"""Between the lines of a row."""
LONGEST_NUMBER_MS = 60_000
AFTER_NUMBER_MS = 100
"""The done tone follows the last number after so long."""


class Standing(NamedTuple):
    """A line of a row, or the number of a repetition, at its time."""

    at: Ms
    sound: Sound
    role: Role
    rep: int | None = None


class Ticked(NamedTuple):
    """How many repetitions of a step are ticks, and why."""

    ticks: int
    problem: str


class Stand(NamedTuple):
    """What of a step is known from lengths alone, in times since it begins.

    What it holds begins when it `opens`, and its signals `signals` later; from its `cut` on, if it grew, it is a
    lead-in. `number_over` and `sound_over` are how far the number on which it ends, and any sound, reach past its
    `end`. `left_out` are lines that its row has no time for.
    """

    opens: Ms
    signals: Ms
    end: Ms
    cut: Ms | None
    sounds: tuple[Standing, ...]
    number_over: Ms
    sound_over: Ms
    ticked: Ticked | None
    left_out: tuple[str, ...]


class Stands:
    """The steps of a script, whose sounds have these `lengths`, each as it stands.

    `like` are those of a script that says other things, and as many, in the rows of its first and of its last step. A
    row is over before its step is, so that nothing else is different.
    """

    def __init__(self, script: Script, lengths: Lengths, like: Stands | None = None) -> None:
        self.script, self.sayings = script, Sayings(lengths)
        self.openers = frozenset(_openers(script))
        self.stands: list[Stand] = []
        if like is None:
            for number in range(len(script.steps)):
                self.stands.append(self._stand(number))
        else:
            self.stands += like.stands
            for number in (0, len(script.steps) - 1):
                self.stands[number] = self._stand(number)

    @property
    def starts(self) -> list[Ms]:
        """When each step begins."""
        return [Ms(at) for at in accumulate((stand.end for stand in self.stands[:-1]), initial=0)]

    @property
    def length(self) -> Ms:
        """How long it takes: what floats takes no time of its own, and the last step lasts until the last sound."""
        over = self.stands[-1].sound_over if self.stands else 0
        return up_to_grid(sum(stand.end for stand in self.stands) + over)

    def _stand(self, number: int) -> Stand:
        step, before = self.script.steps[number], self.stands[number - 1] if number else None
        number_over, sound_over = (before.number_over, before.sound_over) if before else (Ms(0), Ms(0))
        is_opener = number in self.openers
        # A part can stand alone, so no tone of the one before reaches into it.
        opens = up_to_grid(sound_over) if is_opener else Ms(0)
        clear = up_to_grid(number_over + AFTER_NUMBER_MS) if number_over else 0
        signals = Ms(max(GRID_MS if is_opener else 0, clear - opens))
        return _Opened(step, self.sayings, opens, signals).stand(self._last_number_over(number), sound_over)

    def _last_number_over(self, number: int) -> int:
        """How far the number that falls on a step's end may reach past it: it is over a while before the next work."""
        step, following = self.script.steps[number], self.script.steps[number + 1 : number + 2]
        if step.ends_on_beat:
            return 0
        if not following or following[0].spoken:
            return LONGEST_NUMBER_MS
        return max(0, max(following[0].length, following[0].ready) - FIRST_LINE_MS)


class _Row(NamedTuple):
    """A row of lines, and the texts of those that there is no time for."""

    lines: tuple[Standing, ...]
    left_out: tuple[str, ...]


@dataclass(frozen=True)
class _Opened:
    """A step of which it is known when it opens and when its signals may sound; all else follows."""

    step: Step
    sayings: Sayings
    opens: Ms
    signals: Ms

    def stand(self, last_number_over: int, sound_over: Ms) -> Stand:
        """The step as it stands.

        The number that falls on its end may reach past it by `last_number_over`; sounds of the steps before reach into
        it by `sound_over`.
        """
        row = self._row(cut=None)
        end, cut = self._end(row.lines), Ms(self.opens + self.step.length)
        grows = self.step.then is not None and end > cut > self.opens
        if grows:
            row = self._row(cut)
            end = max(self._end(row.lines), up_to_grid(cut + GRID_MS))
        counts, ticked = self._counts(end, Ms(end + last_number_over)) if self.step.counts else ((), None)
        number_over = self._until(counts[-1]) - end if counts and _is_closing(counts[-1], end) else 0
        ends = [*map(self._until, counts), *self._tone_ends(end)]
        return Stand(
            self.opens,
            self.signals,
            end,
            cut if grows else None,
            (*row.lines, *counts),
            Ms(number_over),
            Ms(max(0, max(ends, default=0) - end, sound_over - end)),
            ticked,
            row.left_out,
        )

    def _until(self, standing: Standing) -> Ms:
        return Ms(standing.at + self.sayings.lengths[standing.sound])

    def _end(self, row: Sequence[Standing]) -> Ms:
        ready_from = self._until(row[-1]) if row else self.opens
        return up_to_grid(max(self.opens + self.step.length, ready_from + self.step.ready))

    def _row(self, cut: Ms | None) -> _Row:
        """The row of the step's lines; one that would sound at `cut` begins there instead."""
        step, sayings, cursor = self.step, self.sayings, self._first_line()
        left = self._certain_ms()
        standing, left_out = list[Standing](), list[str]()
        for line in step.spoken:
            wordings = line.if_grown if cut is not None and line.if_grown else line.wordings
            text = sayings.preferred(wordings)
            if text is None:
                continue
            at = up_to_grid(cursor)
            takes = sayings.voice_ms(text)
            if cut is not None and at < cut < at + takes:
                at = cut
            end = Ms(at + takes)
            if not line.may_wait:
                left -= takes + LINE_GAP_MS
            elif step.limit is not None and (left_out or end + left + step.ready - self.opens > step.limit):
                left_out.append(text)  # and what comes after it waits as well, so that all stays in order
                continue
            standing.append(Standing(at, voice(text), line.role))
            cursor = end + LINE_GAP_MS
        return _Row(tuple(standing), tuple(left_out))

    def _first_line(self) -> int:
        """When the row begins: after the signals and tones at the step's beginning."""
        signals, lengths = self.signals, self.sayings.lengths
        tones = (mark for mark in self.step.marks if mark.tone and not mark.moment.from_end)
        ends = (signals + mark.moment.offset + lengths[tone(mark.tone or "")] for mark in tones)
        after_tones = max(ends, default=0) + CLEARANCE_MS
        return self.opens + max(FIRST_LINE_MS, signals + LINE_GAP_MS if signals else 0, after_tones)

    def _certain_ms(self) -> int:
        """How long the lines of a row take that can't wait, with the gaps before them."""
        if self.step.limit is None:
            return 0
        certain = (self.sayings.preferred(line.wordings) for line in self.step.spoken if not line.may_wait)
        return sum(self.sayings.voice_ms(text) + LINE_GAP_MS for text in certain if text is not None)

    def _counts(self, end: Ms, until: Ms) -> tuple[Sequence[Standing], Ticked | None]:
        """The numbers of the repetitions, the last of which has to be over at `until`."""
        counts = self.step.counts
        moments = [count.moment.within(self.opens, end) for count in counts]
        reps = [count.rep for count in counts]
        lines = [self.sayings.sayable(count.line) for count in counts]
        counted = choose(lines, reps, moments, (self.opens, until), self.sayings.voice_ms_if_said)
        sounds = [voice(text) if text else tone("tick") for text in counted.texts]
        standing = [
            Standing(self._on_time(sound, moment, end, until), sound, Role.COUNT, rep)
            for sound, moment, rep in zip(sounds, moments, reps, strict=True)
        ]
        return standing, Ticked(counted.texts.count(None), counted.problem) if counted.problem else None

    def _on_time(self, sound: Sound, moment: Ms, end: Ms, until: Ms) -> Ms:
        """When a number that is due at `moment` begins."""
        if moment != end:
            return moment
        return Ms(start_of_last(moment, self.sayings.lengths[sound], until) // GRID_MS * GRID_MS)

    def _tone_ends(self, end: Ms) -> Iterator[int]:
        for mark in self.step.marks:
            if mark.tone:
                at = moment_of(mark, self.step, (self.opens, end), self.signals)
                yield at + self.sayings.lengths[tone(mark.tone)]


def moment_of(mark: Mark, step: Step, span: tuple[Ms, Ms], signals: Ms) -> Ms:
    """When a mark is due in a step that holds what it holds within `span` and has its signals so much later."""
    moment = mark.moment.within(*span)
    waits = not mark.moment.from_end and step.kind not in {StepKind.WORK, StepKind.HOLD}
    return Ms(moment + signals) if waits else moment


def _is_closing(standing: Standing, end: Ms) -> bool:
    """Whether it is a number that is said as its step ends."""
    return standing.at == end and standing.sound.channel is Channel.VOICE


def _openers(script: Script) -> Iterator[int]:
    """The steps that each begin a part of the session from their very start."""
    section = None
    for mark in script.chapters:
        if mark.section != section and not mark.before:
            yield mark.step
        section = mark.section
