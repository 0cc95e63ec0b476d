"""Sides that are told of behind the steps of an exercise, in as many ways as people have."""

from __future__ import annotations

import pytest

from voicecoach.authoring.importing import imported
from voicecoach.definitions.model import Sides

STRETCH, POSE = "Step forward.\n@Hold for 25 seconds.", "Sit back.\n@Hold for 25 seconds."
PLACES = (
    f"Hips\n\nLunge stretch\n{STRETCH} {{}}\n\nChild pose\n{POSE}\n".replace("\n@", " "),
    f"Hips\n\nLunge stretch\n1. {STRETCH}\n3. {{}}\n\nChild pose\n1. {POSE}\n".replace("@", "2. "),
    f"## Lunge stretch\n\n- {STRETCH}\n\nYou should feel it. {{}}\n\n## Child pose\n\n- {POSE}\n".replace("@", "- "),
)


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(
    "told",
    [
        "It's a good idea to repeat these steps with your other leg.",
        "Then do the same thing with your left leg.",
        "Once you have finished, switch to the other side.",
        "Don't forget the other side!",
        "Make sure you do both legs.",
        "After that, it's the other leg's turn.",
        "Complete it on one side before switching.",
        "Try it on the other side too.",
        "Next, work your other leg in the same way.",
        "Follow the same steps for the other side.",
        "Repeat the whole sequence with the opposite leg.",
        "Repeat calmly for the other side.",
        "Swap so that the other foot is in front.",
        "Swap over and repeat.",
        "Be sure to do the other side, too.",
        "(And the other side.)",
    ],
)
def test_the_other_side_is_that_of_the_exercise_above(told: str, place: str) -> None:
    written = imported(place.format(told).encode(), "sheet.txt").written
    found = [one for section in written.sections for one in section.exercises]
    assert [(one.sides, one.seconds) for one in found] == [(Sides.EACH, (25, 25)), (None, (25, 25))]


@pytest.mark.parametrize(
    ("told", "sides"),
    [
        ("Take 8 side steps to the right. Then take 8 side steps to the left.", Sides.EACH),
        ("Make 6 circles to the left, then make 6 circles to the right.", Sides.EACH),
        ("Take 8 steps forwards. Then take 8 steps back.", None),
        ("Swap to the sofa if the chair is too hard.", None),
        ("Use the other arm to help.", None),
    ],
)
def test_as_many_to_the_left_as_to_the_right_are_of_each_side(told: str, sides: Sides | None) -> None:
    text = f"Side walk\nStand tall. {told}\n\nCalf raises\nLift your heels. Repeat 12 times.\n"
    found = [one for section in imported(text.encode(), "sheet.txt").written.sections for one in section.exercises]
    assert [(one.name, one.sides) for one in found] == [("Side walk", sides), ("Calf raises", None)]
