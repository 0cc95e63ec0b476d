"""How runs and rides are written in short: `on` and `off`, `m` for minutes, parts with their lengths."""

from __future__ import annotations

import pytest

from tests.authoring.listed import exercises_in, sections_in


def legs(text: str) -> list[tuple[str, float | None, float | None]]:
    """The exercises with their times and rests."""
    return [(one["name"], one["seconds"] and one["seconds"][0], one["rest_s"]) for one in exercises_in(text)]


def timed(text: str) -> list[tuple[str, float | None]]:
    return [(name, seconds) for name, seconds, _ in legs(text)]


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("6 min ON, 2 min easy spin", [("effort", 360, None), ("easy spin", 120, None)]),
        ("6 min on, 2 min off", [("effort", 360, 120)]),
        ("6 min ON / 2 min OFF", [("effort", 360, 120)]),
        ("6 min on, then 2 min off.", [("effort", 360, 120)]),
        ("4 x 30 sec ON/15 sec OFF", [("effort", 30, 15)]),
        ("4×30 sec on / 30 sec off high cadence", [("effort", 30, 30)]),
        ("30 seconds on, 30 seconds off x 8", [("effort", 30, 30)]),
        ("10 x 1 min on, 1 min easy", [("effort", 60, None), ("easy", 60, None)]),
        ("4 min on (hard), 2 min easy", [("hard", 240, None), ("easy", 120, None)]),
    ],
)
@pytest.mark.parametrize("part", ["", "Main set\n"])
def test_what_is_on_in_a_ride_is_an_effort(said: str, found: list[tuple[str, float, float | None]], part: str) -> None:
    text = f"Bike session\n\n10 min easy spin\n\n{part}{said}\n"
    assert legs(text) == [("easy spin", 600, None), *found]


def test_a_ride_that_gets_shorter_keeps_each_of_its_lines() -> None:
    text = "Turbo\n\nMain set\n6 min ON, 2 min easy spin\n4 min ON, 2 min easy spin\n1 min ON\n"
    assert timed(text) == [("effort", 360), ("easy spin", 120), ("effort", 240), ("easy spin", 120), ("effort", 60)]


def test_on_and_off_in_a_circuit_go_on_for_minutes() -> None:
    (part,) = sections_in("Circuit\n\n40 s on, 20 s off for 12 minutes\nSquats\nPress-ups\n")
    assert (part["rounds"], part["minutes"], part["work_s"], part["rest_s"]) == (None, 12, 40, 20)


@pytest.mark.parametrize(
    "text",
    [
        "Circuit\n\n40 s on, 20 s off\nSquats\nPress-ups\n",
        "Tabata: 20 s on, 10 s off\n\nBurpees\nJumping jacks\n",
        "Bike and floor\n\n40 s on, 20 s off\nSquats\nPress-ups\n",
    ],
)
def test_the_pattern_of_a_list_of_exercises_stays_one(text: str) -> None:
    assert "effort" not in [name for name, _, _ in legs(text)]
    assert [seconds for _, seconds, _ in legs(text)] in ([40, 40], [20, 20])


@pytest.mark.parametrize("said", ["5 min on the flat", "20 min on grass", "10 min on your own"])
def test_where_one_runs_is_no_effort(said: str) -> None:
    assert "effort" not in [name for name, _, _ in legs(f"Easy run\n\n10 min easy jog\n{said}\n")]


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("jog 2m, walk 3m, repeat 4 times", [("jog", 120), ("walk", 180)]),
        ("Repeat 4 times: jog 2m, walk 2m (16m total)", [("jog", 120), ("walk", 120)]),
        ("5m walk, 8 x (1m run, 2m walk), 5m walk", [("walk", 300), ("run", 60), ("walk", 120), ("walk", 300)]),
        ("10m warm up, 4 x 5m hard with 2m jog, 10m cool down", [("warm up", 600), ("hard", 300), ("cool down", 600)]),
        ("Run 20m, walk 2m, run 20m", [("Run", 1200), ("walk", 120), ("run", 1200)]),
    ],
)
@pytest.mark.parametrize("before", ["", "Week 1\n"])
def test_nobody_walks_two_metres(said: str, found: list[tuple[str, float]], before: str) -> None:
    assert timed(f"Beginners\n\n{before}{said}\n") == found


@pytest.mark.parametrize(
    ("text", "far"),
    [
        ("Shuttles\n\nRun 5m, back, run 10m, back, run 15m\n", [5, 10, 15]),
        ("Speed\n\nSprint 10m, walk 10m, repeat 5 times\n", [10, 10]),
        ("Track\n\nStrides 4 x 80m, jog 80m\n", [80, 80]),
        ("Pool\n\n4 x 25m kick, 10 s rest\n", [25]),
        ("Balance\n\nHeel-to-toe walk 3m, sideways steps 3m\n", [3]),
    ],
)
def test_what_is_short_by_what_it_is_stays_in_metres(text: str, far: list[float]) -> None:
    assert [one["distance_m"] for one in exercises_in(text)][: len(far)] == far


