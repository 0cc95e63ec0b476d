from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Timer

import numpy as np
import pytest

from tests.outputs.sounds import as_float, lag, sweep
from tests.parts import needs
from voicecoach.errors import OutputError
from voicecoach.player.sample_player import play


def test_a_clip_is_played_and_the_call_returns() -> None:
    play(sweep(200), backends=("NULL",))


def test_an_empty_clip_is_no_trouble() -> None:
    play(np.zeros(0, np.int16), backends=("NULL",))


def test_without_a_sound_device_a_file_is_suggested(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PULSE_SERVER", f"unix:{tmp_path}/nobody")
    with pytest.raises(OutputError, match=r"No sound device.*-o FILE"):
        play(sweep(100), backends=("PULSEAUDIO",))
    assert capfd.readouterr().err == ""


@contextmanager
def sound_server(folder: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A PulseAudio of its own with one sink, ready when its socket takes commands."""
    sink = "module-null-sink sink_name=vc rate=48000 channels=1 norewinds=1"
    socket = f"module-native-protocol-unix socket={folder}/native auth-anonymous=1"
    command = [
        *("pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no", "--disable-shm=yes"),
        *("--realtime=no", "--high-priority=no", "-L", socket, "-L", sink),
    ]
    home = {"HOME": str(folder), "XDG_RUNTIME_DIR": str(folder), "PULSE_RUNTIME_PATH": f"{folder}/pulse"}
    environment = {**os.environ, **home}
    with subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            yield server
        finally:
            server.terminate()


@needs("pulseaudio", "pactl")
@pytest.mark.parametrize("freeze_first", [True, False])
def test_a_sound_server_that_stops_answering_is_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, freeze_first: bool
) -> None:
    monkeypatch.setenv("PULSE_SERVER", f"unix:{tmp_path}/native")
    monkeypatch.setenv("HOME", str(tmp_path))
    with sound_server(tmp_path) as server:
        wait_for_server()
        freeze = Timer(0 if freeze_first else 0.8, server.send_signal, [signal.SIGSTOP])
        freeze.start()
        if freeze_first:
            freeze.join()
        with pytest.raises(OutputError, match="takes no sound"):
            play(sweep(1000), backends=("PULSEAUDIO",), grace_s=0.5)
        freeze.join()
        server.send_signal(signal.SIGCONT)


@needs("pulseaudio", "pactl", "parec")
def test_what_is_played_reaches_the_sound_server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PULSE_SERVER", f"unix:{tmp_path}/native")
    monkeypatch.setenv("HOME", str(tmp_path))
    clip = sweep(500)
    with sound_server(tmp_path):
        wait_for_server()
        record = ["parec", "-d", "vc.monitor", "--format=s16le", "--rate=48000", "--channels=1", "--latency-msec=20"]
        with (tmp_path / "heard.raw").open("wb") as heard, subprocess.Popen(record, stdout=heard) as recorder:
            play(np.zeros(4800, np.int16))
            play(clip)
            play(np.zeros(24_000, np.int16))
            recorder.terminate()
    got = as_float(np.fromfile(tmp_path / "heard.raw", np.int16))
    start = lag(got, as_float(clip))
    assert np.abs(got[start : start + len(clip)] - as_float(clip)).max() < 2 / 32768


def wait_for_server() -> None:
    for _ in range(200):
        if subprocess.run(["pactl", "info"], capture_output=True, check=False).returncode == 0:
            return
        subprocess.run(["sleep", "0.05"], check=True)
    pytest.fail("the sound server did not start")
