"""What a screen shows at a position of a timeline."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import accumulate

from voicecoach.counted import counted
from voicecoach.plan.script import Role, StepKind
from voicecoach.plan.shown import time_text
from voicecoach.timeline.about import About, Rhythm, known
from voicecoach.timeline.model import Channel, Event, TimedStep, Timeline
from voicecoach.timeline.places import IDLE, WORKING, events_between, events_of, is_same_set, is_tick, set_of, step_at
from voicecoach.timeline.turns import Turn, turn_of
from voicecoach.times import Ms

UNSHOWN_ROLES = frozenset({Role.COUNT, Role.PHASE})
"""Lines that the number and the phase show already."""
MOST_SEEN_MS = 2000
"""No number takes longer to say."""
TICK_SEEN_MS = Ms(600)
"""A number that is only a tick is seen so long where it ends a set."""
UNKEPT_ROLES = frozenset(Role) - {Role.CUE, Role.LINE, Role.SETUP, Role.SAFETY}
"""All but the lines to keep in mind for as long as a step lasts."""
COUNTDOWN_LASTS_MS = 2500
"""More than from its first tick to its last, and less than to another one."""
TICK_LIT_MS = Ms(300)
"""A tick of a 3-2-1 lights up for so long; ticks are a second apart, so that is one flash a second."""
DOING = {
    StepKind.LEAD_IN: "Get ready",
    StepKind.WORK: "Go",
    StepKind.HOLD: "Hold",
    StepKind.CHANGE: "Change sides",
    StepKind.REST: "Rest",
    StepKind.OUTRO: "Done",
}


@dataclass(frozen=True, slots=True)
class Move:
    """What a figure does: the one of this name moves from `start` to `end`, again and again, in this rhythm.

    Without a rhythm it is held still.
    """

    figure: str
    start: Ms
    end: Ms
    rhythm: Rhythm


@dataclass(frozen=True, slots=True)
class Upcoming:
    """The work that comes next: the sides, figures and entries it will have, each empty or None where it has none.

    `amount` is what it asks for in figures, such as `10 reps` or `45 s`, `load` what is lifted; `rest` is how long the
    rest before it is that has not begun; `is_other` says that it is another exercise or list than the one at hand.
    `figure` is the name of its figure, empty where there is none.
    """

    title: str
    turn: Turn | None
    side: str | None
    amount: str
    load: str
    entries: tuple[str, ...]
    rest: Ms
    is_other: bool
    figure: str = ""


@dataclass(frozen=True, slots=True)
class View:
    """What there is to see at `at`, which is also how much of the session is behind.

    It is plain data, without a word about how it is shown: `dataclasses.asdict` makes JSON of it.

    `step` numbers the steps from 0; in the opening and at the end `title` is empty, in a rest it is what comes next,
    with its load. `turn` is which set or round it is, if there are any. `number` is big: the repetitions completed of
    `reps`, or where `reps` is None the seconds to go; `target` is what to reach where it isn't counted. `entries` are
    those of a list that is gone through. `doing` is the phase of the repetition, or what to do; `phase` is the phase
    alone and `phases` are all of a repetition, empty where there are none. `said` is the last line said in this step,
    `cue` the last of them to keep in mind. `next` is what comes next in words, `needs` what to fetch for it, and
    `upcoming` the same in parts, None at the end. `tick` is 3, 2 or 1 for as long as that tick of a 3-2-1 lights up,
    else 0. `set_progress` (of a whole set, or of a rest or lead-in) and `session_progress` are from 0 to 1; `left` is
    what is left of the session. `move` is what the figure does in work, if there is one.
    """

    at: Ms
    step: int
    kind: str
    title: str
    turn: Turn | None
    side: str | None
    number: int
    reps: int | None
    target: str
    entries: tuple[str, ...]
    doing: str
    phase: str
    phases: tuple[str, ...]
    said: str
    cue: str
    next: str
    needs: str
    upcoming: Upcoming | None
    tick: int
    set_progress: float
    session_progress: float
    left: Ms
    move: Move | None = None


def view_at(timeline: Timeline, about: Mapping[str, About], at: Ms) -> View:
    """What there is to see at a position; `about` has every exercise and list of the timeline, as `about_exercises`."""
    number = _step_seen(timeline, at)
    step = timeline.steps[number]
    seen = Ms(min(at, step.end))
    reps = _counted(timeline, step)
    start, end = _set_span(timeline, number)
    following, needs, upcoming = _next(timeline, about, number)
    phases = _phases(about, step)
    phase = _phase(phases, step, seen)
    return View(
        at=at,
        step=number,
        kind=str(step.kind),
        title=_heading(timeline, about, number),
        turn=turn_of(timeline, number),
        side=step.side,
        number=_counted(timeline, step, up_to=seen) if reps else -(-max(0, step.end - at) // 1000),
        reps=reps or None,
        target=_reps(step.reps) if step.reps and not reps and step.kind in WORKING else "",
        entries=known(about, step).entries if step.kind in {*WORKING, StepKind.LEAD_IN} else (),
        doing=phase or _doing(step),
        phase=phase,
        phases=tuple(name.capitalize() for name, _ in phases),
        said=_said(timeline, step, seen, unless=UNSHOWN_ROLES),
        cue=_said(timeline, step, seen, unless=UNKEPT_ROLES),
        next=following,
        needs=needs,
        upcoming=upcoming,
        tick=_tick(timeline, at),
        set_progress=_share(seen - start, end - start),
        session_progress=_share(at, timeline.duration),
        left=Ms(max(0, timeline.duration - at)),
        move=_move(known(about, step), step),
    )


def _step_seen(timeline: Timeline, at: Ms) -> int:
    """The step at a position; after a set that ends on its last number, for a moment that set still."""
    number = step_at(timeline, at)
    start = timeline.steps[number].start
    if number == 0 or timeline.steps[number].kind in WORKING or at - start > MOST_SEEN_MS:
        return number
    last = events_of(timeline, timeline.steps[number - 1])[-1:]
    is_seen = any(event.closing and at < max(event.end, start + _least_seen(event)) for event in last)
    return number - 1 if is_seen else number


def _least_seen(last: Event) -> Ms:
    """A number that is said is seen as long as it is heard."""
    return Ms(0) if last.sound.channel is Channel.VOICE else TICK_SEEN_MS


def _share(part: int, whole: int) -> float:
    return min(1.0, max(0.0, part / whole)) if whole else 1.0


def _heading(timeline: Timeline, about: Mapping[str, About], number: int) -> str:
    """What is done, with its load; in a rest what comes next."""
    step = timeline.steps[number]
    if step.kind == StepKind.REST:
        step = next((one for one in timeline.steps[number:] if one.kind in WORKING), step)
    return ", ".join(part for part in (known(about, step).title, step.load) if part)


def _counted(timeline: Timeline, step: TimedStep, up_to: Ms | None = None) -> int:
    """How many repetitions of a step, or movements where each is counted, are counted in all, or up to a time."""
    return sum(
        event.role == Role.COUNT and (up_to is None or event.start <= up_to) for event in events_of(timeline, step)
    )


def _doing(step: TimedStep) -> str:
    if step.kind == StepKind.LEAD_IN and not (step.exercise or step.title):
        return "Welcome"
    return DOING[StepKind(step.kind)]


def _phases(about: Mapping[str, About], step: TimedStep) -> tuple[tuple[str, Ms], ...]:
    """The phases of each repetition of a step that is a whole number of them."""
    phases = known(about, step).phases if step.kind == StepKind.WORK else ()
    length = sum(length for _, length in phases)
    return phases if length and not (step.end - step.start) % length else ()


def _move(about: About, step: TimedStep) -> Move | None:
    if about.drawn is None or step.kind not in WORKING:
        return None
    return Move(about.drawn.name, step.start, step.end, about.rhythm)


def _phase(phases: tuple[tuple[str, Ms], ...], step: TimedStep, at: Ms) -> str:
    if not phases:
        return ""
    ends = list(accumulate(length for _, length in phases))
    return phases[bisect_right(ends, (min(at, step.end - 1) - step.start) % ends[-1])][0].capitalize()


def _said(timeline: Timeline, step: TimedStep, at: Ms, *, unless: frozenset[Role]) -> str:
    """The last line up to a time in a step that hasn't one of these roles."""
    lines = (
        event.sound.text
        for event in reversed(events_between(timeline, step.start, Ms(at + 1)))
        if event.sound.channel is Channel.VOICE and event.role not in unless
    )
    return next(lines, "")


