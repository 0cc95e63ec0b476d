from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from tests.mix.sounds import sine, write
from voicecoach.errors import ChoiceError
from voicecoach.mix.user_tones import user_tone

SUBTYPES = ["PCM_U8", "PCM_16", "PCM_24", "PCM_32", "FLOAT", "DOUBLE"]


def tone(path: Path) -> NDArray[np.int16]:
    return np.frombuffer(user_tone(path), np.int16)


@pytest.mark.parametrize("subtype", SUBTYPES)
@pytest.mark.parametrize("rate_hz", [8000, 44_100, 48_000, 96_000])
def test_any_format_and_rate_is_taken(tmp_path: Path, subtype: str, rate_hz: int) -> None:
    left = sine(700, 0.3, 0.3, rate_hz)
    sound = tone(write(tmp_path / "go.wav", np.stack([left, left], axis=1), rate_hz, subtype))
    assert len(sound) % 48 == 0
    assert len(sound) / 48 == pytest.approx(300, abs=2)
    assert np.abs(sound).max() == pytest.approx(0.3 * 32_768, rel=0.05)
    assert np.argmax(np.abs(np.fft.rfft(sound, 48_000))) == pytest.approx(700, abs=3)


def test_the_sides_of_a_stereo_file_are_both_heard(tmp_path: Path) -> None:
    both = np.stack([sine(700, 0.3, 0.4), np.zeros(14_400, np.float32)], axis=1)
    assert np.abs(tone(write(tmp_path / "go.wav", both))).max() == pytest.approx(0.2 * 32_768, rel=0.01)


def test_a_loud_tone_is_brought_down_to_the_ceiling(tmp_path: Path) -> None:
    sound = tone(write(tmp_path / "go.wav", sine(700, 0.3, peak=1.0)))
    assert np.abs(sound).max() == pytest.approx(32_768 * 10 ** (-7 / 20), abs=2)


def test_silence_around_the_sound_is_cut_off(tmp_path: Path) -> None:
    silence = np.zeros(24_000, np.float32)
    sound = tone(write(tmp_path / "go.wav", np.concatenate([silence, sine(700, 0.3), silence])))
    assert len(sound) / 48 == pytest.approx(300, abs=2)
    assert np.argmax(np.abs(sound) > 100) < 48


@pytest.mark.parametrize("samples", [0, 48_000])
def test_an_empty_or_silent_file_is_refused(tmp_path: Path, samples: int) -> None:
    with pytest.raises(ChoiceError, match=r"go\.wav' is silent"):
        user_tone(write(tmp_path / "go.wav", np.zeros(samples, np.float32)))


def test_a_long_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ChoiceError, match="longer than 2 seconds"):
        user_tone(write(tmp_path / "go.wav", sine(700, 2.1)))


@pytest.mark.parametrize("data", [b"", b"not a sound", b"RIFF\0\0\0\0WAVE"])
def test_an_unreadable_file_is_refused(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "go.wav").write_bytes(data)
    with pytest.raises(ChoiceError, match=r"go\.wav' can't be read"):
        user_tone(tmp_path / "go.wav")


@pytest.mark.parametrize("number", [np.nan, np.inf])
def test_samples_that_are_no_numbers_are_refused(tmp_path: Path, number: float) -> None:
    sound = sine(700, 0.3)
    sound[100] = number
    with pytest.raises(ChoiceError, match="not numbers"):
        user_tone(write(tmp_path / "go.wav", sound, subtype="FLOAT"))
