"""Amounts that are said once of each of a list, warm-ups that are a list, how often or how long all of it goes on."""

from __future__ import annotations

import pytest

from tests.authoring.listed import exercises_in
from voicecoach.authoring.as_json import as_json
from voicecoach.authoring.importing import imported


def first_section(text: str) -> dict[str, object]:
    section: dict[str, object] = as_json(imported(text.encode(), "a.txt").written)["sections"][0]
    return section


@pytest.mark.parametrize(
    ("line", "amount"),
    [
        ("Do {} each of lunges, squats, push-ups and burpees.", "12"),
        ("{} each of lunges, squats, push-ups and burpees", "12"),
        ("Then {} reps each of: lunges, squats, push-ups, burpees.", "12"),
        ("Do {} seconds each of lunges, squats, push-ups and burpees.", "40"),
        ("{} seconds each of the lunges, squats, push-ups and burpees", "40"),
        ("Jog first. Do {} seconds each of lunges, squats, push-ups and burpees. Rest a minute.", "40"),
    ],
)
def test_what_is_said_of_each_of_a_list_is_of_all_of_them(line: str, amount: str) -> None:
    found = [one for one in exercises_in(f"Park\n\n{line.format(amount)}\n") if one["name"] != "Jog"]
    assert [one["name"] for one in found] == ["lunges", "squats", "push-ups", "burpees"]
    assert [one["reps"] or one["seconds"] for one in found] == [[int(amount), int(amount)]] * 4


def test_sets_of_each_of_a_list_are_of_all_of_them() -> None:
    found = exercises_in("Home\n\n3 sets of 10 each of bridges, clamshells and squats\n")
    assert [(one["sets"], one["reps"]) for one in found] == [(3, [10, 10])] * 3


@pytest.mark.parametrize("line", ["You need 2 each of bands, mats and balls.", "Do 5 each of these every day."])
def test_what_is_each_of_something_else_names_no_list(line: str) -> None:
    found = exercises_in(f"Home\n\nSquats 3x10\nDips 3x8\n{line}\n")
    assert [one["name"] for one in found] == ["Squats", "Dips"]


@pytest.mark.parametrize(
    "line",
    [
        "Perform each exercise for 1 minute, 4 rounds, resting 90 seconds after each round.",
        "Do each move for 1 minute. 4 rounds, with 90 seconds rest between rounds.",
        "4 rounds, 1 minute at each station, 90 seconds rest between rounds:",
        "Spend 1 minute at each station, rest 90 seconds after each round, 4 rounds.",
        "4 rounds: 1 min each exercise, then rest 90 seconds at the end of each round.",
    ],
)
def test_a_rest_after_each_round_leaves_the_time_of_each(line: str) -> None:
    section = first_section(f"Circuit\n\n{line}\n\nLunges\nPush-ups\nRows\n")
    found = exercises_in(f"Circuit\n\n{line}\n\nLunges\nPush-ups\nRows\n")
    assert (section["rounds"], section["round_rest_s"]) == (4, 90)
    assert [one["name"] for one in found] == ["Lunges", "Push-ups", "Rows"]
    assert [one["seconds"] for one in found] == [[60, 60]] * 3


def test_how_long_each_round_takes_is_no_time_of_an_exercise() -> None:
    found = exercises_in("Circuit\n\n3 rounds, 5 minutes each round\n\nLunges\nPush-ups\nRows\n")
    assert [one["seconds"] for one in found] == [None] * 3


@pytest.mark.parametrize(
    "line",
    [
        "5 minute warm-up: high knees, butt kicks, leg swings",
        "5 min warm up - high knees, butt kicks, leg swings",
        "5 minute warmup; high knees, butt kicks, leg swings",
        "5 minutes warm up (high knees, butt kicks, leg swings)",
        "5 min warm-up with high knees, butt kicks, leg swings",
        "5 min cool down: high knees, butt kicks, leg swings",
    ],
)
def test_a_leg_that_is_a_list_has_the_length_of_all_of_it(line: str) -> None:
    found = exercises_in(f"Park\n\n{line}\n\nMain part\n\nSquats 3x10\nDips 3x8\n")
    assert [(one["name"], one["seconds"]) for one in found[:3]] == [
        ("high knees", None),
        ("butt kicks", None),
        ("leg swings", None),
    ]


@pytest.mark.parametrize("line", ["5 min warm up: easy jog", "5 minute warm-up jog", "5 min warm-up, then stretch"])
def test_a_leg_with_one_thing_in_it_keeps_its_length(line: str) -> None:
    assert exercises_in(f"Park\n\n{line}\n\nSquats 3x10\nDips 3x8\n")[0]["seconds"] == [300, 300]


@pytest.mark.parametrize("sign", ["--", "---", "-", "–"])
def test_rests_behind_any_dash_are_rests(sign: str) -> None:
    text = "Circuit\n\nSquats {0} 50 seconds\nRest {0} 25 seconds\nRows {0} 50 seconds\nRest {0} 25 seconds\n"
    found = exercises_in(text.format(sign))
    assert [(one["name"], one["seconds"], one["rest_s"]) for one in found] == [
        ("Squats", [50, 50], 25),
        ("Rows", [50, 50], 25),
    ]


