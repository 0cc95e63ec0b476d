"""What is told below an exercise that has its amount: how it is done, and no other exercise."""

from __future__ import annotations

import pytest

from tests.authoring.listed import exercises_in

TOLD = [
    "Stay near the rail. Walk on your toes for 8 seconds, then pause.",
    "Step along the line. Stand still for 5 seconds at the end.",
    "Lift your feet high. March quicker for 5 seconds.",
]
OTHERS = [
    "Keep tall. Jump squats for 20 seconds.",
    "Stay tall. Then do a wall sit for 20 seconds.",
    "Hop for 20 seconds.",
]


def names(text: str) -> list[str]:
    return [one["name"] for one in exercises_in(text)]


@pytest.mark.parametrize("told", TOLD)
@pytest.mark.parametrize("head", ["{} (6 reps)", "{} x 6", "1. {} - 6 reps"])
def test_what_is_told_below_an_amount_is_no_exercise(head: str, told: str) -> None:
    heads = [head.format(one) for one in ("March to the wall", "Toe walk", "Heel raise")]
    text = f"{heads[0]}\n{told}\n\n{heads[1]}\n{told}\n\n{heads[2]}\nPush up on your toes.\n"
    assert names(text) == ["March to the wall", "Toe walk", "Heel raise"]
    assert all(one["reps"] == [6, 6] and one["seconds"] is None for one in exercises_in(text))


@pytest.mark.parametrize("told", OTHERS)
def test_what_is_prescribed_below_an_amount_is_another(told: str) -> None:
    text = f"Squat x 8\n{told}\n\nLunge x 8\n{told}\n"
    assert len(names(text)) > 2


def test_a_run_and_a_walk_are_two() -> None:
    assert names("Run 400 m\nWalk for 2 minutes.\nRun 800 m\nWalk for 3 minutes.") == ["Run", "Walk", "Run", "Walk"]


BY_CLOCK = """\
Minute 0-2: Shoulder rolls
- Roll them back 10 times (chest open).
- Roll them forward 10 times.

Minute 2-4: Neck tilts
- Tilt it slowly 5 times each way.

Minute 4-6: Arm circles
- Circle them 8 times.
"""
BY_LENGTH = """\
Shoulder rolls - 2 minutes
Roll them back 10 times.

Neck tilts - 2 minutes
Tilt it 5 times each way.

Arm circles - 2 minutes
Circle your arms 8 times.
"""


@pytest.mark.parametrize("text", [BY_CLOCK, BY_LENGTH])
def test_moves_counted_within_a_time_are_no_sets(text: str) -> None:
    found = exercises_in(text)
    assert [one["name"] for one in found] == ["Shoulder rolls", "Neck tilts", "Arm circles"]
    assert [one["seconds"] for one in found] == [[120, 120]] * 3
    assert all(one["sets"] in {None, 1} for one in found)


@pytest.mark.parametrize("often", ["Repeat 3 times.", "Do this 3 times.", "Stretch each side 3 times."])
def test_a_stretch_done_again_has_sets(often: str) -> None:
    (one,) = exercises_in(f"Calf stretch: 30 seconds. {often}\n")
    assert (one["sets"], one["seconds"]) == (3, [30, 30])


@pytest.mark.parametrize(
    "text",
    [
        "Lower your heel over the course of a 4 second count. Repeat 12 times.",
        "Take 3 seconds to come down. Repeat 12 times.",
        "Lower over 3-4 seconds. Repeat 12 times.",
        "Count 4 seconds as you lower. Repeat 12 times.",
    ],
)
def test_how_long_a_move_takes_is_no_amount(text: str) -> None:
    (one,) = exercises_in(f"Heel raise\n{text}\n")
    assert (one["reps"], one["seconds"], one["sets"]) == ([12, 12], None, 1)


@pytest.mark.parametrize(
    "text",
    [
        "Do this 12 times, rest for 30 seconds, then repeat 2 more times.",
        "Lift it 12 times, rest 30 seconds and repeat 3 times.",
        "Perform 12 times, rest for 30 seconds. Repeat this routine 3 times.",
    ],
)
def test_what_is_done_so_often_and_repeated_has_sets(text: str) -> None:
    (one,) = exercises_in(f"Clam\n{text}\n")
    assert (one["sets"], one["reps"], one["rest_s"]) == (3, [12, 12], 30)


def test_each_exercise_so_many_times_with_a_rest() -> None:
    how = "Complete each exercise 10 times, rest 30 seconds between exercises. Repeat the circuit twice."
    text = f"{how}\n\nSquats\nLunges\n"
    assert [one["reps"] for one in exercises_in(text)] == [[10, 10]] * 2


