"""How often a list in a sentence is done, where each of its exercises has its own number."""

from __future__ import annotations

import pytest

from tests.authoring.listed import sections_in

LISTS = [
    "10 squats, 10 push-ups, 10 lunges",
    "Do 10 squats, 10 push-ups and 10 lunges",
    "Squats x 10, push-ups x 10, lunges x 10",
    "10 squats + 10 push-ups + 10 lunges",
    "10 squats then 10 push-ups then 10 lunges",
]
OFTEN = [
    ", 3 times",
    " (x3)",
    " – 3 rounds",
    ". Do this 3 times.",
    ". Repeat twice more.",
    " – repeat 3x",
    " three times",
]
PLACES = ["{}", "Legs\n\n{}\nPlank 30 s", "Warm up with a 5 minute jog.\n\n{}\n\nStretch.", "Finisher: {}"]
PAIRS = ["Run for 1 minute, walk for 2 minutes", "Jog 1 min / walk 2 min", "1 minute run, 2 minutes walk"]
WEEK = "Week 1\n\nWarm up with a 5 minute walk.\n{}\nCool down with a 5 minute walk."


@pytest.mark.parametrize("listed", LISTS)
@pytest.mark.parametrize("often", OFTEN)
@pytest.mark.parametrize("place", PLACES)
def test_it_is_the_rounds_of_all_and_not_the_sets_of_the_last(listed: str, often: str, place: str) -> None:
    rounds = [one for one in sections_in(place.format(listed + often)) if one.get("rounds") == 3]
    assert [[one["name"].lower() for one in section["exercises"]] for section in rounds] == [
        ["squats", "push-ups", "lunges"]
    ]


@pytest.mark.parametrize("pair", PAIRS)
@pytest.mark.parametrize("often", [". Repeat 8 times.", ", 8 times", " x 8", ". Repeat 7 more times.", " for 8 rounds"])
@pytest.mark.parametrize("place", ["{}", WEEK, "- 5 min walk\n- {}\n- 5 min walk"])
def test_running_and_walking_are_repeated_together(pair: str, often: str, place: str) -> None:
    repeated = [one for one in sections_in(place.format(pair + often)) if one.get("rounds") == 8]
    assert [[one["seconds"] for one in section["exercises"]] for section in repeated] == [[[60, 60], [120, 120]]]


@pytest.mark.parametrize(
    ("line", "rounds"),
    [
        ("Squats 10, lunges 10 each side, 3 times a week", None),
        ("Run 20 min, walk 5 min, 3 times a week", None),
        ("Squats 3x10, lunges 3x8", None),
        ("Bridge 12, hold for 5 seconds. Repeat 3 times.", None),
    ],
)
def test_what_is_no_such_list_is_read_as_before(line: str, rounds: int | None) -> None:
    assert [one.get("rounds") for one in sections_in(f"Plan\n\n{line}")] == [rounds]


@pytest.mark.parametrize(
    "form",
    [
        "{}, 3 rounds",
        "3 rounds: {}",
        "3 rounds of {}",
        "3 x ({})",
        "3x: {}",
        "Repeat 3 times: {}",
        "{}. Repeat 3 times.",
    ],
)
@pytest.mark.parametrize(
    "listed", ["10 squats, 10 push-ups, 10 lunges", "run 1 min, walk 2 min", "10 squats + 10 push-ups"]
)
@pytest.mark.parametrize(
    "place",
    [
        "Legs\n\nBridge 12\n{}\nPlank 30 s",
        "Legs\n\n- Bridge 12\n- {}\n- Plank 30 s",
        "Legs\n\n1. Bridge 12\n2. {}\n3. Plank 30 s",
        "Monday: {}\nTuesday: Bridge 3x10",
    ],
)
def test_what_stands_beside_is_none_of_the_rounds(form: str, listed: str, place: str) -> None:
    rounds = [one for one in sections_in(place.format(form.format(listed))) if one.get("rounds") == 3]
    assert [len(one["exercises"]) for one in rounds] == [3 if "lunges" in listed else 2]


@pytest.mark.parametrize(
    ("line", "sets"),
    [
        ("Walk 20 min, squats 3 x 10", [None, 3]),
        ("Easy run 6 km, squats 3 x 10", [None, 3]),
        ("20 min run then 10 push-ups, 3 sets", [None, 3]),
        ("Jump rope 5 min, crunches 20, 4 sets", [None, 4]),
        ("Elliptical 20 min, lat pulldown 12 (3 sets)", [None, 3]),
        ("Warm-up: jog 5 min, then leg swings 10, twice", None),
        ("Cool down: walk 5 min, calf stretch 30 s x 2", None),
    ],
)
def test_what_is_done_once_before_the_sets_of_another_is_not_repeated(line: str, sets: list[int | None] | None) -> None:
    sections = sections_in(f"Plan\n\n{line}")
    assert not any(one.get("rounds") for one in sections)
    made = [exercise for one in sections for exercise in one["exercises"]]
    assert sets is None or [(one.get("sets") or 1) if at else None for at, one in enumerate(made)] == sets


@pytest.mark.parametrize(
    "text",
    [
        "1: 10 squats, 10 lunges\n2: 10 push-ups, 10 dips\n3: 20 sit-ups, 10 burpees",
        "Week plan\n1: run 20 min, walk 5 min\n2: run 25 min, walk 5 min\n3: run 30 min, walk 5 min",
        "Pairs\nTwo: 10 squats and 10 lunges",
    ],
)
def test_a_number_that_counts_the_lines_is_no_rounds(text: str) -> None:
    assert not any(one.get("rounds") for one in sections_in(text))
