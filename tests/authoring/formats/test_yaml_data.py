"""Sessions in YAML as other programs keep them."""

from __future__ import annotations

import pytest

from tests.authoring.formats.reading import exercises, read
from voicecoach.authoring.formats.yaml_data import values_of
from voicecoach.authoring.reading import read_document
from voicecoach.authoring.written import Written
from voicecoach.definitions.model import Sides
from voicecoach.errors import DefinitionError

PLAN = """\
# Two days of the barn gym
plan:
  title: Barn gym
  days:
    - day: Tuesday
      lifts:
        - name: Zercher squat
          target_sets: 4
          target_reps: 6
          target_notes: "Keep the elbows close."
        - {name: Suitcase carry, set_count: 3, duration: 0:40, perSide: true}
    - day: Friday
      lifts:
        - name: Floor press
          sets: 3
          reps: 8-10
          rest: 90s
"""


def test_days_with_lists_of_exercises_are_sections() -> None:
    written = read(PLAN, "barn.yaml")
    squat, carry, press = exercises(written)
    assert [one.title for one in written.sections] == ["Tuesday", "Friday"]
    assert (squat.sets, squat.reps, squat.line, squat.cues.form) == (4, (6, 6), 7, ("Keep the elbows close.",))
    assert (carry.sets, carry.seconds, carry.sides) == (3, (40, 40), Sides.EACH)
    assert (press.reps, press.rest_s) == ((8, 10), 90)


@pytest.mark.parametrize(
    "around",
    [
        "{}",
        "Source: a shed: its wall\n\n{}",
        "# How it looks\n\nOne file a plan:\n\n```yaml\n{}```\n",
        "---\n{}---\nWritten by hand.\n",
    ],
)
def test_it_is_found_below_a_few_lines_and_in_a_block_of_code(around: str) -> None:
    assert len(exercises(read(around.replace("{}", PLAN), "barn.txt"))) == 3


def test_names_can_be_keys_and_keys_can_have_capitals() -> None:
    named = "pull:\n  seal row:\n    sets: 3\n    reps: 9\n  hang:\n    sets: 2\n    hold: 25\n"
    assert [(one.name, one.sets) for one in exercises(read(named))] == [("seal row", 3), ("hang", 2)]
    written = "- Exercise: Seal row\n  Sets: 3\n  Reps: 9\n- Exercise: Hang\n  Sets: 2\n  Time: 25 sec\n"
    assert [(one.name, one.sets) for one in exercises(read(written))] == [("Seal row", 3), ("Hang", 2)]


def test_legs_are_called_by_their_kind() -> None:
    legs = "title: Hill\nsegments:\n  - type: warmup\n    duration: 10min\n  - type: run\n    duration: 4min\n"
    assert [(one.name, one.seconds) for one in exercises(read(legs))] == [("warmup", (600, 600)), ("run", (240, 240))]


@pytest.mark.parametrize(
    "text",
    [
        "Tuesday:\n  - Squats: 3 sets of 10\n  - Rows: 3 sets of 12\n",
        "Squat\n  sets: 3\n  reps: 10\nRow\n  sets: 3\n  reps: 8\n",
        "a: &x\n  - {name: Squat, sets: 3, reps: 4}\nb: *x\n",
        "- name: Squat\n  about: legs\n- name: Row\n  about: back\n",
        "server:\n  name: a\n  reps: 3\n  sets: [",
    ],
)
def test_other_texts_are_none(text: str) -> None:
    assert values_of(text) is None


def test_a_file_of_voicecoach_is_told_from_others() -> None:
    own = "sections:\n  - exercises:\n      - {exercise: squat, prescription: 3x10}\n"
    with pytest.raises(DefinitionError, match="already"):
        read_document(own.encode(), "own.yaml")
    other = "sections:\n  - title: Main\n    exercises:\n      - name: Squat\n        sets: 3\n        reps: 10\n"
    assert isinstance(read_document(other.encode(), "other.yaml"), Written)
