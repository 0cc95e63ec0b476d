from __future__ import annotations

import pytest

from voicecoach.terminal.entry import EntryQuestion, read_entry
from voicecoach.terminal.questions import Took


@pytest.mark.parametrize(
    ("typed", "entered"),
    [
        ("", (8, "24 kg")),
        ("6", (6, "24 kg")),
        ("6 x 26 kg", (6, "26 kg")),
        ("6x26", (6, "26 kg")),
        ("6 26", (6, "26 kg")),
        ("6 × 22,5 kg", (6, "22,5 kg")),
        ("10 @ 50 lb", (10, "50 lb")),
        ("26 kg", (8, "26 kg")),
        ("x 26kg", (8, "26kg")),
        ("8 x green band", (8, "green band")),
    ],
)
def test_what_is_typed(typed: str, entered: tuple[int, str]) -> None:
    assert read_entry(typed, 8, "24 kg") == entered


@pytest.mark.parametrize("typed", ["many", "x", "-3", "1234567"])
def test_what_is_no_entry(typed: str) -> None:
    assert read_entry(typed, 8, None) is None


def test_a_number_is_in_the_unit_that_was_offered() -> None:
    assert read_entry("5 x 50", 8, "2 x 45 lb") == (5, "50 lb")
    assert read_entry("5 x 50", 8, None) == (5, "50 kg")
    assert read_entry("5", 8, None) == (5, None)


def test_of_work_by_time_nothing_is_offered_but_anything_may_be_entered() -> None:
    shown: list[str] = []
    entered: list[tuple[int | None, str | None]] = []
    question = EntryQuestion("Plank", (None, None), shown.append, lambda *what: entered.append(what))
    assert shown[-1] == "Plank: _ Type it, such as 8 x 24 kg."
    question.press("q")
    question.press("enter")
    assert "'q' is not like 8 x 24 kg." in shown[-1]
    for key in ("9", "space", "k", "g", "enter"):
        question.press(key)
    assert entered == [(None, "9 kg")]
    assert read_entry("", None, None) == (None, None)
    EntryQuestion("Plank", (None, "9 kg"), shown.append, lambda *what: entered.append(what))
    assert shown[-1].startswith("Plank: 9 kg_ ")


def test_it_is_typed_key_by_key() -> None:
    shown: list[str] = []
    entered: list[tuple[int | None, str | None]] = []
    question = EntryQuestion("Squats, set 1", (8, "24 kg"), shown.append, lambda *what: entered.append(what))
    assert "8 x 24 kg" in shown[-1]
    for key in ("6", "space", "x", "space", "2", "9", "backspace", "6", "up", "click 3 4"):
        assert question.press(key) is Took.NOTHING
    assert "6 x 26" in shown[-1]
    assert question.press("enter") is Took.ANSWER
    assert entered == [(6, "26 kg")]


def test_what_is_no_entry_is_asked_again_and_escape_leaves() -> None:
    shown: list[str] = []
    entered: list[tuple[int | None, str | None]] = []
    question = EntryQuestion("Squats", (8, None), shown.append, lambda *what: entered.append(what))
    assert question.press("q") is Took.NOTHING
    assert question.press("enter") is Took.NOTHING
    assert "'q'" in shown[-1]
    assert question.press("7") is Took.NOTHING
    assert question.press("escape") is Took.ANSWER
    assert entered == []
