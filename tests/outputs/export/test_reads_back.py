"""What is exported is read back by the import: sets, amounts, rests, sides, loads, and every kind of section."""

from __future__ import annotations

import csv
from dataclasses import dataclass, replace
from io import StringIO
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.every_kind import BURPEE, JACK, LUNGE, PLANK, ROW, SECTIONS, SIDE, SQUAT, session_of
from voicecoach.authoring.importing import imported
from voicecoach.definitions.amounts import Amount, Load, LoadUnit, Prescription, Unit
from voicecoach.definitions.files import titles
from voicecoach.definitions.load import load_session, load_text
from voicecoach.definitions.model import Sides
from voicecoach.definitions.session import Item, Section, SectionKind, Session
from voicecoach.outputs.export import parts
from voicecoach.outputs.export.amounts import is_chain, is_counted
from voicecoach.outputs.export.table import as_table
from voicecoach.outputs.export.text import as_text
from voicecoach.plan.choices import Choices
from voicecoach.plan.select import select
from voicecoach.plan.workout import Work, Workout, WorkSection
from voicecoach.times import MINUTE_MS, Ms

Written = Any
"""What the import understood: `authoring.written.Written`, and its sections and exercises."""
LONG = Section(
    (
        Item(SQUAT, Prescription(3, Amount(8, 10)), rest=Ms(90_000), load=Load(8, LoadUnit.RPE)),
        Item(ROW, Prescription(3, Amount(12, 12)), load=Load(17.5, LoadUnit.KG)),
        Item(PLANK, Prescription(3, Amount(30_000, 45_000, Unit.MS))),
        Item(SIDE, Prescription(2, Amount(60_000, 60_000, Unit.MS)), rest=Ms(0)),
        Item(LUNGE, Prescription(1, Amount(1, 1))),
        Item(BURPEE, Prescription(3, Amount(60_000, 60_000, Unit.MS, is_open=True))),
        Item(BURPEE, Prescription(4, Amount(0, 0), distance_m=400), takes=Ms(90_000)),
        Item(BURPEE, Prescription(2, Amount(300_000, 300_000, Unit.MS))),
        Item(BURPEE, Prescription(3, Amount(5, 5), pause=Ms(5000))),
    ),
    rest=Ms(30_000),
)
LINES = (
    "Tabata: squats",
    "EMOM 10: 10 kettlebell swings",
    "EMOM 10: 10 squats, 5 burpees, 8 lunges",
    "AMRAP 12 min: 10 squats, 5 lunges each side, 20 s plank",
    "3 rounds: 40/20 burpees, squats, plank; rest 60s",
    "squat 3x8-10 @3-1-1-0 rest 60s; lunge 3x8/side",
)
BUILT_IN = ("glutes-for-runners", "calves-and-feet", "cool-down-stretch", "desk-break", "mobility", "run-walk")
LOST = {
    "Note: ": "a note becomes a cue of its exercise, which is spoken rather than written",
    "Heel flicks ": "the rules of the import know no movement in this name, and take it for a sentence",
}
"""Lines of a text that aren't read back, by how they begin, and why."""
SESSIONS = {name: session_of(name) for name in SECTIONS} | {
    "long": replace(session_of("straight"), sections=(LONG,)),
    "all": session_of(*SECTIONS),
    **{name: load_session(name) for name in (*BUILT_IN, *LINES)},
}


@dataclass(frozen=True)
class Fact:
    """What one row of an exercise asks for; in seconds."""

    name: str
    sets: int | None
    amount: object
    is_open: bool
    sides: Sides | None
    load: str | None
    pause_s: float | None
    rest_s: float | None


