"""A square that shows moves at a glance, without any text: where one begins and how far it goes, or several of them."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from voicecoach.figures.body import Body
from voicecoach.figures.picture import Panel, Picture, Room
from voicecoach.figures.svg import TEMPLATE, PlacedPanel, placed_panel, render

MARGIN, GAP = 0.03, 0.03
"""Around all, and between two figures, as shares of the shorter side."""
MOST_MOVES = 4
"""Of a longer list the first so many are shown."""
CLOSE = 1.3
"""Where a centimetre of a body is longer than that in the drawing, its tenths can be seen."""
_NUMBER = re.compile(r"-?\d+\.\d+")


def ends(picture: Picture) -> list[Panel]:
    """Where a move begins, and the pose that is farthest from it; one panel of what is held from the start."""
    first, *others = picture.panels
    return [first, *([max(others, key=lambda one: _apart(first.body, one.body))] if others else [])]


def _apart(one: Body, other: Body) -> float:
    return sum(math.dist(point, other.points[name]) for name, point in one.points.items())


def tile_svg(pictures: Sequence[Picture], side: int) -> str:
    """A square, `side` pixels wide: both ends of one move, or how far each of several goes."""
    if len(pictures) == 1:
        both = pair(pictures[0], side * (1 - 2 * MARGIN), side * (1 - 2 * MARGIN))
        panels = list(both.placed((side - both.width) / 2, (side - both.height) / 2))
    else:
        panels = list(_several(pictures[:MOST_MOVES], side))
    words = ", ".join(dict.fromkeys(one.exercise.title for one in pictures))
    return render(TEMPLATE, panels=panels, titles=(), words=words, width=side, height=side)


def strip_svg(picture: Picture, width: int, height: int) -> str:
    """Both ends of a move, no wider and no higher than that, in pixels."""
    both = pair(picture, width * (1 - 2 * MARGIN), height * (1 - 2 * MARGIN))
    margin = min(width, height) * MARGIN
    size = {"width": round(both.width + 2 * margin), "height": round(both.height + 2 * margin)}
    panels = list(both.placed(margin, margin))
    return render(TEMPLATE, panels=panels, titles=(), words=picture.exercise.title, **size)


@dataclass(frozen=True)
class Pair:
    """Both ends of a move, beside each other or one above the other, each with the room that it takes."""

    picture: Picture
    panels: tuple[Panel, ...]
    rooms: tuple[Room, ...]
    scale: float
    gap: float
    is_row: bool

    @property
    def width(self) -> float:
        """Of all of it."""
        widths = [room.width * self.scale for room in self.rooms]
        return sum(widths) + self.gap * (len(widths) - 1) if self.is_row else max(widths)

    @property
    def height(self) -> float:
        """Of all of it."""
        heights = [room.height * self.scale for room in self.rooms]
        return max(heights) if self.is_row else sum(heights) + self.gap * (len(heights) - 1)

    def placed(self, left: float = 0.0, top: float = 0.0) -> Iterator[PlacedPanel]:
        """The figures, their left upper corner there."""
        for panel, room in zip(self.panels, self.rooms, strict=True):
            yield placed_panel(self.picture, panel, self.scale, (left, top), room)
            left += (room.width * self.scale + self.gap) * self.is_row
            top += (room.height * self.scale + self.gap) * (not self.is_row)


def pair(
    picture: Picture,
    width: float,
    height: float,
    most_scale: float = math.inf,
    *,
    panels: tuple[Panel, ...] | None = None,
) -> Pair:
    """Both ends of a move, or other `panels`, as large as they can be within this width and height."""
    panels, whole = panels or tuple(ends(picture)), picture.room
    rooms = [picture.room_of(panel) for panel in panels]
    beside = tuple(replace(whole, left=room.left, right=room.right) for room in rooms)
    above = tuple(replace(whole, top=room.top, bottom=room.bottom) for room in rooms)
    gap = min(width, height) * GAP
    gaps = (len(panels) - 1) * gap
    scale_beside = min((width - gaps) / sum(room.width for room in beside), height / whole.height)
    scale_above = min(width / whole.width, (height - gaps) / sum(room.height for room in above))
    if scale_beside >= scale_above:
        return Pair(picture, panels, beside, min(scale_beside, most_scale), gap, is_row=True)
    return Pair(picture, panels, above, min(scale_above, most_scale), gap, is_row=False)


def coarse(panel: PlacedPanel) -> PlacedPanel:
    """A figure that is shown small, to the centimetre of a body: half as much to load. A close view stays as it is."""
    if float(panel.scale) > CLOSE:
        return panel
    shapes = [{**one, "path": _NUMBER.sub(lambda found: f"{float(found[0]):.0f}", one["path"])} for one in panel.shapes]
    return replace(panel, shapes=shapes)


def _several(pictures: Sequence[Picture], side: int) -> Iterator[PlacedPanel]:
    """How far each move goes, in two rows of cells."""
    columns = -(-len(pictures) // 2)
    width, height = (side * (1 - 2 * MARGIN - (count - 1) * GAP) / count for count in (columns, 2))
    for place, picture in enumerate(pictures):
        panel = ends(picture)[-1]
        room = picture.room_of(panel)
        scale = min(width / room.width, height / room.height)
        row, column = divmod(place, columns)
        left = side * MARGIN + column * (width + side * GAP) + (width - room.width * scale) / 2
        top = side * MARGIN + row * (height + side * GAP) + (height - room.height * scale) / 2
        yield placed_panel(picture, panel, scale, (left, top), room)
