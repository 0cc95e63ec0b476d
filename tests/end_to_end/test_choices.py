from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
import soundfile
from mutagen.mp3 import MP3

from tests.end_to_end.hearing import (
    FULL_SCALE,
    RATE_HZ,
    Event,
    correlation,
    decoded,
    heard_between,
    sample_at,
)
from tests.end_to_end.home import SHORT, Home, HomeHere

if TYPE_CHECKING:
    from numpy.typing import NDArray

LEFT_HZ, RIGHT_HZ = 12_000, 13_000
"""Above everything the voice has, which stops at 11 kHz."""

DUCKED_DB = 12.0


@pytest.fixture
def home(home: Home) -> Home:
    """A home whose program runs here."""
    return HomeHere(home.folder, home.variables)


def tune(path: Path, seconds: float) -> Path:
    """Two steady notes, one for each ear."""
    at = np.arange(round(seconds * RATE_HZ)) / RATE_HZ
    notes = np.stack([np.sin(2 * np.pi * hertz * at) for hertz in (LEFT_HZ, RIGHT_HZ)], axis=1)
    soundfile.write(str(path), 0.2 * notes, RATE_HZ, "PCM_16")
    return path


def note_db(sound: NDArray[np.int16], channel: int, hertz: int, start: float, end: float) -> float:
    """How loud a note is in a channel over a stretch of time."""
    piece = sound[sample_at(start) : sample_at(end), channel] / FULL_SCALE
    turns = np.exp(-2j * np.pi * hertz * np.arange(len(piece)) / RATE_HZ)
    return float(20 * np.log10(abs((piece * turns).mean()) * 2 + 1e-9))


def spoken(plan: dict[str, Any]) -> list[Event]:
    return [event for event in plan["events"] if event["channel"] == "voice"]


def test_music_gives_way_to_the_voice(home: Home, tmp_path: Path) -> None:
    plan = home.plan(*SHORT)
    music = tune(tmp_path / "tune.flac", plan["duration"] + 10)
    path = home.made("session.mp3", *SHORT, "--music", music)
    info = MP3(path).info
    assert (info.bitrate, info.channels) == (128_000, 2)
    sound = decoded(path)
    assert sound.shape == (sample_at(plan["duration"]), 2)
    line = max(spoken(plan)[1:-1], key=lambda event: event["end"] - event["start"])
    ends = [0.0, *(event["end"] for event in plan["events"])]
    starts = [*(event["start"] for event in plan["events"]), plan["duration"]]
    pause, pause_ends = max(zip(ends, starts, strict=True), key=lambda gap: gap[1] - gap[0])
    assert pause_ends - pause > 1.5
    for channel, (own, other) in enumerate([(LEFT_HZ, RIGHT_HZ), (RIGHT_HZ, LEFT_HZ)]):
        under = note_db(sound, channel, own, line["start"], line["end"])
        between = note_db(sound, channel, own, pause + 0.8, pause_ends - 0.4)
        assert between - under == pytest.approx(DUCKED_DB, abs=1.0)
        assert between - note_db(sound, channel, other, pause + 0.8, pause_ends - 0.4) > 20


def test_the_level_of_the_music_is_a_choice(home: Home, tmp_path: Path) -> None:
    music = tune(tmp_path / "tune.wav", 20)
    levels = []
    for choice in ("0", "-6"):
        sound = decoded(home.made("session.wav", *SHORT, "--music", music, "--music-level", choice))
        levels.append(note_db(sound, 0, LEFT_HZ, 2, 12))
    assert levels[0] - levels[1] == pytest.approx(6.0, abs=0.5)


def test_a_level_of_no_music_is_noted(home: Home) -> None:
    ran = home.run("make", *SHORT, "--music-level", "-3")
    assert "note: Without --music, --music-level changes nothing." in ran.stderr.splitlines()


def test_my_own_tones_take_the_place_of_the_built_in_ones(home: Home, tmp_path: Path) -> None:
    at = np.arange(RATE_HZ // 10) / RATE_HZ
    chirp = (0.3 * np.sin(2 * np.pi * (500 + 9000 * at) * at) * np.hanning(len(at))).astype(np.float32)
    folder = tmp_path / "tones"
    folder.mkdir()
    soundfile.write(str(folder / "tick.wav"), chirp, RATE_HZ)
    plan = home.plan(*SHORT, "--tones", folder)
    sound = decoded(home.made("session.mp3", *SHORT, "--tones", folder))
    ticks = [event for event in plan["events"] if (event["channel"], event["text"]) == ("tone", "tick")]
    assert ticks
    for tick in ticks:
        late, alike = correlation(sound, chirp * FULL_SCALE, sample_at(tick["start"]), sample_at(0.05))
        assert abs(late) <= sample_at(0.005), tick
        assert alike > 0.9


def test_without_a_voice_ticks_mark_the_repetitions(home: Home) -> None:
    choices = (*SHORT, "--detail", "tones")
    plan = home.plan(*choices)
    assert {event["channel"] for event in plan["events"]} == {"tone"}
    assert [event["rep"] for event in plan["events"] if event["role"] == "count"] == [1, 2, 3, 4, 5]
    sound = decoded(home.made("tones.mp3", *choices))
    for event in plan["events"]:
        first, last = sample_at(event["start"]), sample_at(event["end"])
        heard = heard_between(sound, max(0, first - sample_at(0.04)), last, -50)
        assert heard, event
        assert abs(heard[0] - first) <= sample_at(0.005), event


@pytest.mark.parametrize(
    ("detail", "left_out"),
    [
        ("counts", {"phase", "setup", "cue", "encouragement"}),
        ("brief", {"phase", "encouragement"}),
    ],
)
def test_less_detail_says_less(home: Home, detail: str, left_out: set[str]) -> None:
    choices = ("squat", "--sets", "3", "--reps", "8")
    told = {event["role"] for event in home.plan(*choices)["events"]}
    roles = {event["role"] for event in home.plan(*choices, "--detail", detail)["events"]}
    assert "count" in roles
    assert roles == told - left_out
    assert left_out < told


def test_a_configuration_file_holds_defaults_and_the_command_line_goes_first(home: Home) -> None:
    (home.folder / "config.yaml").write_text("detail: tones\nreps: 4\n", encoding="utf-8")
    configured = home.plan("squat", "--sets", "1")
    assert {event["channel"] for event in configured["events"]} == {"tone"}
    assert [step["reps"] for step in configured["steps"] if step["kind"] == "work"] == [4]
    given = home.plan("squat", "--sets", "1", "--reps", "6")
    assert [step["reps"] for step in given["steps"] if step["kind"] == "work"] == [6]