exercises = st.sampled_from((SQUAT, ROW, LUNGE, BURPEE, JACK))
lengths = st.integers(1, 36).map(lambda fives: Ms(5000 * fives))
rests = st.just(Ms(0)) | lengths
loads = st.none() | st.builds(
    Load, st.integers(2, 200).map(lambda halves: halves / 2), st.sampled_from((LoadUnit.KG, LoadUnit.LB))
)
spans = st.tuples(st.integers(1, 60), st.integers(0, 5))
counts = spans.map(lambda span: Prescription(start=Amount(span[0], sum(span))))
times = lengths.map(lambda length: Prescription(start=Amount(length, length, Unit.MS)))
once = st.builds(Item, exercises, counts, load=loads) | st.builds(Item, st.sampled_from((PLANK, SIDE)), times)
entries = st.lists(once, min_size=2, max_size=4).map(tuple)
rounds = st.integers(1, 9)
SECTION: dict[SectionKind, st.SearchStrategy[Section]] = {
    SectionKind.STRAIGHT_SETS: st.builds(
        lambda items, sets, rest: Section(
            tuple(replace(one, prescription=replace(one.prescription, sets=sets)) for one in items), rest=rest
        ),
        entries,
        rounds,
        rests,
    ),
    SectionKind.SUPERSET: st.builds(
        Section, entries, st.just(SectionKind.SUPERSET), rounds=rounds, rest=rests, round_rest=lengths
    ),
    SectionKind.CIRCUIT: st.builds(
        Section, entries, st.just(SectionKind.CIRCUIT), rounds=rounds, rest=rests, round_rest=lengths
    ),
    SectionKind.INTERVALS: st.builds(
        Section,
        st.lists(st.builds(Item, exercises | st.sampled_from((PLANK, SIDE))), min_size=2, max_size=4).map(tuple),
        st.just(SectionKind.INTERVALS),
        rounds=rounds,
        work=lengths,
        rest=lengths,
        round_rest=lengths,
    ),
    SectionKind.EMOM: st.builds(
        Section, st.lists(st.builds(Item, exercises, counts), min_size=1, max_size=3).map(tuple),
        st.just(SectionKind.EMOM), rounds=rounds,
    ),
    SectionKind.AMRAP: st.builds(
        Section, entries, st.just(SectionKind.AMRAP), minutes=st.integers(2, 40).map(lambda one: Ms(one * MINUTE_MS))
    ),
    SectionKind.FOR_TIME: st.builds(
        Section, entries, st.just(SectionKind.FOR_TIME), rounds=st.integers(2, 9), cap=st.just(Ms(15 * MINUTE_MS))
    ),
}  # fmt: skip


@given(st.sampled_from(SectionKind).flatmap(lambda kind: SECTION[kind]))
def test_any_section_is_read_back(section: Section) -> None:
    own = {item.exercise.name: item.exercise for item in section.exercises}
    workout = select(Session("mine", "My session", (section,), exercises=own), Choices())
    written = imported(as_text([workout]).encode(), "session.txt").written
    check_all(written, workout)
    check_all(imported(as_table([workout]).encode(), "session.csv").written, workout)


def workout_of(name: str) -> Workout:
    return select(SESSIONS[name], Choices())


def meant(section: WorkSection) -> list[Fact]:
    """The facts of a section in the workout, of which the text has to speak."""
    return [fact(section, entry, work) for entry in range(len(section.works)) for work in parts.rows_of(section, entry)]


def fact(section: WorkSection, entry: int, work: Work) -> Fact:
    rest = parts.rest(section, entry)
    sides = work.exercise.sides
    return Fact(
        work.exercise.title,
        work.sets if section.kind is SectionKind.STRAIGHT_SETS or is_chain(work) else None,
        amount(work),
        work.amount.is_open,
        None if sides is Sides.NONE else sides,
        parts.load_of(work) or None,
        work.pause / 1000 if work.pause else None,
        None if rest is None else rest / 1000,
    )


def amount(work: Work) -> object:
    one = work.amount
    if is_chain(work):
        return tuple(each.high for each in work.amounts)
    if one.is_open and one.high == MINUTE_MS:
        return None
    if work.distance_m is not None:
        return work.distance_m
    if is_counted(one):
        return float(one.low), float(one.high)
    return one.low / 1000, one.high / 1000


def read(section: Written, exercise: Written) -> Fact:
    is_last = exercise is section.exercises[-1] and section.kind is not SectionKind.STRAIGHT_SETS
    rest = exercise.rest_s if exercise.rest_s is not None else section.rest_s
    is_rounds = section.kind is not SectionKind.STRAIGHT_SETS and not exercise.each_set
    return Fact(
        exercise.name,
        None if is_rounds else exercise.sets or len(exercise.each_set) or None,
        exercise.each_set or exercise.distance_m or exercise.reps or exercise.seconds,
        exercise.is_open,
        exercise.sides,
        exercise.load,
        exercise.pause_s,
        None if is_last and (len(section.exercises) > 1 or section.rounds == 1) else rest,
    )


def flat(workout: Workout) -> list[WorkSection]:
    """The sections as often as they are written."""
    return [section for section in workout.sections for _ in range(parts.repeats(section))]


