"""What leads to a list: what is done before it, and what holds for all in it and nothing above."""

from __future__ import annotations

import pytest

from tests.authoring.listed import exercises_in

BEFORE = ("400 m row", "5 min bike", "10 jumping jacks")
LEADS = (
    "Complete 3 rounds of:",
    "Then do 3 rounds of:",
    "Now do 3 rounds of the following:",
    "Repeat the following 3 times:",
    "Do 3 sets of each of these:",
    "Then do 3 sets of each exercise:",
)


@pytest.mark.parametrize("before", BEFORE)
@pytest.mark.parametrize("lead", LEADS)
def test_what_leads_to_a_list_holds_for_nothing_above(before: str, lead: str) -> None:
    found = exercises_in(f"{before}\n\n{lead}\n\n- Squats\n- Lunges\n")
    assert found[0]["sets"] in (1, None)
    assert len(found) == 3


FIRST = (
    "Jog for 10 minutes, then do the following:",
    "Jog 10 minutes easy and then do these drills:",
    "After a 10 minute jog, go through these drills.",
    "We jog for 10 minutes and then go through this.",
    "Jog for 10 minutes, then perform each drill for 30 seconds:",
    "Jog for 10 minutes, then do 2 sets of each of these:",
)


@pytest.mark.parametrize("told", FIRST)
def test_what_is_done_first_is_an_exercise_and_holds_for_no_other(told: str) -> None:
    found = exercises_in(f"Before the race\n\n{told}\n\n- A-skips\n- B-skips\n- High knees\n")
    assert found[0].get("seconds") == [600, 600]
    assert len(found) == 4
    assert all(one.get("seconds") in (None, [30, 30]) for one in found[1:])
    assert found[0]["sets"] == 1


def test_what_a_paragraph_says_last_leads_to_the_list_below_it() -> None:
    found = exercises_in(
        "I paired lifting with the treadmill. Three sets of 10-12 reps of the following:\n\n* Rows\n* Dips\n"
    )
    assert [(one["name"], one["sets"], one["reps"]) for one in found] == [("Rows", 3, [10, 12]), ("Dips", 3, [10, 12])]


@pytest.mark.parametrize("behind", ["", " If you can't finish, drop the reps.", " Walk it off when you are done."])
@pytest.mark.parametrize("often", ["Repeat four times.", "Do this for 4 rounds."])
def test_how_often_all_above_is_done_stands_before_advice(often: str, behind: str) -> None:
    found = exercises_in(f"Core\n\n10 crunches\n10 leg raises\n30 sec plank\n\n{often}{behind}\n")
    assert [one["sets"] for one in found] == [None, None, None]


def test_a_long_break_parts_what_is_done_before_it_from_what_comes_next() -> None:
    found = exercises_in("Bench press 5x5\nPull-ups 5x5\n\nRest 10 minutes\n\nRows 3x10\nDips 3x8\n")
    assert [one.get("rest_s") for one in found] == [None] * 4
