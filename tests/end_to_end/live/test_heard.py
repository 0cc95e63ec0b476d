"""What is heard of a live session, recorded from the sound server and compared sample by sample."""

from __future__ import annotations

import wave
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from bench_live import busy
from tests.end_to_end.live.conftest import Start
from tests.end_to_end.live.recording import FADE, ROOM, TELLING, Sound, Walk, place, recorded, sounding
from tests.parts import needs
from tests.player.waiting import run_again
from tests.sound_server import SoundServer
from voicecoach.mix.tones import ToneSet
from voicecoach.player.live_session import LEAST_SILENCE_MS
from voicecoach.timeline.model import TimedStep, Timeline
from voicecoach.timeline.places import after_number, hold_points, run_up
from voicecoach.times import SAMPLE_RATE_HZ, Ms, samples

pytestmark = needs("pulseaudio", "parec")

LOOPS = 8


def the(timeline: Timeline, kind: str, number: int = 1) -> TimedStep:
    """A step of the timeline: the `number`th of its kind."""
    return [step for step in timeline.steps if step.kind == kind][number - 1]


@run_again
def test_next_back_pause_and_resume(live: Start, sound_server: SoundServer, sound: Sound, timeline: Timeline) -> None:
    with recorded(sound_server) as recording, live("--fresh") as terminal:
        terminal.until("Welcome")
        recording.hear(1)
        for key in "N", "n", "n":
            terminal.press(key)
            recording.hear(1.2)
        terminal.press(" ")
        terminal.until("Paused")
        before = ticks(sounding(recording.listen(0.5)))
        terminal.press("p")
        recording.until(lambda heard: ticks(heard) == before + 3)
        recording.hear(2.2)
        terminal.press("\x1b[D")
        recording.hear(1)
        terminal.leave()
        heard = recording.listen(0.1)
    work = samples(the(timeline, "work").start)
    walk = Walk(heard, sound)
    walk.goes_on_at(samples(Ms(timeline.events[0].start - LEAST_SILENCE_MS)))
    walk.fades_out()
    assert walk.goes_on_at(samples(the(timeline, "lead-in", 2).start)) <= FADE
    assert walk.goes_on_at(samples(run_up(timeline, the(timeline, "work").start))) <= FADE
    assert walk.goes_on_at(work) <= FADE
    paused_at, ended, recorded_end = walk.stopped, walk.end, walk.recorded_end
    walk.fades_out()
    walk.goes_on_at(paused_at)
    assert ticks(walk.heard[ended : walk.end]) == 3
    assert walk.recorded_end - recorded_end > 3.5 * SAMPLE_RATE_HZ
    assert walk.stopped > work + 2 * SAMPLE_RATE_HZ
    assert walk.goes_on_at(samples(run_up(timeline, the(timeline, "work").start))) <= FADE


def ticks(heard: Sound) -> int:
    """How many whole ticks there are, of which zeros are left out."""
    return heard.tobytes().count(sounding(ToneSet.load().samples("tick")[FADE:-FADE]).tobytes())


@run_again
def test_a_longer_rest_goes_on_without_a_break(
    live: Start, sound_server: SoundServer, sound: Sound, timeline: Timeline
) -> None:
    rest = the(timeline, "rest")
    with recorded(sound_server) as recording, live("--fresh") as terminal:
        terminal.until("Welcome")
        terminal.press("nnnn")
        terminal.until("Rest")
        recording.hear(3)
        terminal.press("s")
        heard = recording.hear(7)
        terminal.leave()
    walk = Walk(heard, sound)
    walk.goes_on_at(samples(after_number(timeline, rest.start)))
    room = walk.heard[-5 * SAMPLE_RATE_HZ :]
    assert 0 < np.abs(room).max() < 100, "there was no room tone, or more than that"


WITHOUT_LIBRARY = """
from voicecoach.player import libpulse
libpulse.LIBRARY = "libnothing.so.0"
"""


