"""A square that shows moves at a glance, without any text: where one begins and how far it goes, or several of them."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace

from voicecoach.figures.body import Body
from voicecoach.figures.picture import Panel, Picture
from voicecoach.figures.svg import TEMPLATE, PlacedPanel, placed_panel, render

MARGIN, GAP = 0.03, 0.03
"""Around all, and between two figures, as shares of the square's side."""
MOST_SCALE = 1.5 / 256
"""A small figure is enlarged to no more than so many times a square's side for each centimetre."""
MOST_MOVES = 4
"""Of a longer list the first so many are shown."""


def ends(picture: Picture) -> list[Panel]:
    """Where a move begins, and the pose that is farthest from it; one panel of what is held from the start."""
    first, *others = picture.panels
    return [first, *([max(others, key=lambda one: _apart(first.body, one.body))] if others else [])]


def _apart(one: Body, other: Body) -> float:
    return sum(math.dist(point, other.points[name]) for name, point in one.points.items())


def tile_svg(pictures: Sequence[Picture], side: int) -> str:
    """A square, `side` pixels wide: both ends of one move, or how far each of several goes."""
    panels = _both_ends(pictures[0], side) if len(pictures) == 1 else _several(pictures[:MOST_MOVES], side)
    words = ", ".join(dict.fromkeys(one.exercise.title for one in pictures))
    return render(TEMPLATE, panels=list(panels), titles=(), words=words, width=side, height=side)


def _both_ends(picture: Picture, side: int) -> Iterator[PlacedPanel]:
    """The two poses beside each other or one above the other, whichever way they are larger."""
    panels, whole = ends(picture), picture.room
    beside = [replace(whole, left=room.left, right=room.right) for room in map(picture.room_of, panels)]
    above = [replace(whole, top=room.top, bottom=room.bottom) for room in map(picture.room_of, panels)]
    inner, gaps = side * (1 - 2 * MARGIN), (len(panels) - 1) * side * GAP
    wide, high = sum(room.width for room in beside), sum(room.height for room in above)
    scale_beside = min((inner - gaps) / wide, inner / whole.height, MOST_SCALE * side)
    scale_above = min(inner / whole.width, (inner - gaps) / high, MOST_SCALE * side)
    if scale_beside >= scale_above:
        left, top = (side - gaps - wide * scale_beside) / 2, (side - whole.height * scale_beside) / 2
        for panel, room in zip(panels, beside, strict=True):
            yield placed_panel(picture, panel, scale_beside, (left, top), room)
            left += room.width * scale_beside + side * GAP
    else:
        left, top = (side - whole.width * scale_above) / 2, (side - gaps - high * scale_above) / 2
        for panel, room in zip(panels, above, strict=True):
            yield placed_panel(picture, panel, scale_above, (left, top), room)
            top += room.height * scale_above + side * GAP


def _several(pictures: Sequence[Picture], side: int) -> Iterator[PlacedPanel]:
    """How far each move goes, in two rows of cells."""
    columns = -(-len(pictures) // 2)
    width, height = (side * (1 - 2 * MARGIN - (count - 1) * GAP) / count for count in (columns, 2))
    for place, picture in enumerate(pictures):
        panel = ends(picture)[-1]
        room = picture.room_of(panel)
        scale = min(width / room.width, height / room.height, MOST_SCALE * side)
        row, column = divmod(place, columns)
        left = side * MARGIN + column * (width + side * GAP) + (width - room.width * scale) / 2
        top = side * MARGIN + row * (height + side * GAP) + (height - room.height * scale) / 2
        yield placed_panel(picture, panel, scale, (left, top), room)
