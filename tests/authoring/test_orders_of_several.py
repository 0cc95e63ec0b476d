"""Orders that are exercises: below one sentence that says how often each is done, there and back, behind a position."""

from __future__ import annotations

import pytest

from tests.authoring.listed import exercises_in, sections_in

STATED = [
    *("Do each exercise 10 times.", "Repeat each exercise 10 times:", "Do each exercise 10 times. Stop if it hurts."),
    *("Do each exercise 10 times, three times a day.", "Do 10 repetitions of each exercise.", "10 repetitions each."),
    *("Try to do these exercises three times a day. Do each exercise 10 times.", "Do these exercises 10 times each."),
]
HEADS = ["Knee exercises\n", "# Knee exercises\n\n", "Exercises for your knee\n\n", "Lying down\n"]
ORDERS = ["Straighten your leg and hold for 5 seconds.", "Bend your knee as far as you can.", "Squeeze a cushion."]
JOINTS = ["\n", "\n\n", "\n- "]
BOTH_WAYS = [
    *("Bend and straighten your ankles", "Open and close your hand", "Raise and lower your heels"),
    *("Clench and release your fist", "Tighten and relax your buttocks", "Lift and lower your hips"),
]
OFTEN = [" 10 times.", " x 10", ", 10 times", "; repeat 10 times.", " (10 times)", ". Repeat 10 times.", " - 10 reps"]
POSITIONS = [
    *("Sitting in a chair", "In sitting", "From sitting", "Standing tall", "Standing behind a chair", "Kneeling up"),
    *("Lying on your side with knees bent", "Sitting upright", "Seated", "Standing with feet apart"),
]
ALIKE = [
    "1. {}\n2. {}\n3. {}",
    "- {}\n- {}\n- {}",
    "{}\n\n{}\n\n{}",
    "Exercise 1\n{}\n\nExercise 2\n{}\n\nExercise 3\n{}",
]
NONE = [
    "Clamshell\n\nDo each side 10 times.\n\nLie on your side with your knees bent.\n\nLift the top knee.\n\nLower it.",
    "Hip lift\n\nLie on your back.\nLift your hips.\nHold for 5 seconds.\n\nRepeat 10 times.",
]


@pytest.mark.parametrize("stated", STATED)
@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize("joint", JOINTS)
def test_orders_have_what_is_stated_above_for_each(stated: str, head: str, joint: str) -> None:
    found = exercises_in(f"{head}{stated}\n{joint}{joint.join(ORDERS)}")
    assert [one["name"] for one in found] == ["Straighten your leg", "Bend your knee", "Squeeze a cushion"]
    assert [one["reps"] for one in found] == [[10, 10]] * 3
    assert [one["pause_s"] for one in found] == [5, None, None]


def test_what_else_is_said_beside_it_is_read_for_itself() -> None:
    text = (
        "Sheet for the knee\n\nDo each exercise 10 times. Stop if it hurts. Rest for a minute between exercises.\n\n"
        "1. Sitting in a chair, straighten and bend your knee. Hold for 3 seconds.\n"
        "2. Lying on your back, tighten and relax your buttocks.\n3. Standing behind a chair, raise your heels.\n"
    )
    found = exercises_in(text)
    names = ["Straighten and bend your knee", "Tighten and relax your buttocks", "Raise your heels"]
    assert [(one["name"], one["reps"], one["rest_s"]) for one in found] == [(one, [10, 10], 60) for one in names]
    assert [one["pause_s"] for one in found] == [3, None, None]


@pytest.mark.parametrize("text", NONE)
def test_the_steps_of_one_exercise_are_one(text: str) -> None:
    assert len(exercises_in(text)) == 1


@pytest.mark.parametrize("often", OFTEN)
@pytest.mark.parametrize("alike", ALIKE[:3])
def test_there_and_back_is_one_order(often: str, alike: str) -> None:
    for three in (BOTH_WAYS[:3], BOTH_WAYS[3:]):
        found = exercises_in(alike.format(*(one + often for one in three)))
        assert [(one["name"], one["reps"]) for one in found] == [(one, [10, 10]) for one in three]


@pytest.mark.parametrize("position", POSITIONS)
@pytest.mark.parametrize("alike", ALIKE)
def test_a_position_calls_no_exercise(position: str, alike: str) -> None:
    orders = ["raise your heels", "turn your head to one side", "squeeze your shoulder blades together"]
    found = exercises_in(alike.format(*(f"{position}, {one}. Hold for 5 seconds. Repeat 10 times." for one in orders)))
    assert [(one["name"].lower(), one["reps"], one["pause_s"]) for one in found] == [
        (one, [10, 10], 5) for one in orders
    ]


def test_a_position_may_be_a_title() -> None:
    sections = sections_in("# Stretches\n\n## Sitting\n\n- Neck tilt 20 s\n\n## Standing\n\n- Calf stretch 20 s")
    assert [one["title"] for one in sections] == ["Sitting", "Standing"]


@pytest.mark.parametrize(
    "names",
    [
        ["Standing with feet together", "Standing with feet in tandem"],
        ["Kneeling on a bosu", "Standing on a bosu"],
        ["Tall kneeling", "Sitting upright"],
    ],
)
@pytest.mark.parametrize("amount", [" – 30 seconds", " 2 x 30 s"])
def test_a_position_with_its_own_time_is_an_exercise(names: list[str], amount: str) -> None:
    found = exercises_in("\n".join(f"{one}{amount}" for one in [*names, "Plank"]))
    assert [(one["name"], one["seconds"]) for one in found] == [(one, [30, 30]) for one in [*names, "Plank"]]


def test_what_one_brings_along_is_no_order() -> None:
    text = "Each exercise should be done 10 times.\n\nBring a towel.\n\nWear loose clothes.\n\nDrink water.\n\nSquats"
    assert [(one["name"], one["reps"]) for one in exercises_in(text)] == [("Squats", [10, 10])]
