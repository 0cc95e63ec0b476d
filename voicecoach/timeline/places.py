"""Places on a timeline: what is at a position, where a listener may want to go from there, where to wait for one."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from voicecoach.errors import ChoiceError
from voicecoach.plan.script import Role, StepKind
from voicecoach.timeline.model import Channel, Event, TimedStep, Timeline
from voicecoach.times import GRID_MS, Ms

WORKING = frozenset({StepKind.WORK, StepKind.HOLD})
IDLE = frozenset({StepKind.LEAD_IN, StepKind.CHANGE, StepKind.REST})
LOOK_BACK = 8
"""So many events before a position can still sound there: at most one line, and the tones that go with it."""


def step_at(timeline: Timeline, at: Ms) -> int:
    """The number of the step at a position; positions before the session or after it count as its first and last."""
    return max(0, bisect_right(timeline.steps, at, key=lambda step: step.start) - 1)


def events_of(timeline: Timeline, step: TimedStep) -> tuple[Event, ...]:
    """The events that belong to a step: those that begin in it, and the number that falls on its end."""
    return events_between(timeline, step.start, step.end)


def events_between(timeline: Timeline, start: Ms, end: Ms) -> tuple[Event, ...]:
    """The events that belong to the time from `start` up to `end`."""
    first = bisect_left(timeline.events, start, key=lambda event: event.start)
    last = bisect_right(timeline.events, end, key=lambda event: event.start, lo=first)
    return tuple(event for event in timeline.events[first:last] if event.begins_in(start, end))


# Where to go from here


def next_step(timeline: Timeline, at: Ms) -> Ms:
    """Where the step after the one at `at` begins; after the last, the session's end."""
    return timeline.steps[step_at(timeline, at)].end


def previous_step(timeline: Timeline, at: Ms, grace: Ms = Ms(0)) -> Ms:
    """Where the step at `at` begins; the one before it if no more than `grace` of it has passed."""
    number = step_at(timeline, at)
    if at - timeline.steps[number].start > grace:
        return timeline.steps[number].start
    return timeline.steps[max(0, number - 1)].start


def next_exercise(timeline: Timeline, at: Ms) -> Ms:
    """Where the lead-in of the next exercise begins; after the last exercise the end is said, then it is over."""
    starts = [start for start in _starts_of_exercises(timeline) if start > at]
    return starts[0] if starts else timeline.duration


def previous_exercise(timeline: Timeline, at: Ms, grace: Ms = Ms(0)) -> Ms:
    """Where the exercise at `at` begins, with its lead-in; the one before it if no more than `grace` has passed."""
    starts = [start for start in _starts_of_exercises(timeline) if start + grace < at]
    return starts[-1] if starts else Ms(0)


def _starts_of_exercises(timeline: Timeline) -> Iterator[Ms]:
    """The opening, the chapter in which each exercise begins, and the end."""
    chapters = [chapter.start for chapter in timeline.chapters]
    yield Ms(0)
    before: TimedStep | None = None
    for step in timeline.steps:
        if step.kind in WORKING:
            if before is not None and (before.section, before.exercise) != (step.section, step.exercise):
                yield chapters[max(0, bisect_right(chapters, step.start) - 1)]
            before = step
    yield timeline.steps[-1].start


def set_start(timeline: Timeline, at: Ms) -> Ms:
    """Where the set at `at` begins: its first work.

    In a rest and at the end that is the set just done; a lead-in is repeated itself.
    """
    number = step_at(timeline, at)
    step = timeline.steps[number]
    if step.kind == StepKind.LEAD_IN:
        return step.start
    while number > 0 and timeline.steps[number].kind not in WORKING:
        number -= 1
    first = number
    while number >= 0 and _same_set(timeline.steps[number], timeline.steps[first]):
        number -= 1
    return timeline.steps[number + 1].start


def _same_set(one: TimedStep, other: TimedStep) -> bool:
    """Whether two steps are the work of one set, on either side, or the change of sides in it."""
    is_work = one.kind in WORKING or one.kind == StepKind.CHANGE
    return is_work and (one.exercise, one.set) == (other.exercise, other.set)


def set_end(timeline: Timeline, at: Ms) -> Ms:
    """Where the work at `at` ends, and its rest or its change of sides begins.

    Raises ChoiceError when there is no work at `at`.
    """
    step = timeline.steps[step_at(timeline, at)]
    if step.kind not in WORKING:
        raise ChoiceError("There is no set to end here.")
    return step.end


def run_up(timeline: Timeline, start: Ms) -> Ms:
    """Where the 3-2-1 into the step that begins at `start` begins; `start` itself where there is none."""
    number = step_at(timeline, start)
    if number == 0 or timeline.steps[number].kind not in WORKING:
        return start
    before = timeline.steps[number - 1]
    return _silent_before(timeline, before, _ticks_start(timeline, before)) if before.kind in IDLE else start


def hold_points(timeline: Timeline) -> tuple[Ms, ...]:
    """Where a listener who sets the pace is waited for: after each set-up and every rest, before its 3-2-1.

    Nothing sounds there, unless a step is filled with sound from its beginning to its end.
    """
    return tuple(
        _silent_before(timeline, step, _ticks_start(timeline, step))
        for step, following in zip(timeline.steps, timeline.steps[1:], strict=False)
        if step.kind in {StepKind.LEAD_IN, StepKind.REST} and following.kind != StepKind.LEAD_IN
    )


def _ticks_start(timeline: Timeline, step: TimedStep) -> Ms:
    """Where a step's 3-2-1 begins, or its end when it has none."""
    ticks = (
        event.start
        for event in events_of(timeline, step)
        if event.role == Role.COUNTDOWN and event.sound.channel is Channel.TONE
    )
    return next(ticks, step.end)


def _silent_before(timeline: Timeline, step: TimedStep, moment: Ms) -> Ms:
    """The last moment of `step` a little before `moment` at which nothing sounds."""
    first = bisect_left(timeline.events, step.start, key=lambda event: event.start)
    last = bisect_left(timeline.events, moment, key=lambda event: event.start)
    at = max(step.start, Ms(moment - GRID_MS))
    for event in reversed(timeline.events[max(0, first - LOOK_BACK) : last]):
        if event.start < at < event.end:
            at = max(step.start, event.start)
    return at
