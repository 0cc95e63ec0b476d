"""Texts as people write them, in many manners, with the facts that a person reads from each."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.authoring.facts import TEXTS, Score, facts_of, scored
from voicecoach.authoring.as_json import as_json
from voicecoach.authoring.importing import imported

FILES = sorted(TEXTS.glob("*.txt"))
LEAST_SHARE = 0.9


def score(file: Path) -> Score:
    facts = facts_of(file.with_suffix(".facts").read_text(encoding="utf-8"))
    return scored(facts, as_json(imported(file.read_bytes(), file.name).written))


def test_there_are_many_manners() -> None:
    assert len(FILES) >= 40


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_the_facts_of_a_text_are_found_and_nothing_is_invented(file: Path) -> None:
    found = score(file)
    assert found.share >= LEAST_SHARE, (found.wrong, found.invented)
    assert not found.invented
