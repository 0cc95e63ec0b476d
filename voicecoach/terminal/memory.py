"""What the history is told of a live session, and what it knows of an earlier one that was interrupted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from types import MappingProxyType

from voicecoach.clock import local_now
from voicecoach.counted import counted
from voicecoach.errors import ChoiceError
from voicecoach.history.advice import next_week, to_resume
from voicecoach.history.changes import changes_of, with_changes
from voicecoach.history.model import Felt, Options, SessionId, TrainedStep, Training, new_id
from voicecoach.history.repeat import is_whole, options_of
from voicecoach.history.running import Running
from voicecoach.history.saver import Saver
from voicecoach.history.store import History
from voicecoach.pipeline.prepare import Loaded, Prepared
from voicecoach.plan.progression import weeks_of
from voicecoach.player.live_session import LiveSession
from voicecoach.terminal.steps_done import Entered, StepsDone
from voicecoach.timeline.model import TimedStep
from voicecoach.times import Ms, clock

WORTH_RESUMING_MS = 5000
"""Who stopped earlier than this has hardly begun."""
PATIENCE_S = 1.0
"""So long another process that uses the history is waited for."""
ELSEWHERE = (
    "This training is running in another window, which goes on with it. "
    "To train it here, from the start and as a training of its own, add --fresh."
)
OTHER_PLAN = "What is planned is not what it was when you stopped, so it begins at the start."
NOTHING: Options = MappingProxyType({})


@dataclass(frozen=True)
class Offer:
    """What may have been done in a set, and what was entered for the exercise at an earlier time.

    `reps` are None where none were counted, as in work by time.
    """

    set: TimedStep
    reps: int | None
    load: str | None
    before: Entered | None


class Memory:
    """Trainings of one session: those before, and the one that is about to begin or is going on.

    `typed` is what was typed as SESSION, `loaded` what that is with the choices that were typed.
    """

    def __init__(self, typed: str, loaded: Loaded) -> None:
        self._history = History(patience_s=PATIENCE_S)
        self._everything = self._history.trainings()
        self._choices = loaded.choices
        self._session, self._options = SessionId.of(typed), options_of(loaded.choices)
        self._week = min(loaded.choices.week, max(weeks_of(loaded.session), loaded.choices.weeks or 0))
        self._running = Running(self._session, self._week, self._options)
        self._before: Training | None = None
        self._is_saved = False
        self._saver: Saver
        self._training: Training
        self._steps: StepsDone
        self._playing: LiveSession

    # Before it begins

    @property
    def is_running_elsewhere(self) -> bool:
        """Whether another process plays the same session, with the same choices, right now."""
        return self._running.elsewhere()

    def interrupted(self) -> Training | None:
        """The training that was left lately without an end and can go on."""
        return to_resume([one for one in self._of_session() if self._is_worth_resuming(one)], local_now())

    def _is_worth_resuming(self, one: Training) -> bool:
        is_same = (one.week, dict(one.options)) == (self._week, dict(self._options))
        return is_same and (one.completed or (one.stopped_at_ms or 0) >= WORTH_RESUMING_MS)

    def _of_session(self) -> list[Training]:
        return [one for one in self._everything if self._session.is_same(one.session)]

    def go_on(self, before: Training, loaded: Loaded) -> Loaded:
        """Have `begin` go on with this training; gives what it is to be prepared from."""
        self._before = before
        return replace(loaded, choices=with_changes(loaded.choices, before.changed))

    def drop(self, before: Training) -> None:
        """Never offer to go on with this training again."""
        dropped = replace(before, stopped_at_ms=None)
        self._history.save(dropped)
        self._everything = [dropped if one.id == before.id else one for one in self._everything]

    def begin(self, prepared: Prepared, playing: LiveSession) -> list[str]:
        """Begin a training, or go on with the one before, in the player and in the history; gives notes on that.

        Raises ChoiceError if another process was quicker.
        """
        self._playing, self._steps = playing, StepsDone(playing)
        new = _new_training(self._session, prepared, local_now(), self._options)
        new = replace(new, changed=changes_of(self._choices, prepared.choices))
        before = self._before
        is_same = before is not None and before.planned_ms == new.planned_ms and self._steps.fit(before.steps)
        self._training = before if before and is_same else new
        if not self._running.own(self._training.id):
            raise ChoiceError(ELSEWHERE)
        self._saver = Saver(self._history)
        if before and is_same:
            self._steps.go_on_with(before.steps)
            at = before.stopped_at_ms or Ms(0)
            playing.resume_from(at, [step.done for step in before.steps], before.trained_ms)
        return [OTHER_PLAN] if before and not is_same else []

    def close(self) -> None:
        """Own the training no more."""
        self._running.close()
        if hasattr(self, "_saver"):
            self._saver.close()

    # While it goes on

    def replanned(self, prepared: Prepared, renamed: Mapping[str, str]) -> None:
        """The player has gone over to this; `renamed` says which exercises stand in for which."""
        self._steps.replanned(renamed)
        self._training = replace(
            self._training,
            planned_ms=prepared.timeline.duration,
            changed=changes_of(self._choices, prepared.choices),
        )
        self.save()

    def enter(self, done: TimedStep, reps: int | None, load: str | None) -> None:
        """What was done in the set of an offer, as the listener says, who may take as long as they like for it."""
        self._steps.enter(done, reps, load)
        self.save()

    def offer(self) -> Offer:
        """What to offer for the last set. Raises ChoiceError where none has ended."""
        last = self._steps.last_set()
        reps, now = self._steps.reps_of(last), self._steps.entered(last.exercise or "")
        before = self._last_time(last.exercise)
        loads = (now and now.load, last.load, before and before.load)
        return Offer(last, reps, next((load for load in loads if load), None), before)

    def _last_time(self, exercise: str | None) -> Entered | None:
        """What was entered for an exercise in the last training that has something."""
        trained = (step for one in reversed(self._everything) for step in reversed(one.steps))
        entered = (Entered(step.reps_done, step.load) for step in trained if step.exercise == exercise and step.load)
        return next(entered, None) if exercise else None

    def save(self) -> None:
        """Have written down how far it has come; nothing when nothing was heard yet."""
        playing, training = self._playing, self._training
        if not playing.progress.heard_ms:
            return
        self._training = replace(
            training,
            steps=self._steps.all(),
            trained_ms=playing.progress.heard_ms,
            stopped_at_ms=None if training.completed else playing.stopped_at,
        )
        self._saver.put(self._training)

    def complete(self) -> None:
        """The end was reached."""
        self._training = replace(self._training, completed=True)
        self.save()

    def is_over(self) -> bool:
        """Whether it is done, though the last words were not heard to their end: all sets were."""
        self.save()
        training = self._training
        if self._playing.is_in_goodbye and training.sets_done and not training.sets_skipped:
            self.complete()
        return self._training.completed

    def felt(self, felt: Felt | None) -> None:
        """How it felt, as the listener says."""
        self._training = replace(self._training, felt=felt)

    def sets(self) -> tuple[int, int]:
        """How many sets were done, and how many there are."""
        training = self._training
        return training.sets_done, training.sets_done + training.sets_skipped

    # At its end

    def finish(self) -> None:
        """Save the rest; a history that another process holds is waited for, but not for long."""
        self.is_over()
        self._is_saved = self._saver.wait(2 * PATIENCE_S)
        self.close()

    def summary(self) -> Iterator[str]:
        """What was done, in sentences."""
        training = self._training
        left_out = f"{training.sets_skipped} {'skipped' if training.completed else 'not done'}"
        done = f"{counted(training.sets_done, 'set')} done"
        yield f"{training.title}: {done}, {left_out}, {clock(training.trained_ms)} trained."
        if training.completed:
            trainings = [*(one for one in self._of_session() if one.id != training.id), training]
            advice = next_week(trainings, training.weeks, local_now().date())
            yield f"Next: week {advice.week}. {advice.reason}" if training.weeks > 1 else advice.reason
        elif self._is_saved and (training.stopped_at_ms or 0) >= WORTH_RESUMING_MS:
            yield "The same command offers to go on from here, until tomorrow."

    def problems(self) -> list[str]:
        """What is wrong with the history."""
        unsaved = [] if self._is_saved else ["What you did was not saved, or not all of it."]
        return [*self._history.sentences, *unsaved]


def _new_training(session: SessionId, prepared: Prepared, started: datetime, options: Options) -> Training:
    workout, timeline = prepared.workout, prepared.timeline
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
        whole=is_whole(workout, prepared.choices),
        options=options,
        id=new_id(),
    )
