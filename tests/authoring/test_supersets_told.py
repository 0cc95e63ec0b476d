"""Supersets as they are told: how often each pair is done, strokes between exercises, titles that say their kind."""

from __future__ import annotations

import pytest

from voicecoach.authoring.importing import imported
from voicecoach.authoring.rules.amounts.facts import facts_of
from voicecoach.authoring.rules.amounts.parts import parts_of
from voicecoach.authoring.written import WrittenExercise, WrittenSection
from voicecoach.definitions.session import SectionKind


def sections(text: str) -> tuple[WrittenSection, ...]:
    return imported(text.encode(), "plan.txt").written.sections


def exercises(text: str) -> list[WrittenExercise]:
    return [one for section in sections(text) for one in section.exercises]


@pytest.mark.parametrize(
    "told",
    [
        "Do each pair three times.",
        "Complete each superset 3 times before moving on to the next.",
        "Repeat every pair three times before you move on.",
        "Perform 3 rounds of each superset.",
        "Alternate the two moves, 3 supersets of each pair.",
        "3 sets of each pair, 45 seconds rest",
    ],
)
@pytest.mark.parametrize(
    "pairs",
    ["1a Squat 9\n1b Dip 7\n\n2a Lunge 9\n2b Row 7", "Superset 1\nSquat 9\nDip 7\n\nSuperset 2\nLunge 9\nRow 7"],
)
def test_how_often_each_pair_is_done_holds_for_all_of_them(told: str, pairs: str) -> None:
    found = sections(f"In the park\n\n{told}\n\n{pairs}\n")
    assert [one.kind for one in found] == [SectionKind.SUPERSET] * 2
    assert [one.rounds or one.exercises[0].sets for one in found] == [3, 3]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("1. Barbell squats/push-ups\n2. Lunges (or step-ups)/pull-ups", ["Barbell squats", "push-ups"]),
        ("- Squat / press-up\n- Step-up / row", ["Squat", "press-up"]),
        ("Squats/press-ups\n\nStep-ups/rows", ["Squats", "press-ups"]),
    ],
)
def test_a_stroke_parts_the_exercises_of_supersets(line: str, names: list[str]) -> None:
    first, second = sections(f"Saturday\n\nTwo supersets, 4 sets of 8 each.\n\n{line}\n")
    assert [one.name for one in first.exercises] == names
    assert {one.reps for one in (*first.exercises, *second.exercises)} == {(8, 8)}
    assert [one.rounds or one.exercises[0].sets for one in (first, second)] == [4, 4]
    assert first.kind == second.kind == SectionKind.SUPERSET


def test_what_stands_behind_the_last_may_be_of_each() -> None:
    found = exercises(
        "Pairs for Saturday\n\nDo each pair twice.\n\n- Rows/dips: 11 reps each\n- Curls/press-ups: 13 reps each\n"
    )
    assert [(one.name, one.reps) for one in found] == [
        ("Rows", (11, 11)),
        ("dips", (11, 11)),
        ("Curls", (13, 13)),
        ("press-ups", (13, 13)),
    ]


def test_what_is_done_instead_stays_one() -> None:
    (found,) = exercises("At home\n\n10 push-ups/knee push-ups\n")
    assert found.name == "push-ups/knee push-ups"


def test_three_with_amounts_of_their_own_go_round() -> None:
    first, second = sections(
        "4 Tri-Sets:\n\n3 cleans/Max Pull-Ups/8 bench presses\n\n3 Supersets:\n\nDips (max)/12 curls\n"
    )
    assert (first.rounds, [one.is_open for one in first.exercises]) == (4, [False, True, False])
    assert (second.rounds, [one.name for one in second.exercises]) == (3, ["Dips", "curls"])


@pytest.mark.parametrize(
    "title", ["Shoulder Tri-Set", "Biceps and Back Superset", "Bodyweight Hip Circuit:", "Set 2: 3x10 Super Set"]
)
def test_a_title_may_say_last_of_what_kind_it_is(title: str) -> None:
    first, second = sections(
        f"Arms\n\nSuperset 1\nCurl - 12 reps\nDip - 12 reps\n\n{title}\nPress - 10 reps\nRaise - 10 reps\n"
    )
    assert [len(one.exercises) for one in (first, second)] == [2, 2]


def test_a_mention_of_a_class_times_nothing() -> None:
    text = "I nearly skipped it after my poor Tabata drill in class this morning.\n\nSquats 3x8\nRows 3x8\n"
    assert [(one.sets, one.reps) for one in exercises(text)] == [(3, (8, 8))] * 2


@pytest.mark.parametrize(
    "text",
    [
        "3 rounds (which works out to be 240 reps)",
        "3 rounds for a total of 90 reps",
        "3 rounds (that's 90 push-ups in all)",
    ],
)
def test_a_sum_is_no_amount(text: str) -> None:
    found = facts_of(parts_of(text))
    assert (found.rounds, found.reps) == ((3, 3), None)


@pytest.mark.parametrize("between", ["then", "and then", "straight into", "followed by"])
def test_a_title_that_names_both_is_no_exercise_and_a_word_between_them_no_title(between: str) -> None:
    text = (
        f"SUPERSET #1: Leg Curl & Leg Extension\n\nLeg Curls x 11 reps\n\n{between}\n\nLeg Extensions x 9 reps\n\n"
        "Perform 4 rounds of this superset.\n\nSUPERSET #2: Rows and Dips\n\n"
        f"Rows x 8 reps\n\n{between}\n\nDips x 7 reps\n\n"
        "Perform 3 rounds of this superset.\n"
    )
    assert [(one.rounds, [exercise.name for exercise in one.exercises]) for one in sections(text)] == [
        (4, ["Leg Curls", "Leg Extensions"]),
        (3, ["Rows", "Dips"]),
    ]


@pytest.mark.parametrize("mark", ["A{}.", "A{})", "A{}:", "A{} -", "A{}", "**A{}.**"])
@pytest.mark.parametrize("amount", ["4 x 8", "- 4 sets of 8\n- Rest: 60 s", "| Sets | Reps |\n|---|---|\n| 4 | 8 |"])
def test_letters_in_headings_tell_what_goes_together(mark: str, amount: str) -> None:
    text = "\n\n".join(f"### {mark.format(at)} {name}\n\n{amount}" for at, name in ((1, "Bench press"), (2, "Row")))
    found = sections(f"{text}\n\n### B. Plank\n\n3 x 30 s")
    assert [(one.kind, len(one.exercises)) for one in found] == [
        (SectionKind.SUPERSET, 2),
        (SectionKind.STRAIGHT_SETS, 1),
    ]
    assert [one.name for one in found[0].exercises] == ["Bench press", "Row"]


@pytest.mark.parametrize(
    "text",
    [
        "## A. Squat\n3 x 5\n## B. Row\n3 x 8",
        "## 1. Squat\n3 x 5\n## 2. Row\n3 x 8",
        "## A1. Squat\n3 x 5\n## B1. Row\n3 x 8",
        "## Day A1\nSquat 3 x 5\n## Day A2\nRow 3 x 8",
        "## A1 Strength\n- Squat 3 x 5\n- Row 3 x 8\n## A2 Core\n- Plank 3 x 30 s\n- Bird dog 3 x 8",
    ],
)
def test_headings_that_only_count_make_no_superset(text: str) -> None:
    assert {one.kind for one in sections(text)} == {SectionKind.STRAIGHT_SETS}
