"""The figures of a programme's exercises, in a file of their own, which the page loads when all else is there."""

from __future__ import annotations

import json
from collections.abc import Iterator

from voicecoach.definitions.model import Exercise
from voicecoach.figures.drawn import Drawn, drawn
from voicecoach.figures.film import film_text
from voicecoach.plan.workout import Work
from voicecoach.programme.model import Episode, Programme
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


def has_figures(programme: Programme) -> bool:
    """Whether it is to show moves, and there is a figure of any of its exercises."""
    works = (work for episode in programme.episodes for work in episode.workout.works)
    return programme.pictures and any(work.exercise.figure for work in works)


def figures_file(programme: Programme) -> str:
    """A script that hands the films of all figures by their names to the page that asked for it.

    What is done in the programme moves; what could be done instead stands still.
    """
    works = [(episode, work) for episode in programme.episodes for work in episode.workout.works]
    done = dict.fromkeys(one for _, work in works if (one := drawn(work.exercise, work.title)))
    others = dict.fromkeys(one for episode, work in works for one in _others(episode, work.exercise) if one)
    texts = {one.name: film_text(one, moves=False) for one in others} | {one.name: film_text(one) for one in done}
    return f"voicecoachFigures({script_json({name: json.loads(text) for name, text in texts.items()})});\n"


def _others(episode: Episode, exercise: Exercise) -> Iterator[Drawn | None]:
    known = episode.workout.session.exercises
    yield from (variation_drawn(exercise, name) for name in exercise.variations)
    yield from (drawn(known[one.use], known[one.use].title) for one in exercise.substitutes if one.use in known)
