"""Ladders and rounds of sets that are run, ridden, rowed and swum, in the signs and words of many plans."""

from __future__ import annotations

import pytest

from tests.authoring.listed import exercises_in
from voicecoach.authoring.as_json import as_json
from voicecoach.authoring.importing import imported


def told(text: str) -> list[tuple[int | None, float | None, list[tuple[int | None, float | None, float | None]]]]:
    """Each section's rounds and the rest between them, with each exercise's sets, seconds or metres, and rest."""
    return [
        (
            section["rounds"],
            section["round_rest_s"],
            [
                (one["sets"], one["seconds"][0] if one["seconds"] else one["distance_m"], one["rest_s"])
                for one in section["exercises"]
            ],
        )
        for section in as_json(imported(text.encode(), "a.txt").written)["sections"]
    ]


@pytest.mark.parametrize(
    "line",
    [
        "300, 600, 900, 600, 300 with 200 jog",
        "300-600-900-600-300, 200 m jog",
        "300/600/900/600/300 m w/ 200 jog",
        "Ladder: 300, 600, 900, 600, 300 at 5k pace, 200 jog",
        "Pyramid 300–600–900–600–300, equal distance jog",
    ],
)
def test_distances_one_after_the_other_are_each_run_once(line: str) -> None:
    found = exercises_in(f"Tuesday track\n\n{line}\n")
    assert [(one["sets"], one["distance_m"]) for one in found] == [(1, one) for one in (300, 600, 900, 600, 300)]


@pytest.mark.parametrize(
    "line",
    [
        "2-4-6-4-2 min hard, 1 min easy between each",
        "2 min, 4 min, 6 min, 4 min, 2 min hard with 1 min jog",
        "2, 4, 6, 4, 2 minutes hard with 1 minute jog recovery",
        "Fartlek 2-4-6-4-2 min hard off 1 min easy",
        "Pyramid: 2/4/6/4/2 mins hard (1 min easy)",
    ],
)
def test_times_one_after_the_other_are_each_run_once(line: str) -> None:
    ((rounds, _, found),) = told(f"Tuesday run\n\n{line}\n")
    assert rounds is None
    assert found == [(1, 60 * one, 60) for one in (2, 4, 6, 4, 2)]


@pytest.mark.parametrize(
    "line",
    [
        "10 min jog, 3 x (4 x 300 m off 45 s), 4 min between sets, 10 min jog",
        "10 min jog, 3 sets of 4 x 300m (45s between reps, 4 min between sets), 10 min jog",
        "10 min jog, 3 sets of 4 x 300m, 45s jog, 4 mins rest between sets, 10 min jog",
        "10 min jog\n3 x [4 x 300 m with 45 s recovery]. 4 min jog between sets.\n10 min jog",
    ],
)
def test_sets_go_round_with_their_rests(line: str) -> None:
    assert told(f"Thursday track\n\n{line}\n") == [
        (None, None, [(1, 600, None)]),
        (3, 240, [(4, 300, 45)]),
        (None, None, [(1, 600, None)]),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "12 min easy run, (4 min hard, 2 min jog) x 5, 8 min easy run",
        "12 min easy run, (4 min hard + 2 min jog) x 5, 8 min easy run",
        "12 min easy run then (4 mins hard, 2 mins jog) repeated 5 times then 8 mins easy run",
    ],
)
def test_a_bracket_goes_round_as_often_as_stands_behind_it(line: str) -> None:
    assert told(f"Plan\n\n{line}\n") == [
        (None, None, [(1, 720, None)]),
        (5, None, [(None, 240, None), (None, 120, None)]),
        (None, None, [(1, 480, None)]),
    ]


def test_legs_in_a_bracket_with_a_plus_are_of_the_rounds() -> None:
    text = "Sofa to park\n\nWeek 1: 9 x (1 min jog + 2 min walk)\nWeek 2: 7 x (2 min jog + 2 min walk)\n"
    assert told(text) == [
        (9, None, [(None, 60, None), (None, 120, None)]),
        (7, None, [(None, 120, None), (None, 120, None)]),
    ]


def test_a_rest_in_brackets_is_none_of_what_goes_round() -> None:
    assert told("Track\n\n5 x 600m (2 mins), 10 min jog\n") == [(None, None, [(5, 600, 120), (1, 600, None)])]
    assert told("Run\n\njog 1 min (walk 1 min) x 9\n") == [(None, None, [(9, 60, 60)])]


def test_a_rate_and_a_rest_behind_it_are_no_ladder() -> None:
    for line in ("3 x 500m row, rate 26-28, 2 min rest", "3 x 500 m row, r26, 2 min rest"):
        assert told(f"Erg\n\n{line}\n") == [(None, None, [(3, 500, 120)])]