@pytest.mark.parametrize("back", ["Then release", "And lower", "Release", "Then let go", "Return to start"])
def test_an_order_to_come_back_is_no_name(back: str) -> None:
    text = f"Knee rolls\nRoll them over.\nRepeat x 8\n\nPelvic tilt\nFlatten your back.\n{back}\nRepeat x 10\n"
    assert [(one["name"], one["reps"]) for one in exercises_in(text)] == [
        ("Knee rolls", [8, 8]),
        ("Pelvic tilt", [10, 10]),
    ]


def test_a_series_has_its_own_amount() -> None:
    series = "Side kick series 5 reps of each exercise on each leg"
    found = exercises_in(f"1. Hundred 10 sets\n2. Roll over 6-8 reps\n3. {series}\n4. Seal x 8\n")
    assert [one["name"] for one in found] == ["Hundred", "Roll over", "Side kick series", "Seal"]
    assert [one["reps"] for one in found] == [None, [6, 8], [5, 5], [8, 8]]


@pytest.mark.parametrize(
    "title", ["March Mat-ness Challenge Day 30", "Walking challenge: day 3", "Stretch class - week 2"]
)
def test_a_challenge_of_a_day_is_a_title(title: str) -> None:
    assert names(f"{title}\n\nAll of the moves\n\n1. Roll ups x 5\n2. Swan x 5\n") == ["Roll ups", "Swan"]


def test_round_your_back_heads_nothing() -> None:
    text = "Cat stretch\n\nRound your back.\n\nRepeat 8 times.\n\nCobra\n\nPress up on your hands.\n\nRepeat 6 times.\n"
    assert [(one["name"], one["reps"]) for one in exercises_in(text)] == [("Cat stretch", [8, 8]), ("Cobra", [6, 6])]


@pytest.mark.parametrize(
    "table",
    [
        "Frequency | Hourly |\n---|---|\nRepetitions | {} |",
        "Sets | 1\nReps | {}",
        "| Repetitions | Frequency |\n|---|---|\n| {} | 3 times a day |",
    ],
)
def test_a_table_of_keys_below_a_name_has_its_amount(table: str) -> None:
    parts = [
        f"{name}\nGood for you.\n{table.format(reps)}\n\nMove it slowly.\n"
        for name, reps in (("Ankle pumps", 20), ("Heel slides", 10), ("Static quads", 12))
    ]
    found = exercises_in("\n".join(parts))
    assert [one["name"] for one in found] == ["Ankle pumps", "Heel slides", "Static quads"]
    assert [one["reps"] for one in found] == [[20, 20], [10, 10], [12, 12]]


def test_numbers_alone_count_what_stands_below_them() -> None:
    text = "Calf stretch\n1.\nLean into the wall.\n\n2.\nHold for 30 seconds. Repeat 3 times.\n"
    (one,) = exercises_in(text)
    assert (one["sets"], one["seconds"], one["each_set"]) == (3, [30, 30], None)
    assert [one["name"] for one in exercises_in("1.\nSquats 3x5\n2.\nBench press 3x8\n")] == ["Squats", "Bench press"]


@pytest.mark.parametrize("head", ["To perform the {}:", "How to do a {}:", "To do your {}:"])
@pytest.mark.parametrize("mark", ["1. ", "- "])
def test_steps_are_headed_by_what_they_are_to_do(head: str, mark: str) -> None:
    steps = f"{mark}Lie on your back.\n{mark}Move it slowly.\n{mark}Repeat {{}} times.\n"
    text = "\n".join(f"{head.format(name)}\n{steps.format(reps)}" for name, reps in (("heel slide", 8), ("bridge", 12)))
    found = exercises_in(text)
    assert [(one["name"], one["reps"]) for one in found] == [("Heel slide", [8, 8]), ("Bridge", [12, 12])]


def test_what_an_exercise_is_good_for_may_stand_alone_above_it() -> None:
    text = (
        "Pelvic tilts\nLie down.\nFlatten your back.\nRepeat x10\n\n"
        "The bridge is good for your hips.\nLie on your back.\n"
        "Lift your hips.\nRepeat 8 times.\n\nThe clam is good for your hips.\nLie on your side.\nLift your knee.\n"
        "Repeat 12 times.\n"
    )
    assert [(one["name"], one["reps"]) for one in exercises_in(text)] == [
        ("Pelvic tilts", [10, 10]),
        ("Bridge", [8, 8]),
        ("Clam", [12, 12]),
    ]
