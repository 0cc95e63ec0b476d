from __future__ import annotations

import tracemalloc
from collections.abc import Iterator

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from voicecoach.mix.room_tone import room_tone_loop
from voicecoach.mix.session_stream import sample_stream
from voicecoach.timeline.blocks import Block, BlockContent, Part
from voicecoach.timeline.model import Channel, Sound
from voicecoach.times import Ms

ROOM = np.arange(1, 3 * 48 + 1, dtype=np.int16)


def block(start_ms: int, length_ms: int) -> Block:
    part = Part(Ms(0), Sound(Channel.TONE, "go"))
    return Block(Ms(start_ms), BlockContent((part,), Ms(length_ms)))


def mixed(content: BlockContent) -> NDArray[np.int16]:
    return np.full(content.length * 48, -content.length, np.int16)


def composed(blocks: list[Block], duration_ms: int, room: NDArray[np.int16] | None) -> NDArray[np.int16]:
    """The whole session at once, block by block."""
    session = np.zeros(duration_ms * 48, np.int16)
    ends = [0, *(placed.end for placed in blocks)]
    starts = [*(placed.start for placed in blocks), duration_ms]
    for end, start in zip(ends, starts, strict=True):
        if room is not None:
            session[end * 48 : start * 48] = np.resize(room, (start - end) * 48)
    for placed in blocks:
        session[placed.start * 48 : placed.end * 48] = mixed(placed.content)
    return session


@given(
    st.lists(st.tuples(st.integers(0, 20), st.integers(1, 20)), max_size=6),
    st.integers(0, 20),
    st.integers(1, 40),
    st.sampled_from([None, ROOM]),
)
def test_the_stream_is_the_session_in_chunks(
    gaps_and_lengths: list[tuple[int, int]], after_ms: int, chunk_ms: int, room: NDArray[np.int16] | None
) -> None:
    blocks: list[Block] = []
    at = 0
    for gap, length in gaps_and_lengths:
        blocks.append(block(at + gap, length))
        at += gap + length
    duration = Ms(at + after_ms)
    chunks = list(sample_stream(blocks, duration, mixed, room, chunk_ms))
    assert all(len(chunk) == chunk_ms * 48 for chunk in chunks[:-1])
    joined = np.concatenate([np.zeros(0, np.int16), *chunks])
    assert joined.dtype == np.int16
    assert np.array_equal(joined, composed(blocks, duration, room))


@pytest.mark.parametrize(
    "blocks", [[block(0, 50), block(40, 10)], [block(90, 20)]], ids=["overlapping", "past the end"]
)
def test_blocks_that_do_not_fit_are_a_defect(blocks: list[Block]) -> None:
    with pytest.raises(ValueError, match="does not fit"):
        list(sample_stream(blocks, Ms(100), mixed, None))


def peak_memory(duration_ms: int) -> int:
    def blocks() -> Iterator[Block]:
        return (block(start, 500) for start in range(0, duration_ms, 5000))

    tracemalloc.start()
    for _ in sample_stream(blocks(), Ms(duration_ms), mixed, room_tone_loop(-75)):
        pass
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak


def test_memory_does_not_grow_with_the_session() -> None:
    peak_memory(10_000)
    assert peak_memory(600_000) < 1.2 * peak_memory(20_000)
