"""A sound server that plays to nobody, and a recording of what it plays, with the time at which each piece came.

What is handed to it but is not played yet counts as waiting; what a real device would add is not there. The recording
comes in pieces of 20 ms, and a sample counts as heard when its piece is here, so times are right to within such a
piece.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from array import array
from bisect import bisect_right
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Condition, Thread

RATE_HZ = 48_000
SAMPLE_BYTES = 2
PIECE_MS = 20
"""What the sound server plays, and the recording brings, at once."""

SILENCE = bytes(RATE_HZ // 10 * SAMPLE_BYTES)
"""So much digital silence is no pause, which has room tone: it is muted."""

PATIENCE_S = 120.0


class Recording:
    """Mono sound, with the time at which each piece of it came; it has begun when this exists."""

    def __init__(self, recorder: int) -> None:
        self._recorder = recorder
        self._data = bytearray()
        self._ends: list[int] = []
        self._times_s: list[float] = []
        self._grown = Condition()
        self._thread = Thread(target=self._read, daemon=True)
        self._thread.start()
        self._wait(RATE_HZ // 10)

    @property
    def length(self) -> int:
        """Samples so far."""
        return len(self._data) // SAMPLE_BYTES

    def all(self) -> bytes:
        """Everything so far."""
        with self._grown:
            return bytes(self._data)

    def time_of(self, sample: int) -> float:
        """When a sample came, as `time.perf_counter` has it."""
        return self._times_s[bisect_right(self._ends, sample)]

    def listen(self, seconds: float) -> None:
        """Listen for so long."""
        self._wait(self.length + int(seconds * RATE_HZ))

    def heard_after(self, start: int, louder_than: int = 0) -> int:
        """Wait for a sample from `start` on that is louder, and return its number."""
        until_s = time.monotonic() + PATIENCE_S
        while time.monotonic() < until_s:
            piece = self._from(start)
            loud = next((at for at, value in enumerate(piece) if abs(value) > louder_than), None)
            if loud is not None:
                return start + loud
            start += len(piece)
            self._wait(start + 1)
        sys.exit("Nothing was heard of the live session.")

    def silent_after(self, start: int) -> int:
        """Wait for a pause that begins at `start` or later, and return the number of its first sample."""
        until_s = time.monotonic() + PATIENCE_S
        while time.monotonic() < until_s:
            silent = next(all_of(self._from(start).tobytes(), SILENCE), None)
            if silent is not None:
                return start + silent
            self._wait(self.length + 1)
        sys.exit("The live session did not become silent.")

    def end(self) -> None:
        """Wait for the end of what the recorder sends."""
        self._thread.join()

    def _from(self, start: int) -> array[int]:
        with self._grown:
            return array("h", bytes(self._data[start * SAMPLE_BYTES : self.length * SAMPLE_BYTES]))

    def _wait(self, length: int) -> None:
        with self._grown:
            missing_s = max(0, length - self.length) / RATE_HZ
            if not self._grown.wait_for(lambda: self.length >= length, missing_s + PATIENCE_S):
                sys.exit("The recording of the live session stopped.")

    def _read(self) -> None:
        while piece := os.read(self._recorder, 65_536):
            now_s = time.perf_counter()
            with self._grown:
                self._data += piece
                self._times_s.append(now_s)
                self._ends.append(self.length)
                self._grown.notify_all()


@contextmanager
def sound_server(folder: Path) -> Iterator[str]:
    """A running PulseAudio whose only sink goes nowhere; gives its address, for PULSE_SERVER."""
    socket = folder / "sound"
    command = [
        *("pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no", "--disable-shm=yes"),
        *("--realtime=no", "--high-priority=no", "--log-target=stderr", "--log-level=info"),
        *("-L", f"module-native-protocol-unix socket={socket} auth-anonymous=1"),
        # Without rewinds what is recorded is what was sent, to the sample.
        *("-L", f"module-null-sink sink_name=bench rate={RATE_HZ} channels=1 norewinds=1"),
    ]
    own = {"HOME": str(folder), "XDG_RUNTIME_DIR": str(folder), "PULSE_RUNTIME_PATH": f"{folder}/pulse"}
    with subprocess.Popen(command, env={**os.environ, **own}, stderr=subprocess.PIPE, text=True) as server:
        log = server.stderr or ()
        said = []
        for line in log:
            said.append(line)
            if "Daemon startup complete" in line:
                break
        else:
            sys.exit(f"The sound server did not start:\n{''.join(said)}")
        drain = Thread(target=lambda: [None for _ in log], daemon=True)  # the pipe must not fill up
        drain.start()
        try:
            yield f"unix:{socket}"
        finally:
            server.kill()
            drain.join()


@contextmanager
def recorded(address: str) -> Iterator[Recording]:
    """A recording of what the sound server plays, silence as well, until the end of the context."""
    command = [
        *("parec", f"--server={address}", "-d", "bench.monitor", "--format=s16le", "--raw"),
        *(f"--rate={RATE_HZ}", "--channels=1", f"--latency-msec={PIECE_MS}"),
    ]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as recorder:
        recording = Recording(recorder.stdout.fileno() if recorder.stdout else -1)
        try:
            yield recording
        finally:
            recorder.terminate()
            recording.end()


def all_of(data: bytes, sought: bytes) -> Iterator[int]:
    """The numbers of the samples from which on `sought` is in `data`."""
    found = data.find(sought)
    while found >= 0:
        if found % SAMPLE_BYTES == 0:
            yield found // SAMPLE_BYTES
        found = data.find(sought, found + 1)
