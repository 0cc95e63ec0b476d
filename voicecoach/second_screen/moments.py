"""What a page shows from now on: the view at a position, and how it changes in the next moments.

A page that knows what comes shows it at its moment, whatever the network does meanwhile.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, replace
from typing import Any

from voicecoach.timeline.about import About
from voicecoach.timeline.model import Timeline
from voicecoach.timeline.view import View, view_at
from voicecoach.times import Ms

AHEAD_MS = 2000
"""How far a page sees ahead."""
LOOK_MS = 50
"""Nothing is shown for a shorter time."""
EXACT_MS = 5

_MOVING = ("at", "left", "set_progress", "session_progress")
"""What changes at every moment."""


class Moments:
    """The views of a timeline around a position, and where they change."""

    def __init__(self, timeline: Timeline, about: Mapping[str, About]) -> None:
        self.timeline = timeline
        self._about = about
        self._views: list[View] = []
        self._end = Ms(0)
        """So far it was looked."""

    def after(self, view: View) -> list[dict[str, Any]]:
        """How what is shown changes after `view`: each moment with what is other than at the one before."""
        if not self._views or not self._views[0].at <= view.at <= self._end:
            self._views, self._end = [view], view.at
        self._look_on(Ms(min(view.at + AHEAD_MS, self.timeline.duration)))
        while len(self._views) > 1 and self._views[1].at <= view.at:
            self._views.pop(0)
        coming = [one for one in self._views if one.at > view.at]
        coming.append(self._at(self._end))
        return [_changes(before, after) for before, after in zip([view, *coming], coming, strict=False)]

    def _look_on(self, until: Ms) -> None:
        while self._end < until:
            start, self._end = self._end, Ms(min(self._end + LOOK_MS, until))
            before, after = self._views[-1], self._at(self._end)
            if _is_same(before, after):
                continue
            self._views += self._between(start, after)

    def _between(self, start: Ms, after: View) -> tuple[View, View]:
        """The last moment before a change and the first one after it."""
        before = self._at(start)
        while after.at - before.at > EXACT_MS:
            middle = self._at(Ms((before.at + after.at) // 2))
            if _is_same(before, middle):
                before = middle
            else:
                after = middle
        return before, after

    def _at(self, at: Ms) -> View:
        return view_at(self.timeline, self._about, at)


def _is_same(one: View, other: View) -> bool:
    """Whether only time has passed between them."""
    return one == replace(other, **{name: getattr(one, name) for name in _MOVING})


def _changes(before: View, after: View) -> dict[str, Any]:
    names = ["at", "set_progress", *(name for name in View.__slots__ if name not in _MOVING)]
    plain = asdict(after)
    return {name: plain[name] for name in names if name == "at" or getattr(before, name) != getattr(after, name)}
