"""Moves for the printed sheets: both ends of each as a drawing, once for all the sheets that show it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from voicecoach.definitions.model import Exercise
from voicecoach.figures.picture import Picture
from voicecoach.figures.svg import panels_svg
from voicecoach.figures.tile import coarse, pair
from voicecoach.figures.words import words
from voicecoach.pipeline.move_pictures import picture_key
from voicecoach.programme.model import Programme

if TYPE_CHECKING:
    from markupsafe import Markup

WIDTH, HEIGHT = 225, 180
"""The most that a drawing takes, in tenths of a millimetre on the sheet."""
DIGITS = 8


@dataclass(frozen=True)
class Strip:
    """A drawing: what it is called within the page, its size, the figures in it, and the same in words."""

    name: str
    box: str
    figures: Markup
    words: str


def strip_name(exercise: Exercise) -> str:
    """What the drawing of an exercise is called; the same for all that look alike. Nothing without a figure."""
    return f"move-{picture_key((exercise,), WIDTH)[:DIGITS]}" if exercise.figure else ""


def strips(programme: Programme) -> tuple[Strip, ...]:
    """The drawings of all the moves in a programme that have a figure, if it is to show any."""
    works = [work for episode in programme.episodes for work in episode.workout.works] if programme.pictures else []
    exercises = {strip_name(work.exercise): work.exercise for work in works if work.exercise.figure}
    return tuple(_strip(name, exercise) for name, exercise in exercises.items())


def _strip(name: str, exercise: Exercise) -> Strip:
    if exercise.figure is None:
        raise ValueError(f"{exercise.name} has no figure")
    picture = Picture(exercise, exercise.figure)
    both = pair(picture, WIDTH, HEIGHT)
    box = f"0 0 {both.width:.0f} {both.height:.0f}"
    return Strip(name, box, panels_svg(map(coarse, both.placed())), words(picture))
