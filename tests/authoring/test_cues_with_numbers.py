"""Sentences on how an exercise is done have numbers of their own: they name no exercise and change no amount."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest

from tests.authoring.listed import exercises_in

CUES = (
    "Keep your knees at 90 degrees.",
    "Count to three on the way down.",
    "Stand with your feet 10 cm apart.",
    "Lower for 3 seconds and come up in one.",
    "Take 3 seconds on the way down and 1 second on the way up.",
    "To make it harder, hold a 5 kg weight.",
    "Use a 12 inch step or a low chair.",
    "Breathe in for two counts and out for four.",
    "A study of 2015 found it to be the best one for runners.",
    "Once you can do 15 with good form, add weight.",
    "Step one leg about 2 feet behind you.",
    "Don't rush: one rep should take about four seconds.",
    "Stay low. Lift about 6 inches off the floor.",
)
AROUND = (
    "Legs\n\nHip lifts: 3 x 10\n{}\n\nClamshells: 3 x 10\nLie on your side.\n",
    "Legs\n\nHip lifts\n{}\n3 sets of 10\n\nClamshells\nLie on your side.\n3 sets of 10\n",
    "Legs\n\nFor all exercises do 3 sets of 10.\n\nHip lifts\nLie on your back. {}\n\nClamshells\nLie on your side.\n",
    "Legs\n\nHip lifts\nLie on your back. {} Do 3 sets of 10.\n\nClamshells\nLie on your side. Do 3 sets of 10.\n",
    "Legs\n\n1. Hip lifts - 3 sets of 10. Lie on your back. {}\n2. Clamshells - 3 sets of 10. Lie on your side.\n",
    "Legs\n\nDo 3 sets of 10 of each.\n\nHip lifts\nLie on your back.\n{}\nBreathe.\n\nClamshells\nLie on your side.\n",
    "Legs\n\nHip lifts - 3 x 10\n- Lie on your back.\n- {}\n\nClamshells - 3 x 10\n- Lie on your side.\n",
    "Legs\n\nHip lifts\n1. Lie down.\n2. {}\n3. Repeat 10 times. Do 3 sets.\n\nClamshells\n1. 3 sets of 10.\n",
)


def amounts(text: str) -> list[tuple[Any, ...]]:
    return [(one["name"], one["sets"], one["reps"], one["seconds"], one["load"]) for one in exercises_in(text)]


@pytest.mark.parametrize(("cue", "around"), list(product(CUES, AROUND)))
def test_it_stays_a_cue(cue: str, around: str) -> None:
    assert amounts(around.format(cue)) == [(name, 3, [10, 10], None, None) for name in ("Hip lifts", "Clamshells")]
