"""Texts that call no exercise: one is what their sentences tell to do, if they say how long or how often."""

from __future__ import annotations

from inspect import cleandoc
from typing import Any

import pytest

from tests.authoring.listed import exercises_in
from voicecoach.errors import DefinitionError

LIFT = {"name": "Lift your heels", "reps": [20, 20]}
KNEE_UP = {
    "name": "Draw one knee up towards your chest with your hands",
    "sets": 3,
    "seconds": [20, 20],
    "sides": "each",
}


TOLD: list[tuple[str, dict[str, Any]]] = [
    (
        """Wait for the bus with your hands on a rail. Lift your heels as high as you can. Do this 20 times.""",
        LIFT,
    ),
    (
        """Calves get tight.

        Step 1

        Lift your heels as high as they go. Repeat this for twenty times.""",
        LIFT,
    ),
    (
        """Hello, I am Petra. What we want to do is lift your heels all the way up. You will do 20 of these.""",
        LIFT,
    ),
    (
        """Okay, this is Ben. You are going to lie on your back with both knees bent. What I want you to do is draw one
        knee up towards your chest with your hands, and you'll hold that for twenty seconds. You then lower it and do
        the other leg. You can do three of these on each side.""",
        KNEE_UP,
    ),
    (
        """All that you need is a chair. Sit tall. Now straighten one knee until the leg is level and hold it there for
        a second, then let it down slowly. You will do 10 to 12 repetitions with one leg and then 10 to 12 with the
        other. Do 2 to 3 sets in total and rest 2 minutes between each set.""",
        {"name": "Straighten one knee", "sets": 2, "reps": [10, 12], "sides": "each", "rest_s": 120, "pause_s": 1},
    ),
    (
        """My physio gave me one thing to do. I stand on the bad leg. Then I rise up on my toes and come down over
        three seconds. She wants me to do 3 sets of 15, with a minute of rest between the sets.""",
        {"name": "Rise up on my toes", "sets": 3, "reps": [15, 15], "rest_s": 60},
    ),
    (
        """Joanne shows a squat.

        (Works the legs)

        With your feet wide, squat until your thighs are level. Then push back up through your heels. Do 15 times.
        For more of a challenge, stay low and pulse 10 times.""",
        {"name": "squat", "reps": [15, 15]},
    ),
    (
        """The hip keeps the pelvis level.

        Duration: 3 sets, 12 reps (6 per side).

        1. Lie on your side.
        2. Keep your feet together and lift the upper knee.
        3. Return slowly.
        4. Repeat until all reps are done.
        """,
        {"name": "Lift the upper knee", "sets": 3, "reps": [6, 6], "sides": "each"},
    ),
    (
        """Hips need care.

        Enter clamshells.

        Duration: 3 sets, 10 reps.

        1. Lie on your side.
        2. Open the knees.
        """,
        {"name": "clamshells", "sets": 3, "reps": [10, 10]},
    ),
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_what_is_told_to_do_is_the_exercise(text: str, expected: dict[str, Any]) -> None:
    (found,) = exercises_in(cleandoc(text))
    assert {key: found.get(key) for key in expected} == expected


def test_what_is_told_behind_one_with_its_amount_is_another() -> None:
    found = exercises_in(
        "Spread your toes as wide as you can. Hold for three seconds and relax. Repeat eight times. "
        "Then curl your toes as if to pick up a pencil. Hold for three seconds. Repeat eight times on each foot."
    )
    assert [(one["name"], one["reps"], one["sides"]) for one in found] == [
        ("Spread your toes", [8, 8], None),
        ("Curl your toes", [8, 8], "each"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Preheat the oven. Stir the sauce for 5 minutes. Turn the meat over and hold it for 30 seconds. Repeat twice.",
        "Rest the ankle. Put ice on it for 15 minutes every 2 hours. Lift your leg when you sit.",
        "To stop a nosebleed, lean your head forward and pinch the nose. Hold for 10 minutes. Repeat up to twice.",
        "Rest your feet on the floor. Look away for 20 seconds every hour. Keep your elbows in.",
        "Place two fingers on your wrist. Count for 15 seconds and multiply by four. Do this 3 times.",
    ],
)
def test_what_moves_no_part_of_the_body_or_says_no_amount_is_none(text: str) -> None:
    with pytest.raises(DefinitionError):
        exercises_in(text)


@pytest.mark.parametrize("behind", [" - {} ", ": {}. ", " ({}) ", ", {}. ", ". {}. ", " – {} "])
@pytest.mark.parametrize("before", ["", "{}. "])
def test_a_name_with_its_amount_before_what_is_told_is_an_exercise(behind: str, before: str) -> None:
    told = (
        ("Sleeping Swan", "3 minutes", "From all fours slide one knee forward. Let the hips be heavy."),
        ("Melting Heart", "2 minutes", "Walk the hands forward from all fours. Soften the chest."),
        ("Dragonfly", "4 minutes", "Sit with the legs wide. Lean forward a little and stay."),
    )
    lines = [f"{before.format(at)}{name}{behind.format(long)}{how}" for at, (name, long, how) in enumerate(told, 1)]
    found = exercises_in("A slow evening\n\n" + "\n\n".join(lines) + "\n")
    assert [(one["name"], one["seconds"]) for one in found] == [
        ("Sleeping Swan", [180, 180]),
        ("Melting Heart", [120, 120]),
        ("Dragonfly", [240, 240]),
    ]


@pytest.mark.parametrize(
    ("sentence", "reps"),
    [
        ("Do 10 on one side, then 10 on the other.", [10, 10]),
        ("Do 10 to 12 repetitions with one leg and then 10 to 12 with the other.", [10, 12]),
        ("Do it ten times with one leg, and then with the other.", [10, 10]),
        ("Do 10 with the left leg before you switch to the right.", [10, 10]),
    ],
)
def test_the_same_number_with_one_leg_and_then_with_the_other_is_that_of_each(sentence: str, reps: list[int]) -> None:
    (found,) = exercises_in(f"Leg lifts\n\nLie on your back. {sentence}\n")
    assert (found["reps"], found["sides"]) == (reps, "each")
