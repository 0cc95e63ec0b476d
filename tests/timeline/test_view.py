from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.plan.laid import SpeechLength, english, erratic, glutes_laid, laid, tiny, usual
from tests.plan.sessions import choices, sessions
from voicecoach.definitions.amounts import Tempo
from voicecoach.definitions.session import Session
from voicecoach.plan.choices import Choices
from voicecoach.plan.workout import WorkSection
from voicecoach.timeline.model import TimedStep
from voicecoach.timeline.view import View, about_exercises, view_at
from voicecoach.times import Ms

result = glutes_laid()
timeline = result.timeline
about = about_exercises(result.workout, english())


def step(kind: str, exercise: str = "step-up", number: int = 1, side: str | None = None) -> TimedStep:
    return next(
        one
        for one in timeline.steps
        if (one.kind, one.exercise, one.set) == (kind, exercise, number) and side in {None, one.side}
    )


def seen(at: int) -> View:
    return view_at(timeline, about, Ms(at))


def test_at_work_the_completed_repetitions_are_counted() -> None:
    start = step("work").start
    assert [seen(start + at).number for at in (0, 4999, 5000, 9999, 10_000, 49_900)] == [0, 0, 1, 1, 2, 10]
    assert seen(start).reps == 10


def test_the_phase_of_the_repetition_is_named_in_every_repetition() -> None:
    start = step("work", number=3).start
    assert [seen(start + at).doing for at in (0, 1999, 2000, 2999, 3000, 4999, 5000, 49_999)] == [
        *("Up", "Up", "Hold", "Hold"),
        *("Down", "Down", "Up", "Down"),
    ]


@pytest.mark.parametrize(("kind", "doing"), [("rest", "Rest"), ("change", "Change sides"), ("lead-in", "Get ready")])
def test_the_seconds_to_go_are_those_of_the_3_2_1(kind: str, doing: str) -> None:
    end = step(kind).end
    views = [seen(end - before) for before in (8000, 3001, 3000, 2001, 2000, 1000, 1)]
    assert [view.number for view in views] == [8, 4, 3, 3, 2, 1, 1]
    assert {(view.doing, view.reps) for view in views} == {(doing, None)}


def test_a_hold_counts_down() -> None:
    without_band = glutes_laid(Choices(without=("band",)))
    hold = without_band.steps("hold")[0]
    view = view_at(without_band.timeline, about_exercises(without_band.workout, english()), Ms(hold.start + 10_000))
    assert (view.title, view.number, view.reps, view.doing) == ("Wall press", 20, None, "Hold")


def test_the_set_and_the_side() -> None:
    view = seen(step("work", number=2, side="left").start)
    assert (view.title, view.set, view.sets, view.side) == ("Step ups", 2, 3, "left")


def test_the_last_line_stays_until_the_step_is_over() -> None:
    work = step("work")
    line = next(event for event in timeline.events if event.start > work.start and event.role == "cue")
    assert seen(line.start - 1).said == ""
    assert seen(line.start).said == line.sound.text
    assert seen(line.end + 500).said == line.sound.text
    assert seen(work.end).said == ""


@pytest.mark.parametrize(
    ("at", "following", "needs"),
    [
        (0, "Step ups, 10 reps", "a step that can't slip, such as the first or second stair"),
        (step("lead-in").start, "10 reps, left", "a step that can't slip, such as the first or second stair"),
        (step("work").start, "right side", ""),
        (step("change").start, "right side", ""),
        (step("work", side="right").start, "rest 30 s, then set 2 of 3, right", ""),
        (step("rest").start, "set 2 of 3, right", ""),
        (step("rest", number=3).start, "Sideways band walk, 10 reps", "a resistance band"),
        (step("work", "squat", 3).start, "the end", ""),
        (timeline.steps[-1].start, "", ""),
    ],
)
def test_what_is_next_and_what_it_needs(at: int, following: str, needs: str) -> None:
    view = seen(at)
    assert (view.next, view.needs) == (following, needs)


def test_the_progress_of_a_set_covers_both_sides() -> None:
    first, last = step("work"), step("work", side="right")
    assert seen(first.start).set_progress == 0
    assert seen((first.start + last.end) // 2).set_progress == 0.5
    assert seen(last.end - 1).set_progress > 0.99
    assert seen(timeline.duration // 2).session_progress == pytest.approx(0.5)
    assert seen(timeline.duration).left == 0


@given(sessions(), choices, st.sampled_from((usual, tiny, erratic)), st.floats(0, 1.01))
def test_there_is_something_to_see_at_any_time(
    session: Session, chosen: Choices, speech: SpeechLength, share: float
) -> None:
    any_session = laid(session, chosen, speech)
    at = Ms(int(share * any_session.timeline.duration))
    view = view_at(any_session.timeline, about_exercises(any_session.workout, english()), at)
    assert 0 <= view.set_progress <= 1
    assert 0 <= view.session_progress <= 1
    assert view.number >= 0
    assert view.doing
    assert view.left >= 0
    if view.set:
        works = [work for work in any_session.workout.works if work.exercise.title == view.title]
        assert view.sets in {work.sets for work in works}
        assert view.set <= view.sets


def test_an_exercise_at_two_tempos_has_no_phases_to_name() -> None:
    usual_tempo, workout = about["squat"].phases, result.workout
    squat = next(work for work in workout.works if work.exercise.name == "squat")
    slower = replace(squat, tempo=Tempo(Ms(5000), Ms(0), Ms(2000), Ms(0)))
    both = replace(workout, sections=(*workout.sections, WorkSection((slower,))))
    assert usual_tempo == (("Down", Ms(3000)), ("Up", Ms(2000)))
    assert about_exercises(both, english())["squat"].phases == ()
