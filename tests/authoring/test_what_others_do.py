"""What other people do is none of what is written for all, as in `Beginners do two sets`."""

from __future__ import annotations

import pytest

from tests.authoring.listed import exercises_in, sections_in

WHO = ("Juniors", "Beginners", "Advanced athletes", "The under-15s", "First timers", "Younger players")
WHAT = (
    "do two sets",
    "take 2 minutes of rest",
    "may do 20 reps",
    "use 8 kg",
    "do 3 sets of 5 instead",
    "do another set",
)
PLACES = ("{said}.\n\nSquats 3x10\nLunges 3x10", "Squats 3x10\n{said}.\nLunges 3x10\n{said}.")


@pytest.mark.parametrize("who", WHO)
@pytest.mark.parametrize("what", WHAT)
@pytest.mark.parametrize("place", PLACES)
def test_what_others_do_changes_nothing(who: str, what: str, place: str) -> None:
    [section] = sections_in(place.format(said=f"{who} {what}"))
    found = [(one["name"], one["sets"], one["reps"], one["rest_s"], one["load"]) for one in section["exercises"]]
    assert found == [("Squats", 3, [10, 10], None, None), ("Lunges", 3, [10, 10], None, None)]
    assert not section["rounds"]


@pytest.mark.parametrize("text", ["Runners lunges 3x10", "Beginners\nSquats 3x10", "Juniors: squats 3x10"])
def test_who_it_is_for_is_told_still(text: str) -> None:
    assert [one["sets"] for one in exercises_in(text)] == [3]


@pytest.mark.parametrize(
    "text",
    [
        "Chair exercises\n\nOlder adults should do 10 repetitions of each exercise.\n\n1. Sit to stand\n2. Heel raises",
        "Beginners can do 3 rounds of the circuit.\n\n10 squats\n10 lunges",
        "Juniors run 4 x 200 m, 2 min rest\nJuniors do 3 x 10 squats",
    ],
)
def test_what_all_have_to_do_stays(text: str) -> None:
    assert len([one for one in exercises_in(text) if one["reps"] == [10, 10] or one["distance_m"]]) == 2
