"""What a variation adds to its exercise, and what it puts in the place of the exercise's own."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.definitions.files import load, refusal
from voicecoach.definitions.load import load_exercise, names
from voicecoach.definitions.model import Exercise, Position

JACK = """\
title: x
sections: [{exercises: [jack]}]
exercises:
  jack:
    title: Jacks
    sides: alternating
    needs: [mat, {any_of: [chair, sofa], say: "a {items}"}]
    phases: [{name: out, length: 1 s, say: Jump}, {name: in, length: 1 s, say: In}]
    prescription: 2x10
    cues:
      setup: [On the mat., Jump wide.]
      safety: [Mind the lamp.]
      form: [{say: Land softly., short: Soft., phase: out}, {say: Arms all the way up., short: Arms up.}]
    changes: [{say: Wider now.}]
    variations:
      step:
        title: Stepping jacks
        say: with steps
        without: [mat, sofa]
        cues: {setup: [And slowly.]}
        instead:
          say: stepping jacks
          setup: [Feet together., Step wide.]
          safety: []
          phases: {out: Step}
          lines:
            Soft.: Set it down softly.
            Arms all the way up.: {say: Arms to the side., short: Sideways., phase: in}
          changes: []
          position: floor
          side_noun: foot
      low:
        title: Low jacks
        say: bent low
        needs: [wall]
        cues: {setup: [Along the wall.]}
        instead: {setup: [Sink down.], phases: {in: Low}, lines: {Soft.: Stay low.}}
"""
VARIATION = "variations: {mine: {title: x, say: x, instead: "
OWN = "title: x\nsections: [{exercises: [mine]}]\nexercises:\n  mine:\n    from: burpee\n    "


def jack(tmp_path: Path) -> Exercise:
    return load(tmp_path, JACK).exercises["jack"]


def texts(exercise: Exercise, kind: str) -> list[str]:
    return [cue.say for cue in getattr(exercise.cues, kind)]


def test_what_stands_under_instead_takes_the_place_of_the_exercises_own(tmp_path: Path) -> None:
    stepped = jack(tmp_path).varied(("step",))
    assert stepped.spoken == "stepping jacks"
    assert texts(stepped, "setup") == ["Feet together.", "Step wide.", "And slowly."]
    assert texts(stepped, "safety") == []
    assert [(cue.say, cue.phase) for cue in stepped.cues.form] == [
        ("Set it down softly.", "out"),  # at the phase of the line that it stands for
        ("Arms to the side.", "in"),
    ]
    assert [phase.say for phase in stepped.phases] == ["Step", "In"]
    assert [need.any_of for need in stepped.needs] == [("chair",)]
    assert (stepped.changes, stepped.position, stepped.side_noun) == ((), Position.FLOOR, "foot")


def test_of_two_variations_the_last_one_replaces_and_both_add(tmp_path: Path) -> None:
    both = jack(tmp_path).varied(("step", "low"))
    assert texts(both, "setup") == ["Along the wall.", "Sink down.", "And slowly."]
    assert [cue.say for cue in both.cues.form] == ["Stay low.", "Arms to the side."]
    assert [phase.say for phase in both.phases] == ["Step", "Low"]
    assert [need.any_of for need in both.needs] == [("chair",), ("wall",)]
    assert texts(jack(tmp_path).varied(("low", "step")), "setup") == [
        "Along the wall.",
        "Feet together.",
        "Step wide.",
        "And slowly.",
    ]


def test_the_cues_of_a_variation_are_those_that_the_exercise_has_not(tmp_path: Path) -> None:
    cues = jack(tmp_path).cues_of("low")
    assert [cue.say for cue in (*cues.setup, *cues.form, *cues.safety)] == [
        "Along the wall.",
        "Sink down.",
        "Stay low.",
    ]


@given(st.sampled_from(names("exercises")))
def test_variations_of_the_library_go_together_in_any_order(name: str) -> None:
    exercise = load_exercise(name)
    for chosen in permutations(exercise.variations, 2):
        varied = exercise.varied(chosen)
        assert varied.cues.setup
        assert {need for one in chosen for need in exercise.variations[one].needs} <= {*varied.needs}
        assert [phase.name for phase in varied.phases] == [phase.name for phase in exercise.phases]


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("{phases: {jmp: Stand}}", "instead.phases.jmp: the exercise has no phase 'jmp'. Did you mean 'jump'?"),
        (
            "{lines: {Feet wid.: x}}",
            "instead.lines.Feet wid.: the exercise has no line 'Feet wid.'. Did you mean 'Feet wide.'?",
        ),
        (
            "{form: [{say: x, phase: jmp}]}",
            "instead.form[0].phase: the exercise has no phase 'jmp'. Did you mean 'jump'?",
        ),
        (
            "{setup: [{say: x, phase: jump}]}",
            "instead.setup[0].phase: only a form cue goes with a phase. Leave it out.",
        ),
        (
            "{lines: {Feet wide.: {say: x, phase: jmp}}}",
            "instead.lines.Feet wide..phase: the exercise has no phase 'jmp'.",
        ),
        ('{setup: ["Your {side} foot."]}', "instead.setup[0]: {side} stands for nothing here"),
        ("{lines: {Feet wide.: 'Your {foot}.'}}", "instead.lines.Feet wide.: {foot} stands for nothing."),
        ("{phases: {jump: '{side}'}}", "instead.phases.jump: {side} stands for nothing here"),
        ("{cues: {setup: [x]}}", "instead.cues: unknown key. Did you mean 'lines'?"),
        ("{setpu: [x]}", "instead.setpu: unknown key. Did you mean 'setup'?"),
        ("{position: lying}", "instead.position: 'lying' is not one of standing, floor."),
    ],
)
def test_what_a_variation_cant_replace_is_told(tmp_path: Path, written: str, said: str) -> None:
    assert said in refusal(tmp_path, f"{OWN}{VARIATION}{written}}}}}\n")


def test_a_variation_does_without_what_the_exercise_needs_and_nothing_else(tmp_path: Path) -> None:
    text = "variations: {mine: {title: x, say: x, without: [mta]}}\n"
    assert "without[0]: unknown equipment 'mta'. Did you mean 'mat'?" in refusal(tmp_path, OWN + text)
    said = refusal(tmp_path, OWN + text.replace("mta", "mat"))
    assert "variations.mine.without[0]: 'mat' is not something the exercise needs. It needs nothing." in said


def test_what_an_exercise_says_itself_leaves_no_faults_in_the_variations_of_its_base(tmp_path: Path) -> None:
    session = load(tmp_path, f"{OWN}cues: {{form: [Breathe.]}}\n")
    assert texts(session.exercises["mine"].varied(("step",)), "form") == ["Breathe."]
    plain = load(tmp_path, f"{OWN}phases: [{{name: all, length: 4 s}}]\n    cues: {{form: [Breathe.]}}\n")
    assert [phase.say for phase in plain.exercises["mine"].varied(("step",)).phases] == [None]


def test_a_substitute_is_done_in_variations_that_there_are(tmp_path: Path) -> None:
    text = OWN + "needs: [mat]\n    substitutes: [{without: mat, use: push-up, variations: [kneees]}]\n"
    said = refusal(tmp_path, text)
    assert (
        "exercises.mine.substitutes[0].variations[0]: push-up has no variation 'kneees'. Did you mean 'knees'?" in said
    )