@pytest.mark.parametrize("title", ["{}: {}", "{} ({})", "{} - {}", "{}: {} total"])
def test_a_part_with_its_length_is_the_title_of_what_is_below(title: str) -> None:
    parts = [title.format(*one) for one in (("Warm-up", "10 minutes"), ("Main set", "24 mins"), ("Cool-down", "8 min"))]
    below = ("6 min easy spin\n4 min steady", "8 x 2 min hard, 1 min easy", "Easy spin")
    text = "Turbo\n\n" + "\n\n".join(f"{part}\n{one}" for part, one in zip(parts, below, strict=True)) + "\n"
    assert timed(text) == [("easy spin", 360), ("steady", 240), ("hard", 120), ("easy", 60), ("Easy spin", 480)]


@pytest.mark.parametrize("end", ["", "\n5 x 100 m strides\nMain set: 4 x 4 min hard, 2 min jog"])
def test_a_part_alone_is_done_for_its_length(end: str) -> None:
    assert timed(f"Run\n\nWarm-up: 10 minutes{end}\nCool-down: 5 minutes\n")[0] == ("Warm-up", 600)


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("Cool-down: 10 min jog, 5 min stretching", [("jog", 600), ("stretching", 300)]),
        ("Cool-down: 10 min jog + 5 min static stretching", [("jog", 600), ("static stretching", 300)]),
        ("10 min easy jog then 5 min mobility", [("easy jog", 600), ("mobility", 300)]),
        ("10 min easy jog\n5 min stretching", [("easy jog", 600), ("stretching", 300)]),
        ("- 10 min easy jog\n- 5 min static stretching", [("easy jog", 600), ("static stretching", 300)]),
        ("Warm up: 5 min dynamic stretching, 10 min easy jog", [("dynamic stretching", 300), ("easy jog", 600)]),
        ("10–15 min easy jog + 5 min foam rolling", [("easy jog", 600), ("foam rolling", 300)]),
    ],
)
def test_what_loosens_one_up_beside_a_run_is_done(said: str, found: list[tuple[str, float]]) -> None:
    assert timed(f"Tuesday run\n\n{said}\n") == found


@pytest.mark.parametrize("title", ["10 min stretching", "5 min mobility routine"])
def test_the_size_of_a_session_of_stretches_is_none_of_it(title: str) -> None:
    text = f"{title}\n\nHamstring stretch 30 s\nCalf stretch 30 s\n"
    assert timed(text) == [("Hamstring stretch", 30), ("Calf stretch", 30)]


@pytest.mark.parametrize(
    ("said", "name", "load"),
    [
        ("5 min easy @ 3-5 RPE", "easy", "RPE 3"),
        ("5 min easy @ 4 RPE", "easy", "RPE 4"),
        ("30 sec very hard sprint @ 10 RPE", "very hard sprint", "RPE 10"),
        ("2 min @ 7-9 RPE (Race pace)", "Race pace", "RPE 7"),
        ("2 min @ 7-9 RPE (Race pace) - this should be a push", "Race pace", "RPE 7"),
        ("5 min easy, RPE 3-4", "easy", "RPE 3"),
    ],
)
def test_how_hard_it_is_may_stand_before_its_unit(said: str, name: str, load: str) -> None:
    first, one = exercises_in(f"Ride\n\nMain set\n- 5 min easy spin\n- {said}\n")
    assert first["name"] == "easy spin"
    assert (one["name"], one["load"]) == (name, load)


@pytest.mark.parametrize("title", ["Main Workout", "Main set:", "**Main Workout:**", "Intervals"])
@pytest.mark.parametrize("pace", ["4:30/km", "4:30/km pace", "7:15/mile pace (Zone 4)"])
def test_a_stretch_at_a_pace_needs_no_rest_in_its_line(title: str, pace: str) -> None:
    text = f"Run plan\n\n{title}\n- 2 x 8 min @ {pace}\n- Recovery: 3 min jog\n- 1 x 6 min @ {pace}\n"
    found = [(one["sets"], one["seconds"], one["rest_s"]) for one in exercises_in(text)]
    assert found == [(2, [480, 480], 180), (1, [360, 360], None)]


@pytest.mark.parametrize(
    "aside",
    [
        "(with 1 min walk/jog recovery between)",
        "(5:00/km pace with 1 min walk/jog recovery between)",
        "(~5:00/km, 1 min jog between)",
        "(60 s walk between)",
    ],
)
def test_a_rest_stands_behind_a_pace_in_brackets(aside: str) -> None:
    (strides,) = exercises_in(f"Run\n\n- 3 x 20 sec strides {aside}\n")
    assert (strides["sets"], strides["seconds"], strides["rest_s"]) == (3, [20, 20], 60)


@pytest.mark.parametrize(
    "total",
    [
        "Total Weekly Minutes 91",
        "Total weekly minutes: 91",
        "Total time 24 minutes",
        "Total run distance: 10 km",
        "Total workout time - 34 mins",
    ],
)
def test_what_all_of_it_comes_to_is_none_of_it(total: str) -> None:
    assert timed(f"Run plan\n\nRun 1 minute, walk 2 minutes x 8\n{total}\n") == [("Run", 60), ("walk", 120)]


