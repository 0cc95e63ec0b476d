"""What came out of the loudspeaker, and how it compares with what was to be heard."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Condition, Thread

import numpy as np
from numpy.typing import NDArray

from tests.sound_server import SoundServer
from voicecoach.times import SAMPLE_RATE_HZ

PATIENCE_S = 90.0
Sound = NDArray[np.int16]
FADE = 240
"""5 ms."""
HOLE = 24
"""So many zeros in a row are no room tone."""
ROOM = 40
"""As loud as room tone gets, which comes as the rest goes."""
TELLING = 2400
"""So many equal samples make a place."""


class Recording:
    """Mono sound, read as it comes."""

    def __init__(self, recorder: subprocess.Popen[bytes]) -> None:
        assert recorder.stdout
        self._pipe = recorder.stdout
        self._data = bytearray(self._pipe.read(64))
        self._grown = Condition()
        self._thread = Thread(target=self._read, daemon=True)
        self._thread.start()

    def _read(self) -> None:
        while piece := self._pipe.read(1920):
            with self._grown:
                self._data += piece
                self._grown.notify_all()

    def end(self) -> None:
        """Wait for the end of what the recorder sends."""
        self._thread.join()

    def listen(self, seconds: float) -> Sound:
        """Listen for so long by the clock of the sound server, and return all that was recorded so far."""
        with self._grown:
            wanted = len(self._data) + int(seconds * SAMPLE_RATE_HZ) * 2
            assert self._grown.wait_for(lambda: len(self._data) >= wanted, seconds + PATIENCE_S)
            return np.frombuffer(bytes(self._data[: len(self._data) // 2 * 2]), np.int16)

    def hear(self, seconds: float) -> Sound:
        """As `listen`, but silence doesn't count, of which there is more where the machine has too much to do."""
        wanted = len(sounding(self.listen(0))) + seconds * SAMPLE_RATE_HZ
        return self.until(lambda heard: len(heard) >= wanted)

    def until(self, come: Callable[[Sound], bool]) -> Sound:
        """As `listen`, until all that was heard but silence is as it should be."""
        until_s = time.monotonic() + PATIENCE_S
        while not come(sounding(recorded := self.listen(0.1))):
            assert time.monotonic() < until_s, "it was not heard"
        return recorded


@contextmanager
def recorded(server: SoundServer) -> Iterator[Recording]:
    """A recording of what the server's sink plays, until the end of the context."""
    command = [
        *("parec", f"--server={server.address}", "-d", "vc.monitor", "--format=s16le", "--raw"),
        *(f"--rate={SAMPLE_RATE_HZ}", "--channels=1", "--latency-msec=20"),
    ]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as recorder:
        recording = Recording(recorder)
        try:
            yield recording
        finally:
            recorder.terminate()
            recording.end()


def place(heard: Sound, wanted: Sound, start: int = 0) -> int:
    """Where `wanted` is in `heard` from `start` on, sample by sample."""
    data, sought = heard.tobytes(), wanted.tobytes()
    found = data.find(sought, 2 * start)
    while found > 0 and found % 2:
        found = data.find(sought, found + 1)
    assert found >= 0, "it was not heard"
    return found // 2


def equal(heard: Sound, start: int, sound: Sound, at: int) -> int:
    """How many samples of `heard` from `start` on are those of `sound` from `at` on."""
    count = min(len(heard) - start, len(sound) - at)
    different = np.flatnonzero(heard[start : start + count] != sound[at : at + count])
    return int(different[0]) if len(different) else count


class Walk:
    """Goes along a recording of `sound`, which is never quite silent: each stretch that was played, one by one.

    Zeros are left out of account on both sides, but for how long a pause is: a machine with too much to do has some
    anywhere.
    """

    def __init__(self, recorded: Sound, sound: Sound) -> None:
        self._recorded, self._sound = recorded, sound
        self._places, self._sound_places = np.flatnonzero(recorded), np.flatnonzero(sound)
        self.heard, self._wanted = recorded[self._places], sound[self._sound_places]
        self.end = 0
        """Where in `heard` the last stretch ended."""
        self.stopped = 0
        """Which sample of `sound` would have been next."""

    def goes_on_at(self, at: int) -> int:
        """Find the next stretch, which has to be faded in from sample `at` on.

        Return how many samples before it, but for room tone, were heard since the last one.
        """
        faded_in = int(np.searchsorted(self._sound_places, at + FADE))
        start = place(self.heard, self._wanted[faded_in : faded_in + TELLING], self.end)
        self._is_no_louder(int(self._places[start] - self._sound_places[faded_in]) + at, at, fades_in=True)
        between = self.heard[self.end : max(self.end, start - FADE)].astype(np.int32)
        before = int(np.count_nonzero(np.abs(between) > ROOM))
        count = equal(self.heard, start, self._wanted, faded_in)
        self.end = start + count
        self.stopped = int(self._sound_places[faded_in + count - 1]) + 1
        return before

    def fades_out(self) -> None:
        """After the last stretch comes a fade."""
        self._is_no_louder(self.recorded_end, self.stopped, fades_in=False)

    @property
    def recorded_end(self) -> int:
        """Where in the recording the last stretch ended."""
        return int(self._places[self.end - 1]) + 1

    def _is_no_louder(self, start: int, at: int, *, fades_in: bool) -> None:
        """A fade begins at `start` of the recording, and is no louder than the sound from `at` on, and the room.

        Where the machine left a hole in it, what lies beyond the hole belongs to another sample of the sound than it
        seems to, and has to be no louder than the loudest of them.
        """
        faded = np.abs(self._recorded[max(start, 0) : start + FADE].astype(np.int32))
        full = np.abs(self._sound[at : at + FADE].astype(np.int32))
        full = full[-len(faded) :] if fades_in else full[: len(faded)]
        beyond = slice(0, last_hole(faded)) if fades_in else slice(first_hole(faded), len(faded))
        full[beyond] = max(full, default=0)
        assert np.all(faded <= full + ROOM)


def first_hole(sound: NDArray[np.int32]) -> int:
    """Where the first hole begins; the end if there is none."""
    return next((n for n in range(len(sound) - HOLE + 1) if not sound[n : n + HOLE].any()), len(sound))


def last_hole(sound: NDArray[np.int32]) -> int:
    """Where the last hole ends; the beginning if there is none."""
    return len(sound) - first_hole(sound[::-1])


def sounding(sound: Sound) -> Sound:
    """What is left without zeros."""
    left: Sound = sound[sound != 0]
    return left
