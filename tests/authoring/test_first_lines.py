"""A first line that is an exercise as those below it, and what repetitions are called behind a name."""

from __future__ import annotations

import pytest

from tests.authoring.listed import exercises_in, sections_in


@pytest.mark.parametrize(
    "amount",
    [
        "5 breaths",
        "for 5 breaths",
        "– 5 slow breaths",
        "(5 breaths)",
        "hold for 5 breaths",
        "5 breaths each side",
        "to failure",
        "AMRAP",
        "as many as you can",
        "as long as you can",
        "1 lap",
    ],
)
def test_a_first_line_with_an_amount_as_the_next_is_an_exercise(amount: str) -> None:
    made = exercises_in(f"Cat-cow {amount}\nBridge {amount}\nPlank {amount}")
    assert [one["name"] for one in made] == ["Cat-cow", "Bridge", "Plank"]


@pytest.mark.parametrize("title", ["Evening flow (20 minutes)", "Back care 5 ways", "Morning stretch", "Legs"])
def test_another_first_line_stays_the_title(title: str) -> None:
    assert [one["name"] for one in exercises_in(f"{title}\nBridge 10\nPlank 30 s")] == ["Bridge", "Plank"]


def test_amounts_of_the_same_kind_need_not_be_as_large() -> None:
    assert len(exercises_in("Cat-cow 5 breaths\nBridge 8 breaths\nPlank 10 breaths")) == 3


@pytest.mark.parametrize("unit", ["pulses", "kicks", "counts", "punches", "jumps", "steps", "lifts"])
def test_what_repetitions_are_called_behind_a_name(unit: str) -> None:
    made = exercises_in(f"Legs\n\nSquat 10\nFire hydrant 12 {unit}\nBridge 9 {unit} each side")
    assert [one.get("reps") for one in made] == [[10, 10], [12, 12], [9, 9]]
    assert made[1]["name"].startswith("Fire hydrant")


@pytest.mark.parametrize(
    ("line", "reps"),
    [
        ("Do 12 jumps", [12, 12]),
        ("Then 12 kicks", [12, 12]),
        ("Squats 15, then 12 pulses", [15, 15]),
    ],
)
def test_what_is_ordered_is_an_exercise_of_its_own(line: str, reps: list[int]) -> None:
    made = exercises_in(f"Legs\n\nPlank 30 s\n{line}\nBridge 10")
    assert made[1].get("reps") == reps


@pytest.mark.parametrize("line", ["Bench press 1 rep max", "Heart rate max", "VO2 max"])
def test_what_is_measured_is_not_done_to_the_end(line: str) -> None:
    made = exercises_in(f"Legs\n\nSquat 10\n{line}\nBridge 10")
    assert not any(one.get("open") for one in made)


def test_how_often_each_minute_is_how_often_in_an_emom() -> None:
    (swings,) = exercises_in("Swings EMOM 10 min, 12 per minute")
    assert swings["reps"] == [12, 12]
    assert not exercises_in("Row 5 min, 24 per minute")[0].get("reps")


def test_a_cap_is_that_of_what_is_done_for_time() -> None:
    (section,) = sections_in("Core\n100 crunches\n80 sit-ups\nTime cap 12 min\n")
    assert (section["kind"], section["cap_s"]) == ("for-time", 720)
    (section,) = sections_in("Legs\nSquat 3x10\nRow 3x8\nTime cap 40 min\n")
    assert section["kind"] == "straight-sets"


@pytest.mark.parametrize(
    "line",
    [
        "Plank 60 s max",
        "Band pull-apart 20 reps max",
        "Box jumps 5x3 height max",
        "Bike 20 min, resistance max",
        "Bench 5x5 near max",
        "Squat: work up to a daily max",
    ],
)
def test_the_most_of_something_is_not_as_many_as_possible(line: str) -> None:
    assert not any(one.get("open") for one in exercises_in(f"Legs\n\nBridge 10\n{line}\nRow 10"))


def test_max_alone_behind_what_is_counted_is_as_many_as_possible() -> None:
    assert [one.get("open") for one in exercises_in("Push-ups max\nDips max\nPlank max")] == [True] * 3


def test_no_line_of_such_a_list_is_lost() -> None:
    made = exercises_in("Wrist 10 circles each\nToes 20 taps each\nFront 10 kicks each\nSquats 10")
    assert len(made) == 4
    assert made[2]["reps"] == [10, 10]


def test_a_title_with_the_length_of_all_stays_one() -> None:
    made = exercises_in("Plank workout: 10 min\nPlank: 1 min\nSide plank: 1 min")
    assert [one["name"] for one in made] == ["Plank", "Side plank"]
