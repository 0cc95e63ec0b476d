"""What is said of scores beside how often a list is done, and on which days how much of each is."""

from __future__ import annotations

import pytest

from tests.authoring.listed import exercises_in
from voicecoach.authoring.importing import imported


def rounds(text: str) -> tuple[int | None, list[int | None]]:
    (section,) = imported(text.encode(), "session.txt").written.sections
    return section.rounds, [one.sets for one in section.exercises]


@pytest.mark.parametrize(
    "often",
    [
        "Repeat at least three times and keep a record of your time.",
        "130 repetitions in total. Repeat three times and note your time. Aim to improve it.",
        "Repeat 3 times and try to beat your time.",
        "That's 40 reps. Repeat 3 times, and write down how long it takes!",
        "40 reps in total. Do it 3 times through, and time yourself!",
        "Repeat 3-4 times and log your reps.",
        "Repeat three times. Record your time and try to beat it next week.",
    ],
)
def test_scores_take_nothing_from_how_often_a_list_is_done(often: str) -> None:
    assert rounds(f"- 11 squats\n- 9 dips\n\n{often}\n") == (3, [None, None])


@pytest.mark.parametrize(
    "told",
    [
        "Repeat this workout three times a week and keep a record.",
        "Aim to repeat at least twice this week.",
        "Keep a record of your time.",
    ],
)
def test_what_is_done_in_a_week_is_no_rounds(told: str) -> None:
    assert rounds(f"- 11 squats\n- 9 dips\n\n{told}\n") == (None, [1, 1])


def test_repetitions_of_one_exercise_stay_its_own() -> None:
    for told in ("Repeat ten times and try to keep the hips level.", "Repeat 10 times and then switch sides."):
        assert [one["reps"] for one in exercises_in(f"Bridge\nLift your hips. {told}\n")] == [[10, 10]]


@pytest.mark.parametrize(
    "told",
    [
        "ON RUN DAYS – before a run: 8 reps (each leg) of each\nON OTHER DAYS: 3 sets of 9 (each leg) of each",
        "Run days: 1 set of 9 of each (each side)\nOff days: 3 sets of 9 of each (each side)",
        "Other days: 3 x 9 of each (each side)\nBefore a run: 9 reps of each (each side)",
    ],
)
@pytest.mark.parametrize("layout", ["Squats\nSide lunges\nStep-ups", "- Squats\n- Side lunges\n- Step-ups"])
def test_of_several_days_those_with_most_sets_are_planned(told: str, layout: str) -> None:
    found = [(one["name"], one["sets"], one["reps"], one["sides"]) for one in exercises_in(f"{told}\n\n{layout}\n")]
    assert found == [(one, 3, [9, 9], "each") for one in ("Squats", "Side lunges", "Step-ups")]


@pytest.mark.parametrize("told", ["9 reps of each", "Before each run: 9 reps of each", "On rest days: 9 reps for each"])
@pytest.mark.parametrize("space", ["", "\n"])
def test_an_amount_of_each_is_of_all_below(told: str, space: str) -> None:
    found = exercises_in(f"{told}\n{space}Squats\nLunges\nRows\n")
    assert [(one["name"], one["reps"]) for one in found] == [(one, [9, 9]) for one in ("Squats", "Lunges", "Rows")]


def test_days_of_their_own_keep_their_amounts() -> None:
    text = "Upper body day: 3 x 8 of each\n- Rows\n- Press-ups\nLower body day: 3 x 12 of each\n- Squats\n- Lunges\n"
    assert [one["reps"] for one in exercises_in(text)] == [[8, 8], [8, 8], [12, 12], [12, 12]]
