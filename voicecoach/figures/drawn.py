"""What is drawn: the exercise whose figure it is, and a name by which pages ask for it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from hashlib import sha256

from voicecoach.definitions.figures import Figure
from voicecoach.definitions.model import Exercise

LETTERS = 10
"""Of a name; of a thousand figures no two have the same."""


@dataclass(frozen=True)
class Drawn:
    """An exercise that has a figure; the name is the same for what looks the same and is called the same."""

    name: str
    exercise: Exercise = field(compare=False)
    figure: Figure = field(compare=False)


def drawn(exercise: Exercise, title: str) -> Drawn | None:
    """An exercise as it is drawn, under the title by which it is done; None for one without a figure."""
    figure = exercise.figure
    if figure is None:
        return None
    phases = [phase.name for phase in exercise.phases]
    about = repr((title, figure, phases, exercise.sides, exercise.muscles))
    name = sha256(about.encode(errors="backslashreplace")).hexdigest()[:LETTERS]
    return Drawn(name, replace(exercise, title=title), figure)
