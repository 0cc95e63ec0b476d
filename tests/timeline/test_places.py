from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.plan.laid import SpeechLength, erratic, glutes_laid, laid, slow, usual
from tests.plan.sessions import choices, sessions
from voicecoach.definitions.session import Session
from voicecoach.errors import ChoiceError
from voicecoach.plan.choices import Choices
from voicecoach.timeline.model import Channel, TimedStep
from voicecoach.timeline.places import (
    events_of,
    hold_points,
    next_exercise,
    next_step,
    previous_exercise,
    previous_step,
    run_up,
    set_end,
    set_start,
    step_at,
)
from voicecoach.times import Ms

timeline = glutes_laid().timeline
GRACE = Ms(2000)


def step(kind: str, exercise: str | None = "step-up", number: int = 1, side: str | None = None) -> TimedStep:
    return next(
        one
        for one in timeline.steps
        if (one.kind, one.exercise, one.set) == (kind, exercise, number) and side in {None, one.side}
    )


def test_the_next_step_follows_and_the_last_leads_to_the_end() -> None:
    at = step("work").start
    assert next_step(timeline, at) == step("change").start
    assert next_step(timeline, timeline.steps[-1].start) == timeline.duration
    assert next_step(timeline, timeline.duration) == timeline.duration


def test_back_begins_the_step_again_first() -> None:
    work = step("work")
    assert previous_step(timeline, Ms(work.start + 5000), GRACE) == work.start
    assert previous_step(timeline, Ms(work.start + 2000), GRACE) == step("lead-in").start
    assert previous_step(timeline, Ms(500), GRACE) == 0


def test_exercises_are_gone_through_by_their_lead_ins() -> None:
    inside = Ms(step("work", number=2).start + 10_000)
    assert next_exercise(timeline, inside) == step("lead-in", "band-walk").start
    assert next_exercise(timeline, Ms(0)) == step("lead-in").start
    assert next_exercise(timeline, step("work", "squat").start) == timeline.steps[-1].start
    assert next_exercise(timeline, timeline.steps[-1].start) == timeline.duration
    assert previous_exercise(timeline, inside, GRACE) == step("lead-in").start
    assert previous_exercise(timeline, Ms(step("lead-in", "band-walk").start + 1000), GRACE) == step("lead-in").start
    assert previous_exercise(timeline, step("lead-in").start, GRACE) == 0
    assert previous_exercise(timeline, Ms(0)) == 0


@pytest.mark.parametrize(("kind", "side"), [("work", "left"), ("change", None), ("work", "right"), ("rest", None)])
def test_a_set_is_repeated_from_its_first_side_on(kind: str, side: str | None) -> None:
    inside = step(kind, side=side)
    assert set_start(timeline, Ms(inside.end - 100)) == step("work", side="left").start


def test_repeating_at_the_edges_of_a_session() -> None:
    lead_in = step("lead-in", "band-walk")
    assert set_start(timeline, Ms(lead_in.start + 3000)) == lead_in.start
    assert set_start(timeline, Ms(3000)) == 0
    assert set_start(timeline, timeline.duration) == step("work", "squat", 3).start


def test_a_set_ends_in_its_change_or_its_rest() -> None:
    assert set_end(timeline, step("work", side="left").start) == step("change").start
    assert set_end(timeline, step("work", side="right").start) == step("rest").start
    with pytest.raises(ChoiceError, match="no set to end"):
        set_end(timeline, step("rest").start)


def test_the_run_up_is_the_3_2_1() -> None:
    work = step("work")
    assert run_up(timeline, work.start) == work.start - 3100
    assert run_up(timeline, step("rest").start) == step("rest").start
    assert run_up(timeline, Ms(0)) == 0


def test_holds_are_before_the_3_2_1_and_at_the_end_of_other_rests() -> None:
    holds = hold_points(timeline)
    assert step("lead-in").end - 3100 in holds
    assert step("rest").end - 3100 in holds
    assert step("rest", number=3).end - 100 in holds
    assert len(holds) == 1 + 5 + 14


@given(sessions(), choices, st.sampled_from((usual, slow, erratic)))
def test_every_set_up_and_rest_has_one_hold_in_it(session: Session, chosen: Choices, speech: SpeechLength) -> None:
    result = laid(session, chosen, speech)
    waiting = result.steps("lead-in", "rest")
    holds = hold_points(result.timeline)
    assert len(holds) == len(waiting)
    for one, at in zip(waiting, holds, strict=True):
        assert one.start <= at < one.end
        lines = [event for event in events_of(result.timeline, one) if event.sound.channel is Channel.VOICE]
        assert not any(event.start < at < event.end for event in lines)
        assert result.timeline.steps[step_at(result.timeline, at)] == one
