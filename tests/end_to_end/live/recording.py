"""What came out of the loudspeaker, and how it compares with what was to be heard."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Condition, Thread

import numpy as np
from numpy.typing import NDArray

from tests.sound_server import SoundServer
from voicecoach.times import SAMPLE_RATE_HZ

Sound = NDArray[np.int16]
FADE = 240
"""5 ms."""
SILENT = 24
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
        """Listen for so long, and return all that was recorded so far."""
        with self._grown:
            wanted = len(self._data) + int(seconds * SAMPLE_RATE_HZ) * 2
            assert self._grown.wait_for(lambda: len(self._data) >= wanted, seconds + 60)
            return np.frombuffer(bytes(self._data[: len(self._data) // 2 * 2]), np.int16)


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

    Silence is left out of account, but for how long a pause is: a machine with too much to do has some anywhere.
    """

    def __init__(self, recorded: Sound, sound: Sound) -> None:
        self.sound = sound
        self._recorded = recorded
        self._places = np.flatnonzero(~silence(recorded))
        self.heard = recorded[self._places]
        self.end = 0
        """Where in `heard` the last stretch ended."""
        self.stopped = 0
        """Which sample of `sound` would have been next."""

    def goes_on_at(self, at: int) -> int:
        """Find the next stretch, which has to be faded in from sample `at` on; return the samples heard before it."""
        start = place(self.heard, self.sound[at + FADE : at + FADE + TELLING], self.end)
        self._is_no_louder(int(self._places[start]) - FADE, at)
        before = max(0, start - FADE - self.end)
        self.end = start + equal(self.heard, start, self.sound, at + FADE)
        self.stopped = at + FADE + self.end - start
        return before

    def fades_out(self) -> None:
        """After the last stretch comes a fade."""
        self._is_no_louder(self.recorded_end, self.stopped)

    @property
    def recorded_end(self) -> int:
        """Where in the recording the last stretch ended."""
        return int(self._places[self.end - 1]) + 1

    def _is_no_louder(self, start: int, at: int) -> None:
        faded = np.abs(self._recorded[max(start, 0) : start + FADE].astype(np.int32))
        full = np.abs(self.sound[at : at + FADE].astype(np.int32))[-len(faded) :]
        assert np.all(faded <= full + 1)


def silence(sound: Sound) -> NDArray[np.bool_]:
    """Which samples belong to `SILENT` or more zeros in a row."""
    edges = np.flatnonzero(np.diff(np.concatenate(([1], sound, [1])) == 0))
    quiet = np.zeros(len(sound), np.bool_)
    for start, end in edges.reshape(-1, 2):
        quiet[start:end] = end - start >= SILENT
    return quiet
