from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from threading import Event

import pytest

from tests.parts import needs
from tests.sound_server import SINK, SoundServer
from voicecoach.errors import ChoiceError, OutputError, UnknownNameError
from voicecoach.player.attempt import Attempt
from voicecoach.player.backends import SoundSystems, chosen, devices, usual_backends

LONG_S = 60
KNOWN = {"Built-in Audio": 1, "USB Headset": 2, "USB Speaker": 3}


def test_a_device_is_chosen_by_its_name_or_a_part() -> None:
    assert chosen("USB Headset", KNOWN) == 2
    assert chosen("headset", KNOWN) == 2
    assert chosen("BUILT", KNOWN) == 1


def test_a_name_inside_another_is_still_a_name() -> None:
    assert chosen("USB", {"USB": 1, "USB 2": 2}) == 1


def test_an_unknown_device_names_the_nearest() -> None:
    with pytest.raises(UnknownNameError, match=r"Unknown output device 'Headsat'.*USB Headset"):
        chosen("Headsat", KNOWN)


def test_a_part_of_several_names_is_not_enough() -> None:
    with pytest.raises(ChoiceError, match=r"'usb' is part of .* several output devices: USB Headset, USB Speaker"):
        chosen("usb", KNOWN)


def test_the_silent_device_is_used_only_by_name() -> None:
    assert "NULL" not in usual_backends()
    assert devices(["NULL"]) == ["NULL Playback Device"]


def test_without_any_sound_system_a_file_is_suggested(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PULSE_SERVER", f"unix:{tmp_path}/nobody")
    with pytest.raises(OutputError, match=r"No sound device was found \(PULSEAUDIO: .*voicecoach make"):
        devices(["PULSEAUDIO"])
    assert capfd.readouterr().err == ""


@needs("pulseaudio")
def test_the_devices_of_the_sound_server_are_listed(sound_server: SoundServer) -> None:
    assert sound_server.address
    assert devices(["PULSEAUDIO"]) == [SINK]


@needs("pulseaudio")
def test_a_sound_server_that_does_not_answer_is_given_up(sound_server: SoundServer) -> None:
    sound_server.freeze()
    with pytest.raises(OutputError, match=r"PULSEAUDIO: no answer for 0\.3 s"):
        devices(["PULSEAUDIO"], timeout_s=0.3)
    sound_server.thaw()


def test_a_system_that_hangs_is_passed_over_until_it_answers() -> None:
    answer = Event()
    late: list[str] = []

    def work(backend: str) -> str:
        if backend == "NULL":
            assert answer.wait(LONG_S)
        return backend

    systems = SoundSystems(["NULL", "ALSA"], timeout_s=1)
    assert systems.first(work, late.append) == "ALSA"
    assert systems.first(work, late.append) == "ALSA"
    answer.set()
    systems = SoundSystems(["NULL"], timeout_s=LONG_S)
    assert systems.first(work, late.append) == "NULL"


def test_a_late_result_is_not_kept() -> None:
    answer, disposed = Event(), Event()
    attempt = Attempt(lambda: answer.wait(LONG_S), unwanted=lambda _result: disposed.set())
    with pytest.raises(TimeoutError):
        attempt.result(0.01)
    assert attempt.hanging
    answer.set()
    assert disposed.wait(LONG_S)


def test_a_hanging_attempt_does_not_keep_the_interpreter() -> None:
    program = (
        "import threading\n"
        "from voicecoach.player.attempt import Attempt\n"
        "Attempt(threading.Event().wait, unwanted=print).wait(0.01)\n"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False, timeout=60).returncode == 0
