"""What a live session makes of sound that goes away, signals, and terminals that are no longer there."""

from __future__ import annotations

import re
import signal

import pytest

from tests.end_to_end.home import Home
from tests.end_to_end.live.conftest import Start
from tests.end_to_end.live.terminal import NEVER_ASLEEP, NEVER_GONE, Terminal
from tests.parts import needs
from tests.sound_server import SoundServer

pytestmark = needs("pulseaudio")

SESSION = "brisk.yaml"

OPENING = ("Week one of three", "Two minutes", "equipment", "dizzy", "Exercise one of two")
"""Of what is said there, in order."""

BROKEN_PLAYER = """
from voicecoach.player.playback import Playback
from voicecoach.times import SAMPLE_RATE_HZ
render = Playback.render
def failing(self, count):
    if self.at > 3 * SAMPLE_RATE_HZ:
        raise ZeroDivisionError("something odd")
    return render(self, count)
Playback.render = failing
"""
"""What a defect in the thread that renders looks like; after some seconds of sound."""


def test_without_a_device_it_says_so(live: Start) -> None:
    with live(PULSE_SERVER="unix:/nonexistent/native", PATH="/nonexistent") as terminal:
        assert terminal.status() == 1
        assert "Warning" not in terminal.text  # pydub has one where there is no ffmpeg
        assert "No sound device was found" in terminal.text
        assert "voicecoach make" in terminal.text
        assert terminal.is_as_before


@pytest.mark.usefixtures("sound_server")
def test_an_unknown_device_is_named_with_the_known_ones(live: Start) -> None:
    with live("--output-device", "quiet rom") as terminal:
        assert terminal.status() == 1
        assert "Did you mean 'Quiet room'?" in terminal.text


@pytest.mark.usefixtures("sound_server")
def test_the_devices_are_listed(home: Home) -> None:
    assert home.done("live", "--list-devices") == "Quiet room\n"


