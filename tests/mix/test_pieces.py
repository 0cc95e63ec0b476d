from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from voicecoach.mix.pieces import Pieces

NOTHING = np.zeros(0, np.int16)


def pieces(lengths: list[int]) -> list[NDArray[np.int16]]:
    """Counting up, cut into pieces of these lengths."""
    return np.split(np.arange(sum(lengths), dtype=np.int16), np.cumsum(lengths)[:-1]) if lengths else []


@given(st.lists(st.integers(0, 9)), st.integers(1, 12))
def test_portions_are_full_until_the_end(lengths: list[int], portion: int) -> None:
    stream = Pieces(pieces(lengths), NOTHING)
    total = sum(lengths)
    taken = [stream.take(portion) for _ in range(total // portion + 2)]
    assert [len(part) for part in taken] == [min(portion, max(0, total - i * portion)) for i in range(len(taken))]
    assert np.array_equal(np.concatenate(taken), np.arange(total))


@given(st.lists(st.integers(0, 9)), st.integers(1, 12), st.integers(1, 5))
def test_the_last_ones_are_held_back(lengths: list[int], count: int, portion: int) -> None:
    yielded = []
    rest = Pieces(pieces(lengths), NOTHING).all_but_last(count, portion)
    while True:
        try:
            yielded.append(next(rest))
        except StopIteration as end:
            held = end.value
            break
    assert len(held) == min(count, sum(lengths))
    assert np.array_equal(np.concatenate([*yielded, held]), np.arange(sum(lengths)))
