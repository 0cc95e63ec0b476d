"""Sessions in one line: what they stand for, and what is told of those that can't be read."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.definitions.files import load, write
from voicecoach.definitions.amounts import Prescription
from voicecoach.definitions.files import is_path
from voicecoach.definitions.line_look import reads_as_line
from voicecoach.definitions.line_yaml import yaml_of
from voicecoach.definitions.load import line_of, load_session
from voicecoach.definitions.model import Sides
from voicecoach.definitions.notation import parse_prescription
from voicecoach.definitions.session import Item, Section, SectionKind
from voicecoach.errors import DefinitionError, UnknownNameError, VoicecoachError
from voicecoach.history.model import SessionId

LINES = [
    "3 rounds: 40/20 burpees, squats, plank; rest 60s",
    "Tabata: squats",
    "EMOM 10: 10 kettlebell swings",
    "EMOM 12: 5 squats + 5 burpees, 30 s plank",
    "AMRAP 12 min: 10 squats, 5 lunges each side, 20 s plank",
    "squat 3x8-10 @3-1-1-0 rest 60s; lunge 3x8/side",
    "5 rounds for time: 10 burpees, 15 squats",
    "100 burpees for time, cap 10 min",
    "superset 3 rounds: 10 push-ups, 8 rows; rest 90 s",
    "circuit 3 rounds: 10 squats, 10 lunges; rest 15 s; rest 60 s between rounds",
    "run 5 min, walk 2 min",
    "8 rounds: run 60 s, walk 90 s",
    "21-15-9: thrusters, pull-ups",
    "for time: 21-15-9 thrusters, pull-ups; cap 15 min",
    "3 rounds of 10 squats and 200 m run takes 60 s",
    "every 90 s for 5 rounds: 3 squats",
    "3 rounds: 40/20 burpees, side plank each side",
    "squats 5, 8, 10, max; calf stretch 30 s each side",
    "warm-up: march 60 s; 3 rounds: 10 squats, 10 push-ups; cool-down: calf stretch 30 s each side",
]


def only_section(line: str) -> Section:
    """The section that a line stands for."""
    (section,) = load_session(line).sections
    return section


def named(section: Section) -> list[str]:
    """The names of its exercises."""
    return [item.exercise.name for item in section.exercises]


def said(section: Section) -> list[Prescription]:
    """What it prescribes."""
    return [item.prescription for item in section.exercises]


def test_rounds_of_work_and_rest_are_intervals() -> None:
    one = only_section("3 rounds: 40/20 burpees, squats, plank; rest 60s")
    assert (one.kind, one.rounds, one.work, one.rest, one.round_rest) == ("intervals", 3, 40_000, 20_000, 60_000)
    assert named(one) == ["burpee", "squat", "plank"]
    assert [item.exercise.is_hold for item in one.exercises] == [False, False, True]
    same = only_section("40 s on, 20 s off x 3: burpees, squats, plank; 60 s rest between rounds")
    assert (same.rounds, same.work, same.rest, same.round_rest) == (3, 40_000, 20_000, 60_000)


def test_a_tabata_is_eight_times_twenty_and_ten() -> None:
    one = only_section("Tabata: squats")
    assert (one.kind, one.rounds, one.work, one.rest) == (SectionKind.INTERVALS, 8, 20_000, 10_000)


def test_an_emom_has_its_minutes_and_may_join_exercises() -> None:
    one = only_section("EMOM 12: 5 squats + 5 burpees, 30 s plank")
    assert (one.kind, one.minutes, one.every) == (SectionKind.EMOM, 720_000, None)
    assert [(item.exercise.name, item.joined) for item in one.exercises] == [
        ("squat", False),
        ("burpee", True),
        ("plank", False),
    ]
    assert only_section("E2MOM 10: 10 swings").every == 120_000


def test_an_amrap_has_its_minutes_and_amounts() -> None:
    one = only_section("AMRAP 12 min: 10 squats, 5 lunges each side, 20 s plank")
    assert (one.kind, one.minutes) == (SectionKind.AMRAP, 720_000)
    assert said(one) == [parse_prescription(text) for text in ("10", "5 each side", "20 s")]


def test_sets_follow_each_other_with_all_that_a_prescription_says() -> None:
    one = only_section("squat 3x8-10 @3-1-1-0 rest 60s; lunge 3x8/side")
    assert (one.kind, named(one)) == (SectionKind.STRAIGHT_SETS, ["squat", "lunge"])
    assert said(one) == [parse_prescription("3x8-10 @3-1-1-0 rest 60s"), parse_prescription("3x8/side")]
    assert said(only_section("squats 5, 8, 10, max")) == [parse_prescription("5, 8, 10, max")]


def test_for_time_has_a_cap() -> None:
    one = only_section("5 rounds for time: 10 burpees, 15 squats")
    assert (one.kind, one.rounds, one.cap) == (SectionKind.FOR_TIME, 5, 1_200_000)
    assert only_section("100 burpees for time, cap 10 min").cap == 600_000
    scheme = only_section("21-15-9: thrusters, pull-ups")
    assert (scheme.kind, scheme.rounds) == (SectionKind.FOR_TIME, None)
    assert said(scheme) == [parse_prescription("21-15-9")] * 2


def test_rounds_of_repetitions_are_a_superset_with_a_rest_between_rounds() -> None:
    for line in ("superset 3 rounds: 10 push-ups, 8 rows; rest 90 s", "3 rounds: 10 push-ups, 8 rows; 90 s rest"):
        one = only_section(line)
        assert (one.kind, one.rounds, one.rest, one.round_rest) == (SectionKind.SUPERSET, 3, None, 90_000)
    circuit = only_section("circuit 3 rounds: 10 squats; rest 15 s; rest 60 s between rounds")
    assert (circuit.kind, circuit.rest, circuit.round_rest) == (SectionKind.CIRCUIT, 15_000, 60_000)


def test_times_without_a_rest_run_on() -> None:
    one = only_section("run 5 min, walk 2 min")
    assert (one.kind, one.rest, [item.work for item in one.exercises]) == ("intervals", 0, [300_000, 120_000])
    again = only_section("8 rounds: run 60 s, walk 90 s")
    assert (again.rounds, again.rest, again.round_rest) == (8, 0, 0)


def test_rounds_of_something_need_no_colon() -> None:
    colon, none = (load_session(f"3 rounds{mark} 10 squats, 10 lunges; rest 60 s") for mark in (":", " of"))
    assert none == colon
    assert load_session("three rounds of 10 squats and 10 lunges; rest 60 s").sections == colon.sections
    assert named(only_section("3 rounds of clean and press 3x5")) == ["clean-and-press"]


def test_a_beat_of_any_length_has_rounds_or_minutes() -> None:
    one = only_section("every 90 s for 5 rounds: 3 squats")
    assert (one.kind, one.every, one.rounds, one.minutes) == (SectionKind.EMOM, 90_000, 5, None)
    assert only_section("AMRAP for 12 minutes: 5 squats").minutes == 720_000
    assert load_session("every 90 s for 5 rounds: 3 squats").title == "5 rounds every 90 s: squats"


def test_for_time_the_rounds_of_the_first_exercise_are_those_of_all_that_name_none() -> None:
    one = only_section("for time: 21-15-9 thrusters, pull-ups, 10 squats")
    assert said(one) == [parse_prescription(text) for text in ("21-15-9", "21-15-9", "10")]


def test_a_distance_says_how_long_it_takes() -> None:
    for line in ("farmer's walk 4x40 m takes 30 s", "farmer’s walk 4x40 m @ 16 kg takes: 30"):
        (item,) = only_section(line).exercises
        assert (item.exercise.name, item.takes, item.prescription.distance_m) == ("farmers-walk", 30_000, 40)
    with pytest.raises(DefinitionError, match=r"Add takes: 30 s"):
        load_session("farmer's walk 4x40 m")


def test_each_side_may_stand_without_an_amount() -> None:
    one = only_section("3 rounds: 40/20 burpees, side plank each side")
    sides = [(item.exercise.name, item.sides) for item in one.exercises]
    assert sides == [("burpee", None), ("side-plank", Sides.EACH)]


def test_parts_have_titles() -> None:
    session = load_session("warm-up: march 60 s; 3 rounds: 10 squats; cool-down: calf stretch 30 s each side")
    assert [section.title for section in session.sections] == ["Warm-up", None, "Cool-down"]


@pytest.mark.parametrize(
    ("name", "exercise"),
    [("Squat", "squat"), ("SQUATS", "squat"), ("step ups", "step-up"), ("Step-Ups", "step-up"), ("squatts", "squat"),
     ("wall press", "wall-press"), ("jump squats", "squat-jump"), ("press ups", "push-up"),
     ("Bulgarian split squats", "rear-foot-raised-split-squat"), ("RDLs", "romanian-deadlift"),
     ("hack squats", "hack-squats"), ("rows", "row"), ("thrusters", "thrusters"),
     ("90 degree holds", None)],
)  # fmt: skip
def test_names_are_matched_to_the_library_when_they_are_near(name: str, exercise: str | None) -> None:
    if exercise is None:
        with pytest.raises(DefinitionError):
            load_session(f"{name} 3x10 s")
    else:
        assert named(only_section(f"Tabata: {name}")) == [exercise]


@pytest.mark.parametrize(
    ("name", "is_held"),
    [("plank", True), ("side planks", True), ("wall sit", True), ("calf stretch", True), ("dead hang", True),
     ("sit-ups", False), ("plank jacks", False), ("burpees", False)],
)  # fmt: skip
def test_what_is_held_goes_by_its_name(name: str, is_held: bool) -> None:
    assert only_section(f"Tabata: {name}").exercises[0].exercise.is_hold is is_held


def test_the_session_has_a_short_name_for_its_file() -> None:
    session = load_session(LINES[0])
    assert (session.name, session.title) == ("3-rounds-burpees-squats-plank", "3 rounds: burpees, squats, plank")
    many = load_session("Tabata: " + ", ".join(f"burpees {chr(97 + n) * 9}" for n in range(20)))
    assert len(many.name) <= 60
    assert many.title.endswith(", more")


@pytest.mark.parametrize("line", LINES)
def test_a_line_is_the_file_that_it_stands_for(tmp_path: Path, line: str) -> None:
    session, written = load_session(line), line_of(line)
    assert written is not None
    saved = load(tmp_path, yaml_of(written, line))
    assert replace(saved, name=session.name) == session


@pytest.mark.parametrize("line", LINES)
def test_a_line_is_no_path_and_is_remembered_as_it_was_typed(line: str) -> None:
    assert reads_as_line(line)
    assert not is_path(line)
    assert SessionId.of(line) == SessionId(line)


@pytest.mark.parametrize("name", ["./week 3/legs.yaml", "a/b", "./40/20 x 3.yaml", "legs 3x10.yaml", ".", "a/week 3"])
def test_a_path_is_no_line(name: str) -> None:
    assert is_path(name)


def test_a_folder_that_is_there_is_a_path_whatever_it_is_called(tmp_path: Path) -> None:
    (tmp_path / "40" / "20 squats").mkdir(parents=True)
    assert is_path(f"{tmp_path}/40/20 squats")
    assert not is_path("40/20 squats")


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("Tabta: squats", "the line:1:1: 'Tabta' isn't understood before the colon. Did you mean tabata?"),
        ("Tabata", "there is no colon after 'Tabata'. Write Tabata: squats, lunges."),
        ("Tabata:", "nothing follows 'Tabata:'. Write Tabata: squats, lunges."),
        ("3 rounds 10 squats, 5 lunges", "there is no colon after '3 rounds'. Write 3 rounds: 10 squats, 5 lunges."),
        ("AMRAP: 10 squats", "how long is this AMRAP? Write AMRAP 12 min: 10 squats, 5 lunges."),
        ("EMOM: 10 squats", "how long is this EMOM? Write EMOM 12 min: 10 squats, 5 lunges."),
        ("squats 3x10, 3x", "the line:1:14: '3x': 3x of how many?"),
        ("10 squats; 3y10 lunges", "the line:1:12: '3y10 lunges'"),
        ("rest 60s; squats 3x10", "'rest 60s' stands before all exercises. Write it at the end."),
        ("squats 3x10; thrusters", "the line:1:14: 'thrusters': nobody says how much of thrusters"),
        ("3 rounds: 40/20 squats 3x10", "intervals go by the clock"),
        ("10 squats; 3x", "3x of how many?"),
        (";,; 3 rounds:", "nothing follows '3 rounds:'"),
        ("squat 3x10/side", "the line:1:1: 'squat 3x10/side': squat has no sides"),
        ("Tabata: rest 5 s, squats 3x5", "the line:1:19: 'squats 3x5': intervals go by the clock"),
        (
            "squats: 3x10; lunges: 3x8",
            "the line:1:1: exercises are expected behind a colon, not an amount. Write squats 3x10; lunges 3x8.",
        ),
        (
            "warm-up: march 60 s; plank: 1:30; rest: 60s",
            "an amount. Write warm-up: march 60 s; plank 1:30; rest 60s.",
        ),
        ("3 rounds: kzb drills : 10, lunges:8", "Write 3 rounds: kzb drills 10, lunges 8."),
        ("Tabta: 20 s", "'Tabta' isn't understood before the colon. Did you mean tabata?"),
        ("squats: 3x10; 3y10 lunges", "the line:1:1: 'squats' isn't understood before the colon."),
        ("ten squats 30 s", "'ten squats 30 s' isn't understood. Write squats 3x10, 10 squats or plank 30 s."),
        ("three rounds 10 squats", "there is no colon after 'three rounds'. Write three rounds: 10 squats."),
        ("21-15-9 thrusters, pull-ups", "share these numbers without a colon. Write 21-15-9: thrusters, pull-ups."),
        ("21-15-9 thrusters and pull-ups", "Write 21-15-9: thrusters, pull-ups, or thrusters and pull-ups 21-15-9 if"),
        ("run 60 s walk 90 s x8", "names several exercises. Write 8 rounds: run 60 s, walk 90 s."),
        ("run 60 s walk 90 s jog 2 min x 8", "Write 8 rounds: run 60 s, walk 90 s, jog 2 min."),
        ("run 60 s walk 90 s", "Put commas between them: run 60 s, walk 90 s."),
    ],
)
def test_what_almost_reads_as_a_line_is_refused_with_the_nearest_form(line: str, message: str) -> None:
    with pytest.raises(DefinitionError) as caught:
        load_session(line)
    assert message in str(caught.value)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("4x10 squats; rest 90 s; plank 3x30 s; rest 2 min",
         "the line:1:39: 'rest 2 min' contradicts rest 90 s before it. Write each with its exercise"),
        ("for time: 10 squats; cap 5 min; cap 9 min",
         "the line:1:33: 'cap 9 min' contradicts cap 5 min before it. Leave one of them out."),
        ("AMRAP 10 min: 10 squats for time", "'for time' contradicts kind amrap before it."),
        ("40/20 x 3: 30/15 squats", "the line:1:12: '30/15' contradicts work 40 s before it."),
        ("3 rounds: 40/20 squats, 30 s rest, lunges", "a rest of 30 s and one of 20 s contradict each other."),
        ("circuit 3 rounds: 10 squats; rest 15 s between exercises; rest 60 s", "or write rest 60 s between rounds"),
        ("superset 3 rounds: 10 squats; rest 60 s between rounds; rest 9 s", "or write rest 9 s between exercises"),
        ("3 rounds rest 60 s rest 30 s: 10 squats", "'rest' doesn't go with the rest of '3 rounds rest 60 s"),
        ("3 rounds: 1 min squats, 1 min rest, 1 min lunges, 2 min rest, 1 min plank",
         "the line:1:51: '2 min rest' contradicts rest between exercises 1 min before it."),
        ("3 rounds: 1 min squats, 1 min rest, 1 min lunges, 1 min plank",
         "the line:1:25: '1 min rest' stands between some exercises, and between others nothing does."),
    ],
)  # fmt: skip
def test_settings_that_contradict_each_other_are_refused(line: str, message: str) -> None:
    with pytest.raises(DefinitionError) as caught:
        load_session(line)
    assert message in str(caught.value)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("squats 3x10, rset 60s", "the line:1:14: 'rset 60s' is no exercise. Did you mean 'rest 60s'?"),
        ("squats 3x10; 60 s rset", "the line:1:14: '60 s rset' is no exercise. Did you mean '60 s rest'?"),
        ("3 rounds: 10 squats; rst one minute", "Did you mean 'rest one minute'?"),
        ("3 rounds: 10 squats; rest 60 s betwen rounds", "Did you mean 'rest 60 s between rounds'?"),
        ("40/20 squats, no rset", "Did you mean 'no rest'?"),
        ("squats 3x10, 3 ruonds", "Did you mean '3 rounds'?"),
        ("squats 3x10, wrok 40 s", "Did you mean 'work 40 s'?"),
        ("squats 3x10, temop 3-1-1-0", "Did you mean 'tempo 3-1-1-0'?"),
        ("carry 4x20 m, tkaes 30 s", "Did you mean 'takes 30 s'?"),
        ("squats 3x10, wek 3", "Did you mean 'week 3'?"),
        ("3x10 rset 60s squats", "Did you mean '3x10 rest 60s squats'?"),
        ("squats 3x10 rset 60s", "Did you mean 'squats 3x10 rest 60s'?"),
        ("squats, 30 s", "'30 s' of which exercise? Write 30 s squats."),
    ],
)
def test_a_setting_that_is_misspelled_is_no_exercise(line: str, message: str) -> None:
    with pytest.raises(DefinitionError) as caught:
        load_session(line)
    assert message in str(caught.value)


def test_names_that_are_near_to_a_setting_stay_names(tmp_path: Path) -> None:
    one = only_section("3 rounds: walk 60 s, worm 60 s, row 60 s, reverse plank 60 s, tap 60 s, press 60 s")
    assert named(one) == ["walk", "worm", "row", "reverse-plank", "tap", "press"]
    text = "title: x\nsections:\n  - rset 60 s, squat 10\nexercises:\n  rset: {title: Rset}\n"
    assert named(load(tmp_path, text).sections[0]) == ["rset", "squat"]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("squats 3x10; week 3", "'week 3' is a setting that has its place elsewhere. A line has no weeks. Choose one"),
        ("10 squats, 8 lunges; rounds 3", "Write 3 rounds and a colon before the exercises."),
        ("squats 3x10; tempo 3-1-1-0", "Write it behind an amount: squats 3x10 @3-1-1-0."),
        ("squats 3x10; takes 30 s", "Write it behind a distance: run 400 m takes 30 s."),
        ("40/20 squats, work 30 s", "Write work and rest before the exercises: 40/20 squats, plank."),
        ("3 rounds 10 min: 10 squats", "nothing here lasts 10 min in all. Leave it out, or write AMRAP 12 min"),
        ("for time 10 min, cap 15 min: 10 squats", "nothing here lasts 10 min in all."),
        ("21-15-9: 10 squats, 5 lunges", "every exercise has its own amount, so 21-15-9 is that of none."),
        ("Tabata: run takes 30 s", "Write run 400 m takes 30 s, or run 30 s."),
        ("squats ten each side", "squat has no sides"),
        ("10 squats, 10 lunges, 3 rounds", "'3 rounds' could be about all exercises, or about the last one. Write 3"),
        ("10 squats, 10 lunges, repeat three times", "'repeat three times' could be about all exercises"),
        ("10 squats, 10 lunges, each side", "'each side' could be about all exercises, or about the last one."),
    ],
)
def test_nothing_is_dropped_without_a_word(line: str, message: str) -> None:
    with pytest.raises(DefinitionError) as caught:
        load_session(line)
    assert message in str(caught.value)


@pytest.mark.parametrize(
    ("line", "same"),
    [("squats 3x10, tempo 3-1-1-0", "squats 3x10 @3-1-1-0"), ("lunges 3x8, each side", "lunges 3x8 each side"),
     ("squats 3x10, 20 kg", "squats 3x10 20 kg"), ("carry 4x20 m, takes 30 s", "carry 4x20 m takes 30 s"),
     ("6 x 400 m run takes 90 s rest 90 s", "run 6x400 m rest 90 s takes 90 s"),
     ("for time: 21-15-9 squats, lunges each side", "for time: squats 21-15-9, lunges 21-15-9 each side"),
     ("21-15-9: squats, lunges each side", "21-15-9: squats, lunges 21-15-9 each side")],
)  # fmt: skip
def test_what_has_no_exercise_goes_on_with_the_one_before(line: str, same: str) -> None:
    assert load_session(line).sections == load_session(same).sections


def test_a_setting_may_be_said_again() -> None:
    assert only_section("10 squats for time; cap 5 min; cap 300 s").cap == 300_000


@pytest.mark.parametrize(
    ("line", "entry"),
    [
        ("EMOM 10: 10 kettlebell swings 16 kg", "{exercise: kettlebell-swing, prescription: 10, load: 16 kg}"),
        ("kettlebell swings 3x10, 16kg", "{exercise: kettlebell-swing, prescription: 3x10, load: 16kg}"),
        ("kettlebell swings 5x5 @ 75 %", "{exercise: kettlebell-swing, prescription: 5x5, load: 75 %}"),
        ("kettlebell swings 3x10 16 kg rest 60 s", "prescription: 3x10 16 kg rest 60 s}"),
        ("kettlebell swings 3x10 16 kg -> 20 kg over 6 weeks", 'prescription: "3x10 16 kg -> 20 kg over 6 weeks"}'),
        ("squats 3x10 rest 60 s", "{exercise: squat, prescription: 3x10 rest 60 s}"),
        ("squats 3x30 s", "{exercise: squat, prescription: 3x30 s}"),
    ],
)
def test_a_load_at_the_end_of_an_amount_has_its_own_key(line: str, entry: str) -> None:
    written = line_of(line)
    assert written is not None
    assert entry in yaml_of(written, line)


def test_a_rest_between_entries_is_one_between_exercises() -> None:
    one = only_section("3 rounds: 1 min squats, 1 min rest, 1 min lunges")
    assert (one.kind, one.rounds, one.rest, one.round_rest) == ("intervals", 3, 60_000, 0)
    last = only_section("3 rounds: 1 min squats, 60 s rest, 1 min lunges, 1 min rest, 1 min plank, 2 min rest")
    assert (named(last), last.rest, last.round_rest) == (["squat", "lunge", "plank"], 60_000, 120_000)
    assert only_section("squats 3x10, 60s rest, lunges 3x8").rest == 60_000


@pytest.mark.parametrize(
    ("line", "rounds", "work", "rest"),
    [("4 rounds, tabata: squats", 4, 20_000, 10_000), ("Tabata: 40/20 squats", 8, 40_000, 20_000),
     ("Tabata 30/15: squats", 8, 30_000, 15_000)],
)  # fmt: skip
def test_the_numbers_that_are_written_go_before_those_of_a_tabata(line: str, rounds: int, work: int, rest: int) -> None:
    one = only_section(line)
    assert (one.rounds, one.work, one.rest) == (rounds, work, rest)


@pytest.mark.parametrize(
    ("line", "rounds"),
    [("Tabata 4 min: squats", 8), ("Tabata 8 min: squats, plank", 8), ("Tabata four minutes: squats, plank", 4),
     ("40/20 10 min: squats, plank", 5), ("Tabata 4 min, 40/20: squats", 4), ("Tabata 4 min: squats, plank 40 s", 3)],
)  # fmt: skip
def test_the_length_of_intervals_gives_their_rounds(line: str, rounds: int) -> None:
    assert only_section(line).rounds == rounds


@pytest.mark.parametrize(
    ("line", "message"),
    [("Tabata 5 min: squats, plank, burpees",
      "5 min aren't whole rounds of 90 s. Write Tabata 3 rounds: for 270 s."),
     ("Tabata 4: squats", "4 minutes or 4 rounds of Tabata? Write Tabata 4 min: or Tabata 4 rounds:."),
     ("Tabata 1: squats", "1 minute or 1 round of Tabata? Write Tabata 1 min: or Tabata 1 round:."),
     ("40/20 50 s: squats", "50 s aren't whole rounds of 60 s. Write 40 s/20 s 1 round: for 60 s."),
     ("Tabata 4 min 8 rounds: squats", "can contradict each other. Write the rounds, and leave the length out."),
     ("Tabata 4 min: squats; rest 60 s", "and a rest of its own between rounds can contradict each other.")],
)  # fmt: skip
def test_a_length_that_gives_no_rounds_is_refused(line: str, message: str) -> None:
    with pytest.raises(DefinitionError) as caught:
        load_session(line)
    assert message in str(caught.value)


def test_the_title_of_a_tabata_tells_its_length() -> None:
    titles = [load_session(f"Tabata{more}: squats").title for more in ("", " 4 min", " 4 rounds")]
    assert titles == ["Tabata: squats", "Tabata 4 min: squats", "Tabata 4 rounds: squats"]


@pytest.mark.parametrize("line", ["10-minute AMRAP: 10 squats", "AMRAP in 10 min: 10 squats"])
def test_the_length_of_an_amrap_stands_before_or_behind_it(line: str) -> None:
    assert only_section(line).minutes == 600_000
    assert load_session(line).title == "AMRAP 10 min: squats"


@pytest.mark.parametrize(
    ("words", "digits"),
    [("three rounds: ten squats and twenty-five lunges", "3 rounds: 10 squats and 25 lunges"),
     ("twelve rounds: thirty seconds plank", "12 rounds: 30 s plank"),
     ("two sets of ten squats", "2 sets of 10 squats"),
     ("ten squats, five lunges", "10 squats, 5 lunges"),
     ("EMOM 10: ten rows + five lunges each side", "EMOM 10: 10 rows + 5 lunges each side"),
     ("3 rounds: ten-fifteen squats, 5 lunges", "3 rounds: 10-15 squats, 5 lunges"),
     ("3 rounds: squats ten-fifteen, 5 lunges", "3 rounds: squats 10-15, 5 lunges"),
     ("2 rounds: ten to fifteen squats", "2 rounds: 10 to 15 squats"), ("ten to fifteen squats", "10-15 squats"),
     ("EMOM 10: twenty one squats", "EMOM 10: 21 squats"),
     ("squats ten", "squats 10"), ("ten squats", "10 squats"), ("squats ten, lunges five", "10 squats, 5 lunges"),
     ("squats three sets of ten", "squats 3x10"), ("wall press thirty seconds", "wall press 30 s"),
     ("3 rounds: burpees ten, plank one minute", "3 rounds: burpees 10, plank 1 min"),
     ("lunges ten each side", "lunges 10 each side"),
     ("ten minute AMRAP: 5 squats", "10 min AMRAP: 5 squats"),
     ("twenty-five-minute AMRAP: 5 squats", "25 min AMRAP: 5 squats"), ("EMOM ten: 5 squats", "EMOM 10: 5 squats"),
     ("every ninety seconds for five rounds: 3 squats", "every 90 seconds for 5 rounds: 3 squats"),
     ("squats 3x10; rest one minute", "squats 3x10; rest 1 minute")],
)  # fmt: skip
def test_numbers_may_stand_in_words(words: str, digits: str) -> None:
    assert load_session(words) == load_session(digits)


@pytest.mark.parametrize(
    ("line", "fix"),
    [
        ("3 rounds: one hundred squats", "Write 100 squats."),
        ("a hundred squats, 10 lunges", "Write 100 squats."),
        ("3 rounds: 1 hundred squats", "Write 100 squats."),
        ("squats one hundred, plank 30 s", "Write squats 100."),
        ("2 rounds: two hundred and fifty squats and ten lunges", "Write 250 squats."),
        ("run one thousand two hundred metres takes 4 min", "Write run 1200 metres takes 4 min."),
    ],
)
def test_a_large_number_is_written_in_digits(line: str, fix: str) -> None:
    with pytest.raises(DefinitionError, match=re.escape(fix)):
        load_session(line)


def test_the_hundred_is_an_exercise() -> None:
    assert named(only_section("2 rounds: one hundred, ten squats, hundred with bent knees 5")) == [
        "hundred",
        "squat",
        "hundred-with-bent-knees",
    ]


def test_a_number_may_belong_to_a_name(tmp_path: Path) -> None:
    one = only_section("Tabata: two arm swings, one-arm rows, four count burpees")
    assert named(one) == ["two-arm-swings", "one-arm-rows", "four-count-burpees"]
    assert named(only_section("Tabata: warrior two, warrior three each side")) == ["warrior-two", "warrior-three"]
    text = "title: x\nsections:\n  - Tabata: Five steps\nexercises:\n  steps: {title: Five steps}\n"
    assert named(load(tmp_path, text).sections[0]) == ["steps"]


@pytest.mark.parametrize(
    "name", ["glutes-for-runer", "squatts", "my session", "leg day 2", "day two", "x" * 2000, "a\nb"]
)
def test_a_name_is_no_line(name: str) -> None:
    with pytest.raises(UnknownNameError):
        load_session(name)


def test_a_line_may_stand_for_a_section_in_a_file(tmp_path: Path) -> None:
    text = """
