from __future__ import annotations

import pytest

from voicecoach.counted import counted, sentence_case, titles_in_short


def test_one_of_a_thing_has_no_s() -> None:
    assert (counted(1, "round"), counted(2, "round"), counted(0, "round")) == ("1 round", "2 rounds", "0 rounds")


def test_a_sentence_begins_with_a_capital_and_keeps_the_rest() -> None:
    assert [sentence_case(text) for text in ("legs and EMOM", "Legs", "½ squats", "")] == [
        "Legs and EMOM",
        "Legs",
        "½ squats",
        "",
    ]


@pytest.mark.parametrize(
    ("titles", "short"),
    [(["A"], "A"), (["A", "B", "C"], "A + B + C"), (["A", "B", "C", "D"], "A + B + C …"), ([], "")],
)
def test_of_many_titles_the_first_three_are_named(titles: list[str], short: str) -> None:
    assert titles_in_short(titles) == short
