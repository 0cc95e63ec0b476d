"""Cards: what `show` says of an exercise and a session, as a coach hands it out."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.running import run
from tests.definitions.files import SQUATS, write
from voicecoach.cli.card_words import amount_words, load_words, section_words
from voicecoach.definitions.amounts import Load, LoadUnit
from voicecoach.definitions.load import load_session
from voicecoach.definitions.model import Exercise, Sides
from voicecoach.definitions.notation import parse_prescription

SIDED = Exercise("step", "Steps", sides=Sides.EACH, side_noun="leg")
KINDS = """
title: Kinds
rest: 45 s
sections:
  - exercises: [squat]
  - {rest: 0 s, exercises: [squat]}
  - {kind: superset, rounds: 3, round_rest: 90 s, exercises: [{exercise: squat, prescription: 8}, lunge]}
  - {kind: circuit, rounds: 2, rest: 20 s, round_rest: 1:15, repeat: 2, exercises: [{exercise: squat, prescription: 8}]}
  - {kind: intervals, work: 40 s, rest: 20 s, rounds: 3, round_rest: 60 s, exercises: [squat, lunge]}
  - {kind: intervals, work: 5 min, in_weeks: 2-3, exercises: [squat]}
  - {kind: emom, minutes: 10, exercises: [{exercise: squat, prescription: 8}]}
  - {kind: emom, every: 90 s, rounds: 4, in_weeks: 2, exercises: [{exercise: squat, prescription: 8}]}
  - {kind: amrap, minutes: 12, exercises: [{exercise: squat, prescription: 8}]}
  - {kind: for-time, rounds: 3, cap: 15 min, exercises: [{exercise: squat, prescription: 8}]}
"""
KINDS_IN_WORDS = [
    "Set by set, 45 s of rest in between.",
    "One after the other, without a rest.",
    "3 rounds, one set of each in turn, no rest between exercises, 90 s between rounds.",
    "2 rounds, one set of each in turn, 20 s of rest between exercises, 75 s between rounds; all of it 2 times.",
    "40 s of work, 20 s of rest, 3 rounds, 1 min between rounds.",
    "5 min of work; in weeks 2-3.",
    "A set every minute, and what is left of it is rest, 10 min in all.",
    "A set every 90 s, and what is left of it is rest, 4 times through the list; in week 2.",
    "As many good rounds as you can in 12 min.",
    "3 rounds as fast as good form lets you, 15 min at most.",
]


def shown(name: str) -> list[str]:
    ran = run("show", name)
    assert ran.status == 0, ran
    return ran.out.splitlines()


@pytest.mark.parametrize(
    ("written", "sets", "words"),
    [
        ("3x8-10 -> 12-15 over 6 weeks", 3, "3 sets of 8–10 reps each leg, building to 12–15 over 6 weeks"),
        ("1x10", 1, "10 reps each leg"),
        ("3x30 s -> 45 s", 3, "3 sets of 30 s each leg, building to 45 s"),
        ("20-30 s", None, "20–30 s each leg"),
        ("5, 8, 10", 3, "5 reps, then 8 reps, then 10 reps each leg"),
        ("2x max in 40 s", 2, "2 sets of as many good ones as you can in 40 s each leg"),
        ("2x5+", 2, "2 sets of at least 5, then as many good ones as you can each leg"),
        ("4x20 m", 4, "4 sets of 20 m each leg"),
    ],
)
def test_amounts_in_words(written: str, sets: int | None, words: str) -> None:
    assert amount_words(parse_prescription(written), SIDED, sets=sets) == words


def test_loads_in_words() -> None:
    assert load_words(Load(20, LoadUnit.KG, 30, 6)) == "20 kg, building to 30 kg over 6 weeks"
    assert load_words(Load(8, LoadUnit.RPE)) == "effort 8 of 10"
    assert load_words(Load(70, LoadUnit.PERCENT)) == "70 % of your best"


def test_every_kind_of_section_in_words(tmp_path: Path) -> None:
    write(tmp_path, KINDS)
    session = load_session("mine.yaml")
    assert [section_words(section, session) for section in session.sections] == KINDS_IN_WORDS


def test_an_exercise_is_a_card() -> None:
    text = "\n".join(shown("step-up"))
    order = [text.index(f"\n{label}") for label in ("Fetch", "Set up", "How it goes", "Watch", "How much")]
    assert order == sorted(order)
    assert "Up 2 s, hold 1 s, down 2 s." in text
    assert "All on one leg, then all on the other." in text
    assert "3 sets of 8–10 reps each leg, building to 12–15 over 6 weeks." in text
    assert "{side}" not in text


def test_the_key_cue_comes_first_and_what_can_stand_in_is_named() -> None:
    lines = shown("band-walk")
    (first,) = [line for line in lines if line.startswith("Watch")]
    assert first.endswith("» Both knees keep pointing straight ahead.")
    assert any(line.startswith("Instead") and "Without band: Wall press (wall-press)." in line for line in lines)


def test_a_session_is_a_card() -> None:
    text = "\n".join(shown("glutes-for-runners"))
    assert "28 min in week 1, 38 min in week 6 · 6 weeks · 5 exercises" in text
    assert "by Alexa, running coach" in text
    assert "Without band: Wall press in place of Sideways band walk." in text
    assert "Set by set, 30 s of rest in between." in text


def test_a_card_fits_into_eighty_columns_and_is_plain_in_a_pipe(tmp_path: Path) -> None:
    write(tmp_path, KINDS)
    for name in ("step-up", "glutes-for-runners", "mine.yaml"):
        lines = shown(name)
        assert max(map(len, lines)) <= 80
        assert not [line for line in lines if "\033" in line or line != line.rstrip()]


def test_an_exercise_in_a_file_is_a_card_too(tmp_path: Path) -> None:
    write(tmp_path, SQUATS, "my-squats.yaml")
    assert shown("./my-squats.yaml")[0] == "My squats"


def test_what_is_not_there_is_refused_with_the_nearest() -> None:
    assert "Did you mean 'squat'?" in run("show", "sqat").message
    assert run("show", "nothing-like-it").message.endswith(" 'nothing-like-it'. See all with: voicecoach list.")
