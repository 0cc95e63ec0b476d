"""Tables and labels of runs and rides that nobody names: times beside speeds and slopes, recoveries, aims, parts."""

from __future__ import annotations

import pytest

from tests.authoring.listed import exercises_in
from voicecoach.authoring.as_json import as_json
from voicecoach.authoring.importing import imported


def legs(text: str) -> list[tuple[str, list[float] | None, float | None]]:
    return [(one["name"], one["seconds"], one["rest_s"]) for one in exercises_in(text)]


@pytest.mark.parametrize(
    "table",
    [
        "Time | Speed | Incline\n4 min | 5.5 | 1\n45 sec | 8.5 | 1\n2 min | 5.5 | 1",
        "Incline | Speed | Effort | Time |\n1 | 5.5 | 6 | 4 minutes |\n1 | 8 | 9 | 45 seconds |\n1 | 5 | 6 | 2 min |",
        "| Interval | Duration | Speed |\n|---|---|---|\n| 1 | 4 min | 5.5 |\n| 2 | 45 s | 8.5 |\n| 3 | 2 min | 5.5 |",
    ],
)
def test_a_table_of_times_and_speeds_is_run(table: str) -> None:
    assert legs(f"Treadmill intervals\n\n{table}\n") == [
        ("Run", [240, 240], None),
        ("Run", [45, 45], None),
        ("Run", [120, 120], None),
    ]


def test_a_table_of_times_and_watts_is_ridden() -> None:
    table = "Minutes | Watts | RPM\n0-6 | 120 | 85\n6-8 | 210 | 95\n8-11 | 140 | 90"
    assert [(name, seconds) for name, seconds, _ in legs(f"Turbo session\n\n{table}\n")] == [
        ("Ride", [360, 360]),
        ("Ride", [120, 120]),
        ("Ride", [180, 180]),
    ]


def test_times_that_were_run_are_no_legs() -> None:
    text = "Treadmill\n\nWalk 5 min\nRun 10 min\n\n| Lap | Time |\n|---|---|\n| 1 | 5:20 |\n| 2 | 5:31 |\n"
    assert [name for name, _, _ in legs(text)] == ["Walk", "Run"]


@pytest.mark.parametrize(
    "rest",
    [
        "Recover: Walk for 1 minute",
        "Recovery: walk 60 seconds",
        "Rest: easy jog 1 min",
        "Recover: jog slowly for 1 min.",
    ],
)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_what_one_recovers_with_is_the_rest(rest: str, gap: str) -> None:
    text = gap.join(["Sprint: 25 seconds", rest, "Sprint: 35 seconds", rest])
    assert legs(f"Treadmill\n\n{text}\n") == [("Sprint", [25, 25], 60), ("Sprint", [35, 35], 60)]


@pytest.mark.parametrize(
    "text",
    [
        "Run hard for 2 minutes. Recover with a slow jog for 90 seconds. Repeat this sequence 5 times.",
        "Run hard for 2 minutes and recover with a 90-second jog. Do this 5 times.",
        "Run hard for 2 minutes, then recover for 90 seconds by jogging. Repeat 5 times.",
    ],
)
def test_recovering_in_sentences_is_a_rest(text: str) -> None:
    (found,) = exercises_in(f"Speed\n\n{text}\n")
    assert (found["sets"], found["seconds"], found["rest_s"]) == (5, [120, 120], 90)


def test_sentences_about_bursts_keep_their_warm_up_and_their_cool_down() -> None:
    text = (
        "On your next run, warm up at an easy pace for 8 minutes. Go hard for 6 one-minute bursts, alternating with "
        "60- to 90-second slow-jog recoveries. Cool down at an easy pace for 6 minutes."
    )
    found = exercises_in(f"Fartlek\n\n{text}\n")
    assert [(one["sets"], one["seconds"]) for one in found] == [(1, [480, 480]), (6, [60, 60]), (1, [360, 360])]
    assert found[1]["rest_s"] == 60


