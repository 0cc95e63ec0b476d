"""What is stated once for several exercises, and what only counts them: columns, groups, titles, other sides."""

from __future__ import annotations

import pytest

from voicecoach.authoring.importing import imported
from voicecoach.authoring.written import WrittenExercise
from voicecoach.definitions.model import Sides
from voicecoach.definitions.session import SectionKind


def exercises(text: str) -> list[WrittenExercise]:
    return [one for section in imported(text.encode(), "plan.md").written.sections for one in section.exercises]


def amounts(text: str) -> list[tuple[str, int | None, float | None]]:
    """Each exercise with its sets and its repetitions or seconds, where those are a number."""
    found = [(one, one.reps or one.seconds) for one in exercises(text)]
    return [(one.name, one.sets, span[0] if span else None) for one, span in found]


PAIRS = """| Front | Back | Sets x reps |
|---|---|---|
| Push-up | Row | 3x10/8 |
| Plank | - | 2x30 s |
"""
GROUPS = """Large muscles (legs, back) - 4 x 6
Small muscles (arms, calves) - 2 x 15

- Legs: step-ups
- Arms: hammer curls
- Back: pull-ups
"""
LIFTS = """Main lifts (squat, bench press) 5x5, the small ones (curls, dips) 3x12

- Front squat
- Dips
- Bench press
"""
CALLED = """Big ones: squat, bench press, row - 4x6
Small ones: curls, dips, raises - 3x12

Day A
Squat
Curls

Day B
Dips
"""
BESIDE = """| Exercise | Sets | Reps | Exercise | Sets | Reps |
|---|---|---|---|---|---|
| Squat | 3 | 10 | Row | 3 | 12 |
| Lunge | 3 | 8 | Press | 2 | 10 |
"""
PARTS = """1) Knee to chest
Purpose: stretch of the lower back
Position: on your back
Movement: draw up a knee and keep it there for 25 seconds
Sets: 2 each side
Frequency: twice a day

2) Nerve glide
Purpose: free gliding
Position: sitting
Movement: straighten one leg and look up
Sets: 3 of 12 each leg
Frequency: every 3 hours
"""
BY_TITLE = """Rules:
- Arms and abs: 3 x 15
- Legs and hips: 4 x 8

## Legs
- Lunges

## Abs
- Crunches
"""
TOLD = """Hand programme

Exercise 1

Press your palms together and breathe out. Hold for 8 seconds, 6 times.

Fig. 1

Exercise 2

Spread your fingers as wide as they go. Do this 12 times, twice a day.

Fig. 2
"""
LABELS = """Calf raises
What for: the push at the end of a stride
How much: 3 x 12

Wobblers
What for: balance
How much: 45 seconds

Heel walks
What for: the shins
How much: 3 x 20
"""


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (PAIRS, [("Push-up", 3, 10), ("Row", 3, 8), ("Plank", 2, 30)]),
        (GROUPS, [("step-ups", 4, 6), ("hammer curls", 2, 15), ("pull-ups", 4, 6)]),
        (LIFTS, [("Front squat", 5, 5), ("Dips", 3, 12), ("Bench press", 5, 5)]),
        (CALLED, [("Squat", 4, 6), ("Curls", 3, 12), ("Dips", 3, 12)]),
        (BESIDE, [("Squat", 3, 10), ("Lunge", 3, 8), ("Row", 3, 12), ("Press", 2, 10)]),
        (BY_TITLE, [("Lunges", 4, 8), ("Crunches", 3, 15)]),
        (TOLD, [("Press your palms together", 1, 6), ("Spread your fingers", 1, 12)]),
        (LABELS, [("Calf raises", 3, 12), ("Wobblers", 1, 45), ("Heel walks", 3, 20)]),
        ("Exercise 1\nSquats\n3x10\n\nExercise 2\nLunges\n3x12", [("Squats", 3, 10), ("Lunges", 3, 12)]),
        ("## Bit 1\n- 100 squats\n\n## Bit 2\n- 50 lunges", [("squats", 1, 100), ("lunges", 1, 50)]),
        ("Squats, rows and dips: 3x10", [("Squats", 3, 10), ("rows", 3, 10), ("dips", 3, 10)]),
        ("Clean and press 3x10", [("Clean and press", 3, 10)]),
        ("- 5 clean + press + lunge", [("clean + press + lunge", 1, 5)]),
        ("Warm up\n- Arm swings (20), hip circles (10)", [("Arm swings", 1, 20), ("hip circles", 1, 10)]),
        ("- 40 double unders / 40 s skipping\n- 10 squats", [("double unders", 1, 40), ("squats", 1, 10)]),
        ("- By the fence: 20 skips and 10 star jumps", [("skips", 1, 20), ("star jumps", 1, 10)]),
        ("- Squat x 12 - 16kg\n- Deadlift 3 x 8 - 40kg", [("Squat", 1, 12), ("Deadlift", 3, 8)]),
        ("Exercise 1: Squats\nExercise 2: Lunges\n\nEach for 45 s.", [("Squats", 1, 45), ("Lunges", 1, 45)]),
        (PARTS, [("Knee to chest", 2, 25), ("Nerve glide", 3, 12)]),
        ("Bench press 4x6 Row 4x8 Curl 3x12", [("Bench press", 4, 6), ("Row", 4, 8), ("Curl", 3, 12)]),
        ("Squat 3x5 then 3x8\nDips 3x10", [("Squat", 6, None), ("Dips", 3, 10)]),
        ("- 2 min plank to finish", [("plank", 1, 120)]),
        ('- Step-up (box 20") x 10', [("Step-up", 1, 10)]),
        ("In pairs: 20 passes, 10 push-ups, swap.", [("push-ups", 1, 10)]),
        ("Fierce Four\n\n4 rounds:\n- 10 squats\n- 10 dips", [("squats", None, 10), ("dips", None, 10)]),
        ("Equipment\n- 2x dumb-bells 12 kg\n- 1x bench\n\nSwings 5x10", [("Swings", 5, 10)]),
        ("| Picture | Move | How often |\n|---|---|---|\n| 1 | Bridge | 3x8 |\n| 2 | Clam | 2x9 |",
         [("Bridge", 3, 8), ("Clam", 2, 9)]),
        ("| Exercise | Alternative | Reps |\n|---|---|---|\n| Squat | Leg press | 3x10 |\n| Dip | Push-up | 3x8 |",
         [("Squat", 3, 10), ("Dip", 3, 8)]),
        ("- Bench press 4x8\n  - Last set: go to failure\n- Row 3x10", [("Bench press", 4, 8), ("Row", 3, 10)]),
        ("- Goblet squat\n  - sit deep\n  - Repeat 6 squats\n- Rows x8", [("Goblet squat", 1, 6), ("Rows", 1, 8)]),
    ],
)  # fmt: skip
def test_each_exercise_has_what_is_stated_of_it(text: str, found: list[tuple[str, int | None, float | None]]) -> None:
    assert amounts(text) == found