title: x
sections:
  - exercises: [{exercise: squat, prescription: 2x5}]
  - "3 rounds: 40/20 burpees, My Row, plank; rest 60s"
  - Tabata: burpee
  - "10 squats; Tabata: burpee"
exercises:
  row: {title: My rows}
"""
    session = load(tmp_path, text)
    kinds = [section.kind for section in session.sections]
    assert kinds == ["straight-sets", "intervals", "intervals", "straight-sets", "intervals"]
    assert named(session.sections[1]) == ["burpee", "row", "plank"]
    assert named(session.sections[2]) == named(session.sections[4]) == ["burpee"]


def test_faults_of_a_line_in_a_file_are_told_where_they_stand(tmp_path: Path) -> None:
    text = "title: x\nsections:\n  - 3 rounds 10 squats\n  - squats 3x10/side\n  - squat\n"
    path = write(tmp_path, text)
    with pytest.raises(DefinitionError) as caught:
        load_session(path)
    places = [str(fault.place).rpartition("/")[2] for fault in caught.value.faults]
    assert places == ["mine.yaml:3:5", "mine.yaml:4:5", "mine.yaml:5:5"]


WORDS = ["3", "rounds", ":", "40/20", "squats", ",", ";", "rest", "60s", "+", "x", "10", "EMOM", "AMRAP", "each side",
         "plank", "for time", "21-15-9", "@3-1-1-0", "max", "(", "/", "min", "é", "->", "between rounds"]  # fmt: skip


@given(st.lists(st.sampled_from(WORDS), max_size=9).map(" ".join) | st.text(max_size=40))
def test_any_text_is_a_session_or_refused_with_one_message(text: str) -> None:
    with suppress(VoicecoachError):
        session = load_session(text)
        assert all(isinstance(item, Item) for item in session.items)
        assert session.name
