"""Amounts that each stand behind the word for them, on a line of their own."""

from __future__ import annotations

import pytest

from voicecoach.authoring.document import Block, BlockKind
from voicecoach.authoring.importing import imported
from voicecoach.authoring.reading.numbered import with_points
from voicecoach.authoring.rules.passes.keyed_lines import with_colons
from voicecoach.authoring.written import WrittenExercise


def exercises(text: str) -> list[WrittenExercise]:
    return [one for section in imported(text.encode(), "plan.txt").written.sections for one in section.exercises]


def colons(*texts: str) -> list[str]:
    return [one.text for one in with_colons([Block(BlockKind.PARAGRAPH, text, at) for at, text in enumerate(texts)])]


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (("Sets 4", "Reps 8", "Rest 30sec"), ["Sets: 4", "Reps: 8", "Rest: 30sec"]),
        (("SETS 4", "REPS To failure"), ["Sets: 4", "Reps: To failure"]),
        (("Sets 4", "Bring a mat"), ["Sets 4", "Bring a mat"]),
        (("Set 1", "Set 2"), ["Set 1", "Set 2"]),
        (("Rest 30sec", "Curl", "Reps 8"), ["Rest 30sec", "Curl", "Reps 8"]),
        (("Sets 3", "Time 40 seconds. Breathe out."), ["Sets 3", "Time 40 seconds. Breathe out."]),
    ],
)
def test_several_in_a_row_each_get_a_colon(lines: tuple[str, ...], found: list[str]) -> None:
    assert colons(*lines) == found


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize("label", ["", "{}. ", "{} ", "A{} ", "{}A "])
def test_they_are_of_the_name_above(gap: str, label: str) -> None:
    amounts = (("Sets 4", "Reps 7", "Rest 35sec"), ("Sets 2", "Reps 11", "Tempo 2012", "Rest 50sec"))
    names = ("Goblet squat", "Dumbbell row")
    lines = [line for at in (0, 1) for line in (label.format(at + 1) + names[at], *amounts[at], "Chest up.")]
    squat, row = exercises("Leg day\n\n" + gap.join(lines))
    assert (squat.name, squat.sets, squat.reps, squat.rest_s) == ("Goblet squat", 4, (7, 7), 35)
    assert (row.name, row.sets, row.reps, row.rest_s, row.tempo) == ("Dumbbell row", 2, (11, 11), 50, "2-0-1-2")


def test_a_number_before_a_name_above_them_only_counts_the_names() -> None:
    texts = ["1 Goblet squat", "", "Sets: 4", "Reps: 7", "2 Dumbbell row", "", "Sets: 2"]
    assert with_points(texts)[::4] == ["1. Goblet squat", "2. Dumbbell row"]
    assert with_points(["1 squat", "", "2 squats", "", "3 squats"]) == ["1 squat", "", "2 squats", "", "3 squats"]


@pytest.mark.parametrize("label", ["1A", "1A.", "1a)", "A1", "A1:"])
def test_what_has_the_same_number_or_letter_is_a_superset(label: str) -> None:
    other = label.replace("A1", "A2").replace("1A", "1B").replace("1a", "1b")
    (section,) = imported(f"Arms\n\n{label} Curl 3x9\n{other} Dip 3x8\n".encode(), "plan.txt").written.sections
    assert section.kind == "superset"
    assert [one.name for one in section.exercises] == ["Curl", "Dip"]


def test_a_sentence_on_what_it_is_good_for_is_no_title() -> None:
    curl, dip = exercises("Curl\nSets: 3\nReps: 9\nWhy It keeps your elbows happy.\n\nDip\nSets: 2\nReps: 8\n")
    assert (curl.sets, dip.sets) == (3, 2)


def test_numbers_before_paragraphs_count_them_where_text_of_their_own_stands_between() -> None:
    first = ["1 Bridge AIM To wake up the back.", "", "Lift your hips."]
    text = [*first, "", "2 Squat", "", "Sit back.", "", "3 Plank", "", "Hold on."]
    assert [one for one in with_points(text) if one[:1].isdecimal()] == [
        "1. Bridge AIM To wake up the back.",
        "2. Squat",
        "3. Plank",
    ]
    ladder = ["1 Burpee", "", "2 Squats", "", "3 Lunges"]
    assert with_points(ladder) == ladder


def test_labels_that_come_below_each_name_are_no_exercises() -> None:
    below = (
        "Muscles used: the {}\nWhy: {}\nHow: Lie down and lift your hips slowly.\nTime: {} seconds per leg x 2 sets\n"
    )
    text = "Bridge\n\n" + below.format("glutes", "They are lazy in runners.", 35)
    text += "\nSide plank\n\n" + below.format("flanks", "You sway on both legs without them.", 25)
    first, second = exercises(text)
    assert (first.name, first.sets, first.seconds) == ("Bridge", 2, (35, 35))
    assert (second.name, second.sets, second.seconds) == ("Side plank", 2, (25, 25))
