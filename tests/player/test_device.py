from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from threading import Condition, Event

import numpy as np
import pytest
from numpy.typing import NDArray

from tests.parts import needs
from tests.player.sounds import FADE, Whole, fade_in, fade_out, noise, same
from tests.sound_server import SINK, SoundServer, without_silence
from voicecoach.errors import OutputError, UnknownNameError
from voicecoach.player.device import Device
from voicecoach.player.player import Player, Snapshot
from voicecoach.times import Samples

LONG_S = 60
STEADY = 24_000
"""So many samples on, a device that is gone is missed at once."""
TRIES = 20


class Watched(Player):
    """A player that tells when something has come to pass, and keeps what it has rendered."""

    def __init__(self, source: Whole) -> None:
        super().__init__(source)
        self.portions: list[NDArray[np.int16]] = []
        self._rendered_more = Condition()

    def render(self, count: int) -> NDArray[np.int16]:
        sound = super().render(count)
        with self._rendered_more:
            self.portions.append(sound)
            self._rendered_more.notify_all()
        return sound

    def until(self, come: Callable[[Snapshot], bool]) -> Snapshot:
        with self._rendered_more:
            assert self._rendered_more.wait_for(lambda: come(self.snapshot), LONG_S)
        return self.snapshot

    def sound(self) -> NDArray[np.int16]:
        return np.concatenate(self.portions)[:, 0]


def wait_until(come: Callable[[], bool]) -> None:
    never = Event()
    for _ in range(LONG_S * 100):
        if come():
            return
        never.wait(0.01)
    pytest.fail("it did not come to pass")


def test_a_session_is_played_to_its_end() -> None:
    player = Watched(Whole(noise(0.3)))
    with Device(player, backends=["NULL"], timeout_s=LONG_S) as device:
        player.until(lambda now: now.finished)
        wait_until(lambda: device.heard().finished)
        assert device.heard().position == 14_400
        assert device.error is None
        opened = device.backend
    assert opened == "Null"
    assert device.backend is None
    device.close()


def test_what_is_heard_lags_what_is_rendered() -> None:
    player = Watched(Whole(noise(20)))
    with Device(player, backends=["NULL"], timeout_s=LONG_S) as device:
        assert device.heard().position <= player.snapshot.position
        player.until(lambda now: now.rendered > 9600)
    lag = player.snapshot.rendered - device.heard().rendered
    assert 2880 <= lag <= 2880 + 960


def test_an_exception_in_the_player_is_reported_and_silence_follows() -> None:
    player = Watched(Whole(noise(20)))
    with Device(player, backends=["NULL"], timeout_s=LONG_S) as device:
        player.seek(lambda _here: Samples(1 // 0))
        wait_until(lambda: device.error is not None)
        assert isinstance(device.error, ZeroDivisionError)
        assert not device.stalled(LONG_S)


def test_after_a_gap_it_pauses_before_it_makes_a_sound() -> None:
    slept_s = [0.0]
    player = Watched(Whole(noise(20)))
    with Device(player, backends=["NULL"], timeout_s=LONG_S, clock=lambda: slept_s[0]) as device:
        player.until(lambda now: now.position > 4800)
        assert not device.interrupted()
        slept_s[0] += 3600
        snapshot = player.until(lambda now: now.paused)
        assert device.interrupted()
        assert not device.interrupted()
        assert snapshot.position < 20 * 48_000 / 2


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
def test_a_device_is_opened_by_a_part_of_its_name(sound_server: SoundServer) -> None:
    assert sound_server.address
    player = Watched(Whole(noise(1)))
    with Device(player, name="quiet", backends=["PULSEAUDIO"], timeout_s=LONG_S):
        player.until(lambda now: now.position > 960)
    with pytest.raises(UnknownNameError, match=f"Unknown output device 'Loud room'.*{SINK}"):
        Device(player, name="Loud room", backends=["PULSEAUDIO"], timeout_s=LONG_S)


@needs("pulseaudio", "parec")
def test_what_reaches_the_sound_server_is_what_was_to_be_heard(sound_server: SoundServer) -> None:
    """Whole and in order, each time; and without a hole, unless the machine has too much else to do for all tries."""
    source = Whole(noise(6))
    for _ in range(TRIES):
        player = Watched(source)
        with sound_server.recording() as recording:
            places = played_with_a_pause_and_jumps(player, source)
            sent = player.sound()[: player.snapshot.rendered]
            heard = recording.until_heard(len(without_silence(sent[:, np.newaxis])))
            recorded = recording.until(0)
        first, second = sounding(sent)
        assert same(*alike(first, source, [(0, places[0] + FADE)]))
        assert same(*alike(second, source, [(150_001, places[1] + FADE), (source.total - 9600, source.total)]))
        assert (heard[:, 0] == without_silence(sent[:, np.newaxis])[:, 0]).all()
        if np.array_equal(trimmed(recorded[:, 0]), trimmed(sent)):
            return
    assert os.getloadavg()[0] > (os.cpu_count() or 1), "there were holes, and little else to do"


def played_with_a_pause_and_jumps(player: Watched, source: Whole) -> tuple[int, int]:
    """Play and pause, jump and go on, jump near the end; the places of the pause and of the last jump."""
    left_at: list[int] = []

    def last_steps(here: Samples) -> Samples:
        left_at.append(here)
        return Samples(source.total - 9600)

    with Device(player, backends=["PULSEAUDIO"], timeout_s=LONG_S) as device:
        player.until(lambda now: now.position > 12_000)
        player.pause()
        paused_at = player.until(lambda now: now.paused).position
        player.until(lambda now: now.rendered > paused_at + 9600)
        player.seek(Samples(150_001))
        player.resume()
        player.until(lambda now: now.position > 170_000)
        player.seek(last_steps)
        end = player.until(lambda now: now.finished).rendered
        wait_until(lambda: device.heard().rendered > end)
    return paused_at, left_at[0]


def trimmed(sound: NDArray[np.int16]) -> NDArray[np.int16]:
    """Without the zeros around it."""
    at = np.flatnonzero(sound)
    return sound[at[0] : at[-1] + 1]


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


@needs("pulseaudio")
def test_a_sound_server_that_dies_is_noticed_and_its_successor_used(sound_server: SoundServer) -> None:
    player = Watched(Whole(noise(60)))
    with Device(player, backends=["PULSEAUDIO"], timeout_s=LONG_S) as device:
        player.until(lambda now: now.position > STEADY)
        assert not device.stalled(LONG_S)
        sound_server.kill()
        wait_until(lambda: device.stalled(0.3))
        player.pause()
        with pytest.raises(OutputError, match="No sound device"):
            device.reopen()
        sound_server.start()
        device.reopen()
        stopped_at = player.until(lambda now: now.paused).position
        player.resume()
        player.until(lambda now: now.position > stopped_at + 9600)
        assert not device.stalled(LONG_S)
        assert device.error is None


@needs("pulseaudio")
def test_a_sound_server_that_freezes_is_noticed_and_left_in_bounded_time(sound_server: SoundServer) -> None:
    player = Watched(Whole(noise(60)))
    with Device(player, backends=["PULSEAUDIO"], timeout_s=2) as device:
        player.until(lambda now: now.position > STEADY)
        sound_server.freeze()
        wait_until(lambda: device.stalled(0.3))
        with pytest.raises(OutputError, match="no answer for 2 s"):
            device.reopen()
