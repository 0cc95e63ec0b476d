"""The player: what is heard next, and the commands that change it. No device is needed to use it.

The position counts the samples played, never a clock. Commands may come from any thread: they are queued, and the
thread that renders applies them, in order, before its next samples. So nothing there waits for a lock.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray

from voicecoach.player.bed import Bed
from voicecoach.player.fade import Fade
from voicecoach.player.ramp import Ramp
from voicecoach.player.sound import GainAt, Source, Stream, as_float, as_int16
from voicecoach.times import SAMPLE_RATE_HZ, Samples

FADE_MS = 5
LOUDEST = 2.0

Place = Samples | Callable[[Samples], Samples]
"""A position, or a function that gives it for the position at which the command is carried out.

The function is called in the thread that renders: it has to be quick and pure. Two quick presses of a key then count
twice, since the second one starts where the first is about to go.
"""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """How things stood after a call of `render`; published whole."""

    source: Source
    """What `position` is a position in."""
    position: Samples
    """The next sample to be played."""
    target: Samples | None
    """Where a jump is about to go; within milliseconds, unless its sound has to be waited for."""
    paused: bool
    holding: bool
    """Paused by itself, at one of the holds."""
    waiting: bool
    """The sound at `position` is not there yet."""
    finished: bool
    """The end has been reached; a seek still leads back."""
    volume: float
    """What the volume is set to, 1 for as it is in a file; also while muted."""
    muted: bool
    rendered: Samples
    """Samples rendered in all, with pauses."""


@dataclass(frozen=True, slots=True)
class _Track:
    """A source with what belongs to it."""

    source: Source
    holds: tuple[int, ...]
    ducked: Callable[[], GainAt] | None


class Player:
    """Plays `source` from its start on, or from where it is told to.

    Every jump, pause and change of volume fades for 5 ms. `holds` are the positions at which it pauses by itself.
    `music` lies under it all, away during pauses, in stereo; `ducked` makes the function that gives its factor by
    position (see `bed.Bed`).
    """

    def __init__(
        self,
        source: Source,
        *,
        rate: int = SAMPLE_RATE_HZ,
        holds: Iterable[int] = (),
        music: Stream | None = None,
        ducked: Callable[[], GainAt] | None = None,
    ) -> None:
        self.rate = rate
        self.channels = 1 if music is None else 2
        self._commands: deque[Callable[[], None]] = deque()
        # From here on only the rendering thread touches anything but `snapshot`.
        self._track = _Track(source, tuple(sorted(holds)), ducked)
        self._at = 0
        self._jump: tuple[_Track, int] | None = None
        self._back_to: int | None = None
        self._paused = self._holding = self._waiting = self._muted = False
        self._fade = Fade(rate * FADE_MS // 1000)
        self._volume = 1.0
        self._loudness = Ramp(1.0, self._fade.length)
        self._count_in_next: NDArray[np.float32] | None = None
        self._count_in: NDArray[np.float32] | None = None
        self._chimes: list[NDArray[np.float32]] = []
        self._bed = None if music is None else Bed(music, ducked)
        self._rendered = 0
        self.snapshot = self._snapshot()

    # Commands, from any thread

    def pause(self) -> None:
        """Stop at the sample it has come to; what fades out now is played again on resuming."""
        self._commands.append(self._do_pause)

    def resume(self, count_in: NDArray[np.int16] | None = None) -> None:
        """Go on from where it stopped, after `count_in`, mono, has been heard."""
        self._commands.append(partial(self._do_resume, count_in))

    def toggle(self, count_in: NDArray[np.int16] | None = None) -> None:
        """Pause, or else resume."""
        self._commands.append(partial(self._do_toggle, count_in))

    def seek(self, at: Place) -> None:
        """Go to a position, limited to the source's length; a pause stays a pause."""
        self._commands.append(partial(self._do_seek, at))

    def replace(
        self, source: Source, at: Place, *, holds: Iterable[int] = (), ducked: Callable[[], GainAt] | None = None
    ) -> None:
        """Go over to another source at `at`; its holds and its ducking replace those before."""
        self._commands.append(partial(self._do_replace, _Track(source, tuple(sorted(holds)), ducked), at))

    def holds(self, positions: Iterable[int]) -> None:
        """Pause by itself at these positions, when it comes there by playing, instead of those before."""
        self._commands.append(partial(self._do_holds, tuple(sorted(positions))))

    def volume(self, volume: float) -> None:
        """Set the volume, 0 to `LOUDEST`; 1 is as in a file."""
        self._commands.append(partial(self._do_volume, volume))

    def volume_by(self, change: float) -> None:
        """Change the volume, within the same limits."""
        self._commands.append(partial(self._do_volume_by, change))

    def toggle_mute(self) -> None:
        """Mute, or else be heard again."""
        self._commands.append(self._do_toggle_mute)

    def chime(self, sound: NDArray[np.int16]) -> None:
        """Let a mono sound be heard now, whatever else is or isn't, without moving."""
        self._commands.append(partial(self._do_chime, sound))

    # The thread that feeds the device

    def render(self, count: int) -> NDArray[np.int16]:
        """The next `count` samples to be heard, shape (count, channels). Raises what the source raises."""
        for _ in range(len(self._commands)):
            self._commands.popleft()()
        self._waiting = False
        played = np.zeros(count, np.float32)
        spans = self._play(played)
        self._add_chimes(played)
        self._rendered += count
        self.snapshot = self._snapshot()
        mixed = self._with_music(played, spans)
        self._loudness.to(0.0 if self._muted else self._volume)
        return as_int16(mixed * self._loudness.take(count)[:, np.newaxis])

    def _play(self, out: NDArray[np.float32]) -> list[tuple[int, int]]:
        """Fill `out` as far as there is something to play; return the stretches of the source in it."""
        spans = []
        filled = 0
        while filled < len(out):
            if self._fade.silent:
                self._settle()
                if self._paused:
                    break
            if self._count_in is not None:
                filled += self._play_count_in(self._count_in, out[filled:])
                continue
            played = self._play_source(out[filled:])
            if not played:
                break
            spans.append((self._at - played, played))
            filled += played
        return spans

    def _settle(self) -> None:
        """In silence: the only moment at which the position jumps."""
        if self._jump is not None:
            track, self._at = self._jump
            self._jump = None
            self._count_in = None
            if track is not self._track and self._bed is not None:
                self._bed.follow(track.ducked)
            self._track = track
        elif self._back_to is not None:
            self._at = self._back_to
        self._back_to = None
        if self._paused:
            self._count_in = None
        elif self._count_in_next is not None:
            self._count_in, self._count_in_next = self._count_in_next, None

    @property
    def _leaving(self) -> bool:
        return self._paused or self._jump is not None or self._count_in_next is not None

    def _play_count_in(self, sound: NDArray[np.float32], out: NDArray[np.float32]) -> int:
        factors = self._fade.take(min(len(out), len(sound)), len(sound), down=self._leaving)
        count = len(factors)
        out[:count] = sound[:count] * factors
        self._count_in = sound[count:] if count < len(sound) else None
        return count

    def _play_source(self, out: NDArray[np.float32]) -> int:
        """Play until `out` is full, the next stop is reached or the sound has faded out; return the samples played."""
        source, at = self._track.source, self._at
        left = self._next_stop() - at
        if left > 0:
            ahead = len(out) + self._fade.length
            there = source.available(at, ahead)
            self._waiting = there == 0
            if there < ahead:
                left = min(left, there)
        if left <= 0:
            self._fade.cut()
            return 0
        factors = self._fade.take(min(len(out), left), left, down=self._leaving)
        count = len(factors)
        out[:count] = source.read(at, count) * factors
        self._at += count
        if count == left and not self._leaving and self._at in self._track.holds:
            self._paused = self._holding = True
        return count

    def _next_stop(self) -> int:
        holds = self._track.holds
        index = bisect_right(holds, self._at)
        total = self._track.source.total
        return min(holds[index], total) if index < len(holds) else total

    def _add_chimes(self, out: NDArray[np.float32]) -> None:
        for chime in self._chimes:
            part = chime[: len(out)]
            out[: len(part)] += part
        self._chimes = [chime[len(out) :] for chime in self._chimes if len(chime) > len(out)]

    def _with_music(self, played: NDArray[np.float32], spans: list[tuple[int, int]]) -> NDArray[np.float32]:
        column = played[:, np.newaxis]
        if self._bed is None:
            return column
        present = not (self._paused or self.snapshot.finished)
        music = self._bed.take(len(played), spans, present=present)
        if music is None:
            return np.repeat(column, 2, axis=1)
        mixed: NDArray[np.float32] = music + column
        return mixed

    def _snapshot(self) -> Snapshot:
        at = self._at if self._back_to is None else self._back_to
        return Snapshot(
            source=self._track.source,
            position=Samples(at),
            target=None if self._jump is None else Samples(self._jump[1]),
            paused=self._paused,
            holding=self._holding,
            waiting=self._waiting,
            finished=at >= self._track.source.total and self._jump is None,
            volume=self._volume,
            muted=self._muted,
            rendered=Samples(self._rendered),
        )

    # Commands, carried out

    def _do_pause(self) -> None:
        if self._paused:
            return
        self._paused = True
        self._count_in_next = None
        if self._count_in is None:
            self._back_to = self._at

    def _do_resume(self, count_in: NDArray[np.int16] | None) -> None:
        if not self._paused:
            return
        self._paused = self._holding = False
        self._count_in_next = None if count_in is None or not len(count_in) else as_float(count_in)
        if self._count_in_next is None and not self._fade.silent:
            self._back_to = None  # it goes on where the fade has come to

    def _do_toggle(self, count_in: NDArray[np.int16] | None) -> None:
        if self._paused:
            self._do_resume(count_in)
        else:
            self._do_pause()

    def _do_seek(self, at: Place) -> None:
        self._jump_to(self._track if self._jump is None else self._jump[0], at)

    def _do_replace(self, track: _Track, at: Place) -> None:
        self._jump_to(track, at)

    def _jump_to(self, track: _Track, at: Place) -> None:
        if callable(at):
            standing = self._at if self._back_to is None else self._back_to
            at = at(Samples(standing if self._jump is None else self._jump[1]))
        self._jump = (track, min(max(0, at), track.source.total))
        self._holding = False
        self._count_in_next = None

    def _do_holds(self, positions: tuple[int, ...]) -> None:
        if self._jump is None:
            self._track = _Track(self._track.source, positions, self._track.ducked)
        else:
            track, at = self._jump
            self._jump = (_Track(track.source, positions, track.ducked), at)

    def _do_volume(self, volume: float) -> None:
        self._volume = min(max(0.0, volume), LOUDEST)

    def _do_volume_by(self, change: float) -> None:
        self._do_volume(self._volume + change)

    def _do_toggle_mute(self) -> None:
        self._muted = not self._muted

    def _do_chime(self, sound: NDArray[np.int16]) -> None:
        self._chimes.append(as_float(sound))
