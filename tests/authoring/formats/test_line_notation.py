"""Sessions in one line."""

from __future__ import annotations

import pytest

from tests.authoring.formats.reading import exercises, only_section, read
from voicecoach.authoring.document import Document
from voicecoach.authoring.reading import read_document
from voicecoach.definitions.model import Sides
from voicecoach.definitions.session import SectionKind


def test_rounds_with_work_and_rest() -> None:
    section = only_section(read("3 rounds: 40/20 burpees, squats, side plank; rest 60s"))
    assert (section.kind, section.rounds, section.work_s, section.rest_s, section.round_rest_s) == (
        SectionKind.INTERVALS,
        3,
        40,
        20,
        60,
    )
    assert [(one.matched is not None, one.name) for one in section.exercises][1] == (True, "Squats")


def test_straight_sets_with_tempo_load_and_sides() -> None:
    squat, lunge = exercises(read("squat 3x8-10 @3-1-1-0 20kg rest 60s; lunge 3x8/side\n"))
    assert (squat.sets, squat.reps, squat.tempo, squat.load, squat.rest_s) == (3, (8, 10), "3-1-1-0", "20 kg", 60)
    assert (lunge.matched, lunge.sides, lunge.line) == ("lunge", Sides.EACH, 1)


@pytest.mark.parametrize(
    ("line", "kind", "minutes"),
    [
        ("EMOM 10: 10 squats", SectionKind.EMOM, 10),
        ("AMRAP 12 min: 10 squats, 5 lunges each side", SectionKind.AMRAP, 12),
        ("21-15-9: squats, lunges for time", SectionKind.FOR_TIME, None),
    ],
)
def test_kinds_that_go_by_the_clock(line: str, kind: SectionKind, minutes: int | None) -> None:
    section = only_section(read(line))
    assert (section.kind, section.minutes, section.cap_s) == (kind, minutes, None)


def test_a_cap_that_is_written_is_the_authors() -> None:
    assert only_section(read("100 squats for time, cap 10 min")).cap_s == 600


def test_an_open_set_after_others_is_an_entry_of_its_own() -> None:
    assert [(one.sets, one.reps, one.is_open) for one in exercises(read("squat 2x8, 1x6+"))] == [
        (2, (8, 8), False),
        (1, (6, 6), True),
    ]


def test_sentences_are_left_to_the_rules() -> None:
    found = read_document(b"Do 10 squats, and then rest for a minute before you start again.", "plan.txt")
    assert isinstance(found, Document)
