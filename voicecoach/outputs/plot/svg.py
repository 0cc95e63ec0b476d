"""The picture of a session as SVG: it needs nothing to be seen but a browser, and is sharp at any size."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

from voicecoach.figures.svg import style as figure_style
from voicecoach.outputs.plot.lanes import MEANINGS, Lane, Mark, marks, shorter
from voicecoach.outputs.plot.moves import HEIGHT_PX, Drawing, Move, fitting_drawing, moves
from voicecoach.outputs.plot.rows import Row, rows
from voicecoach.plan.script import StepKind
from voicecoach.plan.workout import Workout, for_client
from voicecoach.templates import safe_text, template
from voicecoach.timeline.model import Timeline
from voicecoach.times import Ms, clock

TEMPLATE = Path(__file__).parent / "plot.svg.jinja"

FONTS = (
    "Segoe UI, Helvetica Neue, Helvetica, Arial, Liberation Sans, DejaVu Sans, Noto Sans, Open Sans, Roboto, Ubuntu, "
    "Cantarell, Nimbus Sans, FreeSans, sans-serif"
)
"""One of them is on nearly every system."""
LEFT, DRAWN, RIGHT = 66, 1000, 26
"""The widths of the lanes' names, of what is drawn, and of the edge, in pixels."""
TOP, GAP = 62, 16
"""Above the first row, and between rows."""
HEIGHTS: Mapping[Lane, int] = {
    Lane.NAMES: 17,
    Lane.STEPS: 20,
    Lane.TOLD: 9,
    Lane.COUNTS: 9,
    Lane.CUES: 9,
    Lane.CALLS: 9,
    Lane.SIGNALS: 9,
    Lane.TICKS: 9,
    Lane.SILENCE: 13,
}
BETWEEN, AXIS = 2, 15
"""Between two lanes, and for the times below them."""
LEAST_WIDTH = 1.2
"""What sounds only for a moment is drawn so wide, where there is room."""
CHARACTER_WIDTHS = {Lane.NAMES: 8.0}
CHARACTER_WIDTH = 6.0
"""About the most that a character of the labels takes, whatever the font."""
TITLE_CHARACTERS, ABOUT_CHARACTERS = 80, 130
LEAST_CHARACTERS = 7
"""A label that is cut off still has so many."""
LABELLED = frozenset({Lane.NAMES, Lane.STEPS, Lane.SILENCE})
STEP_NAMES: Mapping[StepKind, str] = {
    StepKind.WORK: "work",
    StepKind.HOLD: "hold",
    StepKind.CHANGE: "change of sides",
    StepKind.LEAD_IN: "opening, lead-in",
    StepKind.REST: "rest",
    StepKind.OUTRO: "end",
}
COLUMNS, COLUMN_WIDTH, LINE_HEIGHT = 3, 340, 17
"""Of the legend of lanes."""


@dataclass(frozen=True, slots=True)
class Box:
    """A mark as it is drawn, in pixels from the upper left corner."""

    x: float
    y: float
    width: float
    height: float
    lane: Lane
    kind: str
    label: str
    about: str


@dataclass(frozen=True, slots=True)
class Tick:
    """A time below a row."""

    x: float
    text: str


@dataclass(frozen=True, slots=True)
class DrawnMove:
    """A figure above a row: its left upper corner, and whose it is."""

    x: float
    y: float
    title: str
    drawing: Drawing


@dataclass(frozen=True, slots=True)
class DrawnRow:
    """A row with its upper edge, its lanes' upper edges, what is in them, its times, and the figures above it."""

    y: float
    width: float
    tops: Mapping[Lane, float]
    boxes: tuple[Box, ...]
    ticks: tuple[Tick, ...]
    moves: tuple[DrawnMove, ...] = ()


ROW_HEIGHT = sum(HEIGHTS.values()) + BETWEEN * len(HEIGHTS) + AXIS


