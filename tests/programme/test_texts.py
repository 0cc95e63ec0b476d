"""What is written of sections and amounts on a page and on paper."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.every_kind import BURPEE, JACK, PLANK, SQUAT, reps, session_of, time
from voicecoach.definitions.amounts import Load, LoadUnit, Prescription
from voicecoach.definitions.model import Exercise
from voicecoach.definitions.session import Item, Section, Session
from voicecoach.plan.choices import Choices
from voicecoach.plan.select import select
from voicecoach.plan.shown import entry_text, time_text, work_text
from voicecoach.plan.workout import WorkSection
from voicecoach.programme.texts import rest_text, section_note, tempo_text
from voicecoach.times import Ms


def section_of(name: str) -> WorkSection:
    (section,) = select(session_of(name), Choices()).sections
    return section


def straight(exercise: Exercise, prescription: Prescription, **fields: object) -> WorkSection:
    """A section with one exercise in it."""
    item = replace(Item(exercise, prescription), **fields)  # type: ignore[arg-type]
    (section,) = select(Session("one", "One", (Section((item,)),)), Choices()).sections
    return section


@pytest.mark.parametrize(
    ("name", "note"),
    [
        ("straight", ""),
        ("superset", "Superset: 3 rounds, 40 s of rest between them"),
        ("circuit", "Circuit: 2 rounds, 25 s of rest between them"),
        ("intervals", "Intervals: 20 s of work, 10 s of rest, 2 rounds, 30 s of rest between them"),
        ("tabata", "Intervals: 20 s of work, 10 s of rest, 4 rounds"),
        ("run", "Intervals: 2 rounds, no rest between them"),
        ("once", "Intervals: 15 s of work, 5 s of rest"),
        ("emom", "Every 30 s, 4 sets"),
        ("amrap", "As many rounds as possible in 4 min"),
        ("for-time", "3 rounds as fast as possible, at most 3 min"),
        ("repeated", "Superset: 3 rounds, 20 s of rest between them"),
        ("twice", "All of it 2 times, 45 s of rest between them"),
    ],
)
def test_a_section_says_how_it_goes(name: str, note: str) -> None:
    assert section_note(section_of(name)) == note


def test_an_emom_is_known_by_its_minute() -> None:
    assert section_note(replace(section_of("emom"), every=Ms(60_000), rounds=6)) == "Every minute, 6 sets"
    assert section_note(replace(section_of("amrap"), repeat=2)).startswith(
        "As many rounds as possible in 4 min, 2 times"
    )
    one = replace(section_of("for-time"), rounds=1)
    assert section_note(one) == "1 round as fast as possible, at most 3 min"


@pytest.mark.parametrize(
    ("name", "texts", "rests"),
    [
        ("straight", ["2 × 4 reps", "1 × 12 s, each side"], ["15 s", "15 s"]),
        ("pyramid", ["3, 5, 3 reps", "4, 2 reps, as many as possible in 30 s"], ["20 s", "20 s"]),
        ("superset", ["3 × 5 reps", "3 × 5 reps with 16 kg"], ["–", "–"]),
        (
            "circuit",
            ["2 × 3 reps, alternating", "2 × 12 s, each side", "2 × 2 reps, alternating"],
            ["12 s", "12 s", "–"],
        ),
        ("tabata", ["4 × 20 s"], ["10 s"]),
        ("run", ["2 × 20 s", "2 × 30 s"], ["–", "–"]),
        ("once", ["1 × 15 s"] * 3, ["5 s", "5 s", "–"]),
        ("emom", ["2 × 6 reps", "2 × 8 reps"], ["–", "–"]),
        ("emom-lists", ["2 × 5 reps", "2 × 4 reps, alternating", "2 × 3 reps", "2 × 3 reps"], ["–"] * 4),
        ("amrap", ["10 reps", "5 reps, alternating", "20 s"], ["–", "–", "–"]),
        ("for-time", ["21, 15, 9 reps", "21, 15, 9 reps"], ["–", "–"]),
        ("repeated", ["3 × 4 reps", "3 × 2 reps, alternating"], ["10 s", "–"]),
        ("twice", ["4 × 4 reps"], ["15 s"]),
    ],
)
def test_an_entry_says_all_that_it_asks_for(name: str, texts: list[str], rests: list[str]) -> None:
    section = section_of(name)
    assert [work_text(section, entry) for entry in range(len(section.works))] == texts
    assert [rest_text(section, entry) for entry in range(len(section.works))] == rests


def test_an_odd_interval_goes_to_the_first_entries() -> None:
    section = replace(section_of("emom"), rounds=5)
    assert [work_text(section, entry) for entry in (0, 1)] == ["3 × 6 reps", "2 × 8 reps"]


@pytest.mark.parametrize(
    ("section", "text"),
    [
        (straight(SQUAT, reps(1, 3)), "3 × 1 rep"),
        (straight(SQUAT, reps(5, 3), load=Load(8, LoadUnit.RPE)), "3 × 5 reps, RPE 8"),
        (straight(SQUAT, reps(5, 3), load=Load(70, LoadUnit.PERCENT)), "3 × 5 reps, 70 %"),
        (straight(SQUAT, reps(5), load=Load(7.5, LoadUnit.LB)), "1 × 5 reps with 7.5 lb"),
        (straight(JACK, Prescription(2, distance_m=20), takes=Ms(30_000)), "2 × 20 m"),
        (straight(JACK, Prescription(2, reps(10).start, pause=Ms(5000))), "2 × 10 reps, 5 s hold each"),
        (straight(PLANK, time(150, 2)), "2 × 2:30 min"),
        (straight(JACK, time(300)), "1 × 5 min"),
    ],
)
def test_an_amount_is_written_with_its_load_its_distance_and_its_holds(section: WorkSection, text: str) -> None:
    assert work_text(section, 0) == text


def test_an_entry_of_a_list_is_short() -> None:
    works = (*section_of("amrap").works, *section_of("for-time").works[:1])
    texts = ["10 Squats", "5 Lunges, alternating", "20 s Plank", "21, 15, 9 Burpees"]
    assert [entry_text(work) for work in works] == texts


def test_a_tempo_is_that_of_phases_or_of_a_written_pace() -> None:
    def tempo(exercise: Exercise, prescription: Prescription) -> str:
        return tempo_text(straight(exercise, prescription).works[0])

    assert tempo(SQUAT, reps(5)) == "1-0-1-0"
    assert tempo(PLANK, time(20)) == "held still"
    assert tempo(BURPEE, reps(5)) == "4 s each"
    assert tempo(BURPEE, time(30)) == ""
    assert tempo(JACK, reps(5)) == ""


def test_short_times_are_seconds() -> None:
    assert [time_text(Ms(ms)) for ms in (1500, 90_000, 120_000, 150_000)] == ["1.5 s", "90 s", "2 min", "2:30 min"]
