"""What of a session was done: counted from the positions that were heard, whatever jumps lie between them."""

from __future__ import annotations

from collections.abc import Sequence

from voicecoach.timeline.edit import named_steps
from voicecoach.timeline.model import Timeline
from voicecoach.timeline.places import step_at
from voicecoach.times import Ms

DONE_SHARE = 0.8
"""A step of which this much was heard counts as done."""

LONGEST_GLIMPSE_MS = 1000
"""Between two looks the position moves on by what was heard; by more than this it has jumped."""


class Progress:
    """How much of every step has been heard. A step to which a jump leads begins anew."""

    def __init__(self, timeline: Timeline) -> None:
        self.heard_ms = Ms(0)
        self._timeline, self._names = timeline, list(named_steps(timeline))
        self._heard_ms = dict.fromkeys(self._names, 0)
        self._done = set[object]()
        self._last: tuple[Timeline, Ms] = (timeline, Ms(0))

    def begin_with(self, done: Sequence[bool], heard_ms: Ms) -> None:
        """Count on from an earlier time; `done` says it for each step, in order."""
        self.heard_ms = heard_ms
        self._done.update(name for name, was_done in zip(self._names, done, strict=False) if was_done)

    def go_over(self, timeline: Timeline) -> None:
        """From now on the workout is this timeline: the same steps, or most of them, at other times."""
        self._timeline, self._names = timeline, list(named_steps(timeline))
        self._heard_ms = {name: self._heard_ms.get(name, 0) for name in self._names}

    def follow(self, timeline: Timeline, at: Ms) -> None:
        """The position heard now is `at`."""
        (before, since), self._last = self._last, (timeline, at)
        if timeline is not self._timeline:
            return
        if before is timeline and 0 <= at - since <= LONGEST_GLIMPSE_MS:
            self._count(since, at)
        elif before is timeline:
            self._heard_ms[self._names[step_at(timeline, at)]] = 0

    def _count(self, since: Ms, at: Ms) -> None:
        self.heard_ms = Ms(self.heard_ms + at - since)
        for number in range(step_at(self._timeline, since), step_at(self._timeline, at) + 1):
            step, name = self._timeline.steps[number], self._names[number]
            self._heard_ms[name] += min(at, step.end) - max(since, step.start)
            if self._heard_ms[name] >= DONE_SHARE * (step.end - step.start):
                self._done.add(name)

    def done(self) -> tuple[bool, ...]:
        """Whether each step of the timeline was done, in order."""
        return tuple(name in self._done for name in self._names)