def check(written: Written, workout: Workout) -> None:
    assert not written.unplaced
    assert [one.kind for one in written.sections] == [one.kind for one in flat(workout)]
    for back, section in zip(written.sections, flat(workout), strict=True):
        facts = [read(back, one) for one in back.exercises]
        wanted = meant(section)
        if section.kind is SectionKind.EMOM or section.is_listed:
            facts = [replace(one, rest_s=None) for one in facts]
        if section.kind is SectionKind.FOR_TIME:
            facts, wanted = ([replace(one, sets=None) for one in some] for some in (facts, wanted))
        assert facts == wanted


@pytest.mark.parametrize("name", SESSIONS)
def test_the_text_is_read_back(name: str) -> None:
    workout = workout_of(name)
    written = imported(as_text([workout]).encode(), "session.txt").written
    check_all(written, workout)


def check_all(written: Written, workout: Workout) -> None:
    """That all exercises are read back, and how all sections go."""
    check(written, workout)
    for back, section in zip(written.sections, flat(workout), strict=True):
        check_section(back, section)


def check_section(back: Written, section: WorkSection) -> None:
    if section.kind in parts.IN_TURN or section.kind is SectionKind.INTERVALS:
        assert back.rounds == section.rounds_in_all
        after = parts.round_rest(section)
        read_s = back.rest_s if back.round_rest_s is None else back.round_rest_s  # as a file has it
        assert after is None or read_s == after / 1000
    if section.kind is SectionKind.EMOM:
        total = section.every * section.rounds
        assert (back.every_s or 60) == section.every / 1000
        times = parts.rounds(section)
        assert back.minutes == total / MINUTE_MS or (times is not None and back.rounds == times)
    if section.kind is SectionKind.AMRAP:
        assert back.minutes == section.limit / MINUTE_MS
    if section.kind is SectionKind.FOR_TIME:
        assert back.cap_s == section.limit / 1000


@pytest.mark.parametrize("name", SESSIONS)
def test_the_table_is_read_back(name: str) -> None:
    workout = workout_of(name)
    check_all(imported(as_table([workout]).encode(), "session.csv").written, workout)


@pytest.mark.parametrize("name", titles("sessions"))
def test_a_built_in_session_is_the_same_when_it_comes_back(name: str) -> None:
    text = as_text([select(load_session(name), Choices())])
    again = as_text([select(back(text, "session.txt"), Choices())])
    assert without_lost(again) == without_lost(text)


@pytest.mark.parametrize("name", titles("sessions"))
def test_a_built_in_session_is_the_same_table_when_it_comes_back(name: str) -> None:
    table = as_table([select(load_session(name), Choices())])
    again = as_table([select(back(table, "session.csv"), Choices())])
    assert without_notes(again) == without_notes(table)


def back(text: str, name: str) -> Session:
    """The session that the import makes of an export."""
    return load_text(imported(text.encode(), name).yaml, "mine").session


def without_lost(text: str) -> list[str]:
    return [line for line in text.splitlines() if not line.startswith(tuple(LOST))]


def without_notes(table: str) -> list[dict[str, str]]:
    """The rows but for notes, which become cues."""
    return [{**row, "notes": ""} for row in csv.DictReader(StringIO(table))]


TITLES = (
    *("Drills", "Block one", "Squats", "Heavy squats", "Rest", "Notes", "Equipment", "Week 2"),
    "Holding",
)


@pytest.mark.parametrize("kind", [SectionKind.STRAIGHT_SETS, SectionKind.SUPERSET, SectionKind.CIRCUIT])
@pytest.mark.parametrize("title", TITLES)
def test_a_title_of_any_words_is_no_exercise_and_no_rule(title: str, kind: SectionKind) -> None:
    item = Item(SQUAT, Prescription(1, Amount(8, 8)))
    section = Section((item, replace(item, exercise=LUNGE)), kind, title=title, rounds=2, rest=Ms(20_000))
    own = {one.name: one for one in (SQUAT, LUNGE)}
    workout = select(Session("mine", "My session", (section, replace(section, title=None)), exercises=own), Choices())
    text = as_text([workout])
    check_all(imported(text.encode(), "session.txt").written, workout)
    again = as_text([select(back(text, "session.txt"), Choices())])
    assert as_text([select(back(again, "session.txt"), Choices())]) == again


def test_an_exported_table_is_read_back_with_its_title() -> None:
    workout = select(SESSIONS["glutes-for-runners"], Choices())
    written = imported(as_table([workout]).encode(), "plan.csv").written
    assert written.title == workout.session.title
    assert [one.title for one in written.sections] == ["Part 1"]
