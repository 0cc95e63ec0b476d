"""What stands around exercises and in them: titles said again, captions, marks, columns, rests said in other words."""

from __future__ import annotations

import pytest

from voicecoach.authoring.importing import imported
from voicecoach.authoring.written import WrittenExercise, WrittenSection
from voicecoach.definitions.session import SectionKind


def sections(text: str) -> tuple[WrittenSection, ...]:
    return imported(text.encode(), "session.txt").written.sections


def exercises(text: str) -> list[WrittenExercise]:
    return [one for section in sections(text) for one in section.exercises]


def counted(text: str) -> list[tuple[str, int | None, object]]:
    return [(one.name, one.sets, one.reps or one.seconds) for one in exercises(text)]


@pytest.mark.parametrize("mark", ["💪", "🔥", "✅", "➡️"])
def test_small_pictures_are_the_marks_of_a_list(mark: str) -> None:
    found = exercises(f"{mark} Squats x 12\n{mark} Rows x 10\n{mark} Plank 40 sec")
    assert [one.name for one in found] == ["Squats", "Rows", "Plank"]


def test_what_is_told_below_a_counted_name_is_its_own() -> None:
    text = "Core\n\n1. Bird dog\nKnee under hip. 2x8\n\n2. Bridge\nPress the heels down. 3x12"
    assert counted(text) == [("Bird dog", 2, (8, 8)), ("Bridge", 3, (12, 12))]


def test_a_place_is_no_exercise() -> None:
    assert [one.name for one in exercises("Park\n\nLunges x 12\nSquats x 10")] == ["Lunges", "Squats"]


def test_names_in_capitals_are_names() -> None:
    assert counted("BAND ROWS 3x12\nFACE PULLS 2x15") == [("BAND ROWS", 3, (12, 12)), ("FACE PULLS", 2, (15, 15))]


def test_a_column_of_sets_is_how_many_even_where_it_is_one() -> None:
    table = "| Exercise | Sets | Reps |\n| --- | --- | --- |\n| Face pull | 1 | 12 |\n| Band row | 4 | 15 |"
    assert counted(table) == [("Face pull", 1, (12, 12)), ("Band row", 4, (15, 15))]


@pytest.mark.parametrize(
    ("text", "name", "sets", "amount"),
    [
        ("Press-ups: start with 5 reps\nSquats 3x10", "Press-ups", 1, (5, 5)),
        ("Bench press 3 working sets of 6\nSquats 3x10", "Bench press", 3, (6, 6)),
        ("Dead hang 3x20 sec\nSquats 3x10", "Dead hang", 3, (20, 20)),
    ],
)
def test_amounts_with_words_before_them(text: str, name: str, sets: int, amount: tuple[int, int]) -> None:
    assert counted(text)[0] == (name, sets, amount)


def test_a_short_hold_is_within_repetitions_that_are_stated() -> None:
    one = exercises("Calf raises 12 reps, hold 2 sec at the top\nSquats x 10")[0]
    assert (one.reps, one.seconds, one.pause_s) == ((12, 12), None, 2)


def test_the_same_rest_is_that_of_the_line_above() -> None:
    found = exercises("Rows 3x10, 90 sec rest\nDips 3x8, same rest")
    assert [one.rest_s for one in found] == [90, 90]


@pytest.mark.parametrize("last", ["exercise", "one", "move"])
def test_a_rest_after_the_last_of_all_is_between_rounds(last: str) -> None:
    (section,) = sections(f"3 rounds:\nSquats x 10\nRows x 10\nRest 2 min after the last {last}")
    assert (section.kind, section.rounds, section.round_rest_s) == (SectionKind.CIRCUIT, 3, 120)
    assert [one.rest_s for one in section.exercises] == [None, None]


def test_every_two_minutes_five_times() -> None:
    (section,) = sections("E2MOM x 5\n8 burpees")
    assert (section.kind, section.every_s, section.rounds) == (SectionKind.EMOM, 120, 5)


@pytest.mark.parametrize("aside", ["Sub-45 for 10k", "Sub-20 for 5k"])
def test_a_time_that_one_trains_for_is_no_amount(aside: str) -> None:
    assert counted(f"{aside} plan\n\nSquats 3x10") == [("Squats", 3, (10, 10))]


def test_lengths_of_a_room_are_no_sets() -> None:
    walk = exercises("Walk 4 lengths\nSquats x 10")[0]
    assert (walk.name, walk.sets, walk.reps, walk.notes) == ("Walk", None, None, ("4 lengths",))


def test_a_circuit_that_is_only_counted_has_no_exercise_of_its_title() -> None:
    text = "Circuit 1\n\nSquats x 10\nRows x 10\n\nCircuit 2\n\nPlank 30 sec\nSide bridge 20 sec"
    found = sections(text)
    assert [[one.name for one in section.exercises] for section in found] == [
        ["Squats", "Rows"],
        ["Plank", "Side bridge"],
    ]


