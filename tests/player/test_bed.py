from __future__ import annotations

from collections.abc import Iterator
from threading import Event

import numpy as np
from numpy.typing import NDArray

from tests.player.sounds import FADE, PERIOD, Whole, hum, rendered
from voicecoach.player.bed import JUMP_FADE, PAUSE_FADE, MusicAhead
from voicecoach.player.player import Player
from voicecoach.times import Samples


class Steady:
    """Music that is the same number everywhere, so that its level shows."""

    def __init__(self) -> None:
        self.taken = 0

    def take(self, count: int) -> NDArray[np.float32]:
        self.taken += count
        return np.tile(np.array([[0.25, -0.25]], np.float32), (count, 1))


class Halved:
    """Ducks the music to the half from a position on; refuses to be asked out of order."""

    made = 0

    def __init__(self, start: int) -> None:
        self.start = start

    def __call__(self) -> Halved:
        self.next: int | None = None
        Halved.made += 1
        return self

    def gain(self, at: int, count: int) -> NDArray[np.float64]:
        assert self.next in (None, at)
        self.next = at + count
        return np.where(at + np.arange(count) >= self.start, 0.5, 1.0)


def silence(seconds: float) -> Whole:
    return Whole(np.zeros(int(seconds * 48_000), np.int16))


def test_music_comes_in_and_is_stereo() -> None:
    player = Player(silence(2), music=Steady())
    got = rendered(player, 48_000)
    assert player.channels == 2
    assert got[0, 0] < 10
    assert (got[PAUSE_FADE:] == [8192, -8192]).all()


def test_the_voice_is_heard_over_it_on_both_sides() -> None:
    source = Whole(hum(1))
    player = Player(source, music=Steady())
    got = rendered(player, 24_000)[PAUSE_FADE:].astype(int)
    voice = source.sound[PAUSE_FADE:24_000].astype(int)
    assert np.abs(got[:, 0] - 8192 - voice).max() <= 1
    assert np.abs(got[:, 1] + 8192 - voice).max() <= 1


def test_music_leaves_at_a_pause_and_waits() -> None:
    music = Steady()
    player = Player(silence(3), music=music)
    rendered(player, 24_000)
    player.pause()
    leaving = rendered(player, PAUSE_FADE + PERIOD)
    assert np.abs(np.diff(leaving[:, 0].astype(int))).max() <= 2
    assert not leaving[PAUSE_FADE:].any()
    taken = music.taken
    assert not rendered(player, 48_000).any()
    assert music.taken == taken
    player.resume()
    assert (rendered(player, 24_000)[PAUSE_FADE:, 0] == 8192).all()


def test_music_gives_way_by_position_and_bends_after_a_jump() -> None:
    halved = Halved(48_000)
    player = Player(silence(3), music=Steady(), ducked=lambda: halved().gain)
    before = rendered(player, 24_000)
    assert (before[PAUSE_FADE:, 0] == 8192).all()
    player.seek(Samples(60_000))
    after = rendered(player, 9600)
    assert np.abs(np.diff(after[:, 0].astype(int))).max() <= 4096 / JUMP_FADE + 2
    assert (after[FADE + JUMP_FADE + 1 :, 0] == 4096).all()


def test_another_session_brings_its_own_ducking() -> None:
    player = Player(silence(3), music=Steady())
    rendered(player, 24_000)
    halved = Halved(0)
    player.replace(silence(3), Samples(100), ducked=lambda: halved().gain)
    got = rendered(player, 9600)
    assert np.abs(np.diff(got[:, 0].astype(int))).max() <= 4096 / JUMP_FADE + 2
    assert (got[FADE + JUMP_FADE + 1 :, 0] == 4096).all()


def test_music_ends_with_the_session() -> None:
    player = Player(silence(0.5), music=Steady())
    got = rendered(player, 48_000)
    assert not got[24_000 + PERIOD + PAUSE_FADE :].any()


def pieces(count: int) -> Iterator[NDArray[np.float32]]:
    for number in range(count):
        yield np.full((1000, 2), number + 1, np.float32)


def test_music_is_decoded_ahead_and_joined() -> None:
    music = MusicAhead(pieces(5))
    wait_until_ended(music)
    got = music.take(4000)
    assert (got[:, 0] == np.repeat([1, 2, 3, 4], 1000)).all()
    assert music.late == 0
    assert (music.take(2000)[1000:] == 0).all()
    assert music.late == 1000
    music.close()


def test_endless_music_is_held_back_and_can_be_closed() -> None:
    def endless() -> Iterator[NDArray[np.float32]]:
        while True:
            made.append(1)
            full.set()
            yield np.ones((1000, 2), np.float32)

    made: list[int] = []
    full = Event()
    music = MusicAhead(endless(), ahead=3)
    assert full.wait(60)
    music.close()
    assert len(made) <= 3 + 3


def test_music_that_breaks_off_says_why() -> None:
    def broken() -> Iterator[NDArray[np.float32]]:
        yield np.ones((10, 2), np.float32)
        raise OSError("the stick was pulled out")

    music = MusicAhead(broken())
    wait_until_ended(music)
    assert str(music.error) == "the stick was pulled out"
    assert (music.take(20)[10:] == 0).all()


def wait_until_ended(music: MusicAhead) -> None:
    assert music.ended.wait(60)
