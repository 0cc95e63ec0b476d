from __future__ import annotations

import pytest
from hypothesis import settings

from tests.parts import require

# The same examples on every run and every machine; how long one takes is not what these tests are about.
settings.register_profile("voicecoach", derandomize=True, deadline=None, max_examples=50)
settings.load_profile("voicecoach")


def pytest_runtest_setup(item: pytest.Item) -> None:
    for mark in item.iter_markers("needs"):
        for program in mark.args:
            require(program)
