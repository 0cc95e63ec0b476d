"""The figures of a programme's exercises, in a file of their own, which the page loads when all else is there."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import chain

from voicecoach.definitions.model import Exercise
from voicecoach.figures.drawn import Drawn, drawn
from voicecoach.figures.film import film_text
from voicecoach.plan.workout import Work
from voicecoach.programme.model import Programme
from voicecoach.programme.script_data import script_json


def figure_of(work: Work) -> str:
    """The name of the figure of what is done; empty where there is none."""
    return name_of(drawn(work.exercise, work.title))


def name_of(one: Drawn | None) -> str:
    """The name of a figure; empty where there is none."""
    return one.name if one else ""


def variation_drawn(exercise: Exercise, name: str) -> Drawn | None:
    """A variation of an exercise that isn't done here, if it looks different."""
    variation = exercise.variations[name]
    return drawn(exercise.varied((name,)), variation.title) if variation.figure else None


def undone(work: Work) -> Iterator[str]:
    """The names of the exercise's variations that aren't done."""
    return (name for name, one in work.exercise.variations.items() if one not in work.variations)


def has_figures(programme: Programme) -> bool:
    """Whether it is to show moves, and there is a figure of anything in it."""
    return programme.pictures and any(chain(done(programme), _others(programme)))


def figures_file(programme: Programme) -> str:
    """A script that hands the films of all figures by their names to the page that asked for it.

    What is done in the programme moves; what could be done instead stands still.
    """
    texts = {one.name: film_text(one, moves=False) for one in dict.fromkeys(_others(programme))}
    texts |= {one.name: film_text(one) for one in dict.fromkeys(done(programme))}
    return f"voicecoachFigures({script_json({name: json.loads(text) for name, text in texts.items()})});\n"


def done(programme: Programme) -> Iterator[Drawn]:
    """The figures of what is done, again and again for what is done again."""
    works = (work for episode in programme.episodes for work in episode.workout.works)
    return (one for work in works if (one := drawn(work.exercise, work.title)))


def _others(programme: Programme) -> Iterator[Drawn]:
    """The variations and substitutes that the page names."""
    for episode in programme.episodes:
        known = episode.workout.session.exercises
        for work in episode.workout.works:
            substitutes = [
                drawn(known[one.use].varied(one.variations), known[one.use].titled(one.variations))
                for one in work.exercise.substitutes
                if one.use in known
            ]
            found = [variation_drawn(work.exercise, name) for name in undone(work)]
            yield from filter(None, [*found, *substitutes])
