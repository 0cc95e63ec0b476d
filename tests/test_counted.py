from __future__ import annotations

import pytest

from voicecoach.counted import counted, titles_in_short


def test_one_of_a_thing_has_no_s() -> None:
    assert (counted(1, "round"), counted(2, "round"), counted(0, "round")) == ("1 round", "2 rounds", "0 rounds")


@pytest.mark.parametrize(
    ("titles", "short"),
    [(["A"], "A"), (["A", "B", "C"], "A + B + C"), (["A", "B", "C", "D"], "A + B + C …"), ([], "")],
)
def test_of_many_titles_the_first_three_are_named(titles: list[str], short: str) -> None:
    assert titles_in_short(titles) == short
