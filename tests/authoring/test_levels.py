"""How much beginners and others do of an exercise: none of it is another exercise, nor that of the next."""

from __future__ import annotations

from typing import Any

import pytest

from tests.authoring.listed import exercises_in


def amounts(text: str) -> list[tuple[str, Any, Any]]:
    return [(one["name"], one["sets"], one["reps"] or one["seconds"]) for one in exercises_in(text)]


@pytest.mark.parametrize(
    "told",
    [
        "Advanced option: Do 3 sets of 20.",
        "Advanced: 3 x 20",
        "Beginners: 1 x 5",
        "For beginners: 1 set of 5",
        "For advanced lifters: 4 sets of 15",
        "Easier option: 1 set of 8",
        "Harder version - 4 sets of 12",
        "Challenge: 4 sets of 20",
        "Progression: 4 sets of 20",
        "Beginner: 1 set of 5\nAdvanced: 3 sets of 20",
        "Advanced: rest 30 s",
    ],
)
@pytest.mark.parametrize(
    "layout", ["Dips\n2 sets of 11\n{}\nPlank\n1 x 45 s\n", "Dips 2 x 11\n\n{}\n\nPlank 1 x 45 s\n"]
)
def test_what_some_do_is_a_remark(told: str, layout: str) -> None:
    assert amounts(layout.format(told)) == [("Dips", 2, [11, 11]), ("Plank", 1, [45, 45])]
    assert all(one in exercises_in(layout.format(told))[0]["notes"] for one in told.splitlines())


@pytest.mark.parametrize(
    "text",
    [
        "Dips\nBeginner: 2 sets of 11\nAdvanced: 3 sets of 15\nRows\nBeginner: 2 sets of 8\nAdvanced: 3 sets of 12\n",
        "1. Dips\n   - Beginner: 2 x 11\n   - Advanced: 4 x 15\n2. Rows\n   - Beginner: 2 x 8\n   - Advanced: 4 x 9\n",
        "**Dips**\n- Easy: 2 x 11\n- Hard: 4 x 15\n\n**Rows**\n- Easy: 2 x 8\n- Hard: 4 x 9\n",
    ],
)
def test_those_who_do_least_are_planned_for_where_nothing_is_said_of_all(text: str) -> None:
    assert amounts(text) == [("Dips", 2, [11, 11]), ("Rows", 2, [8, 8])]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Dips 2 x 11 (advanced: 3 sets of 15)\n", [("Dips", 2, [11, 11])]),
        ("Plank 30 seconds (advanced: 60 seconds)\n", [("Plank", 1, [30, 30])]),
        ("Dips 3 x 11\nAdvanced: 5 x 9 jump squats\n", [("Dips", 3, [11, 11]), ("jump squats", 5, [9, 9])]),
        ("Advanced: 3 sets of 11\nDips\nRows\n", [("Dips", 3, [11, 11]), ("Rows", 3, [11, 11])]),
        ("Beginner:\n- 11 dips\n- 9 rows\nAdvanced:\n- 21 dips\n- 19 rows\n",
         [("dips", 1, [11, 11]), ("rows", 1, [9, 9]), ("dips", 1, [21, 21]), ("rows", 1, [19, 19])]),
    ],
)  # fmt: skip
def test_levels_in_other_places(text: str, found: list[tuple[str, Any, Any]]) -> None:
    assert amounts(text) == found


def test_rounds_of_some_are_none_of_the_last_exercise() -> None:
    found = exercises_in("Circuit\n- 11 dips\n- 9 rows\nBeginner: 2 rounds\nAdvanced: 4 rounds\n")
    assert [(one["name"], one["notes"]) for one in found] == [("dips", []), ("rows", [])]


@pytest.mark.parametrize(
    "told",
    [
        "For the more advanced, repeat the circuit 2-3 times.",
        "For advanced athletes, do 3 rounds.",
        "For beginners, do 8 squats and 10 dips.",
        "If you're advanced, do 21.",
    ],
)
def test_a_sentence_on_what_some_do_is_a_remark(told: str) -> None:
    found = exercises_in(f"- 15 squats\n- 11 dips\n\n{told}\n")
    assert [(one["name"], one["sets"], one["reps"]) for one in found] == [
        ("squats", 1, [15, 15]),
        ("dips", 1, [11, 11]),
    ]
    assert found[-1]["notes"] == [told]


def test_what_is_for_beginners_in_all_is_done() -> None:
    for text in ("For beginners, this is a great workout. Do 3 rounds.", "If you are a beginner, start with 3 rounds:"):
        assert [one["reps"] for one in exercises_in(f"{text}\n- 15 squats\n- 11 dips\n")] == [[15, 15], [11, 11]]
