"""Waiting for what has to come, with a limit, on a machine that may have too much to do."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec

import pytest

P = ParamSpec("P")

LONG_S = 60.0
LOOK_S = 0.01
TRIES_S = 150.0
LEAST_TRIES = 3
MOST_RUNS = 6
REST_S = 5.0


def wait_until(come: Callable[[], bool]) -> None:
    """Wait for this, leaving the time to those who bring it about."""
    until_s = time.monotonic() + LONG_S
    while not come():
        if time.monotonic() > until_s:
            pytest.fail("it did not come to pass")
        time.sleep(LOOK_S)


def try_until(right: Callable[[], bool]) -> None:
    """Try again what a busy machine may spoil. It has to be right once."""
    until_s, tries = time.monotonic() + TRIES_S, 0
    while not right():
        tries += 1
        if tries >= LEAST_TRIES and time.monotonic() > until_s:
            pytest.fail(f"it was not right once in {tries} tries")


def run_again(test: Callable[P, None]) -> Callable[P, None]:
    """Run a test again whose sound a busy machine may bring too late, each time after a longer wait for a quieter one.

    It has to pass once.
    """

    @wraps(test)
    def runs(*arguments: P.args, **named: P.kwargs) -> None:
        for run in range(1, MOST_RUNS + 1):
            try:
                test(*arguments, **named)
            except AssertionError:
                if run == MOST_RUNS:
                    raise
                time.sleep(run * REST_S)
            else:
                return

    return runs
