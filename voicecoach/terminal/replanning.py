"""Planning a live session anew while it plays: with more or fewer words, or with another exercise in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from voicecoach.errors import ChoiceError, VoicecoachError
from voicecoach.pipeline.prepare import Prepared, prepare
from voicecoach.pipeline.sounds import Sounds
from voicecoach.plan.choices import Choices, Detail
from voicecoach.plan.script import StepKind
from voicecoach.plan.swapping import Swap, swaps_of
from voicecoach.player.live_session import LiveSession
from voicecoach.side_by_side import Task, Threads
from voicecoach.terminal.display import Display
from voicecoach.timeline.about import about_exercises
from voicecoach.timeline.places import WORKING, step_at

Planned = Callable[[Prepared, Mapping[str, str]], None]
"""Called once another plan is played, with which exercises stand in for which."""


class Replanning:
    """Goes over to another plan of what was `prepared` with `sounds`, once it is ready; `told` is told of it then."""

    def __init__(
        self, prepared: Prepared, sounds: Sounds, playing: LiveSession, display: Display, threads: Threads
    ) -> None:
        """It is planned in one of the `threads`."""
        self.prepared = prepared
        self.told: Planned = lambda _prepared, _renamed: None
        self._sounds, self._playing, self._display, self._threads = sounds, playing, display, threads
        self._wanted = self._asked = prepared.choices
        self._swapped: dict[str, str] | None = None
        self._done = ""
        self._planned: Task[Prepared] | None = None

    @property
    def detail(self) -> Detail:
        """How much is said, or is about to be."""
        return self._wanted.detail

    def change_detail(self, steps: int) -> None:
        """More words or fewer, round and round."""
        details = list(Detail)
        detail = details[(details.index(self.detail) + steps) % len(details)]
        self._want(replace(self._wanted, detail=detail), f"Detail: {detail}")

    def swaps(self) -> tuple[Swap, ...]:
        """What may be done in place of the exercise at hand, or in a rest of the one that comes.

        Raises ChoiceError where there is nothing.
        """
        timeline = self._playing.timeline
        later = timeline.steps[step_at(timeline, self._playing.position) :]
        kinds = {*WORKING, StepKind.LEAD_IN, StepKind.CHANGE}
        step = next((one for one in later if one.kind in kinds and (one.exercise or one.title)), None)
        if step is None:
            raise ChoiceError("No exercise comes any more.")
        if step.exercise is None:
            raise ChoiceError("In a list of exercises none can be swapped.")
        found = swaps_of(self.prepared.workout, self._wanted, step.exercise)
        if not found:
            title = self._display.about[step.exercise].title
            raise ChoiceError(f"{title}: nothing is known that could take its place.")
        return found

    def swap(self, swap: Swap) -> None:
        """Do this instead."""
        before = {name: swap.renamed.get(use, use) for name, use in (self._swapped or {}).items()}
        self._swapped = before | dict(swap.renamed)
        self._want(replace(swap.choices, detail=self.detail), swap.title)

    def _want(self, choices: Choices, done: str) -> None:
        self._wanted, self._done = choices, done
        self._display.notice(f"{done} …")
        if self._planned is None:
            self._plan()

    def _plan(self) -> None:
        other = replace(self.prepared.loaded, choices=self._wanted)
        self._asked = self._wanted
        self._planned = self._threads.submit(prepare, other, self._sounds)

    def look(self) -> None:
        """Go over to the new plan if it is ready."""
        if self._planned is None or not self._planned.is_done():
            return
        planned, self._planned = self._planned, None
        if self._wanted != self._asked:  # it was changed again meanwhile
            self._plan()
            return
        try:
            self._go_over(planned.result())
        except VoicecoachError as error:
            self._wanted = self.prepared.choices
            self._display.notice(f"{self._done} can't be had: {error}")
        self._swapped = None

    def _go_over(self, prepared: Prepared) -> None:
        new = [note for note in prepared.notes if note not in self.prepared.notes]
        self.prepared, swapped = prepared, self._swapped
        self._display.about = {**self._display.about, **about_exercises(prepared.workout, prepared.phrases)}
        self._playing.go_on_with(prepared.timeline, self._sounds.cast_as(prepared.cast), swapped)
        self._playing.plays_for(prepared.workout)
        self.told(prepared, swapped or {})
        self._display.notice(" ".join([f"{self._done}.", *new]))
