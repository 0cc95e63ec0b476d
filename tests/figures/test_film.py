"""What a page gets to draw is what is drawn elsewhere."""

from __future__ import annotations

import gzip
import json
from dataclasses import replace
from itertools import accumulate

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.figures.drawn_figures import A_FEW, WITH_FIGURES, drawn, film_of, picture
from voicecoach.definitions.amounts import Tempo
from voicecoach.definitions.load import load_exercise
from voicecoach.definitions.model import Exercise
from voicecoach.figures.drawing import Painted
from voicecoach.figures.drawn import drawn as named
from voicecoach.figures.film import PER_CM, Film, along, film, film_text
from voicecoach.figures.picture import Picture
from voicecoach.figures.shapes import parts
from voicecoach.figures.svg import classes
from voicecoach.times import Ms

MOST_KILOBYTES = 10
"""For one figure as a server sends it; most need less than 4."""
MOST_OFF_CM = 2
exercises = st.sampled_from(A_FEW)


def rows(one: Film) -> list[list[float]]:
    """Where all points are in each pose."""
    sums = accumulate(one["poses"], lambda before, row: [a + b for a, b in zip(before, row, strict=True)])
    return [[value / PER_CM for value in row] for row in sums]


def points(shapes: list[Painted]) -> list[float]:
    """Where the points of some shapes are."""
    found: list[float] = []
    for shape in shapes:
        for kind, values in parts(shape.outline):
            found += [value for place, value in enumerate(values) if kind == "P" or place % 3 < 2]
    return found


def points_in(one: Film, row: list[float], pose: int) -> list[float]:
    """Those of the shapes that are seen in a pose, back to front, taken from a row."""
    starts = [0, *accumulate(2 * count for _, _, count in one["shapes"])]
    found: list[float] = []
    for place in one["orders"][one["order"][pose]]:
        for part in one["shapes"][place][1].split():
            numbers = part[1:].split(",")[:: 2 if part[0] == "C" else 1]
            found += [row[starts[place] + 2 * int(number) + by] for number in numbers for by in (0, 1)]
    return found


@given(exercises, st.floats(0, 1))
@settings(max_examples=100, deadline=None)
def test_at_every_moment_a_film_shows_what_the_figure_does(name: str, share: float) -> None:
    one, shown = picture(name), film_of(name)
    places, count = rows(shown), len(one.motion.stops)
    for number, (phase, way) in enumerate(shown["ways"]):
        index = number % count
        assert phase == one.motion.stops[index].phase
        steps = len(way) - 1
        first = max((step for step in range(steps) if along(step, steps) <= share), default=0)
        last = min(first + 1, steps)

        def painted(share: float, index: int = index, number: int = number) -> list[Painted]:
            body = one.motion.on_the_way(index, share)
            return one.shapes(body.mirrored() if number >= count else body)

        from_, to = (along(step, steps) if steps else 1.0 for step in (first, last))
        part = (share - from_) / (to - from_) if steps else 0.0
        keys = [shape.key for shape in painted(from_) if shape.is_seen]
        shapes = {shape.key: shape for shape in painted(share if steps else 1.0)}
        row = [a + (b - a) * part for a, b in zip(places[way[first]], places[way[last]], strict=True)]
        due = points([shapes[key] for key in keys])
        got = points_in(shown, row, way[first])
        assert max(abs(a - b) for a, b in zip(due, got, strict=True)) < MOST_OFF_CM


@pytest.mark.parametrize("name", WITH_FIGURES)
def test_poses_are_painted_in_the_order_of_the_figure(name: str) -> None:
    one, shown = picture(name), film_of(name)
    for panel, (pose, label, arrows) in zip(one.panels, shown["panels"], strict=True):
        kinds = [classes(shape.kind) for shape in panel.shapes if shape.is_seen]
        assert [shown["shapes"][place][0] for place in shown["orders"][shown["order"][pose]]] == kinds
        assert label == panel.label
        assert arrows == [[arrow.shaft, arrow.head] for arrow in panel.arrows]


@pytest.mark.parametrize("name", WITH_FIGURES)
def test_a_film_is_small_and_always_the_same(name: str) -> None:
    exercise = load_exercise(name)
    text = json.dumps(film_of(name), separators=(",", ":"))
    assert len(gzip.compress(text.encode())) < MOST_KILOBYTES * 1000
    assert exercise.figure
    assert film(Picture(exercise, exercise.figure)) == film_of(name)
    assert named(load_exercise(name), exercise.title) == named(exercise, exercise.title)


def test_what_looks_or_is_called_otherwise_has_another_name() -> None:
    squat = load_exercise("squat")
    names = {one.name for one in (named(squat, "Squats"), named(squat, "Deep squats")) if one}
    other = named(load_exercise("step-up"), "Squats")
    assert other
    assert len(names | {other.name}) == 3
    assert named(Exercise("bob", "Bobs"), "Bobs") is None


def test_a_pose_that_is_held_at_another_tempo_is_another_figure() -> None:
    usual = load_exercise("step-up")
    quick = replace(usual, tempo=Tempo(Ms(2000), Ms(0), Ms(2000), Ms(0)))
    names, labels = [], []
    for exercise in (usual, quick):
        one = named(exercise, exercise.title)
        assert one
        names.append(one.name)
        labels.append(json.loads(film_text(one))["panels"][-1][1])
    assert labels == ["up · hold", "up"]
    assert names[0] != names[1]


def test_there_and_back_the_same_way_has_the_same_poses() -> None:
    (_, down), (_, up) = film_of("squat")["ways"]
    assert up == down[::-1]


def test_a_movement_that_is_nearly_straight_has_few_poses() -> None:
    small = film(drawn("{poses: {up: {near elbow: 8}, down: }}"))
    large = film(drawn("{poses: {up: {near elbow: 120}, down: }}"))
    assert len(small["poses"]) < len(large["poses"])
