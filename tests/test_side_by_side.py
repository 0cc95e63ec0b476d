from __future__ import annotations

import signal
import sys
import time
from collections.abc import Iterator

import pytest

from voicecoach.interrupts import GivenUpError, hear, patiently, wanted
from voicecoach.side_by_side import Task, Threads

HANGS_S = 100.0
MOMENTS, LONGEST_S = 200, 0.01


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
def alarms(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """An alarm is an interrupt; what Python drops of them is no fault of the test."""
    monkeypatch.setattr(sys, "unraisablehook", lambda _: None)
    before = {number: signal.getsignal(number) for number in (signal.SIGALRM, signal.SIGINT)}
    hear(signal.SIGINT, signal.default_int_handler)
    signal.signal(signal.SIGALRM, lambda *_: signal.raise_signal(signal.SIGINT))
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


def is_interrupted(after_s: float) -> bool:
    """Whether an interrupt comes out of work with threads, or at least after it."""
    try:
        signal.setitimer(signal.ITIMER_REAL, after_s)
        with Threads(2) as threads:
            tasks = [threads.submit(time.sleep, 0.0005) for _ in range(8)]
            for task in tasks:
                task.is_done()
                task.result()
        time.sleep(10 * LONGEST_S)
    except KeyboardInterrupt:
        return True
    return False


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no timer for signals")
@pytest.mark.usefixtures("alarms")
def test_a_storm_of_interrupts_leaves_no_lock_taken() -> None:
    """Each comes at another moment of beginning, handing over, waiting and ending."""
    came = [is_interrupted(LONGEST_S * number / MOMENTS) for number in range(1, MOMENTS + 1)]
    assert sum(came) > MOMENTS / 2
