"""The page of all figures is as old as the figures, and its pictures show them."""

from __future__ import annotations

import io
import re

import pytest
from PIL import Image, ImageChops, ImageStat

import make_figure_sheets
from make_figure_sheets import FOLDER, PAGE, by_family, digest, drawn, page

ANEW = "The sheets are older than the figures. Make them anew: python scripts/make_figure_sheets.py"
MOST_BYTES = 900_000
LIKE_KEPT = 3.0
"""Of 255, on average: letters differ from machine to machine."""


def test_the_page_is_made_of_the_figures_as_they_are() -> None:
    found = by_family()
    assert digest(found) in PAGE.read_text(encoding="utf-8"), ANEW
    assert PAGE.read_text(encoding="utf-8") == page(found), ANEW


def test_its_pictures_are_there_and_small() -> None:
    named = set(re.findall(r"\(samples/figures/([a-z-]+\.png)\)", PAGE.read_text(encoding="utf-8")))
    assert named == {file.name for file in FOLDER.iterdir()}
    assert sum(file.stat().st_size for file in FOLDER.iterdir()) < MOST_BYTES


def test_the_smallest_shows_what_would_be_drawn_now() -> None:
    family, shown = min(by_family().items(), key=lambda one: len(one[1]))
    with Image.open(FOLDER / f"{family}.png") as kept, Image.open(io.BytesIO(drawn(shown))) as now:
        assert kept.size == now.size, ANEW
        apart = ImageChops.difference(kept.convert("L"), now.convert("L"))
    assert ImageStat.Stat(apart).mean[0] < LIKE_KEPT, ANEW


def test_what_is_drawn_differently_is_drawn_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    found = by_family()
    before = digest(found)
    monkeypatch.setattr(make_figure_sheets, "look", lambda picture: picture.exercise.title)
    assert digest(found) != before
