from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import Phase, settings

from tests.parts import require

# The same examples on every run and every machine; how long one takes is not what these tests are about.
settings.register_profile("voicecoach", derandomize=True, deadline=None, max_examples=50)
# Without looking for the smallest example that fails: for scripts/mutate.py, which asks only whether one does.
settings.register_profile(
    "quick", derandomize=True, deadline=None, max_examples=50, phases=[Phase.explicit, Phase.generate]
)
settings.load_profile("voicecoach")


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
