"""Amounts as they are read."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.plan.one_exercise import PRESS
from voicecoach.definitions.amounts import Amount, Load, LoadUnit, Unit
from voicecoach.definitions.model import Sides
from voicecoach.definitions.session import SectionKind
from voicecoach.plan.shown import entry_text, how_text, sets_text, time_text, times_of, work_text
from voicecoach.plan.workout import Work, WorkSection
from voicecoach.times import Ms


def work(*amounts: Amount, **others: object) -> Work:
    return Work(PRESS, amounts or (Amount(8, 10),), Ms(0), Ms(5000), **others)  # type: ignore[arg-type]


def timed(seconds: float) -> Amount:
    return Amount(round(seconds * 1000), round(seconds * 1000), Unit.MS)


def reps(number: int) -> Amount:
    return Amount(number, number)


@pytest.mark.parametrize(
    ("length_ms", "text"),
    [
        (1500, "1.5 s"),
        (90_000, "90 s"),
        (119_900, "119.9 s"),
        (120_000, "2 min"),
        (150_000, "2:30 min"),
        (300_000, "5 min"),
    ],
)
def test_times(length_ms: int, text: str) -> None:
    assert time_text(Ms(length_ms)) == text


@pytest.mark.parametrize(
    ("amounts", "times", "text"),
    [
        ((Amount(8, 10),) * 3, 1, "3 × 8–10 reps"),
        ((Amount(8, 10),) * 3, 2, "6 × 8–10 reps"),
        ((reps(5), reps(8), reps(1)), 1, "5, 8, 1 reps"),
        ((reps(5), reps(8)), 2, "2 × (5, 8 reps)"),
        ((timed(30), timed(45)), 1, "30, 45 s"),
        ((reps(10), replace(timed(40), is_open=True)), 1, "10 reps, as many as possible in 40 s"),
        ((timed(300),), 1, "1 × 5 min"),
    ],
)
def test_all_sets(amounts: tuple[Amount, ...], times: int, text: str) -> None:
    assert sets_text(work(*amounts), times) == text


def test_a_distance_is_shown_rather_than_its_time() -> None:
    assert sets_text(work(timed(30), timed(30), distance_m=20)) == "2 × 20 m"
    opened = replace(timed(30), is_open=True)
    assert sets_text(work(opened, distance_m=20)) == "1 × as many as possible in 30 s"


def test_how_it_is_done() -> None:
    kick = replace(PRESS, sides=Sides.EACH, side_noun="leg")
    assert how_text(work()) == ""
    assert how_text(replace(work(load=Load(16, LoadUnit.KG)), exercise=kick)) == ", each leg with 16 kg"
    alternating = replace(PRESS, sides=Sides.ALTERNATING)
    assert how_text(replace(work(load=Load(8, LoadUnit.RPE)), exercise=alternating)) == ", alternating, RPE 8"
    assert how_text(work(pause=Ms(5000), load=Load(70, LoadUnit.PERCENT))) == ", 5 s hold each, 70 %"
    assert how_text(work(load=Load(45, LoadUnit.LB))) == " with 45 lb"


@pytest.mark.parametrize(
    ("kind", "others", "times", "text"),
    [
        (SectionKind.STRAIGHT_SETS, {"repeat": 2}, 2, "2 × 8–10 reps"),
        (SectionKind.CIRCUIT, {"rounds": 3}, 1, "1 × 8–10 reps"),
        (SectionKind.AMRAP, {"repeat": 2}, 2, "8–10 reps"),
        (SectionKind.FOR_TIME, {"rounds": 3, "repeat": 2}, 6, "6 × 8–10 reps"),
        (SectionKind.EMOM, {"rounds": 5, "repeat": 2}, 6, "6 × 8–10 reps"),
    ],
)
def test_what_an_entry_asks_for(kind: SectionKind, others: dict[str, int], times: int, text: str) -> None:
    section = WorkSection((work(), work()), kind, **others)  # type: ignore[arg-type]
    assert times_of(section, 0) == times
    assert work_text(section, 0) == text


def test_entries_of_an_emom_take_turns_and_share_intervals() -> None:
    three = WorkSection((work(), work(joined=True), work()), SectionKind.EMOM, rounds=5)
    assert [times_of(three, entry) for entry in range(3)] == [3, 3, 2]


def test_amounts_of_each_round_for_time_are_its_rounds() -> None:
    section = WorkSection((work(reps(21), reps(15), reps(9)),), SectionKind.FOR_TIME, rounds=3)
    assert work_text(section, 0) == "21, 15, 9 reps"


def test_an_entry_of_a_list() -> None:
    assert entry_text(work(reps(10))) == "10 Presses"
    assert entry_text(work(reps(1))) == "1 Presses"
    assert entry_text(work(timed(20))) == "20 s Presses"
    assert entry_text(work(reps(21), reps(15), reps(9))) == "21, 15, 9 Presses"
    assert entry_text(work(reps(21), reps(15))) == "21, 15 Presses"
