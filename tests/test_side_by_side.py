from __future__ import annotations

import itertools
import signal
import sys
import threading
import time
from collections.abc import Iterator
from types import FrameType
from typing import TYPE_CHECKING

import pytest

from voicecoach.interrupts import GivenUpError, hear, is_given_up, patiently, wanted
from voicecoach.side_by_side import Task, Threads

if TYPE_CHECKING:
    from _typeshed import TraceFunction

HANGS_S = 100.0
LEAST_STEPS, ASKED_WITHIN_S, ENDS_WITHIN_S = 200, 0.1, 10.0
INTERRUPTED = ("voicecoach.side_by_side", "concurrent.futures", "threading")
"""Modules whose code locks are taken in."""


def sleep_for(seconds: float) -> None:
    """Sleep, and give nothing."""
    time.sleep(seconds)


def wait_for_nothing() -> None:
    patiently(sleep_for, HANGS_S)


def test_work_gives_its_results_and_its_errors() -> None:
    with Threads(2) as threads:
        tasks = [threads.submit(divmod, number, 3) for number in range(5)]
        bad = threads.submit(divmod, 1, 0)
        assert [task.result() for task in tasks] == [(0, 0), (0, 1), (0, 2), (1, 0), (1, 1)]
        with pytest.raises(ZeroDivisionError):
            bad.result()
        assert bad.is_done()


def broken_off(tasks: list[Task[None]]) -> None:
    with Threads(2) as threads:
        tasks += [threads.submit(wait_for_nothing) for _ in range(4)]
        time.sleep(0.05)
        raise RuntimeError


def test_an_error_ends_what_waits_and_drops_what_has_not_begun() -> None:
    tasks: list[Task[None]] = []
    begun = time.monotonic()
    with pytest.raises(RuntimeError):
        broken_off(tasks)
    assert time.monotonic() - begun < HANGS_S / 2
    assert all(task.is_done() for task in tasks)
    with pytest.raises(GivenUpError):
        tasks[0].result()


def test_what_is_wanted_no_longer_ends_without_an_error_too() -> None:
    begun = time.monotonic()
    with Threads(1) as threads:
        waiting, dropped = threads.submit(wait_for_nothing), threads.submit(wait_for_nothing)
        threads.give_up()
    assert time.monotonic() - begun < HANGS_S / 2
    assert waiting.is_done()
    assert dropped.is_done()


def test_what_computes_looks_up_between_its_portions() -> None:
    assert list(wanted("abc")) == ["a", "b", "c"]
    done: list[Task[None]] = []

    def portions() -> None:
        for _ in wanted(range(10_000)):
            time.sleep(0.01)

    def begin() -> None:
        with Threads(1) as threads:
            done.append(threads.submit(portions))
            raise RuntimeError

    with pytest.raises(RuntimeError):
        begin()
    assert done[0].is_done()


@pytest.fixture
def interrupts(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """SIGINT as the program hears it; what Python drops of them is no fault of the test."""
    monkeypatch.setattr(sys, "unraisablehook", lambda _: None)
    before, traced = signal.getsignal(signal.SIGINT), sys.gettrace()
    hear(signal.SIGINT, signal.default_int_handler)
    yield
    sys.settrace(traced)
    signal.signal(signal.SIGINT, before)


def work_with(threads: Threads) -> None:
    asked: list[bool] = []

    def be_asked() -> None:
        until = time.monotonic() + ASKED_WITHIN_S
        while not asked and not is_given_up() and time.monotonic() < until:
            time.sleep(0.0005)

    with threads:
        task = threads.submit(be_asked)
        asked.append(task.is_done())
        task.result()


def is_interrupted(threads: Threads, at_step: int) -> bool:
    """Interrupt work with threads at a step: a call, a line or a return in `INTERRUPTED`. False if it has fewer."""
    steps = itertools.count(1)

    def trace(frame: FrameType, _event: str, _arg: object) -> TraceFunction | None:
        if not frame.f_globals["__name__"].startswith(INTERRUPTED):
            return None
        if next(steps) == at_step:
            sys.settrace(None)
            signal.raise_signal(signal.SIGINT)
        return trace

    try:
        sys.settrace(trace)
        work_with(threads)
    except KeyboardInterrupt:
        return True
    finally:
        sys.settrace(None)
    return False


@pytest.mark.usefixtures("interrupts")
def test_at_whatever_step_an_interrupt_comes_no_lock_stays_taken() -> None:
    """A thread that waits for a lock that nobody gives back would never end."""
    others = set(threading.enumerate())
    for step in itertools.count(1):
        threads = Threads(1)
        if not is_interrupted(threads, step):
            break
        threads.__exit__(KeyboardInterrupt, None, None)  # it may have come before this one's first line
        for thread in set(threading.enumerate()) - others:
            thread.join(ENDS_WITHIN_S)
            assert not thread.is_alive(), f"a thread hangs after an interrupt at step {step}"
    assert step > LEAST_STEPS
