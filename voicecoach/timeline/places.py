"""Places on a timeline: what is at a position, where a listener may want to go from there, where to wait for one."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import pairwise

from voicecoach.errors import ChoiceError
from voicecoach.plan.script import About, Role, StepKind
from voicecoach.timeline.model import Channel, Event, TimedStep, Timeline
from voicecoach.times import GRID_MS, Ms

WORKING = frozenset({StepKind.WORK, StepKind.HOLD})
IDLE = frozenset({StepKind.LEAD_IN, StepKind.CHANGE, StepKind.REST})
SetName = tuple[int | None, int | None, str | None, str | None, int | None]
"""Which set it is: its section, round, exercise, title and number."""
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


def exercises_in(timeline: Timeline) -> Iterator[tuple[Ms, TimedStep]]:
    """Where each exercise or list begins, with its lead-in, and its first work."""
    chapters = [chapter.start for chapter in timeline.chapters]
    before: TimedStep | None = None
    for step in timeline.steps:
        if step.kind in WORKING:
            if before is None or _opens_exercise(before, step):
                yield chapters[max(0, bisect_right(chapters, step.start) - 1)], step
            before = step


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
    yield Ms(0)
    yield from (start for start, _ in exercises_in(timeline))
    yield timeline.steps[-1].start


def _opens_exercise(before: TimedStep, step: TimedStep) -> bool:
    """Whether work is of another exercise, list or entry than the work before it."""
    if (before.section, before.exercise, before.title) != (step.section, step.exercise, step.title):
        return True
    return (step.set or 0) < (before.set or 0)


def set_start(timeline: Timeline, at: Ms) -> Ms:
    """Where the set at `at` begins: its first work.

    In a rest and at the end that is the set just done; a lead-in is repeated itself, with what was announced in the
    rest that it grew out of.
    """
    number = step_at(timeline, at)
    if timeline.steps[number].kind == StepKind.LEAD_IN:
        start = timeline.steps[gap(timeline, number)[0]].start
        return max([start, *(chapter.start for chapter in timeline.chapters if chapter.start <= at)])
    while number > 0 and timeline.steps[number].kind not in WORKING:
        number -= 1
    first = number
    while number >= 0 and is_same_set(timeline.steps[number], timeline.steps[first]):
        number -= 1
    return timeline.steps[number + 1].start


def is_same_set(one: TimedStep, other: TimedStep) -> bool:
    """Whether two steps are the work of one set, on either side, or the change of sides in it."""
    is_work = one.kind in WORKING or one.kind == StepKind.CHANGE
    return is_work and set_of(one) == set_of(other)


def set_of(step: TimedStep | About) -> SetName:
    """Which set of which exercise or list a step belongs to; steps of two sets that follow each other differ in it."""
    return step.section, step.round, step.exercise, step.title, step.set


def set_end(timeline: Timeline, at: Ms) -> Ms:
    """Where the work at `at` ends, and its rest or its change of sides begins; in that change, where the set ends.

    Raises ChoiceError when there is neither at `at`.
    """
    number = step_at(timeline, at)
    step = timeline.steps[number]
    if step.kind == StepKind.CHANGE:
        later = (one for one in timeline.steps[number:] if not is_same_set(one, step))
        return next(later).start
    if step.kind not in WORKING:
        raise ChoiceError("There is no set to end here.")
    return step.end


def within_step(timeline: Timeline, at: Ms, by: Ms) -> Ms:
    """The position `by` ms from `at`, as far as the step at `at` goes."""
    step = timeline.steps[step_at(timeline, at)]
    first, last = after_number(timeline, step.start), Ms(step.end - GRID_MS)
    return Ms(min(max(at + by, min(first, at)), max(last, at)))


def onwards(timeline: Timeline, at: Ms, *, waits: bool = False) -> Ms:
    """The next step; work by its 3-2-1, unless that is heard already. One that `waits` before it hasn't heard it.

    The 3-2-1 of a short lead-in begins in the rest before, and so does the way on from there.
    """
    start = next_step(timeline, at)
    following = timeline.steps[step_at(timeline, start)]
    work = following.end if following.kind == StepKind.LEAD_IN else start
    ticks = run_up(timeline, work)
    if ticks < work and ticks <= start and (at < ticks or (waits and at == ticks)):
        return ticks
    return after_number(timeline, start)


def before_set(timeline: Timeline, at: Ms) -> Ms:
    """Where what leads to the set at `at` begins, or to the one that comes: its lead-in, else its rest; or the set."""
    number = step_at(timeline, at)
    while number + 1 < len(timeline.steps) and timeline.steps[number].kind in {StepKind.LEAD_IN, StepKind.REST}:
        number += 1
    number = step_at(timeline, set_start(timeline, timeline.steps[number].start))
    before = timeline.steps[max(0, number - 1)]
    return before.start if before.kind in IDLE else timeline.steps[number].start


def after_number(timeline: Timeline, start: Ms) -> Ms:
    """Where the step that begins at `start` is heard by itself: after the number on which the set before it ended."""
    number = step_at(timeline, start)
    if not number or timeline.steps[number].start != start:
        return start
    last = events_of(timeline, timeline.steps[number - 1])[-1:]
    ends = [event.end for event in last if event.closing and event.sound.channel is Channel.VOICE]
    return min(*ends, timeline.steps[number].end) if ends else start


def run_up(timeline: Timeline, start: Ms) -> Ms:
    """Where the 3-2-1 into the step that begins at `start` begins; `start` itself where there is none."""
    number = step_at(timeline, start)
    if number == 0 or timeline.steps[number].kind not in WORKING or timeline.steps[number - 1].kind not in IDLE:
        return start
    return _before_ticks(timeline, number - 1)


def hold_points(timeline: Timeline) -> tuple[Ms, ...]:
    """Where a listener who sets the pace is waited for: after each set-up and every rest, before its 3-2-1.

    Nothing sounds there, unless a step is filled with sound from its beginning to its end. A rest and the lead-in that
    it grows into are waited for once.
    """
    return tuple(
        _before_ticks(timeline, number)
        for number, (step, following) in enumerate(pairwise(timeline.steps))
        if step.kind in {StepKind.LEAD_IN, StepKind.REST} and following.kind != StepKind.LEAD_IN
    )


def gap(timeline: Timeline, number: int) -> range:
    """The numbers of the steps that lie between two pieces of work together with step `number`, which is idle.

    A rest goes with the lead-in that it grows into; every other step stands alone.
    """
    return range(number - _grows(timeline, number - 1), number + 1 + _grows(timeline, number))


def _grows(timeline: Timeline, number: int) -> bool:
    """Whether step `number` is a rest that grows into a lead-in."""
    kinds = [step.kind for step in timeline.steps[max(0, number) : number + 2]]
    return kinds == [StepKind.REST, StepKind.LEAD_IN]


def _before_ticks(timeline: Timeline, number: int) -> Ms:
    """The last moment before the 3-2-1 of step `number` at which nothing sounds; it may begin in the rest before."""
    steps = [timeline.steps[one] for one in gap(timeline, number)]
    ticks = (event.start for step in steps for event in events_of(timeline, step) if is_tick(event))
    start = next(ticks, steps[-1].end)
    step = next((one for one in reversed(steps) if one.start < start), steps[0])
    return _silent_before(timeline, step, start)


def is_tick(event: Event) -> bool:
    """Whether it is one of a 3-2-1."""
    return event.role == Role.COUNTDOWN and event.sound.channel is Channel.TONE


def _silent_before(timeline: Timeline, step: TimedStep, moment: Ms) -> Ms:
    """The last moment of `step` a little before `moment` at which nothing sounds."""
    first = bisect_left(timeline.events, step.start, key=lambda event: event.start)
    last = bisect_left(timeline.events, moment, key=lambda event: event.start)
    at = max(step.start, Ms(moment - GRID_MS))
    for event in reversed(timeline.events[max(0, first - LOOK_BACK) : last]):
        if event.start < at < event.end:
            at = max(step.start, event.start)
    return at
