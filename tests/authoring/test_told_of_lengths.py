"""What only says how lengths are run, or which are run in short, is none of them; a cool-down is no rest."""

from __future__ import annotations

import pytest

from voicecoach.authoring.importing import imported
from voicecoach.authoring.written import WrittenExercise


@pytest.mark.parametrize(
    "said",
    [
        "The 200 m reps should be done at 90 per cent of your best.",
        "These 200s should be run at 5k pace.",
        "The 200 m and all others must be quick but relaxed.",
        "All the 200s need to be run tall.",
        "Both 200 m repeats can be run on grass.",
        "Each 200 m has to be faster than the one before.",
    ],
)
@pytest.mark.parametrize("text", ["Club\n\n6 x 200 m off 60 s. {}\n", "Club\n\n6 x 200 m off 60 s\n\n{}\n"])
def test_how_lengths_are_run_is_told_of_them(text: str, said: str) -> None:
    (run,) = _exercises(text.format(said))
    assert (run.sets, run.distance_m, run.seconds) == (6, 200.0, None)


@pytest.mark.parametrize(
    ("said", "lengths"),
    [
        ("The warm-up should be 10 minutes of easy jogging.", [600.0]),
        ("Your 30 minute run should be easy.", [1800.0]),
        ("Each 90 s sprint can be followed by 60 s of walking.", [90.0]),
    ],
)
def test_what_prescribes_with_such_words_is_read(said: str, lengths: list[float]) -> None:
    assert [one.seconds[0] for one in _exercises(f"Club\n\n{said}\n") if one.seconds][:1] == lengths


@pytest.mark.parametrize(
    "title", ["5x400m, 3x200m repeats", "Track night: 5 x 400m, 3 x 200m", "5x400m + 3x200m session"]
)
def test_a_title_that_says_which_lengths_are_run_below_is_none_of_them(title: str) -> None:
    found = _exercises(f"{title}\n\n- Jog 15 minutes\n- 5 x 400 m off 90 s\n- 3 x 200 m off 60 s\n")
    assert [(one.sets, one.distance_m) for one in found] == [(1, None), (5, 400.0), (3, 200.0)]


def test_a_title_that_nothing_below_repeats_is_what_is_run() -> None:
    assert [(one.sets, one.distance_m) for one in _exercises("6 x 800m session\n\nBring water.\n")] == [(6, 800.0)]


@pytest.mark.parametrize(
    "said",
    [
        "Cool down with 10 minutes of easy jogging.",
        "Cool down with a 10 minute easy jog.",
        "Warm down with 10 min easy.",
    ],
)
def test_a_cool_down_behind_what_is_repeated_is_no_rest(said: str) -> None:
    found = _exercises(f"Hour\n\nRun for 2 minutes, walk for 4 minutes. Repeat 3 times. {said}\n")
    assert [(one.seconds, one.rest_s) for one in found[:2]] == [((120.0, 120.0), None), ((240.0, 240.0), None)]
    assert [one.seconds for one in found[2:]] == [(600.0, 600.0)]


def test_surges_are_called_as_they_are() -> None:
    run, surges = _exercises("Hour\n\nRun for 30 minutes at an easy pace, throwing in 6 x 30-second surges.\n")
    assert (run.name, surges.name, surges.sets) == ("Run", "surges", 6)


def _exercises(text: str) -> list[WrittenExercise]:
    return [one for section in imported(text.encode(), "a.txt").written.sections for one in section.exercises]