@pytest.mark.parametrize(
    "line",
    [
        "3 x 6 min as 3 min steady, 2 min hard, 1 min easy",
        "3 x 6 mins (3 mins steady, 2 mins hard, 1 min easy)",
        "3 x 6 min: 3 min steady, 2 min hard, 1 min easy",
    ],
)
def test_how_long_legs_take_together_is_none_of_them(line: str) -> None:
    written = as_json(imported(f"Turbo\n\n10 min easy spin\n{line}\n".encode(), "a.txt").written)
    section = written["sections"][1]
    assert section["rounds"] == 3
    assert [one["seconds"] for one in section["exercises"]] == [[180, 180], [120, 120], [60, 60]]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("12 min, 1 min walk recovery, 12 min", [("Run", [720, 720], 60), ("Run", [720, 720], None)]),
        (
            "12 min, 1 min walk, 12 min",
            [("Run", [720, 720], None), ("walk", [60, 60], None), ("Run", [720, 720], None)],
        ),
    ],
)
def test_what_nobody_calls_between_walks_is_run(line: str, found: object) -> None:
    assert legs(f"Beginners\n\nWeek 1: {line}\n") == found


@pytest.mark.parametrize("title", ["Benchmark times", "Benchmark Times for Salt Truck", "Target times"])
def test_times_to_aim_for_are_none_of_the_session(title: str) -> None:
    text = f"EMOM 12\nMin 1: 10 burpees\nMin 2: 12 lunges\n\n{title}\n- Elite: <8:00\n- Advanced: 9:00-10:00\n"
    assert [name for name, _, _ in legs(text)] == ["burpees", "lunges"]


@pytest.mark.parametrize("title", ["Tempo Run", "Hill Repeats", "Cruise Run"])
def test_the_name_of_a_run_above_its_parts_is_no_leg(title: str) -> None:
    text = (
        f"Plan\n\nWednesday\n{title}\nWarm-up: 9 min easy\nMain: 4 x 3 min hard off 1 min jog\nCool-down: 7 min easy\n"
    )
    assert [seconds for _, seconds, _ in legs(text)] == [[540, 540], [180, 180], [420, 420]]


def test_a_lift_above_its_sets_is_one() -> None:
    found = exercises_in("Gym\n\nPress 3x5\nSquats\nWarm-up: 2 x 5\nMain: 3x5 @ 80 kg\n")
    assert "Squats" in [one["name"] for one in found]


@pytest.mark.parametrize("marker", ["", "- "])
def test_an_effort_has_its_rest_in_brackets(marker: str) -> None:
    text = "\n".join(f"{marker}{one}" for one in ("1 mile tempo", "4 mins (75s)", "3 mins (45s)", "4 x 60m strides"))
    assert legs(f"Track\n\n{text}\n")[1:3] == [("Effort", [240, 240], 75), ("Effort", [180, 180], 45)]


def test_a_share_of_all_that_is_run_in_a_week_is_no_load() -> None:
    found = exercises_in("Plan\n\nEasy run 40 min. It should be 20% of your weekly mileage.\nTempo run 20 min\n")
    assert [one["load"] for one in found] == [None, None]


@pytest.mark.parametrize(
    ("text", "weeks"),
    [
        (
            "In Week 1, alternate 1 min of running with 2 min of walking for 21 minutes. During Week 2, run 9 minutes.",
            [[1, 1], [2, 2]],
        ),
        ("Weeks 3 through 5\nRun 3 minutes, walk 1 minute, 6 times\n\nWeek 6\nRun 20 min", [[3, 5], [6, 6]]),
        ("Weeks 3 thru 5: Run 3 minutes, walk 1 minute, 6 times\nWeek 6: run 20 min", [[3, 5], [6, 6]]),
    ],
)
def test_weeks_in_sentences_and_from_one_to_another(text: str, weeks: list[list[int]]) -> None:
    written = as_json(imported(f"Beginners\n\n{text}\n".encode(), "a.txt").written)
    assert [section["in_weeks"] for section in written["sections"]] == weeks


@pytest.mark.parametrize(
    ("line", "rounds"),
    [
        ("jog 60 secs walk 90 secs for 20 mins", 8),
        ("Alternate running 2 minutes and walking 1 minute for 30 minutes.", 10),
        ("walk 5 min, run 5 min, walk for 20 minutes", None),
    ],
)
def test_how_long_legs_go_on_in_turn(line: str, rounds: int | None) -> None:
    written = as_json(imported(f"Beginners\n\nWeek 1: {line}\n".encode(), "a.txt").written)
    assert written["sections"][0]["rounds"] == rounds
