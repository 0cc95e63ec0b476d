"""The sessions of tests/plan/cases: each file has the facts that must come out, and after them the session."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from tests.plan.facts import faults
from voicecoach.definitions.load import load_session

CASES = sorted((Path(__file__).parent / "cases").glob("*.yaml"))


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_what_comes_out_of_a_session(case: Path, tmp_path: Path) -> None:
    facts, session = case.read_text(encoding="utf-8").split("\n---\n")
    file = tmp_path / case.name
    file.write_text(session, encoding="utf-8")
    assert faults(load_session(str(file)), yaml.safe_load(facts)) == []


def test_there_are_cases() -> None:
    assert len(CASES) > 40
