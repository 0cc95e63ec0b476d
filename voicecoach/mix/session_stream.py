"""The whole session as a stream of samples, for outputs that are not spliced from frames."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

import numpy as np
from numpy.typing import NDArray

from voicecoach.mix.pieces import Pieces
from voicecoach.timeline.blocks import Block, BlockContent
from voicecoach.times import Ms, samples

CHUNK_MS = 1000


def sample_stream(
    blocks: Iterable[Block],
    duration: Ms,
    mixed: Callable[[BlockContent], NDArray[np.int16]],
    room: NDArray[np.int16] | None,
    chunk_ms: int = CHUNK_MS,
) -> Iterator[NDArray[np.int16]]:
    """Yield the session in chunks of `chunk_ms` (the last may be shorter): mono, 48 kHz, `duration` in all.

    `mixed` gives a block's sound; it may cache. Every gap starts at the start of `room`, a loop of room tone. Memory
    holds a block and a chunk at a time, whatever the duration.

    Raises ValueError if blocks overlap or run past `duration`.
    """
    nothing = np.zeros(0, np.int16)
    loop = np.zeros(samples(Ms(chunk_ms)), np.int16) if room is None else room
    pieces = Pieces(_pieces(blocks, duration, mixed, loop), nothing)
    while len(chunk := pieces.take(samples(Ms(chunk_ms)))):
        yield chunk


def _pieces(
    blocks: Iterable[Block],
    duration: Ms,
    mixed: Callable[[BlockContent], NDArray[np.int16]],
    loop: NDArray[np.int16],
) -> Iterator[NDArray[np.int16]]:
    at = Ms(0)
    for block in blocks:
        if not at <= block.start <= block.end <= duration:
            raise ValueError(f"the block from {block.start} to {block.end} ms does not fit between {at} and {duration}")
        yield from _gap(loop, samples(Ms(block.start - at)))
        yield mixed(block.content)
        at = block.end
    yield from _gap(loop, samples(Ms(duration - at)))


def _gap(loop: NDArray[np.int16], count: int) -> Iterator[NDArray[np.int16]]:
    """`count` samples of `loop`, one round at a time."""
    for start in range(0, count, len(loop)):
        yield loop[: count - start]
