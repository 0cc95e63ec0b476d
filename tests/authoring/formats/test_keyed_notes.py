"""Notes with keys in a program's form below headings."""

from __future__ import annotations

from tests.authoring.formats.reading import exercises, read
from voicecoach.definitions.model import Sides
from voicecoach.definitions.session import SectionKind

NOTES = """---
title: "Legs at lunch"
minutes: 12
---

# Warm
duration: 3 minutes

## Loosen up

**[TALK]**: "Good to see you!"

### Drill 1: Ankle rolls
- drill_type: "mobility"
- reps_per_set: 8
- side: "each_direction"
- clock: "0:00 - 0:40"

**[TALK]**: "Roll them ten times if you like."
**[TALK_COUNT]**: "1... 2... 3..."

# Work
## Ring A
- rounds: 3
- rest_duration: 25

### Drill 2: Split squat
- sets: 3
- reps_per_set: 9
- side: "each_leg"
- tempo: "3-0-1-0"  # down, up
- rest_between_sets: 25
- form_cues:
  - "front heel stays down"

**[CHEER]**: [
  "Ten more for luck!",
]

### Drill 3: Wall sit
- drill_type: "isometric"
- duration_per_set: 45
- intensity: "hard"
"""


def test_a_heading_without_headings_below_it_is_an_exercise_and_what_is_spoken_is_none() -> None:
    written = read(NOTES)
    assert written.title == "Legs at lunch"
    assert [one.name for one in exercises(written)] == ["Ankle rolls", "Split squat", "Wall sit"]
    assert not written.unplaced


def test_keys_say_amounts_and_rests() -> None:
    rolls, squat, sit = exercises(read(NOTES))
    assert (rolls.reps, rolls.sets, rolls.sides, rolls.notes) == ((8, 8), None, None, ("Each direction.",))
    assert (squat.reps, squat.sides, squat.rest_s, squat.tempo) == ((9, 9), Sides.EACH, 25, "3-0-1-0")
    assert "1" not in "".join((*rolls.cues.setup, *rolls.cues.form, *rolls.cues.safety))
    assert squat.cues.setup == ("Front heel stays down.",)
    assert (sit.seconds, sit.is_hold, sit.reps, sit.notes) == ((45, 45), True, None, ("Intensity: hard.",))


def test_a_heading_above_others_is_a_section_whose_rounds_are_the_sets_of_its_exercises() -> None:
    first, ring = read(NOTES).sections
    assert (first.title, first.kind, first.rounds) == ("Loosen up", SectionKind.STRAIGHT_SETS, None)
    assert (ring.title, ring.kind, ring.rounds, ring.rest_s) == ("Ring A", SectionKind.CIRCUIT, 3, 25)
    assert [one.sets for one in ring.exercises] == [None, None]


def test_headings_with_keys_for_people_are_left_to_the_other_rules() -> None:
    from voicecoach.authoring.formats.keyed_notes import reads_as_keyed_notes

    assert not reads_as_keyed_notes("# Squat\n- Sets: 3\n- Reps: 10\n# Lunge\n- Sets: 3\n- Reps: 8\n")
    assert not reads_as_keyed_notes("# Squat\n- sets: 3\n- reps: 10\n- a_b: 3\n# Lunge\n- sets: 3\n- reps: 8\n")
    assert not reads_as_keyed_notes("a_b: 3\n" * 10)
