from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.every_kind import SECTIONS, session_of
from voicecoach.cli.option_values import PARSERS
from voicecoach.cli.options import Given, flag
from voicecoach.definitions.amounts import Amount, Tempo, Unit
from voicecoach.definitions.load import load_session
from voicecoach.definitions.session import Intro
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
    intro=st.none() | st.sampled_from(Intro),
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


def changed(name: str, **fields: object) -> bool:
    """Whether a section of this name is still all of it with other fields."""
    workout = select(session_of(name), Choices())
    (section,) = workout.sections
    return is_whole(replace(workout, sections=(replace(section, **fields),)), Choices())  # type: ignore[arg-type]


@pytest.mark.parametrize("name", SECTIONS)
def test_every_kind_of_section_is_whole_as_it_is_written(name: str) -> None:
    assert changed(name)


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        ("superset", {"rounds": 2}),
        ("intervals", {"rounds": 1}),
        ("emom", {"rounds": 3}),
        ("amrap", {"limit": Ms(200_000)}),
        ("for-time", {"limit": Ms(120_000)}),
        ("for-time", {"rounds": 2}),
        ("repeated", {"repeat": 2}),
    ],
)
def test_fewer_rounds_and_less_time_are_not_the_whole(name: str, fields: dict[str, object]) -> None:
    assert not changed(name, **fields)
    assert changed(name, **{field: 2 * value for field, value in fields.items() if isinstance(value, int)})


def test_every_set_counts_where_sets_differ() -> None:
    works = select(session_of("pyramid"), Choices()).works
    assert changed("pyramid", works=works)
    fewer = replace(works[0], amounts=(*works[0].amounts[:1], Amount(4, 4), *works[0].amounts[2:]))
    assert not changed("pyramid", works=(fewer, *works[1:]))
    counted = replace(works[1], amounts=(*works[1].amounts[:-1], Amount(30, 30)))
    assert not changed("pyramid", works=(works[0], counted))


def test_a_section_that_was_left_out_is_missed() -> None:
    workout = select(session_of("straight", "amrap"), Choices())
    assert is_whole(workout, Choices())
    assert not is_whole(replace(workout, sections=workout.sections[:1]), Choices())


def test_what_was_fitted_into_less_time_is_not_the_whole() -> None:
    choices = Choices(minutes=20)
    workout = select(load_session("glutes-for-runners"), choices)
    assert [is_whole(rung, choices) for rung in ladder(workout)[:3]] == [True, False, False]
    assert is_whole(replace(workout, notes=("It fits.",)), choices)
