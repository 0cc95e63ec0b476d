"""Plans of runs: a row for each week, a line for each week, how long legs in turn go on, paces called by races."""

from __future__ import annotations

import pytest

from voicecoach.authoring.importing import imported
from voicecoach.authoring.rules.language.readiness import is_readiness
from voicecoach.authoring.written import WrittenExercise, WrittenSection

SECOND = "Row 3x10"


def sections(text: str, name: str = "plan.md") -> tuple[WrittenSection, ...]:
    return imported(text.encode(), name).written.sections


def exercises(text: str, name: str = "plan.md") -> list[WrittenExercise]:
    return [one for section in sections(text, name) for one in section.exercises]


def far(text: str) -> list[tuple[tuple[int, int] | None, float | None]]:
    """The weeks of each exercise, and how far it goes."""
    return [(section.in_weeks, one.distance_m) for section in sections(text) for one in section.exercises]


def table(head: tuple[str, ...], *rows: tuple[str, ...]) -> str:
    lines = (head, tuple("---" for _ in head), *rows)
    return "# Running plan\n\n" + "\n".join(f"| {' | '.join(one)} |" for one in lines) + "\n"


@pytest.mark.parametrize(
    "head",
    [
        ("Mid-week run 1", "Mid-week run 2 (with strides)", "Weekend event"),
        ("First run", "2nd run", "Weekend"),
        ("Tuesday run", "Thursday run", "Sunday long run"),
        ("Workout A", "Workout B", "Workout C"),
        ("Easy", "Quality", "Long"),
        ("Parkrun", "Club night", "Long run"),
        ("Midweek", "Midweek 2", "Weekend"),
    ],
)
@pytest.mark.parametrize("beside", [(), ("Notes",), ("Weekly total (km)", "Focus"), ("Total", "Date", "Comments")])
@pytest.mark.parametrize("last", ["6 km", "6 km long run", "**6 km (slow)**"])
def test_a_weeks_columns_that_are_called_as_runs_are_have_a_session_each(
    head: tuple[str, ...], beside: tuple[str, ...], last: str
) -> None:
    others = tuple("30" for _ in beside)
    text = table(
        ("Week", *head, *beside),
        ("1", "4 km easy", "5 km (easy)", last, *others),
        ("**2**", "5 km easy", "Rest", "8 km", *others),
    )
    assert far(text) == [((1, 1), 4000), ((1, 1), 5000), ((1, 1), 6000), ((2, 2), 5000), ((2, 2), 8000)]


def test_a_unit_in_a_weeks_head_is_that_of_its_cells() -> None:
    text = table(("Week", "Easy run (km)", "Long run (km)"), ("1", "4", "6"), ("2", "5", "8"))
    assert far(text) == [((1, 1), 4000), ((1, 1), 6000), ((2, 2), 5000), ((2, 2), 8000)]


def test_what_levels_do_in_a_week_is_not_done_one_after_the_other() -> None:
    text = table(("Week", "Beginner", "Improver"), ("1", "3 km easy", "5 km easy"), ("2", "4 km easy", "6 km easy"))
    assert far(text) == [((1, 1), 3000), ((2, 2), 4000)]


@pytest.mark.parametrize(
    "going_on",
    [
        "Do this for 21 minutes in total",
        "Repeat for 21 min",
        "Keep this up for 21 minutes",
        "Carry on like this for 21 minutes",
    ],
)
@pytest.mark.parametrize("sign", [". ", ": ", " - "])
def test_a_week_in_a_line_has_its_legs_as_often_as_they_fit(going_on: str, sign: str) -> None:
    text = "".join(f"Week {week}{sign}Jog for 1 minute, walk for 2 minutes. {going_on}.\n" for week in (1, 2))
    found = sections(text, "plan.txt")
    assert [(one.in_weeks, one.rounds) for one in found] == [((1, 1), 7), ((2, 2), 7)]


def test_what_is_repeated_for_minutes_stands_between_its_warm_up_and_its_cool_down() -> None:
    turns = "Jog for 1 minute, then walk for 2 minutes. Repeat for 21 minutes."
    text = f"Walk for 5 minutes to warm up. {turns} Walk for 5 minutes to cool down."
    assert [one.rounds for one in sections(text, "plan.txt")] == [None, 7, None]


@pytest.mark.parametrize(
    "text",
    [
        "Hold a plank for 30 s. Repeat for 10 minutes.",
        "10 squats. 10 dips. Repeat for 20 minutes.",
        "Week 3.5 is hard\nRow 3x10",
    ],
)
def test_what_is_no_leg_is_not_repeated_for_minutes(text: str) -> None:
    assert all(one.rounds is None for one in sections(text, "plan.txt"))


@pytest.mark.parametrize("race", ["5 km", "10km", "5-10k", "half marathon", "1500m", "3,000m", "mile"])
@pytest.mark.parametrize("fast", ["pace", "race pace", "goal race pace", "effort", "speed"])
@pytest.mark.parametrize(
    "lead",
    ["at {}, 90 s jog", "@ {} with 90 s rest", "({}), 90 s rest", "at just faster than {} with a 90s recovery jog"],
)
def test_a_race_that_says_how_fast_it_is_is_none_that_is_run(race: str, fast: str, lead: str) -> None:
    warm_up, main, cool_down = exercises(
        f"Warm-up: 10 min jog\n5 x 600m {lead.format(f'{race} {fast}')}\nCool-down: 10 min jog\n", "plan.txt"
    )
    assert (main.sets, main.distance_m, main.rest_s) == (5, 600, 90)
    assert warm_up.seconds == cool_down.seconds == (600, 600)


