"""What is done once before rounds, on one line, is no part of them; and labels as `Notes` are no exercises."""

from __future__ import annotations

import pytest

from tests.authoring.listed import exercises_in, sections_in

JOINTS = (", then {r}", "; then {r}", ". Then {r}.", " followed by {r}", " + {r}", ", {r}", ", and then {r}")
ROUNDS = (
    "2 rounds of 10 air squats, 10 glute bridges and 5 inchworms",
    "2 rounds of: 10 air squats, 10 glute bridges, 5 inchworms",
    "2 x (10 air squats, 10 glute bridges, 5 inchworms)",
    "10 air squats, 10 glute bridges and 5 inchworms x 2 rounds",
)


@pytest.mark.parametrize("joint", JOINTS)
@pytest.mark.parametrize("rounds", ROUNDS)
@pytest.mark.parametrize("place", ["Warm up: {t}\n\nMain:\nBack squat 4x6", "Warm-up\n{t}\n\nStrength\nBack squat 4x6"])
def test_what_comes_before_rounds_is_done_once(joint: str, rounds: str, place: str) -> None:
    once, circuit, strength = sections_in(place.format(t="Jog 5 min" + joint.format(r=rounds)))
    assert (once["rounds"], [one["seconds"] for one in once["exercises"]]) == (None, [[300, 300]])
    assert (circuit["rounds"], len(circuit["exercises"]), len(strength["exercises"])) == (2, 3, 1)


@pytest.mark.parametrize(
    "text",
    [
        "3 rounds of 10 squats, 10 push-ups, 10 sit-ups",
        "3 rounds: 20 s plank, 10 squats, 10 lunges",
        "10 squats, 10 push-ups and 10 sit-ups x 3 rounds",
    ],
)
def test_rounds_alone_stay_whole(text: str) -> None:
    [circuit] = sections_in(f"Legs and core\n\n{text}")
    assert (circuit["rounds"], len(circuit["exercises"])) == (3, 3)


def test_the_repeats_of_a_run_are_read_as_before() -> None:
    found = sections_in("Track\n\n10 min easy, then 3 x (3 min hard, 2 min jog), 10 min easy")
    assert [(one["rounds"], len(one["exercises"])) for one in found] == [(None, 1), (3, 2), (None, 1)]


def test_a_single_line_is_read_likewise() -> None:
    once, circuit = sections_in("20 squats, then 3 rounds of 10 push-ups, 10 sit-ups")
    assert (once["rounds"], circuit["rounds"]) == (None, 3)
    assert [one["sets"] for one in circuit["exercises"]] == [None, None]


@pytest.mark.parametrize(
    "said",
    [
        "Do each move for one round, rest 1 minute and repeat for 4 rounds total",
        "Repeat until you have done 4 rounds",
        "Repeat 3 more times for 4 rounds total",
        "4 sets through",
    ],
)
@pytest.mark.parametrize("place", ["{s}.\n\n10 squats\n12 lunges\n8 dips", "10 squats\n12 lunges\n8 dips\n\n{s}."])
def test_how_many_rounds_it_is_in_all(said: str, place: str) -> None:
    [circuit] = sections_in(place.format(s=said))
    assert (circuit["rounds"], [one["sets"] for one in circuit["exercises"]]) == (4, [None] * 3)


@pytest.mark.parametrize("label", ["Notes", "Coach's note", "Bonus", "Important", "Options", "Result", "Key"])
@pytest.mark.parametrize(
    "said", ["rest 2-3 min on compounds, 60 sec on isolation", "about 45 minutes", "3 sets felt hard"]
)
def test_a_label_of_remarks_is_no_exercise(label: str, said: str) -> None:
    found = exercises_in(f"Squats 3x10\nLunges 3x10\n{label}: {said}")
    assert [(one["name"], one["sets"]) for one in found] == [("Squats", 3), ("Lunges", 3)]
