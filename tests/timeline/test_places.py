from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.every_kind import EVERYTHING, SECTIONS, laid_kind
from tests.plan.laid import SpeechLength, erratic, glutes_laid, laid, slow, usual
from tests.plan.sessions import choices, sessions
from voicecoach.definitions.session import Session
from voicecoach.errors import ChoiceError
from voicecoach.plan.choices import Choices
from voicecoach.timeline.model import Channel, TimedStep, Timeline
from voicecoach.timeline.places import (
    WORKING,
    after_number,
    before_set,
    events_between,
    events_of,
    exercises_in,
    gap,
    hold_points,
    next_exercise,
    next_step,
    onwards,
    previous_exercise,
    previous_step,
    run_up,
    set_end,
    set_of,
    set_start,
    step_at,
    within_step,
)
from voicecoach.timeline.sayings import tone
from voicecoach.times import Ms

timeline = glutes_laid().timeline
GRACE = Ms(2000)
WAITING = {"lead-in", "rest"}
TICK = tone("tick")


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


def chapter(title: str) -> Ms:
    return next(one.start for one in timeline.chapters if one.title == title)


def test_exercises_are_gone_through_by_the_chapters_that_introduce_them() -> None:
    inside = Ms(step("work", number=2).start + 10_000)
    walk = chapter("Sideways band walk, set 1")
    assert step("rest", number=3).start < walk < step("lead-in", "band-walk").start
    assert next_exercise(timeline, inside) == walk
    assert next_exercise(timeline, Ms(0)) == chapter("Step ups, set 1") == step("lead-in").start
    assert next_exercise(timeline, step("work", "squat").start) == timeline.steps[-1].start
    assert next_exercise(timeline, timeline.steps[-1].start) == timeline.duration
    assert previous_exercise(timeline, inside, GRACE) == step("lead-in").start
    assert previous_exercise(timeline, Ms(walk + 1000), GRACE) == step("lead-in").start
    assert previous_exercise(timeline, step("lead-in").start, GRACE) == 0
    assert previous_exercise(timeline, Ms(0)) == 0


@pytest.mark.parametrize(("kind", "side"), [("work", "left"), ("change", None), ("work", "right"), ("rest", None)])
def test_a_set_is_repeated_from_its_first_side_on(kind: str, side: str | None) -> None:
    inside = step(kind, side=side)
    assert set_start(timeline, Ms(inside.end - 100)) == step("work", side="left").start


def test_repeating_at_the_edges_of_a_session() -> None:
    lead_in = step("lead-in", "band-walk")
    assert set_start(timeline, Ms(lead_in.start + 3000)) == chapter("Sideways band walk, set 1")
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
    assert step("lead-in", "band-walk").end - 3100 in holds
    assert len(holds) == len([one for one in timeline.steps if one.set == 1 and one.kind == "lead-in"]) + 11


@given(sessions(), choices, st.sampled_from((usual, slow, erratic)))
def test_every_set_up_and_rest_has_one_hold_in_it(session: Session, chosen: Choices, speech: SpeechLength) -> None:
    check_holds(laid(session, chosen, speech).timeline)


def check_holds(any_timeline: Timeline) -> None:
    """Before all work that has a rest or a lead-in before it, one hold, in silence and before the 3-2-1."""
    steps = any_timeline.steps
    before = [number for number, one in enumerate(steps[1:]) if one.kind in WORKING and steps[number].kind in WAITING]
    holds = hold_points(any_timeline)
    assert len(holds) == len(before)
    for number, at in zip(before, holds, strict=True):
        together = gap(any_timeline, number)
        start, end = steps[together[0]].start, steps[together[-1]].end
        assert start <= at < end
        events = events_between(any_timeline, start, end)
        assert not any(event.start < at < event.end for event in events if event.sound.channel is Channel.VOICE)
        assert not [event for event in events if event.role == "countdown" and event.sound.text == "tick"][3:]
        assert all(at <= event.start for event in events if event.sound == TICK and event.role == "countdown")
        if end < any_timeline.duration:
            assert at <= run_up(any_timeline, end) == at


@pytest.mark.parametrize("names", [(name,) for name in SECTIONS] + [EVERYTHING])
@pytest.mark.parametrize("speech", [usual, slow, erratic])
def test_every_kind_of_section_is_waited_for(names: tuple[str, ...], speech: SpeechLength) -> None:
    check_holds(laid_kind(*names, speech=speech).timeline)


def test_a_3_2_1_that_begins_in_the_rest_is_waited_for_there() -> None:
    grown = next(
        number for number, one in enumerate(timeline.steps) if one.kind == "lead-in" and one.exercise == "lunge"
    )
    assert timeline.steps[grown].end - timeline.steps[grown].start < 3000
    work = timeline.steps[grown + 1]
    assert run_up(timeline, work.start) == work.start - 3100 < timeline.steps[grown].start
    assert work.start - 3100 in hold_points(timeline)


# Other kinds of section


def starts(laid_out: Timeline) -> list[Ms]:
    """Where all exercises begin, one after the other."""
    found = [next_exercise(laid_out, Ms(0))]
    while found[-1] < laid_out.duration:
        found.append(next_exercise(laid_out, found[-1]))
    return found


