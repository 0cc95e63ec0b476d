"""The board of a gym: ladders for time, multiples of bodyweight, lengths in brackets, rests between rounds."""

from __future__ import annotations

import pytest

from voicecoach.authoring.importing import imported
from voicecoach.authoring.written import Written, WrittenExercise
from voicecoach.definitions.session import SectionKind


def _read(text: str) -> Written:
    return imported(text.encode(), "board.txt").written


def _only(text: str) -> WrittenExercise:
    (section,) = _read(text).sections
    (one,) = section.exercises
    return one


@pytest.mark.parametrize(
    "head",
    [
        "**21-15-9 For Time:**",
        "21-15-9 for time",
        "21-15-9 reps for time of:",
        "21 - 15 - 9 reps of each for time:",
        "For time: 21-15-9",
    ],
)
@pytest.mark.parametrize("above", ["### Ilse", "Ilse", "## Tuesday"])
@pytest.mark.parametrize("first", ["Deadlift", "Deadlift (100/70 kg)", "Deadlift 100 kg"])
def test_a_ladder_for_time_is_a_part_of_its_own(head: str, above: str, first: str) -> None:
    before, ladder = _read(f"AMRAP 8:\n- 5 dips\n\n{above}\n{head}\n- {first}\n- Rows\n").sections
    assert [(one.name, one.reps) for one in before.exercises] == [("dips", (5, 5))]
    assert (ladder.kind, ladder.rounds) == (SectionKind.FOR_TIME, None)
    assert [(one.name, one.sets, one.each_set) for one in ladder.exercises] == [
        ("Deadlift", None, (21, 15, 9)),
        ("Rows", None, (21, 15, 9)),
    ]


@pytest.mark.parametrize(
    ("line", "sets", "reps"),
    [
        ("Deadlift 1.5x bodyweight, 3x5", 3, 5),
        ("Deadlift (1.5x bodyweight) 3x5", 3, 5),
        ("Deadlift 3x5 @ 1.5 x BW", 3, 5),
        ("Deadlift @ 2x bodyweight x 5", 1, 5),
        ("Deadlift (2x bodyweight) 3x5", 3, 5),
        ("Deadlift at 1 x bodyweight: 3 sets of 5", 3, 5),
        ("Deadlift 1.25 times your bodyweight for 3 sets of 5", 3, 5),
        ("Deadlift 3 x 5 bodyweight", 3, 5),
        ("15 deadlifts (0.75 bodyweight)", 1, 15),
    ],
)
def test_multiples_of_bodyweight_are_no_sets(line: str, sets: int, reps: int) -> None:
    one = _only(line)
    assert (one.sets, one.reps) == (sets, (reps, reps))


def test_sets_of_bodyweight_are_sets() -> None:
    assert _only("3 x bodyweight squats").sets == 3


@pytest.mark.parametrize(
    ("line", "sets", "reps", "metres"),
    [
        ("8 strides (90 m)", 8, None, 90),
        ("4 hill sprints (60 m)", 4, None, 60),
        ("5 sled pushes (20 m)", 5, None, 20),
        ("2 handstand walks (10 m)", 2, None, 10),
        ("20 rope climbs (15 ft)", 1, 20, None),
        ("12 broad jumps (2 m)", 1, 12, None),
        ("20 walking lunges (10 m)", 1, 20, None),
        ("150 wall balls (20/14 lb, 10/9 ft)", 1, 150, None),
        ("30 wall balls 9 kg to 3 m", 1, 30, None),
        ("12 throws at 4 m", 1, 12, None),
        ("Walking lunge (20 m)", None, None, 20),
        ("6 x farmer's carry (30 m)", 6, None, 30),
        ("Farmer's carry (30 m) x 4", 4, None, 30),
        ("Run 5 km (3 miles)", 1, None, 5000),
        ("10 step-ups (30 cm)", 1, 10, None),
    ],
)
def test_a_length_in_brackets_leaves_the_count(
    line: str, sets: int | None, reps: int | None, metres: int | None
) -> None:
    one = _only(line)
    assert (one.sets or 1) == (sets or 1)
    assert (one.reps, one.distance_m) == ((reps, reps) if reps else None, metres)


@pytest.mark.parametrize("rest", ["- Rest 3 minutes between rounds", "rest 3 min between rounds"])
@pytest.mark.parametrize("behind", ["", "\nEMOM 10:\n- 5 dips\n"])
def test_rounds_for_time_may_have_a_rest_between(rest: str, behind: str) -> None:
    found = imported(f"4 rounds for time:\n- 20 dips\n- 30 squats\n{rest}\n{behind}".encode(), "board.txt")
    first, *others = found.written.sections
    assert (first.kind, first.rounds, first.round_rest_s) == (SectionKind.FOR_TIME, 4, 180)
    assert [one.before_s for one in others] == [None] * len(others)
    assert "repeat: 4" in found.yaml
    assert "round_rest: 3 min" in found.yaml


def test_a_rest_behind_rounds_for_time_is_before_the_next() -> None:
    first, second = _read(
        "# A\n3 rounds for time:\n- 20 dips\n- 30 squats\n\nRest 3 minutes\n\nAMRAP 8:\n- 5 burpees"
    ).sections
    assert (first.round_rest_s, second.before_s) == (None, 180)


WEEK = """
| Day | Workout | Muscles |
|---|---|---|
| Monday | {} | chest, arms |
| Friday | {} | legs |

## Bench day
- Bench press 4x8
- Dips 3x10
"""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Chest & Arms", "Legs"),
        ("Chest and shoulders", "Back / Biceps"),
        ("Chest workout", "Leg day"),
        ("Upper A", "Lower A"),
        ("Push (heavy)", "Pull"),
    ],
)
def test_what_the_days_of_a_week_are_for_is_no_exercise(one: str, other: str) -> None:
    written = _read(WEEK.format(one, other))
    assert [each.name for section in written.sections for each in section.exercises] == ["Bench press", "Dips"]
    assert not any("day," in (section.title or "") for section in written.sections)


@pytest.mark.parametrize("plan", ["Squats 3x10, rows 3x8", "Yoga", "Swim"])
def test_what_is_done_on_a_day_stays(plan: str) -> None:
    names = [each.name for section in _read(WEEK.format(plan, plan)).sections for each in section.exercises]
    assert len(names) > 2


def test_a_rest_apart_behind_rounds_for_time_is_before_what_comes_then() -> None:
    text = "4 rounds for time\n400 m run\n15 burpees\n\nRest 5 min\n\nAccessory\nPlank 3x60 s\n"
    rounds, accessory = imported(text.encode(), "board.txt").written.sections
    assert (rounds.round_rest_s, accessory.before_s) == (None, 300)
