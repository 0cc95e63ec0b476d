"""A stream of arrays, taken in other portions than it comes in."""

from __future__ import annotations

from collections.abc import Generator, Iterable
from typing import Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

T = TypeVar("T", bound=np.generic)


class Pieces(Generic[T]):
    """Arrays of any length, joined along their first axis and handed out as asked for.

    `nothing` is an array of no samples, with the dtype and the channels of the others.
    """

    def __init__(self, pieces: Iterable[NDArray[T]], nothing: NDArray[T]) -> None:
        self._pieces = iter(pieces)
        self._rest = nothing

    def take(self, count: int) -> NDArray[T]:
        """The next `count` samples; fewer, down to none, only at the end."""
        parts = [self._rest]
        have = len(self._rest)
        while have < count:
            piece = next(self._pieces, None)
            if piece is None:
                break
            parts.append(piece)
            have += len(piece)
        joined = parts[0] if len(parts) == 1 else np.concatenate(parts)
        self._rest = joined[count:]
        return joined[:count]

    def all_but_last(self, count: int, portion: int) -> Generator[NDArray[T], None, NDArray[T]]:
        """Yield what is left, `portion` samples at a time, and return the last `count` of it, or all if it is less."""
        held = self.take(count)
        while len(portion_taken := self.take(portion)):
            held = np.concatenate([held, portion_taken])
            yield held[: len(held) - count]
            held = held[len(held) - count :]
        return held
