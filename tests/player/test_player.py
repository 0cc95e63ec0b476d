from __future__ import annotations

from collections.abc import Callable
from threading import Thread

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from tests.player.sounds import FADE, PERIOD, Whole, fade_in, fade_out, hum, largest_jump, noise, rendered, same
from voicecoach.player.player import Player
from voicecoach.times import Samples


def at(position: int) -> Samples:
    return Samples(position)


def test_a_session_is_played_from_start_to_end_once() -> None:
    source = Whole(noise(0.5))
    player = Player(source)
    got = rendered(player, source.total + 1000)
    want = fade_out(source.sound)
    want[:FADE] = fade_in(source.sound)[:FADE]
    assert same(got[: source.total], want)
    assert not got[source.total :].any()
    assert player.snapshot.finished
    assert player.snapshot.position == source.total


def test_every_sample_played_is_a_sample_further() -> None:
    player = Player(Whole(hum(60)))
    for portion in [1, 7, 480, 959, 960, 961, 4096] * 300:
        player.render(portion)
    assert player.snapshot.position == sum([1, 7, 480, 959, 960, 961, 4096]) * 300
    assert player.snapshot.rendered == player.snapshot.position


def test_a_seek_lands_on_its_sample() -> None:
    source = Whole(noise(2))
    player = Player(source)
    rendered(player, 4800)
    player.seek(at(70_001))
    got = rendered(player, 4800)
    assert same(got[:FADE], fade_out(source.sound[4800 : 4800 + FADE]))
    assert same(got[FADE:], fade_in(source.sound[70_001 : 70_001 + 4800 - FADE]))
    assert player.snapshot.position == 70_001 + 4800 - FADE


def test_a_seek_is_heard_within_100_ms_of_its_command() -> None:
    source = Whole(noise(2))
    player = Player(source)
    rendered(player, PERIOD)
    player.seek(at(50_000))
    got = rendered(player, PERIOD)
    # Three periods are on their way to the ear.
    assert same(got[2 * FADE :], source.sound[50_000 + FADE : 50_000 + PERIOD - FADE].astype(float))
    assert 3 * PERIOD + 2 * FADE < 4800


def test_a_seek_is_limited_to_the_session() -> None:
    player = Player(Whole(noise(1)))
    player.seek(at(-5))
    rendered(player, 480)
    assert player.snapshot.position == 480
    player.seek(at(10**9))
    rendered(player, 480)
    end = player.snapshot
    assert end.finished
    player.seek(at(100))
    rendered(player, 480)
    assert not player.snapshot.finished
    assert player.snapshot.position == 580


def test_a_pause_loses_nothing() -> None:
    source = Whole(noise(1))
    player = Player(source)
    rendered(player, 9600)
    player.pause()
    got = rendered(player, 9600)
    assert same(got[:FADE], fade_out(source.sound[9600 : 9600 + FADE]))
    assert not got[FADE:].any()
    assert player.snapshot.paused
    assert player.snapshot.position == 9600
    player.resume()
    assert same(rendered(player, 4800), fade_in(source.sound[9600:14_400]))


def test_resuming_within_the_fade_goes_on() -> None:
    source = Whole(noise(1))
    player = Player(source)
    rendered(player, 960)
    player.pause()
    rendered(player, 100)
    player.resume()
    got = rendered(player, 960)
    assert same(got[100:], source.sound[1160:2020].astype(float))


def test_a_count_in_comes_before_going_on() -> None:
    source, count_in = Whole(noise(1)), noise(0.3, seed=2)
    player = Player(source)
    rendered(player, 9600)
    player.toggle()
    rendered(player, 960)
    player.toggle(count_in)
    got = rendered(player, len(count_in))
    assert player.snapshot.position == 9600
    assert same(got[FADE:-FADE], count_in[FADE:-FADE].astype(float))
    assert same(rendered(player, 4800), fade_in(source.sound[9600:14_400]))
    assert player.snapshot.position == 14_400


def test_a_seek_ends_a_count_in() -> None:
    source, count_in = Whole(noise(1)), noise(0.5, seed=2)
    player = Player(source)
    player.pause()
    rendered(player, 960)
    player.resume(count_in)
    assert same(rendered(player, 960)[FADE:], count_in[FADE:960].astype(float))
    assert player.snapshot.position == 0
    player.seek(at(30_000))
    got = rendered(player, 4800)
    assert same(got[FADE:], fade_in(source.sound[30_000 : 34_800 - FADE]))


