"""The rows of the live screen for any size of terminal, from what there is to see at a position."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache

from rich.cells import cell_len, set_cell_size
from rich.text import Text

from voicecoach.terminal.canvas import Canvas, Palette, palette
from voicecoach.terminal.compact import compact, help_rows
from voicecoach.terminal.layout import NEVER, Bar, Space, solve
from voicecoach.terminal.lettering import Box, fitted, fitted_lines, form_of
from voicecoach.terminal.lines import State, clean, hints, sound_text, status
from voicecoach.terminal.lists import listing_rows
from voicecoach.terminal.scene import Scene, scene
from voicecoach.timeline.view import View
from voicecoach.times import Ms, clock

LEAST_WIDTH, LEAST_HEIGHT = 40, 12
"""Columns and rows of the smallest window with a frame."""
WIDE = 60
"""So many columns have a frame twice as wide at the sides."""
SECOND_MS = 1000
ROUNDING = 1e-9
HIGH, EDGE_ROWS, EDGE_SHARE = 45, 5, 12
"""From so many rows on the upper edge has several, of still more this part."""


def frame(view: View, state: State, canvas: Canvas) -> list[Text]:
    """At most `canvas.height` rows of at most `canvas.width` columns."""
    if state.help:
        return list(help_rows(canvas, state.address))[: canvas.height]
    if state.listing:
        return [canvas.row(*row) for row in listing_rows(state.listing, canvas.height)][: canvas.height]
    if canvas.width < LEAST_WIDTH or canvas.height < LEAST_HEIGHT:
        return list(compact(view, state, canvas))[: canvas.height]
    return list(_framed(view, state, canvas))


def coarse(view: View, canvas: Canvas) -> View:
    """The view without what no screen of this size shows: two that are equal look the same."""
    return replace(
        view,
        at=_second(view.at),
        left=_second(view.left),
        set_progress=_step(view.set_progress, canvas.width),
        session_progress=_step(view.session_progress, canvas.width),
    )


def _step(progress: float, steps: int) -> float:
    return int(progress * steps + ROUNDING) / max(1, steps)


def _second(at: Ms) -> Ms:
    return Ms((at + SECOND_MS // 2) // SECOND_MS * SECOND_MS)


def _framed(view: View, state: State, canvas: Canvas) -> Iterator[Text]:
    """A frame in the colour of the step, which holds the times and the keys, around all that is to be read."""
    colours = palette(view.kind, canvas.colours, lit=view.tick > 0)
    side = 2 if canvas.width >= WIDE else 1
    space = Space(canvas.width - 2 * side - 2, canvas.height - _edge_rows(canvas) - 1, canvas.grain)
    found = scene(view, state, space)
    boxes = solve(found.ways, space)
    yield from _upper_edge(view, state, canvas, colours)
    for pieces in _rows(found, boxes, view, canvas, space):
        yield _row(pieces, canvas.width, side, colours)
    yield _band(hints(state, canvas.width - 2 - len(sound_text(state))), "", sound_text(state), canvas, colours.done)


Piece = tuple[int, str, str]
"""Where some text begins, the text, and the name of its style in the palette."""


def _rows(
    found: Scene, boxes: Mapping[str, Box], view: View, canvas: Canvas, space: Space
) -> Iterator[tuple[Piece, ...]]:
    """What stands in each row."""
    pieces: list[list[Piece]] = [[] for _ in range(space.rows)]
    for name, box in boxes.items():
        for number, row in enumerate(_drawn(found, name, box, view, canvas)):
            if box.top + number < space.rows:
                pieces[box.top + number] += [(box.left + at, text, style) for at, text, style in row]
    return (tuple(sorted(row)) for row in pieces)


def _drawn(found: Scene, name: str, box: Box, view: View, canvas: Canvas) -> Iterator[tuple[Piece, ...]]:
    shown = found.shown[name]
    if isinstance(shown.what, Bar):
        bar = _bar(view.set_progress, box, canvas)
        return (bar for _ in range(box.rows))
    if shown.is_list:
        rows = fitted_lines(tuple(clean(text, canvas.encoding) for text in shown.texts), box, canvas.grain)
    else:
        free = replace(box, height=_free_height(box, canvas)) if shown.is_free else box
        rows = fitted(tuple(clean(text, canvas.encoding) for text in shown.texts), free, canvas.grain)
    return (_piece(_cut(row, box.columns, canvas), box.columns, shown.style) for row in rows)


def _free_height(box: Box, canvas: Canvas) -> int:
    """Short cues are somewhat larger than long ones."""
    return min(box.rows * canvas.grain.down, box.height * 2 or NEVER)


def _piece(row: str, columns: int, style: str) -> tuple[Piece, ...]:
    """What is to be noticed stands on a ground of its own from side to side."""
    if style == "notice":
        return ((0, set_cell_size(row, columns), style),)
    text = row.strip(" ")
    return ((len(row) - len(row.lstrip(" ")), text, style),) if text else ()


def _cut(row: str, columns: int, canvas: Canvas) -> str:
    if cell_len(row) <= columns:
        return row
    return f"{set_cell_size(row, columns - 1)}…" if canvas.draws else set_cell_size(row, columns)


def _bar(progress: float, box: Box, canvas: Canvas) -> tuple[Piece, ...]:
    full, empty = ("━─" if box.rows == 1 else "█░") if canvas.draws else "#-"
    done = int(box.columns * progress)
    return (0, full * done, "accent"), (done, empty * (box.columns - done), "soft")


@lru_cache(512)
def _row(pieces: tuple[Piece, ...], width: int, side: int, colours: Palette) -> Text:
    """One row of the window: both sides of the frame and what stands between."""
    row = Text(" " * side, colours.done)
    row = Text(no_wrap=True)
    row.append(" " * side, colours.done)
    row.append(" ", colours.ground)
    at = 0
    for start, text, style in pieces:
        row.append(" " * (start - at), colours.ground)
        row.append(text, getattr(colours, style))
        at = start + cell_len(text)
    row.append(" " * (width - 2 * side - 1 - at), colours.ground)
    row.append(" " * side, colours.done)
    return row


def _edge_rows(canvas: Canvas) -> int:
    """The rows of the upper edge: in high windows its times are large."""
    return max(EDGE_ROWS, canvas.height // EDGE_SHARE) if canvas.height >= HIGH else 1


def _upper_edge(view: View, state: State, canvas: Canvas, colours: Palette) -> Iterator[Text]:
    """The times, and how far the session is: the frame is filled so far."""
    rows = _edge_rows(canvas)
    behind, left = clock(view.at), f"{clock(view.left)} left"
    if rows == 1:
        row = _band(behind, status(view, state), left, canvas, colours.todo)
        yield _filled(row, view, colours)
        return
    for one, other in zip(_edge_text(behind, rows, canvas), _edge_text(left, rows, canvas), strict=True):
        yield _filled(_band(f" {one}", "", f"{other} ", canvas, colours.todo), view, colours)


def _edge_text(text: str, rows: int, canvas: Canvas) -> list[str]:
    """A text in the edge, in letters with a free row above and below."""
    grain = canvas.grain
    form = form_of(text, Box(0, 0, rows, canvas.width // 2 - 2, (rows - 2) * grain.down), 1, grain)
    columns, height = (form.columns(grain), form.height) if form else (len(text), 0)
    return [set_cell_size(row, columns) for row in fitted((text,), Box(0, 0, rows, columns, height), grain)]


def _filled(row: Text, view: View, colours: Palette) -> Text:
    row.stylize(colours.done, 0, int(len(row) * view.session_progress))
    return row


def _band(left: str, middle: str, right: str, canvas: Canvas, style: str) -> Text:
    """A row of the frame with up to three texts in it; where they have no room the one at the left gives way."""
    room = canvas.width - 2
    sides = cell_len(left) + cell_len(right)
    start = (room - cell_len(middle)) // 2
    if middle and (start <= cell_len(left) or start + cell_len(middle) >= room - cell_len(right)):
        left, middle, sides = middle, "", cell_len(middle) + cell_len(right)
    if middle:
        text = set_cell_size(set_cell_size(left, start) + middle, room - cell_len(right)) + right
    else:
        text = f"{left}{' ' * (room - sides)}{right}" if sides < room else left
    return Text(clean(set_cell_size(f" {text}", canvas.width), canvas.encoding), style)
