from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.plan.laid import glutes, laid, laid_workout, tones_ms
from tests.plan.sessions import sessions
from voicecoach.definitions.session import Section, SectionKind, Session
from voicecoach.plan.bouts import working_ms
from voicecoach.plan.choices import Choices, Detail
from voicecoach.plan.fit import changes, first_that_fits, ladder
from voicecoach.plan.select import select
from voicecoach.plan.workout import Workout
from voicecoach.times import Ms


@pytest.fixture
def workout() -> Workout:
    return select(glutes(), Choices())


def shape(rung: Workout) -> tuple[int, int, int, int]:
    works = rung.works
    most = max(work.amount.high for work in works)
    return most, max(work.sets for work in works), max(work.rest for work in works), len(works)


def test_the_ladder_takes_repetitions_then_sets_then_rest_then_exercises(workout: Workout) -> None:
    shapes = [shape(rung) for rung in ladder(workout)]
    assert list(dict.fromkeys(shapes)) == [
        (10, 3, 30_000, 5), (8, 3, 30_000, 5), (8, 2, 30_000, 5), (8, 2, 25_000, 5), (8, 2, 20_000, 5),
        (8, 2, 20_000, 4), (8, 2, 20_000, 3), (8, 2, 20_000, 2), (8, 2, 20_000, 1)
    ]  # fmt: skip


def test_the_last_exercise_gives_way_first(workout: Workout) -> None:
    assert [work.amount.high for work in ladder(workout)[1].works] == [10, 10, 10, 10, 8]


def test_every_rung_is_shorter_in_work_and_rest(workout: Workout) -> None:
    lengths = [working_ms(rung) for rung in ladder(workout)]
    assert lengths == sorted(lengths, reverse=True)
    assert len(set(lengths)) == len(lengths)


def test_long_rests_come_down_from_a_minute_and_short_ones_stay() -> None:
    long, short = (ladder(select(glutes(), Choices(rest=Ms(rest)))) for rest in (90_000, 10_000))
    rests = dict.fromkeys(work.rest // 1000 for rung in long for work in rung.works)
    assert list(rests) == [90, 60, 55, 50, 45, 40, 35, 30, 25, 20]
    assert {work.rest for rung in short for work in rung.works} == {10_000}


def test_a_circuit_loses_whole_rounds(workout: Workout) -> None:
    circuit = replace(workout.sections[0], kind=SectionKind.CIRCUIT, round_rest=Ms(60_000))
    rungs = ladder(replace(workout, sections=(circuit,)))
    assert all(len({work.sets for work in rung.works}) == 1 for rung in rungs)
    assert "Rests of 20 s between rounds instead of 60 s." in changes(rungs[0], rungs[-1])


def test_what_was_changed_is_said(workout: Workout) -> None:
    rungs = ladder(workout)
    assert list(changes(rungs[0], rungs[1])) == ["Squats: 8 reps instead of 8–10 reps."]
    said = list(changes(rungs[0], rungs[-1]))
    assert said == [
        "Step ups: 8 reps instead of 8–10 reps, 2 sets instead of 3, rests of 20 s instead of 30 s.",
        "Left out: Sideways band walk, Hip lifts, Lunges, Squats.",
    ]


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


@given(sessions(), st.data())
def test_that_holds_for_any_session(session: Session, data: st.DataObject) -> None:
    rungs = ladder(select(session, Choices(unlimited=True)))[:25]
    lengths = {id(rung): laid_workout(rung, Choices()).timeline.duration for rung in rungs}
    limit = data.draw(st.sampled_from(sorted(lengths.values())))
    expected = next((rung for rung in rungs if lengths[id(rung)] <= limit), None)
    assert first_that_fits(rungs, limit, lambda rung: lengths[id(rung)]) is expected


@given(sessions())
def test_work_and_rest_are_what_the_steps_without_their_words_take(session: Session) -> None:
    chosen = Choices(detail=Detail.TONES, unlimited=True)
    result = laid(session, chosen, tones=dict.fromkeys(tones_ms(), Ms(10)))
    end = result.timeline.steps[-1]
    assert working_ms(result.workout) == end.start