def test_seeking_in_a_pause_stays_paused() -> None:
    source = Whole(noise(1))
    player = Player(source)
    rendered(player, 960)
    player.pause()
    rendered(player, 960)
    player.seek(at(20_000))
    assert not rendered(player, 960).any()
    assert player.snapshot.position == 20_000
    player.resume()
    assert same(rendered(player, 960), fade_in(source.sound[20_000:20_960]))


def test_it_holds_at_its_holds_until_resumed() -> None:
    source = Whole(noise(1))
    player = Player(source, holds=[10_001, 20_000])
    got = rendered(player, 14_400)
    assert same(got[FADE:10_001], fade_out(source.sound[FADE:10_001]))
    assert not got[10_001:].any()
    assert player.snapshot.holding
    assert player.snapshot.paused
    assert player.snapshot.position == 10_001
    player.resume()
    assert same(rendered(player, 4800), fade_in(source.sound[10_001:14_801]))
    rendered(player, 14_400)
    assert player.snapshot.position == 20_000
    player.holds([])
    player.resume()
    rendered(player, 48_000)
    assert player.snapshot.finished


def test_a_hold_set_just_ahead_does_not_click() -> None:
    player = Player(Whole(hum(1, 50)))
    got = [rendered(player, 4900)]
    player.holds([4950])
    got.append(rendered(player, 960))
    assert player.snapshot.position == 4950
    assert largest_jump(np.concatenate(got)) < 16_000 / 40


def test_another_session_takes_over_at_its_place() -> None:
    first, second = Whole(noise(1, seed=1)), Whole(noise(2, seed=2))
    player = Player(first, holds=[9000])
    rendered(player, 4800)
    player.replace(second, lambda here: at(2 * here), holds=[40_000])
    assert player.snapshot.source is first
    got = rendered(player, 9600)
    assert same(got[:FADE], fade_out(first.sound[4800 : 4800 + FADE]))
    assert same(got[FADE:], fade_in(second.sound[9600 : 19_200 - FADE]))
    assert player.snapshot.source is second
    rendered(player, 48_000)
    assert player.snapshot.position == 40_000


