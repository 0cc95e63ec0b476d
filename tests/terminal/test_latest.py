"""The newest thing is done, and nobody waits for it."""

from __future__ import annotations

from functools import partial
from threading import Event

import pytest

from voicecoach.terminal.latest import Latest


def test_what_is_overtaken_is_left_out() -> None:
    latest, gate, done = Latest(), Event(), list[int]()
    begun = Event()

    def slow() -> None:
        begun.set()
        gate.wait(60)
        done.append(1)

    latest.do(slow)
    assert begun.wait(60)
    for number in range(2, 9):
        latest.do(partial(done.append, number))
    gate.set()
    assert latest.wait(60)
    assert done == [1, 8]
    latest.end(1)


def test_what_went_wrong_is_raised_where_the_next_is_asked_for() -> None:
    latest, done = Latest(), list[int]()
    latest.do(lambda: done.append(1 // 0))
    assert latest.wait(60)
    with pytest.raises(ZeroDivisionError):
        latest.do(lambda: done.append(2))
    assert latest.wait(60)
    latest.do(lambda: done.append(3))
    assert latest.wait(60)
    assert done == [2, 3]
    latest.end(1)


def test_after_the_end_nothing_is_done() -> None:
    latest, done = Latest(), list[int]()
    latest.end(1)
    latest.do(lambda: done.append(1))
    latest.wait(0.1)
    assert done == []
