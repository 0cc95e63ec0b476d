"""Paragraphs above exercises say several things: what is needed, what to warm up with, how much of all to do."""

from __future__ import annotations

from itertools import product

import pytest

from tests.authoring.listed import exercises_in

WARM_UPS = (
    "Warm up with five minutes of easy jogging first.",
    "Start with a 5 minute jog to warm up.",
    "Begin with a 5-minute easy jog.",
    "Warm up for 5 minutes with a light jog.",
    "Do 5 minutes of jogging as a warm-up.",
    "Before you start, jog gently for 5 minutes.",
    "Always warm up first with 5 minutes of light jogging.",
    "Make sure you warm up with a 5 minute jog before you begin.",
    "Get warm with a five minute jog.",
    "To warm up, jog on the spot for 5 minutes.",
)
AROUND = (
    "Legs\n\n{}\n\nSquats 3x10\nLunges 3x10\n",
    "Legs\n\nYou need a band and a step. {}\n\nSquats 3x10\nLunges 3x10\n",
    "Legs\n\n{} You need a band and a step.\n\nSquats 3x10\nLunges 3x10\n",
    "Legs\n\nFor runners. {} Do 3 sets of 10 of each exercise.\n\nSquats\nSit back.\n\nLunges\nStep forward.\n",
    "# Legs\n\n{}\n\n## Squats\n\nSit back. 3 sets of 10.\n\n## Lunges\n\nStep forward. 3 sets of 10.\n",
    "Legs\n\n- {}\n- Squats 3x10\n- Lunges 3x10\n",
)


@pytest.mark.parametrize(("sentence", "around"), list(product(WARM_UPS, AROUND)))
def test_a_warm_up_among_other_sentences_is_one(sentence: str, around: str) -> None:
    jog, squats, lunges = exercises_in(around.format(sentence))
    assert "jog" in jog["name"].lower()
    assert (jog["sets"], jog["seconds"], jog["reps"], jog["rest_s"]) == (1, [300, 300], None, None)
    assert [(one["name"], one["sets"], one["reps"]) for one in (squats, lunges)] == [
        ("Squats", 3, [10, 10]),
        ("Lunges", 3, [10, 10]),
    ]


def test_what_is_done_at_the_end_in_lengths_is_no_cool_down() -> None:
    found = exercises_in("Squats 3x10\n\nFinish with carries: walk 40 yards up the drive, walk back. Do 3 trips.\n")
    assert [one["name"] for one in found if "walk" in one["name"].lower()] == []
