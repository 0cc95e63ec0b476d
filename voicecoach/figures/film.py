"""A figure as data for a page's script: the poses of its movements, between which the script goes straight.

Nothing is worked out there but where between two poses a moment is: all of the geometry is in the poses.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any, TypeAlias

from voicecoach.figures.drawing import Painted
from voicecoach.figures.drawn import Drawn
from voicecoach.figures.picture import Panel, Picture
from voicecoach.figures.shapes import parts
from voicecoach.figures.svg import classes, floor
from voicecoach.figures.words import words

PER_CM = 5
"""Places on the paper are whole numbers of a fifth of a centimetre: less than a pixel, but on the largest screens."""
STEPS = 8
"""So many straight steps stand for a movement at the most, and half or a quarter of them where that is as good."""
OFF_CM = 0.5
"""As good is what is nowhere further off than this."""

MOST_KEPT = 512
"""So many films are at hand for whoever asks again."""

Frame: TypeAlias = tuple[Painted, ...]
Film: TypeAlias = dict[str, Any]


def film(picture: Picture) -> Film:
    """The figure of an exercise as JSON has it; equal pictures give equal films.

    `shapes` are what is painted, each its classes and its parts: `C` with the radii of two circles, `P` with how many
    corners a polygon has. `poses` has a row for each pose: where the points of all shapes are, x and y in turn, less
    where they are in the row before. `orders` are shapes back to front, and `order` is which of these each pose has.
    `ways` are the phases in order, each with the poses from where it begins to where it ends; what alternates has two
    `rounds` of them, the second with the other side. `panels` are the poses to look at side by side, with their labels
    and the paths of their arrows. `box` is the room that all of it takes from its left and its top, and `words` tell
    it.
    """
    ways = list(_ways(picture))
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
def film_text(drawn: Drawn) -> str:
    """The film of what is drawn as JSON in ASCII."""
    return json.dumps(film(Picture(drawn.exercise, drawn.figure)), separators=(",", ":"))


def _panel(panel: Panel, poses: _Poses) -> list[Any]:
    return [poses.number(panel.shapes), panel.label, [[arrow.shaft, arrow.head] for arrow in panel.arrows]]


class _Poses:
    """The distinct poses of some frames, as they are met."""

    def __init__(self, frames: Sequence[Frame]) -> None:
        self._shapes = {shape.key: shape for frame in frames for shape in frame if shape.is_seen}
        self._keys = list(self._shapes)
        self._found: dict[tuple[tuple[int, ...], tuple[int, ...]], int] = {}

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
        steps = zip(rows, [(0,) * len(rows[0]), *rows], strict=False)
        return {
            "shapes": [[classes(shape.kind), " ".join(_structure(shape.outline))] for shape in self._shapes.values()],
            "orders": [list(order) for order in orders],
            "order": [orders.index(order) for _, order in self._found],
            "poses": [[one - other for one, other in zip(*step, strict=True)] for step in steps],
        }


def _ways(picture: Picture) -> Iterator[tuple[str, Sequence[Frame]]]:
    """What is painted on the way through each phase."""
    motion = picture.motion
    for turn in range(2 if motion.alternates else 1):
        for index, stop in enumerate(motion.stops):
            steps = 1 if motion.is_still(index) else STEPS + 1
            bodies = [motion.on_the_way(index, 1 - step / STEPS) for step in reversed(range(steps))]
            yield stop.phase, _thinned([tuple(picture.shapes(one.mirrored() if turn else one)) for one in bodies])


def _thinned(way: Sequence[Frame]) -> Sequence[Frame]:
    """The way without every other pose as long as that is hardly seen."""
    while len(way) > 2 and all(_is_between(*way[at : at + 3]) for at in range(0, len(way) - 2, 2)):  # noqa: PLR2004
        way = way[::2]
    return way


def _is_between(before: Frame, frame: Frame, after: Frame) -> bool:
    """Whether nothing is far from the middle between two poses."""
    around = _by_key(before), _by_key(after)
    for shape in frame:
        a, b = (one.get(shape.key, shape).outline for one in around)
        for x, middle, y in zip(_places(a), _places(shape.outline), _places(b), strict=True):
            if abs((x + y) / 2 - middle) > OFF_CM:
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


def _structure(outline: str) -> Iterator[str]:
    """The parts of an outline without places."""
    for kind, values in parts(outline):
        yield f"C{values[2]:g},{values[5]:g}" if kind == "C" else f"P{len(values) // 2}"
