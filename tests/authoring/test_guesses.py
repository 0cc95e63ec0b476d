"""What the text doesn't state is called by its name, line by line, in the file and in JSON."""

from __future__ import annotations

import re

import pytest

from voicecoach.authoring.as_json import as_json
from voicecoach.authoring.importing import Imported, imported
from voicecoach.authoring.report import report


def found(text: str) -> Imported:
    return imported(text.encode(), "plan.txt")


@pytest.mark.parametrize(
    ("text", "field", "words", "line"),
    [
        ("For time\n21 burpees\n15 lunges\n", "cap_s", "the time cap", "cap: 20 min  # guessed"),
        ("AMRAP\n10 squats\n5 burpees\n", "minutes", "how long it goes on", "minutes: 10  # guessed"),
        ("EMOM\n10 squats\n", "minutes", "how long it goes on", "minutes: 10  # guessed"),
        ("Circuit\n10 burpees\n10 squats\n", "rounds", "rounds", "rounds: 1  # guessed"),
    ],
)
def test_what_is_guessed_of_a_section_is_told_by_its_name(text: str, field: str, words: str, line: str) -> None:
    made = found(text)
    (section,) = as_json(made.written)["sections"]
    assert section["guessed"] == [field]
    assert any(f"(guessed: {words})" in one for one in report(made.written))
    assert line in made.yaml


def test_a_section_that_becomes_another_kind_is_marked_and_its_stated_work_is_no_guess() -> None:
    made = found("Circuit, 45 s work 15 s rest, 2 rounds\n12 burpees\nPlank\n")
    (section,) = as_json(made.written)["sections"]
    assert section["guessed"] == ["kind"]
    assert [one["guessed"] for one in section["exercises"]] == [[], []]
    assert "kind: circuit  # guessed" in made.yaml


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("4 rounds:\nSquats 21-15-9\nPush-ups 10\n", "# 21-15-9, within 4 rounds"),
        ("4 rounds\n21-15-9\nSquats\nBurpees\n", "# 4 rounds are stated too"),
        ("3 rounds:\nSquats 2x8\nPush-ups 10\n", "# 2 sets, within 3 rounds"),
        ("10 min AMRAP\nSquats 2x8\nPush-ups 10\n", "# 2 sets\n"),
    ],
)
def test_numbers_that_a_file_has_no_room_for_stay_as_a_remark(text: str, note: str) -> None:
    assert note in found(text).yaml


@pytest.mark.parametrize("text", ["3 rounds:\nSquats 3x8\nPush-ups 10\n", "Superset\nSquats 3x8\nRows 3x10\n"])
def test_sets_that_a_file_has_are_no_remark(text: str) -> None:
    assert not re.search(r"# \d+ sets", found(text).yaml)


def test_the_rest_that_no_text_states_is_told_once_where_one_is_needed() -> None:
    without, stated = found("Squat 3x10\nRow 3x8\n"), found("Squat 3x10, rest 60 s\nRow 3x8, rest 90 s\n")
    assert as_json(without.written)["guessed"] == ["rest_s"]
    assert next(report(without.written)).endswith("Guessed: the rests that aren't stated.")
    assert "rest: 30 s  # guessed" in without.yaml
    assert as_json(stated.written)["guessed"] == []
    assert "# guessed" not in stated.yaml


def test_calories_stand_as_repetitions_that_are_guessed_and_are_told() -> None:
    made = found("AMRAP 10 min\n12 cal row\n10 burpees\n")
    row, burpees = as_json(made.written)["sections"][0]["exercises"]
    assert (row["reps"], row["guessed"], row["notes"]) == ([12, 12], ["reps"], ["12 calories"])
    assert burpees["guessed"] == []


def test_a_section_is_reported_where_it_begins() -> None:
    made = found(
        "Run 5 min easy, then 8 x 1 min hard, 1 min easy\n\nFinisher\nPlank 30 s\n\nA1. Row 3x8\nA2. Dip 3x8\n"
    )
    assert [one.line for one in made.written.sections if one.exercises] == sorted(
        one.line for one in made.written.sections
    )
    assert all(one.line <= one.exercises[0].line for one in made.written.sections)


def test_what_is_run_goes_on_without_a_rest_that_nobody_states() -> None:
    made = found("Run\n\n10 min warm-up\n5 x 3 min hard, 90 s jog\n10 min cool-down\n")
    assert "\nrest: 0 s  # guessed\n" in made.yaml
    assert "rest: 30 s" in found("Run\n\n10 min warm-up\nSquats 3x10\n").yaml


def test_a_session_of_one_week_is_no_programme() -> None:
    made = found("Week 3 speed session\n\n10 min warm-up\n5 x 3 min hard, 90 s jog\n")
    assert "title: Week 3 speed session\n" in made.yaml
    assert "weeks" not in made.yaml
    answer = as_json(found("Week 3: Legs\n\nSquats 3x10\n\nArms\n\nDips 3x8\n").written)
    assert answer["title"] == "Week 3"
    assert [one["title"] for one in answer["sections"]] == ["Legs", "Arms"]


def test_what_goes_by_the_clock_of_a_treadmill_has_no_rests_and_keeps_its_speeds() -> None:
    made = found(
        "| Time | What | Speed (mph) |\n|---|---|---|\n| 0:00-5:00 | Walk | 3.0 |\n| 5:00-6:30 | Run | 6.0 |\n"
    )
    assert "rest: 30 s  # guessed" in made.yaml  # two are no clock
    made = found(
        "| Time | What | Speed (mph) |\n|---|---|---|\n| 0:00-5:00 | Walk | 3.0 |\n| 5:00-6:30 | Run | 6.0 |\n"
        "| 6:30-8:00 | Walk | 3.0 |\n"
    )
    assert "\nrest: 0 s  # guessed\n" in made.yaml
    assert "# Speed (mph): 6.0" in made.yaml
