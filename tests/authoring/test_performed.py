"""Lists that say of each exercise that it is done, what is said of each before them, and what only tells of one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.authoring.listed import exercises_in

ORDERS = (
    ("Perform star jumps", "star jumps", "They get you warm. Land softly."),
    ("Hold a wall sit", "wall sit", "Lean on a wall as if you sat on a chair."),
    ("Do press-ups", "press-ups", "Lie on your front and push yourself up."),
    ("Carry out step-ups onto a stool", "step-ups onto a stool", "Put one foot on it and step up."),
    ("Try some squats", "squats", "Bend your knees as if to sit. Keep your heels down."),
)
INTRODUCTION = "There are five exercises, each done for 40 seconds with a 15 second rest in between.\n\n"


def _listed(join: Callable[[int, str, str], str], between: str = "\n") -> str:
    return between.join(join(at, order, told) for at, (order, _, told) in enumerate(ORDERS, 1))


LAYOUTS = {
    "numbers": _listed(lambda at, order, told: f"{at}. {order}. {told}"),
    "numbers that ran into the words": _listed(lambda at, order, told: f"{at}{order}. {told}"),
    "a line of its own": _listed(lambda at, order, told: f"{at}. {order}\n\n{told}", "\n\n"),
    "bullets": _listed(lambda _, order, told: f"• {order}. {told}"),
    "steps": _listed(lambda at, order, told: f"Step {at}: {order}. {told}"),
    "bold": _listed(lambda _, order, told: f"**{order}.** {told}", "\n\n"),
    "nothing else": _listed(lambda at, order, _: f"{at}. {order}"),
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_what_is_said_to_be_done_is_the_exercise(layout: str) -> None:
    found = exercises_in(INTRODUCTION + LAYOUTS[layout])
    assert [one["name"] for one in found] == [name for _, name, _ in ORDERS]
    assert all(one["seconds"] == [40, 40] for one in found)


STEPS = """Burpee
1. Do a squat
2. Jump into a plank
3. Do a press-up
4. Hold the plank
5. Do a jump

Crunch 3x12
"""


def test_steps_of_one_exercise_are_none_of_their_own() -> None:
    assert "press-up" not in [one["name"] for one in exercises_in(STEPS)]


@pytest.mark.parametrize(
    "line", ["Three rounds, 40 s each", "40 s each, three rounds", "Three rounds (40 s each)", "Do 3 rounds, 40 s each"]
)
@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_each_above_a_list_is_of_each_exercise_and_of_no_side(line: str, between: str) -> None:
    found = exercises_in(f"{line}{between}Goblet squat\nRow\nPress-up\n")
    assert [(one["seconds"], one["sides"]) for one in found] == [([40, 40], None)] * 3


@pytest.mark.parametrize("arrow", ["<-", "<--", "<–", "←"])
def test_what_an_arrow_points_back_from_is_no_part_of_a_name(arrow: str) -> None:
    found = exercises_in(f"3 rounds, 30 s each\n\nRow\nKB swing {arrow}this is a good film about the form.\nSquat\n")
    assert [one["name"] for one in found] == ["Row", "KB swing", "Squat"]


@pytest.mark.parametrize(
    ("name", "step", "amounts"),
    [
        (
            "Lateral leg swings",
            "Swing for 30 seconds on one leg and then switch sides and repeat.",
            ("seconds", [30, 30]),
        ),
        ("Ankle rocks", "Rock forwards 10 times on each side.", ("reps", [10, 10])),
        ("Glute bridge", "Bridge up 12 times.", ("reps", [12, 12])),
    ],
)
def test_a_step_that_begins_with_what_the_exercise_is_called_by_has_its_amount(
    name: str, step: str, amounts: tuple[str, list[int]]
) -> None:
    found = exercises_in(
        f"Mobility\n\n1. {name}\n\n• Take your time.\n\n• {step}\n\n2. Plank\n\n• Hold for 20 seconds.\n"
    )
    assert [one["name"] for one in found] == [name, "Plank"]
    assert found[0][amounts[0]] == amounts[1]


COUNTED = """Ten minutes

1. Door squat -- 2 minutes

Hold a towel that is tied to a door. Squat until your thighs are level. Rise again. Do a total of 20 repetitions.

2. Crunch -- 1 minute

Lie on your back and curl up.
"""


def test_a_counted_exercise_is_told_of_in_short_below_its_amount() -> None:
    assert [one["name"] for one in exercises_in(COUNTED)] == ["Door squat", "Crunch"]


TITLED = """Time for a break!

Desk Stretch:
Do you sit all day? Then these are for you.
1. Shoulder Rolls:
• Roll your shoulders back
2. Neck Rotations:
• Turn your head slowly
"""


def test_what_leads_to_a_counted_list_is_its_title() -> None:
    assert [one["name"] for one in exercises_in(TITLED)] == ["Shoulder Rolls", "Neck Rotations"]


POINTS = """A few things to bear in mind:

• Have a day off between runs.
• Walk with purpose.
• Don't be afraid to do a week again.

The plan

• Run 1 min, walk 90 s. Repeat eight times.
"""


def test_what_is_to_be_borne_in_mind_is_no_exercise() -> None:
    assert [one["name"].lower() for one in exercises_in(POINTS)] == ["run", "walk"]
