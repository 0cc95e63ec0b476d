"""Manners of saying it, each in a line or two."""

from __future__ import annotations

import pytest

from voicecoach.authoring.importing import imported
from voicecoach.authoring.written import WrittenExercise
from voicecoach.definitions.model import Sides


def amount(one: WrittenExercise) -> float | None:
    """The repetitions or seconds of an exercise, where they are a number and no range."""
    found = one.reps or one.seconds
    return found[0] if found and found[0] == found[1] else None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Do 10 lunges on the left leg, then 10 lunges on the right leg.", [("lunges", 10, Sides.EACH)]),
        (
            "Hold a side plank on the left for 30 seconds and then a side plank on the right for 30 seconds.",
            [("side plank", 30, Sides.EACH)],
        ),
        (
            "Do 10 lunges on the left leg, then 12 lunges on the right leg.",
            [("lunges on the left leg", 10, None), ("lunges on the right leg", 12, None)],
        ),
        (
            "Squats 3x10\n\nThen a circuit of push-ups, lunges and planks. Go round three times.",
            [("Squats", 10, None), ("push-ups", None, None), ("lunges", None, None), ("planks", None, None)],
        ),
        (
            "Then do a superset with push-ups and dips.\nLunges 3x10",
            [("push-ups", None, None), ("dips", None, None), ("Lunges", 10, None)],
        ),
        (
            "Bench press\n60 kg x 5\n70 kg x 5\n\nRow\n- 8 x 50 kg\n- 8 x 50 kg",
            [("Bench press", 5, None), ("Row", 8, None)],
        ),
        ("Bench press\n135 lbs x 5\n155 x 5\n\nDips\n12 x 12", [("Bench press", 5, None), ("Dips", 12, None)]),
        ("# Squats\n- 3x10", [("Squats", 10, None)]),
        (
            "1. Step-ups\nWhy: they build the calves.\nHow: Step up slowly. Do 3 sets of 8.\n\n2. Lunges\n3 x 12",
            [("Step-ups", 8, None), ("Lunges", 12, None)],
        ),
        (
            "## Bridge\n\n**Why:** the hips sleep.\n\nDrive through the heels. 15 reps.\n\n## Clam\n\nSlowly. 12 reps.",
            [("Bridge", 15, None), ("Clam", 12, None)],
        ),
        ("Squat: 3 sets: 12, 10, 8 reps\nBench 5/3/1 @ 75/85/95%", [("Squat", None, None), ("Bench", None, None)]),
        (
            "Single leg stand\nStand on the left leg for 20 seconds. Repeat on the right.",
            [("Single leg stand", 20, Sides.EACH)],
        ),
        (
            "Swim 500 m\n200 easy\n4x50 kick\n100 easy",
            [("easy", None, None), ("kick", None, None), ("easy", None, None)],
        ),
        (
            "Perform 3 sets of 12 of the following exercises: leg press, rows, and crunches.",
            [("leg press", 12, None), ("rows", 12, None), ("crunches", 12, None)],
        ),
        (
            "Warm up with a 10 minute jog\nSquats 3x10\nCool down with 5 minutes of easy walking.",
            [("jog", 600, None), ("Squats", 10, None), ("easy walking", 300, None)],
        ),
        (
            "Name: Bridge\nReps: 10\nSets: 3\n\nName: Clam\nReps: 15\nSets: 2",
            [("Bridge", 10, None), ("Clam", 15, None)],
        ),
        ("Sprints 4 x 20 m, walk back\nSquats 3x10", [("Sprints", None, None), ("Squats", 10, None)]),
        (
            "Start with squats. Then it's rows with the 16 kg bell, three lots of ten. Lunges, three sets of eight.",
            [("rows", 10, None), ("Lunges", 8, None)],
        ),
        (
            "Then do a hip stretch, right leg first, holding it for 30 seconds, and same again on the other side.",
            [("hip stretch", 30, Sides.EACH)],
        ),
        ("Tuesday\n2k easy\n6k tempo", [("easy", None, None), ("tempo", None, None)]),
        ("- Squat 3x5 @ 100 kg\n- Back-off: 2x8 @ 80 kg", [("Squat", 5, None), ("Squat (back-off)", 8, None)]),
        ("5 min at 80%\n3 min at 60%", [("at 80 %", 300, None), ("at 60 %", 180, None)]),
        ("Do two sets of these intervals: 1 min hard, 1 min easy", [("hard", 60, None), ("easy", 60, None)]),
        (
            "3 rounds: 10 squats, 8 push-ups. If tired, skip the 10 burpees.",
            [("squats", 10, None), ("push-ups", 8, None)],
        ),
        (
            "Warm-up\n- Hip stretches\nPigeon pose 30 s\nFrog pose 30 s",
            [("Pigeon pose", 30, None), ("Frog pose", 30, None)],
        ),
        (
            "Squats 3x10\n\nPendulum exercise:\n\n1. Lean forward and let the arm hang.\n2. Swing it 12 times.",
            [("Squats", 10, None), ("Pendulum exercise", 12, None)],
        ),
        (
            "Calf stretch against the wall: keep the heel down, 30 s\nHip stretch lying: pull the knee, 40 s",
            [("Calf stretch against the wall", 30, None), ("Hip stretch lying", 40, None)],
        ),
        (
            "1. Squat 3x10\n- Sit back, toes out\n- Hinge a bit\n2. Wobble 3x12\n- Slowly",
            [("Squat", 10, None), ("Wobble", 12, None)],
        ),
        (
            "Push-ups 3x10\nPrance 3x12\nkeep your chest up\nLunges 3x8",
            [("Push-ups", 10, None), ("Prance", 12, None), ("Lunges", 8, None)],
        ),
        (
            "1 skipping, 2 wall sit, 3 rope, 4 step-ups\n40 s each",
            [("skipping", 40, None), ("wall sit", 40, None), ("rope", 40, None), ("step-ups", 40, None)],
        ),
        (
            "Warm up\n1 lap of the field, 20 jumping jacks, 10 inchworms",
            [("lap of the field", 1, None), ("jumping jacks", 20, None), ("inchworms", 10, None)],
        ),
        (
            "Squats\nLunges\nwith a smile\nevery day\nPlank",
            [("Squats", None, None), ("Lunges", None, None), ("Plank", None, None)],
        ),
        (
            "- Squats 3x10\n- Lunges 3x12\n- Break: 2 min\n- Rows 3x8\n- Cold shower",
            [("Squats", 10, None), ("Lunges", 12, None), ("Rows", 8, None)],
        ),
        ("Squats 3x10\nBonus: Read a book for 20 minutes.", [("Squats", 10, None)]),
        ("Lunges 3x8\nScaled: 5 step-ups", [("Lunges", 8, None)]),
        (
            "Swim - 2000 m\n\nWarm up 400 m\n8 x 50 m fast, rest 20 s",
            [("Warm up", None, None), ("50 m fast", None, None)],
        ),
    ],
)
def test_what_is_to_be_done_is_found(text: str, found: list[tuple[str, float | None, Sides | None]]) -> None:
    sections = imported(text.encode(), "plan.txt").written.sections
    exercises = [one for section in sections for one in section.exercises]
    assert [(one.name, amount(one), one.sides) for one in exercises] == found


