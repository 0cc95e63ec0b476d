"""What is said before the first exercise and after the last one."""

from __future__ import annotations

from collections.abc import Iterator

from voicecoach.definitions.amounts import Unit
from voicecoach.definitions.model import Wordings
from voicecoach.definitions.session import WarmUp
from voicecoach.plan.choices import Detail
from voicecoach.plan.script import Line, Priority, Role
from voicecoach.plan.wording import MINUTE_MS, Wording
from voicecoach.plan.workout import Workout


def opening_lines(workout: Workout, wording: Wording, detail: Detail, minutes: int) -> Iterator[Line]:
    """What is said before the first exercise. `minutes` is the length of the whole session, rounded up."""
    session, line = workout.session, wording.line
    if detail.says(Detail.COUNTS):
        if workout.client:
            yield Line(Role.INTRO, line("opening_client", client=workout.client))
        yield Line(Role.INTRO, line("opening_title", title=session.say or session.title))
    if detail.says(Detail.BRIEF):
        if workout.weeks > 1:
            yield Line(Role.INTRO, line("opening_week", week=workout.week, weeks=workout.weeks))
        name = "opening_length" if minutes > 1 else "opening_length_one"
        yield Line(Role.INTRO, line(name, minutes=minutes))
    if detail.says(Detail.FULL):
        yield from (Line(Role.INTRO, cue.wordings) for cue in session.cues.setup)
    if detail.says(Detail.COUNTS):
        needs = workout.needs
        fetch = line("opening_fetch", items=wording.items(needs)) if needs else line("opening_fetch_nothing")
        yield Line(Role.INTRO, fetch)
        if session.warm_up is WarmUp.ELSEWHERE:
            yield Line(Role.INTRO, line("opening_warm_up"))
        yield Line(Role.SAFETY, line("opening_stop"), Priority.SAFETY)
    if detail.says(Detail.BRIEF):
        yield Line(Role.SAFETY, line("opening_form"), Priority.SAFETY)
        yield from (Line(Role.SAFETY, cue.wordings, Priority.SAFETY) for cue in session.cues.safety)


def last_lines(workout: Workout, wording: Wording, detail: Detail, minutes: int) -> Iterator[Line]:
    """What is said when all is done."""
    session, line, works = workout.session, wording.line, workout.works
    yield Line(Role.FINISH, line("finish", title=session.say or session.title))
    if minutes * MINUTE_MS <= MINUTE_MS:
        yield Line(Role.FINISH, line("finish_short"))
    elif len(works) == 1:
        name = wording.name(works[0])
        kind = "finish_one" if works[0].sets > 1 else "finish_one_set"
        yield Line(Role.FINISH, line(kind, exercise=name, sets=works[0].sets, minutes=minutes))
    else:
        yield Line(Role.FINISH, line("finish_many", count=len(works), minutes=minutes))
    if detail.says(Detail.BRIEF) and workout.weeks > 1:
        yield Line(Role.FINISH, _move_up(workout, wording))
    yield Line(Role.FINISH, line("goodbye"))


def _move_up(workout: Workout, wording: Wording) -> Wordings:
    if not workout.builds_on:
        return wording.line("move_up_last")
    amounts = {(work.amount.unit, work.amount.high) for work in workout.works}
    if len(amounts) > 1:
        return wording.line("move_up")
    ((unit, high),) = amounts
    if unit is Unit.REPS:
        return wording.line("move_up_reps", high=high)
    return wording.line("move_up_hold", high=wording.length(high))
