"""The user's music under a session, ducked while the coach speaks."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator

import numpy as np
from numpy.typing import NDArray

from voicecoach.mix.levels import amplitude, to_float, to_int16
from voicecoach.mix.limiter import Limiter
from voicecoach.mix.music_files import Playlist
from voicecoach.mix.pieces import Pieces
from voicecoach.times import SAMPLES_PER_MS, Ms

DUCKING_DB = -12.0
ATTACK_MS = 200
"""The music goes down before a sound and is down when it starts."""

RELEASE_MS = 600
FADE_IN_MS = 2000
FADE_OUT_MS = 4000


def under(
    session: Iterable[NDArray[np.int16]],
    playlist: Playlist,
    heard: Iterable[tuple[Ms, Ms]],
    duration: Ms,
    level_db: float = 0.0,
) -> Iterator[NDArray[np.int16]]:
    """Yield the session with music under it: stereo chunks of shape (n, 2), 48 kHz, as long as the session in all.

    `session` is mono. `heard` is the start and end of everything that needs room, in order of start. `duration` is the
    session's, towards whose end the music fades. `level_db` is added to `music_files.MUSIC_LUFS`. The sum's true peak
    is held at `limiter.CEILING_DBTP`. Memory holds seconds of sound, whatever the duration.

    Raises ChoiceError if the music can't be used any more.
    """
    music = Pieces(playlist.samples(), np.zeros((0, 2), np.float32))
    ducking = Ducking(heard)
    level = amplitude(level_db)
    limiter = Limiter(channels=2)
    at = 0
    for chunk in session:
        gain = level * ducking.gain(at, len(chunk)) * session_fade(at, len(chunk), duration)
        mixed = music.take(len(chunk)) * twice(gain.astype(np.float32))
        mixed += twice(to_float(chunk))
        at += len(chunk)
        settled = limiter.process(mixed)
        if len(settled):
            yield to_int16(settled)
    yield to_int16(limiter.flush())


def twice(channel: NDArray[np.float32]) -> NDArray[np.float32]:
    """`channel` (n,) in both of two channels (n, 2): numpy is slow at stretching a last axis of one."""
    return np.repeat(channel, 2).reshape(-1, 2)


class Ducking:
    """The gain that makes room for what is to be heard: a straight line in decibels down, flat, and up again.

    It stays down between sounds too near each other for it to come up and go down again. Ask for it in order.
    """

    def __init__(self, heard: Iterable[tuple[Ms, Ms]]) -> None:
        self._to_come = stretches(heard)
        self._near: deque[tuple[int, int]] = deque()
        self._next = next(self._to_come, None)

    def gain(self, at: int, count: int) -> NDArray[np.float64]:
        """The factor for each of the `count` samples from sample `at` on."""
        start_ms, end_ms = at / SAMPLES_PER_MS, (at + count) / SAMPLES_PER_MS
        while self._next and self._next[0] - ATTACK_MS < end_ms:
            self._near.append(self._next)
            self._next = next(self._to_come, None)
        while self._near and self._near[0][1] + RELEASE_MS <= start_ms:
            self._near.popleft()
        if not self._near:
            return np.ones(count)
        times_ms = [time for start, end in self._near for time in (start - ATTACK_MS, start, end, end + RELEASE_MS)]
        levels_db = [0.0, DUCKING_DB, DUCKING_DB, 0.0] * len(self._near)
        level_db = np.interp((at + np.arange(count)) / SAMPLES_PER_MS, times_ms, levels_db)
        gain: NDArray[np.float64] = np.exp(level_db * (np.log(10) / 20))  # five times as fast as a power of ten
        return gain


def stretches(heard: Iterable[tuple[Ms, Ms]]) -> Iterator[tuple[int, int]]:
    """Start and end, in ms, of the stretches over which the music stays down."""
    current: tuple[int, int] | None = None
    for start, end in heard:
        if current and start - current[1] < ATTACK_MS + RELEASE_MS:
            current = (current[0], max(current[1], end))
            continue
        if current:
            yield current
        current = (start, end)
    if current:
        yield current


def session_fade(at: int, count: int, duration: Ms) -> NDArray[np.float64]:
    """The factor for `count` samples from sample `at` on: in at the start of the session, out at its end."""
    if at >= FADE_IN_MS * SAMPLES_PER_MS and at + count <= (duration - FADE_OUT_MS) * SAMPLES_PER_MS:
        return np.ones(count)
    time_ms = (at + np.arange(count)) / SAMPLES_PER_MS
    share = np.clip(np.minimum(time_ms / FADE_IN_MS, (duration - time_ms) / FADE_OUT_MS), 0, 1)
    fade: NDArray[np.float64] = np.sin(share * np.pi / 2) ** 2
    return fade
