from __future__ import annotations

from collections.abc import Callable

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from tests.player.sounds import FADE, Whole, fade_in, hum, largest_jump, noise, same
from voicecoach.player.ahead import BLOCK, STILL_BLOCK, WAITING_AHEAD, Ahead
from voicecoach.player.player import Player
from voicecoach.times import SAMPLE_RATE_HZ, Samples

QUEUED = 15 * BLOCK
BLOCKS = 40
SOURCES = [Whole(noise(3, seed=1)), Whole(noise(3, seed=2))]
ROOM = noise(0.13, seed=3, peak=20)

Presses = list[tuple[int, str, int]]
"""When (in blocks), what, and with which number."""

ACTIONS: dict[str, Callable[[Player, int], None]] = {
    "seek": lambda player, value: player.seek(Samples(value)),
    "step": lambda player, _: player.seek(lambda here: Samples(here // 10_000 * 10_000 + 10_000)),
    "replace": lambda player, value: player.replace(SOURCES[value % 2], Samples(value), ducked=Wavy.fresh),
    "holds": lambda player, value: player.holds([value, value + 3000]),
    "pause": lambda player, _: player.pause(),
    "toggle": lambda player, _: player.toggle(),
    "count in": lambda player, _: player.resume(noise(0.05, seed=4)),
    "mute": lambda player, _: player.toggle_mute(),
    "louder": lambda player, _: player.volume_by(0.1),
    "chime": lambda player, _: player.chime(noise(0.05, seed=5)),
}

presses = st.lists(
    st.tuples(st.integers(0, BLOCKS - 5), st.sampled_from(list(ACTIONS)), st.integers(0, 140_000)), max_size=12
)


class Wavy:
    """Ducking that is asked in order."""

    @staticmethod
    def fresh() -> Callable[[int, int], NDArray[np.float64]]:
        asked = [-1]

        def gain(at: int, count: int) -> NDArray[np.float64]:
            assert asked[0] in {-1, at}
            asked[0] = at + count
            return 0.6 + 0.4 * np.sin((at + np.arange(count)) / 5000)

        return gain


class Counting:
    """Music whose every sample is another one."""

    def __init__(self) -> None:
        self.at = 0

    def take(self, count: int) -> NDArray[np.float32]:
        ramp = ((self.at + np.arange(count)) % 40_000 / 80_000).astype(np.float32)
        self.at += count
        return np.stack([ramp, -ramp], axis=1)


def new_player() -> Player:
    return Player(SOURCES[0], holds=[50_000], music=Counting(), ducked=Wavy.fresh, room=ROOM)


def plainly(pressed: Presses, blocks: int) -> NDArray[np.int16]:
    """What is heard of a player that doesn't render ahead."""
    player = new_player()
    parts = []
    for number in range(blocks):
        press(player, pressed, number)
        parts.append(player.render(BLOCK))
    return np.concatenate(parts)


def press(player: Player, pressed: Presses, now: int) -> None:
    for when, what, value in pressed:
        if when == now:
            ACTIONS[what](player, value)


@given(presses)
def test_going_back_is_as_if_the_command_had_come_then(pressed: Presses) -> None:
    ahead = Ahead(new_player())
    heard = np.zeros((0, 2), np.int16)
    sent = heard
    for number in range(BLOCKS):
        now = number * BLOCK
        press(ahead.player, pressed, number)
        if ahead.is_commanded:
            sent = sent[: ahead.rewind(now)]
        ahead.render(QUEUED)
        sent = np.concatenate([sent, ahead.take(now + QUEUED - len(sent))])
        heard = sent[: now + BLOCK]
        ahead.heard(now + BLOCK)
    assert np.array_equal(heard, plainly(pressed, BLOCKS))


@given(presses)
def test_what_is_said_to_be_heard_is_what_is_heard(pressed: Presses) -> None:
    ahead, plain = Ahead(new_player()), new_player()
    for number in range(BLOCKS):
        now = number * BLOCK
        press(ahead.player, pressed, number)
        press(plain, pressed, number)
        if ahead.is_commanded:
            ahead.rewind(now)
        ahead.render(QUEUED)
        ahead.take(QUEUED)
        plain.render(BLOCK)
        heard, wanted = ahead.heard(now + BLOCK), plain.snapshot
        assert heard.rendered <= now + BLOCK < heard.rendered + STILL_BLOCK
        assert (heard.position, heard.paused, heard.source) == (wanted.position, wanted.paused, wanted.source)


def test_a_command_leaves_what_is_on_its_way_and_takes_effect_right_after() -> None:
    ahead = Ahead(Player(SOURCES[0]))
    ahead.render(QUEUED)
    ahead.take(QUEUED)
    ahead.player.pause()
    first = 3 * BLOCK + 1
    assert ahead.rewind(first) == 4 * BLOCK
    ahead.render(QUEUED)
    sound = ahead.take(QUEUED)[:, 0]
    assert np.count_nonzero(sound[:FADE]) > FADE - 10
    assert not sound[FADE:].any()


class Pressing(Whole):
    """Sound in the middle of which, as it is rendered, a key is pressed."""

    press: Callable[[], None]

    def read(self, at: int, count: int) -> NDArray[np.float32]:
        if at == 10 * BLOCK:
            self.press()
        return super().read(at, count)


def test_a_command_that_comes_while_it_is_rendered_is_not_late() -> None:
    source = Pressing(noise(3))
    ahead = Ahead(Player(source))
    source.press = ahead.player.pause
    ahead.render(QUEUED)
    ahead.take(QUEUED)
    assert ahead.is_commanded
    ahead.rewind(3 * BLOCK)
    ahead.render(QUEUED)
    ahead.take(QUEUED)
    assert ahead.heard(QUEUED).position == 3 * BLOCK


def test_in_a_pause_it_goes_back_to_the_sample() -> None:
    ahead = Ahead(Player(SOURCES[0], room=ROOM))
    ahead.player.pause()
    ahead.render(QUEUED)
    before = ahead.take(QUEUED)
    ahead.player.resume()
    first = 10 * BLOCK + 123
    assert ahead.rewind(first) == first
    ahead.render(BLOCK)
    assert ahead.take(BLOCK)[FADE:, 0].tolist() == SOURCES[0].sound[FADE:BLOCK].tolist()
    assert before.any(axis=1).mean() > 0.9


def test_commands_right_after_one_another_are_all_carried_out() -> None:
    ahead = Ahead(Player(SOURCES[0]))
    for _ in range(3):
        ahead.player.seek(lambda here: Samples(here // 10_000 * 10_000 + 10_000))
        ahead.rewind(5 * BLOCK)
        ahead.render(QUEUED)
    assert ahead.present().position // 10_000 == 3


def test_the_present_is_where_a_command_takes_effect() -> None:
    ahead = Ahead(Player(SOURCES[0]))
    ahead.lead = 3 * BLOCK
    ahead.render(QUEUED)
    ahead.take(QUEUED)
    ahead.heard(5 * BLOCK)
    assert 8 * BLOCK <= ahead.player.present().position <= 9 * BLOCK
    ahead.player.seek(Samples(100_000))
    ahead.rewind(8 * BLOCK)
    ahead.render(QUEUED)
    assert ahead.player.present().position > 100_000 - 1
    assert ahead.heard(8 * BLOCK).position == 8 * BLOCK


def test_sound_that_is_late_is_not_waited_for_before_it_is_needed() -> None:
    source = Whole(hum(1))
    source.there = 9 * BLOCK + 100
    ahead = Ahead(Player(source))
    ahead.render(QUEUED)
    assert (ahead.is_waiting, ahead.ready) == (True, 8 * BLOCK)
    source.there = source.total
    ahead.render(QUEUED)
    assert (ahead.is_waiting, ahead.ready) == (False, QUEUED)
    assert same(ahead.take(QUEUED)[:, 0], fade_in(source.sound[:QUEUED]))


def test_sound_that_is_late_is_heard_as_soon_as_it_is_there() -> None:
    source = Whole(hum(1))
    source.there = 100
    ahead = Ahead(Player(source))
    ahead.render(QUEUED)
    assert ahead.ready <= WAITING_AHEAD
    source.there = source.total
    ahead.render(QUEUED)
    assert largest_jump(ahead.take(QUEUED)) < 2 * largest_jump(hum(1))
    assert ahead.heard(QUEUED).position > 100 + QUEUED - WAITING_AHEAD - BLOCK


def test_pieces_of_any_length_make_the_same_sound() -> None:
    ahead = Ahead(Player(SOURCES[0], room=ROOM))
    ahead.render(SAMPLE_RATE_HZ)
    parts = [ahead.take(count) for count in (1, 959, 960, 961, 7, 5000)]
    assert [len(part) for part in parts] == [1, 959, 960, 961, 7, 5000]
    assert np.array_equal(np.concatenate(parts), Player(SOURCES[0], room=ROOM).render(7888))
    ahead.take(10**6)
    assert ahead.ready == len(ahead.take(10)) == 0
