from __future__ import annotations

import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from tests.mix.sounds import dull_noise, level_db, sine, true_peak, write
from voicecoach.mix.levels import to_float
from voicecoach.mix.music import ATTACK_MS, RELEASE_MS, Ducking, stretches, under
from voicecoach.mix.music_files import Playlist
from voicecoach.times import Ms

RATE = 48_000
Spoken = list[tuple[Ms, Ms]]


@pytest.fixture
def playlist(tmp_path: Path) -> Playlist:
    """A steady tone, so that every change of level is the mix's own."""
    return Playlist([write(tmp_path / "music.wav", sine(997, 30, 0.3))], print)


def silence(length_ms: int, chunk_ms: int = 1000) -> Iterator[NDArray[np.int16]]:
    for start in range(0, length_ms, chunk_ms):
        yield np.zeros(min(chunk_ms, length_ms - start) * 48, np.int16)


def mixed(
    playlist: Playlist, session: list[NDArray[np.int16]], spoken: Spoken, level_db: float = 0.0
) -> NDArray[np.int16]:
    duration = Ms(sum(map(len, session)) // 48)
    return np.concatenate(list(under(session, playlist, spoken, duration, level_db)))


def lines(*times_ms: tuple[int, int]) -> Spoken:
    return [(Ms(start), Ms(end)) for start, end in times_ms]


def level(sound: NDArray[np.int16], from_ms: int, to_ms: int) -> float:
    return level_db(to_float(sound[from_ms * 48 : to_ms * 48]))


def test_the_mix_is_stereo_and_as_long_as_the_session(playlist: Playlist) -> None:
    sound = mixed(playlist, [np.zeros(n, np.int16) for n in (48_000, 1, 0, 71_999)], [])
    assert sound.shape == (120_000, 2)
    assert sound.dtype == np.int16


def test_music_alone_plays_about_as_loud_as_the_coach(playlist: Playlist) -> None:
    assert level(mixed(playlist, list(silence(12_000)), []), 3000, 7000) == pytest.approx(-17 - 3.01, abs=0.2)


def test_the_level_is_added(playlist: Playlist) -> None:
    plain = mixed(playlist, list(silence(12_000)), [])
    louder = mixed(playlist, list(silence(12_000)), [], level_db=6)
    assert level(louder, 3000, 7000) - level(plain, 3000, 7000) == pytest.approx(6, abs=0.1)


def test_music_is_down_by_twelve_decibels_while_a_line_is_spoken(playlist: Playlist) -> None:
    sound = mixed(playlist, list(silence(16_000)), lines((5000, 7000)))
    alone = level(sound, 3000, 4700)
    assert level(sound, 5000, 7000) - alone == pytest.approx(-12, abs=0.1)
    assert level(sound, 4700, 4800) - alone == pytest.approx(0, abs=0.1)
    assert level(sound, 4890, 4910) - alone == pytest.approx(-6, abs=0.3)
    assert level(sound, 7290, 7310) - alone == pytest.approx(-6, abs=0.3)
    assert level(sound, 7620, 8000) - alone == pytest.approx(0, abs=0.1)


def test_music_stays_down_between_lines_near_each_other(playlist: Playlist) -> None:
    sound = mixed(playlist, list(silence(16_000)), lines((5000, 6000), (6700, 7000)))
    assert level(sound, 6000, 6700) - level(sound, 3000, 4700) == pytest.approx(-12, abs=0.1)


def test_music_comes_up_between_lines_far_from_each_other(playlist: Playlist) -> None:
    sound = mixed(playlist, list(silence(16_000)), lines((5000, 6000), (6900, 7200)))
    assert level(sound, 6610, 6690) - level(sound, 3000, 4700) == pytest.approx(0, abs=0.2)


def test_a_line_may_start_the_session(playlist: Playlist) -> None:
    sound = mixed(playlist, list(silence(12_000)), lines((0, 3000)))
    assert level(sound, 2000, 3000) - level(sound, 4000, 7000) == pytest.approx(-12, abs=0.1)


def test_music_fades_in_and_out(playlist: Playlist) -> None:
    sound = mixed(playlist, list(silence(20_000)), [])
    steady = level(sound, 5000, 10_000)
    assert level(sound, 0, 50) < steady - 40
    assert level(sound, 990, 1010) == pytest.approx(steady - 6, abs=0.5)
    assert level(sound, 2000, 2100) == pytest.approx(steady, abs=0.1)
    assert level(sound, 15_900, 16_000) == pytest.approx(steady, abs=0.1)
    assert level(sound, 17_990, 18_010) == pytest.approx(steady - 6, abs=0.5)
    assert level(sound, 19_950, 20_000) < steady - 40


def test_the_coach_is_heard_in_both_channels_unchanged_where_music_is_silent(tmp_path: Path) -> None:
    music = write(tmp_path / "low.wav", sine(997, 30, 0.3))
    coach = np.rint(sine(300, 3, 0.5) * 32_768).astype(np.int16)
    sound = mixed(Playlist([music], print), [coach], lines((0, 3000)), level_db=-120)
    assert np.array_equal(sound, np.stack([coach, coach], axis=1))


def test_the_sum_never_clips(tmp_path: Path) -> None:
    playlist = Playlist([write(tmp_path / "loud.flac", dull_noise(20 * RATE, 1.0))], print)
    coach = np.rint(dull_noise(9 * RATE, 24_500, seed=2)).astype(np.int16)
    sound = mixed(playlist, np.split(coach, 9), lines((2000, 4000)), level_db=20)
    assert true_peak(sound[1000:-1000, 0]) <= 32_768 * 10 ** (-1 / 20)
    assert true_peak(sound[1000:-1000, 1]) <= 32_768 * 10 ** (-1 / 20)


def test_the_mix_is_the_same_every_time(playlist: Playlist) -> None:
    spoken = lines((500, 1500), (4000, 5000))
    once = mixed(playlist, list(silence(9000)), spoken)
    assert np.array_equal(once, mixed(playlist, list(silence(9000)), spoken))


def test_chunks_make_no_difference(playlist: Playlist) -> None:
    spoken = lines((500, 1500), (4000, 5000))
    once = mixed(playlist, list(silence(9000)), spoken)
    assert np.abs(once.astype(int) - mixed(playlist, list(silence(9000, 130)), spoken)).max() <= 1


@given(st.lists(st.tuples(st.integers(0, 900), st.integers(1, 900)), max_size=6), st.integers(1, 700))
def test_ducking_is_gentle_and_complete(gaps_and_lengths: list[tuple[int, int]], chunk_ms: int) -> None:
    spoken: Spoken = []
    at = 0
    for gap, length in gaps_and_lengths:
        spoken.append((Ms(at + gap), Ms(at + gap + length)))
        at += gap + length
    ducking = Ducking(spoken)
    total = (at + 1000) * 48
    size = chunk_ms * 48
    gain = np.concatenate([ducking.gain(start, min(size, total - start)) for start in range(0, total, size)])
    level_db = 20 * np.log10(gain[::48])
    for start, end in spoken:
        assert np.allclose(level_db[start : end + 1], -12)
    assert np.diff(level_db).min(initial=0) >= -12.001 / ATTACK_MS
    assert np.diff(level_db).max(initial=0) <= 12.001 / RELEASE_MS
    assert level_db[-1] == 0


def test_stretches_are_apart_by_at_least_release_and_attack() -> None:
    spoken = lines((0, 100), (899, 1000), (1800, 1900), (1850, 1860), (2800, 2900))
    assert list(stretches(spoken)) == [(0, 1000), (1800, 1900), (2800, 2900)]


def test_memory_does_not_grow_with_the_session(playlist: Playlist) -> None:
    def peak(length_ms: int) -> int:
        spoken = ((Ms(start), Ms(start + 1500)) for start in range(0, length_ms, 4000))
        tracemalloc.start()
        for _ in under(silence(length_ms), playlist, spoken, Ms(length_ms)):
            pass
        memory = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return memory

    peak(40_000)
    assert peak(400_000) < 1.2 * peak(40_000)
