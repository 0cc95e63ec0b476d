"""Where there is room on a timeline: stretches of time that are taken, and the first gap that a line fits into."""

from __future__ import annotations

from bisect import bisect_left, insort

from voicecoach.times import GRID_MS, Ms, up_to_grid

CLEARANCE_MS = 200
"""A floating line keeps this distance from every other line, and begins no sooner before a tone."""


class Taken:
    """The times within a step at which something sounds, in ms of the whole timeline."""

    def __init__(self, spans: list[tuple[int, int]]) -> None:
        self._spans = sorted(spans)
        self._longest = max((end - start for start, end in spans), default=0)

    def add(self, start: int, end: int) -> None:
        """Take the time from `start` to `end`."""
        insort(self._spans, (start, end))
        self._longest = max(self._longest, end - start)

    def room(self, length: int, earliest: int, latest: int, start_by: int | None = None) -> Ms | None:
        """The first start on the grid, from `earliest`, at which `length` ms are free and end by `latest`."""
        at = up_to_grid(earliest)
        last = latest - length if start_by is None else min(latest - length, start_by)
        if at > last:
            return None
        for start, end in self._spans[self._first_past(at - CLEARANCE_MS) :]:
            if end + CLEARANCE_MS <= at:
                continue
            if start - CLEARANCE_MS >= at + length:
                break
            at = up_to_grid(end + CLEARANCE_MS)
            if at > last:
                return None
        return at

    def near(self, length: int, moment: int, most_off: int, span: tuple[int, int]) -> Ms | None:
        """The start nearest to `moment`, at most `most_off` ms away, at which nothing else sounds; on the grid.

        All of it is within `span`.
        """
        shifts = sorted(range(-most_off, most_off + 1, GRID_MS), key=abs)
        starts = (up_to_grid(moment + shift) for shift in shifts)
        within = (at for at in starts if span[0] <= at and at + length <= span[1])
        return next((at for at in within if self._is_free(at, at + length)), None)

    def _is_free(self, start: int, end: int) -> bool:
        last = bisect_left(self._spans, (end, 0))
        return all(there[1] <= start for there in self._spans[self._first_past(start) : last])

    def _first_past(self, moment: int) -> int:
        """From which of the spans on one can reach past a moment."""
        return bisect_left(self._spans, (moment - self._longest, 0))
