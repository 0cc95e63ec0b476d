from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import numpy as np
import pytest
from numpy.typing import NDArray

from tests.player.sounds import Whole, noise, rendered
from voicecoach.errors import OutputError
from voicecoach.player.player import Player
from voicecoach.second_screen.browser_output import FIXED, HEAD, PIECE, SENT_AHEAD, BrowserOutput
from voicecoach.times import Samples

SOUND = noise(20)


@dataclass
class Clock:
    now_s: float = 1000.0

    def __call__(self) -> float:
        return self.now_s


@dataclass
class Listener:
    """A page: it keeps what it is sent, and what of it was replaced is replaced."""

    output: BrowserOutput
    clock: Clock
    gone: bool = False
    take: int = -1
    kept: NDArray[np.int16] = field(default_factory=lambda: np.zeros(len(SOUND), np.int16))
    end: int = 0
    heard: int = 0

    def __post_init__(self) -> None:
        self.stream: Iterator[bytes] = self.output.stream(lambda: self.gone)

    def get(self) -> bool:
        """One piece; whether it has samples."""
        piece = next(self.stream, b"")
        if not piece:
            return False
        take, count, start = HEAD.unpack_from(piece)
        if not count:
            return False
        if self.take not in {-1, take}:
            self.end = start
        assert start == self.end or self.take == -1
        self.take, self.end = take, start + count
        self.kept[start : self.end] = np.frombuffer(piece[HEAD.size :], np.int16)
        return True

    def hear(self, count: int) -> None:
        """Be sent as much as there is, in pieces, and say from time to time what was heard."""
        until = self.heard + count
        while self.heard < until:
            while self.end < self.heard + SENT_AHEAD - PIECE:
                assert self.get()
            self.heard = min(until, self.heard + PIECE)
            self.clock.now_s += PIECE / 48_000
            self.output.was_heard(self.heard, 0.0)


@pytest.fixture
def player() -> Player:
    return Player(Whole(SOUND))


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def output(player: Player, clock: Clock) -> BrowserOutput:
    return BrowserOutput(player, clock=clock)


def test_nothing_moves_until_a_page_plays(output: BrowserOutput, clock: Clock, player: Player) -> None:
    clock.now_s += 100
    assert not output.stalled()
    assert output.heard().position == 0
    player.pause()
    player.resume()
    Listener(output, clock).hear(PIECE)
    assert output.heard().position > 0


def test_what_is_sent_is_what_the_player_plays(output: BrowserOutput, clock: Clock) -> None:
    page = Listener(output, clock)
    page.hear(5 * 48_000)
    assert np.array_equal(page.kept[: page.heard], rendered(Player(Whole(SOUND)), page.heard))
    assert abs(output.heard().position - page.heard) <= 960


def test_a_second_is_on_its_way_and_not_much_more(output: BrowserOutput, clock: Clock) -> None:
    page = Listener(output, clock)
    page.hear(48_000)
    assert 0 <= page.end - page.heard <= SENT_AHEAD


@pytest.mark.parametrize(
    "press",
    [Player.pause, Player.toggle_mute, lambda player: player.seek(Samples(480_000))],
    ids=["pause", "mute", "seek"],
)
def test_a_key_changes_what_was_sent_at_once(
    output: BrowserOutput, clock: Clock, player: Player, press: Callable[[Player], None]
) -> None:
    page = Listener(output, clock)
    page.hear(2 * 48_000)
    pressed, take = page.heard, page.take
    press(player)
    assert page.get()
    assert page.take != take
    page.hear(48_000)
    other = Player(Whole(SOUND))
    before = rendered(other, pressed)
    assert np.array_equal(page.kept[:pressed], before)
    changed = np.flatnonzero(page.kept[pressed : page.heard] != SOUND[pressed : page.heard])
    assert FIXED <= changed[0] <= FIXED + 2 * 960


def test_the_page_that_wants_it_last_has_it_from_where_it_was_heard(output: BrowserOutput, clock: Clock) -> None:
    first = Listener(output, clock)
    first.hear(48_000)
    second = Listener(output, clock)
    assert second.get()
    assert abs(second.end - PIECE - first.heard) <= 960
    assert not first.get()
    assert next(first.stream, b"") == b""
    assert np.array_equal(second.kept[second.end - PIECE : second.end], SOUND[second.end - PIECE : second.end])


def test_a_page_that_is_gone_is_a_device_that_is_gone_until_another_one_plays(
    output: BrowserOutput, clock: Clock, player: Player
) -> None:
    page = Listener(output, clock)
    page.hear(48_000)
    assert not output.stalled()
    page.gone = True
    assert not page.get()
    assert output.stalled()
    player.pause()
    with pytest.raises(OutputError, match="No browser plays"):
        output.reopen()
    again = Listener(output, clock)
    again.heard = page.heard
    assert again.get()
    output.reopen()
    again.hear(24_000)
    assert output.heard().paused
    assert not output.stalled()


def test_a_page_that_plays_on_no_more_has_stalled(output: BrowserOutput, clock: Clock) -> None:
    page = Listener(output, clock)
    for _ in range(60):
        page.hear(PIECE)
    clock.now_s += 1.5
    assert output.stalled()
    output.was_heard(page.heard, 0.0)  # it only says so again
    assert output.stalled()
    page.hear(PIECE)
    assert not output.stalled()


def test_after_a_sleep_it_is_paused(output: BrowserOutput, clock: Clock) -> None:
    page = Listener(output, clock)
    for _ in range(60):
        page.hear(PIECE)
    clock.now_s += 100
    page.hear(PIECE)
    assert output.interrupted()
    assert not output.interrupted()
    page.hear(24_000)
    assert output.heard().paused


def test_holes_are_told(output: BrowserOutput, clock: Clock) -> None:
    page = Listener(output, clock)
    page.hear(48_000)
    for lost_s in (0.0, 0.25, 0.25, 0.5):
        page.heard += 1
        output.was_heard(page.heard, lost_s)
    assert output.lost.holes == 2
    assert output.lost.seconds == pytest.approx(0.5)


def test_a_fault_in_the_player_is_kept(output: BrowserOutput, clock: Clock, player: Player) -> None:
    def fails(_position: Samples) -> Samples:
        raise ZeroDivisionError

    player.seek(fails)
    assert not Listener(output, clock).get()
    assert isinstance(output.error, ZeroDivisionError)


def test_a_key_wakes_the_stream(output: BrowserOutput, clock: Clock, player: Player) -> None:
    page = Listener(output, clock)
    while page.end < SENT_AHEAD:
        assert page.get()
    waiting = threading.Thread(target=page.get)
    waiting.start()
    player.pause()
    waiting.join(20)
    assert not waiting.is_alive()
    output.close()
    assert not page.get()
