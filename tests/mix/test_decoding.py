from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import soundfile

from tests.mix.sounds import dull_noise, sine, write
from voicecoach.mix.decoding import decoded, stereo

RATE = 48_000


@pytest.mark.parametrize("suffix", [".wav", ".flac", ".ogg", ".mp3"])
def test_portions_join_up_to_the_whole_file(tmp_path: Path, suffix: str, capfd: pytest.CaptureFixture[str]) -> None:
    both = np.stack([dull_noise(5 * RATE + 77, 0.5), sine(997, 5 + 77 / RATE)], axis=1)
    path = write(tmp_path / f"music{suffix}", both)
    at_once, _ = soundfile.read(path, dtype="float32")
    assert np.allclose(np.concatenate(list(decoded(path))), at_once, atol=1e-5)
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("rate_hz", [8000, 22_050, 44_100, 96_000])
def test_any_rate_becomes_48_khz(tmp_path: Path, rate_hz: int) -> None:
    path = write(tmp_path / "music.wav", sine(997, 3, 0.5, rate_hz), rate_hz)
    sound = np.concatenate(list(decoded(path)))
    assert len(sound) == pytest.approx(3 * RATE, abs=1)
    steady = slice(RATE // 10, -RATE // 10)
    expected = np.stack([sine(997, 3, 0.5)[: len(sound)]] * 2, axis=1)
    assert np.allclose(sound[steady], expected[steady], atol=0.002)


def test_stereo_keeps_the_first_two_channels() -> None:
    six = np.arange(12, dtype=np.float32).reshape(2, 6) / np.float32(16)
    assert np.array_equal(stereo(six), six[:, :2])
    assert np.array_equal(stereo(six[:, :1]), six[:, [0, 0]])


def test_what_is_no_number_is_silence() -> None:
    wild = np.array([[np.nan, np.inf], [-np.inf, 1e30], [0.5, -1e30]], np.float32)
    assert stereo(wild).tolist() == [[0, 0], [0, 8], [0.5, -8]]
