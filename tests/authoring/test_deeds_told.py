"""What is told right below a name is how it is done, though its words could call an exercise."""

from __future__ import annotations

from itertools import product

import pytest

from tests.authoring.listed import exercises_in

DEEDS = (
    "Sit back.",
    "Step forward.",
    "Lie down.",
    "Lift up.",
    "Reach up.",
    "Step up onto the box.",
    "Stretch out.",
    "Walk forward.",
    "Squat down.",
    "Jump up.",
    "Turn over.",
    "Plank position.",
)
BELOW = (
    "# Legs\n\n## Bridges\n\n{} 3 sets of 10.\n\n## Clamshells\n\nLie on your side. 3 sets of 10.\n",
    "Legs\n\nBridges\n{} 3 sets of 10.\n\nClamshells\nLie on your side. 3 sets of 10.\n",
    "# Legs\n\n## Bridges\n\n{} Keep your chin in. Do 3 sets of 10.\n\n## Clamshells\n\nLie down. Do 3 sets of 10.\n",
    "# Legs\n\n## Bridges\n\n{}\n\n3 sets of 10.\n\n## Clamshells\n\nLie on your side.\n\n3 sets of 10.\n",
    "Legs\n\n1. Bridges - {} 3 sets of 10.\n2. Clamshells - Lie on your side. 3 sets of 10.\n",
)


@pytest.mark.parametrize(("deed", "below"), list(product(DEEDS, BELOW)))
def test_it_is_how_the_exercise_is_done(deed: str, below: str) -> None:
    found = [(one["name"], one["sets"], one["reps"]) for one in exercises_in(below.format(deed))]
    assert found == [("Bridges", 3, [10, 10]), ("Clamshells", 3, [10, 10])]


@pytest.mark.parametrize("name", ["Side plank", "Plank with a reach"])
def test_another_exercise_below_a_title_that_has_its_word_is_one(name: str) -> None:
    found = exercises_in(f"# Core\n\n## Planks\n\n{name}. Stay long. 3 sets of 10.\n")
    assert [one["name"] for one in found] == [name]
