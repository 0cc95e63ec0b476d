from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from voicecoach.player.taken_again import TakenAgain


class Counted:
    """A stream whose samples are their numbers."""

    def __init__(self) -> None:
        self.at = 0

    def take(self, count: int) -> NDArray[np.float32]:
        numbers = np.arange(self.at, self.at + count, dtype=np.float32)
        self.at += count
        return np.stack([numbers, -numbers], axis=1)


@given(st.lists(st.tuples(st.integers(0, 300), st.integers(0, 200)), max_size=50))
def test_what_was_taken_lately_can_be_taken_again(readings: list[tuple[int, int]]) -> None:
    stream = Counted()
    again = TakenAgain(stream, kept=300)
    at = 0
    for back, count in readings:
        at = max(at - back, stream.at - 300, 0)
        got = again.read(at, count)
        assert got[:, 0].tolist() == list(range(at, at + count))
        assert (got[:, 1] == -got[:, 0]).all()
        at += count


def test_what_was_taken_long_ago_is_gone() -> None:
    again = TakenAgain(Counted(), kept=100)
    for at in range(0, 1000, 50):
        again.read(at, 50)
    with pytest.raises(ValueError, match="sample 0 is not among"):
        again.read(0, 10)


def test_nothing_is_left_out() -> None:
    again = TakenAgain(Counted())
    again.read(0, 10)
    with pytest.raises(ValueError, match="sample 11 is not among"):
        again.read(11, 10)