def test_two_quick_steps_are_two_steps() -> None:
    player = Player(Whole(noise(2)))
    rendered(player, 960)
    player.seek(lambda here: at(here // 10_000 * 10_000 + 10_000))
    player.seek(lambda here: at(here // 10_000 * 10_000 + 10_000))
    rendered(player, 960)
    assert player.snapshot.position == 20_000 + 960 - FADE


def test_the_volume_moves_without_clicks_and_within_limits() -> None:
    player = Player(Whole(hum(2)))
    got = [rendered(player, 4800)]
    for change in (0.5, -1.5, 0.4, 9.0, -0.9):
        player.volume_by(change)
        got.append(rendered(player, 960))
    player.volume(1.0)
    got.append(rendered(player, 4800))
    assert player.snapshot.volume == 1.0
    assert largest_jump(np.concatenate(got)) < 2 * largest_jump(hum(1)) + 2 * 32_768 / FADE
    assert same(got[-1][FADE:], player_sound(player, 4800 - FADE))
    player.volume(-3)
    player.render(1)
    assert player.snapshot.volume == 0


def player_sound(player: Player, count: int) -> NDArray[np.float64]:
    source = player.snapshot.source
    return source.read(player.snapshot.position - count, count).astype(np.float64) * 32_768


def test_muted_it_goes_on_and_keeps_its_volume() -> None:
    player = Player(Whole(noise(1)))
    rendered(player, 960)
    player.volume(0.5)
    player.toggle_mute()
    assert not rendered(player, 4800)[FADE:].any()
    assert player.snapshot.muted
    assert player.snapshot.volume == 0.5
    assert player.snapshot.position == 5760
    player.toggle_mute()
    assert same(rendered(player, 4800)[FADE:], player_sound(player, 4800 - FADE) / 2)


def test_loud_sums_are_bent_not_cut() -> None:
    player = Player(Whole(hum(1)))
    player.volume(2.0)
    got = rendered(player, 9600)[FADE:]
    assert 0.9 * 32_768 < got.max() < 32_767
    assert largest_jump(got) < 3 * largest_jump(hum(1))


def test_a_chime_is_heard_over_a_pause() -> None:
    player, chime = Player(Whole(noise(1))), noise(0.1, seed=3)
    player.pause()
    rendered(player, 960)
    player.chime(chime)
    got = rendered(player, 9600)
    assert same(got[: len(chime)], chime.astype(float))
    assert not got[len(chime) :].any()
    assert player.snapshot.position == 0


def test_it_waits_for_sound_that_is_not_there_yet() -> None:
    source = Whole(hum(1))
    source.there = 6000
    player = Player(source)
    got = [rendered(player, 9600)]
    stuck = player.snapshot
    assert stuck.waiting
    assert stuck.position == 6000
    source.there = source.total
    got.append(rendered(player, 4800))
    assert not player.snapshot.waiting
    assert player.snapshot.position == 10_800
    assert largest_jump(np.concatenate(got)) < 2 * largest_jump(hum(1))


def test_an_empty_session_is_finished() -> None:
    player = Player(Whole(noise(0)))
    assert not rendered(player, 960).any()
    assert player.snapshot.finished


def test_commands_of_one_thread_keep_their_order_among_those_of_four() -> None:
    player = Player(Whole(noise(10)))
    carried_out: list[tuple[int, int]] = []

    def marking(thread: int, number: int) -> None:
        def place(here: Samples) -> Samples:
            carried_out.append((thread, number))
            return here

        player.seek(place)
        player.toggle()

    def press(thread: int) -> None:
        for number in range(500):
            marking(thread, number)

    threads = [Thread(target=press, args=(one,)) for one in range(4)]
    for thread in threads:
        thread.start()
    while any(thread.is_alive() for thread in threads):
        player.render(480)
    player.render(480)
    assert len(carried_out) == 2000
    for one in range(4):
        assert [number for thread, number in carried_out if thread == one] == list(range(500))
    assert not player.snapshot.paused


def test_the_last_of_several_commands_wins() -> None:
    player = Player(Whole(noise(2)))
    player.seek(at(100))
    player.pause()
    player.seek(at(30_000))
    player.resume()
    rendered(player, 960)
    assert not player.snapshot.paused
    assert player.snapshot.position == 30_960


@given(
    st.lists(
        st.one_of(
            st.tuples(st.just("seek"), st.integers(-100, 30_000)),
            st.tuples(st.just("replace"), st.integers(-100, 30_000)),
            st.tuples(st.just("holds"), st.integers(0, 25_000)),
            st.tuples(st.sampled_from(["pause", "resume", "toggle", "count in", "mute", "chime"]), st.just(0)),
            st.tuples(st.just("volume"), st.integers(-3, 3)),
            st.tuples(st.just("render"), st.integers(1, 3000)),
        ),
        max_size=60,
    )
)
def test_whatever_is_commanded_it_does_not_click_and_counts_right(commands: list[tuple[str, int]]) -> None:
    # Neither sound has jumps of its own, and a fade of 240 samples adds at most 1/240 of the level for each of two.
    sources = [Whole(hum(0.5, 60)), Whole(hum(0.5, 90))]
    player = Player(sources[0])
    heard = [np.zeros((1, 1), np.int16)]
    for name, value in [*commands, ("render", 3000)]:
        command(player, sources, name, value, heard)
    snapshot = player.snapshot
    assert 0 <= snapshot.position <= sources[0].total
    assert snapshot.rendered == sum(map(len, heard)) - 1
    assert largest_jump(np.concatenate(heard)) < 4 * (largest_jump(hum(0.1, 90)) + 2 * 16_000 / FADE) + 2


def command(player: Player, sources: list[Whole], name: str, value: int, heard: list[NDArray[np.int16]]) -> None:
    actions: dict[str, Callable[[], None]] = {
        "seek": lambda: player.seek(at(value)),
        "replace": lambda: player.replace(sources[value % 2], at(value)),
        "holds": lambda: player.holds([value, value + 100]),
        "pause": player.pause,
        "resume": player.resume,
        "toggle": player.toggle,
        "count in": lambda: player.resume(hum(0.05)),
        "mute": player.toggle_mute,
        "chime": lambda: player.chime(hum(0.05)),
        "volume": lambda: player.volume_by(value / 2),
        "render": lambda: heard.append(player.render(value)),
    }
    actions[name]()


def test_thousands_of_random_commands_end_where_they_should() -> None:
    random = np.random.default_rng(5)
    source = Whole(hum(5))
    player = Player(source)
    heard: list[NDArray[np.int16]] = []
    names = ["seek", "replace", "holds", "pause", "resume", "toggle", "count in", "mute", "volume", "render"]
    for _ in range(5000):
        command(player, [source, source], str(random.choice(names)), int(random.integers(1, 5000)), heard)
    player.holds([])
    player.resume()
    player.seek(at(source.total - 480))
    rendered(player, 4800)
    assert player.snapshot.finished


def test_what_the_source_raises_is_not_lost() -> None:
    player = Player(Whole(noise(1)))
    player.seek(lambda _here: at(1 // 0))
    with pytest.raises(ZeroDivisionError):
        player.render(10)
    rendered(player, 960)
    assert player.snapshot.position == 960
