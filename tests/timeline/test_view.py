from __future__ import annotations

import json
from dataclasses import asdict, replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.every_kind import SECTIONS, laid_kind
from tests.plan.laid import SpeechLength, english, erratic, glutes_laid, laid, tiny, usual
from tests.plan.sessions import choices, sessions
from voicecoach.definitions.amounts import Amount, Tempo, Unit
from voicecoach.definitions.load import load_exercise
from voicecoach.definitions.session import Session
from voicecoach.plan.choices import Choices, Detail
from voicecoach.plan.workout import Work, WorkSection
from voicecoach.timeline.about import about_exercises
from voicecoach.timeline.model import TimedStep
from voicecoach.timeline.turns import Turn
from voicecoach.timeline.view import Move, Upcoming, View, view_at
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


def figure_of(name: str) -> str:
    """The name of an exercise's figure."""
    known = about[name].drawn
    assert known
    return known.name


def test_at_work_the_completed_repetitions_are_counted() -> None:
    start = step("work").start
    assert [seen(start + at).number for at in (0, 4999, 5000, 9999, 10_000, 50_000)] == [0, 0, 1, 1, 2, 10]
    assert seen(start).reps == 10


def test_the_last_repetition_is_seen_for_a_moment_at_the_end_of_its_set() -> None:
    work = step("work")
    last = next(event for event in timeline.events if event.closing and event.start == work.end)
    assert seen(work.end - 1).number == 9
    assert [(seen(at).kind, seen(at).number) for at in (work.end, last.end - 1)] == [("work", 10)] * 2
    assert seen(last.end).kind == "change"
    assert seen(work.end).set_progress == pytest.approx((work.end - work.start) / 108_000)


def test_the_phase_of_the_repetition_is_named_in_every_repetition() -> None:
    start = step("work", number=3).start
    assert [seen(start + at).doing for at in (0, 1999, 2000, 2999, 3000, 4999, 5000, 49_999)] == [
        *("Up", "Up", "Hold", "Hold"),
        *("Down", "Down", "Up", "Down"),
    ]


def test_the_phases_are_named_for_a_screen_that_leaves_room_for_each() -> None:
    assert seen(step("work").start + 2000).phases == ("Up", "Hold", "Down")
    assert seen(step("work").start + 2000).phase == "Hold"
    assert (seen(step("rest").start + 5000).phase, seen(step("rest").start + 5000).phases) == ("", ())


def test_each_tick_of_a_3_2_1_lights_up_for_a_moment() -> None:
    end = step("rest").end
    lit = [seen(at).tick for at in range(end - 3500, end + 500, 100)]
    assert lit == [0] * 5 + [3] * 3 + [0] * 7 + [2] * 3 + [0] * 7 + [1] * 3 + [0] * 12


def test_never_more_than_three_flashes_a_second() -> None:
    for name in SECTIONS:
        one = laid_kind(name)
        known = about_exercises(one.workout, english())
        lit = [bool(view_at(one.timeline, known, Ms(at)).tick) for at in range(0, one.timeline.duration, 100)]
        begins = [now and not before for before, now in pairwise(lit)]
        assert all(sum(begins[at : at + 10]) <= 3 for at in range(len(begins)))


def test_a_line_to_keep_in_mind_stays_though_others_are_said() -> None:
    work = step("work", number=2, side="left")
    lines = [event for event in timeline.events if work.start < event.start < work.end]
    call = next(event for event in lines if event.role == "call")
    cue = [event for event in lines if event.role == "cue" and event.start < call.start][-1]
    assert (seen(call.start).said, seen(call.start).cue) == (call.sound.text, cue.sound.text)


def test_what_is_next_in_parts() -> None:
    view = seen(step("rest", number=3).start + 2000)
    assert view.upcoming == Upcoming(
        title="Sideways band walk",
        turn=Turn("set", 1, 3),
        side="alternating",
        amount="10 reps",
        load="",
        entries=(),
        rest=Ms(0),
        is_other=True,
        figure=figure_of("band-walk"),
    )
    last = seen(step("work", side="right").start).upcoming
    assert last is not None
    assert (last.side, last.rest, last.is_other) == ("right", 30_000, False)
    assert seen(timeline.steps[-1].start + 2000).upcoming is None


