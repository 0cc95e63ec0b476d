"""What of a session was done: counted from the positions that were heard, whatever jumps lie between them."""

from __future__ import annotations

from collections.abc import Sequence

from voicecoach.timeline.edit import StepName, named_steps
from voicecoach.timeline.model import Timeline
from voicecoach.timeline.places import step_at
from voicecoach.times import Ms

DONE_SHARE = 0.8
"""A step of which this much was heard counts as done."""

ROUNDING_MS = 1
RESUMED_WITHIN_MS = 500
"""The first look after a jump sees it so much later at most."""


class Progress:
    """How much of every step has been heard. A step to which a jump leads begins anew."""

    def __init__(self, timeline: Timeline) -> None:
        self.heard_ms = Ms(0)
        self._heard_ms: dict[tuple[StepName, int], int] = {}
        self._done = set[tuple[StepName, int]]()
        self._follow(timeline)
        self._at = self._played_ms = Ms(0)
        self._stopped: Ms | None = None

    def begin_with(self, done: Sequence[bool], heard_ms: Ms, at: Ms) -> None:
        """Count on from an earlier time, which ended at `at`; `done` says it for each step, in order.

        A jump to `at` goes on with the step there instead of beginning it anew.
        """
        self.heard_ms, self._stopped = heard_ms, at
        self._done.update(name for name, was_done in zip(self._names, done, strict=True) if was_done)

    def follow(self, timeline: Timeline, at: Ms, played_ms: Ms) -> None:
        """The position heard now is `at`; the device has played `played_ms` so far, pauses as well.

        `timeline` is the one before, or the same workout laid out anew. Where the position went further than the
        device has played, or back, it has jumped.
        """
        since, before_ms = self._at, self._played_ms
        self._at, self._played_ms = at, played_ms
        if timeline is not self._timeline:
            self._follow(timeline)
        elif 0 <= at - since <= played_ms - before_ms + ROUNDING_MS:
            self._count(since, at)
        else:
            self._jump(at)

    def finish(self, timeline: Timeline, at: Ms) -> None:
        """The work at `at` is done, however much of it was heard: it lasts until whoever does it says so."""
        self._done.add(list(named_steps(timeline))[step_at(timeline, at)])

    def done(self, timeline: Timeline) -> tuple[bool, ...]:
        """Whether each step of `timeline` was done, in order."""
        return tuple(name in self._done for name in named_steps(timeline))

    def _follow(self, timeline: Timeline) -> None:
        self._timeline, self._names = timeline, list(named_steps(timeline))

    def _jump(self, at: Ms) -> None:
        number = step_at(self._timeline, at)
        resumed = self._stopped is not None and 0 <= at - self._stopped <= RESUMED_WITHIN_MS
        self._heard_ms[self._names[number]] = at - self._timeline.steps[number].start if resumed else 0

    def _count(self, since: Ms, at: Ms) -> None:
        self.heard_ms = Ms(self.heard_ms + at - since)
        for number in range(step_at(self._timeline, since), step_at(self._timeline, at) + 1):
            step, name = self._timeline.steps[number], self._names[number]
            heard_ms = self._heard_ms.get(name, 0) + min(at, step.end) - max(since, step.start)
            self._heard_ms[name] = heard_ms
            if heard_ms >= DONE_SHARE * (step.end - step.start):
                self._done.add(name)
