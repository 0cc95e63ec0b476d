"""Squares of moves."""

from __future__ import annotations

import io

import numpy as np
import pytest
from PIL import Image

from tests.figures.drawn_figures import WITH_FIGURES, picture
from tests.figures.drawn_figures import drawn as figure_drawn
from voicecoach.figures.tile import ends, tile_svg
from voicecoach.outputs.plot.png import png

SIDE = 200


def drawn(*names: str) -> np.ndarray:
    """Where there is anything in the square."""
    data = png(tile_svg([picture(name) for name in names], SIDE), zoom=1, has_text=False)
    with Image.open(io.BytesIO(data)) as image:
        assert image.size == (SIDE, SIDE)
        return np.asarray(image.convert("L")) < 250


@pytest.mark.parametrize("name", WITH_FIGURES)
def test_a_move_fills_a_square_and_stays_within_it(name: str) -> None:
    there = drawn(name)
    edge = np.concatenate([there[0], there[-1], there[:, 0], there[:, -1]])
    assert edge.mean() < 0.12  # a wall may go on
    assert max(there.any(axis=0).mean(), there.any(axis=1).mean()) > 0.4


def test_both_ends_are_shown_and_one_of_what_is_held() -> None:
    assert [panel.label for panel in ends(picture("squat"))] == ["start", "down"]
    assert len(ends(picture("plank"))) == 1


def test_the_other_end_is_the_pose_that_is_farthest() -> None:
    half, low = "half: {hip: 40, knee: 50}", "low: {hip: 90, knee: 100}"
    for poses in (f"{half}, {low}", f"{low}, {half}"):
        one = figure_drawn(f"{{poses: {{{poses}, up: }}}}")
        assert [panel.label for panel in ends(one)] == ["start", "low"]


@pytest.mark.parametrize("count", [2, 3, 4, 7])
def test_several_moves_are_in_two_rows(count: int) -> None:
    cells = [
        cell
        for row in np.array_split(drawn(*WITH_FIGURES[:count]), 2)
        for cell in np.array_split(row, 1 if count == 2 else 2, axis=1)
    ]
    assert [cell.mean() > 0.02 for cell in cells] == [number < count for number in range(len(cells))]


def test_there_is_no_text_in_it() -> None:
    assert "<text" not in tile_svg([picture("step-up")], SIDE)
    assert 'aria-label="Step ups, Squats"' in tile_svg([picture("step-up"), picture("squat")], SIDE)