@pytest.mark.parametrize("title", ["E4MOM for 6 rounds:", "E4MOM x 6 rounds", "Every 4 minutes for 6 rounds:"])
def test_every_few_minutes_goes_round_so_often(title: str) -> None:
    section = first_section(f"{title}\n200 m run\n12 burpees\n")
    assert (section["kind"], section["rounds"], section["every_s"], section["minutes"]) == ("emom", 6, 240, None)


@pytest.mark.parametrize(
    "line",
    [
        "As many rounds as you can in 14 mins of 6 squats, 9 push-ups and 12 sit-ups.",
        "As many rounds as possible in 14 minutes of 6 squats, 9 push-ups, 12 sit-ups",
        "Do as many rounds as possible in 14 minutes of: 6 squats, 9 push-ups, 12 sit-ups",
    ],
)
def test_as_many_rounds_of_a_list_on_its_line(line: str) -> None:
    section = first_section(f"Friday\n\n{line}\n")
    assert (section["kind"], section["minutes"]) == ("amrap", 14)
    assert [one["reps"] for one in exercises_in(f"Friday\n\n{line}\n")] == [[6, 6], [9, 9], [12, 12]]


@pytest.mark.parametrize(
    "line",
    [
        "Walk briskly for 5 minutes, then do two repetitions of the following:",
        "Brisk five-minute walk, then do 2 rounds of:",
        "5 minute brisk walk, then do the following 2 times:",
        "Brisk walk for 5 minutes. Then 2 rounds of:",
    ],
)
@pytest.mark.parametrize("marker", ["", "- "])
def test_what_leads_on_to_rounds_is_none_of_them(line: str, marker: str) -> None:
    text = f"Sofa to park\n\n{line}\n{marker}Jog 300 yards (or 2 minutes)\n{marker}Walk 300 yards (or 3 minutes)\n"
    walk, rounds = as_json(imported(text.encode(), "a.txt").written)["sections"]
    assert [one["seconds"] for one in walk["exercises"]] == [[300, 300]]
    assert rounds["rounds"] == 2
    assert [one["seconds"] for one in rounds["exercises"]] == [[120, 120], [180, 180]]
    assert [one["distance_m"] for one in rounds["exercises"]] == [274, 274]


def test_many_repetitions_of_a_list_are_no_rounds() -> None:
    section = first_section("Home\n\nDo 12 repetitions of the following:\nSquats\nLunges\n")
    assert section["rounds"] is None
    assert [one["reps"] for one in exercises_in("Home\n\nDo 12 repetitions of the following:\nSquats\nLunges\n")] == [
        [12, 12],
        [12, 12],
    ]


RUNS = "{0} 1{1} 5 minute walk, then 12 minutes running\n{0} 2{1} 5 minute walk, then 14 minutes running\n"


@pytest.mark.parametrize("called", ["Run", "Jog"])
@pytest.mark.parametrize("sign", [":", " -", " –", "."])
def test_runs_that_are_counted_are_sessions(called: str, sign: str) -> None:
    found = exercises_in(f"Sofa to park\n\nWeek 5\n{RUNS.format(called, sign)}")
    assert [one["seconds"] for one in found] == [[300, 300], [720, 720], [300, 300], [840, 840]]


@pytest.mark.parametrize("head", ["Mon | Tue | Wed | Thu", "Monday | Tuesday | Wednesday | Thursday"])
def test_rows_below_weekdays_with_days_off_are_weeks(head: str) -> None:
    rows = "Rest | 3 mi run | Rest | 25 min tempo\nRest | 4 mi run | Rest | 30 min tempo\n"
    written = as_json(imported(f"Plan\n\n{head}\n{rows}".encode(), "a.txt").written)
    assert [section["in_weeks"] for section in written["sections"]] == [[1, 1], [1, 1], [2, 2], [2, 2]]
    assert [one["distance_m"] or one["seconds"] for one in exercises_in(f"Plan\n\n{head}\n{rows}")] == [
        4827,
        [1500, 1500],
        6436,
        [1800, 1800],
    ]


def test_rows_below_weekdays_without_days_off_are_lists_of_the_days() -> None:
    rows = "| Squat 3x5 | Row 3x5 | Squat 3x5 |\n| Bench 3x5 | Dip 3x5 | Bench 3x5 |\n"
    text = f"| Mon | Wed | Fri |\n|---|---|---|\n{rows}"
    written = as_json(imported(text.encode(), "a.md").written)
    assert [(one["title"], one["in_weeks"], len(one["exercises"])) for one in written["sections"]] == [
        ("Mon", None, 2),
        ("Wed", None, 2),
        ("Fri", None, 2),
    ]


@pytest.mark.parametrize("far", ["9 miles long", "9 miles long slow"])
def test_a_long_run_is_one(far: str) -> None:
    found = exercises_in(f"10k plan\n\nTue: 3 miles easy\nThu: 30 min run\nSun: {far}\n")
    assert found[-1]["distance_m"] == 14481
    assert "long" in found[-1]["name"]
