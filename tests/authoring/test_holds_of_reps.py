"""How long each repetition is held, as sentences below an exercise say it, wherever its sets are stated."""

from __future__ import annotations

from itertools import product

import pytest

from tests.authoring.listed import exercises_in

HELD_S = {
    "Hold for a second at the top, then come down slowly.": 1,
    "Pause for a second or two at the bottom.": 1,
    "Pause for two seconds at the top of each rep.": 2,
    "Squeeze your glutes for 2 seconds at the top.": 2,
    "Hold at the top for 2 seconds before lowering.": 2,
    "Hold at the top for 2 seconds before you come back down.": 2,
    "Pause briefly for one second before you lower.": 1,
    "Keep it there for 5 seconds, then lower.": 5,
    "Stay at the top for 2 seconds.": 2,
    "Each repetition is held for 3 seconds.": 3,
    "Hold 2-3 seconds and lower slowly.": 2,
}
AROUND = (
    "Legs\n\nHip lifts: 3 x 10\n{}\n\nClamshells: 3 x 10\nLie on your side.\n",
    "Legs\n\nHip lifts\n3 sets of 10\n{}\n\nClamshells\n3 sets of 10\nLie on your side.\n",
    "Legs\n\nFor all exercises do 3 sets of 10.\n\nHip lifts\nLie on your back. {}\n\nClamshells\nLie on your side.\n",
    "Legs\n\nHip lifts\nLie on your back. {} Do 3 sets of 10.\n\nClamshells\nLie on your side. Do 3 sets of 10.\n",
    "Legs\n\nDo 3 sets of 10 of each.\n\nHip lifts\nLie on your back.\n{}\nBreathe.\n\nClamshells\nLie on your side.\n",
)


@pytest.mark.parametrize(("sentence", "around"), list(product(HELD_S, AROUND)))
def test_it_is_a_hold_of_each_repetition_and_no_exercise(sentence: str, around: str) -> None:
    lifts, shells = exercises_in(around.format(sentence))
    assert (lifts["sets"], lifts["reps"], lifts["seconds"], lifts["pause_s"]) == (3, [10, 10], None, HELD_S[sentence])
    assert (shells["sets"], shells["reps"], shells["pause_s"]) == (3, [10, 10], None)


def test_a_rest_between_sets_is_no_hold() -> None:
    (lifts,) = exercises_in("Legs\n\nHip lifts: 3 x 10\nPause for 3 seconds between sets.\n")
    assert lifts["pause_s"] is None


@pytest.mark.parametrize(
    ("steps", "amount", "reps", "hold_s"),
    [
        ("A. Turn to the left. Hold for 5 seconds.\n\nB. Repeat on the right side.", "Do 5 times on each side.", 5, 5),
        ("1. Turn left and hold for 4 seconds\n2. Turn to the right and hold again", "Do 3 on each side.", 3, 4),
        ("Step 1: Turn left and hold for 4 seconds\nStep 2: Go back", "Do 3 on each side.", 3, 4),
        ("Lift one foot.", "Hold the lift for 5 seconds and perform 4 on each side.", 4, 5),
        ("Pull your toes up.", "Hold each lift for 3 seconds and do 12.", 12, 3),
    ],
)
def test_steps_that_are_counted_tell_of_the_move_above_them(steps: str, amount: str, reps: int, hold_s: int) -> None:
    (one,) = exercises_in(f"Moves for the reading room\n\nHead turns\n\n{steps}\n\n{amount}\n")
    assert (one["name"], one["reps"], one["pause_s"]) == ("Head turns", [reps, reps], hold_s)
