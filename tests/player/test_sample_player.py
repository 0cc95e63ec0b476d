from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from pathlib import Path
from threading import Event, Timer

import numpy as np
import pytest

from tests.outputs.sounds import sweep
from tests.parts import needs
from tests.player.sounds import noise
from tests.sound_server import RATE_HZ, Recording, SoundServer
from voicecoach.errors import OutputError
from voicecoach.interrupts import GivenUpError, given_up_by
from voicecoach.player.sample_player import play

LONG_S = 60.0


def test_a_clip_is_played_and_the_call_returns() -> None:
    play(sweep(200), backends=("NULL",), grace_s=LONG_S)


def test_an_empty_clip_is_no_trouble() -> None:
    play(np.zeros(0, np.int16), backends=("NULL",), grace_s=LONG_S)


def test_who_gives_it_up_does_not_hear_it_to_its_end() -> None:
    given_up, began_s = Event(), time.monotonic()

    def hear_until_given_up() -> None:
        given_up_by(given_up)
        play(np.zeros(int(2 * LONG_S) * RATE_HZ, np.int16), backends=("NULL",))

    Timer(0.3, given_up.set).start()
    with pytest.raises(GivenUpError):
        copy_context().run(hear_until_given_up)
    assert time.monotonic() - began_s < LONG_S


def test_without_a_sound_device_a_file_is_suggested(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PULSE_SERVER", f"unix:{tmp_path}/nobody")
    with pytest.raises(OutputError, match=r"No sound device.*-o FILE"):
        play(sweep(100), backends=("PULSEAUDIO",), grace_s=LONG_S)
    assert capfd.readouterr().err == ""


@needs("pulseaudio")
def test_a_sound_server_that_does_not_answer_is_given_up(sound_server: SoundServer) -> None:
    sound_server.freeze()
    with pytest.raises(OutputError, match="takes no sound"):
        play(sweep(100), backends=("PULSEAUDIO",), grace_s=0.5)


@needs("pulseaudio", "parec")
def test_a_sound_server_that_stops_answering_is_given_up(sound_server: SoundServer) -> None:
    """With ever more patience, until it has begun to play in that time: then it was frozen as it played."""
    patiences_s = iter((1.5, 5, 20, 60))
    while not frozen_as_it_plays(sound_server, next(patiences_s)):
        pass


def frozen_as_it_plays(server: SoundServer, patience_s: float) -> bool:
    """Freeze the server as soon as something is heard of a clip; whether that was before it was given up."""
    clip = noise(90)
    with server.recording() as recording, ThreadPoolExecutor(1) as pool:
        freezing = pool.submit(freeze_when_heard, server, recording, patience_s)
        with pytest.raises(OutputError, match="takes no sound"):
            play(clip, backends=("PULSEAUDIO",), grace_s=patience_s - len(clip) / RATE_HZ)
        frozen = freezing.result()
        server.thaw()
    return frozen


def freeze_when_heard(server: SoundServer, recording: Recording, patience_s: float) -> bool:
    heard = bool(len(recording.until_heard(1, patience_s)))
    server.freeze()
    return heard


@needs("pulseaudio", "parec")
def test_what_is_played_reaches_the_sound_server(sound_server: SoundServer) -> None:
    clip = noise(0.5)
    with sound_server.recording() as recording:
        play(clip, grace_s=LONG_S)
        sounding = clip[clip != 0]
        assert (recording.until_heard(len(sounding))[:, 0] == sounding).all()
