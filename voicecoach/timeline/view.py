"""What a screen shows at a position of a timeline."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, replace

from voicecoach.definitions.phrases import Phrases
from voicecoach.plan.script import Role, StepKind
from voicecoach.plan.wording import Wording
from voicecoach.plan.workout import Work, Workout
from voicecoach.timeline.model import Channel, TimedStep, Timeline
from voicecoach.timeline.places import WORKING, events_between, events_of, step_at
from voicecoach.times import Ms

UNSHOWN_ROLES = frozenset({Role.COUNT, Role.PHASE})
"""Lines that the number and the phase show already."""
DOING = {
    StepKind.LEAD_IN: "Get ready",
    StepKind.WORK: "Go",
    StepKind.HOLD: "Hold",
    StepKind.CHANGE: "Change sides",
    StepKind.REST: "Rest",
    StepKind.OUTRO: "Done",
}


@dataclass(frozen=True, slots=True)
class About:
    """What a screen needs to know of an exercise besides its timeline.

    `needs` lists what to fetch, empty for nothing; `phases` are the names and lengths of one movement.
    """

    title: str
    needs: str = ""
    phases: tuple[tuple[str, Ms], ...] = ()


@dataclass(frozen=True, slots=True)
class View:
    """What there is to see at `at`.

    `step` numbers the steps from 0; in the opening and at the end `title` is empty. `number` is big: the repetitions
    completed of `reps`, or where `reps` is None the seconds to go. `doing` is the phase of the repetition, or what to
    do. `said` is the last line said in this step. `next` is what comes next, and `needs` what to fetch for it.
    `set_progress` (of a whole set, or of a rest or lead-in) and `session_progress` are from 0 to 1; `left` is what is
    left of the session.
    """

    at: Ms
    step: int
    kind: str
    title: str
    set: int | None
    sets: int | None
    side: str | None
    number: int
    reps: int | None
    doing: str
    said: str
    next: str
    needs: str
    set_progress: float
    session_progress: float
    left: Ms


def about_exercises(workout: Workout, phrases: Phrases) -> dict[str, About]:
    """What a screen needs to know of a workout's exercises, by their names."""
    wording = Wording(phrases, workout, seed=0)
    found: dict[str, About] = {}
    for work in workout.works:
        name, about = work.exercise.name, _about(work, wording)
        if name in found and found[name].phases != about.phases:
            # It comes at two tempos, and a timeline doesn't say which is when.
            about = replace(about, phases=())
        found[name] = about
    return found


def _about(work: Work, wording: Wording) -> About:
    phases = tuple((phase.say or phase.name, length) for phase, length in work.phases)
    return About(work.exercise.title, wording.items(wording.workout.needs_of(work)), phases)


