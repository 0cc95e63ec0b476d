"""Sets that each have what is lifted, as lifters note them: behind the name, and a line each below it."""

from __future__ import annotations

from typing import Any

import pytest

from tests.authoring.listed import exercises_in


def first_of(text: str) -> dict[str, Any]:
    return exercises_in(text)[0]


def each_of(one: dict[str, Any]) -> list[int]:
    """How often each set has it."""
    return list(one["each_set"] or [one["reps"][0]] * (one["sets"] or 1))


@pytest.mark.parametrize(
    ("line", "each", "load"),
    [
        ("Press 62x1, 57x4,4,4, 52x5", [1, 4, 4, 4, 5], "62"),
        ("Front squat: 90x3, 80 3x4", [3, 4, 4, 4], "90"),
        ("Deadlift 140x3 then 120 2x5", [3, 5, 5], "140"),
        ("Bench press - 65 x 8, 8, 7", [8, 8, 7], "65"),
        ("Barbell row 72 6,6,5", [6, 6, 5], "72"),
        ("Back squat 185 5, 5, 4", [5, 5, 4], "185"),
        ("Dumbbell press: 22.5s x 9; 25s x 7; 30s x 5", [9, 7, 5], "22.5"),
        ("Incline DB press 40s x 9, 8, 8", [9, 8, 8], "40"),
        ("Box squat: 95 x 10; 135 x 8 (warm-up); 185 x 5", [10, 8, 5], "95"),
        ("Cable row 4x130, 4x130, 9x110", [4, 4, 9], "130"),
        ("Bench press 80x6, 60 for 9", [6, 9], "80"),
        ("Squat – bar x 9, 135 x 5, 185 x 3", [9, 5, 3], "135"),
        ("Snatch: 50 kg x 3,3,2; 55 kg x 1", [3, 3, 2, 1], "50 kg"),
        ("Rack pull (95 kg, 115 kg, 135 kg), singles", [1, 1, 1], "95 kg"),
        ("Bench press 70/75/80 doubles", [2, 2, 2], "70"),
        ("Dips +15x7, +7.5x9", [7, 9], "15"),
        ("Chin-ups +10 kg x 4, BW x 7", [4, 7], "10"),
    ],
)
def test_each_set_behind_what_is_lifted_is_one(line: str, each: list[int], load: str) -> None:
    one = first_of(f"{line}\nPlank 3 x 40 s\n")
    assert (one["sets"], each_of(one), one["load"]) == (len(each), each, load)


@pytest.mark.parametrize(
    "said", ["2 sets at 12 kg and 1 set at 10 kg, 9 reps", "1 set with 12 kg, the last 2 sets 10 kg. 9 reps"]
)
def test_sets_with_a_weight_each_are_counted_together(said: str) -> None:
    one = first_of(f"Hammer curl - {said}\nPlank 3 x 40 s\n")
    assert (one["sets"], one["reps"], one["load"]) == (3, [9, 9], "12 kg")


@pytest.mark.parametrize("sign", ["DROP", "drop set", "drop to"])
def test_what_a_set_goes_on_with_is_no_set_of_its_own(sign: str) -> None:
    one = first_of(f"Leg press 150x9, 170x7 {sign} 120x10 {sign} 90x14\nPlank 3 x 40 s\n")
    assert (one["sets"], each_of(one)) == (2, [9, 7])


@pytest.mark.parametrize(
    "line",
    [
        "Swim 400 x 4, 200 x 4",
        "Burpees 40 x 2, 30 x 1",
        "Dumbbell plank hold 20s x 3, 30s x 2",
        "KB swings 20s x 8, rest 10s",
        "Kick 4x100, 8x50",
        "Shuttle run 100 4, 5",
    ],
)
def test_what_is_covered_counted_or_held_is_no_weight(line: str) -> None:
    assert all(one["load"] is None for one in exercises_in(f"{line}\nRow 3x8\n"))


@pytest.mark.parametrize("day", ["Monday: ", "Monday - ", "Tue: ", ""])
def test_lifts_of_a_day_are_parted_by_a_stroke(day: str) -> None:
    press, bench = exercises_in(f"{day}Press 70x2, 65x4,4/ Close-grip bench press 85 3x5\n")
    assert (press["name"], each_of(press), press["load"]) == ("Press", [2, 4, 4], "70")
    assert (bench["name"], bench["sets"], bench["load"]) == ("Close-grip bench press", 3, "85")


@pytest.mark.parametrize("line", ["Split squat 3x8/Leg", "Split squat 3x8/ Side", "Split squat 3x8 / leg"])
def test_a_stroke_before_a_side_parts_nothing(line: str) -> None:
    (one,) = exercises_in(f"{line}\n")
    assert (one["sets"], one["reps"], one["sides"]) == (3, [8, 8], "each")