def test_what_somebody_tells_of_a_day_is_no_rule() -> None:
    text = "Rest 60 s between exercises. I had 3 minutes rest between rounds.\n\n- Squats 3x10\n- Lunges 3x8"
    (section,) = imported(text.encode(), "plan.txt").written.sections
    assert section.round_rest_s is None


def test_a_rest_between_two_parts_is_not_that_within_the_first() -> None:
    text = "Warm-up\n\n- Squats 3x10\n- Lunges 3x8\n\n3 min rest\n\nMain part\n\n- Rows 3x8\n- Dips 3x8"
    first, second = imported(text.encode(), "plan.txt").written.sections
    assert (first.rest_s, second.rest_s) == (None, None)
    assert second.before_s == 180


@pytest.mark.parametrize(
    ("text", "unplaced"),
    [
        ("Squats 3x10\n\nAfter an injury: when you come back, do 5 reps a day and see how it goes.", 3),
        ("Plank 3x30 s\n\nFor the brave: try to stay for 2 minutes if you like.", 3),
    ],
)
def test_what_is_headed_by_something_else_is_not_of_the_exercise_above(text: str, unplaced: int) -> None:
    written = imported(text.encode(), "plan.txt").written
    assert [one.line for one in written.unplaced] == [unplaced]
    (exercise,) = written.sections[0].exercises
    assert not exercise.cues.form


@pytest.mark.parametrize(
    ("text", "rounds"),
    [
        ("3x:\n10 squats\n10 lunges", [3]),
        ("5 min warm-up\nthen 3 x:\n10 squats\n10 lunges", [None, 3]),
        ("Do all 5 moves for 45 seconds each, 15 seconds rest. Repeat 3 times.\nHops\nSquats\nLunges", [3]),
        ("Squats 10 reps\nLunges 10 reps\nRepeat for 3 total rounds.", [3]),
        ("1 km easy, 5 x (400 m fast, 200 m walk), 1 km easy", [None, 5, None]),
        ("Squats 3x10 tempo\nRows 3x10", [None]),
    ],
)
def test_how_often_all_of_it_is_done_is_found(text: str, rounds: list[int | None]) -> None:
    assert [one.rounds for one in imported(text.encode(), "plan.txt").written.sections] == rounds
