"""Changes to a timeline while it plays: a longer rest, and a position's place in the same workout laid out anew."""

from __future__ import annotations

from dataclasses import replace

from voicecoach.errors import ChoiceError
from voicecoach.plan.script import Role, StepKind
from voicecoach.timeline.model import Event, TimedStep, Timeline, order
from voicecoach.timeline.places import IDLE, WORKING, events_of, step_at
from voicecoach.times import GRID_MS, Ms, up_to_grid

StepName = tuple[str, str | None, int | None, str | None]
"""What a step is: its kind, exercise, set and side."""


def longer(timeline: Timeline, at: Ms, extra: Ms) -> Timeline:
    """The timeline with `extra` ms more in the rest, change of sides or lead-in at `at`; nothing before `at` differs.

    The lines at a step's beginning stay there, and the lines that lead on to what follows (`ten seconds`, the
    announcement of the set, the 3-2-1) keep their distance to its end: those that were heard already are heard again.
    `extra` is a multiple of 100 ms. Raises ChoiceError where there is nothing to make longer.
    """
    if extra <= 0 or extra % GRID_MS:
        raise ValueError(f"{extra} ms is not a multiple of {GRID_MS} ms")
    step = timeline.steps[step_at(timeline, at)]
    if step.kind not in IDLE:
        raise ChoiceError("There is no rest to make longer here.")
    events = events_of(timeline, step)
    closing = _closing_start(events, step)
    cut = _cut(events, step, at, closing)
    repeated = [_later(event, extra) for event in events if closing <= event.start < cut <= event.start + extra]
    moved = [
        event if event.start < cut or (event.closing and event.start == cut) else _later(event, extra)
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


def _later(event: Event, extra: Ms) -> Event:
    return replace(event, start=Ms(event.start + extra), end=Ms(event.end + extra))


def _closing_start(events: tuple[Event, ...], step: TimedStep) -> Ms:
    """Where the lines and tones that lead on to what follows begin: with the ten-second call, or the 3-2-1."""
    return next((event.start for event in events if event.role == Role.COUNTDOWN), step.end)


def _cut(events: tuple[Event, ...], step: TimedStep, at: Ms, closing: Ms) -> Ms:
    """Where the time goes in: before the closing lines, or, among them, at the first silence from `at` on."""
    cut = up_to_grid(at)
    if cut <= closing:
        heard = max((event.end for event in events if event.start < closing), default=step.start)
        return min(max(cut, up_to_grid(heard)), closing)
    for event in events:
        if event.start < cut < event.end:
            cut = up_to_grid(event.end)
    return min(cut, step.end)


def same_place(old: Timeline, new: Timeline, at: Ms) -> Ms:
    """Where the position `at` of `old` is in `new`, the same workout with more or fewer words.

    Work goes on where it was, and a rest or a lead-in is as far from its end as it was. What `new` doesn't have, such
    as an opening, leads to what follows it.
    """
    number = step_at(old, at)
    places = named_steps(new)
    for later, (place, step) in enumerate(list(named_steps(old).items())[number:]):
        if found := places.get(place):
            return found.start if later else _within(step, found, at)
    return new.duration


def named_steps(timeline: Timeline) -> dict[tuple[StepName, int], TimedStep]:
    """The steps by what they are; the number tells apart those that are the same."""
    found: dict[tuple[StepName, int], TimedStep] = {}
    seen: dict[StepName, int] = {}
    for step in timeline.steps:
        place = (step.kind, step.exercise, step.set, step.side)
        seen[place] = seen.get(place, 0) + 1
        found[place, seen[place]] = step
    return found


def _within(old: TimedStep, new: TimedStep, at: Ms) -> Ms:
    from_start = old.kind in WORKING or old.kind == StepKind.OUTRO
    moved = at - old.start + new.start if from_start else at - old.end + new.end
    return Ms(min(max(moved, new.start), new.end))
