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
    if exercise.figure is None:
        return None
    about = repr((title, look_of(exercise)))
    name = sha256(about.encode(errors="backslashreplace")).hexdigest()[:LETTERS]
    return Drawn(name, replace(exercise, title=title), exercise.figure)


def look_of(one: Exercise) -> str:
    """All of an exercise that shapes its picture but its title, the same on every machine."""
    timing = (one.phases, one.tempo, one.prescription.tempo, one.pace, one.hold)
    return repr((one.figure, one.muscles, one.sides, *timing))
