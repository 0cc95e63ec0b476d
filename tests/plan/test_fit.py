from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.plan.anything import COUNT, Example, anything, example
from tests.plan.laid import glutes, laid, laid_workout, tones_ms
from voicecoach.definitions.amounts import Amount, Unit
from voicecoach.definitions.session import Section, SectionKind, Session
from voicecoach.plan.choices import Choices, Detail
from voicecoach.plan.fit import amount_text, changes, first_that_fits, ladder
from voicecoach.plan.kinds import working_ms
from voicecoach.plan.select import select
from voicecoach.plan.workout import Workout
from voicecoach.times import GRID_MS, Ms


@pytest.fixture
def workout() -> Workout:
    return select(glutes(), Choices())


def shape(rung: Workout) -> tuple[int, int, int, int]:
    works = rung.works
    most = max(work.amount.high for work in works)
    return most, max(work.sets for work in works), max(work.rest for work in works), len(works)


def test_the_ladder_takes_low_ends_then_rests_then_sets_then_exercises(workout: Workout) -> None:
    shapes = list(dict.fromkeys(shape(rung) for rung in ladder(workout)))
    rests = [25_000, 20_000, 19_000, 18_000]
    assert shapes == [
        (10, 3, 30_000, 5),
        (8, 3, 30_000, 5),
        *((8, 3, rest, 5) for rest in rests),
        *((8, sets, 18_000, 5) for sets in (2, 1)),
        *((8, 1, 18_000, exercises) for exercises in (4, 3, 2, 1)),
    ]


def test_the_last_exercise_loses_a_set_first_and_one_from_the_middle_goes_first(workout: Workout) -> None:
    rungs = ladder(workout)
    sets = list(dict.fromkeys(tuple(work.sets for work in rung.works) for rung in rungs))
    assert sets[:3] == [(3, 3, 3, 3, 3), (3, 3, 3, 3, 2), (3, 3, 3, 2, 2)]
    names = list(dict.fromkeys(tuple(work.exercise.name for work in rung.works) for rung in rungs))
    assert names[1:3] == [("step-up", "band-walk", "lunge", "squat"), ("step-up", "band-walk", "squat")]


def test_every_rung_is_shorter_in_work_and_rest(workout: Workout) -> None:
    lengths = [working_ms(rung) for rung in ladder(workout)]
    assert lengths == sorted(lengths, reverse=True)
    assert len(set(lengths)) == len(lengths)


def test_work_of_ten_seconds_and_rests_of_five_stay() -> None:
    rungs = ladder(select(glutes(), Choices(rest=Ms(5000), without=("band",), hold=Amount(12_000, 12_000, Unit.MS))))
    assert {work.rest for rung in rungs for work in rung.works} == {5000}
    assert [work.amount.high for rung in rungs for work in rung.works if work.exercise.is_hold][-1] == 10_000