@pytest.mark.parametrize(
    "title", ["10km run fitness plan: Week 12", "10K beginner running plan: week 2", "5k run walk programme"]
)
def test_a_plan_is_called_by_its_distance(title: str) -> None:
    assert timed(f"{title}\n\nTuesday\nWalk for 5 minutes, then run for 53 minutes.\n") == [
        ("Walk", 300),
        ("run", 3180),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Protein + carbs within 30min (shake, milk)",
        "Hydrate: 16-20oz water",
        "Drink 500 ml of water",
        "20-30 g protein within 30 min",
        "Eat within 1 hour",
    ],
)
def test_what_is_eaten_and_drunk_is_no_exercise(line: str) -> None:
    assert timed(f"# Plan\n\n- Run 20 min\n- {line}\n\n**Within 2 hours:**\n- Foam roll 10 min\n") == [
        ("Run", 1200),
        ("Foam roll", 600),
    ]


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("WU: 2 km\n3 x 1 km, 90 s rest\nCD: 1 km", [2000, 1000, 1000]),
        ("W/U - 2 miles\n3 x 1 km, 90 s rest\nC/D - 1 mile", [3218, 1000, 1609]),
        ("Warm-up: 2 km\n3 x 1 km, 90 s rest\nCool-down: 1 km", [2000, 1000, 1000]),
    ],
)
def test_ends_in_short_are_run_for_their_distance(said: str, found: list[float]) -> None:
    assert [one["distance_m"] for one in exercises_in(f"Track night\n\n{said}\n")] == found


@pytest.mark.parametrize("mark", [" ", ": ", " - ", " – ", ". "])
@pytest.mark.parametrize("word", ["Interval", "Effort", "Rep"])
def test_the_number_of_an_interval_counts_no_sets(mark: str, word: str) -> None:
    text = f"Run plan\n\n{word} 1{mark}4 min\n{word} 2{mark}3 min hard\n"
    found = [(one["seconds"], one["sets"]) for one in exercises_in(text)]
    assert found == [([240, 240], 1), ([180, 180], 1)]


def test_the_number_of_a_run_is_no_time() -> None:
    text = "Run plan\n\nWeek 1\nRun 1 - 20 min easy\nRun 2 - 25 min easy\n"
    assert [one["seconds"] for one in exercises_in(text)] == [[1200, 1200], [1500, 1500]]


@pytest.mark.parametrize("mark", [": ", " - ", " – ", " as "])
def test_how_long_legs_go_on_before_them_is_no_range(mark: str) -> None:
    (part,) = sections_in(f"Thursday\n\nFartlek 30 min{mark}1 min fast/1 min slow\n")
    assert (part["rounds"], [one["seconds"] for one in part["exercises"]]) == (15, [[60, 60], [60, 60]])


@pytest.mark.parametrize(
    "said",
    [
        "1 minute @ 4 mph, 0 incline",
        "1 minute @ 4 mph, 2% incline",
        "1 minute at 4 mph (1 incline)",
        "1 min at 4 mph, incline 2",
    ],
)
def test_how_steep_it_is_needs_no_sign(said: str) -> None:
    assert timed(f"Treadmill plan\n\n{said}\n2 minutes @ 10 mph, 0 incline\n") == [("at 4 mph", 60), ("at 10 mph", 120)]


@pytest.mark.parametrize(
    ("said", "rounds"),
    [
        ("Run 5 mins, walk 3 mins. Repeat once more", 2),
        ("Run 5 mins (effort level 5), walk 3 mins (effort level 2). Repeat once more (Total: 16 mins)", 2),
        ("Run 5 mins, walk 3 mins. Repeat twice more (total 24 mins)", 3),
        ("Run 5 mins, walk 3 mins. Repeat it once again.", 2),
    ],
)
@pytest.mark.parametrize("day", ["", "Wednesday: "])
def test_legs_are_done_once_more(said: str, rounds: int, day: str) -> None:
    (part,) = sections_in(f"Week 2\n\n{day}{said}\n")
    assert (part["rounds"], [one["seconds"] for one in part["exercises"]]) == (rounds, [[300, 300], [180, 180]])


@pytest.mark.parametrize(
    "said",
    [
        "Walk for 5 minutes, then jog for 1 minute and walk for 1 minute. Repeat for 20 min",
        "Walk briskly for 5 minutes, then jog for 1 minute and walk for 1 minute. Keep going for 20 minutes.",
    ],
)
def test_what_goes_on_for_long_first_is_done_once(said: str) -> None:
    first, turns = sections_in(f"Day 1 of the plan\n\n{said}\n")
    assert [one["seconds"] for one in first["exercises"]] == [[300, 300]]
    assert (turns["rounds"], [one["seconds"] for one in turns["exercises"]]) == (10, [[60, 60], [60, 60]])


def test_a_leg_is_called_by_its_intensity() -> None:
    text = "Bike\n\n30 seconds high intensity, 2 minutes low intensity (repeat 5 times)\n"
    assert timed(text) == [("high intensity", 30), ("low intensity", 120)]
