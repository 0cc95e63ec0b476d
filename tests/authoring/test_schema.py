"""The schema takes whatever `check` takes, refuses plain mistakes, and has a text for every key."""

from __future__ import annotations

import ast
import inspect
import json
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import cache
from types import ModuleType

import pytest
from jsonschema import Draft7Validator

from tests.authoring.samples import every_sample, library
from tests.definitions import test_loads, test_notation, test_prescriptions, written_prescriptions
from voicecoach.authoring.schema import schema
from voicecoach.definitions.load import names
from voicecoach.definitions.notation import NotationError, parse_length, parse_load, parse_prescription, parse_tempo
from voicecoach.definitions.session import SectionKind
from voicecoach.definitions.source import parse, plain

NOTATIONS = (test_loads, test_notation, test_prescriptions, written_prescriptions)
LEAST_READINGS = 20


@cache
def validator() -> Draft7Validator:
    found = schema()
    Draft7Validator.check_schema(found)
    return Draft7Validator(found)


def faults(text: str) -> list[str]:
    return [f"{one.json_path}: {one.message}" for one in validator().iter_errors(plain(parse(text.encode(), "x")))]


def _samples() -> Iterator[object]:
    """All of them; of the many built-in ones every third, and the rest where there is time."""
    for number, name in enumerate(every_sample()):
        is_usual = name not in library() or number % 3 == 0
        yield pytest.param(name, marks=() if is_usual else pytest.mark.lengthy)


@pytest.mark.parametrize("name", list(_samples()))
def test_every_file_that_is_in_order_is_valid(name: str) -> None:
    assert faults(every_sample()[name]) == []


SESSION = "title: x\nsections: [{{exercises: [{{exercise: squat, {}}}]}}]\n"


def readings(module: ModuleType, parse: Callable[[object], object]) -> Iterator[str]:
    """Every text in the source of a module of tests that can be read."""
    for node in ast.walk(ast.parse(inspect.getsource(module))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            with suppress(NotationError):
                parse(node.value)
                yield node.value


@pytest.mark.parametrize(
    ("key", "parse"),
    [
        ("rest", parse_length),
        ("tempo", parse_tempo),
        ("load", parse_load),
        ("prescription", parse_prescription),
    ],
)
def test_whatever_the_tests_of_notations_read_is_valid(key: str, parse: Callable[[object], object]) -> None:
    texts = [text for module in NOTATIONS for text in readings(module, parse)]
    assert len(texts) >= LEAST_READINGS
    for text in texts:
        assert faults(SESSION.format(f"{key}: {json.dumps(text)}")) == []


@pytest.mark.parametrize(
    "written",
    [
        "title: x\nrest: [5 s]\nsections: []",
        "title: 5\nsections: []",
        "title: x\nsectons: []",
        "title: x\nrest: soon\nsections: []",
        "title: x\nrest: -5\nsections: []",
        "title: x\nlevel: beginer\nsections: []",
        "title: x\nweeks: 0\nsections: []",
        "title: x\ncount_aloud: yes\nsections: []",
        "title: x\nphrases: {rest: 5}\nsections: []",
        "title: x\nsections: {exercises: [squat]}",
        "title: x\nsections: [{kind: circut, exercises: [squat]}]",
        "title: x\nsections: [{exercises: squat}]",
        "title: x\nsections: [{exercises: [{prescription: 3x10}]}]",
        "title: x\nsections: [{exercises: [{exercise: squat, tempo: slow}]}]",
        "title: x\nsections: [{exercises: [{exercise: squat, load: heavy}]}]",
        "title: x\nsections: [{exercises: [{exercise: squat, load: 20}]}]",
        "title: x\nsections: [{exercises: [{exercise: squat, prescription: some}]}]",
        "title: x\nsections: [{exercises: [{exercise: squat, reps: 10}]}]",
        "title: x\nsections: [{in_weeks: later, exercises: [squat]}]",
        "title: x\nsections: []\nexercises: {mine: {hold: true}}",
        "title: x\nsections: []\nexercises: {mine: {title: x, cues: {from: [x]}}}",
        "title: x\nhold: true\nphases: [{tempo: top}]",
        "from: squat\nhold: perhaps",
    ],
)
def test_plain_mistakes_are_seen(written: str) -> None:
    assert faults(written)


@pytest.mark.parametrize(
    "written",
    [
        "title: x\nname: y\nrest: 1:30\nlead_in:\nsections: [squats 3x10, 3 rounds: 10 squats; rest 60 s]",
        "title: x\nsections: [{kind: emom, minutes: 10, exercises: [[squat, lunge], {exercise: squat}]}]",
        "title: x\nsections: []\nexercises: {mine: {from: squat, tempo: ~, cues: {form: null, setup: [x]}}}",
        "title: x\nsections: []\nexercises: {mine: {from: squat, variations: {backpack: {say: x}, wide: ~}}}",
        "title: x\nsections: []\nequipment: {bell: a bell, mat: {say: a mat, put_away: Mat off.}}",
        "title: x\nprescription: [10, 8, max]\nsections: []\nphrases: {rest: [[a, b], c], go: x}",
        "title: x\nsay: x",
        "title: x\nphases: [{name: up, length: 2}]\nequipment: {bell: a bell}\nneeds: [bell, {any_of: [bell], say: x}]",
    ],
)
def test_all_forms_of_a_value_are_valid(written: str) -> None:
    assert faults(written) == []


def test_every_key_has_a_text() -> None:
    for name, one in schema()["definitions"].items():
        for key, about in one.get("properties", {}).items():
            assert about["description"] or (name, key) == ("Session", "name"), (name, key)


def test_names_are_offered() -> None:
    written = json.dumps(schema())
    for name in (*names("exercises"), "kettlebell", "band", *map(str, SectionKind)):
        assert f'"{name}"' in written, name