def test_at_work_a_figure_moves_in_the_rhythm_of_the_phases() -> None:
    work = step("work", number=3)
    rhythm = (("up", Ms(2000)), ("hold", Ms(1000)), ("down", Ms(2000)))
    assert seen(work.start + 3000).move == Move(figure_of("step-up"), work.start, work.end, rhythm)
    assert seen(step("rest", number=3).start + 2000).move is None


def test_what_is_held_has_no_rhythm_and_what_has_no_figure_no_move() -> None:
    one = laid_kind("circuit")
    known = about_exercises(one.workout, english())
    start, end = one.steps("hold")[0].start, one.steps("hold")[0].end
    assert view_at(one.timeline, known, start).move is None
    with_figures = {name: replace(each, drawn=about["squat"].drawn) for name, each in known.items()}
    assert view_at(one.timeline, with_figures, start).move == Move(figure_of("squat"), start, end, ())


def test_a_movement_without_phases_is_one_and_what_is_held_in_it_is_time() -> None:
    work = next(work for work in result.workout.works if work.exercise.name == "squat")
    quick = replace(work, exercise=replace(work.exercise, phases=(), pace=Ms(1500)), tempo=None, pause=Ms(5000))
    both = replace(result.workout, sections=(WorkSection((quick,)),))
    assert about_exercises(both, english())["squat"].rhythm == (("", Ms(1500)), (None, Ms(5000)))


def test_what_nobody_counts_is_shown_at_the_pace_of_its_figure() -> None:
    squat = next(work for work in result.workout.works if work.exercise.name == "squat")
    run = load_exercise("easy-run")
    assert run.figure
    timed = replace(squat, exercise=run, amounts=(Amount(60_000, 60_000, Unit.MS),), tempo=None)
    counted = replace(squat, exercise=run, tempo=None)
    for work, length in ((timed, run.figure.pace), (counted, counted.movement_ms)):
        known = about_exercises(replace(result.workout, sections=(WorkSection((work,)),)), english())
        assert known["easy-run"].rhythm == (("", length),)


def test_an_exercise_in_two_ways_is_seen_as_it_is_done_in_each_section() -> None:
    work = next(work for work in result.workout.works if work.exercise.name == "squat")
    first, *_ = work.exercise.variations.values()
    slower = replace(work, variations=(first,), tempo=Tempo(Ms(5000), Ms(0), Ms(2000), Ms(0)))
    sections = (WorkSection((work,)), WorkSection((slower,), index=1))
    known = about_exercises(replace(result.workout, sections=sections), english())
    two = replace(timeline, steps=(step("work", "squat"), replace(step("work", "squat"), section=2)))
    plain, varied = (view_at(replace(two, steps=(one,)), known, one.start) for one in two.steps)
    assert (plain.title, varied.title) == ("Squats", first.title)
    assert plain.move
    assert varied.move
    assert (plain.move.rhythm[0], varied.move.rhythm[0]) == (("down", 3000), ("down", 5000))
    assert known["squat"].title == "Squats"


def test_a_view_is_plain_data() -> None:
    view = seen(step("rest", number=3).start + 2000)
    assert json.loads(json.dumps(asdict(view)))["upcoming"]["turn"] == {"what": "set", "number": 1, "of": 3}


@pytest.mark.parametrize(("kind", "doing"), [("rest", "Rest"), ("change", "Change sides"), ("lead-in", "Get ready")])
def test_the_seconds_to_go_are_those_of_the_3_2_1(kind: str, doing: str) -> None:
    end = step(kind).end
    views = [seen(end - before) for before in (7000, 3001, 3000, 2001, 2000, 1000, 1)]
    assert [view.number for view in views] == [7, 4, 3, 3, 2, 1, 1]
    assert {(view.doing, view.reps) for view in views} == {(doing, None)}


