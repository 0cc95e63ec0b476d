"""A player rendered ahead of what is heard, and rendered anew from the first moment that a command may still change.

Whoever gives the sound to somebody (a device, a browser) takes it here, as far ahead as it likes, says what was heard
of it, and goes back when there is a command:

    ahead.commanded = wake              # called in the thread that gave the command
    ...
    if ahead.is_commanded:
        start = ahead.rewind(first)     # samples before `first` are on their way and can't be changed
        # what was handed over from sample `start` on is to be dropped
    ahead.render(count)
    sound = ahead.take(count)
    snapshot = ahead.heard(samples)     # so many samples have been heard

All samples are counted from the first one rendered. One thread renders and rewinds; the others may take, and ask what
is heard.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from threading import Lock
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from voicecoach.player.player import Player, Snapshot, Step
from voicecoach.times import SAMPLE_RATE_HZ

BLOCK = SAMPLE_RATE_HZ * 20 // 1000
"""Samples rendered at once, and the step of what can be gone back to."""

STILL_BLOCK = 15 * BLOCK
"""The same while nothing moves: then every sample can be gone back to."""

WAITING_AHEAD = 3 * BLOCK
"""The player doesn't wait for sound that is late as long as so much can still be changed: it may come in time."""


class _Block(NamedTuple):
    start: int
    step: Step

    @property
    def end(self) -> int:
        return self.start + len(self.step.sound)


class Ahead:
    """Renders `player`, whose commands it then sees to.

    `lead` is how many samples after what is heard a command takes effect, about; it is set by whoever takes the sound.
    """

    def __init__(self, player: Player) -> None:
        self.player = player
        self.lead = 0
        self._lock = Lock()
        self._blocks: deque[_Block] = deque()
        self._end = self._taken = self._heard = self._fixed = int(player.snapshot.rendered)
        self._held_back = False
        self._is_due = True
        self._now = player.snapshot
        player.present = self.present

    @property
    def channels(self) -> int:
        """Of the sound."""
        return self.player.channels

    @property
    def commanded(self) -> Callable[[], None]:
        """What is called after each command, in the thread that gave it."""
        return self.player.commanded

    @commanded.setter
    def commanded(self, call: Callable[[], None]) -> None:
        self.player.commanded = call

    @property
    def is_commanded(self) -> bool:
        """Whether there are commands that nothing rendered so far knows of."""
        return self.player.is_commanded

    @property
    def is_waiting(self) -> bool:
        """Whether the player waits for sound: then it is to be looked after often."""
        return self._held_back or self.player.snapshot.waiting

    @property
    def is_still(self) -> bool:
        """Whether nothing moves where it is rendered, until the next command."""
        return self.player.is_still

    @property
    def taken(self) -> int:
        """The number of the sample to be taken next."""
        return self._taken

    @property
    def ready(self) -> int:
        """How many samples can be taken."""
        return self._end - self._taken

    # The thread that renders

    def render(self, count: int) -> None:
        """Have `count` samples ready, or a little more; fewer while the player waits. Raises what the source raises.

        Commands are carried out right after `rewind`; those that come meanwhile wait for the next.
        """
        self._held_back = False
        while self.ready < count:
            step = self.player.step(STILL_BLOCK if self.player.is_still else BLOCK, commanded=self._is_due)
            if step.short and self._end - self._first >= WAITING_AHEAD:
                self.player.undo([step])
                self._held_back = True
                return
            self._append(step)
            self._is_due = False

    def rewind(self, first: int, *, recall: bool = True) -> int:
        """Forget what is rendered beyond sample `first`, or a little later; return what to take next.

        The commands in it are carried out again, before those that wait. Nothing changes where nothing is rendered
        beyond. Without `recall`, what was taken stays.
        """
        with self._lock:
            first = first if recall else max(first, self._taken)
            self._is_due = True
            self._fixed = max(self._fixed, first)
            undone = [block for block in self._blocks if block.end > first]
            if undone and undone[0].start < first:
                split = undone[0].step.before.is_still and not undone[0].step.commands
                undone = undone if split else undone[1:]
            if not undone:
                return self._taken
            for _ in undone:
                self._blocks.pop()
            self._end = undone[0].start
            self.player.undo([block.step for block in undone])
        if self._end < first:  # nothing moves there
            self._append(self.player.step(first - self._end, commanded=False))
        with self._lock:
            self._taken = min(self._taken, self._end)
            return self._taken

    def _append(self, step: Step) -> None:
        with self._lock:
            block = _Block(self._end, step)
            self._blocks.append(block)
            self._end = block.end

    # Any thread

    def take(self, count: int) -> NDArray[np.int16]:
        """The next samples that are ready, `count` at most: shape (n, channels)."""
        with self._lock:
            start, end = self._taken, min(self._taken + count, self._end)
            parts = [
                block.step.sound[max(0, start - block.start) : end - block.start]
                for block in self._blocks
                if block.end > start and block.start < end
            ]
            self._taken = end
        return np.concatenate(parts) if parts else np.zeros((0, self.channels), np.int16)

    def heard(self, rendered: int) -> Snapshot:
        """The player's state at the sound that is heard now, when `rendered` samples have been heard."""
        with self._lock:
            self._heard = max(self._heard, min(rendered, self._taken))
            while self._blocks and self._blocks[0].end <= self._heard:
                self._now = self._blocks.popleft().step.after
            return self._now

    def present(self) -> Snapshot:
        """The player's state where a command that is given now takes effect: in a moment."""
        with self._lock:
            first = self._first
            return next((block.step.after for block in self._blocks if block.end > first), self.player.snapshot)

    @property
    def _first(self) -> int:
        """The first sample that can still be changed, about."""
        return max(self._heard + self.lead, self._fixed)