def svg(workout: Workout, timeline: Timeline) -> str:
    """The text of an SVG file (write it as UTF-8): rows of lanes, light or dark as whoever looks at it likes it."""
    lanes = marks(timeline)
    title, about = heading(workout), subheading(workout, timeline)
    drawn = list(_drawn_rows(rows(timeline, lanes), moves(workout, timeline)))
    legend_y = drawn[-1].y + ROW_HEIGHT + GAP + LINE_HEIGHT
    kinds = [kind for kind in StepKind if any(step.kind == kind for step in timeline.steps)]
    from markupsafe import Markup

    return template(TEMPLATE, safe_text).render(
        fonts=FONTS,
        title=title,
        shown_title=shortened(title, TITLE_CHARACTERS),
        about=about,
        shown_about=shortened(about, ABOUT_CHARACTERS),
        description=" ".join(_description(timeline, lanes[Lane.SILENCE])),
        width=LEFT + DRAWN + RIGHT,
        height=legend_y + LINE_HEIGHT * (2 + -(-len(MEANINGS) // COLUMNS)),
        left=LEFT,
        rows=drawn,
        drawings={move.drawing.name: move.drawing for row in drawn for move in row.moves},
        figures=Markup(figure_style()),  # noqa: S704 - a file of ours
        row_height=ROW_HEIGHT,
        heights=HEIGHTS,
        axis=AXIS,
        steps=[(LEFT + at * 165, legend_y, str(kind), STEP_NAMES[kind]) for at, kind in enumerate(kinds)],
        meanings=list(_legend(legend_y + LINE_HEIGHT * 1.5)),
    )


def heading(workout: Workout) -> str:
    """`Glutes strength for runners, week 1 of 6, for Sam`."""
    of_weeks = f" of {workout.weeks}" if workout.weeks > 1 else ""
    return for_client(f"{workout.title}{of_weeks}", workout.client)


def subheading(workout: Workout, timeline: Timeline) -> str:
    """`28:11, to fetch: a resistance band; a chair or sofa`: its length, and what it takes."""
    fetched = "; ".join(workout.fetched)
    return ", to fetch: ".join(filter(None, [clock(timeline.duration), fetched]))


def _description(timeline: Timeline, silences: Sequence[Mark]) -> Iterator[str]:
    """What the picture tells, for those who don't see it."""
    yield f"A time line of {clock(timeline.duration)}."
    yield from (f"{clock(one.start)} {one.title}." for one in timeline.chapters)
    longest = max(silences, key=lambda one: one.end - one.start, default=None)
    if longest:
        yield f"Silences: {len(silences)}, the longest {longest.label} at {clock(longest.start)}."


def _legend(y: float) -> Iterator[tuple[float, float, str, str]]:
    for at, (lane, meaning) in enumerate(MEANINGS.items()):
        column, line = at % COLUMNS, at // COLUMNS
        yield LEFT + column * COLUMN_WIDTH, y + line * LINE_HEIGHT, str(lane), meaning


def _drawn_rows(found: Sequence[Row], shown: Sequence[Move]) -> Iterator[DrawnRow]:
    """The rows one below the other; there is room above those in which an exercise is shown, once."""
    y, left = float(TOP), list(shown)
    for row in found:
        placed = [(move, _placed(move, row, y)) for move in left]
        left = [move for move, drawn in placed if drawn is None]
        above = tuple(drawn for _, drawn in placed if drawn)
        y += HEIGHT_PX + BETWEEN if above else 0
        yield replace(_drawn(row, y), moves=above)
        y += ROW_HEIGHT + GAP


def _placed(move: Move, row: Row, top: float) -> DrawnMove | None:
    """A figure above a row, if its exercise is done there long enough."""
    start, end = max(move.start, row.start), min(move.end, row.end)
    drawing = fitting_drawing(move, _x(row, end) - _x(row, start)) if start < end else None
    if drawing is None:
        return None
    return DrawnMove(_x(row, start), round(top + HEIGHT_PX - drawing.height, 1), move.title, drawing)


def _drawn(row: Row, y: float) -> DrawnRow:
    tops = dict(_tops(y))
    boxes = (box for lane, in_lane in row.lanes.items() for box in _boxes(row, lane, in_lane, tops[lane]))
    ticks = (Tick(_x(row, at), clock(at)) for at in row.ticks)
    return DrawnRow(y, _x(row, row.end) - LEFT, tops, tuple(boxes), tuple(ticks))


def _tops(y: float) -> Iterator[tuple[Lane, float]]:
    for lane, height in HEIGHTS.items():
        yield lane, y
        y += height + BETWEEN


def _x(row: Row, at: Ms) -> float:
    return round(LEFT + DRAWN * (at - row.start) / row.room, 2)


def _boxes(row: Row, lane: Lane, in_lane: Sequence[Mark], top: float) -> Iterator[Box]:
    for mark, following in pairwise([*in_lane, None]):
        if mark is None:
            continue
        x = _x(row, mark.start)
        end = _x(row, following.start) if following else _x(row, row.end)
        width = max(_x(row, mark.end) - x, min(LEAST_WIDTH, end - x))
        label = fitting(mark.label, width, lane) if lane in LABELLED else ""
        yield Box(x, top, round(width, 2), HEIGHTS[lane], lane, mark.kind, label, mark.about)


def fitting(label: str, width: float, lane: Lane) -> str:
    """As much of a label as surely fits into `width` pixels, by whole parts; less of one only in the lane of names.

    Nothing if that would be too little to be read.
    """
    room = int((width - 4) / CHARACTER_WIDTHS.get(lane, CHARACTER_WIDTH))
    found = next((one for one in shorter(label) if _cells(one) <= room), "")
    return found or (shortened(label, room) if lane is Lane.NAMES and room > LEAST_CHARACTERS else "")


def shortened(text: str, room: int) -> str:
    """As much of a text as takes no more than `room` characters, with a sign where it is cut off."""
    if _cells(text) <= room:
        return text
    while text and _cells(text) > room - 1:
        text = text[:-1]
    return f"{text.rstrip(' ,:')}…"


def _cells(text: str) -> int:
    """How many characters wide it is, as some are twice as wide as others."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)
