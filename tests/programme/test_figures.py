from __future__ import annotations

import gzip
import json
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from tests.figures.drawn_figures import A_FEW, WITH_FIGURES
from tests.plan.laid import glutes, glutes_laid
from tests.programme.examples import HOSTILE, hostile, of_kinds, programme
from voicecoach.definitions.figures import Figure, Pose
from voicecoach.definitions.load import load_exercise
from voicecoach.definitions.session import Session
from voicecoach.figures.film import film_text
from voicecoach.programme.figures import figures_file, has_figures
from voicecoach.programme.model import FIGURES, Programme
from voicecoach.programme.page import page
from voicecoach.programme.page_view import page_view

MOST_BYTES = 60_000
"""Of a session's figures, as a server sends them."""
USUAL = 12
"""So many exercises are in a long session."""


def films(shared: Programme) -> dict[str, Any]:
    """The films that the page gets, by their names."""
    text = figures_file(shared)
    assert text.startswith("voicecoachFigures({")
    assert text.isascii()
    found: dict[str, Any] = json.loads(text[text.index("{") : text.rindex("}") + 1])
    return found


def session_of(*exercises: str) -> Session:
    """A session of these exercises."""
    usual = glutes()
    (section,) = usual.sections
    items = tuple(replace(section.exercises[0], exercise=load_exercise(name)) for name in exercises)
    return replace(usual, sections=(replace(section, exercises=items),))


def test_each_figure_is_there_once_under_the_name_by_which_the_page_asks() -> None:
    shared = programme(3)
    asked = set(re.findall(r'data-figure="(\w+)"', page(shared)))
    assert asked == films(shared).keys()
    assert f'data-figures="{FIGURES}"' in page(shared)
    squat = next(one for one in page_view(shared).exercises if one.title == "Squats")
    assert films(shared)[squat.figure]["words"].startswith("Squats, standing.")


def test_what_has_no_figure_has_no_place_for_one() -> None:
    bare = Programme("Every kind", (of_kinds("straight"),))
    assert not has_figures(bare)
    assert films(bare) == {}
    assert not re.search("data-figures?=", page(bare))


def test_a_variation_that_looks_the_same_is_called_by_its_name() -> None:
    (episode,) = programme(1).episodes
    work = next(work for work in episode.workout.works if work.exercise.name == "squat")
    varied = replace(work, variations=(next(iter(work.exercise.variations.values())),))
    section = replace(episode.workout.sections[0], works=(work, varied))
    both = replace(episode, workout=replace(episode.workout, sections=(section,)))
    words = [one["words"].split(",")[0] for one in films(Programme("Both", (both,))).values() if one["ways"]]
    assert words == ["Squats", varied.title]


def test_what_could_be_done_instead_stands_still() -> None:
    usual = session_of("squat")
    (section,) = usual.sections
    squat = section.exercises[0].exercise
    (name, variation), *_ = squat.variations.items()
    low = Figure(poses={"down": (Pose(joints={"near knee": 60.0, "far knee": 60.0}),)})
    other = replace(squat, variations={name: replace(variation, figure=low)})
    items = (replace(section.exercises[0], exercise=other),)
    shared = programme(1, replace(usual, sections=(replace(section, exercises=items),)))
    found = films(shared)
    (moving,) = [one for one in found.values() if one["ways"]]
    (still,) = [one for one in found.values() if not one["ways"]]
    assert moving["words"].startswith("Squats,")
    assert still["words"].startswith(f"{variation.title},")
    assert len(still["panels"]) == 2
    assert f'data-figure="{next(key for key, one in found.items() if one is still)}"' in page(shared)


def test_texts_of_strangers_break_no_file() -> None:
    assert any(one["words"] for one in films(hostile()).values())
    assert not re.search(r"[<>&]", figures_file(hostile(HOSTILE)))


SESSIONS = [WITH_FIGURES[first : first + USUAL] for first in range(0, len(WITH_FIGURES), USUAL)]


@pytest.mark.parametrize("exercises", [A_FEW, *(pytest.param(one, marks=pytest.mark.lengthy) for one in SESSIONS)])
def test_the_figures_of_a_long_session_are_small(exercises: Sequence[str]) -> None:
    """Of one session with figures of all kinds; and of sessions with all figures, where there is time for them."""
    shared = programme(1, session_of(*exercises))
    assert len(gzip.compress(figures_file(shared).encode())) < MOST_BYTES


def test_equal_programmes_have_equal_figures() -> None:
    found = figures_file(programme(2))
    glutes_laid.cache_clear()
    film_text.cache_clear()
    assert figures_file(programme(2)) == found