@pytest.mark.usefixtures("sound_server")
@pytest.mark.parametrize(
    ("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)], ids=str
)
def test_a_signal_ends_it(live: Start, home: Home, number: signal.Signals, status: int) -> None:
    with live() as terminal:
        terminal.until("Welcome")
        terminal.press("n")
        terminal.until("Exercise one of two")
        terminal.signal(number)
        assert terminal.status() == status
        assert terminal.is_as_before
        assert "Traceback" not in terminal.text
    [training] = home.trainings()
    assert not training["completed"]


SLOW_PLANNING = """
import time
from voicecoach.interrupts import patiently
from voicecoach.terminal import replanning
replanning.prepare = lambda *_: patiently(time.sleep)
"""
"""Planning anew waits for a voice that takes its time."""


@pytest.mark.usefixtures("sound_server")
def test_a_signal_ends_it_while_it_is_planned_anew(live: Start) -> None:
    with live("--plain", first=SLOW_PLANNING) as terminal:
        terminal.until("Welcome")
        terminal.press("d")
        terminal.until("Detail: brief …")
        terminal.signal(signal.SIGTERM)
        assert terminal.status() == 143


@pytest.mark.usefixtures("sound_server")
def test_who_quits_does_not_wait_for_another_plan(live: Start) -> None:
    with live("--plain", first=SLOW_PLANNING) as terminal:
        terminal.until("Welcome")
        terminal.press("d")
        terminal.until("Detail: brief …")
        terminal.leave()


@pytest.mark.usefixtures("sound_server")
def test_a_closed_terminal_ends_it(live: Start, home: Home) -> None:
    with live() as terminal:
        terminal.until("Welcome")
        terminal.press("n")
        terminal.until("Exercise one of two")
        terminal.hang_up()
        assert terminal.ended() == 129
    assert len(home.trainings()) == 1


def still_to_be_said(terminal: Terminal) -> list[str]:
    """Of the opening, by what was seen so far: who looks late has seen more of it."""
    return [text for text in OPENING if text not in terminal.text]


def test_a_dead_sound_server_pauses_it_until_it_is_back(live: Start, sound_server: SoundServer) -> None:
    with live("--plain", patience=NEVER_ASLEEP) as terminal:
        terminal.until("Week one of three")
        sound_server.kill()
        terminal.until("Paused: the sound device is gone")
        sound_server.start()
        terminal.until("The sound is back. Space goes on.")
        following = still_to_be_said(terminal)[0]
        terminal.press(" ")
        terminal.until("Going on")
        terminal.until(following)
        assert terminal.text.count("Going on.") == 1
        terminal.leave()


def test_a_sound_server_that_dies_for_good_leaves_the_keys_alive(
    live: Start, home: Home, sound_server: SoundServer
) -> None:
    with live("--plain", "--output-device", "Quiet", patience=NEVER_ASLEEP) as terminal:
        terminal.until("Week one of three")
        sound_server.kill()
        terminal.until("Paused: the sound device is gone")
        terminal.press("q")
        terminal.until("Quit")
        terminal.press("y")
        assert terminal.status() == 0
    assert len(home.trainings()) == 1


def test_the_notice_of_a_device_that_is_gone_stays_until_it_is_back(live: Start, sound_server: SoundServer) -> None:
    with live("--plain", patience=NEVER_ASLEEP) as terminal:
        terminal.until("Week one of three")
        sound_server.kill()
        terminal.until("Paused: the sound device is gone")
        for keys in ("qn", "qx", "?", "\x1b", "n"):
            terminal.press(keys)
        terminal.press("q")
        terminal.until("Quit")
        terminal.press("n")
        terminal.until("Paused: the sound device is gone")
        sound_server.start()
        terminal.until("The sound is back. Space goes on.")
        terminal.leave()


def test_a_sound_server_that_hangs_does_not_hang_it(live: Start, sound_server: SoundServer) -> None:
    with live("--plain", patience=NEVER_ASLEEP) as terminal:
        terminal.until("Week one of three")
        sound_server.freeze()
        terminal.until("Paused: the sound device is gone")
        sound_server.thaw()
        terminal.until("The sound is back. Space goes on.")
        terminal.leave()


@pytest.mark.usefixtures("sound_server")
def test_after_a_sleep_it_is_paused_where_it_was(live: Start) -> None:
    with live("--plain", patience=NEVER_GONE) as terminal:
        terminal.until("Week one of three")
        terminal.signal(signal.SIGSTOP)
        terminal.rest(2.5)
        terminal.signal(signal.SIGCONT)
        terminal.until("Paused: the computer was asleep")
        following = still_to_be_said(terminal)[0]
        terminal.press(" ")
        terminal.until("Going on")
        terminal.until(following)
        terminal.leave()


@pytest.mark.usefixtures("sound_server")
def test_what_was_lost_is_told_at_the_end(live: Start) -> None:
    with live("--plain", patience=NEVER_GONE) as terminal:
        terminal.until("Week one of three")
        terminal.signal(signal.SIGSTOP)
        terminal.rest(1.6)
        terminal.signal(signal.SIGCONT)
        terminal.until("|".join(("Paused: the computer was asleep", *still_to_be_said(terminal)[1:])))
        terminal.leave()
        was_long = "Paused: the computer was asleep" in terminal.text
        assert was_long or re.search(r"The sound had \d holes?, (0\.[2-9]|[1-9]\.\d) s in all", terminal.text)


@pytest.mark.usefixtures("sound_server")
def test_a_defect_where_sound_is_rendered_is_reported(live: Start, home: Home) -> None:
    with live(first=BROKEN_PLAYER) as terminal:
        assert terminal.status() == 1
        assert "The sound failed: ZeroDivisionError: something odd." in terminal.text
        assert terminal.is_as_before
    assert len(home.trainings()) == 1
