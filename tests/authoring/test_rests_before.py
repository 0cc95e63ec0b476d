"""A rest in a sentence before the next part of a run is that of neither part."""

from __future__ import annotations

import pytest

from tests.authoring.listed import exercises_in

FIRST = ["5 x 600 m with 90 seconds recovery.", "5 x 600 m at 5k pace with 90 seconds jog recovery."]
BETWEEN = [
    *("Rest 4 minutes, then", "Take 4 minutes, then", "Take a 4 minute break, then run", "After a 4 minute rest, run"),
    *(
        "After 4 minutes' rest,",
        "4 minutes rest, then",
        "Then rest for 4 minutes, then do",
        "Recover for 4 min and then",
    ),
]
PLACES = ["{}", "Main set\n\n{}", "Warm up with a 10 minute jog.\n\n{}\n\nCool down with a 5 minute jog."]


@pytest.mark.parametrize("first", FIRST)
@pytest.mark.parametrize("between", BETWEEN)
@pytest.mark.parametrize("place", PLACES)
def test_it_is_that_of_neither(first: str, between: str, place: str) -> None:
    found = exercises_in(place.format(f"{first} {between} 4 x 200 m with 60 seconds recovery."))
    runs = [(one["sets"], one["distance_m"], one["rest_s"]) for one in found if one["distance_m"]]
    assert runs == [(5, 600, 90), (4, 200, 60)]


@pytest.mark.parametrize(
    "said", ["Squats 3x10. Rest 60 seconds, then lunges 3x10.", "Squats 3x10. Rest 60 s, then 3x10 lunges."]
)
def test_the_rest_of_an_exercise_stays_its_own(said: str) -> None:
    assert exercises_in(said)[0]["rest_s"] == 60
