"""Texts as people write them, in many manners, with the facts that a person reads from each."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from tests.authoring.facts import TEXTS, Score, facts_of, scored
from voicecoach.authoring.as_json import as_json
from voicecoach.authoring.importing import Imported, imported
from voicecoach.authoring.rules.language.spelled import spelled
from voicecoach.definitions.load import load_session
from voicecoach.definitions.session import SectionKind

FILES = sorted(TEXTS.glob("*.txt"))
LEAST_SHARE = 0.9


@cache
def read(file: Path) -> Imported:
    return imported(file.read_bytes(), file.name)


def score(file: Path) -> Score:
    facts = facts_of(file.with_suffix(".facts").read_text(encoding="utf-8"))
    return scored(facts, as_json(read(file).written))


def test_there_are_many_manners() -> None:
    assert len(FILES) >= 40


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_the_facts_of_a_text_are_found_and_nothing_is_invented(file: Path) -> None:
    found = score(file)
    assert found.share >= LEAST_SHARE, (found.wrong, found.invented)
    assert not found.invented


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_what_is_made_of_a_text_is_in_order_and_has_its_numbers(file: Path, tmp_path: Path) -> None:
    found = read(file)
    (tmp_path / "imported.yaml").write_text(found.yaml, encoding="utf-8")
    load_session(str(tmp_path / "imported.yaml"))
    text = file.read_text(encoding="utf-8")
    numbers = {float(one) for one in re.findall(r"\d+(?:\.\d+)?", f"{text}\n{spelled(text).text}")}
    times = numbers | {60 * one for one in numbers} | {one * 60 + other for one in numbers for other in numbers} | {0.0}
    times |= {60 * (one * 60 + other) for one in numbers for other in numbers}  # hours and minutes
    for section in found.written.sections:
        for one in section.exercises:
            assert set(one.reps or ()) <= numbers, one
            assert set(one.seconds or ()) <= times, one
            assert {one.rest_s, section.rest_s, section.round_rest_s} - {None} <= times, one


@pytest.mark.parametrize(
    ("end", "title"),
    [
        ("Finish with 3 rounds: 20 s mountain climbers, 40 s rest", "Finish"),
        ("Finish off w/ 3 rounds:\n20 s mountain climbers", "Finish off"),
        ("End with a circuit, 3 rounds:\n20 s mountain climbers", "End with a circuit"),
        ("To finish, 3 rounds of 20 s mountain climbers", "To finish"),
    ],
)
def test_rounds_to_finish_with_are_not_those_of_what_came_before(end: str, title: str) -> None:
    first, last = imported(f"Squats 3x12\nPlank 2 x 30 s\n{end}\n".encode(), "plan.txt").written.sections
    assert first.kind is SectionKind.STRAIGHT_SETS
    assert first.rounds is None
    assert [one.name for one in first.exercises] == ["Squats", "Plank"]
    assert last.title == title
    assert last.kind is SectionKind.CIRCUIT
    assert last.rounds == 3
    assert [one.name for one in last.exercises] == ["mountain climbers"]
