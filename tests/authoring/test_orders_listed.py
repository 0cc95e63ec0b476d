"""Orders below a title of several, with an amount that is stated once for each of them."""

from __future__ import annotations

import pytest

from tests.authoring.listed import exercises_in

TITLES = ["Neck stretches", "Hip exercises", "Standing moves", "Ankles"]
STATED = [
    " (hold each for 15 seconds):",
    " (15 seconds each):",
    ": hold each for 15 seconds.",
    " - 15 seconds each",
    "\nHold each stretch for 15 seconds.",
]
COUNTED = [
    " (10 reps each):",
    ": do each 10 times",
    ": repeat each one 10 times.",
    " x 10 each",
    "\nRepeat each 10 times.",
]
ORDERS = ["Tilt your head to the left", "Roll your shoulders backwards", "Reach your arms overhead"]


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize("stated", STATED + COUNTED)
@pytest.mark.parametrize("mark", ["", "- "])
def test_each_order_is_an_exercise_with_that_amount(title: str, stated: str, mark: str) -> None:
    made = exercises_in("Office breaks\n\n" + "\n".join([title + stated, *(f"{mark}{one}." for one in ORDERS)]))
    key, amount = ("seconds", [15, 15]) if stated in STATED else ("reps", [10, 10])
    assert [one.get(key) for one in made] == [amount] * 3


@pytest.mark.parametrize(
    "text",
    [
        "Calf stretch (30 seconds each side):\n- Stand facing a wall\n- Step one foot back\n- Lean forwards",
        "Calf stretches (hold each for 30 seconds)\nStand facing a wall.\nBend your front knee.\nLean into the wall.",
        "Side plank 3 x 20 s\n- Feet hip-width apart\n- Sit back\n- Stand tall",
        "Wrist (10 each way)\nMake a fist.\nCircle your wrist.\nOpen your hand.",
    ],
)
def test_steps_of_one_stay_one(text: str) -> None:
    assert len(exercises_in(f"Leg day\n\nBridge 10\n\n{text}")) == 2


def test_what_is_done_so_often_a_day_is_no_amount_of_each() -> None:
    made = exercises_in("Neck exercises 3 times each day\nTilt your head left.\nTilt your head right.\nNod 5 times.")
    assert not any(one.get("reps") == [3, 3] for one in made)


def test_lists_right_below_each_other_are_told_apart() -> None:
    necks, hips = ORDERS, ["Swing your leg forwards", "Circle your hips", "Lift your knee up"]
    lists = [("Neck stretches (15 seconds each):", necks), ("Hip moves (10 reps each):", hips)]
    lines = [line for title, orders in lists for line in (title, *(f"{one}." for one in orders))]
    text = "\n".join(["Office breaks", "", *lines])
    made = exercises_in(text)
    assert [one.get("seconds") for one in made] == [[15, 15]] * 3 + [None] * 3
    assert [one.get("reps") for one in made] == [None] * 3 + [[10, 10]] * 3


@pytest.mark.parametrize("stated", [" (hold each for 15 seconds):", ":\nHold each stretch for 15 seconds."])
def test_what_comes_behind_such_a_list_has_its_own_amount(stated: str) -> None:
    lines = [f"- {one}" for one in ORDERS]
    text = "\n".join(["Plan", "", f"Neck stretches{stated}", *lines, "", "Squat", "60 kg x 5", "60 kg x 5"])
    made = exercises_in(text)
    assert [(one["seconds"], one["reps"]) for one in made] == [([15, 15], None)] * 3 + [(None, [5, 5])]
