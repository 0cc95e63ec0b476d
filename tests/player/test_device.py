from __future__ import annotations

import ctypes
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from tests.parts import needs
from tests.player.sounds import FADE, Whole, fade_in, fade_out, hum, largest_jump, noise, same
from tests.player.waiting import LONG_S, try_until, wait_until
from tests.sound_server import SINK, SoundServer
from voicecoach.errors import OutputError, UnknownNameError
from voicecoach.player import libpulse, miniaudio_device
from voicecoach.player.backends import open_device
from voicecoach.player.device import Device
from voicecoach.player.heartbeat import GAP_S
from voicecoach.player.libpulse import library
from voicecoach.player.output import Lost
from voicecoach.player.player import Player, Snapshot
from voicecoach.times import SAMPLE_RATE_HZ, Samples

STEADY = 24_000
"""So many samples on, a device that is gone is missed at once."""
KEYS = 5
SHOWN_WITHIN = SAMPLE_RATE_HZ // 10


def until(device: Device, come: Callable[[Snapshot], bool]) -> Snapshot:
    """Wait for what is heard to be so, and return it."""
    heard = [device.heard()]

    def has_come() -> bool:
        heard.append(device.heard())
        return come(heard[-1])

    wait_until(has_come)
    return heard[-1]


def test_a_session_is_played_to_its_end() -> None:
    with Device(Player(Whole(noise(0.3))), backends=["NULL"], timeout_s=LONG_S) as device:
        assert until(device, lambda now: now.finished).position == 14_400
        assert device.error is None
        opened = device.backend
    assert opened == "Null"
    assert device.backend is None
    device.close()


def test_what_is_heard_lags_what_is_rendered() -> None:
    player = Player(Whole(noise(20)))
    with Device(player, backends=["NULL"], timeout_s=LONG_S) as device:
        heard = until(device, lambda now: now.rendered > 9600)
        assert heard.position + SAMPLE_RATE_HZ // 2 < player.snapshot.position
        assert heard.position < player.present().position < heard.position + SAMPLE_RATE_HZ // 2


def test_a_key_changes_what_is_rendered_already() -> None:
    player = Player(Whole(noise(20)))
    with Device(player, backends=["NULL"], timeout_s=LONG_S) as device:
        pressed = until(device, lambda now: now.rendered > 9600)
        player.pause()
        paused = until(device, lambda now: now.paused)
        assert paused.position - pressed.position < 12_000, "it isn't what was rendered ahead that is heard"


