"""The figures of a programme's exercises, in a file of their own, which the page loads when all else is there."""

from __future__ import annotations

import json
from collections.abc import Iterable

from voicecoach.figures.drawn import Drawn, drawn
from voicecoach.figures.film import film_text
from voicecoach.plan.workout import Work
from voicecoach.programme.model import Programme
from voicecoach.programme.script_data import script_json


def figure_of(work: Work) -> str:
    """The name of the figure of what is done; empty where there is none."""
    one = drawn(work.exercise, work.title)
    return one.name if one else ""


def has_figures(programme: Programme) -> bool:
    """Whether it is to show moves, and there is a figure of any of its exercises."""
    return programme.pictures and any(
        work.exercise.figure for episode in programme.episodes for work in episode.workout.works
    )


def figures_file(programme: Programme) -> str:
    """A script that hands the films of all figures by their names to the page that asked for it."""
    films = {one.name: json.loads(film_text(one)) for one in dict.fromkeys(_drawn(programme))}
    return f"voicecoachFigures({script_json(films)});\n"


def _drawn(programme: Programme) -> Iterable[Drawn]:
    for episode in programme.episodes:
        for work in episode.workout.works:
            if one := drawn(work.exercise, work.title):
                yield one
