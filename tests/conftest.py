from __future__ import annotations

import gc
import signal
from pathlib import Path

import pytest
from hypothesis import settings

from tests.parts import require

# The same examples on every run and every machine; how long one takes is not what these tests are about.
settings.register_profile("voicecoach", derandomize=True, deadline=None, max_examples=50)
settings.load_profile("voicecoach")


for _number in (signal.SIGINT, getattr(signal, "SIGHUP", signal.SIGINT)):
    # Whoever started the tests in the background, or with nohup, made every program below them deaf to these.
    if signal.getsignal(_number) is signal.SIG_IGN:
        signal.signal(_number, signal.default_int_handler if _number == signal.SIGINT else signal.SIG_DFL)

BY_THE_CLOCK = [
    Path(__file__).parent / name
    for name in (
        "end_to_end/live",
        "end_to_end/page",
        "player",
        "scripts/test_bench.py",
    )
]
"""Tests that play or measure in real time. One process runs them all, so that they don't disturb each other."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        real_time = any(item.path.is_relative_to(place) for place in BY_THE_CLOCK)
        item.add_marker(pytest.mark.xdist_group("by the clock" if real_time else str(item.path)))


def pytest_runtest_setup(item: pytest.Item) -> None:
    for mark in item.iter_markers("needs"):
        for program in mark.args:
            require(program)


def pytest_runtest_teardown(item: pytest.Item, nextitem: pytest.Item | None) -> None:
    """What the tests of a file left open is a warning, and so an error, in that file and not in a later one."""
    if nextitem is None or nextitem.path != item.path:
        gc.collect()
