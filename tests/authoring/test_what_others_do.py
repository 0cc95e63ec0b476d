"""What other people do is none of what is written for all, as in `Beginners do two sets`."""

from __future__ import annotations

import pytest

from tests.authoring.listed import exercises_in, sections_in

WHO = ("Juniors", "Beginners", "Advanced athletes", "The under-15s", "First timers", "Those new to it", "My clients")
WHAT = ("do two sets", "take 2 minutes of rest", "may do 20 reps", "use 8 kg", "do three rounds", "run 2 km instead")
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