def view_at(timeline: Timeline, about: Mapping[str, About], at: Ms) -> View:
    """What there is to see at a position; `about` has every exercise of the timeline by its name."""
    number = step_at(timeline, at)
    step = timeline.steps[number]
    reps = _counted(timeline, step)
    start, end = _set_span(timeline, number)
    following, needs = _next(timeline, about, number)
    return View(
        at=at,
        step=number,
        kind=str(step.kind),
        title=_title(about, step),
        set=step.set,
        sets=step.sets,
        side=step.side,
        number=_counted(timeline, step, up_to=at) if reps else -(-max(0, step.end - at) // 1000),
        reps=reps or None,
        doing=_doing(about, step, at),
        said=_said(timeline, step, at),
        next=following,
        needs=needs,
        set_progress=_share(at - start, end - start),
        session_progress=_share(at, timeline.duration),
        left=Ms(max(0, timeline.duration - at)),
    )


def _share(part: int, whole: int) -> float:
    return min(1.0, max(0.0, part / whole)) if whole else 1.0


def _title(about: Mapping[str, About], step: TimedStep) -> str:
    return about[step.exercise].title if step.exercise else step.title or ""


def _counted(timeline: Timeline, step: TimedStep, up_to: Ms | None = None) -> int:
    """How many repetitions of a step, or movements where each is counted, are counted in all, or up to a time."""
    return sum(
        event.role == Role.COUNT and (up_to is None or event.start <= up_to) for event in events_of(timeline, step)
    )


def _doing(about: Mapping[str, About], step: TimedStep, at: Ms) -> str:
    if not step.exercise and step.kind == StepKind.LEAD_IN:
        return "Welcome"
    phases = about[step.exercise].phases if step.exercise and step.kind == StepKind.WORK else ()
    ends = [sum(length for _, length in phases[: count + 1]) for count in range(len(phases))]
    if not ends or (step.end - step.start) % ends[-1]:
        return DOING[StepKind(step.kind)]
    phase = bisect_right(ends, (at - step.start) % ends[-1])
    return phases[phase][0].capitalize()


def _said(timeline: Timeline, step: TimedStep, at: Ms) -> str:
    lines = (
        event.sound.text
        for event in reversed(events_between(timeline, step.start, Ms(at + 1)))
        if event.sound.channel is Channel.VOICE and event.role not in UNSHOWN_ROLES
    )
    return next(lines, "")


def _set_span(timeline: Timeline, number: int) -> tuple[Ms, Ms]:
    """From the first work of a set to its last; a step that is neither work nor a change in it stands alone."""
    steps = timeline.steps
    first = last = number
    if steps[number].kind not in {StepKind.LEAD_IN, StepKind.REST, StepKind.OUTRO}:
        while first > 0 and _in_one_set(steps[first - 1], steps[number]):
            first -= 1
        while last + 1 < len(steps) and _in_one_set(steps[last + 1], steps[number]):
            last += 1
    return steps[first].start, steps[last].end


def _in_one_set(one: TimedStep, other: TimedStep) -> bool:
    in_set = one.kind in WORKING or one.kind == StepKind.CHANGE
    return in_set and (one.exercise, one.set) == (other.exercise, other.set)


def _next(timeline: Timeline, about: Mapping[str, About], number: int) -> tuple[str, str]:
    """What comes after a step, and what to fetch for it."""
    step = timeline.steps[number]
    later = range(number + 1, len(timeline.steps))
    upcoming = next((one for one in later if timeline.steps[one].kind in WORKING), None)
    if upcoming is None:
        return ("" if step.kind == StepKind.OUTRO else "the end"), ""
    rests = [one for one in timeline.steps[number + 1 : upcoming] if one.kind == StepKind.REST]
    parts = [f"rest {_length(one)}" for one in rests]
    target = timeline.steps[upcoming]
    fetch = target.exercise != step.exercise or step.kind == StepKind.LEAD_IN
    needs = about[target.exercise].needs if fetch and target.exercise else ""
    return ", then ".join([*parts, _target(timeline, about, step, upcoming)]), needs


def _target(timeline: Timeline, about: Mapping[str, About], step: TimedStep, upcoming: int) -> str:
    """The next work in words: as much of it as differs from what is going on now."""
    target = timeline.steps[upcoming]
    reps = _counted(timeline, target) or target.reps or 0
    amount = (f"{reps} rep" if reps == 1 else f"{reps} reps") if reps else _length(target)
    side = target.side or ""
    same_set = (target.exercise, target.set) == (step.exercise, step.set)
    if target.exercise != step.exercise:
        parts = [_title(about, target), amount, target.load or "", side]
    elif step.kind == StepKind.LEAD_IN:
        parts = [amount, side]
    elif same_set and step.kind != StepKind.REST:
        parts = [f"{side} side" if side else amount]
    else:
        parts = [f"set {target.set} of {target.sets}" if target.set else "", side]
    return ", ".join(part for part in parts if part)


def _length(step: TimedStep) -> str:
    return f"{(step.end - step.start) / 1000:g} s"