@pytest.mark.parametrize(
    ("text", "metres"), [("3 x 2 km race pace", 2000), ("Sun: 5 km effort", 5000), ("4 x 800m race pace", 800)]
)
def test_what_is_run_at_a_pace_is_as_far_as_it_says(text: str, metres: int) -> None:
    assert [one.distance_m for one in exercises(f"{SECOND}\n{text}\n", "plan.txt")][1:] == [metres]


def test_a_mile_in_the_only_line_is_a_length() -> None:
    (one,) = exercises("4 x 1 mile, 2 min jog", "plan.txt")
    assert (one.sets, one.distance_m, one.rest_s) == (4, 1609, 120)


@pytest.mark.parametrize(
    ("first", "last"), [("WU", "CD"), ("warm up", "cool down"), ("w/u", "c/d"), ("Warm-up", "warm-down")]
)
@pytest.mark.parametrize("between", [" / ", ", ", " + ", " > ", " → ", " then "])
@pytest.mark.parametrize("above", ["- ", "Tuesday\n"])
def test_ends_that_are_only_named_leave_what_stands_between_them(
    first: str, last: str, between: str, above: str
) -> None:
    found = exercises(f"{above}{between.join((first, '20 min threshold', last))}\n\n{SECOND}\n", "plan.txt")
    assert [one.seconds for one in found if one.seconds] == [(1200, 1200)]


@pytest.mark.parametrize(
    "text", ["Warm-up - 5 min walk", "Warm up: 5 min jog", "Warm-up: 5 min walk, cool-down: 5 min jog"]
)
def test_a_warm_up_that_says_what_it_has_in_it_stays(text: str) -> None:
    assert exercises(f"{text}\n{SECOND}\n", "plan.txt")[0].seconds == (300, 300)


@pytest.mark.parametrize(
    "text",
    [
        "First of all, you must be able to walk for 20 minutes and feel well.",
        "Before you begin you should be able to run 6 miles comfortably.",
        "By the end you'll be able to jog for 30 minutes.",
        "This plan is for you if you can run 5 km without stopping.",
        "If you can already run for 10 minutes, you are ready for stage 3.",
        "When you are able to run 5 km comfortably, move on to the next stage.",
        "Our aim is to get you to run 5 km.",
        "You should already be running 6 miles three times a week.",
    ],
)
def test_what_somebody_can_do_before_or_behind_a_plan_is_none_of_it(text: str) -> None:
    assert is_readiness(text)
    assert [one.name for one in exercises(f"# Plan\n\n{text}\n\n{SECOND}\n")] == ["Row"]


@pytest.mark.parametrize(
    "text",
    [
        "You will be running 6 miles today.",
        "Run for 20 minutes at a pace at which you are able to talk.",
        "If you can run for 20 minutes, do so.",
        "Before each session, you should walk for 5 minutes.",
        "By now you should be comfortable, so run for 25 minutes.",
        "Once you can run for 5 minutes, rest.",
    ],
)
def test_what_somebody_is_to_do_is_no_readiness(text: str) -> None:
    assert not is_readiness(text)


@pytest.mark.parametrize(
    ("length", "seconds", "metres"),
    [
        ("5- to 10-minute", (300, 600), None),
        ("5-to-10-minute", (300, 600), None),
        ("5- or 10-minute", (300, 600), None),
        ("30- to 45-second", (30, 45), None),
        ("1- to 2-mile", None, 1609),
        ("1 to 2-mile", None, 1609),
        ("3- to 4-km", None, 3000),
    ],
)
@pytest.mark.parametrize(
    "place", ["- {} jog\n- 5 x 400 m, 60 s rest\n", f"{SECOND}\n{{}} jog\n", f"Start with a {{}} jog, then {SECOND}."]
)
def test_a_length_with_both_of_its_ends_begins_at_the_first(
    length: str, seconds: tuple[int, int] | None, metres: int | None, place: str
) -> None:
    (jog,) = (one for one in exercises(place.format(length), "plan.txt") if "jog" in one.name)
    assert (jog.seconds, jog.distance_m) == (seconds, metres)


@pytest.mark.parametrize("lead", ["Warm up with a", "Start with a", "Finish with a"])
def test_a_warm_up_may_be_as_far_as_it_is_long(lead: str) -> None:
    assert [one.distance_m for one in exercises(f"{lead} 2 mile jog.\n{SECOND}\n", "plan.txt")] == [3218, None]


def test_a_number_with_a_dash_still_counts_a_line() -> None:
    assert [one.name for one in exercises("1 - Squats 3x10\n2 - Rows 3x10\n", "plan.txt")] == ["Squats", "Rows"]


@pytest.mark.parametrize(
    "done", ["core exercises", "of core work", "yoga", "cross training", "strength & conditioning"]
)
def test_what_a_day_of_a_plan_has_beside_its_runs_is_done(done: str) -> None:
    text = f"Day 1: 5 km easy run\nDay 2: 15 minutes {done}\nDay 3: 6 km easy run\n"
    assert [one.seconds for one in exercises(text, "plan.txt")] == [None, (900, 900), None]


@pytest.mark.parametrize(
    "title", ["Core work (10 min)", "## Strength training: 30 min", "Yoga for runners, 20 minutes"]
)
def test_what_stands_above_its_exercises_is_their_title(title: str) -> None:
    assert [one.name for one in exercises(f"{title}\n\n- Plank 30 s\n- Squats 3x10\n")] == ["Plank", "Squats"]


def test_a_manner_may_stand_before_the_way_to_move_in_a_head() -> None:
    text = "| Stage | Walk (mins) | Light jog (mins) |\n|--|--|--|\n| 1 | 4.5 | 0.5 |\n| 2 | 3 | 2 |\n"
    assert [one.seconds for one in exercises(text)] == [(270, 270), (30, 30), (180, 180), (120, 120)]
