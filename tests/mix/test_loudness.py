from __future__ import annotations

from pathlib import Path

import numpy as np
import pyloudnorm
import pytest

from tests.mix.sounds import dull_noise, sine, write
from voicecoach.mix.decoding import music_file
from voicecoach.mix.loudness import sampled_loudness


def measured(path: Path) -> float | None:
    with music_file(path) as file:
        return sampled_loudness(file)


@pytest.mark.parametrize("rate_hz", [22_050, 44_100, 48_000, 96_000])
def test_it_agrees_with_a_meter(tmp_path: Path, rate_hz: int) -> None:
    swell = np.abs(sine(0.2, 20, 1.0, rate_hz))
    sound = swell * (sine(90, 20, 0.3, rate_hz) + dull_noise(20 * rate_hz, 0.2))
    both = np.stack([sound, sound / 2], axis=1)
    meter = pyloudnorm.Meter(rate_hz).integrated_loudness(both)
    assert measured(write(tmp_path / "music.wav", both, rate_hz)) == pytest.approx(meter, abs=0.5)


def test_a_sine_at_full_scale_measures_as_the_standard_says(tmp_path: Path) -> None:
    left = np.stack([sine(997, 5, 1.0), np.zeros(240_000, np.float32)], axis=1)
    assert measured(write(tmp_path / "music.wav", left)) == pytest.approx(-3.01, abs=0.05)


def test_a_mono_file_counts_as_two_channels(tmp_path: Path) -> None:
    assert measured(write(tmp_path / "music.wav", sine(997, 5, 1.0))) == pytest.approx(0.0, abs=0.05)


def test_silent_stretches_do_not_count(tmp_path: Path) -> None:
    sound = np.concatenate([np.zeros(480_000, np.float32), sine(997, 10, 0.5)])
    loudness = measured(write(tmp_path / "music.wav", sound))
    assert loudness == pytest.approx(-6.02, abs=0.4)


def test_silence_has_no_loudness(tmp_path: Path) -> None:
    assert measured(write(tmp_path / "music.wav", np.zeros(96_000, np.float32))) is None
