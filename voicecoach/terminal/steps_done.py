"""The steps of a training as the history keeps them: what was done, what stood in for what, and what was entered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from voicecoach.errors import ChoiceError
from voicecoach.history.model import TrainedStep
from voicecoach.player.live_session import LiveSession
from voicecoach.timeline.edit import Place, named_steps, renamed_place
from voicecoach.timeline.model import TimedStep
from voicecoach.timeline.places import WORKING, set_of, step_at


@dataclass(frozen=True)
class _Kept:
    """What is known of a step besides the plan; `exercise` is what was done where another is planned by now."""

    exercise: str | None = None
    reps: int | None = None
    load: str | None = None


@dataclass(frozen=True)
class Entered:
    """Repetitions and load as they were entered; a mere load may stand without repetitions."""

    reps: int | None
    load: str | None


class StepsDone:
    """The steps of the session that is `playing`."""

    def __init__(self, playing: LiveSession) -> None:
        self._playing = playing
        self._kept: dict[Place, _Kept] = {}
        self._entered: dict[str, Entered] = {}

    def all(self) -> tuple[TrainedStep, ...]:
        """Those of what is planned now, in order."""
        playing = self._playing
        named = named_steps(playing.planned)
        done = zip(named.items(), playing.done(), playing.reps_done(), strict=True)
        return tuple(self._trained(place, step, is_done, reps) for (place, step), is_done, reps in done)

    def _trained(self, place: Place, step: TimedStep, is_done: bool, reps: int | None) -> TrainedStep:  # noqa: FBT001
        kept = self._kept.get(place, _Kept())
        exercise = kept.exercise or step.exercise
        entered = reps if kept.reps is None else kept.reps
        return TrainedStep(str(step.kind), exercise, step.set, step.side, step.reps, is_done, entered, kept.load)

    def fit(self, steps: Sequence[TrainedStep]) -> bool:
        """Whether these are the steps of what is planned, whatever was done in place of some exercises."""
        planned = [(str(step.kind), step.set, step.side, step.reps) for step in self._playing.planned.steps]
        return planned == [(step.kind, step.set, step.side, step.reps) for step in steps]

    def go_on_with(self, steps: Sequence[TrainedStep]) -> None:
        """What was known of these steps, which fit."""
        for (place, planned), step in zip(named_steps(self._playing.planned).items(), steps, strict=True):
            other = step.exercise if step.exercise != planned.exercise else None
            if other or step.reps_done is not None or step.load:
                self._kept[place] = _Kept(other, step.reps_done, step.load)

    def replanned(self, renamed: Mapping[str, str]) -> None:
        """Something else is planned now; what was done before stays what it was."""
        before = {use: name for name, use in renamed.items()}
        self._kept = {renamed_place(place, renamed): kept for place, kept in self._kept.items()}
        named = named_steps(self._playing.planned)
        for (place, step), is_done in zip(named.items(), self._playing.done(), strict=True):
            kept = self._kept.get(place, _Kept())
            if is_done and step.exercise in before and not kept.exercise:
                self._kept[place] = replace(kept, exercise=before[step.exercise])

    def last_set(self) -> TimedStep:
        """The work of the last set, on its last side. Raises ChoiceError where none has ended here."""
        timeline = self._playing.timeline
        number = step_at(timeline, self._playing.position)
        if timeline.steps[number].kind not in WORKING:
            for step in reversed(timeline.steps[:number]):
                if step.kind in WORKING:
                    return step
        raise ChoiceError("What you did is entered after a set.")

    def enter(self, done: TimedStep, reps: int | None, load: str | None) -> None:
        """What was done in the set that this is the work of, wherever it stands by now.

        With enough of it the set is done, but for a side that comes later.
        """
        enough = self._playing.progress.enough.get(set_of(done), 1.0)
        is_reached = False
        for place, step in named_steps(self._playing.planned).items():
            if step.kind in WORKING and set_of(step) == set_of(done):
                self._kept[place] = replace(self._kept.get(place, _Kept()), reps=reps, load=load)
                is_reached = is_reached or step.side == done.side
                is_to_come = is_reached and step.side != done.side
                if step.reps and reps is not None and reps >= enough * step.reps and not is_to_come:
                    self._playing.progress.add(place)
        if done.exercise:
            self._entered[done.exercise] = Entered(reps, load)

    def reps_of(self, step: TimedStep) -> int | None:
        """The repetitions of a set as far as they are known: entered, heard, or planned; None of work by time."""
        trained = zip(self._playing.planned.steps, self.all(), strict=True)
        done = (
            one.reps_done for planned, one in trained if planned.kind in WORKING and set_of(planned) == set_of(step)
        )
        return next((reps for reps in done if reps is not None), None) or step.reps

    def entered(self, exercise: str) -> Entered | None:
        """What was last entered in this training for an exercise."""
        return self._entered.get(exercise)