def works(laid_out: Timeline) -> list[TimedStep]:
    return [one for one in laid_out.steps if one.kind in WORKING]


@pytest.mark.parametrize(
    ("name", "count"), [("superset", 6), ("intervals", 4), ("tabata", 1), ("emom", 4), ("emom-lists", 6), ("amrap", 1)]
)
def test_exercises_that_alternate_are_gone_through_one_by_one(name: str, count: int) -> None:
    laid_out = laid_kind(name).timeline
    assert len(starts(laid_out)) == count + 2  # the end of the session, and of the file
    ways = starts(laid_out)[:-1]
    assert [previous_exercise(laid_out, Ms(at + 1)) for at in ways] == ways


def test_a_list_that_follows_another_is_another_exercise() -> None:
    laid_out = laid_kind("amrap", "for-time").timeline
    assert len(starts(laid_out)) == 4


@pytest.mark.parametrize("name", SECTIONS)
def test_a_set_of_any_kind_begins_with_its_first_work(name: str) -> None:
    laid_out = laid_kind(name).timeline
    for one in works(laid_out):
        same = [other for other in works(laid_out) if set_of(other) == set_of(one)]
        near = [other for other in same if abs(other.start - one.start) < 30_000]
        assert set_start(laid_out, Ms(one.end - 1)) == near[0].start
        assert set_end(laid_out, one.start) == one.end


def test_sets_without_a_rest_between_them_are_told_apart() -> None:
    laid_out = laid_kind("run", "run").timeline
    for one in works(laid_out):
        assert set_start(laid_out, Ms(one.start + 5000)) == one.start
        assert run_up(laid_out, one.start) == (one.start if one.start != works(laid_out)[0].start else one.start - 3100)


def test_the_last_number_of_a_set_belongs_to_it() -> None:
    laid_out = laid_kind("superset").timeline
    row = next(one for one in works(laid_out) if one.exercise == "row")
    counted = [event for event in events_of(laid_out, row) if event.role == "count"]
    assert len(counted) == row.reps
    assert counted[-1].start == row.end
    assert counted[-1] not in events_of(laid_out, laid_out.steps[step_at(laid_out, row.end)])


def test_a_step_is_heard_by_itself_after_the_last_number() -> None:
    laid_out = laid_kind("straight").timeline
    work = works(laid_out)[0]
    last = events_of(laid_out, work)[-1]
    assert last.closing
    assert after_number(laid_out, work.end) == last.end
    assert after_number(laid_out, work.start) == work.start
    assert after_number(laid_out, Ms(0)) == 0
    done = next(event for event in laid_out.events if event.role == "done")
    assert last.end < done.start


@pytest.mark.parametrize("name", SECTIONS)
def test_on_the_way_to_work_its_3_2_1_is_heard_once(name: str) -> None:
    timeline = laid_kind(name).timeline
    for one, following in pairwise(timeline.steps):
        ticks = run_up(timeline, following.start)
        assert after_number(timeline, one.start) < onwards(timeline, one.start) <= after_number(timeline, one.end)
        if one.start < ticks < following.start:
            assert onwards(timeline, one.start) == ticks
            assert onwards(timeline, ticks) == after_number(timeline, following.start)
            assert onwards(timeline, ticks, waits=True) == ticks


@given(st.sampled_from(sorted(SECTIONS)), st.floats(0, 1), st.integers(-90_000, 90_000))
def test_seeking_within_a_step_never_leaves_it(name: str, share: float, by: int) -> None:
    timeline = laid_kind(name).timeline
    at = Ms(int(share * (timeline.duration - 1)))
    to = within_step(timeline, at, Ms(by))
    assert step_at(timeline, to) == step_at(timeline, at)
    assert (to - at) * by >= 0
    assert abs(to - at) <= abs(by)


@pytest.mark.parametrize("name", SECTIONS)
def test_what_leads_to_a_set_comes_before_it(name: str) -> None:
    timeline = laid_kind(name).timeline
    works = [number for number, one in enumerate(timeline.steps) if one.kind in WORKING]
    for number in works:
        to = before_set(timeline, timeline.steps[number].start)
        assert to <= timeline.steps[number].start
        led = timeline.steps[step_at(timeline, to)]
        assert led.kind not in WORKING or led.start == set_start(timeline, timeline.steps[number].start)


@pytest.mark.parametrize("name", SECTIONS)
def test_the_exercises_of_a_session_are_where_their_lead_in_begins(name: str) -> None:
    timeline = laid_kind(name).timeline
    found = list(exercises_in(timeline))
    assert [start for start, _ in found] == sorted(start for start, _ in found)
    assert found[0][1] == next(one for one in timeline.steps if one.kind in WORKING)
    assert all(start <= first.start for start, first in found)


def test_a_set_that_is_ended_while_sides_are_changed_is_over() -> None:
    change = step("change")
    end = set_end(timeline, Ms(change.start + 100))
    after = timeline.steps[step_at(timeline, end)]
    assert (after.kind, after.start) == ("rest", end)
