from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from voicecoach.interrupts import signals_wait
from voicecoach.programme.crew import Crew

LOST = "lost"
HANGS_S = 100.0


def echo(value: str) -> str:
    return value


def end_oneself(_value: str) -> str:
    os._exit(9)


def sleep_through_signals(begun: str) -> str:
    with signals_wait():
        Path(begun).touch()
        time.sleep(HANGS_S)
    return begun


def clean_up(begun: str) -> str:
    try:
        Path(begun).touch()
        time.sleep(HANGS_S)
    finally:
        Path(begun).unlink()
    return begun


def deafness(_value: str) -> str:
    blocked = signal.pthread_sigmask(signal.SIG_BLOCK, [])
    return f"{signal.getsignal(signal.SIGINT) is signal.SIG_IGN} {signal.SIGINT in blocked}"


@pytest.fixture(autouse=True)
def nobody_left() -> Iterator[None]:
    yield
    assert not multiprocessing.active_children()


def test_a_process_that_ends_costs_its_own_task_alone() -> None:
    tasks = [(at, (end_oneself if at in {1, 3} else echo, (str(at),))) for at in range(6)]
    with Crew[int, str](2, LOST) as crew:
        assert dict(crew.each(tasks)) == {0: "0", 1: LOST, 2: "2", 3: LOST, 4: "4", 5: "5"}
        assert dict(crew.each([(9, (echo, ("again",)))])) == {9: "again"}


def test_a_free_process_that_is_gone_costs_nothing() -> None:
    with Crew[int, str](1, LOST) as crew:
        assert dict(crew.each([(1, (echo, ("one",)))])) == {1: "one"}
        for child in multiprocessing.active_children():
            child.kill()
            child.join()
        assert dict(crew.each([(2, (echo, ("two",)))])) in ({2: "two"}, {2: LOST})
        assert dict(crew.each([(3, (echo, ("three",)))])) == {3: "three"}


def left_early(begun: Path, task: object) -> None:
    """Begin a task and break off once it is under way."""
    with Crew[int, str](2, LOST) as crew:
        arriving = crew.each([(1, (echo, ("1",))), (2, (task, (str(begun),)))])  # type: ignore[list-item]
        next(arriving)
        while not begun.exists():
            time.sleep(0.01)
        raise KeyboardInterrupt


def test_left_early_it_lets_a_process_clean_up(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        left_early(tmp_path / "begun", clean_up)
    assert not (tmp_path / "begun").exists()


def test_left_early_it_waits_for_nobody_who_hangs(tmp_path: Path) -> None:
    begun = time.monotonic()
    with pytest.raises(KeyboardInterrupt):
        left_early(tmp_path / "begun", sleep_through_signals)
    assert time.monotonic() - begun < HANGS_S / 2


@pytest.mark.skipif(sys.platform == "win32", reason="a terminal sends signals on POSIX")
def test_the_program_alone_hears_the_terminal() -> None:
    with Crew[int, str](1, LOST) as crew:
        assert dict(crew.each([(1, (deafness, ("",)))])) == {1: "True False"}
    assert signal.SIGINT not in signal.pthread_sigmask(signal.SIG_BLOCK, [])
