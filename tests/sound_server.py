"""A PulseAudio of one's own with one sink that goes nowhere, and a recording of what reaches it."""

from __future__ import annotations

import os
import select
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from io import BufferedReader
from pathlib import Path
from threading import Thread
from typing import cast

import numpy as np
import pytest
from numpy.typing import NDArray

RATE_HZ = 48_000
PLAYED_S = 120.0
"""No sound of a test takes that long to play, whatever else there is to do."""
SINK = "Quiet room"
MICROPHONE = "Studio microphone"


class SoundServer:
    """Runs in `folder`. Clients find it at `address`, by the environment variable PULSE_SERVER."""

    def __init__(self, folder: Path, channels: int = 1) -> None:
        self.address = f"unix:{folder}/native"
        self._folder, self._channels = folder, channels
        self._server: subprocess.Popen[str] | None = None
        self._drain = Thread()

    def start(self) -> None:
        """Start it; it takes commands when this returns."""
        folder, channels = self._folder, self._channels
        # Without rewinds what is recorded is what was sent, to the sample.
        sink = (
            f"module-null-sink sink_name=vc rate={RATE_HZ} channels={channels} norewinds=1"
            f" sink_properties='device.description=\"{SINK}\"'"
        )
        command = [
            *("pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no", "--disable-shm=yes"),
            *("--realtime=no", "--high-priority=no", "--log-target=stderr", "--log-level=info"),
            *("-L", f"module-native-protocol-unix socket={folder}/native auth-anonymous=1", "-L", sink),
        ]
        home = {"HOME": str(folder), "XDG_RUNTIME_DIR": str(folder), "PULSE_RUNTIME_PATH": f"{folder}/pulse"}
        self._server = subprocess.Popen(command, env={**os.environ, **home}, stderr=subprocess.PIPE, text=True)
        log = self._server.stderr
        assert log is not None
        said = []
        for line in log:
            said.append(line)
            if "Daemon startup complete" in line:
                break
        else:
            pytest.fail("the sound server did not start:\n" + "".join(said))
        self._drain = Thread(target=log.read, daemon=True)  # the pipe must not fill up
        self._drain.start()

    def kill(self) -> None:
        """End it at once, as a crash does."""
        if self._server is not None:
            self._server.kill()
            self._server.wait()
            self._drain.join()
            if self._server.stderr is not None:
                self._server.stderr.close()
            self._server = None

    def freeze(self) -> None:
        """Let it stop answering."""
        assert self._server is not None
        self._server.send_signal(signal.SIGSTOP)

    def thaw(self) -> None:
        """Let it answer again."""
        assert self._server is not None
        self._server.send_signal(signal.SIGCONT)

    def add_microphone(self) -> None:
        """Add a microphone called `MICROPHONE` that hears what the sink plays."""
        properties = f"source_properties='device.description=\"{MICROPHONE}\"'"
        module = ["module-remap-source", "master=vc.monitor", "source_name=mic", properties]
        subprocess.run(["pactl", f"--server={self.address}", "load-module", *module], check=True, capture_output=True)

    def play(self, sound: NDArray[np.int16]) -> None:
        """Play mono samples, and return when they have been heard."""
        command = ["paplay", f"--server={self.address}", "--raw", f"--rate={RATE_HZ}", "--channels=1", "--format=s16le"]
        subprocess.run([*command, "/dev/stdin"], input=sound.tobytes(), check=True, timeout=PLAYED_S)

    @contextmanager
    def recording(self) -> Iterator[Recording]:
        """Record what the sink plays, silence as well, until the end of the context."""
        command = [
            *("parec", f"--server={self.address}", "-d", "vc.monitor", "--format=s16le", "--raw"),
            *(f"--rate={RATE_HZ}", f"--channels={self._channels}", "--latency-msec=20"),
        ]
        with subprocess.Popen(command, stdout=subprocess.PIPE) as recorder:
            try:
                yield Recording(recorder, self._channels)
            finally:
                recorder.kill()  # it may hang with its server


class Recording:
    """What was recorded so far. It has begun when this exists. Its clock is the server's: it has no other seconds."""

    def __init__(self, recorder: subprocess.Popen[bytes], channels: int) -> None:
        pipe = recorder.stdout
        assert pipe is not None
        self._pipe, self._channels = cast("BufferedReader", pipe), channels
        self._data = bytearray(self._pipe.read(64))

    @property
    def seconds(self) -> float:
        """How long it is so far, with what waits to be read."""
        while select.select([self._pipe], [], [], 0)[0] and self._grow_by_what_is_there():
            pass
        return len(self._samples()) / RATE_HZ

    def _grow_by_what_is_there(self) -> bool:
        more = self._pipe.read1(65_536)
        self._data += more
        return bool(more)

    def until(self, seconds: float) -> NDArray[np.int16]:
        """Wait until it is that long, and return it: shape (n, channels)."""
        wanted = int(seconds * RATE_HZ) * 2 * self._channels
        while len(self._data) < wanted and self._grow(wanted - len(self._data)):
            pass
        return self._samples()

    def until_heard(self, count: int, silent_s: float = 20.0) -> NDArray[np.int16]:
        """Wait for `count` samples of something else than silence, and return these: shape (n, channels).

        No longer than `silent_s` beyond their own length, as the server counts; then there are fewer.
        """
        limit_s = len(self._samples()) / RATE_HZ + count / RATE_HZ + silent_s
        step_s = 0.0
        while len(heard := without_silence(self._samples())) < count and step_s < limit_s:
            step_s = len(self._samples()) / RATE_HZ + 0.1
            self.until(step_s)
        return heard

    def _grow(self, count: int) -> bool:
        more = self._pipe.read(count)
        self._data += more
        return bool(more)

    def _samples(self) -> NDArray[np.int16]:
        whole = len(self._data) // (2 * self._channels) * 2 * self._channels
        return np.frombuffer(bytes(self._data[:whole]), np.int16).reshape(-1, self._channels)


def without_silence(sound: NDArray[np.int16]) -> NDArray[np.int16]:
    """What is left without zeros; a machine with too much to do has some anywhere."""
    return sound[sound.any(axis=1)]


@pytest.fixture
def sound_server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[SoundServer]:
    """A running server, the one that this process and its children find. Needs pulseaudio; parec to record."""
    server = SoundServer(tmp_path)
    monkeypatch.setenv("PULSE_SERVER", server.address)
    monkeypatch.setenv("HOME", str(tmp_path))
    try:
        server.start()
        yield server
    finally:
        server.kill()
