"""What is held for a few counts or seconds, and how long it is gone on with."""

from __future__ import annotations

import pytest

from voicecoach.authoring.importing import imported
from voicecoach.authoring.rules.amounts.facts import Facts, facts_of
from voicecoach.authoring.rules.amounts.parts import parts_of
from voicecoach.authoring.rules.language.page import is_beside, is_noise
from voicecoach.authoring.written import WrittenExercise
from voicecoach.definitions.model import Sides


def facts(text: str) -> Facts:
    return facts_of(parts_of(text))


def exercise(text: str) -> WrittenExercise:
    sections = imported(f"Hip sheet\n\nBird dog\n{text}\n".encode(), "plan.txt").written.sections
    (found,) = [one for section in sections for one in section.exercises]
    return found


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("Hold for a 2 count", 2, 2),
        ("Hold for a five count.", 5, 5),
        ("Hold for 6 counts", 6, 6),
        ("Hold a three-count", 3, 3),
        ("Hold for a slow 4 count.", 4, 4),
        ("Hold for a 2-3 count", 2, 3),
        ("Hold for a count of 3 to 5", 3, 5),
        ("Pause at the top for a one-count", 1, 1),
    ],
)
def test_counts_are_seconds(text: str, low: int, high: int) -> None:
    assert facts(text).seconds == (low, high)


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("Repeat for three to five minutes.", (180, 300)),
        ("Repeat for 2-3 minutes", (120, 180)),
        ("Repeat for 30 to 40 sec", (30, 40)),
    ],
)
def test_a_range_of_times_is_no_count(text: str, seconds: tuple[int, int]) -> None:
    found = facts(text)
    assert (found.seconds, found.sets, found.repeat) == (seconds, None, None)


def test_a_rest_behind_a_count_is_none_of_its_range() -> None:
    found = facts("Repeat x3 - 60 s rest")
    assert (found.repeat, found.rest_s) == ((3, 3), (60, 60))


@pytest.mark.parametrize(
    ("text", "seconds", "pause_s", "sides"),
    [
        ("Reach out. Hold for 2 seconds.\nPerform for 1 minute.", 60, 2, None),
        ("Reach out and hold for 3 seconds.\nRepeat for 45 seconds on each side.", 45, 3, Sides.EACH),
        ("Reach out. Hold for a 5 count, then lower. Continue for 1 minute, alternating sides.", 60, 5, "alternating"),
        ("- Reach out.\n- Hold 3 seconds.\n- Keep going for 50 seconds, then switch sides.", 50, 3, Sides.EACH),
        ("- Reach out.\n- Hold 3 seconds.\n- Continue alternating for 50 seconds", 50, 3, "alternating"),
    ],
)
def test_what_is_held_for_a_moment_is_done_again_for_a_time(
    text: str, seconds: int, pause_s: int, sides: Sides | str | None
) -> None:
    found = exercise(text)
    assert (found.seconds, found.pause_s, found.sides) == ((seconds, seconds), pause_s, sides)


def test_a_long_hold_is_done_so_often() -> None:
    found = exercise("Reach out. Hold for 30 seconds.\nRepeat 3 times.")
    assert (found.sets, found.seconds) == (3, (30, 30))


@pytest.mark.parametrize(
    "text",
    [
        "Lift the knee 1-2 inches off the mat.",
        "Raise your hips 10 to 15 cm",
        "Keep the exercises up for a minimum of 6 weeks after your operation.",
        "Continue with the exercises for at least 8 to 12 weeks.",
        "Do the exercises 2 or 3 times during the day",
        "Do these exercises 3 to 4 times daily",
        "After the last set hold for a 20 count",
        "On your final round, hold for 30 seconds",
    ],
)
def test_what_is_no_amount(text: str) -> None:
    assert not facts(text).says_anything


@pytest.mark.parametrize(
    "text",
    ["IMG_2041 IMG_2042", "DSC0021.jpg", "slide 3 of 4, Heel sit,", "Image 2 of 8", "Picture of a calf stretch"],
)
def test_traces_of_pictures_are_beside_it(text: str) -> None:
    assert is_beside(text)


def test_what_is_gone_on_with_for_a_time_is_no_farewell() -> None:
    assert is_noise("Keep going!")
    assert not is_noise("Keep going for 45 seconds")


@pytest.mark.parametrize(
    ("text", "sets", "seconds"),
    [
        ("Hold 15sec, repeat 4reps on each side x1-2/day", 4, 15),
        ("Hold 25 sec, 3 reps each side", 3, 25),
        ("Hold for 20 seconds x 3 reps", 3, 20),
    ],
)
def test_a_long_hold_of_a_few_repetitions_is_sets(text: str, sets: int, seconds: int) -> None:
    found = facts(text)
    assert (found.sets, found.seconds, found.reps) == ((sets, sets), (seconds, seconds), None)


def test_a_short_or_frequent_hold_is_of_each_repetition() -> None:
    assert (facts("Hold 5 seconds, 10 reps").reps, facts("Hold 30 seconds, 10 reps").reps) == ((10, 10), (10, 10))


@pytest.mark.parametrize("text", ["x2 daily", "x 1-2 per day", "x1-2/day"])
def test_how_often_a_day_with_its_sign_is_no_amount(text: str) -> None:
    assert not facts(text).says_anything


def test_times_without_a_space_are_times() -> None:
    assert facts("Repeat 10-15times in a row, 2-3 times a day.").reps == (10, 15)
