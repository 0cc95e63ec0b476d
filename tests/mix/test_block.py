from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from tests.mix.sounds import sine, true_peak
from voicecoach.mix.block import mix_block
from voicecoach.mix.room_tone import room_tone_loop
from voicecoach.timeline.blocks import BlockContent, Part
from voicecoach.timeline.model import Channel, Sound
from voicecoach.times import Ms, ms_covering

Placed = list[tuple[int, NDArray[np.int16]]]


def block(placed: Placed, room: NDArray[np.int16] | None = None, extra_ms: int = 0) -> NDArray[np.int16]:
    """Mix sounds placed at times in ms."""
    sounds = {Sound(Channel.VOICE, str(number)): sound for number, (_, sound) in enumerate(placed)}
    parts = tuple(Part(Ms(at), sound) for (at, _), sound in zip(placed, sounds, strict=True))
    length = max((at + ms_covering(len(sound)) for at, sound in placed), default=0) + extra_ms
    return mix_block(BlockContent(parts, Ms(length)), sounds.__getitem__, room)


def noise(count: int, peak: int, seed: int = 1) -> NDArray[np.int16]:
    return np.random.default_rng(seed).integers(-peak, peak, count, dtype=np.int16, endpoint=True)


def summed(placed: Placed, length: int) -> NDArray[np.int64]:
    total = np.zeros(length, np.int64)
    for at, sound in placed:
        total[at * 48 : at * 48 + len(sound)] += sound
    return total


@given(st.lists(st.tuples(st.integers(0, 400), st.integers(1, 9000)), min_size=1, max_size=5))
def test_sounds_stand_where_they_are_placed_to_the_sample(at_and_count: list[tuple[int, int]]) -> None:
    placed = [(at, noise(count, 3000, seed)) for seed, (at, count) in enumerate(at_and_count)]
    mixed = block(placed)
    assert np.array_equal(mixed, summed(placed, len(mixed)))


def test_a_block_is_as_long_as_its_content() -> None:
    assert len(block([(0, noise(4801, 500))], extra_ms=7)) == (101 + 7) * 48


def test_room_tone_lies_under_the_whole_block() -> None:
    room = noise(1152, 20)
    mixed = block([(50, noise(4800, 3000))], room, extra_ms=30)
    tiled = np.tile(room, 8)[: len(mixed)]
    assert np.array_equal(mixed, tiled + summed([(50, noise(4800, 3000))], len(mixed)))


def test_room_tone_is_cut_to_a_block_shorter_than_its_loop() -> None:
    room = room_tone_loop(-75)
    assert np.array_equal(block([(0, np.zeros(480, np.int16))], room), room[:480])


def test_sounds_that_add_up_to_too_much_are_limited() -> None:
    voice = np.rint(sine(300, 1.0, peak=0.74) * 32_768).astype(np.int16)
    tone = np.rint(sine(880, 0.08, peak=0.44) * 32_768).astype(np.int16)
    mixed = block([(0, voice), (500, tone)])
    assert true_peak(mixed) <= 32_768 * 10 ** (-1.5 / 20) + 40
    assert np.array_equal(mixed[: 480 * 48], voice[: 480 * 48])
    assert np.array_equal(mixed[600 * 48 :], voice[600 * 48 :])


def test_many_full_scale_sounds_do_not_wrap_around() -> None:
    loud = np.full(4800, 32_767, np.int16)
    mixed = block([(0, loud)] * 40)
    assert mixed.min() > 20_000
    assert mixed.max() <= 32_768 * 10 ** (-1.5 / 20) + 1


def test_a_sound_longer_than_the_timeline_knew_is_a_defect() -> None:
    content = BlockContent((Part(Ms(0), Sound(Channel.VOICE, "squat")),), Ms(10))
    with pytest.raises(ValueError, match="'squat' is 481 samples long"):
        mix_block(content, lambda _: noise(481, 10), None)


def test_nothing_is_said_about_a_missing_ffmpeg(tmp_path: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-W", "error", "-c", "import voicecoach.mix.segments"],
        check=True,
        cwd=Path(__file__).parents[2],
        env={**os.environ, "PATH": str(tmp_path)},
        capture_output=True,
        text=True,
    )
    assert run.stderr == ""
