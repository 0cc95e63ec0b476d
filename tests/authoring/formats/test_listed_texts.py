"""Exercises that stand in data as texts, each with its amount, below what says how they are done."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.authoring.formats.reading import exercises, only_section, read
from voicecoach.authoring.importing import imported
from voicecoach.definitions.model import Sides
from voicecoach.definitions.session import SectionKind

PAIR = ["Burpees x 15 reps", "Rower x 1 minute"]


@pytest.mark.parametrize(
    ("text", "reps", "seconds", "sets"),
    [
        ("Burpees x 15 reps", (15, 15), None, 1),
        ("15 burpees", (15, 15), None, 1),
        ("Burpees: 3 sets of 12", (12, 12), None, 3),
        ("Burpees (3 sets of 10, then 30 s rest)", (10, 10), None, 3),
        ("Wall sit, 45 sec", None, (45, 45), 1),
        ("Wall sit x 1 minute", None, (60, 60), 1),
        ("2. Burpees 3x12", (12, 12), None, 3),
    ],
)
@pytest.mark.parametrize("key", ["exercises", "movements", "monday", "warmup", "main_set", "day_2"])
def test_a_text_says_its_amount(
    text: str, reps: tuple[int, int] | None, seconds: tuple[int, int] | None, sets: int, key: str
) -> None:
    first, second = exercises(read(json.dumps({key: [text, "Rows 3x8"]})))
    assert (first.reps, first.seconds, first.sets) == (reps, seconds, sets)
    assert (second.reps, second.sets) == ((8, 8), 3)


@pytest.mark.parametrize(
    ("keys", "kind", "minutes", "rounds"),
    [
        ({"rounds": 4}, SectionKind.CIRCUIT, None, 4),
        ({"rounds": "3-4"}, SectionKind.CIRCUIT, None, 3),
        ({"type": "AMRAP 12 minutes"}, SectionKind.AMRAP, 12, None),
        ({"type": "3 minutes AMRAP"}, SectionKind.AMRAP, 3, None),
        ({"type": "amrap", "duration": 12}, SectionKind.AMRAP, 12, None),
        ({"name": "EMOM", "duration": "10 minutes"}, SectionKind.EMOM, 10, None),
        ({"format": "EMOM", "minutes": 10}, SectionKind.EMOM, 10, None),
        ({"type": "for_time", "rounds": 3}, SectionKind.FOR_TIME, None, 3),
        ({"type": "strength", "duration": "45 minutes"}, SectionKind.STRAIGHT_SETS, None, None),
        ({"level": 3, "likes": 12}, SectionKind.STRAIGHT_SETS, None, None),
    ],
)
def test_what_holds_them_says_how_they_are_done(
    keys: dict[str, Any], kind: SectionKind, minutes: int | None, rounds: int | None
) -> None:
    section = only_section(read(json.dumps({**keys, "exercises": [*PAIR, "Dips x 8"]})))
    assert (section.kind, section.minutes, section.rounds) == (kind, minutes, rounds)
    assert [one.reps or one.seconds for one in section.exercises] == [(15, 15), (60, 60), (8, 8)]


def test_sets_that_differ_and_a_cap_are_of_the_list() -> None:
    data = {"type": "for time", "scheme": "21-15-9", "timeCap": 15, "exercises": ["Thrusters", "Pull-ups"]}
    section = only_section(read(json.dumps(data)))
    assert (section.kind, section.cap_s) == (SectionKind.FOR_TIME, 900)
    assert [one.each_set for one in section.exercises] == [(21, 15, 9)] * 2


@pytest.mark.parametrize("key", ["rest", "restBetweenRounds"])
def test_rests_are_said_or_counted(key: str) -> None:
    told = {"rest": "90 s between rounds", "restBetweenRounds": 90}[key]
    section = only_section(read(json.dumps({"rounds": 3, key: told, "exercises": [*PAIR, "Dips x 8"]})))
    assert (section.rounds, section.round_rest_s) == (3, 90)


def test_a_rest_in_the_list_is_of_the_one_before() -> None:
    first, second = exercises(read(json.dumps({"exercises": ["Squats", "Rest 60 seconds", "Lunges each leg x 8"]})))
    assert (first.rest_s, second.reps, second.sides) == (60, (8, 8), Sides.EACH)


@pytest.mark.parametrize("names", [["90-90 hip switch", "Pigeon"], ["Squat", "Bench press", "Dips"]])
def test_names_are_no_amounts(names: list[str]) -> None:
    found = exercises(read(json.dumps({"title": "Week 3", "duration": 30, "exercises": names})))
    assert [(one.name, one.reps, one.seconds) for one in found] == [(one, None, None) for one in names]


@pytest.mark.parametrize(
    "others",
    [
        {"tips": ["Rest 60 s between sets", "Do it 3 x a week"]},
        {"equipment": ["2 x 16 kg kettlebells", "1 mat"]},
        {"strength": ["5 kg heavier", "3 x a week"]},
        {"day": ["12 March"], "set": [10, 12]},
        {"description": "30 min, 3 x 10 min of it hard, 5 min easy"},
    ],
)
def test_other_lists_are_none_of_it(others: dict[str, Any]) -> None:
    found = exercises(read(json.dumps({"name": "Legs", **others, "exercises": ["Squats 3x10"]})))
    assert [(one.name, one.sets) for one in found] == [("Squats", 3)]


@pytest.mark.parametrize("of_lines", ["\n".join, list])
@pytest.mark.parametrize("separators", [(",", ":"), (", ", ": ")])
def test_a_description_that_counts_is_a_list(of_lines: Any, separators: tuple[str, str]) -> None:  # noqa: ANN401
    lines = ["12 min AMRAP", "5 pull-ups", "10 push-ups", "15 squats"]
    text = json.dumps([{"name": "C", "description": of_lines(lines)}], separators=separators)
    section = only_section(imported(text.encode(), "plan.txt").written)
    assert (section.kind, section.minutes) == (SectionKind.AMRAP, 12)
    assert [one.reps for one in section.exercises] == [(5, 5), (10, 10), (15, 15)]


@pytest.mark.parametrize("told", ["12 coaches\n30 members\n15 years", "3 things to watch:\n1 foot apart\n2 hands"])
def test_a_description_that_counts_other_things_is_none(told: str) -> None:
    (found,) = exercises(read(json.dumps([{"name": "Goblet squat", "description": told}])))
    assert (found.name, found.reps) == ("Goblet squat", None)
