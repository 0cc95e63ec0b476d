"""What is heard next, and how commands change it: all of the player that moves, small enough to be copied.

A copy goes on as the original would have. So the player can render ahead, and go back to where a command comes.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from copy import copy
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from voicecoach.player.bed import Bed
from voicecoach.player.fade import Fade
from voicecoach.player.ramp import Ramp
from voicecoach.player.sound import GainAt, Source, as_float, as_int16
from voicecoach.times import Samples

LOUDEST = 2.0

Place = Samples | Callable[[Samples], Samples]
"""A position, or a function that gives it for the position at which the command is carried out.

The function is called in the thread that renders, and again where it goes back: it has to be quick and pure. Two quick
presses of a key then count twice, since the second one starts where the first is about to go.
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
class Track:
    """A source with what belongs to it."""

    source: Source
    holds: tuple[int, ...]
    ducked: Callable[[], GainAt] | None


@dataclass(slots=True, kw_only=True)
class Playback:
    """Renders a track. `bed` is the music under it, `room` a loop of room tone, as floats, that fills pauses."""

    track: Track
    fade: Fade
    loudness: Ramp
    bed: Bed | None
    room: NDArray[np.float32] | None
    at: int = 0
    jump: tuple[Track, int] | None = None
    back_to: int | None = None
    paused: bool = False
    holding: bool = False
    waiting: bool = False
    short: bool = False
    """Some of the sound that the last `render` asked for was not there yet, so that it faded, or waits."""
    muted: bool = False
    volume: float = 1.0
    count_in_next: NDArray[np.float32] | None = None
    count_in: NDArray[np.float32] | None = None
    chimes: tuple[NDArray[np.float32], ...] = ()
    room_at: int = 0
    rendered: int = 0

    def copy(self) -> Playback:
        """One that goes on as this one would; the sources are shared."""
        bed = None if self.bed is None else self.bed.copy()
        return replace(self, fade=copy(self.fade), loudness=copy(self.loudness), bed=bed)

    @property
    def standing(self) -> int:
        """The position, or the one that a pause goes back to."""
        return self.at if self.back_to is None else self.back_to

    @property
    def finished(self) -> bool:
        """Whether the end has been reached."""
        return self.standing >= self.track.source.total and self.jump is None

    @property
    def is_still(self) -> bool:
        """Whether nothing moves until the next command: a pause without anything to be heard but the room."""
        quiet = self.fade.silent and not self.chimes and self.jump is None and self.back_to is None
        return quiet and self.paused and self.loudness.settled and (self.bed is None or self.bed.away)

    def snapshot(self) -> Snapshot:
        """How things stand."""
        return Snapshot(
            source=self.track.source,
            position=Samples(self.standing),
            target=None if self.jump is None else Samples(self.jump[1]),
            paused=self.paused,
            holding=self.holding,
            waiting=self.waiting,
            finished=self.finished,
            volume=self.volume,
            muted=self.muted,
            rendered=Samples(self.rendered),
        )

    # Sound

    def render(self, count: int) -> NDArray[np.int16]:
        """The next `count` samples to be heard, shape (count, channels). Raises what the source raises."""
        self.waiting = self.short = False
        played = np.zeros(count, np.float32)
        presence = np.zeros(count, np.float32)
        spans = self._play(played, presence)
        self._add_room(played, presence)
        self._add_chimes(played)
        self.rendered += count
        mixed = self._with_music(played, spans, present=not (self.paused or self.finished))
        self.loudness.to(0.0 if self.muted else self.volume)
        return as_int16(mixed * self.loudness.take(count)[:, np.newaxis])

    def _play(self, out: NDArray[np.float32], presence: NDArray[np.float32]) -> list[tuple[int, int]]:
        """Fill `out` as far as there is something to play; return the stretches of the source in it.

        `presence` becomes the share of all there is to be heard that it is; the room has the rest.
        """
        spans = []
        filled = 0
        while filled < len(out):
            if self.fade.silent:
                self._settle()
                if self.paused:
                    break
            if self.count_in is not None:
                filled += self._play_count_in(self.count_in, out[filled:], presence[filled:])
                continue
            played = self._play_source(out[filled:], presence[filled:])
            if not played:
                break
            spans.append((self.at - played, played))
            filled += played
        if self.finished:
            presence[filled:] = 1
        return spans

    def _settle(self) -> None:
        """In silence: the only moment at which the position jumps."""
        if self.jump is not None:
            track, self.at = self.jump
            self.jump = None
            self.count_in = None
            if track is not self.track and self.bed is not None:
                self.bed.follow(track.ducked)
            self.track = track
        elif self.back_to is not None:
            self.at = self.back_to
        self.back_to = None
        if self.paused:
            self.count_in = None
        elif self.count_in_next is not None:
            self.count_in, self.count_in_next = self.count_in_next, None

    @property
    def _leaving(self) -> bool:
        return self.paused or self.jump is not None or self.count_in_next is not None

    def _play_count_in(
        self, sound: NDArray[np.float32], out: NDArray[np.float32], presence: NDArray[np.float32]
    ) -> int:
        factors = self.fade.take(min(len(out), len(sound)), len(sound), down=self._leaving)
        count = len(factors)
        out[:count] = sound[:count] * factors
        presence[:count] = factors
        self.count_in = sound[count:] if count < len(sound) else None
        return count

    def _play_source(self, out: NDArray[np.float32], presence: NDArray[np.float32]) -> int:
        """Play until `out` is full, the next stop is reached or the sound has faded out; return the samples played."""
        source, at = self.track.source, self.at
        stop = self._next_stop()
        left = stop - at
        if left > 0:
            ahead = len(out) + self.fade.length
            there = source.available(at, ahead)
            self.waiting = there == 0
            if there < ahead:
                self.short = True
                left = min(left, there)
        if left <= 0:
            self.fade.cut()
            return 0
        factors = self.fade.take(min(len(out), left), left, down=self._leaving)
        count = len(factors)
        out[:count] = source.read(at, count) * factors
        ends = at + left == source.total and not self._leaving
        presence[:count] = 1 if ends else factors
        self.at += count
        if count == left and not self._leaving and self.at in self.track.holds:
            self.paused = self.holding = True
        return count

    def _next_stop(self) -> int:
        holds = self.track.holds
        index = bisect_right(holds, self.at)
        total = self.track.source.total
        return min(holds[index], total) if index < len(holds) else total

    def _add_room(self, out: NDArray[np.float32], presence: NDArray[np.float32]) -> None:
        """Room tone wherever nothing else is, from the loop's start on each time."""
        if self.room is None or not len(self.room):
            return
        absent = np.flatnonzero(presence < 1)
        if not len(absent):
            self.room_at = 0
            return
        first, end = int(absent[0]), int(absent[-1]) + 1
        if first:
            self.room_at = 0
        places = np.arange(self.room_at, self.room_at + end - first)
        out[first:end] += self.room.take(places, mode="wrap") * (1 - presence[first:end])
        self.room_at = (self.room_at + end - first) % len(self.room) if end == len(out) else 0

    def _add_chimes(self, out: NDArray[np.float32]) -> None:
        for chime in self.chimes:
            part = chime[: len(out)]
            out[: len(part)] += part
        self.chimes = tuple(chime[len(out) :] for chime in self.chimes if len(chime) > len(out))

    def _with_music(
        self, played: NDArray[np.float32], spans: list[tuple[int, int]], *, present: bool
    ) -> NDArray[np.float32]:
        column = played[:, np.newaxis]
        if self.bed is None:
            return column
        music = self.bed.take(len(played), spans, present=present)
        if music is None:
            return np.repeat(column, 2, axis=1)
        mixed: NDArray[np.float32] = music + column
        return mixed

    # Commands

    def pause(self) -> None:
        """Stop here."""
        if self.paused:
            return
        self.paused = True
        self.count_in_next = None
        if self.count_in is None:
            self.back_to = self.at

    def resume(self, count_in: NDArray[np.int16] | None) -> None:
        """Go on, after `count_in`."""
        if not self.paused:
            return
        self.paused = self.holding = False
        self.count_in_next = None if count_in is None or not len(count_in) else as_float(count_in)
        if self.count_in_next is None and not self.fade.silent:
            self.back_to = None  # it goes on where the fade has come to

    def toggle(self, count_in: NDArray[np.int16] | None) -> None:
        """Pause, or else resume."""
        if self.paused:
            self.resume(count_in)
        else:
            self.pause()

    def seek(self, at: Place) -> None:
        """Go to a position."""
        self.go_to(self.track if self.jump is None else self.jump[0], at)

    def go_to(self, track: Track, at: Place) -> None:
        """Go to a position in a track."""
        if callable(at):
            at = at(Samples(self.standing if self.jump is None else self.jump[1]))
        self.jump = (track, min(max(0, at), track.source.total))
        self.holding = False
        self.count_in_next = None

    def hold_at(self, positions: tuple[int, ...]) -> None:
        """Pause by itself at these."""
        if self.jump is None:
            self.track = replace(self.track, holds=positions)
        else:
            track, at = self.jump
            self.jump = (replace(track, holds=positions), at)

    def set_volume(self, volume: float) -> None:
        """Within its limits."""
        self.volume = min(max(0.0, volume), LOUDEST)

    def toggle_mute(self) -> None:
        """Mute, or else be heard again."""
        self.muted = not self.muted

    def chime(self, sound: NDArray[np.int16]) -> None:
        """Let this be heard above all."""
        self.chimes = (*self.chimes, as_float(sound))
