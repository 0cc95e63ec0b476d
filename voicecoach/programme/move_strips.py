"""Moves for the printed sheets: both ends of each as a drawing, once for all the sheets that show it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from voicecoach.figures.drawn import Drawn
from voicecoach.figures.picture import Picture
from voicecoach.figures.svg import panels_svg
from voicecoach.figures.tile import coarse, pair
from voicecoach.figures.words import words
from voicecoach.programme.figures import done
from voicecoach.programme.model import Programme

if TYPE_CHECKING:
    from markupsafe import Markup

WIDTH, HEIGHT = 225, 180
"""The most that a drawing takes, in tenths of a millimetre on the sheet."""


@dataclass(frozen=True)
class Strip:
    """A drawing: the name of its figure, its size, what is in it, and the same in words."""

    name: str
    box: str
    figures: Markup
    words: str


def strips(programme: Programme) -> tuple[Strip, ...]:
    """The drawings of all the moves in a programme that have a figure, if it is to show any."""
    return tuple(map(_strip, dict.fromkeys(done(programme)))) if programme.pictures else ()


def _strip(one: Drawn) -> Strip:
    picture = Picture(one.exercise, one.figure)
    both = pair(picture, WIDTH, HEIGHT)
    box = f"0 0 {both.width:.0f} {both.height:.0f}"
    return Strip(one.name, box, panels_svg(map(coarse, both.placed())), words(picture))