def test_exercises_of_a_row_are_a_superset() -> None:
    written = imported(PAIRS.encode(), "plan.md").written
    assert [one.kind for one in written.sections] == [SectionKind.SUPERSET, SectionKind.STRAIGHT_SETS]


@pytest.mark.parametrize(
    "again",
    [
        "swap hands and repeat the whole series",
        "repeat all moves on the other side",
        "Switch arms, repeat the sequence",
    ],
)
def test_what_is_done_again_on_the_other_side_is_all_of_the_list(again: str) -> None:
    found = exercises(f"3 rounds:\n- 5 swings\n- 5 cleans\n- {again}\n- 10 sit-ups")
    assert [one.sides for one in found] == [Sides.EACH, Sides.EACH, None]


@pytest.mark.parametrize(
    ("text", "load"),
    [("8 thrusters 95", "95"), ("10 DB presses 50s", "50"), ("10 wall balls 10'", None), ('9 box jumps 24"', None)],
)
def test_what_stands_behind_a_count_and_a_name_is_no_time(text: str, load: str | None) -> None:
    (one,) = exercises(f"AMRAP 10 min\n- {text}")
    assert (one.reps, one.seconds, one.load) == ((float(text.split(maxsplit=1)[0]),) * 2, None, load)


def test_a_rest_between_efforts_is_none_of_the_jog_before_them() -> None:
    found = exercises(
        "- 1 mile jog\n- 4 x 2 min (5k pace)\n- 4 x 1 min (3k pace)\n\nAll efforts have 90 s recovery between."
    )
    assert [(one.name, one.rest_s) for one in found] == [("jog", None), ("5k pace", 90), ("3k pace", 90)]


def test_how_often_alone_is_that_of_what_is_run_below_it() -> None:
    (section,) = imported(b"3 sets\n800m (200m) 1200m (400m) per set", "plan.txt").written.sections
    assert (section.rounds, [one.distance_m for one in section.exercises]) == (3, [800, 1200])


def test_two_lists_beside_each_other_are_read_one_after_the_other() -> None:
    text = "Upper          Lower\nBench 4x6      Squat 4x6\nRow 4x8        RDL 3x8\nCurl 3x12      Calf raise 4x15"
    found = [one.name for part in imported(text.encode(), "plan.txt").written.sections for one in part.exercises]
    assert found == ["Bench", "Row", "Curl", "Squat", "RDL", "Calf raise"]


@pytest.mark.parametrize("head", ["3 sets of each exercise", "Three rounds", "Legs - do 3 sets", "Main part (3 sets)"])
@pytest.mark.parametrize("name", ["### {}", "**{}**"])
def test_a_heading_that_says_how_often_holds_for_the_exercises_below_it(head: str, name: str) -> None:
    squats, rows = name.format("Squats"), name.format("Rows")
    text = f"# Monday\n\n## Warm-up\n\n- 10 leg swings\n\n## {head}\n\n{squats}\n\n10 reps\n\n{rows}\n\n12 reps\n"
    warm_up, main = imported(text.encode(), "plan.md").written.sections
    assert [one.sets for one in warm_up.exercises] == [1]
    assert [one.sets or main.rounds for one in main.exercises] == [3, 3]


@pytest.mark.parametrize("said", ["Rest 20 seconds. Each is held for 40 seconds.", "5 rounds. Each one takes 40 s."])
def test_each_of_them_is_none_of_the_sides(said: str) -> None:
    assert [one.sides for one in exercises(f"Evening\n\n{said}\n\n- Plank\n- Bridge\n")] == [None, None]


@pytest.mark.parametrize(
    "said",
    [
        "2 warm-up sets, 3x5 work sets",
        "warm-up 2x10, then 3x5",
        "warm up 1x10, work sets 3x5",
        "2x10 warm-up, 3x5",
        "warm-up sets 2 x 10; work sets 3 x 5",
        "2 light sets of 10, then 3 heavy sets of 5",
        "1 warm-up set of 12 + 3 sets of 5",
    ],
)
@pytest.mark.parametrize("place", ["Legs\n\n- Squat: {}\n- Lunge 3x12\n", "Legs\n\nSquat\n{}\n\nLunge\n3x12\n"])
def test_sets_to_warm_up_with_are_none_of_those_that_are_meant(said: str, place: str) -> None:
    assert amounts(place.format(said)) == [("Squat", 3, 5), ("Lunge", 3, 12)]
