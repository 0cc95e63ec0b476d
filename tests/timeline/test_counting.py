from __future__ import annotations

from collections.abc import Sequence

import pytest

from voicecoach.timeline.counting import Counted, choose, start_of_last
from voicecoach.times import Ms

LENGTHS = {"twenty-one": 900, "twenty-two": 950, "one": 400, "two": 450, "ten": 400}


def length(text: str) -> Ms | None:
    return Ms(LENGTHS[text]) if text in LENGTHS else None


def counted(
    lines: Sequence[tuple[str, ...]], beat_ms: int, until_ms: int = 100_000, reps: list[int] | None = None
) -> Counted:
    moments = [Ms(beat_ms * (number + 1)) for number in range(len(lines))]
    return choose(lines, reps or list(range(1, len(lines) + 1)), moments, (Ms(0), Ms(until_ms)), length)


def test_each_number_is_said_in_full_where_there_is_time() -> None:
    lines = [("twenty-one", "one"), ("twenty-two", "two")]
    assert counted(lines, 950) == Counted(("twenty-one", "twenty-two"))


def test_all_numbers_of_a_set_are_said_in_short_where_one_has_no_time() -> None:
    lines = [("one",), ("twenty-one", "one"), ("twenty-two", "two")]
    assert counted(lines, 949) == Counted(("one", "one", "two"))
    assert counted(lines, 450) == Counted(("one", "one", "two"))


def test_where_that_is_too_long_every_fifth_is_said_and_the_last() -> None:
    result = counted([("one",)] * 12, 449)
    assert [index + 1 for index, text in enumerate(result.texts) if text] == [5, 10, 12]
    assert result.problem is not None
    assert "every fifth" in result.problem


def test_five_repetitions_that_are_too_quick_are_ticks() -> None:
    assert counted([("one",)] * 5, 449).texts == (None,) * 5


@pytest.mark.parametrize(("beat", "spoken"), [(225, []), (224, []), (449, []), (450, [1, 2, 3, 4, 5, 6])])
def test_the_fifth_and_the_last_are_apart_too(beat: int, spoken: list[int]) -> None:
    result = counted([("one",)] * 6, beat)
    assert [index + 1 for index, text in enumerate(result.texts) if text] == spoken
    assert [index + 1 for index, text in enumerate(counted([("one",)] * 7, 225).texts) if text] == [5, 7]


def test_nothing_to_say_is_no_problem() -> None:
    assert counted([(), ()], 1000) == Counted((None, None))


def test_a_number_that_nobody_can_say_makes_ticks() -> None:
    result = counted([("one",), ("☃",)], 1000)
    assert result.texts == (None, None)
    assert result.problem is not None


def test_the_last_number_needs_time_before_its_moment_where_there_is_none_after_it() -> None:
    assert counted([("one",), ("two",)], 900, until_ms=1800).texts == ("one", "two")
    assert counted([("one",), ("two",)], 899, until_ms=1798).texts == (None, None)
    assert counted([("one",), ("two",)], 899, until_ms=2248).texts == ("one", "two")
    assert counted([("two",)], 449, until_ms=449).texts == (None,)
    assert counted([("two",)], 450, until_ms=450).texts == ("two",)


def test_the_last_number_starts_sooner_only_if_it_must() -> None:
    assert start_of_last(Ms(1000), Ms(400), Ms(1400)) == 1000
    assert start_of_last(Ms(1000), Ms(400), Ms(1399)) == 600
