"""Exercises that go together by their numbers: supersets, in lists and in tables; and numbers that are none of them."""

from __future__ import annotations

import pytest

from voicecoach.authoring.importing import imported
from voicecoach.definitions.session import SectionKind

LIST = "1. Dips 3 x 9\n2. Rows 3 x 9\n3. Squats 3 x 9\n4. Lunges 3 x 9\n5. Plank 2 x 40 s\n"
TABLE = (
    "| Slot | Exercise | Sets | Reps |\n|---|---|---|---|\n| 1 | Dips | 3 | 9 |\n| 2 | Rows | 3 | 9 |\n"
    "| 3 | Squats | 3 | 9 |\n| 4 | Lunges | 3 | 9 |\n| 5 | Calf raises | 2 | 20 |\n"
)


def kinds(text: str) -> list[tuple[SectionKind, int]]:
    return [(one.kind, len(one.exercises)) for one in imported(text.encode(), "session.txt").written.sections]


@pytest.mark.parametrize("listed", [LIST, TABLE])
@pytest.mark.parametrize(
    "told",
    [
        "Superset 1 and 2, then 3 and 4.",
        "Superset exercises 1 & 2 and 3 & 4.",
        "Supersets: 1+2, 3+4",
        "Perform 1 and 2 as a superset, then 3 and 4. Rest 90 s after each pair.",
        "They are paired as supersets: slots 1+2 are Superset 1, slots 3+4 are Superset 2, slot 5 is done alone.",
        "Numbers 1 with 2 and 3 with 4 are done back to back, rest 60 seconds, then repeat.",
    ],
)
def test_pairs_are_supersets(told: str, listed: str) -> None:
    for text in (f"{told}\n\n{listed}", f"{listed}\n{told}\n"):
        assert kinds(text) == [(SectionKind.SUPERSET, 2), (SectionKind.SUPERSET, 2), (SectionKind.STRAIGHT_SETS, 1)]
        assert all(
            not one.notes for section in imported(text.encode(), "x.txt").written.sections for one in section.exercises
        )


def test_each_of_several_days_has_its_pairs() -> None:
    day = "1. Dips 3 x 9\n2. Rows 3 x 9\n3. Squats 3 x 9\n"
    found = kinds(f"Do 1 and 2 as a superset.\n\n## Day A\n{day}\n## Day B\n{day}")
    assert found == [(SectionKind.SUPERSET, 2), (SectionKind.STRAIGHT_SETS, 1)] * 2


@pytest.mark.parametrize(
    "told",
    [
        "Rest 1 to 2 minutes between sets.",
        "Pair days 1 and 2 with a rest day.",
        "Wear a pair of shoes. Do 2 or 3 sets of each.",
        "Do sets 1 and 2 with less weight.",
    ],
)
def test_other_numbers_pair_nothing(told: str) -> None:
    assert {kind for kind, _ in kinds(f"{told}\n\n{LIST}")} == {SectionKind.STRAIGHT_SETS}
