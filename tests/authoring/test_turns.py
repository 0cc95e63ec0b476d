"""Rotations and cycles: of an arm or a leg they are its repetitions, of a list its rounds."""

from __future__ import annotations

import pytest

from voicecoach.authoring.rules.amounts.facts import Facts, facts_of
from voicecoach.authoring.rules.amounts.parts import parts_of


def facts(text: str) -> Facts:
    return facts_of(parts_of(text))


@pytest.mark.parametrize(
    "text",
    [
        "Arm circles - 9 rotations each direction",
        "Ankle circles, 9 rotations each way",
        "Bicycle crunches 9 cycles",
        "Shoulder circles x 9 rotations",
        "9 cycles each leg",
        "Thoracic rotations: 9",
        "Make 9 small circles each way.",
        "Continue until you have completed 9 reps.",
    ],
)
def test_of_an_exercise_they_are_repetitions(text: str) -> None:
    assert (facts(text).reps or facts(text).repeat, facts(text).rounds) == ((9, 9), None)


@pytest.mark.parametrize(
    "text",
    ["3 rotations of the circuit", "Complete 3 rotations", "Rotations: 3", "Circuit: 3 cycles", "Laps: 3, rest: 60 s"],
)
def test_of_all_they_are_rounds(text: str) -> None:
    assert (facts(text).rounds, facts(text).reps) == ((3, 3), None)


@pytest.mark.parametrize(
    ("text", "seconds"), [("Side Plank Rotations: 15 seconds per side", 15), ("Leg cycles: 20 sec", 20)]
)
def test_a_number_is_read_whole(text: str, seconds: int) -> None:
    assert (facts(text).seconds, facts(text).rounds) == ((seconds, seconds), None)


@pytest.mark.parametrize(
    "text",
    ["The first time you do Workout 2, go light.", "After that, move on to Phase 3.", "Start with level 1, and build."],
)
def test_the_number_of_a_part_counts_nothing(text: str) -> None:
    assert not facts(text).says_anything


def test_numbers_with_other_signs_between_are_no_chain() -> None:
    found = facts("Alternate the two, 8-10 reps of each exercise")
    assert (found.each_set, found.reps, found.sides) == ((), (8, 10), None)
    assert facts("21-15-9").each_set == (21, 15, 9)
