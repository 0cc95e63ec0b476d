"""A session in rows of some minutes each, as text is in lines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from voicecoach.outputs.plot.lanes import Mark, Marks, marks
from voicecoach.timeline.model import Timeline
from voicecoach.times import MINUTE_MS, Ms

MOST_ROWS = 13
LENGTHS_MS = tuple(minutes * MINUTE_MS for minutes in (5, 10, 15, 30, 60))
"""How long rows are at most: the first of these that needs no more than `MOST_ROWS`, else whole hours.

One row more than an hour has of five minutes: what is called an hour, or two, takes a little longer.
"""
STEP_MS = 30_000
"""Rows are so long or a multiple of it, except for the only one of a short session."""
TICKS_MS = (1000, 2000, 5000, 10_000, 30_000, 60_000, 120_000, 300_000, 600_000, 1_800_000, 3_600_000)
MOST_TICKS = 12


@dataclass(frozen=True, slots=True)
class Row:
    """A stretch of the session from `start` to `end`, drawn on a line that has room for `room` ms.

    `lanes` are the marks in it; one that began earlier or goes on in the next row is cut there. `ticks` are its times.
    """

    start: Ms
    end: Ms
    room: Ms
    lanes: Marks
    ticks: tuple[Ms, ...]


def rows(timeline: Timeline, lanes: Marks | None = None) -> list[Row]:
    """All of a session, whose marks are `lanes`; a short one has one row that it fills."""
    room, lanes = row_ms(timeline.duration), lanes or marks(timeline)
    starts = range(0, max(timeline.duration, 1), room)
    cut = {lane: _cut(in_lane, room, len(starts)) for lane, in_lane in lanes.items()}
    return [_row(timeline, Ms(start), room, {lane: cut[lane][at] for lane in lanes}) for at, start in enumerate(starts)]


def row_ms(duration: Ms) -> Ms:
    """How much time stands in a row: no more than need be, so that the last isn't nearly empty."""
    if duration <= LENGTHS_MS[0]:
        return Ms(max(duration, 1))
    hours = -(-duration // (MOST_ROWS * LENGTHS_MS[-1])) * LENGTHS_MS[-1]
    longest = next((one for one in LENGTHS_MS if one * MOST_ROWS >= duration), hours)
    count = -(-duration // longest)
    return Ms(-(-duration // (count * STEP_MS)) * STEP_MS)


def tick_ms(room: Ms) -> Ms:
    """The time between two ticks of a row."""
    return Ms(next((one for one in TICKS_MS if one * MOST_TICKS >= room), TICKS_MS[-1]))


def _row(timeline: Timeline, start: Ms, room: Ms, lanes: Marks) -> Row:
    end = Ms(min(start + room, timeline.duration))
    every = tick_ms(room)
    ticks = tuple(Ms(at) for at in range(-(-start // every) * every, end + 1, every))
    return Row(start, end, room, lanes, ticks)


def _cut(in_lane: Sequence[Mark], room: Ms, count: int) -> Mapping[int, tuple[Mark, ...]]:
    """The marks of a lane by rows."""
    found: dict[int, list[Mark]] = {row: [] for row in range(count)}
    for mark in in_lane:
        for row, piece in _pieces(mark, room, count):
            found[row].append(piece)
    return {row: tuple(pieces) for row, pieces in found.items()}


def _pieces(mark: Mark, room: Ms, count: int) -> Iterator[tuple[int, Mark]]:
    """A mark, cut where rows end; what goes on from the row before says so."""
    first = min(mark.start // room, count - 1)
    last = min(max(mark.end - 1, mark.start) // room, count - 1)
    for row in range(first, last + 1):
        start, end = max(mark.start, Ms(row * room)), min(mark.end, Ms((row + 1) * room)) if row < last else mark.end
        label = f"… {mark.label}" if row > first and mark.label else mark.label
        yield row, mark._replace(start=start, end=end, label=label)