def test_rests_keep_so_many_per_cent_of_their_length() -> None:
    rungs = ladder(select(glutes(), Choices(rest=Ms(1_000_000), unlimited=True)))
    rests = list(dict.fromkeys(work.rest // 1000 for rung in rungs for work in rung.works))
    assert rests == [1000, 950, 900, 850, 800, 750, 700, 650, 600]


def test_a_circuit_loses_whole_rounds(workout: Workout) -> None:
    circuit = replace(workout.sections[0], kind=SectionKind.CIRCUIT, rounds=3, round_rest=Ms(60_000))
    rungs = ladder(replace(workout, sections=(circuit,)))
    assert all(len({work.sets for work in rung.works}) == 1 for rung in rungs)
    assert list(dict.fromkeys(rung.sections[0].rounds for rung in rungs)) == [3, 2, 1]
    two = next(rung for rung in rungs if rung.sections[0].rounds == 2)
    said = set(changes(rungs[0], two))
    assert {"Circuit: 2 rounds instead of 3.", "Rests of 35 s between rounds instead of 60 s."} <= said


def test_rounds_for_time_go_one_by_one(workout: Workout) -> None:
    for_time = replace(workout.sections[0], kind=SectionKind.FOR_TIME, rounds=3, limit=Ms(600_000))
    rungs = ladder(replace(workout, sections=(for_time,)))
    assert list(dict.fromkeys(rung.sections[0].rounds for rung in rungs)) == [3, 2, 1]
    assert all(len(rung.sections[0].works) == 5 for rung in rungs if rung.sections[0].rounds > 1)


def test_repeats_go_one_by_one(workout: Workout) -> None:
    rungs = ladder(replace(workout, sections=(replace(workout.sections[0], repeat=4),)))
    assert list(dict.fromkeys(rung.sections[0].repeat for rung in rungs)) == [4, 3, 2, 1]
    assert "Straight-sets: 1 round instead of 4." in changes(rungs[0], rungs[-1])


def test_an_emom_loses_whole_intervals(workout: Workout) -> None:
    emom = replace(workout.sections[0], kind=SectionKind.EMOM, rounds=10, limit=Ms(600_000))
    rungs = ladder(replace(workout, sections=(emom,)))
    assert list(dict.fromkeys(rung.sections[0].rounds for rung in rungs)) == [10, 9, 8, 7, 6]
    assert all(rung.sections[0].limit == rung.sections[0].rounds * 60_000 for rung in rungs)
    assert "EMOM: 6 intervals instead of 10." in changes(rungs[0], rungs[-1])


def test_an_amrap_gets_shorter_but_not_under_two_minutes_nor_longer(workout: Workout) -> None:
    for limit, limits in ((600_000, [10, 9, 8, 7, 6, 5, 4, 3, 2]), (120_000, [2]), (60_000, [1])):
        amrap = replace(workout.sections[0], kind=SectionKind.AMRAP, limit=Ms(limit))
        rungs = ladder(replace(workout, sections=(amrap,)))
        assert list(dict.fromkeys(rung.sections[0].limit // 60_000 for rung in rungs)) == limits
    for_time = replace(workout.sections[0], kind=SectionKind.FOR_TIME, limit=Ms(600_000))
    rungs = ladder(replace(workout, sections=(for_time,)))
    assert "For time: 2 min instead of 10 min." in changes(rungs[0], rungs[-1])


@pytest.mark.parametrize("title", ["Warm-up", "warm up", "Cool-down", "COOL DOWN"])
def test_the_warm_up_and_the_cool_down_are_never_touched(workout: Workout, title: str) -> None:
    around = replace(workout.sections[0], title=title, works=workout.works[:2])
    main = replace(workout.sections[0], index=1, works=workout.works[2:])
    for rung in ladder(replace(workout, sections=(around, main))):
        assert rung.sections[0] == around


def test_the_last_section_that_may_go_does(workout: Workout) -> None:
    sections = tuple(replace(workout.sections[0], index=n, works=(work,)) for n, work in enumerate(workout.works[:3]))
    left = [tuple(section.index for section in rung.sections) for rung in ladder(replace(workout, sections=sections))]
    assert list(dict.fromkeys(left)) == [(0, 1, 2), (0, 1), (0,)]


def test_what_was_changed_is_said(workout: Workout) -> None:
    rungs = ladder(workout)
    assert list(changes(rungs[0], rungs[1])) == ["5 exercises: 8 reps instead of 8–10 reps."]
    three = replace(workout, sections=(replace(workout.sections[0], works=workout.works[:3]),))
    assert list(changes(three, ladder(three)[1])) == [
        "Step ups, Sideways band walk, Hip lifts: 8 reps instead of 8–10 reps."
    ]
    assert list(changes(rungs[0], rungs[-1])) == [
        "Step ups: 8 reps instead of 8–10 reps, 1 set instead of 3, rests of 18 s instead of 30 s.",
        "Left out: Sideways band walk, Hip lifts, Lunges, Squats.",
    ]


@pytest.mark.parametrize(
    ("amount", "text"),
    [
        (Amount(1, 1), "1 rep"),
        (Amount(8, 10), "8–10 reps"),
        (Amount(30_000, 30_000, Unit.MS), "30 s"),
        (Amount(1000, 1000, Unit.MS), "1 s"),
        (Amount(60_000, 60_000, Unit.MS, is_open=True), "as many as possible in 60 s"),
        (Amount(60_000, 60_000, Unit.MS, is_open=True, least=5), "5+ in 60 s"),
    ],
)
def test_amounts_as_they_are_written(amount: Amount, text: str) -> None:
    assert amount_text(amount) == text


@pytest.mark.parametrize("limit_s", [100, 250, 400, 600, 700, 900, 1200, 1500, 1600, 1700, 2000])
def test_the_first_that_fits_is_found_though_words_make_some_rungs_longer(workout: Workout, limit_s: int) -> None:
    rungs = ladder(workout)

    def whole(rung: Workout) -> Ms:
        wobble = 2000 * (rungs.index(rung) % 3)  # the words of one rung may take longer than those of the one before
        return Ms(working_ms(rung) + 60_000 + 20_000 * len(rung.works) + wobble)

    asked: list[Workout] = []

    def counted(rung: Workout) -> Ms:
        asked.append(rung)
        return whole(rung)

    limit = Ms(limit_s * 1000)
    expected = next((rung for rung in rungs if whole(rung) <= limit), None)
    assert first_that_fits(rungs, limit, counted) == expected
    assert len(asked) <= 12


def circuits(draw_rounds: int, get_ready_s: int) -> Session:
    session = glutes()
    items = tuple(replace(item, lead_in=Ms(get_ready_s * 1000)) for item in session.items)
    section = Section(items, SectionKind.CIRCUIT, round_rest=Ms(45_000))
    return replace(session, sections=(section,), prescription=replace(session.prescription, sets=draw_rounds))


@pytest.mark.parametrize("session", [glutes(), circuits(3, 8), circuits(5, 1), circuits(4, 25)])
def test_no_more_is_taken_away_than_the_minutes_ask_for(session: Session) -> None:
    rungs = ladder(select(session, Choices()))
    lengths = {id(rung): laid_workout(rung, Choices()).timeline.duration for rung in rungs}
    for limit in {Ms(length + more) for length in lengths.values() for more in (-1, 0)}:
        expected = next((rung for rung in rungs if lengths[id(rung)] <= limit), None)
        assert first_that_fits(rungs, limit, lambda rung: lengths[id(rung)]) is expected


@settings(max_examples=20)
@given(anything, st.integers(0, 24))
def test_that_holds_for_any_session(one: Example, which: int) -> None:
    rungs = ladder(select(one.session, Choices(unlimited=True)))[:25]
    lengths = {id(rung): laid_workout(rung, Choices()).timeline.duration for rung in rungs}
    limit = sorted(lengths.values())[which % len(lengths)]
    expected = next((rung for rung in rungs if lengths[id(rung)] <= limit), None)
    assert first_that_fits(rungs, limit, lambda rung: lengths[id(rung)]) is expected


@given(anything)
def test_work_and_rest_are_what_the_steps_without_their_words_take_at_most(one: Example) -> None:
    chosen = Choices(detail=Detail.TONES, unlimited=True)
    result = laid(one.session, chosen, tones=dict.fromkeys(tones_ms(), Ms(10)))
    end = result.timeline.steps[-1]
    breaks = sum(piece.is_coached for piece in one.pieces)
    ready = sum(min(piece.gap, 20_000) for piece in one.pieces if piece.is_coached)
    assert end.start - GRID_MS * breaks <= working_ms(result.workout) <= end.start + ready
    if not any(piece.is_coached for piece in one.pieces[1:]):
        assert working_ms(result.workout) == end.start


def test_of_many_sessions_nothing_is_coached_but_the_beginning() -> None:
    sessions = [example(number) for number in range(COUNT)]
    assert sum(not any(piece.is_coached for piece in one.pieces[1:]) for one in sessions) > COUNT / 2
