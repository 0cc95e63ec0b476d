from __future__ import annotations

from voicecoach.player.heartbeat import GAP_S, WAKING_S, Heartbeat, running_clock


class Hands:
    """A clock set by hand."""

    def __init__(self) -> None:
        self.now_s = 100.0

    def __call__(self) -> float:
        return self.now_s


def test_regular_calls_are_no_interruption() -> None:
    clock = Hands()
    heart = Heartbeat(clock)
    for _ in range(100):
        clock.now_s += 0.02
        assert not heart.beat()
    assert not heart.interrupted()
    assert heart.silent_s() == 0


def test_a_gap_is_told_once_to_each_who_asks() -> None:
    clock = Hands()
    heart = Heartbeat(clock)
    clock.now_s += WAKING_S
    heart.beat()
    clock.now_s += GAP_S + 0.1
    assert heart.silent_s() > GAP_S
    assert heart.beat()
    assert not heart.beat()
    assert heart.interrupted()
    assert not heart.interrupted()


def test_a_device_that_was_opened_again_starts_anew() -> None:
    clock = Hands()
    heart = Heartbeat(clock)
    clock.now_s += 60
    heart.start()
    assert not heart.beat()


def test_the_clock_goes_forward() -> None:
    clock = running_clock()
    assert clock() <= clock()


def test_a_device_may_take_its_time_to_wake() -> None:
    clock = Hands()
    heart = Heartbeat(clock)
    heart.beat()
    clock.now_s += GAP_S + 0.1
    assert heart.silent_s() == 0
    assert not heart.beat()
    clock.now_s += WAKING_S
    assert heart.silent_s() > GAP_S


def test_a_gap_after_steady_calls_is_one_however_soon() -> None:
    clock = Hands()
    heart = Heartbeat(clock)
    for _ in range(20):
        clock.now_s += 0.02
        heart.beat()
    clock.now_s += GAP_S + 0.1
    assert heart.silent_s() > GAP_S
    assert heart.beat()
