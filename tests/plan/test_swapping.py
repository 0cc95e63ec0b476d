from __future__ import annotations

from pathlib import Path

import pytest

from voicecoach.definitions.load import load_session
from voicecoach.plan.choices import Choices
from voicecoach.plan.select import select
from voicecoach.plan.swapping import swaps_of
from voicecoach.plan.workout import Workout

SESSION = """
title: Swaps
sections: [{exercises: [squat, row, plank]}]
equipment: {dumbbell: a dumbbell, band: a band}
exercises:
  squat:
    title: Squats
    prescription: 2x5
    variations:
      deep: {title: deep, say: deep}
      box: {title: Squats to a box, say: to a box, level: easier}
  row:
    title: Rows
    needs: [dumbbell]
    prescription: 2x5
    substitutes: [{without: dumbbell, use: band-row}]
  band-row:
    title: Band rows
    needs: [band]
    prescription: 2x6
  plank: {title: Planks, hold: true, prescription: 1x20 s}
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    (tmp_path / "swaps.yaml").write_text(SESSION)
    return tmp_path / "swaps.yaml"


def titles(workout: Workout, choices: Choices, name: str) -> list[str]:
    return [swap.title for swap in swaps_of(workout, choices, name)]


def works(workout: Workout) -> list[str]:
    return [" ".join((work.exercise.name, *(one.title for one in work.variations))) for work in workout.works]


def test_easier_variations_and_substitutes_take_a_place_and_give_it_back(path: Path) -> None:
    session, choices = load_session(str(path)), Choices()
    workout = select(session, choices)
    assert titles(workout, choices, "plank") == []
    [boxed] = swaps_of(workout, choices, "squat")
    assert (boxed.title, boxed.renamed) == ("Squats to a box", {})
    [banded] = swaps_of(workout, boxed.choices, "row")
    assert (banded.title, banded.renamed) == ("Band rows", {"row": "band-row"})
    workout = select(session, banded.choices)
    assert works(workout) == ["squat Squats to a box", "band-row", "plank"]
    assert titles(workout, banded.choices, "squat") == ["Squats, as usual"]
    [back] = swaps_of(workout, banded.choices, "band-row")
    assert (back.title, back.renamed, back.choices.swaps) == ("Rows", {"band-row": "row"}, ())
    assert works(select(session, back.choices)) == ["squat Squats to a box", "row", "plank"]


def test_what_is_not_there_takes_no_place(path: Path) -> None:
    choices = Choices(without=("band",))
    assert titles(select(load_session(str(path)), choices), choices, "row") == []


def test_in_place_of_a_harder_way_there_are_the_easier_ones(path: Path) -> None:
    choices = Choices(variations=(("squat", "deep"),))
    workout = select(load_session(str(path)), choices)
    assert titles(workout, choices, "squat") == ["Squats, as usual", "Squats to a box"]


def test_a_substitute_takes_the_place_in_its_variation() -> None:
    session, choices = load_session("overhead-press"), Choices()
    [swap] = [one for one in swaps_of(select(session, choices), choices, "overhead-press") if one.renamed]
    assert (swap.title, swap.renamed) == ("Push-ups on your knees", {"overhead-press": "push-up"})
    assert works(select(session, swap.choices)) == ["push-up Push-ups on your knees"]
