from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from tests.mix.sounds import dull_noise, sine, true_peak
from voicecoach.mix.limiter import Limiter, limit, sliding_min

CEILING = 10 ** (-1.5 / 20)


@pytest.mark.parametrize(
    "sound",
    [
        dull_noise(24_000, 2.0),
        sine(997, 0.5, peak=3.0),
        (sine(12_000, 0.5, peak=1.0) + np.roll(sine(12_000, 0.5, peak=1.0), 1)) / 2,
        np.repeat(np.array([0.0, 4.0, 0.0], np.float32), [500, 1, 500]),
    ],
    ids=["noise", "sine", "peaks between samples", "impulse"],
)
def test_the_true_peak_stays_below_the_ceiling(sound: NDArray[np.float32]) -> None:
    limited = limit(sound[:, np.newaxis])[:, 0]
    assert len(limited) == len(sound)
    assert true_peak(limited) < CEILING * 10 ** (0.2 / 20)


def test_what_is_soft_enough_passes_unchanged() -> None:
    sound = dull_noise(24_000, 0.8)[:, np.newaxis]
    assert np.array_equal(limit(sound), sound)


def test_sound_far_from_a_peak_passes_unchanged() -> None:
    sound = dull_noise(24_000, 0.5)[:, np.newaxis]
    sound[12_000] = 2.0
    limited = limit(sound)
    assert np.array_equal(limited[:11_200], sound[:11_200])
    assert np.array_equal(limited[12_800:], sound[12_800:])


def test_the_gain_has_no_steps() -> None:
    steady = np.full((4000, 1), 0.3, np.float32)
    steady[2000] = 3.0
    limited = np.delete(limit(steady), 2000)
    assert np.abs(np.diff(limited)).max() < 0.3 / 700


def test_both_channels_get_the_same_gain() -> None:
    left = dull_noise(9600, 2.0)
    limited = limit(np.stack([left, left / 4], axis=1))
    assert np.allclose(limited[:, 1], limited[:, 0] / 4, atol=1e-7)


@given(st.lists(st.integers(0, 3000), max_size=8))
def test_chunks_make_no_difference(lengths: list[int]) -> None:
    sound = dull_noise(sum(lengths), 1.5)[:, np.newaxis]
    limiter = Limiter(1)
    chunks = np.split(sound, np.cumsum(lengths))
    limited = np.concatenate([*(limiter.process(chunk) for chunk in chunks), limiter.flush()])
    assert limited.shape == sound.shape
    assert np.allclose(limited, limit(sound), atol=1e-6)


@given(st.lists(st.floats(0, 1), min_size=1, max_size=40), st.integers(1, 40))
def test_the_sliding_minimum_is_the_minimum_of_each_window(values: list[float], width: int) -> None:
    width = min(width, len(values))
    expected = [min(values[start : start + width]) for start in range(len(values) - width + 1)]
    assert sliding_min(np.array(values), width).tolist() == expected