def test_a_hold_counts_down() -> None:
    without_band = glutes_laid(Choices(without=("band",)))
    hold = without_band.steps("hold")[0]
    view = view_at(without_band.timeline, about_exercises(without_band.workout, english()), Ms(hold.start + 10_000))
    assert (view.title, view.number, view.reps, view.doing) == ("Wall press", 20, None, "Hold")


def test_the_set_and_the_side() -> None:
    view = seen(step("work", number=2, side="left").start)
    assert (view.title, str(view.turn), view.side) == ("Step ups", "set 2 of 3", "left")


def test_the_last_line_stays_until_the_step_is_over() -> None:
    work = step("work")
    line = next(event for event in timeline.events if event.start > work.start and event.role == "cue")
    assert seen(line.start - 1).said == ""
    assert seen(line.start).said == line.sound.text
    assert seen(line.end + 500).said == line.sound.text
    assert seen(work.end).said == seen(work.end - 1).said != ""
    assert seen(work.end + 500).said == ""


@pytest.mark.parametrize(
    ("at", "following", "needs"),
    [
        (0, "Step ups, 10 reps, left", "a step, or a staircase"),
        (step("lead-in").start, "10 reps, left", "a step, or a staircase"),
        (step("work").start, "right side", ""),
        (step("change").start, "right side", ""),
        (step("work", side="right").start, "rest 30 s, then set 2 of 3, right", ""),
        (step("rest").start + 2000, "set 2 of 3, right", ""),
        (step("rest", number=3).start + 2000, "Sideways band walk, 10 reps, alternating", "a resistance band"),
        (step("work", "squat", 3).start, "the end", ""),
        (timeline.steps[-1].start + 2000, "", ""),
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
    if view.turn:
        assert 1 <= view.turn.number <= view.turn.of


def test_an_exercise_at_two_tempos_has_no_phases_to_name() -> None:
    usual_tempo, workout = about["squat"].phases, result.workout
    squat = next(work for work in workout.works if work.exercise.name == "squat")
    slower = replace(squat, tempo=Tempo(Ms(5000), Ms(0), Ms(2000), Ms(0)))
    both = replace(workout, sections=(*workout.sections, WorkSection((slower,))))
    assert usual_tempo == (("Down", Ms(3000)), ("Up", Ms(2000)))
    assert about_exercises(both, english())["squat"].phases == ()


def test_an_exercise_is_called_by_the_variation_that_is_done() -> None:
    workout = result.workout
    work = next(work for work in workout.works if work.exercise.name == "squat")
    [first, second, *_] = work.exercise.variations.values()

    def title(*works: Work) -> str:
        return about_exercises(replace(workout, sections=(WorkSection(works),)), english())["squat"].title

    assert title(work) == work.exercise.title
    assert title(replace(work, variations=(first,))) == first.title
    assert title(replace(work, variations=(first, second))) == work.exercise.title
    assert title(work, replace(work, variations=(first,)), work) == work.exercise.title


# Every kind of section


def views(name: str, *kinds: str) -> list[View]:
    """What is to be seen two seconds into each step of these kinds."""
    one = laid_kind(name)
    known = about_exercises(one.workout, english())
    return [view_at(one.timeline, known, Ms(at.start + 2000)) for at in one.steps(*kinds)]


@pytest.mark.parametrize(
    ("name", "turns"),
    [
        ("superset", ["round 1 of 3"] * 2 + ["round 2 of 3"] * 2 + ["round 3 of 3"] * 2),
        ("circuit", ["round 1 of 2"] * 4 + ["round 2 of 2"] * 4),
        ("intervals", ["round 1 of 2"] * 3 + ["round 2 of 2"] * 3),
        ("tabata", [f"interval {number} of 4" for number in (1, 2, 3, 4)]),
        ("once", [f"exercise {number} of 3" for number in (1, 2, 3)]),
        ("emom", [f"interval {number} of 4" for number in (1, 2, 3, 4)]),
        ("emom-lists", [f"round {number} of 4" for number in (1, 2, 2, 3, 4, 4)]),
        ("repeated", [f"round {number} of 3" for number in (1, 1, 2, 2, 3, 3)]),
        ("twice", ["set 1 of 2", "set 2 of 2"] * 2),
        ("amrap", ["None"]),
    ],
)
def test_sets_rounds_and_intervals_are_counted_as_people_do(name: str, turns: list[str]) -> None:
    assert [str(view.turn) for view in views(name, "work", "hold")] == turns


def test_a_lead_in_and_a_rest_belong_to_a_round() -> None:
    assert [str(view.turn) for view in views("superset", "lead-in")] == ["None", "round 1 of 3"]
    assert [str(view.turn) for view in views("superset", "rest")] == ["round 1 of 3", "round 2 of 3"]


def test_a_list_has_its_title_its_entries_and_the_time_left() -> None:
    (view,) = views("amrap", "work")
    assert (view.title, view.number, view.reps) == ("Squats + Lunges + Plank", 238, None)
    assert view.entries == ("10 Squats", "5 Lunges, alternating", "20 s Plank")
    assert view.doing == "Go"
    assert views("amrap", "lead-in")[1].next == "4 min"
    assert views("amrap", "lead-in")[1].doing == "Get ready"
    (view,) = views("for-time", "work")
    assert view.entries == ("3 rounds", "21, 15, 9 Burpees", "21, 15, 9 Squats")


def test_what_is_lifted_stands_beside_the_exercise() -> None:
    assert [view.title for view in views("superset", "work")][:2] == ["Squats", "Rows, 16 kg"]


def test_a_rest_shows_what_comes_next() -> None:
    assert [(view.title, view.next) for view in views("circuit", "rest")] == [
        ("Side plank", "Side plank, 12 s, left"),
        ("Lunges", "Lunges, 2 reps, alternating"),
        ("Lunges", "round 2 of 2, 3 reps, alternating"),
        ("Side plank", "Side plank, 12 s, right"),
        ("Lunges", "Lunges, 2 reps, alternating"),
    ]
    (first, second) = views("superset", "rest")
    assert (first.title, first.next) == ("Squats", "Squats, round 2 of 3, 5 reps")
    assert (second.next, second.needs) == ("Squats, round 3 of 3, 5 reps", "")


def test_other_amounts_are_announced() -> None:
    assert [view.next for view in views("pyramid", "rest")] == [
        *("set 2 of 3, 5 reps", "set 3 of 3, 3 reps", "Burpees, 4 reps", "set 2 of 3, 2 reps", "set 3 of 3, 30 s"),
    ]


def test_what_is_not_counted_has_a_target_and_the_time() -> None:
    squats, jacks, *_ = views("emom", "work")
    assert (squats.number, squats.reps, squats.target) == (1, 6, "")
    assert (jacks.number, jacks.reps, jacks.target) == (28, None, "8 reps")


@pytest.mark.parametrize("name", SECTIONS)
def test_there_is_something_to_see_in_every_kind(name: str) -> None:
    one = laid_kind(name)
    known = about_exercises(one.workout, english())
    for at in range(0, one.timeline.duration + 500, 500):
        view = view_at(one.timeline, known, Ms(at))
        assert view.doing
        assert 0 <= view.set_progress <= 1
        assert view.number >= 0
        assert view.number <= (view.reps or view.number)
        assert view.title or view.kind == "outro" or view.doing == "Welcome"


def test_a_last_tick_is_seen_long_enough_to_be_read() -> None:
    one = laid_kind("straight", detail=Detail.TONES)
    (work, *_) = one.steps("work")
    known = about_exercises(one.workout, english())
    seen_at = [view_at(one.timeline, known, Ms(work.end + at)) for at in (0, 599, 600)]
    assert [(view.kind, view.number) for view in seen_at][:2] == [("work", 4)] * 2
    assert seen_at[-1].kind == "rest"
