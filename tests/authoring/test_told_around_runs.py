"""What stands around the sessions of a plan of runs: how one begins and ends, how it is done, what a plan says."""

from __future__ import annotations

import pytest

from tests.authoring.listed import exercises_in, sections_in

SESSION = [("hard", 120), ("jog", 60)]


def timed(text: str) -> list[tuple[str, float | None]]:
    return [(one["name"], one["seconds"] and one["seconds"][0]) for one in exercises_in(text)]


@pytest.mark.parametrize(
    "told",
    [
        "All interval sessions begin with 10 minutes of running. You should finish with 5 minutes of easy walking.",
        "Every session starts with a 10 minute run. Finish with a 5 minute walk.",
        "Begin each workout with a 10 minute run. Cool down with 5 minutes of walking at the end.",
        "Always warm up with 10 minutes of running. Then end with 5 minutes of walking.",
        "Warm up with 10 minutes of easy running. Finish with 5 minutes of walking to cool down.",
        "Start with a 10 minute run. Wear something warm. Finish with a 5 minute walk.",
        "All runs begin with a brisk 10 minute walk. You can do drills too. You should finish with a 5 minute walk.",
    ],
)
def test_what_one_ends_with_is_done_last(told: str) -> None:
    found = timed(f"Club night\n\n{told}\n\n4 x 2 min hard, 1 min jog\n")
    assert [seconds for _, seconds in found] == [600, 120, 60, 300]


def test_what_one_ends_with_comes_behind_all_weeks() -> None:
    told = "Every session starts with a 5 minute brisk walk. Finish with a 5 minute slow walk."
    text = f"Runs\n\n{told}\n\nWeek 1\nRun 1 min, walk 2 min x 6\n\nWeek 2\nRun 2 min, walk 2 min x 6\n"
    assert [one["title"] for one in sections_in(text)] == ["Warm-up", None, None, "Cool-down"]


@pytest.mark.parametrize(
    "told",
    [
        "All sessions begin with 10 minutes of easy running. Most people finish with a smile.",
        "Start with 10 minutes of running. Then run 3 km.",
    ],
)
def test_other_sentences_are_no_end(told: str) -> None:
    assert "Cool-down" not in [one["title"] for one in sections_in(f"Runs\n\n{told}\n\n4 x 2 min hard, 1 min jog\n")]


@pytest.mark.parametrize("label", ["How to do it", "how to do it", "How it works:", "How to run the session"])
@pytest.mark.parametrize(
    "again",
    [
        "Run for two minutes at a pace that is hard. Jog for 60 seconds and go again.",
        "Push on for 2 minutes, then jog for 1 minute. This should feel tough.",
        "Go hard in each of the 2 minute efforts. Jog slowly in between. Stop after 4 reps.",
    ],
)
def test_how_a_session_is_done_is_told_once(label: str, again: str) -> None:
    assert timed(f"Intervals\n\nThe session\n4 x 2 min hard, 1 min jog\n{label}\n{again}\n") == SESSION


def test_several_sessions_are_each_told_once() -> None:
    text = (
        "Two sessions\n\nThe short one\nWhat is it?\n4 x 2 min hard, 1 min jog\nHow to do it\nRun hard for 2 minutes. "
        "Jog for 1 minute.\n\nThe long one\nWhat is it?\n3 x 8 min steady, 2 min jog\nHow to do it\nStay relaxed.\n"
    )
    assert timed(text) == [*SESSION, ("steady", 480), ("jog", 120)]


@pytest.mark.parametrize(
    "text",
    [
        "Tempo\n\nHow to do it\nRun for 2 minutes, then walk for 1 minute. Repeat 6 times.\n",
        "Tempo\n\n20 min tempo run\n\nHow it works\nRun for 2 minutes, then walk for 1 minute. Repeat 6 times.\n",
    ],
)
def test_what_is_only_told_below_is_done(text: str) -> None:
    assert timed(text)[-2:] == [("Run", 120), ("walk", 60)]


@pytest.mark.parametrize(
    "told",
    [
        "Each week do two runs as per the schedule below.",
        "Try to do 2 runs during the week and one at the weekend.",
        'Note that all numbers mean minutes, ie "jog 10" means jog for 10 minutes.',
        '"Run 5" means run for 5 minutes.',
        "5 x 400 means run 400 m five times.",
        "You'll be surprised at how easy a 30 minute jog becomes after a few weeks.",
        "A 30 minute run will feel easy by then.",
        "Soon you'll find a 20 minute run easy.",
        "Running for 30 minutes becomes easier every week.",
        "It's amazing how quickly a 5 minute jog gets easier.",
    ],
)
def test_what_a_plan_says_of_itself_is_not_done(told: str) -> None:
    text = f"My first plan\n\n{told}\n\nWeek 1\nRun 3 minutes, walk 2 minutes x 4\n"
    assert timed(text) == [("Run", 180), ("walk", 120)]


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ("Run for 20 minutes at a pace that feels easy.", ("Run", 1200)),
        ("Do a 20 minute run. It should feel easy.", ("run", 1200)),
        ("Run for 20 minutes, which gets you home.", ("Run", 1200)),
    ],
)
def test_what_is_easy_and_prescribed_is_done(told: str, found: tuple[str, float]) -> None:
    assert found in timed(f"Easy day\n\n{told}\n")