def test_an_exception_in_the_player_is_reported_and_silence_follows() -> None:
    player = Player(Whole(noise(20)))
    with Device(player, backends=["NULL"], timeout_s=LONG_S) as device:
        player.seek(lambda _here: Samples(1 // 0))
        wait_until(lambda: device.error is not None)
        assert isinstance(device.error, ZeroDivisionError)
        assert not device.stalled(LONG_S)


def test_after_a_gap_it_pauses_before_it_makes_a_sound() -> None:
    slept_s = [0.0]
    player = Player(Whole(noise(20)))
    with Device(player, backends=["NULL"], timeout_s=LONG_S, clock=lambda: slept_s[0]) as device:
        until(device, lambda now: now.position > 4800)
        assert not device.interrupted()
        slept_s[0] += 3600
        snapshot = until(device, lambda now: now.paused)
        assert device.interrupted()
        assert not device.interrupted()
        assert snapshot.position < 20 * 48_000 / 2


def keep_all_threads_waiting(seconds: float) -> None:
    """As on a machine that has too much to do."""
    ctypes.PyDLL(None).usleep(int(seconds * 1_000_000))  # with the interpreter's lock held


@pytest.mark.skipif(sys.platform == "win32", reason="it has no usleep")
def test_a_device_that_ran_dry_is_opened_again_with_a_longer_buffer(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[int] = []

    def noted(backend: str, name: str | None, channels: int, rate_hz: int, buffer_ms: int) -> object:
        opened.append(buffer_ms)
        return open_device(backend, name, channels, rate_hz, buffer_ms)

    monkeypatch.setattr(miniaudio_device, "open_device", noted)
    player = Player(Whole(noise(20)))
    with Device(player, backends=["NULL"], timeout_s=LONG_S) as device:
        before = until(device, lambda now: now.position > 4800)
        keep_all_threads_waiting(0.2)
        wait_until(lambda: len(opened) >= 2)
        after = until(device, lambda now: now.position > before.position + 9600)
        assert opened in ([60, 120], [60, 120, 240])  # a busy machine may let it run dry once more
        assert device.lost.holes >= len(opened) - 1
        assert 0.05 < device.lost.seconds < LONG_S
        assert not after.paused
        assert device.error is None


def test_the_interpreter_leaves_without_closing() -> None:
    program = (
        "import numpy as np\n"
        "from tests.player.sounds import Whole, noise\n"
        "from voicecoach.player.device import Device\n"
        "from voicecoach.player.player import Player\n"
        "device = Device(Player(Whole(noise(5))), backends=['NULL'])\n"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False, timeout=60).returncode == 0


def test_without_a_device_a_file_is_suggested(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PULSE_SERVER", f"unix:{tmp_path}/nobody")
    monkeypatch.setenv("ALSA_CONFIG_PATH", str(tmp_path / "none"))
    with pytest.raises(OutputError, match=r"No sound device was found .*voicecoach make"):
        Device(Player(Whole(noise(1))), backends=["PULSEAUDIO", "ALSA"])
    assert capfd.readouterr().err == ""


@needs("pulseaudio")
@pytest.mark.parametrize("bound", [True, False], ids=["by its own library", "by miniaudio"])
def test_a_device_is_opened_by_a_part_of_its_name(
    sound_server: SoundServer, monkeypatch: pytest.MonkeyPatch, *, bound: bool
) -> None:
    assert sound_server.address
    if not bound:
        without_library(monkeypatch)
    player = Player(Whole(noise(1)))
    with Device(player, name="quiet", backends=["PULSEAUDIO"], timeout_s=LONG_S) as device:
        until(device, lambda now: now.position > 960)
    with pytest.raises(UnknownNameError, match=f"Unknown output device 'Loud room'.*{SINK}"):
        Device(player, name="Loud room", backends=["PULSEAUDIO"], timeout_s=LONG_S)


def without_library(monkeypatch: pytest.MonkeyPatch) -> None:
    """As where PulseAudio's library can't be loaded."""
    library.cache_clear()
    monkeypatch.setattr(libpulse, "LIBRARY", "libnothing.so.0")


@needs("pulseaudio")
def test_the_library_of_the_sound_server_is_enough(sound_server: SoundServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "miniaudio", None)
    with Device(Player(Whole(noise(1))), timeout_s=LONG_S) as device:
        until(device, lambda now: now.position > 960)
    sound_server.kill()
    with pytest.raises(OutputError, match=r"^Playing sound needs miniaudio: .*pip install miniaudio\. Or save"):
        Device(Player(Whole(noise(1))), timeout_s=LONG_S)


@needs("pulseaudio")
@pytest.mark.usefixtures("sound_server")
def test_a_second_without_time_is_survived_and_what_comes_after_is_counted() -> None:
    with Device(Player(Whole(noise(20))), backends=["PULSEAUDIO"], timeout_s=LONG_S) as device:
        until(device, lambda now: now.position > STEADY)
        keep_all_threads_waiting(0.9)
        assert device.lost == Lost()
        until(device, lambda now: now.position > 4 * STEADY)
        keep_all_threads_waiting(1.6)
        wait_until(lambda: device.lost.holes == 1 or device.interrupted())
        assert device.lost.seconds < GAP_S


@needs("pulseaudio", "parec")
def test_what_reaches_the_sound_server_is_what_was_to_be_heard(sound_server: SoundServer) -> None:
    """To the sample: through a pause, a jump in it and a jump, each written over what was there."""
    source = Whole(noise(6))

    def is_right() -> bool:
        with sound_server.recording() as recording:
            paused_at, left_at = played_with_a_pause_and_jumps(source)
            pieces = sounding(recording.until(recording.seconds + 0.3)[:, 0])
        spans = [(0, paused_at + FADE)], [(150_001, left_at + FADE), (source.total - 9600, source.total)]
        return len(pieces) == len(spans) and all(
            same(*alike(piece, source, wanted)) for piece, wanted in zip(pieces, spans, strict=True)
        )

    try_until(is_right)


def played_with_a_pause_and_jumps(source: Whole) -> tuple[int, int]:
    """Play and pause, jump and go on, jump near the end; the places of the pause and of the last jump."""
    player = Player(source)
    left_at: list[int] = []

    def last_steps(here: Samples) -> Samples:
        left_at.append(here)
        return Samples(source.total - 9600)

    with Device(player, backends=["PULSEAUDIO"], timeout_s=LONG_S) as device:
        until(device, lambda now: now.position > 12_000)
        player.pause()
        paused = until(device, lambda now: now.paused)
        until(device, lambda now: now.rendered > paused.rendered + 9600)
        player.seek(Samples(150_001))
        player.resume()
        until(device, lambda now: now.position > 170_000)
        player.seek(last_steps)
        end = until(device, lambda now: now.finished).rendered
        until(device, lambda now: now.rendered > end + 4800)
        assert device.lost == Lost()
    return paused.position, left_at[-1]


def sounding(sound: NDArray[np.int16]) -> list[NDArray[np.int16]]:
    """The stretches between silences of 100 ms."""
    at = np.flatnonzero(sound)
    borders = np.flatnonzero(np.diff(at) > 4800)
    starts, ends = [at[0], *at[borders + 1]], [*at[borders], at[-1]]
    return [sound[start : end + 1] for start, end in zip(starts, ends, strict=True)]


def alike(
    heard: NDArray[np.int16], source: Whole, spans: list[tuple[int, int]]
) -> tuple[NDArray[np.int16], NDArray[np.float64]]:
    """What was heard, and what these stretches of the source sound like, without the zeros around it."""
    faded = [fade_out(np.rint(fade_in(source.sound[start:end]))) for start, end in spans]
    want = np.concatenate(faded)
    sounds = np.flatnonzero(np.rint(want))
    return heard, want[sounds[0] : sounds[-1] + 1]


@needs("pulseaudio", "parec")
def test_a_key_makes_no_click(sound_server: SoundServer) -> None:
    """Whatever is pressed, the sound that is written anew goes on where the other left off."""
    steepest = largest_jump(hum(1)) + 2 * 16_000 // FADE

    def is_smooth() -> bool:
        return largest_jump(heard_with_keys(sound_server)) <= 2 * steepest

    try_until(is_smooth)


def heard_with_keys(server: SoundServer) -> NDArray[np.int16]:
    player = Player(Whole(hum(60)))
    with server.recording() as recording, Device(player, backends=["PULSEAUDIO"], timeout_s=LONG_S) as device:
        for number in range(KEYS):
            until(device, partial(has_rendered, (number + 1) * 4800))
            player.volume_by(-0.05)
            player.toggle()
            player.seek(lambda here: Samples(here + 12_345))
            player.toggle()
        return recording.until(recording.seconds + 0.3)[:, 0]


def has_rendered(samples: int, now: Snapshot) -> bool:
    return now.rendered > samples


@needs("pulseaudio", "parec")
@pytest.mark.parametrize("bound", [True, False], ids=["by its own library", "by miniaudio"])
def test_what_is_said_to_be_heard_is_what_is_heard(
    sound_server: SoundServer, monkeypatch: pytest.MonkeyPatch, *, bound: bool
) -> None:
    """What a screen shows stands where the sound is, to within a tenth of a second."""
    if not bound:
        without_library(monkeypatch)
    source = Whole(noise(60))

    def is_right() -> bool:
        with (
            sound_server.recording() as recording,
            Device(Player(source), backends=["PULSEAUDIO"], timeout_s=LONG_S) as device,
        ):
            until(device, lambda now: recording.seconds > 0 and now.position > 2 * STEADY)
            position, length = device.heard().position, int(recording.seconds * SAMPLE_RATE_HZ)
            last = recording.until(0)[length - 480 : length, 0]
        found = source.sound.tobytes().find(last.tobytes())
        return found >= 0 and abs(found // 2 + len(last) - position) <= SHOWN_WITHIN

    try_until(is_right)


@needs("pulseaudio")
def test_a_sound_server_that_dies_is_noticed_and_its_successor_used(sound_server: SoundServer) -> None:
    player = Player(Whole(noise(60)))
    with Device(player, backends=["PULSEAUDIO"], timeout_s=LONG_S) as device:
        until(device, lambda now: now.position > STEADY)
        assert not device.stalled(LONG_S)
        sound_server.kill()
        wait_until(lambda: device.stalled(LONG_S))
        left_at = device.heard().position
        player.pause()
        with pytest.raises(OutputError, match="No sound device"):
            device.reopen()
        sound_server.start()
        device.reopen()
        stopped = until(device, lambda now: now.paused)
        assert stopped.position == left_at, "what nobody heard is played again"
        player.resume()
        until(device, lambda now: now.position > left_at + 9600)
        assert not device.stalled(LONG_S)
        assert device.error is None


@needs("pulseaudio")
def test_a_sound_server_that_freezes_is_noticed_and_left_in_bounded_time(sound_server: SoundServer) -> None:
    player = Player(Whole(noise(60)))
    with Device(player, backends=["PULSEAUDIO"], timeout_s=2) as device:
        until(device, lambda now: now.position > STEADY)
        sound_server.freeze()
        wait_until(lambda: device.stalled(0.3))
        with pytest.raises(OutputError, match="no answer for 2 s"):
            device.reopen()