def _tick(timeline: Timeline, at: Ms) -> int:
    """Which tick of a 3-2-1 lights up; the ticks after it are counted, since the 3-2-1 may begin in the step before."""
    ticks = [
        event
        for event in events_between(timeline, Ms(at - TICK_LIT_MS + 1), Ms(at + COUNTDOWN_LASTS_MS))
        if is_tick(event)
    ]
    return len(ticks) if ticks and ticks[0].start <= at else 0


def _set_span(timeline: Timeline, number: int) -> tuple[Ms, Ms]:
    """From the first work of a set to its last; a step that is neither work nor a change in it stands alone."""
    steps = timeline.steps
    first = last = number
    if steps[number].kind not in {StepKind.LEAD_IN, StepKind.REST, StepKind.OUTRO}:
        while first > 0 and is_same_set(steps[first - 1], steps[number]):
            first -= 1
        while last + 1 < len(steps) and is_same_set(steps[last + 1], steps[number]):
            last += 1
    return steps[first].start, steps[last].end


# What comes next


def _next(timeline: Timeline, about: Mapping[str, About], number: int) -> tuple[str, str, Upcoming | None]:
    """What comes after a step, what to fetch for it, and the same in parts."""
    step = timeline.steps[number]
    later = range(number + 1, len(timeline.steps))
    following = next((one for one in later if timeline.steps[one].kind in WORKING), None)
    if following is None:
        return ("" if step.kind == StepKind.OUTRO else "the end"), "", None
    rests = [one for one in timeline.steps[number + 1 : following] if one.kind == StepKind.REST]
    parts = [f"rest {_length(one)}" for one in rests]
    target = timeline.steps[following]
    is_first = target.set in {None, 1} and not is_same_set(step, target)
    needs = known(about, target).needs if is_first and (_is_other(step, target) or step.kind in IDLE) else ""
    upcoming = _upcoming(timeline, about, following, Ms(sum(one.end - one.start for one in rests)), step)
    return ", then ".join([*parts, _target(timeline, about, number, following)]), needs, upcoming