def test_a_clock_above_names_begins_a_part_of_its_own() -> None:
    text = (
        "Warm up x2\nHalo x5 each way\nGoblet squat x10\n\n40 seconds on, 20 off. 3 rounds\n> swings\n> clean & press"
    )
    first, last = sections(text)
    assert (first.rounds, [one.name for one in first.exercises]) == (2, ["Halo", "Goblet squat"])
    assert (last.kind, last.rounds, last.work_s, last.rest_s) == (SectionKind.INTERVALS, 3, 40, 20)
    assert [one.name for one in last.exercises] == ["swings", "clean & press"]


@pytest.mark.parametrize("name", ["Round the world", "Around the world"])
def test_round_the_world_is_a_move_and_no_number_of_rounds(name: str) -> None:
    assert counted(f"{name} x10\nHalo x5") == [(name, 1, (10, 10)), ("Halo", 1, (5, 5))]


def test_hands_are_no_repetitions() -> None:
    text = "Dead hang\nTwo hands on a jug, shoulders active! Hang for 20 seconds, four times.\n\nRows\n2 x 8"
    assert counted(text)[0] == ("Dead hang", 4, (20, 20))


@pytest.mark.parametrize("count", ["12-15 steps each leg", "20 taps", "12 slow pulses"])
def test_what_a_set_is_counted_in_is_no_exercise(count: str) -> None:
    found = exercises(f"1. Walking lunges (3 sets, {count})\n2. Leg press (3 sets, 8-10 reps)")
    assert [(one.name, one.sets) for one in found] == [("Walking lunges", 3), ("Leg press", 3)]
    assert found[0].reps is not None


@pytest.mark.parametrize("where", ["standing at the sink", "lying on the bed", "holding on to a chair"])
def test_where_it_is_done_is_no_name(where: str) -> None:
    found = counted(f"(e) Side leg lifts, {where}, two lots of eight. Slowly!\n(f) Knee bends, two lots of ten.")
    assert found == [("Side leg lifts", 2, (8, 8)), ("Knee bends", 2, (10, 10))]


@pytest.mark.parametrize("title", ["", "Finish\n", "To finish:\n"])
@pytest.mark.parametrize("mark", ["", "- "])
def test_sets_apart_from_what_the_clock_times_are_a_part_of_their_own(title: str, mark: str) -> None:
    text = (
        f"40 seconds on, 20 off. 3 rounds\n- swings\n- renegade rows\n\n{title}{mark}Lunges 3x12\n{mark}Leg lifts 2x8"
    )
    first, last = sections(text)
    assert (first.kind, [one.name for one in first.exercises]) == (SectionKind.INTERVALS, ["swings", "renegade rows"])
    assert [(one.name, one.sets) for one in last.exercises] == [("Lunges", 3), ("Leg lifts", 2)]


@pytest.mark.parametrize("title", ["To start", "Finish", "To finish", "To end"])
def test_where_a_part_stands_is_its_title(title: str) -> None:
    found = sections(f"Squats 3x10\nRows 3x10\n\n{title}\nPlank 2 x 30 s")
    assert [one.title for one in found] == [None, title]


@pytest.mark.parametrize("title", ["Superset: 3 sets", "Tri-set, 3 sets", "Superset 1 - 3 sets"])
@pytest.mark.parametrize("rest", ["Rest 60 s", "Rest: 60 seconds", "60 s rest", "Break - 1 min"])
def test_a_rest_that_stands_in_the_list_of_a_superset_is_that_between_its_rounds(title: str, rest: str) -> None:
    (section,) = sections(f"{title}\n10 squats\n12 push-ups\n{rest}\n")
    assert (section.rest_s, section.round_rest_s) == (None, 60)


@pytest.mark.parametrize("title", ["Notes", "Tips", "Reminder:", "Modifications"])
def test_a_list_that_goes_on_with_its_next_number_below_remarks_has_that_exercise(title: str) -> None:
    text = f"1. Squats 3x10\n2. Lunges 3x12\n\n{title}\n- keep tall\n\n3. Plank\n"
    assert [one.name for one in exercises(text)] == ["Squats", "Lunges", "Plank"]


@pytest.mark.parametrize("name", ["Bench 5/3/1", "Squat 5/3/1", "Deadlift 5/3/1"])
def test_a_name_with_numbers_right_between_exercises_is_one_of_them(name: str) -> None:
    assert [one.name for one in exercises(f"Row 3x10\n{name}\nCurl 3x12\n")] == ["Row", name, "Curl"]


@pytest.mark.parametrize("name", ["Balance on one leg", "Warm-up squats"])
def test_an_exercise_that_begins_as_a_title_does_is_told_of_right_below(name: str) -> None:
    text = (
        f"Squats\nStand up and sit down. Repeat 10 times.\n\n{name}\nKeep the hips level.\n\nBridges\nLift. 10 times.\n"
    )
    (section,) = imported(text.encode(), "a.txt").written.sections
    assert [one.name for one in section.exercises] == ["Squats", name, "Bridges"]
