"""Orders that nobody calls, with how often on the line below or behind a stop, and what is counted along."""

from __future__ import annotations

import pytest

from voicecoach.authoring.importing import imported
from voicecoach.authoring.written import WrittenExercise

ORDERS = (("Stand behind a chair.", "Raise your heels slowly."), ("Lie on the bed.", "Pull your knee to your chest."))


def exercises(text: str) -> list[WrittenExercise]:
    return [one for section in imported(text.encode(), "sheet.txt").written.sections for one in section.exercises]


@pytest.mark.parametrize("title", ["", "Leg exercises\n\n"])
@pytest.mark.parametrize("between", [" ", "\n"])
@pytest.mark.parametrize("often", ["12 repetitions", "12 times", "x 12", "Repeat 12 times.", "(12 times)"])
@pytest.mark.parametrize("head", ["", "{}. ", "• ", "Exercise {}: "])
def test_orders_are_exercises_with_how_often_behind_them(head: str, often: str, between: str, title: str) -> None:
    parts = (head.format(at) + between.join((*told, often)) for at, told in enumerate(ORDERS, 1))
    found = exercises(title + "\n\n".join(parts) + "\n")
    assert [one.reps for one in found] == [(12, 12)] * 2
    assert [one.name for one in found] == ["Raise your heels", "Pull your knee to your chest"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Lie on your back. 12 glute bridges\nSit up tall. 12 shoulder presses\n",
            ["glute bridges", "shoulder presses"],
        ),
        (
            "Heel raises\n\nStand tall. Raise your heels.\nRepeat 12 times.\n\nKnee lifts\n\nLift a knee.\nDo 9.\n",
            ["Heel raises", "Knee lifts"],
        ),
        ("Plank\nLift your hips.\n30 seconds\n\nBridge\nLift your hips.\n40 seconds\n", ["Plank", "Bridge"]),
        ("Squats x 12\nKeep your chest up.\nLunges x 12\nKeep your knee behind your toes.\n", ["Squats", "Lunges"]),
    ],
)
def test_what_is_called_keeps_its_name(text: str, names: list[str]) -> None:
    assert [one.name for one in exercises(text)] == names


@pytest.mark.parametrize(
    ("above", "seconds"),
    [
        ("Straighten your knee until it pulls.\nHold 1 minute. Repeat with the other leg.", None),
        ("Move slowly.\nHold each for 30 seconds.", (30, 30)),
        ("Lift your chest and breathe.\n30 seconds each", (30, 30)),
    ],
)
def test_the_amount_of_an_order_is_none_of_what_is_called_below(above: str, seconds: tuple[int, int] | None) -> None:
    found = exercises(f"{above}\n\nPelvic tilt\n\nCat and camel\n")
    assert [(one.seconds, one.sides) for one in found] == [(seconds, None)] * 2


def test_how_it_is_done_may_stand_before_an_order() -> None:
    text = (
        "Pelvic floor exercises\n\n• Sit on a stool.\n"
        "• Slowly – tighten the muscles and hold for a count of 8. Do this 12 times.\n"
        "• Quickly – tighten and relax the muscles. Do this 12 times.\n"
    )
    assert [one.reps for one in exercises(text)] == [(12, 12)] * 2


@pytest.mark.parametrize(
    "counted",
    [
        "Count slowly to 6.",
        "Count up to six.",
        "Stay there, counting to 6.",
        "Count aloud to 6, then let go.",
        "Aim for a count of 6.",
        "Hold and count slowly up to 6.",
    ],
)
def test_so_far_as_is_counted_it_is_held(counted: str) -> None:
    (press,) = exercises(f"Heel press\nPush your heel down. {counted} Repeat 12 times.\n")
    assert (press.sets, press.reps, press.pause_s) == (1, (12, 12), 6)


@pytest.mark.parametrize(
    "counted",
    ["Lift as you count to 3, then lower as you count to 5.", "Count your breaths.", "Lower it to a count of 3."],
)
def test_how_slowly_it_is_moved_is_no_hold(counted: str) -> None:
    (press,) = exercises(f"Heel press\nPush your heel down. {counted} Repeat 12 times.\n")
    assert (press.sets, press.reps, press.pause_s) == (1, (12, 12), None)


def test_a_pose_that_is_counted_with_a_letter_has_its_own_name_in_brackets() -> None:
    text = "## Warrior I (Virabhadrasana I)\n\nStep back.\n\n## Tree pose (Vrikshasana)\n\nLift one foot.\n"
    assert [one.name.partition(" (")[0] for one in exercises(text)] == ["Warrior I", "Tree pose"]
