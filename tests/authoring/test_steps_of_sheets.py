"""Steps below the names of a patients' sheet: how one is there, what is done, and how much of it as the last."""

from __future__ import annotations

import pytest

from voicecoach.authoring.importing import imported
from voicecoach.authoring.reading.double_spaced import with_spaces_closed
from voicecoach.authoring.written import WrittenExercise

NAMES = (("Static glutes", "Clench both buttocks"), ("Heel slides", "Slide your foot along the mat"))


def exercises(text: str) -> list[WrittenExercise]:
    return [one for section in imported(text.encode(), "sheet.txt").written.sections for one in section.exercises]


def names(text: str) -> list[str]:
    return [one.name for one in exercises(text)]


HEADS = ("{name}", "Exercise {number} – {name}", "**{name}**")
BELOW = (
    "• {where}\n• {deed}\n• Relax and repeat.\n",
    "- {where}\n- {deed}\nRepeat 8 times.\n",
    "\n{where}. {deed}. Repeat 8 times.\n",
)


@pytest.mark.parametrize("below", BELOW)
@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize(
    "where",
    [
        "Sitting or lying on the sofa",
        "Standing sideways to a worktop",
        "In sitting",
        "Long sitting on the mat",
        "Stand or sit",
        "Leaning against a door",
        "Holding on to the sink",
        "Half kneeling on a pillow",
        "Sat on a dining chair",
        "Kneeling on all fours",
    ],
)
def test_how_one_is_there_is_the_first_step(where: str, head: str, below: str) -> None:
    text = "\n".join(
        f"{head}\n{below}".format(name=name, deed=deed, number=number, where=where)
        for number, (name, deed) in enumerate(NAMES, 1)
    )
    assert names(text) == ["Static glutes", "Heel slides"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Balance exercises\n- Standing on one leg\n- Walking heel to toe\n", 2),
        ("Balance\n- Standing on one leg 20 s\n- Tandem standing 20 s\n", 2),
        ("Legs\n- Sit to stand\n- Heel raises\n- March on the spot\n", 3),
        ("Home\n- Sit to stand x 6\n- Squeeze your buttocks 10 times\n- Heel raises x 10\n", 3),
        ("Abs\n- Sit ups\n- Plank\n- Crunches\n", 3),
        ("Day 1\n- Standing on one leg\n- Raise your arms to the side\n- Hold for 12 seconds\n", 1),
    ],
)
def test_what_is_called_by_a_position_stays_an_exercise(text: str, found: int) -> None:
    assert len(exercises(text)) == found


@pytest.mark.parametrize("head", [*HEADS, "{name}:", "Exercise {number}: {name}", "Exercise {number}. {name}"])
@pytest.mark.parametrize("last", ["Repeat 8 times.", "Repetitions: 8", "Do this 8 times.", "Do 8 repetitions."])
def test_the_last_of_counted_steps_is_of_the_exercise_above(last: str, head: str) -> None:
    text = "".join(
        f"{head}\n1. Lie on the bed.\n2. {deed}.\n3. {last}\n".format(name=name, number=number)
        for number, (name, deed) in enumerate(NAMES, 1)
    )
    assert [(one.name, one.reps) for one in exercises(text)] == [("Static glutes", (8, 8)), ("Heel slides", (8, 8))]


@pytest.mark.parametrize("text", ["A. 3x\n- rows\n- dips\n", "1. Warm up on the bike.\n\n3x:\n10 rows\n10 dips\n"])
def test_how_often_stands_above_a_list_as_before(text: str) -> None:
    (section,) = [one for one in imported(text.encode(), "sheet.txt").written.sections if len(one.exercises) > 1]
    assert section.rounds == 3


@pytest.mark.parametrize("label", ["How to do it:", "How to perform:", "Instructions"])
@pytest.mark.parametrize("begun", ["", "Lie on the bed with both legs straight\n"])
@pytest.mark.parametrize("head", ["{name}", "{name}:", "Exercise {number}: {name}", "Exercise {number} – {name}"])
def test_steps_below_a_label_are_of_the_counted_name_above(head: str, begun: str, label: str) -> None:
    text = "\n".join(
        f"{head}\n\n{label}\n{begun}- {deed}\n- Let go slowly\n- Do one set of 8 repetitions twice a day\n".format(
            name=name, number=number
        )
        for number, (name, deed) in enumerate(NAMES, 1)
    )
    assert [(one.name, one.reps) for one in exercises(text)] == [("Static glutes", (8, 8)), ("Heel slides", (8, 8))]


@pytest.mark.parametrize(
    "stated",
    [
        "The following exercises should be done 8 repetitions of each, 3 times per day.",
    ],
)
def test_how_often_a_day_makes_no_rounds(stated: str) -> None:
    text = f"{stated}\n\nStatic glutes\nClench both buttocks.\n\nHeel slides\nSlide your foot along the mat.\n"
    assert [one.reps for one in exercises(text)] == [(8, 8), (8, 8)]


def test_a_hold_of_each_exercise_is_that_of_the_repetitions_said_before() -> None:
    text = (
        "Do 8 repetitions of each exercise.\n\nHeel slides\nSlide your foot along the mat.\n\n"
        "Hold each exercise for 4 seconds, relax then repeat.\n\nLeg lift\nLift your leg.\n"
    )
    assert [(one.reps, one.seconds, one.pause_s) for one in exercises(text)] == [((8, 8), None, 4), ((8, 8), None, 4)]


SPACED = (
    "Knee programme",
    "These exercises help you to get the leg moving again after the long",
    "weeks in plaster.",
    "Heel slides",
    "Slide the heel of the leg that was in plaster along the floor so that",
    "the knee bends",
    "Repeat 8 times",
    "Leg lift",
    "Lift the leg",
    "Repeat 6 times",
)


def test_lines_that_were_broken_and_spaced_are_whole_again() -> None:
    found = exercises("\n\n".join(SPACED))
    assert [(one.name, one.reps) for one in found] == [("Heel slides", (8, 8)), ("Leg lift", (6, 6))]


@pytest.mark.parametrize(
    "lines",
    [
        list(SPACED),
        ["squats with the bar on the back, slowly and deep", "", "lunges down the whole of the corridor", ""] * 5,
        ["Rows with the dumbbell that stands in the corner of the room", "", "Curls", ""] * 5,
        ["A long line that has no stop at its end and goes on below", "", "in small letters", ""],
    ],
)
def test_other_lines_stay_as_they_are(lines: list[str]) -> None:
    assert with_spaces_closed(lines) == lines
