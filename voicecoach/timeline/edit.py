"""Changes to a timeline while it plays: a longer rest, and a position's place in the same workout laid out anew."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from voicecoach.errors import ChoiceError
from voicecoach.plan.script import Role, StepKind
from voicecoach.timeline.model import Event, TimedStep, Timeline, order
from voicecoach.timeline.places import IDLE, WORKING, events_between, gap, step_at
from voicecoach.times import GRID_MS, Ms, up_to_grid

Place = tuple["StepName", int]
"""A step by what it is; the number tells apart those that are the same."""
StepName = tuple[str, int | None, int | None, str | None, str | None, int | None, str | None]
"""What a step is: its kind, section, round, exercise, title, set and side."""
NOTHING: Mapping[str, str] = MappingProxyType({})


def longer(timeline: Timeline, at: Ms, extra: Ms) -> Timeline:
    """The timeline with `extra` ms more in the rest, change of sides or lead-in at `at`; nothing before `at` differs.

    The lines at a step's beginning stay there, and the lines that lead on to what follows (`ten seconds`, the
    announcement of the set, the 3-2-1) keep their distance to its end: those that were heard already are heard again,
    also where they began in the rest that a lead-in grew out of. `extra` is a multiple of 100 ms. Raises ChoiceError
    where there is nothing to make longer.
    """
    if extra <= 0 or extra % GRID_MS:
        raise ValueError(f"{extra} ms is not a multiple of {GRID_MS} ms")
    number = step_at(timeline, at)
    step = timeline.steps[number]
    if step.kind not in IDLE:
        raise ChoiceError("There is no rest to make longer here.")
    together = [timeline.steps[one] for one in gap(timeline, number)]
    events = events_between(timeline, together[0].start, together[-1].end)
    closing = _closing_start(events, together[-1].end)
    cut = _cut(events, step, at, closing)
    repeated = [
        _about(step, later(event, extra)) for event in events if closing <= event.start < cut <= event.start + extra
    ]
    moved = [
        event if event.start < cut or (event.closing and event.start == cut) else later(event, extra)
        for event in timeline.events
    ]

    def shifted(boundary: Ms) -> Ms:
        return Ms(boundary + extra) if boundary > step.start and boundary >= cut else boundary

    return replace(
        timeline,
        events=tuple(sorted([*moved, *repeated], key=order)),
        steps=tuple(replace(one, start=shifted(one.start), end=shifted(one.end)) for one in timeline.steps),
        chapters=tuple(replace(one, start=shifted(one.start), end=shifted(one.end)) for one in timeline.chapters),
        duration=Ms(timeline.duration + extra),
    )


def later(event: Event, extra: Ms) -> Event:
    """The event `extra` ms later."""
    return event._replace(start=Ms(event.start + extra), end=Ms(event.end + extra))


def _about(step: TimedStep, event: Event) -> Event:
    """The event as one that belongs to a step."""
    return event._replace(exercise=step.exercise, set=step.set, side=step.side)


def _closing_start(events: tuple[Event, ...], end: Ms) -> Ms:
    """Where the lines and tones that lead on to what follows begin: with the ten-second call, or the 3-2-1."""
    return next((event.start for event in events if event.role == Role.COUNTDOWN), end)


def _cut(events: tuple[Event, ...], step: TimedStep, at: Ms, closing: Ms) -> Ms:
    """Where the time goes in: before the closing lines, or, among them, at the first silence from `at` on."""
    cut = up_to_grid(at)
    if cut <= closing:
        heard = max((event.end for event in events if event.start < min(closing, step.end)), default=step.start)
        return min(max(cut, up_to_grid(heard)), closing, step.end)
    for event in events:
        if event.start < cut < event.end:
            cut = up_to_grid(event.end)
    return min(cut, step.end)


def places_of_gap(timeline: Timeline, at: Ms) -> tuple[Place, ...]:
    """What the rest, change of sides or lead-in at `at` is, with the lead-in that a rest grows into."""
    places = list(named_steps(timeline))
    return tuple(places[number] for number in gap(timeline, step_at(timeline, at)))


def longer_there(timeline: Timeline, places: tuple[Place, ...], extra: Ms) -> Timeline:
    """The timeline with `extra` ms more in the first of these places that it has; as it is if it has none."""
    named = named_steps(timeline)
    step = next((named[place] for place in places if place in named), None)
    return timeline if step is None else longer(timeline, step.start, extra)


def same_place(old: Timeline, new: Timeline, at: Ms, renamed: Mapping[str, str] = NOTHING) -> Ms:
    """Where the position `at` of `old` is in `new`, the same workout with more or fewer words.

    Work goes on where it was, and a rest or a lead-in is as far from its end as it was; where a rest doesn't grow into
    a lead-in in `new`, the work is as far away. What `new` doesn't have, such as an opening, leads to what follows it.
    `renamed` says which exercises of `old` others stand in for.
    """
    number = step_at(old, at)
    places = named_steps(new)
    for later, (place, step) in enumerate(list(named_steps(old, renamed).items())[number:]):
        if found := places.get(place):
            if not later:
                return _within(step, found, at)
            grown = later == 1 and old.steps[number].kind == StepKind.LEAD_IN
            return _run_up(old.steps[number], new, found, at) if grown else found.start
    return new.duration


def named_steps(timeline: Timeline, renamed: Mapping[str, str] = NOTHING) -> dict[Place, TimedStep]:
    """The steps by what they are, `renamed` exercises by their new names."""
    found: dict[Place, TimedStep] = {}
    seen: dict[StepName, int] = {}
    for step in timeline.steps:
        exercise = step.exercise and renamed.get(step.exercise, step.exercise)
        place = (step.kind, step.section, step.round, exercise, step.title, step.set, step.side)
        seen[place] = seen.get(place, 0) + 1
        found[place, seen[place]] = step
    return found


def _run_up(lead_in: TimedStep, new: Timeline, work: TimedStep, at: Ms) -> Ms:
    """As far before `work` in `new` as `at` was from the end of a lead-in that isn't there."""
    before = new.steps[max(0, step_at(new, work.start) - 1)]
    if work.kind not in WORKING or before.kind not in IDLE:
        return work.start
    return Ms(min(max(before.start, at - lead_in.end + before.end), before.end))


def _within(old: TimedStep, new: TimedStep, at: Ms) -> Ms:
    from_start = old.kind in WORKING or old.kind == StepKind.OUTRO
    moved = at - old.start + new.start if from_start else at - old.end + new.end
    return Ms(min(max(moved, new.start), new.end))


def renamed_place(place: Place, renamed: Mapping[str, str]) -> Place:
    """The same step with another exercise in place of its own."""
    (kind, section, round_number, exercise, title, number, side), count = place
    return (kind, section, round_number, exercise and renamed.get(exercise, exercise), title, number, side), count
