"""Loads beside sets, in the spellings that people use for the same."""

from __future__ import annotations

from itertools import product

import pytest

from tests.authoring.listed import exercises_in
from voicecoach.authoring.rules.amounts.facts import facts_of
from voicecoach.authoring.rules.amounts.parts import parts_of
from voicecoach.definitions.model import Sides

LOADS = {
    "20kg": "20 kg",
    "@ 20 kg": "20 kg",
    "(20kg)": "20 kg",
    "with a 20kg kettlebell": "20 kg",
    "50 lbs": "50 lb",
    "with 50 pounds": "50 lb",
    "@ 70%": "70 %",
    "at 70% of 1RM": "70 %",
    "@ 60-70%": "60 %",
    "@60-70% 1RM": "60 %",
    "@ 60-70 kg": "60 kg",
    "@ RPE 8": "RPE 8",
    "bodyweight": None,
}
LINES = ("Goblet squat 3x10 {}", "3x10 goblet squat {}", "Goblet squat - 3 sets of 10 {}", "Goblet squat: 3 x 10, {}")


@pytest.mark.parametrize(("load", "line"), list(product(LOADS, LINES)))
def test_it_is_read_and_the_sets_beside_it_too(load: str, line: str) -> None:
    squat, others = exercises_in(f"Legs\n\n{line.format(load)}\nPress-ups 3x12\n")
    assert (squat["name"].lower(), squat["sets"], squat["reps"]) == ("goblet squat", 3, [10, 10])
    assert squat["load"] == LOADS[load]
    assert (others["name"], others["sets"], others["load"]) == ("Press-ups", 3, None)


@pytest.mark.parametrize("line", ["Squats 4x7 @8", "Squats 4 x 7 @ 8"])
def test_a_small_number_behind_repetitions_is_the_effort(line: str) -> None:
    assert facts_of(parts_of(line)).load == "RPE 8"


@pytest.mark.parametrize("line", ["C&P 3x5/5", "C&P 3 x 5/5 with 16 kg"])
def test_the_same_number_twice_behind_sets_is_that_of_each_side(line: str) -> None:
    facts = facts_of(parts_of(line))
    assert (facts.sets, facts.reps, facts.sides) == ((3, 3), (5, 5), Sides.EACH)


@pytest.mark.parametrize("beside", ["@ 24kg/hand", "(24 kg per hand)", "with 24 kg in each hand"])
@pytest.mark.parametrize("sides", [None, Sides.EACH])
def test_a_load_for_each_hand_says_nothing_of_sides(beside: str, sides: Sides | None) -> None:
    facts = facts_of(parts_of(f"Lunge 3x8{' per leg' if sides else ''} {beside}"))
    assert (facts.sets, facts.reps, facts.load, facts.sides) == ((3, 3), (8, 8), "24 kg", sides)


HOW_HARD = {
    "RPE: 8/10": "RPE 8",
    "RPE 8/10": "RPE 8",
    "Target RPE: 7-8/10": "RPE 7",
    "RIR: 2": None,
    "RIR: 1-2": None,
    "Target RIR: 2": None,
    "Reps in reserve: 2": None,
    "Effort: 8/10": None,
    "Effort level: 8 out of 10": None,
    "Intensity: 7 out of 10": None,
}


@pytest.mark.parametrize(("told", "load"), HOW_HARD.items())
@pytest.mark.parametrize(
    "layout", ["{name}\n4 x 5\n{told}\n\n", "- {name}\n  - 4 x 5\n  - {told}\n", "{name} 4 x 5, {told}\n"]
)
def test_how_hard_it_is_is_no_exercise(layout: str, told: str, load: str | None) -> None:
    text = "".join(layout.format(name=name, told=told) for name in ("Squat", "Row"))
    found = [(one["name"], one["sets"], one["reps"], one["load"]) for one in exercises_in(text)]
    assert found == [("Squat", 4, [5, 5], load), ("Row", 4, [5, 5], load)]


@pytest.mark.parametrize("line", ["10/10 lunges\nPlank 30 s", "Squats 6/8/10\nPlank 30 s", "Rows 8/9/10\nPlank 30 s"])
def test_what_is_counted_up_to_ten_is_no_effort(line: str) -> None:
    first, plank = exercises_in(line)
    assert first["reps"] or first["each_set"]
    assert plank["seconds"] == [30, 30]
