from __future__ import annotations

from threading import Event

import numpy as np
import pytest
from numpy.typing import NDArray

from tests.player.sounds import noise, rendered
from voicecoach.mix.session_stream import sample_stream
from voicecoach.player.block_source import AHEAD, BEHIND, BlockSource
from voicecoach.player.player import Player
from voicecoach.timeline.blocks import Block, BlockContent, Part
from voicecoach.timeline.model import Channel, Sound
from voicecoach.times import Ms, Samples, samples

LONG_S = 60
ROOM = noise(0.7, seed=9, peak=20)


def block(start_ms: int, length_ms: int, name: str = "") -> Block:
    part = Part(Ms(0), Sound(Channel.VOICE, name or str(start_ms)))
    return Block(Ms(start_ms), BlockContent((part,), Ms(length_ms)))


def mixed(content: BlockContent) -> NDArray[np.int16]:
    return noise(content.length / 1000, seed=len(content.parts[0].sound.text) * 1000 + content.length)


BLOCKS = [block(0, 400), block(600, 1500), block(2300, 50), block(5000, 900), block(9000, 1000)]
WHOLE = np.concatenate(list(sample_stream(BLOCKS, Ms(10_000), mixed, ROOM)))


def as_int16(sound: NDArray[np.float32]) -> NDArray[np.int16]:
    return np.rint(sound * 32_768).astype(np.int16)


def prepare(source: BlockSource) -> None:
    for at in range(0, source.total, 24_000):
        assert source.wait(at, LONG_S)


@pytest.mark.parametrize("room", [ROOM, None])
def test_it_sounds_as_the_file_does(room: NDArray[np.int16] | None) -> None:
    want = np.concatenate(list(sample_stream(BLOCKS, Ms(10_000), mixed, room)))
    with BlockSource(BLOCKS, Ms(10_000), mixed, room) as source:
        assert source.total == len(want)
        prepare(source)
        for at, count in [(0, 480_000), (19_199, 3), (28_800, 10_000), (300_000, 1), (479_999, 100)]:
            part = as_int16(source.read(at, count))
            assert len(part) == count
            assert (part[: len(want[at:])] == want[at : at + count]).all()
            assert not part[len(want[at:]) :].any()


def test_the_player_plays_it_whole() -> None:
    with BlockSource(BLOCKS, Ms(10_000), mixed, ROOM) as source:
        prepare(source)
        player = Player(source)
        got = rendered(player, 480_000)
        assert player.snapshot.finished
        assert (got[240:-240] == WHOLE[240:-240]).all()
        assert source.late == 0


def test_what_is_far_ahead_is_not_mixed_and_what_is_far_behind_is_forgotten() -> None:
    made: list[int] = []

    def counted(content: BlockContent) -> NDArray[np.int16]:
        made.append(int(content.parts[0].sound.text))
        return mixed(content)

    many = [block(start, 500) for start in range(0, 600_000, 1000)]
    with BlockSource(many, Ms(600_000), counted, None) as source:
        assert source.wait(0, LONG_S)
        for at in range(0, source.total - 48_000, 48_000):
            source.available(at, 960)
            assert source.wait(at, LONG_S)
            assert source.held <= 2 * AHEAD + BEHIND
            assert max(made) <= (at + AHEAD) / 48
        assert source.ready(source.total - BEHIND)
        assert not source.ready(0)
        assert source.wait(0, LONG_S)
    assert sorted(set(made)) == list(range(0, 600_000, 1000))


def test_a_block_that_is_not_mixed_in_time_is_waited_for_and_counted() -> None:
    begun, go_on = Event(), Event()

    def slow(content: BlockContent) -> NDArray[np.int16]:
        if content.length == 1500:
            begun.set()
            assert go_on.wait(LONG_S)
        return mixed(content)

    with BlockSource(BLOCKS, Ms(10_000), slow, ROOM) as source:
        assert begun.wait(LONG_S)
        assert not source.wait(0, 0.05)
        player = Player(source)
        first = rendered(player, 48_000)
        assert player.snapshot.waiting
        assert player.snapshot.position == samples(Ms(600))
        assert source.late == 1
        go_on.set()
        assert source.wait(28_800, LONG_S)
        second = rendered(player, 48_000)
        assert source.late == 1
    assert (first[240 : 28_800 - 240] == WHOLE[240 : 28_800 - 240]).all()
    assert not first[28_800:].any()
    assert (second[240:] == WHOLE[28_800 + 240 : 76_800]).all()


def test_a_jump_to_a_place_that_is_not_mixed_yet_is_not_counted() -> None:
    far = [*BLOCKS, block(100_000, 1000)]
    with BlockSource(far, Ms(110_000), mixed, None) as source:
        assert source.wait(0, LONG_S)
        player = Player(source)
        rendered(player, 960)
        player.seek(Samples(4_800_000))
        rendered(player, 960)
        assert source.wait(4_800_000, LONG_S)
        got = rendered(player, 960)
        assert source.late == 0
        assert got.any()


def test_a_place_to_jump_to_is_made_ready_while_another_is_played() -> None:
    many = [block(start, 500) for start in range(0, 600_000, 1000)]
    with BlockSource(many, Ms(600_000), mixed, None) as source:
        player = Player(source)
        for minute in range(1, 9):
            there = Samples(minute * 60 * 48_000)
            assert source.wait(there, LONG_S)
            for _ in range(100):
                player.render(960)
            assert source.ready(there)
            player.seek(there)
            player.render(960)
            assert player.snapshot.position >= there + 720


def test_a_block_that_cannot_be_mixed_is_silent_and_named() -> None:
    def broken(content: BlockContent) -> NDArray[np.int16]:
        if content.length == 400:
            raise ValueError("no such clip")
        return mixed(content)[: 10 if content.length == 50 else None]

    with BlockSource(BLOCKS, Ms(10_000), broken, None) as source:
        assert source.wait(0, LONG_S)
        assert not source.read(0, 19_200).any()
        assert source.read(28_800, 4800).any()
        assert str(source.error) == "no such clip"
        assert source.wait(100_000, LONG_S)
        assert not source.read(110_400, 2400).any()


def test_a_session_without_sounds_is_ready() -> None:
    with BlockSource([], Ms(1000), mixed, ROOM) as source:
        assert source.ready(0)
        assert (as_int16(source.read(0, 48_000)) == np.tile(ROOM, 2)[:48_000]).all()
