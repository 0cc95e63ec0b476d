from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voicecoach.cli.option_values import PARSERS
from voicecoach.cli.options import Given, flag
from voicecoach.definitions.amounts import Amount, Tempo, Unit
from voicecoach.definitions.load import load_session
from voicecoach.history.repeat import arguments, is_whole, options_of
from voicecoach.plan.choices import Choices, Detail
from voicecoach.plan.fit import ladder
from voicecoach.plan.select import select
from voicecoach.times import Ms

names = st.sampled_from(["band", "step", "chair"])
lists = st.lists(names, unique=True).map(tuple)
tenths = st.integers(0, 864_000).map(lambda count: Ms(count * 100))
parts = st.integers(1, 990).map(lambda count: Ms(count * 100))


def amounts(unit: Unit, step: int) -> st.SearchStrategy[Amount]:
    ends = st.tuples(st.integers(1, 2000), st.integers(1, 2000)).map(sorted)
    return ends.map(lambda pair: Amount(pair[0] * step, pair[1] * step, unit))


some_choices = st.builds(
    Choices,
    with_items=lists,
    without=lists,
    variations=st.lists(st.tuples(names, names)).map(tuple),
    minutes=st.none() | st.integers(1, 90),
    only=lists,
    sets=st.none() | st.integers(1, 9),
    reps=st.none() | amounts(Unit.REPS, 1),
    hold=st.none() | amounts(Unit.MS, 100),
    rest=st.none() | tenths,
    tempo=st.none() | st.builds(Tempo, parts, parts, parts, parts),
    lead_in=st.none() | tenths,
    detail=st.sampled_from(Detail),
    count_aloud=st.none() | st.booleans(),
    seed=st.integers(-1000, 10**17),
    unlimited=st.booleans(),
)


@given(choices=some_choices)
def test_options_make_the_same_choices_again(choices: Choices) -> None:
    by_option: dict[str, Any] = {flag(name)[2:]: name for name in PARSERS}
    given_again = Given({by_option[option]: value for option, value in options_of(choices).items()})
    assert given_again.choices() == choices


def test_what_is_usual_is_not_among_them() -> None:
    assert options_of(Choices(week=5)) == {}


def test_options_as_they_are_typed() -> None:
    choices = Choices(
        without=("band", "step"),
        variations=(("step-up", "running-pose"),),
        hold=Amount(30_000, 45_000, Unit.MS),
        rest=Ms(45_000),
        count_aloud=False,
        unlimited=True,
        seed=-3,
    )
    typed = arguments(options_of(choices))
    assert typed == [
        *("--without", "band", "--without", "step", "--variation", "step-up=running-pose", "--seed=-3"),
        *("--rest", "45", "--hold", "30-45 s", "--no-count-aloud", "--unlimited"),
    ]


@pytest.mark.parametrize(
    ("choices", "whole"),
    [
        (Choices(week=3), True),
        (Choices(without=("band",)), True),
        (Choices(without=("step",)), True),
        (Choices(with_items=("backpack",), rest=Ms(10_000)), True),
        (Choices(reps=Amount(15, 15)), True),
        (Choices(reps=Amount(8, 8)), False),
        (Choices(sets=2), False),
        (Choices(only=("squat",)), False),
        (Choices(without=("band",), hold=Amount(20_000, 20_000, Unit.MS)), False),
    ],
)
def test_whether_all_was_done_that_the_week_asks_for(choices: Choices, whole: bool) -> None:
    assert is_whole(select(load_session("glutes-for-runners"), choices), choices) == whole


def test_what_was_fitted_into_less_time_is_not_the_whole() -> None:
    choices = Choices(minutes=20)
    workout = select(load_session("glutes-for-runners"), choices)
    assert [is_whole(rung, choices) for rung in ladder(workout)[:3]] == [True, False, False]
    assert is_whole(replace(workout, notes=("It fits.",)), choices)
