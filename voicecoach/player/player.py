"""The player: what is heard next, and the commands that change it. No device is needed to use it.

The position counts the samples played, never a clock. Commands may come from any thread: they are queued, and the
thread that renders applies them, in order, before its next samples. So nothing there waits for a lock.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from voicecoach.player.bed import Bed
from voicecoach.player.fade import Fade
from voicecoach.player.playback import LOUDEST, Place, Playback, Snapshot, Track
from voicecoach.player.ramp import Ramp
from voicecoach.player.sound import GainAt, Source, Stream, as_float
from voicecoach.player.taken_again import TakenAgain
from voicecoach.times import SAMPLE_RATE_HZ

__all__ = ["FADE_MS", "LOUDEST", "Place", "Player", "Snapshot", "Step"]

FADE_MS = 5

Command = Callable[[Playback], None]


class Step(NamedTuple):
    """What was rendered at once, and all that it takes to do it again."""

    before: Playback
    """How it stood before."""
    commands: tuple[Command, ...]
    """What was carried out at its beginning."""
    sound: NDArray[np.int16]
    """Shape (n, channels)."""
    after: Snapshot
    short: bool
    """Some of its sound was not there yet."""


class Player:
    """Plays `source` from its start on, or from where it is told to.

    Every jump, pause and change of volume fades for 5 ms. `holds` are the positions at which it pauses by itself.
    `music` lies under it all, away during pauses, in stereo; `ducked` makes the function that gives its factor by
    position (see `bed.Bed`). Pauses hold `room`, a loop of room tone, mono; None is silence.
    """

    def __init__(
        self,
        source: Source,
        *,
        holds: Iterable[int] = (),
        music: Stream | None = None,
        ducked: Callable[[], GainAt] | None = None,
        room: NDArray[np.int16] | None = None,
    ) -> None:
        self.channels = 1 if music is None else 2
        self.present: Callable[[], Snapshot] = lambda: self.snapshot
        """How it stands where a command that is given now takes effect. Whoever renders ahead puts this right."""
        self.commanded: Callable[[], None] = lambda: None
        """Called after each command, in the thread that gave it: for whoever renders ahead."""
        self._commands: deque[Command] = deque()
        # From here on only the rendering thread touches anything but `snapshot`.
        fade = Fade(SAMPLE_RATE_HZ * FADE_MS // 1000)
        self._playback = Playback(
            track=Track(source, tuple(sorted(holds)), ducked),
            fade=fade,
            loudness=Ramp(1.0, fade.length),
            bed=None if music is None else Bed(TakenAgain(music), ducked),
            room=None if room is None else as_float(room),
        )
        self.snapshot = self._playback.snapshot()

    # Commands, from any thread

    def pause(self) -> None:
        """Stop at the sample it has come to; what fades out now is played again on resuming."""
        self._command(Playback.pause)

    def resume(self, count_in: NDArray[np.int16] | None = None) -> None:
        """Go on from where it stopped, after `count_in`, mono, has been heard."""
        self._command(lambda playback: playback.resume(count_in))

    def toggle(self, count_in: NDArray[np.int16] | None = None) -> None:
        """Pause, or else resume."""
        self._command(lambda playback: playback.toggle(count_in))

    def seek(self, at: Place) -> None:
        """Go to a position, limited to the source's length; a pause stays a pause."""
        self._command(lambda playback: playback.seek(at))

    def replace(
        self, source: Source, at: Place, *, holds: Iterable[int] = (), ducked: Callable[[], GainAt] | None = None
    ) -> None:
        """Go over to another source at `at`; its holds and its ducking replace those before."""
        track = Track(source, tuple(sorted(holds)), ducked)
        self._command(lambda playback: playback.go_to(track, at))

    def holds(self, positions: Iterable[int]) -> None:
        """Pause by itself at these positions, when it comes there by playing, instead of those before."""
        held = tuple(sorted(positions))
        self._command(lambda playback: playback.hold_at(held))

    def volume(self, volume: float) -> None:
        """Set the volume, 0 to `LOUDEST`; 1 is as in a file."""
        self._command(lambda playback: playback.set_volume(volume))

    def volume_by(self, change: float) -> None:
        """Change the volume, within the same limits."""
        self._command(lambda playback: playback.set_volume(playback.volume + change))

    def toggle_mute(self) -> None:
        """Mute, or else be heard again."""
        self._command(Playback.toggle_mute)

    def chime(self, sound: NDArray[np.int16]) -> None:
        """Let a mono sound be heard now, whatever else is or isn't, without moving."""
        self._command(lambda playback: playback.chime(sound))

    def _command(self, command: Command) -> None:
        self._commands.append(command)
        self.commanded()

    # The thread that renders

    @property
    def is_commanded(self) -> bool:
        """Whether there are commands that were not carried out yet."""
        return bool(self._commands)

    @property
    def is_still(self) -> bool:
        """Whether nothing will move before the next command."""
        return not self._commands and self._playback.is_still

    def render(self, count: int) -> NDArray[np.int16]:
        """The next `count` samples to be heard, shape (count, channels). Raises what the source raises."""
        self._carry_out()
        return self._render(count)

    def step(self, count: int, *, commanded: bool = True) -> Step:
        """Render the next `count` samples so that it can be undone; commands go on waiting unless `commanded`."""
        before = self._playback.copy()
        commands = self._carry_out() if commanded else ()
        return Step(before, commands, self._render(count), self.snapshot, self._playback.short)

    def undo(self, steps: Sequence[Step]) -> None:
        """Stand as before these last steps; their commands are carried out again, before those that wait."""
        self._playback = steps[0].before.copy()
        self._commands.extendleft(reversed([command for step in steps for command in step.commands]))
        self.snapshot = self._playback.snapshot()

    def _render(self, count: int) -> NDArray[np.int16]:
        sound = self._playback.render(count)
        self.snapshot = self._playback.snapshot()
        return sound

    def _carry_out(self) -> tuple[Command, ...]:
        commands = []
        for _ in range(len(self._commands)):
            commands.append(self._commands.popleft())
            commands[-1](self._playback)
        return tuple(commands)