@run_again
def test_without_the_library_of_the_sound_server_miniaudio_plays(
    live: Start, sound_server: SoundServer, sound: Sound, timeline: Timeline
) -> None:
    with recorded(sound_server) as recording, live("--fresh", first=WITHOUT_LIBRARY) as terminal:
        terminal.until("Welcome")
        recording.hear(1)
        terminal.press(" ")
        terminal.until("Paused")
        recording.listen(0.5)
        terminal.press(" ")
        heard = recording.hear(2)
        terminal.leave()
    walk = Walk(heard, sound)
    walk.goes_on_at(samples(Ms(timeline.events[0].start - LEAST_SILENCE_MS)))
    walk.fades_out()
    assert walk.goes_on_at(walk.stopped) <= FADE


def test_pauses_have_room_tone_and_are_mute_when_it_is(live: Start, sound_server: SoundServer) -> None:
    with recorded(sound_server) as recording, live("--fresh") as terminal:
        terminal.until("Welcome")
        terminal.press(" ")
        terminal.until("Paused")
        recording.listen(1)
        room = recording.listen(1)[-SAMPLE_RATE_HZ // 2 :]
        terminal.press("m")
        terminal.until("muted")
        recording.listen(0.5)
        muted = recording.listen(1)[-SAMPLE_RATE_HZ // 2 :]
        terminal.leave()
    assert 0 < np.abs(room).max() <= ROOM
    assert np.count_nonzero(room) > len(room) / 2
    assert not muted.any()


@pytest.mark.parametrize("busy_s", [5, pytest.param(10, marks=pytest.mark.lengthy)])
@run_again
def test_a_busy_machine_leaves_no_hole(live: Start, sound_server: SoundServer, tmp_path: Path, busy_s: float) -> None:
    """Over a steady tone: nothing of it is missing for even a millisecond, though others want all there is."""
    tone = tmp_path / "tone.wav"
    wavfile_of(tone, 16_000 * np.sin(np.arange(60 * SAMPLE_RATE_HZ) * 2 * np.pi * 440 / SAMPLE_RATE_HZ))
    with recorded(sound_server) as recording, live("--fresh", "--music", str(tone)) as terminal:
        terminal.until("Welcome")
        recording.hear(1)
        start = len(recording.listen(0))
        with busy(LOOPS):
            heard = recording.listen(busy_s)[start:]
        terminal.leave()
        assert "hole" not in terminal.text
    piece = SAMPLE_RATE_HZ // 1000
    pieces = np.abs(heard[: len(heard) // piece * piece].reshape(-1, piece)).max(axis=1)
    assert not np.count_nonzero(pieces <= ROOM)


def wavfile_of(path: Path, sound: NDArray[np.float64]) -> None:
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(SAMPLE_RATE_HZ)
        file.writeframes(sound.astype("<i2").tobytes())


@run_again
def test_holds_wait_for_a_key(live: Start, sound_server: SoundServer, sound: Sound, timeline: Timeline) -> None:
    with recorded(sound_server) as recording, live("--fresh", "--wait") as terminal:
        terminal.until("Welcome")
        terminal.press("n")
        terminal.until("Ready\\?")
        recording.listen(1)
        terminal.press(" ")
        heard = recording.hear(4)
        terminal.leave()
    walk = Walk(heard, sound)
    walk.goes_on_at(samples(the(timeline, "lead-in", 2).start))
    held_at = min(map(samples, hold_points(timeline)), key=lambda at: abs(at - walk.stopped))
    assert 0 <= held_at - walk.stopped <= FADE, "it comes to rest just there"
    loud = held_at + int(np.argmax(np.abs(sound[held_at:]) > ROOM))
    goes_on_at = place(heard, sound[loud : loud + TELLING], walk.recorded_end)
    waited = goes_on_at - walk.recorded_end - (loud - held_at)
    assert waited > SAMPLE_RATE_HZ
    room = heard[walk.recorded_end :][: waited - FADE]
    assert 0 < np.abs(room[FADE:]).max() <= ROOM
