from __future__ import annotations

import subprocess
import sys
import wave
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

import make_tones
from voicecoach.mix.tones import TONE_NAMES

ROOT = Path(__file__).parents[2]
SILENT = 32_768 * 10 ** (-60 / 20)

PULSES = {
    "tick": [880],
    "soft": [698],
    "go": [1319],
    "halfway": [1047, 1047],
    "switch": [698, 1047],
    "done": [1047, 698],
    "rest": [1047, 784, 523],
    "finish": [784, 1047, 1568],
}


def tone(name: str) -> NDArray[np.int16]:
    with wave.open(str(ROOT / "audio_assets" / f"{name}.wav"), "rb") as file:
        assert (file.getframerate(), file.getnchannels(), file.getsampwidth()) == (48_000, 1, 2)
        return np.frombuffer(file.readframes(file.getnframes()), np.int16)


def pulses(sound: NDArray[np.int16]) -> list[NDArray[np.int16]]:
    """The stretches of sound between silences of 20 ms or more."""
    loud = np.flatnonzero(np.abs(sound.astype(int)) > SILENT)
    breaks = np.flatnonzero(np.diff(loud) > 20 * 48)
    starts, ends = [loud[0], *loud[breaks + 1]], [*loud[breaks], loud[-1]]
    return [sound[start : end + 1] for start, end in zip(starts, ends, strict=True)]


def pitch_hz(sound: NDArray[np.int16]) -> float:
    spectrum = np.abs(np.fft.rfft(sound * np.hanning(len(sound)), 1 << 17))
    return float(np.argmax(spectrum) * 48_000 / (1 << 17))


def is_loud(sound: NDArray[np.int16]) -> bool:
    return bool(np.abs(sound.astype(int)).max() > 32_768 * 10 ** (-15 / 20))


def test_the_shipped_tones_are_what_the_script_makes(tmp_path: Path) -> None:
    script = ROOT / "scripts" / "make_tones.py"
    run = subprocess.run([sys.executable, script, "--folder", tmp_path], capture_output=True, text=True, check=True)
    assert (run.stdout, run.stderr) == ("", "")
    made = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    shipped = {path.name: path.read_bytes() for path in (ROOT / "audio_assets").glob("*.wav")}
    assert made == shipped


def test_there_is_a_tone_for_every_name() -> None:
    assert set(make_tones.TONES) == set(TONE_NAMES) == set(PULSES)


@pytest.mark.parametrize("name", TONE_NAMES)
def test_pulses_and_their_pitches_are_as_described(name: str) -> None:
    assert [pitch_hz(pulse) for pulse in pulses(tone(name))] == pytest.approx(PULSES[name], rel=0.01)


@pytest.mark.parametrize("name", TONE_NAMES)
def test_a_tone_is_softer_than_the_peaks_of_speech(name: str) -> None:
    peak_dbfs = 20 * np.log10(np.abs(tone(name).astype(int)).max() / 32_768)
    softer_db = make_tones.SOFTER_DB if name == "soft" else 0.0
    assert -11 < peak_dbfs - softer_db < -7


@pytest.mark.parametrize("name", TONE_NAMES)
def test_a_tone_starts_at_once_and_ends_in_silence(name: str) -> None:
    level = np.abs(tone(name).astype(int))
    onset = np.argmax(level > 32_768 * 10 ** (-55 / 20))
    assert onset < 48
    assert level[-5:].max() < 32_768 * 10 ** (-55 / 20)
    assert np.abs(np.diff(tone(name).astype(int))[-48:]).max() < 300, "no click"


@pytest.mark.parametrize("name", TONE_NAMES)
def test_a_tone_lasts_as_long_as_described(name: str) -> None:
    described_ms = {
        "tick": 80,
        "soft": 60,
        "go": 400,
        "halfway": 320,
        "switch": 340,
        "done": 400,
        "rest": 560,
        "finish": 1000,
    }
    assert len(tone(name)) == described_ms[name] * 48


def test_the_description_names_every_tone_with_its_pulses_and_length() -> None:
    rows = [line.split("|") for line in (make_tones.__doc__ or "").splitlines() if line.startswith("| ")][1:]
    described = {row[1].strip(): (int(row[3]), int(row[5].replace(",", "").split()[0])) for row in rows}
    assert described == {name: (len(PULSES[name]), len(tone(name)) // 48) for name in TONE_NAMES}


def test_no_two_tones_share_pulses_direction_length_and_loudness() -> None:
    told_apart_by = {
        name: (len(pitches), np.sign(pitches[-1] - pitches[0]), len(tone(name)) > 200 * 48, is_loud(tone(name)))
        for name, pitches in PULSES.items()
    }
    assert len(set(told_apart_by.values())) == len(PULSES)
