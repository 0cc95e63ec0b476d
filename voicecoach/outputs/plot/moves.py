"""Small figures in the picture of a session, where each exercise begins for the first time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from voicecoach.definitions.model import Exercise
from voicecoach.figures.drawn import look_of
from voicecoach.figures.picture import Panel, Picture, pictures_of
from voicecoach.figures.svg import PlacedPanel, panels_svg
from voicecoach.figures.tile import coarse, ends, pair
from voicecoach.plan.workout import Workout
from voicecoach.timeline.model import Timeline
from voicecoach.times import Ms

if TYPE_CHECKING:
    from markupsafe import Markup

HEIGHT_PX = 46
"""Of figures."""
LONGEST_PX = 52.0
"""Who lies is drawn so long, about as large as who stands."""
ANY_WIDTH = 1000.0
APART_PX = 6
"""Between figures."""


@dataclass(frozen=True, slots=True)
class Move:
    """An exercise or a list that begins there, up to where the next one does, and ways to draw it, the widest first."""

    start: Ms
    end: Ms
    title: str
    drawings: tuple[Drawing, ...]


@dataclass(frozen=True, slots=True)
class Drawing:
    """So many figures, by the name under which they are used."""

    name: str
    width: float
    height: float
    count: int
    figures: Markup


def moves(workout: Workout, timeline: Timeline) -> tuple[Move, ...]:
    """Where each exercise that has a figure begins for the first time, and each list of some, in order."""
    starts = dict[tuple[int, int], Ms]()
    for chapter in timeline.chapters:
        if chapter.place is not None:
            starts.setdefault(chapter.place, chapter.start)
    drawn: dict[tuple[str, ...], tuple[Drawing, ...]] = {}
    found = []
    for place, end in zip(starts, [*list(starts.values())[1:], timeline.duration], strict=True):
        exercises = [work.exercise for work in workout.works_at(place) if work.exercise.figure]
        if exercises:
            looks = tuple(map(look_of, exercises))
            if looks not in drawn:
                drawn[looks] = tuple(_drawings(exercises, len(drawn)))
            found.append(Move(starts[place], end, " + ".join(one.title for one in exercises), drawn[looks]))
    return tuple(found)


def _drawings(exercises: Sequence[Exercise], number: int) -> Iterator[Drawing]:
    """Both ends of one move, then the far one alone; the far ends of all moves of a list, then of ever fewer."""
    shown = [(picture, tuple(ends(picture))) for picture in pictures_of(exercises)]
    if len(shown) == 1 and len(shown[0][1]) > 1:
        yield _drawing(f"move-{number}-both", shown)
    for count in range(len(shown), 0, -1):
        yield _drawing(f"move-{number}-{count}", [(picture, panels[-1:]) for picture, panels in shown[:count]])


def _drawing(name: str, shown: Sequence[tuple[Picture, tuple[Panel, ...]]]) -> Drawing:
    """Figures beside each other, on one floor."""
    pairs = [
        pair(picture, ANY_WIDTH, HEIGHT_PX, LONGEST_PX / max(picture.room.width, picture.room.height), panels=panels)
        for picture, panels in shown
    ]
    height, left = max(one.height for one in pairs), 0.0
    figures: list[PlacedPanel] = []
    for one in pairs:
        figures += map(coarse, one.placed(left, height - one.height))
        left += one.width + APART_PX
    return Drawing(name, round(left - APART_PX, 1), round(height, 1), len(figures), panels_svg(figures))


def fitting_drawing(move: Move, room: float) -> Drawing | None:
    """The largest that a room in pixels has place for."""
    return next((one for one in move.drawings if one.width + APART_PX <= room), None)
