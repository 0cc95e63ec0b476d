"""The exercises that have a figure, solved once."""

from __future__ import annotations

from functools import cache

from voicecoach.definitions.convert import convert
from voicecoach.definitions.figures import Figure
from voicecoach.definitions.files import LIBRARY
from voicecoach.definitions.load import load_exercise, names
from voicecoach.definitions.model import Exercise
from voicecoach.definitions.source import parse
from voicecoach.figures.film import Film, film
from voicecoach.figures.moving import moving_svg
from voicecoach.figures.picture import Picture

WITH_FIGURES = [
    name for name in names("exercises") if "\nfigure:" in (LIBRARY / "exercises" / f"{name}.yaml").read_text("utf-8")
]
"""Found without being loaded, which every process that looks for tests would do."""

A_FEW = (
    *("squat", "push-up", "side-plank", "band-walk", "step-calf-raise", "step-up", "kettlebell-swing"),
    *("glute-bridge", "clamshell", "single-leg-deadlift", "plank", "calf-stretch"),
)
"""Of all kinds: held, moved, alternating, with props and without, seen from the side and from elsewhere."""


@cache
def picture(name: str) -> Picture:
    exercise = load_exercise(name)
    assert exercise.figure
    return Picture(exercise, exercise.figure)


@cache
def film_of(name: str) -> Film:
    """What a page gets to draw an exercise, made once; nobody may change it."""
    return film(picture(name))


@cache
def moving(name: str) -> str:
    """The picture of an exercise that moves by itself, made once."""
    return moving_svg(picture(name))


def figure(text: str) -> Figure:
    """The figure that a text in YAML is."""
    return convert(parse(text.encode(), "figure.yaml"), Figure)


def drawn(text: str, exercise: Exercise | None = None) -> Picture:
    """The picture of a figure in YAML."""
    return Picture(exercise or Exercise("wobble", "Wobbles"), figure(text))
