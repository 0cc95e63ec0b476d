"""Moves for the printed sheets: where both ends of each stand; the page draws them from its films when it prints."""

from __future__ import annotations

import json
from dataclasses import dataclass

from voicecoach.figures.drawn import Drawn
from voicecoach.figures.picture import Panel, Picture
from voicecoach.figures.svg import PlacedPanel
from voicecoach.figures.tile import pair
from voicecoach.figures.words import words
from voicecoach.programme.figures import done
from voicecoach.programme.model import Programme

WIDTH, HEIGHT = 225, 180
"""The most that a drawing takes, in tenths of a millimetre on the sheet."""


@dataclass(frozen=True)
class Strip:
    """A drawing: the name of its figure, its size, the poses of the film that stand in it, and the same in words.

    `poses` are JSON: for each the number of its panel in the film, the attributes that place it, and the floor.
    """

    name: str
    box: str
    poses: str
    words: str


def strips(programme: Programme) -> tuple[Strip, ...]:
    """The drawings of all the moves in a programme that have a figure, if it is to show any."""
    return tuple(map(_strip, dict.fromkeys(done(programme)))) if programme.pictures else ()


def _strip(one: Drawn) -> Strip:
    picture = Picture(one.exercise, one.figure)
    both = pair(picture, WIDTH, HEIGHT)
    box = f"0 0 {both.width:.0f} {both.height:.0f}"
    poses = [
        [_number(picture, panel), _place(placed), placed.floor]
        for panel, placed in zip(both.panels, both.placed(), strict=True)
    ]
    return Strip(one.name, box, json.dumps(poses, separators=(",", ":")), words(picture))


def _number(picture: Picture, panel: Panel) -> int:
    return next(number for number, one in enumerate(picture.panels) if one is panel)


def _place(placed: PlacedPanel) -> dict[str, str]:
    if not (window := placed.window):
        return {"transform": f"translate({placed.x} {placed.y}) scale({placed.scale})"}
    return {"x": window.x, "y": window.y, "width": window.width, "height": window.height, "viewBox": window.box}
