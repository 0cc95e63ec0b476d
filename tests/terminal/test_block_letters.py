"""Letters and digits of any size."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voicecoach.terminal.block_letters import (
    HALVES,
    LARGE_SHAPES,
    PIXEL_ROWS,
    QUADRANTS,
    SHAPES,
    WHOLE,
    drawn,
    letters,
    rows_of,
    width_of,
    wrapped,
)

GRAINS = {"quadrants": QUADRANTS, "halves": HALVES, "whole": WHOLE}
LATIN_1 = [chr(code) for code in range(0x20, 0x100) if not 0x7F <= code <= 0x9F]


@pytest.mark.parametrize("shapes", [SHAPES, LARGE_SHAPES])
def test_every_shape_is_a_rectangle(shapes: dict[str, str]) -> None:
    for shape in shapes.values():
        rows = shape.split()
        assert len(rows) == PIXEL_ROWS
        assert len({len(row) for row in rows}) == 1


def test_large_shapes_are_as_wide_as_the_small_ones() -> None:
    for character, shape in LARGE_SHAPES.items():
        assert len(shape.split()[0]) == len(SHAPES[character].split()[0])


def test_letters_without_their_accents() -> None:
    assert letters("Größe") == letters("GROSSE")
    assert letters("スクワット") is None
    assert letters("élan") == letters("ELAN")
    assert letters("Ærø ½") == letters("AERO 1/2")


def test_all_of_latin_1_can_be_drawn() -> None:
    assert [character for character in LATIN_1 if width_of(f"a{character}") is None] == []


def test_letters_in_half_blocks() -> None:
    assert letters("Up") == ["█ █ █▀▄", "█ █ █▀", "▀▀▀ ▀"]


def test_large_digits_are_round() -> None:
    assert drawn(("20",), 10, 4, QUADRANTS) == (
        "█████▙  ▟████▙",
        "    ██  ██  ██",
        "▟████▛  ██  ██",
        "██      ██  ██",
        "▜█████  ▜████▛",
    )


def test_digits_where_there_are_no_blocks() -> None:
    assert drawn(("20",), 5, 2, WHOLE) == (
        "######  ######",
        "    ##  ##  ##",
        "######  ##  ##",
        "##      ##  ##",
        "######  ######",
    )


@pytest.mark.parametrize("grain", GRAINS.values(), ids=GRAINS)
def test_letters_that_look_alike_are_told_apart(grain: object) -> None:
    assert grain in GRAINS.values()
    for height in (5, 7, 8, 10, 20):
        for one, other in pairwise("DOQCG"):
            assert drawn((one,), height, 4, QUADRANTS) != drawn((other,), height, 4, QUADRANTS)


@given(
    st.lists(st.text(st.sampled_from([*SHAPES]), min_size=1), min_size=1, max_size=3),
    st.integers(5, 40),
    st.integers(1, 16),
    st.sampled_from([*GRAINS.values()]),
)
def test_the_size_is_known_before_it_is_drawn(lines: list[str], height: int, pixel: int, grain: object) -> None:
    assert grain in (QUADRANTS, HALVES, WHOLE)
    one = next(each for each in GRAINS.values() if each == grain)
    rows = drawn(tuple(lines), height, pixel, one)
    widest = max(width_of(line) or 0 for line in lines)
    assert len(rows) == rows_of(len(lines), height, one)
    assert {len(row) for row in rows} == {-(-widest * pixel // one.across)}


@given(st.lists(st.text("abcdefgh", min_size=1, max_size=9), min_size=1, max_size=9), st.integers(1, 4))
def test_text_is_wrapped_into_lines_of_like_length(words: list[str], count: int) -> None:
    text = " ".join(words)
    found = wrapped(text, count)
    if count > len(words):
        assert found is None
        return
    assert found is not None
    lines, width = found
    assert " ".join(lines) == text
    assert len(lines) <= count
    assert width == max(width_of(line) or 0 for line in lines)
    before = wrapped(text, count - 1) if count > 1 else None
    assert before is None or width <= before[1]


def test_a_long_title_is_wrapped_where_it_is_narrowest() -> None:
    assert wrapped("Single-leg Romanian deadlift", 2) == (
        ("Single-leg", "Romanian deadlift"),
        width_of("Romanian deadlift"),
    )
