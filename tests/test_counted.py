from __future__ import annotations

import pytest

from voicecoach.counted import counted, quoted_sentence, sentence_case, titles_in_short


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
    ("text", "quoted"),
    [("Breathe.", "'Breathe'"), ("Go!", "'Go!'"), ("Don't.", '"Don\'t"'), ("Wait...", "'Wait...'"), ("One", "'One'")],
)
def test_a_quoted_sentence_leaves_the_full_stop_to_the_one_that_quotes_it(text: str, quoted: str) -> None:
    assert quoted_sentence(text) == quoted


@pytest.mark.parametrize(
    ("titles", "short"),
    [(["A"], "A"), (["A", "B", "C"], "A + B + C"), (["A", "B", "C", "D"], "A + B + C …"), ([], "")],
)
def test_of_many_titles_the_first_three_are_named(titles: list[str], short: str) -> None:
    assert titles_in_short(titles) == short
