"""Heads that are no names by themselves, such as muscles that are stretched: what is told below them decides."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.authoring.listed import exercises_in

STRETCHES = (
    ("Calves", "Stand at arm's length from a wall, one foot back. Keep that heel down."),
    ("Hamstrings", "Rest your heel on a stair and lean forward from the hips."),
    ("Hip Flexors", "Kneel on one knee and push your hips forward."),
    ("Quads", "Stand tall and pull your heel up behind you."),
)
HELD = "Hold for 30 seconds on each side."


def _each(join: Callable[[int, str, str], str], *, between: str = "\n\n", held: str = f" {HELD}") -> str:
    return between.join(join(at, name, f"{told}{held}") for at, (name, told) in enumerate(STRETCHES, 1))


LAYOUTS = {
    "headings": "# After the run\n\n" + _each(lambda _, name, told: f"## {name}\n\n{told}"),
    "bold": _each(lambda _, name, told: f"**{name}**\n{told}"),
    "bold with a colon": _each(lambda _, name, told: f"**{name}:** {told}"),
    "numbers": _each(lambda at, name, told: f"{at}. {name}\n{told}", between="\n"),
    "numbers with a dash": _each(lambda at, name, told: f"{at}. {name} - {told}", between="\n"),
    "bullets": _each(lambda _, name, told: f"• {name}\n{told}"),
    "lines": _each(lambda _, name, told: f"{name}\n{told}", between="\n"),
    "lines apart": _each(lambda _, name, told: f"{name}\n\n{told}"),
    "capitals": _each(lambda _, name, told: f"{name.upper()}\n\n{told}"),
    "colons": _each(lambda _, name, told: f"{name}:\n{told}"),
    "steps": _each(lambda _, name, told: f"{name}\n" + "\n".join(f"• {one}." for one in told.rstrip(".").split(". "))),
}
TITLES = ("", "Stretches after a run\n\n", "Stretches after a run\n\nRunners get tight in four places. Breathe.\n\n")


@pytest.mark.parametrize("title", TITLES, ids=["no title", "title", "introduction"])
@pytest.mark.parametrize("layout", LAYOUTS)
def test_muscles_above_how_they_are_stretched_are_exercises(layout: str, title: str) -> None:
    text = LAYOUTS[layout] if LAYOUTS[layout].startswith("#") else title + LAYOUTS[layout]
    found = exercises_in(text)
    assert [one["name"].lower().removesuffix(" stretch") for one in found] == [name.lower() for name, _ in STRETCHES]
    assert all((one["seconds"], one["sides"]) == ([30, 30], "each") for one in found)


def test_how_long_may_be_said_of_all_before_them() -> None:
    text = f"Stretches after a run\n\n{HELD.replace('Hold', 'Hold each stretch')}\n\n"
    found = exercises_in(text + _each(lambda _, name, told: f"{name}\n\n{told}", held=""))
    assert [(one["name"], one["seconds"]) for one in found] == [(name, [30, 30]) for name, _ in STRETCHES]


SHEET = """Exercises for a stiff back

Pelvic Tilt

Flatten your back into the bed. Hold 5 seconds. Repeat 10 times.

Prop Up on Elbows

Lie on your front and rest on your elbows. Hold 5 seconds. Repeat 4 times.

Dog and Cow

On all fours, round your back and hollow it again. Repeat 12 times.

Knee Rolls

Let both knees roll from side to side. Repeat 8 times.
"""


def test_what_is_told_as_exercises_beside_it_is_one_whatever_it_is_called() -> None:
    found = [(one["name"], one["reps"]) for one in exercises_in(SHEET)]
    assert found == [
        ("Pelvic Tilt", [10, 10]), ("Prop Up on Elbows", [4, 4]), ("Dog and Cow", [12, 12]), ("Knee Rolls", [8, 8])
    ]  # fmt: skip


PARTS = """Knee programme

Static squeeze of the thigh in long sitting with a towel
Aim
To wake up the muscle.
Instructions
Push the back of your knee into the towel.
Perform 3 sets of 8 repetitions, daily.

Knee bends in standing – holding on to a worktop
Aim
To get the legs strong.
Instructions
Bend your knees a little and straighten them.
Perform 3 sets of 8 repetitions, daily.

Calf raise
Aim
To get the calves strong.
Instructions
Rise on to your toes.
Perform 3 sets of 8 repetitions, daily.
"""


def test_a_name_of_many_words_above_the_same_labels_is_one() -> None:
    found = exercises_in(PARTS)
    assert [one["name"].split()[:2] for one in found] == [["Static", "squeeze"], ["Knee", "bends"], ["Calf", "raise"]]
    assert all((one["sets"], one["reps"]) == (3, [8, 8]) for one in found)


LISTED = """Plan

Hips

Hip circles 10 each way
Clam 2x15

Ankles

Calf raise 2x15
Heel drop 2x12
"""


def test_parts_of_the_body_above_exercises_stay_titles() -> None:
    assert [one["name"] for one in exercises_in(LISTED)] == ["Hip circles", "Clam", "Calf raise", "Heel drop"]
