"""Plans from end to end, as they were read and found good: whatever changes what is heard is seen here."""

from __future__ import annotations

import pytest

from tests.plan.whole import FOLDER, PLANS, case_digests, whole


@pytest.mark.parametrize("name", PLANS)
def test_a_plan_is_what_it_was_when_it_was_last_read(name: str) -> None:
    read = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    assert whole(name) == read, "read what has changed; python -m tests.plan.whole takes it over"


def test_the_plans_of_the_cases_are_what_they_were_when_they_were_last_read() -> None:
    read, now = (FOLDER / "cases.digests").read_text(encoding="utf-8"), case_digests()
    changed = sorted({line.split()[0] for line in set(read.splitlines()) ^ set(now.splitlines()) if line})
    assert now == read, f"read what has changed: {changed}; python -m tests.plan.whole takes it over"


def test_every_plan_that_lies_there_is_tried() -> None:
    assert {path.stem for path in FOLDER.glob("*.txt")} == set(PLANS)
