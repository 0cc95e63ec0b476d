"""What the history is told of a live session, and what it knows of an earlier one that was interrupted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from voicecoach.clock import local_now
from voicecoach.counted import counted
from voicecoach.history.advice import next_week, to_resume
from voicecoach.history.model import Felt, SessionId, TrainedStep, Training
from voicecoach.history.repeat import is_whole, options_of
from voicecoach.history.store import History
from voicecoach.pipeline.prepare import Prepared
from voicecoach.player.live_session import LiveSession
from voicecoach.times import Ms, clock

WORTH_RESUMING_MS = 5000
"""Who stopped earlier than this has hardly begun."""


class Memory:
    """The training that is going on, as the history will have it. SESSION is what was typed."""

    def __init__(self, typed: str, prepared: Prepared, playing: LiveSession) -> None:
        self._playing = playing
        self._history = History()
        self._training = _new_training(SessionId.of(typed), prepared, local_now())

    def interrupted(self) -> Ms | None:
        """Where the same session was left lately without an end, if it was; its plan has to be the same as now."""
        before = self._before()
        return before.stopped_at_ms if before else None

    def go_on(self) -> None:
        """Go on with the interrupted training, in the player and in the history."""
        before = self._before()
        if before and before.stopped_at_ms is not None:
            self._training = before
            done = [step.done for step in before.steps]
            self._playing.resume_from(before.stopped_at_ms, done, before.trained_ms)

    def _before(self) -> Training | None:
        now = self._training
        last = to_resume(self._history.trainings(now.session), local_now())
        if last is None or (last.stopped_at_ms or 0) < WORTH_RESUMING_MS:
            return None
        same = (last.week, last.options, last.planned_ms) == (now.week, now.options, now.planned_ms)
        return last if same and _undone(last.steps) == _undone(now.steps) else None

    def save(self) -> None:
        """Write down how far it has come; nothing when nothing was heard yet."""
        playing, training = self._playing, self._training
        if not playing.progress.heard_ms:
            return
        steps = [replace(step, done=done) for step, done in zip(training.steps, playing.done(), strict=True)]
        self._training = replace(
            training,
            steps=tuple(steps),
            trained_ms=playing.progress.heard_ms,
            stopped_at_ms=None if training.completed else playing.stopped_at,
        )
        self._history.save(self._training)

    def complete(self) -> None:
        """The end was reached."""
        self._training = replace(self._training, completed=True)
        self.save()

    def felt(self, felt: Felt | None) -> None:
        """How it felt, as the listener says."""
        self._training = replace(self._training, felt=felt)

    def sets(self) -> tuple[int, int]:
        """How many sets were done, and how many there are."""
        training = self._training
        return training.sets_done, training.sets_done + training.sets_skipped

    def summary(self) -> Iterator[str]:
        """What was done, in sentences."""
        training = self._training
        left_out = f"{training.sets_skipped} {'skipped' if training.completed else 'not done'}"
        done = f"{counted(training.sets_done, 'set')} done"
        yield f"{training.title}: {done}, {left_out}, {clock(training.trained_ms)} trained."
        if training.completed:
            trainings = self._history.trainings(training.session)
            advice = next_week(trainings, training.weeks, local_now().date())
            yield f"Next: week {advice.week}. {advice.reason}" if training.weeks > 1 else advice.reason
        elif (training.stopped_at_ms or 0) >= WORTH_RESUMING_MS:
            yield "The same command offers to go on from here, until tomorrow."

    def problems(self) -> list[str]:
        """What is wrong with the history."""
        return list(self._history.sentences)


def _undone(steps: tuple[TrainedStep, ...]) -> list[TrainedStep]:
    return [replace(step, done=False) for step in steps]


def _new_training(session: SessionId, prepared: Prepared, started: datetime) -> Training:
    workout, choices, timeline = prepared.workout, prepared.choices, prepared.timeline
    return Training(
        session=session,
        title=workout.session.title,
        started=started,
        week=workout.week,
        weeks=workout.weeks,
        planned_ms=timeline.duration,
        trained_ms=Ms(0),
        steps=tuple(
            TrainedStep(str(step.kind), step.exercise, step.set, step.side, step.reps, done=False)
            for step in timeline.steps
        ),
        completed=False,
        whole=is_whole(workout, choices),
        options=options_of(choices),
    )
