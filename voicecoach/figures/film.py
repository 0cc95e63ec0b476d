"""A figure as data for a page's script: the poses of its movements, between which the script goes straight.

Nothing is worked out there but where between two poses a moment is: all of the geometry is in the poses.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from operator import sub
from typing import Any, TypeAlias

from voicecoach.figures.drawing import Painted
from voicecoach.figures.drawn import Drawn
from voicecoach.figures.picture import Panel, Picture
from voicecoach.figures.shapes import parts
from voicecoach.figures.svg import classes, floor
from voicecoach.figures.words import words

PER_CM = 5
"""Places on the paper are whole numbers of a fifth of a centimetre: less than a pixel, but on the largest screens."""
STEPS = 16
"""So many straight steps stand for a movement at the most, and half, a quarter, … of them where that is as good."""
OFF_CM, OFF_OF_MOST_CM = 0.5, 1.5
"""As good is what is nowhere further off than this; of the most steps, which few need, than the second."""

MOST_KEPT = 512
"""So many films are at hand for whoever asks again."""

Frame: TypeAlias = tuple[Painted, ...]
Film: TypeAlias = dict[str, Any]
Row: TypeAlias = tuple[int, ...]


def film(picture: Picture, *, moves: bool = True) -> Film:
    """The figure of an exercise as JSON has it; equal pictures give equal films. One that never `moves` has no ways.

    `shapes` are what is painted, each its classes, its parts and how many points it has. A part is `C` with two points
    by their numbers, each with its radius, or `P` with the corners of a polygon. `poses` has a row for each pose: where
    the points of all shapes are, x and y in turn, less where they are in the row before. `orders` are shapes back to
    front, and `order` is which of these each pose has. `ways` are the phases in order, each with the poses from where
    it begins to where it ends, as far along as `along` says; what alternates has two `rounds` of them, the second with
    the other side. `panels` are the poses to look at side by side, with their labels and the paths of their arrows.
    `box` is the room that all of it takes from its left and its top, and `words` tell it.
    """
    ways = list(_ways(picture)) if moves else []
    frames = [frame for _, way in ways for frame in way] + [panel.shapes for panel in picture.panels]
    poses = _Poses(frames)
    room = picture.room
    return {
        "words": words(picture),
        "box": [round(one, 1) for one in (room.left, room.top, room.width, room.height)],
        "floor": floor(picture.eye, room),
        "rounds": 2 if picture.motion.alternates else 1,
        "ways": [[phase, [poses.number(frame) for frame in way]] for phase, way in ways],
        "panels": [_panel(panel, poses) for panel in picture.panels],
        **poses.drawn(),
    }


@lru_cache(MOST_KEPT)
def film_text(drawn: Drawn, *, moves: bool = True) -> str:
    """The film of what is drawn as JSON in ASCII."""
    return json.dumps(film(Picture(drawn.exercise, drawn.figure), moves=moves), separators=(",", ":"))


def _panel(panel: Panel, poses: _Poses) -> list[Any]:
    return [poses.number(panel.shapes), panel.label, [[arrow.shaft, arrow.head] for arrow in panel.arrows]]


class _Poses:
    """The distinct poses of some frames, as they are met."""

    def __init__(self, frames: Sequence[Frame]) -> None:
        self._shapes = {shape.key: shape for frame in frames for shape in frame if shape.is_seen}
        self._keys = list(self._shapes)
        self._found: dict[tuple[Row, Row], int] = {}

    def number(self, frame: Frame) -> int:
        """Which pose a frame is."""
        shapes = {**self._shapes, **_by_key(frame)}
        row = tuple(round(value * PER_CM) for key in self._keys for value in _places(shapes[key].outline))
        order = tuple(self._keys.index(shape.key) for shape in frame if shape.is_seen)
        return self._found.setdefault((row, order), len(self._found))

    def drawn(self) -> Film:
        """What the film has of them."""
        rows = [row for row, _ in self._found]
        orders = list(dict.fromkeys(order for _, order in self._found))
        shapes, kept = self._shapes_and_points(rows)
        places = [[row[at + by] for at in kept for by in (0, 1)] for row in rows]
        return {
            "shapes": shapes,
            "orders": [list(order) for order in orders],
            "order": [orders.index(order) for _, order in self._found],
            "poses": [places[0], *(list(map(sub, row, before)) for before, row in pairwise(places))],
        }

    def _shapes_and_points(self, rows: Sequence[Row]) -> tuple[list[list[Any]], list[int]]:
        """The shapes, and where in a row their points are: those of a shape that are always in one place are one."""
        shapes: list[list[Any]] = []
        kept: list[int] = []
        start = 0
        for shape in self._shapes.values():
            end = start + sum(1 for _ in _places(shape.outline))
            tracks = [tuple(row[at : at + 2] for row in rows) for at in range(start, end, 2)]
            distinct = list(dict.fromkeys(tracks))
            numbers = map(distinct.index, tracks)
            shapes.append([classes(shape.kind), " ".join(_structure(shape.outline, numbers)), len(distinct)])
            kept += [start + 2 * tracks.index(track) for track in distinct]
            start = end
        return shapes, kept


def along(step: int, steps: int) -> float:
    """How far along a way pose `step` of `steps` is: they are close near its ends, where limbs straighten."""
    return (1 - math.cos(math.pi * step / steps)) / 2


def _ways(picture: Picture) -> Iterator[tuple[str, Sequence[Frame]]]:
    """What is painted on the way through each phase."""
    motion = picture.motion
    for turn in range(2 if motion.alternates else 1):
        for index, stop in enumerate(motion.stops):
            shares = [1.0] if motion.is_still(index) else [along(step, STEPS) for step in range(STEPS + 1)]
            bodies = [motion.on_the_way(index, share) for share in shares]
            yield stop.phase, _thinned([tuple(picture.shapes(one.mirrored() if turn else one)) for one in bodies])


def _thinned(way: Sequence[Frame]) -> Sequence[Frame]:
    """The way without every other pose as long as that is hardly seen."""
    while (steps := len(way) - 1) > 1:
        shares = [along(step, steps) for step in range(steps + 1)]
        off_cm = OFF_OF_MOST_CM if steps == STEPS else OFF_CM
        if not all(_is_between(way[at : at + 3], shares[at : at + 3], off_cm) for at in range(0, steps - 1, 2)):
            break
        way = way[::2]
    return way


def _is_between(three: Sequence[Frame], shares: Sequence[float], off_cm: float) -> bool:
    """Whether nothing in the second is far from where it would be on a straight way from the first to the third."""
    before, frame, after = three
    part = (shares[1] - shares[0]) / (shares[2] - shares[0])
    around = _by_key(before), _by_key(after)
    for shape in frame:
        a, b = (one.get(shape.key, shape).outline for one in around)
        for x, due, y in zip(_places(a), _places(shape.outline), _places(b), strict=True):
            if abs(x + (y - x) * part - due) > off_cm:
                return False
    return True


def _by_key(frame: Frame) -> dict[str, Painted]:
    return {shape.key: shape for shape in frame}


def _places(outline: str) -> Iterator[float]:
    """Where the points of an outline are, x and y in turn."""
    for kind, values in parts(outline):
        step = 3 if kind == "C" else 2
        for x, y in zip(values[::step], values[1::step], strict=True):
            yield x
            yield y


def _structure(outline: str, numbers: Iterator[int]) -> Iterator[str]:
    """The parts of an outline, its points by their numbers."""
    for kind, values in parts(outline):
        if kind == "C":
            yield f"C{next(numbers)},{values[2]:g},{next(numbers)},{values[5]:g}"
        else:
            yield "P" + ",".join(str(next(numbers)) for _ in values[::2])