def _upcoming(timeline: Timeline, about: Mapping[str, About], following: int, rest: Ms, step: TimedStep) -> Upcoming:
    target = timeline.steps[following]
    of_target = known(about, target)
    return Upcoming(
        title=of_target.title,
        turn=turn_of(timeline, following),
        side=target.side,
        amount=_amount(timeline, target),
        load=target.load or "",
        entries=of_target.entries,
        rest=rest,
        is_other=_is_other(step, target),
        figure=of_target.drawn.name if of_target.drawn else "",
    )


def _is_other(step: TimedStep, target: TimedStep) -> bool:
    """Whether the work of `target` is another exercise or list than what `step` is about."""
    return (target.exercise, target.title) != (step.exercise, step.title)


def _target(timeline: Timeline, about: Mapping[str, About], number: int, following: int) -> str:
    """The next work in words: as much of it as differs from what is going on now."""
    step, target = timeline.steps[number], timeline.steps[following]
    amount, side = _amount(timeline, target), target.side or ""
    turn = turn_of(timeline, following)
    if _is_other(step, target):
        is_next_round = turn is not None and turn.what == "round" and turn.number > 1
        round_text = str(turn) if is_next_round and turn != turn_of(timeline, number) else ""
        parts = [known(about, target).title, round_text, amount, target.load or "", side]
    elif step.kind == StepKind.LEAD_IN:
        parts = [amount, side]
    elif set_of(target) == set_of(step) and step.kind != StepKind.REST:
        parts = [f"{side} side" if side else amount]
    else:
        before = next(one for one in reversed(timeline.steps[: number + 1]) if one.kind in WORKING)
        is_new = amount != _amount(timeline, before)
        parts = [str(turn or ""), amount if is_new else "", side]
    return ", ".join(part for part in parts if part)


def _amount(timeline: Timeline, step: TimedStep) -> str:
    return _reps(_counted(timeline, step) or step.reps or 0) or _length(step)


def _reps(reps: int) -> str:
    return counted(reps, "rep") if reps else ""


def _length(step: TimedStep) -> str:
    return time_text(Ms(step.end - step.start))
