"""What of a session was done: counted from the positions that were heard, whatever jumps lie between them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from voicecoach.timeline.edit import Place, named_steps, renamed_place
from voicecoach.timeline.model import TimedStep, Timeline
from voicecoach.timeline.places import WORKING, SetName, set_of, step_at
from voicecoach.times import Ms

DONE_SHARE = 0.8
"""A step of which this much was heard counts as done."""

ROUNDING_MS = 1
ON_THE_BEAT_MS = 100
"""Who stops on a number, or so shortly before it, has done that repetition."""


class Progress:
    """How much of every step has been heard. A step to which a jump from another one leads begins anew.

    `enough` are the sets of which less than all is enough, as a share: a range's low number of its high one.
    """

    def __init__(self, timeline: Timeline) -> None:
        self.heard_ms = Ms(0)
        self.enough: Mapping[SetName, float] = {}
        self._heard_ms: dict[Place, int] = {}
        self._most_ms: dict[Place, int] = {}
        self._done = set[Place]()
        self._follow(timeline)
        self._at = self._played_ms = Ms(0)
        self._stopped: Ms | None = None

    def begin_with(self, done: Sequence[bool], heard_ms: Ms, at: Ms) -> None:
        """Count on from an earlier time, which ended at `at`; `done` says it for each step, in order.

        The first jump to `at`, however much later it is seen, goes on with the step there instead of beginning it anew.
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
            self._jump(since, at)

    def finish(self, timeline: Timeline, at: Ms) -> None:
        """The work at `at` is done, however much of it was heard: it lasts until whoever does it says so."""
        self._done.add(list(named_steps(timeline))[step_at(timeline, at)])

    def add(self, place: Place) -> None:
        """Count a step as done, as the listener says."""
        self._done.add(place)

    def done(self, timeline: Timeline) -> tuple[bool, ...]:
        """Whether each step of `timeline` was done, in order."""
        return tuple(name in self._done for name in named_steps(timeline))

    def reps_done(self, timeline: Timeline) -> tuple[int | None, ...]:
        """For each step in order the repetitions of a range that was ended before its high number; else None."""
        return tuple(self._reps_done(name, step) for name, step in named_steps(timeline).items())

    def _reps_done(self, name: Place, step: TimedStep) -> int | None:
        if name not in self._done or name not in self._most_ms or not step.reps or set_of(step) not in self.enough:
            return None
        reps = (self._most_ms[name] + ON_THE_BEAT_MS) * step.reps // (step.end - step.start)
        return reps if reps < step.reps else None

    def has_skipped(self, timeline: Timeline, at: Ms) -> bool:
        """Whether some work before `at` was not done, or the work at `at` won't be when the rest of it is heard."""
        places = list(named_steps(timeline).items())[: step_at(timeline, at) + 1]
        return any(
            step.kind in WORKING and place not in self._done and not (step.end > at and self._will_do(place, step, at))
            for place, step in places
        )

    def _will_do(self, place: Place, step: TimedStep, at: Ms) -> bool:
        heard_ms = self._heard_ms.get(place, 0) + step.end - at
        return heard_ms >= self._enough_of(step) * (step.end - step.start)

    def go_over(self, renamed: Mapping[str, str]) -> None:
        """From now on other exercises stand in for these: what was done of one counts for the other."""
        self._done |= {renamed_place(place, renamed) for place in self._done}
        self._heard_ms |= {renamed_place(place, renamed): heard for place, heard in self._heard_ms.items()}

    def _follow(self, timeline: Timeline) -> None:
        self._timeline, self._names = timeline, list(named_steps(timeline))

    def _jump(self, since: Ms, at: Ms) -> None:
        """Within a step, what is to be heard again doesn't count yet."""
        number = step_at(self._timeline, at)
        stopped = self._stopped
        resumed = stopped is not None and at >= stopped and number == step_at(self._timeline, stopped)
        if resumed:
            self._stopped = None
        heard_ms = at - self._timeline.steps[number].start if resumed else 0
        if number == step_at(self._timeline, since) and not resumed:
            heard_ms = max(0, self._heard_ms.get(self._names[number], 0) - max(0, since - at))
        self._heard_ms[self._names[number]] = heard_ms

    def _count(self, since: Ms, at: Ms) -> None:
        self.heard_ms = Ms(self.heard_ms + at - since)
        for number in range(step_at(self._timeline, since), step_at(self._timeline, at) + 1):
            step, name = self._timeline.steps[number], self._names[number]
            heard_ms = self._heard_ms.get(name, 0) + min(at, step.end) - max(since, step.start)
            self._heard_ms[name] = heard_ms
            self._most_ms[name] = max(heard_ms, self._most_ms.get(name, 0))
            if heard_ms >= self._enough_of(step) * (step.end - step.start) - self._early_ms(step):
                self._done.add(name)

    def _enough_of(self, step: TimedStep) -> float:
        return min(DONE_SHARE, self.enough.get(set_of(step), DONE_SHARE)) if step.kind in WORKING else DONE_SHARE

    def _early_ms(self, step: TimedStep) -> int:
        return ON_THE_BEAT_MS if step.kind in WORKING and set_of(step) in self.enough else 0
