from __future__ import annotations

import re
import sys
from collections.abc import Generator
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from tests.parts import needs
from tests.player.sounds import noise
from tests.player.waiting import LONG_S, try_until, wait_until
from tests.sound_server import MICROPHONE, RATE_HZ, SoundServer, without_silence
from voicecoach.errors import OutputError, UnknownNameError
from voicecoach.packages import install_package
from voicecoach.player.microphone import Microphone

LATE_S = 2.0
"""What is said has come by then, as the microphone counts."""


@pytest.fixture
def microphone_server(sound_server: SoundServer) -> SoundServer:
    """A server with a microphone that hears what is played."""
    sound_server.add_microphone()
    return sound_server


def recorded(server: SoundServer, microphone: Microphone, sound: NDArray[np.int16]) -> NDArray[np.int16]:
    """What the microphone hears of it, without silence."""
    microphone.record()
    server.play(sound)
    until_s = microphone.recorded_s + LATE_S

    def has_come() -> bool:
        assert not microphone.stalled()
        missing = np.count_nonzero(sound) - np.count_nonzero(microphone.heard())
        return bool(missing <= 0) or microphone.recorded_s > until_s

    wait_until(has_come)
    return without_silence(microphone.stop()[:, None])[:, 0]


@needs("pulseaudio", "paplay", "pactl")
@pytest.mark.parametrize("name", [None, MICROPHONE, "studio"])
def test_what_is_said_is_recorded_sample_by_sample(microphone_server: SoundServer, name: str | None) -> None:
    sound = noise(0.5)
    with Microphone(name, timeout_s=LONG_S) as microphone:
        try_until(lambda: np.array_equal(recorded(microphone_server, microphone, sound), sound[sound != 0]))
        wait_until(lambda: microphone.peak < 0.001)


class Capturing:
    """A device that hands over what it is told to."""

    def start(self, listening: Generator[None, bytes, None]) -> None:
        """What is sent to `listening` is heard."""
        self.listening = listening

    def hears(self, *samples: int) -> None:
        """A portion of sound."""
        self.listening.send(np.array(samples, np.int16).tobytes())

    def close(self) -> None:
        """Nothing is open."""


@pytest.fixture
def device(monkeypatch: pytest.MonkeyPatch) -> Capturing:
    """The one that a microphone opens."""
    capturing = Capturing()
    monkeypatch.setattr("voicecoach.player.microphone.open_microphone", lambda *_: capturing)
    return capturing


def test_nothing_is_kept_that_was_said_before_or_after(device: Capturing) -> None:
    with Microphone(backends=["NULL"], timeout_s=LONG_S) as microphone:
        device.hears(1, 2)
        assert (microphone.recorded_s, len(microphone.heard())) == (0, 0)
        microphone.record()
        device.hears(3, 4)
        device.hears(5)
        assert microphone.recorded_s == 3 / RATE_HZ
        assert microphone.stop().tolist() == [3, 4, 5]
        device.hears(6)
        assert len(microphone.stop()) == 0
        microphone.record()
        device.hears(7)
        assert microphone.stop().tolist() == [7]


def test_the_peak_is_the_loudest_sample_and_falls_by_a_fifth_with_each_portion(device: Capturing) -> None:
    peaks = []
    with Microphone(backends=["NULL"], timeout_s=LONG_S) as microphone:
        for portion in ((0, 100, -16_384, 8_192), (0, 0), (13_000, 0), (-32_768, 32_767), ()):
            device.hears(*portion)
            peaks.append(microphone.peak)
    assert peaks == pytest.approx([0.5, 0.4, 13_000 / 32_768, 1, 0.8])


@needs("pulseaudio", "pactl")
def test_an_unknown_microphone_names_those_that_are_there(microphone_server: SoundServer) -> None:
    assert microphone_server.address
    with pytest.raises(UnknownNameError, match=f"Unknown microphone 'Headset'. Known: {MICROPHONE}"):
        Microphone("Headset", ["PULSEAUDIO"], LONG_S)


@needs("pulseaudio")
def test_what_goes_to_a_loudspeaker_is_no_microphone(sound_server: SoundServer) -> None:
    assert sound_server.address
    with pytest.raises(OutputError, match=r"No microphone was found \(PULSEAUDIO: it has no microphones\)"):
        Microphone(None, ["PULSEAUDIO"], LONG_S)


def test_without_a_sound_system_another_way_to_record_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PULSE_SERVER", f"unix:{tmp_path}/nobody")
    with pytest.raises(OutputError, match=r"No microphone was found \(PULSEAUDIO: .*voicecoach lines"):
        Microphone(None, ["PULSEAUDIO"])
    assert capfd.readouterr().err == ""


def test_without_the_library_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "miniaudio", None)
    how = re.escape(install_package("miniaudio"))
    with pytest.raises(OutputError, match=rf"^Recording needs miniaudio: {how}\. Or record with another"):
        Microphone()


@needs("pulseaudio", "pactl")
def test_a_microphone_that_is_gone_is_noticed(microphone_server: SoundServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("voicecoach.player.microphone.STALLED_S", 0.5)
    with Microphone(timeout_s=LONG_S) as microphone:
        microphone_server.kill()
        wait_until(microphone.stalled)
        microphone.go_on()
        assert not microphone.stalled()
