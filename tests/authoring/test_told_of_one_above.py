"""What is told of the exercise above: by its name, for some, up to how much, how far, that it can be done so often."""

from __future__ import annotations

import pytest

from voicecoach.authoring.importing import imported
from voicecoach.authoring.written import WrittenExercise
from voicecoach.definitions.model import Sides


def exercises(text: str) -> list[WrittenExercise]:
    written = imported(text.encode(), "plan.txt").written
    return [one for section in written.sections for one in section.exercises]


def names(text: str) -> list[str]:
    return [one.name for one in exercises(text)]


@pytest.mark.parametrize(
    "told",
    [
        "Swing it out to 45-90 degrees and back.",
        "Swing it out to 45 to 90 degrees and back.",
        "Swing it out 30–45 degrees.",
        "Swing it out to 45°.",
    ],
)
def test_how_far_something_is_bent_is_no_amount(told: str) -> None:
    (swing,) = exercises(f"Leg swings\n{told} 30 seconds.\n")
    assert (swing.seconds, swing.reps, swing.sets) == ((30, 30), None, 1)


@pytest.mark.parametrize(
    "goal",
    [
        "and work up to 3x12",
        "and gradually work up to 3x12 reps",
        ", building up to 3 x 12",
        "(work towards 3x12)",
        ", slowly progress to 3×12",
    ],
)
def test_what_is_worked_up_to_is_none_of_the_sets(goal: str) -> None:
    (squat,) = exercises(f"Squats: 2x8 {goal}\n")
    assert (squat.sets, squat.reps, squat.each_set) == (2, (8, 8), ())


def test_what_is_done_then_is_another_set() -> None:
    assert exercises("Squats: 2x8 then 3x12\n")[0].each_set == (8, 8, 12, 12, 12)


@pytest.mark.parametrize(
    "label",
    [
        "Low impact modification:",
        "Lower-intensity version:",
        "Beginner modification:",
        "Seated option -",
        "Easier option:",
        "For an easier version:",
        "**Chair variation:**",
    ],
)
def test_what_some_do_instead_is_a_remark(label: str) -> None:
    text = f"Jacks: hop out and in for 30 seconds.\n{label} take out the hop\nSquats: 10 reps\n"
    assert names(text) == ["Jacks", "Squats"]


def test_what_some_do_instead_is_none_of_a_list_of_heads() -> None:
    text = (
        "Do each exercise for 40 seconds.\n"
        "Jumping Jacks: Stand tall with the feet together. Hop out and in again.\n"
        "Low intensity modification: Step out to one side and then to the other.\n"
        "Walking Lunge: Stand tall with the feet together. Step out and bend both knees.\n"
        "Low intensity modification: Do not go down all the way.\n"
        "High Knees: Stand tall with the feet together. Run on the spot.\n"
    )
    assert names(text) == ["Jumping Jacks", "Walking Lunge", "High Knees"]


@pytest.mark.parametrize("title", ["Seated version", "Advanced version:"])
def test_the_title_of_another_version_is_a_title(title: str) -> None:
    assert names(f"Standing version\nSquats 10\nCalf raises 12\n\n{title}\nKnee lifts 10\nPush-ups 5\n") == [
        "Squats",
        "Calf raises",
        "Knee lifts",
        "Push-ups",
    ]


@pytest.mark.parametrize(
    "told",
    [
        "For shoulder rolls, walk on the spot. Roll them 5 times to the front and 5 times to the back.",
        "To do shoulder rolls, sit tall. Hold for 3 seconds.",
        "To perform the shoulder roll, sit tall. Do 4 more if you like.",
    ],
)
def test_what_is_told_by_name_counts_no_more_of_it(told: str) -> None:
    (rolls,) = exercises(f"Shoulder rolls: 2 sets of 10 repetitions\n{told}\n")
    assert (rolls.sets, rolls.reps, rolls.seconds) == (2, (10, 10), None)


def test_what_is_told_by_name_is_learned_where_it_is_no_amount() -> None:
    digs, rows = exercises(
        "Heel digs: 60 seconds\nFor heel digs, place alternate heels in front.\n\n"
        "Rows 3x8\nFor the rows, use 20 kg.\nFor rows, rest 60 seconds between sets.\n"
    )
    assert digs.sides is Sides.ALTERNATING
    assert (rows.load, rows.rest_s) == ("20 kg", 60)


def test_what_is_told_by_another_name_or_counted_there_first_is_an_exercise() -> None:
    text = "For shoulder rolls, sit tall. Roll your shoulders 10 times.\nFor neck turns, look round. Repeat 5 times.\n"
    assert [(one.name, one.reps) for one in exercises(f"Warm up\n{text}")] == [
        ("shoulder rolls", (10, 10)),
        ("neck turns", (5, 5)),
    ]


@pytest.mark.parametrize(
    ("told", "sets", "reps"),
    [
        ("hold for 5 seconds. This exercise can be performed in 3 sets of 8 reps.", 3, (8, 8)),
        ("hold for 5 seconds. This exercise should be done for 3 sets of 8 reps.", 3, (8, 8)),
        ("hold for 20 seconds. This stretch can be performed 5 times.", 5, None),
        ("hold for 20 seconds. The stretch should also be repeated 3 times.", 3, None),
        ("come back. 3 x 10. This exercise should be done 2 or 3 times per week for 12 weeks.", 3, (10, 10)),
        ("come back. 3 x 10. This exercise can be performed 3 times a day.", 3, (10, 10)),
    ],
)
def test_how_often_it_can_be_done_is_how_often_it_is(told: str, sets: int, reps: tuple[int, int] | None) -> None:
    (stretch,) = exercises(f"Calf stretch\nLean in and {told}\n")
    assert (stretch.sets, stretch.reps) == (sets, reps)