@pytest.mark.parametrize("line", ["Plank: 20, 30, 40 sec", "Squats 12-10-8", "Curls 300/200/100 cals"])
def test_what_is_counted_down_with_a_name_is_no_ladder_of_runs(line: str) -> None:
    found = exercises_in(f"Gym\n\nWarm-up: 1 mile easy jog\n{line}\nDips 3x8\n")
    assert [one["distance_m"] for one in found[1:]] == [None] * len(found[1:])


def test_a_rate_of_strokes_is_no_time() -> None:
    found = exercises_in("Rowing\n\n6 min @ 18, 4 min @ 20, 2 min @ 24\n")
    assert [(one["name"], one["seconds"]) for one in found] == [("row", [one, one]) for one in (360, 240, 120)]
    found = exercises_in("Spin bike\n\n2 min @ 85rpm, 2 min @ 95rpm, 1 min @ 105rpm\n")
    assert [one["seconds"] for one in found] == [[120, 120], [120, 120], [60, 60]]


@pytest.mark.parametrize("pace", ["10 s slower than 10k pace", "5-10 seconds per km faster than marathon pace"])
def test_how_much_slower_is_no_time(pace: str) -> None:
    (found,) = exercises_in(f"Track\n\n5x1000@{pace}\n")
    assert (found["sets"], found["distance_m"], found["seconds"]) == (5, 1000, None)


@pytest.mark.parametrize(("written", "metres"), [("3M easy", 4827), ("6-8M steady", 9654), ("2M jog", 3218)])
def test_miles_in_short_are_no_metres(written: str, metres: int) -> None:
    found = exercises_in(f"Half marathon plan\n\nTue: {written}\nThu: 5 x 800 m, 90 s jog\n")
    assert found[0]["distance_m"] == metres


def test_a_warm_up_leads_on_to_what_is_run() -> None:
    text = "Warm up for 8 minutes, then run 5 x 600 metres at 10K pace with 2 min jog, and cool down for 6 minutes."
    found = exercises_in(f"Club night\n\n{text}\n")
    assert [(one["sets"], one["seconds"], one["distance_m"]) for one in found] == [
        (1, [480, 480], None),
        (5, None, 600),
        (1, [360, 360], None),
    ]


@pytest.mark.parametrize("title", ["Warm-up (700)", "Warm-Up (700):", "Main set: 1,200", "Main set (1200)"])
def test_what_a_set_comes_to_is_no_number_of_rounds(title: str) -> None:
    found = as_json(imported(f"Pool swim\n\n{title}\n300 free\n4 x 50 kick\n8 x 25 drill\n".encode(), "a.txt").written)
    (section,) = found["sections"]
    assert section["rounds"] is None
    assert [one["distance_m"] for one in section["exercises"]] == [300, 50, 25]


def test_how_a_length_is_swum_is_no_exercise_and_no_time() -> None:
    sets = (
        "12 x 25 (3 fly, 1 easy) with fins on 0:40",
        "6 x 100 descend 1-3, 4-6 on 1:50",
        "4 x 75 kick/drill/swim, 15 s rest",
    )
    found = exercises_in("\n".join(("Pool\n", *sets)))
    assert [(one["sets"], one["distance_m"], one["seconds"]) for one in found] == [
        (12, 25, None),
        (6, 100, None),
        (4, 75, None),
    ]
    assert found[2]["name"] == "kick/drill/swim"


def test_a_length_that_nobody_calls_is_swum_whatever_is_worn() -> None:
    sets = ("16 x 25 with fins on 0:40", "8 x 50 back on 1:05", "1 x 25 underwater without fins", "200 easy")
    found = exercises_in("\n".join(("Pool\n", *sets)))
    assert [one["name"] for one in found] == ["swim", "backstroke", "swim", "easy"]
    (kick, _) = exercises_in("Pool\n\n8 x 100 kick with fins on 2:00 (coming in under 1:30)\n200 easy\n")
    assert (kick["name"], kick["sets"], kick["rest_s"], kick["seconds"]) == ("kick", 8, None, None)


def test_how_long_all_legs_below_take_is_no_leg() -> None:
    rowed = "15 minutes\n6 min @ 18, 4 min @ 20\n3 min @ 22, 2 min @ 24\n"
    found = exercises_in(f"Rowing class\n\nSteady, all of it.\n{rowed}")
    assert [one["seconds"] for one in found] == [[one, one] for one in (360, 240, 180, 120)]
