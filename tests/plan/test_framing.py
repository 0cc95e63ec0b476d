from __future__ import annotations

from dataclasses import replace

import pytest

from tests.plan.laid import glutes, plain
from voicecoach.definitions.session import Intro
from voicecoach.plan.choices import Choices, Detail, parse_detail
from voicecoach.plan.compose import compose, telling
from voicecoach.plan.framing import Minutes, intro_of, is_cool_down, is_warm_up
from voicecoach.plan.script import Script
from voicecoach.plan.select import select
from voicecoach.plan.workout import WorkSection
from voicecoach.times import Ms


@pytest.mark.parametrize(
    ("length_ms", "before", "after"),
    [(59_999, 1, 1), (60_000, 1, 1), (60_001, 2, 1), (89_999, 2, 1), (90_000, 2, 2), (149_999, 3, 2), (150_000, 3, 3)],
)
def test_a_length_is_rounded_up_beforehand_and_to_the_nearest_afterwards(
    length_ms: int, before: int, after: int
) -> None:
    assert Minutes.of(Ms(length_ms)) == Minutes(before, after)


def scripted(choices: Choices, minutes: int, after: int | None = None) -> Script:
    workout, told = select(glutes(), choices), Minutes(minutes, minutes if after is None else after)
    return telling(compose(workout, choices, plain()), told, workout, choices, plain())


@pytest.mark.parametrize(("minutes", "called"), [(4, False), (5, True)])
def test_the_middle_of_a_session_is_called_from_five_minutes_on(minutes: int, called: bool) -> None:
    assert bool(scripted(Choices(), minutes).halfway) is called
    assert not scripted(Choices(detail=Detail.TONES), minutes).halfway


@pytest.mark.parametrize(
    ("minutes", "said"),
    [(1, ["It takes a minute.", "It took about a minute."]), (2, ["It takes two minutes.", "It took two minutes."])],
)
def test_a_minute_is_no_minutes(minutes: int, said: list[str]) -> None:
    assert set(said) <= scripted(Choices(), minutes).texts()


def test_two_lengths_are_told_as_the_most_and_as_what_it_took() -> None:
    """Nine minutes and two seconds are ten at most, and nine at the end."""
    said = scripted(Choices(), 10, 9).texts()
    assert {"It takes ten minutes at most.", "It took nine minutes."} <= said
    assert "It takes ten minutes." not in said
    assert {"It takes ten minutes.", "It took ten minutes."} <= scripted(Choices(), 10).texts()


@pytest.mark.parametrize(
    ("week", "own", "chosen", "intro"),
    [
        (1, None, None, Intro.FULL),
        (2, None, None, Intro.SHORT),
        (2, Intro.FULL, None, Intro.FULL),
        (1, Intro.FULL, Intro.NONE, Intro.NONE),
    ],
)
def test_how_much_the_opening_says(week: int, own: Intro | None, chosen: Intro | None, intro: Intro) -> None:
    chosen_all = Choices(week=week, intro=chosen)
    assert intro_of(select(replace(glutes(), intro=own), chosen_all), chosen_all) is intro


@pytest.mark.parametrize(
    ("title", "warm_up", "cool_down"),
    [
        ("Warm-up", True, False),
        ("The warm up", True, False),
        ("Cool-down", False, True),
        ("Warmth", False, False),
        (None, False, False),
    ],
)
def test_titles_tell_the_warm_up_and_the_cool_down(title: str | None, warm_up: bool, cool_down: bool) -> None:
    section = WorkSection((), title=title)
    assert is_warm_up(section) is warm_up
    assert is_cool_down(section) is cool_down


def test_details_by_name() -> None:
    assert [parse_detail(name) for name in ("full", "brief", "counts", "tones")] == list(Detail)


def test_a_detail_says_what_needs_no_more_than_it() -> None:
    assert [[one.says(least) for least in Detail] for one in Detail] == [
        [True, True, True, True],
        [False, True, True, True],
        [False, False, True, True],
        [False, False, False, True],
    ]
