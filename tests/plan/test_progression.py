from __future__ import annotations

from dataclasses import replace

import pytest

from tests.plan.laid import glutes
from voicecoach.definitions.amounts import Amount, Load, LoadUnit, Prescription, Unit
from voicecoach.definitions.session import SectionKind
from voicecoach.plan.choices import Choices
from voicecoach.plan.progression import amount_in_week, load_in_week, weeks_of
from voicecoach.plan.select import select

REPS = Prescription(start=Amount(8, 10), goal=Amount(12, 15))
HOLD = Prescription(start=Amount(30_000, 30_000, Unit.MS), goal=Amount(45_000, 45_000, Unit.MS))


def test_repetitions_build_evenly_rounded_half_up() -> None:
    amounts = [amount_in_week(REPS, week, 6) for week in range(1, 9)]
    assert [(one.low, one.high) for one in amounts] == [
        (8, 10), (9, 11), (10, 12), (10, 13), (11, 14), (12, 15), (12, 15), (12, 15)
    ]  # fmt: skip


def test_holds_build_in_whole_seconds() -> None:
    assert [amount_in_week(HOLD, week, 6).high // 1000 for week in range(1, 7)] == [30, 33, 36, 39, 42, 45]


def test_what_falls_between_is_rounded_to_the_nearest_second() -> None:
    hold = Prescription(start=Amount(30_000, 30_000, Unit.MS), goal=Amount(40_000, 41_000, Unit.MS))
    amounts = [amount_in_week(hold, week, 4) for week in (1, 2, 3, 4)]
    assert [(one.low // 1000, one.high // 1000) for one in amounts] == [(30, 30), (33, 34), (37, 37), (40, 41)]
    down = Prescription(start=Amount(12, 15), goal=Amount(3, 5))
    assert [amount_in_week(down, week, 4).high for week in (1, 2, 3, 4)] == [15, 12, 8, 5]


def test_a_half_is_rounded_up() -> None:
    halves = Prescription(start=Amount(1, 1), goal=Amount(2, 4))
    assert amount_in_week(halves, 2, 3) == Amount(2, 3)


@pytest.mark.parametrize("weeks", [0, 1])
def test_without_weeks_nothing_builds(weeks: int) -> None:
    assert amount_in_week(REPS, 1, weeks) == Amount(8, 10)


def test_a_week_past_the_last_is_the_last_with_a_note() -> None:
    workout = select(glutes(), Choices(week=9))
    assert (workout.week, workout.weeks) == (6, 6)
    assert workout.works[0].amount == Amount(12, 15)
    assert workout.notes == ("Week 9 is past the last: this is week 6, the last of the programme.",)


def test_weeks_come_from_the_session_or_from_what_builds() -> None:
    session = replace(glutes(), weeks=None)
    assert weeks_of(replace(session, weeks=4)) == 4
    assert weeks_of(replace(session, prescription=replace(REPS, weeks=9))) == 9


def test_an_item_that_prescribes_no_goal_builds_nothing() -> None:
    session = replace(glutes(), weeks=None)
    fixed = tuple(replace(item, prescription=Prescription(start=Amount(5, 5))) for item in session.items)
    section = replace(session.sections[0], exercises=fixed)
    assert weeks_of(replace(session, sections=(section,))) == 1


@pytest.mark.parametrize(("week", "kilos"), [(1, 20), (2, 22), (3, 24), (4, 26), (6, 30), (9, 30)])
def test_loads_build_evenly(week: int, kilos: float) -> None:
    assert load_in_week(Load(20, LoadUnit.KG, 30, 6), week, 3) == Load(kilos, LoadUnit.KG, weeks=6)


def test_loads_build_in_halves_over_the_weeks_of_the_session() -> None:
    assert [load_in_week(Load(10, LoadUnit.KG, 11), week, 4).start for week in (1, 2, 3, 4)] == [10, 10.5, 10.5, 11]
    assert load_in_week(Load(10, LoadUnit.KG, 11), 3, 1) == Load(10, LoadUnit.KG)
    assert load_in_week(Load(10, LoadUnit.KG), 3, 4) == Load(10, LoadUnit.KG)


def test_weeks_come_from_loads_too_but_not_from_amounts_of_intervals() -> None:
    session = replace(glutes(), weeks=None, prescription=Prescription(sets=3, start=Amount(8, 10)))
    building = replace(session.items[0], load=Load(10, LoadUnit.KG, 20, 9))
    plain = tuple(
        replace(item, prescription=Prescription(start=Amount(5, 5)), exercise=replace(item.exercise, prescription=REPS))
        for item in session.items
    )
    section = replace(session.sections[0], exercises=plain)
    assert weeks_of(replace(session, sections=(section,))) == 1
    assert weeks_of(replace(session, sections=(replace(section, exercises=(building,)),))) == 9
    goal = tuple(replace(item, prescription=replace(REPS, weeks=4)) for item in plain)
    assert weeks_of(replace(session, sections=(replace(section, exercises=goal),))) == 4
    by_clock = replace(section, exercises=goal, kind=SectionKind.INTERVALS)
    assert weeks_of(replace(session, sections=(by_clock,))) == 1


@pytest.mark.parametrize(("load", "weeks"), [(Load(10, LoadUnit.KG), 1), (Load(10, LoadUnit.KG, 20), 6), (None, 1)])
def test_only_a_load_that_builds_makes_weeks(load: Load | None, weeks: int) -> None:
    session = replace(glutes(), weeks=None)
    item = replace(session.items[0], load=load, prescription=Prescription(start=Amount(5, 5)))
    section = replace(session.sections[0], exercises=(item,))
    assert weeks_of(replace(session, sections=(section,))) == weeks


def test_a_load_may_build_in_the_prescription_or_at_the_exercise() -> None:
    session = replace(glutes(), weeks=None)
    building, fixed = Load(10, LoadUnit.KG, 20, 4), Load(10, LoadUnit.KG)
    five = Prescription(start=Amount(5, 5))
    plain = replace(session.items[0], prescription=five)
    for item, weeks in (
        (replace(plain, prescription=replace(five, load=building)), 4),
        (replace(plain, exercise=replace(plain.exercise, load=building)), 4),
        (replace(plain, prescription=replace(five, load=fixed), exercise=replace(plain.exercise, load=building)), 1),
    ):
        section = replace(session.sections[0], exercises=(item,))
        assert weeks_of(replace(session, sections=(section,))) == weeks


def test_two_weeks_lead_from_the_start_to_the_goal() -> None:
    assert [amount_in_week(REPS, week, 2) for week in (1, 2)] == [Amount(8, 10), Amount(12, 15)]