@pytest.mark.parametrize(
    ("lines", "each", "load"),
    [
        (("Bar: 10 reps", "40 kg: 8 reps", "55 kg: 6 reps"), [10, 8, 6], "40 kg"),
        (("Bar for a few", "95 for 9 reps", "135 for 3 sets of 7 reps"), [9, 7, 7, 7], "95"),
        (("50’s for 9 reps", "60’s for 7 reps", "70’s for 4 reps"), [9, 7, 4], "50"),
        (("135 for 5 reps", "185 plus 2 chains per side for 2 sets of 3 reps"), [5, 3, 3], "135"),
        (("5x 150lbs/68kg (warm up)", "4x 170lbs/77kg", "2x 180lbs/82kg"), [5, 4, 2], "150 lb"),
        (("60 kg: 1x5", "80 kg: 1x3", "Working weight: 1x1"), [5, 3, 1], "60 kg"),
        (("a few at 60", "100 lb x 9", "110 lb x 7"), [9, 7], "100 lb"),
        (("12 plates x 9", "12 plates x 7", "2 plates and 2 quarter plates x 5"), [9, 7, 5], None),
        (("70 x 9", "80 x 7 DROP 60 x 11 DROP 40 x 15"), [9, 7], "70"),
        (("90 lb x 9", "110 lb x 7, 7", "90 lb x 11 - 4 seconds down, 2 seconds hold"), [9, 7, 7, 11], "90 lb"),
    ],
)
def test_a_line_for_each_weight_is_a_set(lines: tuple[str, ...], each: list[int], load: str | None) -> None:
    one, row = exercises_in("\n".join(("Bench press", *lines, "", "Row 3x8\n")))
    assert (one["name"], one["sets"], each_of(one), one["load"]) == ("Bench press", len(each), each, load)
    assert one["sides"] is None
    assert row["name"] == "Row"


def test_weights_below_the_first_set_of_a_list_are_those_of_its_lift() -> None:
    one, press = exercises_in(
        "# Day\n\n- Empty bar squats: 1x9\n- 60 kg: 1x5\n- 80 kg: 1x2\n- Working weight: 1x1\n- Leg press: 3x9\n"
    )
    assert (one["sets"], each_of(one), one["load"]) == (4, [9, 5, 2, 1], "60 kg")
    assert press["sets"] == 3


def test_the_weights_of_later_sets_are_kept_as_they_are_written() -> None:
    (one,) = exercises_in("Bench press\n60 kg: 8 reps\n70 kg: 6 reps\n")
    assert any("70 kg" in note for note in one["notes"])


@pytest.mark.parametrize("pair", ["40kg/25kg", "60/40 kg"])
def test_mens_and_womens_weights_are_no_weight_in_two_units(pair: str) -> None:
    one = first_of(f"3 x 8 strict press, {pair}\n3 x 12 rows\n")
    assert (one["sets"], one["reps"]) == (3, [8, 8])


@pytest.mark.parametrize("line", ["Bench 92x2, 85x4,4/ Press 50 2x9", "Bench 92x2, 85x4,4 / Press 50 2x9"])
def test_a_lift_in_short_is_one_by_its_sets(line: str) -> None:
    bench, press = exercises_in(f"Thursday - {line}\n\nFriday - Squat 3x9\n")[:2]
    assert (bench["name"], each_of(bench)) == ("Bench", [2, 4, 4])
    assert (press["name"], press["sets"], press["reps"], press["load"]) == ("Press", 2, [9, 9], "50")


def test_the_same_number_twice_behind_a_weight_is_that_of_each_side() -> None:
    press, _ = exercises_in("Single-leg press\n90 x 14/14\n90 x 11/11\n\nRow 3x8\n")
    assert (press["sets"], each_of(press), press["load"], press["sides"]) == (2, [14, 11], "90", "each")


@pytest.mark.parametrize("said", ["1 giant drop-set", "1 drop set", "1 dropset", "1 long drop set to failure"])
def test_a_drop_set_is_counted(said: str) -> None:
    press, _ = exercises_in(f"Leg press: {said}\nRow 3x8\n")
    assert (press["sets"], press["reps"]) == (1, None)


@pytest.mark.parametrize(
    "sets",
    [
        "55 x 6\n65 x 5\n75 x 4",
        "- 55 x 6\n- 65 x 5\n- 75 x 4",
        "1. 55 x 6\n2. 65 x 5\n3. 75 x 4 (belt)",
        "- 55 x 6, rest 2 min\n- 65 x 5, rest 2 min\n- 75 x 4",
        "- 55 x 6 @rest: 90s\n- 65 x 5 @rest: 120s\n- 75 x 4",
    ],
)
def test_too_many_for_repetitions_is_a_weight_on_each_line(sets: str) -> None:
    one = first_of(f"## Front squat\n{sets}\n\n## Row\n45 x 8\n45 x 8")
    assert (one["name"], each_of(one), one["load"]) == ("Front squat", [6, 5, 4], "55")


@pytest.mark.parametrize("line", ["Front squat: 55x6, 65x5, 75x4", "Front squat 55 x 6; 65 x 5; 75 x 4"])
def test_too_many_for_repetitions_is_a_weight_in_a_line(line: str) -> None:
    one = first_of(f"{line}\nRow 45x8, 45x8")
    assert (each_of(one), one["load"]) == ([6, 5, 4], "55")


@pytest.mark.parametrize(
    "text",
    [
        "Squats 25 x 3\nPush-ups 15 x 3\nCrunches 35 x 3",
        "Squats\n25 x 3\n\nPush-ups\n15 x 3\n\nCrunches\n35 x 3",
        "Squats 25 x 3, push-ups 15 x 3\nCrunches 35 x 3",
        "| Exercise | How often |\n|---|---|\n| Squats | 25 x 3 |\n| Push-ups | 15 x 3 |\n| Crunches | 35 x 3 |",
    ],
)
def test_what_stands_before_few_sets_is_no_weight(text: str) -> None:
    found = [(one["sets"], one["reps"], one["load"]) for one in exercises_in(text)]
    assert found == [(3, [25, 25], None), (3, [15, 15], None), (3, [35, 35], None)]
