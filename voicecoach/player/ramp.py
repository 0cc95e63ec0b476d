"""A factor that goes to a new value in a straight line, so that nothing clicks."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray


class Ramp:
    """A factor, sample by sample: constant, or on its way to a target that it reaches after `length` samples."""

    def __init__(self, value: float, length: int) -> None:
        self._value = self._target = value
        self._length = length
        self._left = 0

    @property
    def value(self) -> float:
        """The factor of the sample taken last."""
        return self._value

    @property
    def target(self) -> float:
        """The factor it is at, or on its way to."""
        return self._target

    @property
    def settled(self) -> bool:
        """Whether it is at its target."""
        return not self._left

    def jump(self, value: float) -> None:
        """Be at `value` at once."""
        self._value = self._target = value
        self._left = 0

    def to(self, target: float) -> None:
        """Set out for `target` from where it is; nothing changes if it goes there already."""
        if target != self._target:
            self._target = target
            self._left = self._length

    def take(self, count: int) -> NDArray[np.float32]:
        """The factors of the next `count` samples, shape (count,)."""
        factors = np.full(count, self._target, np.float32)
        moving = min(count, self._left)
        if moving:
            step = (self._target - self._value) / self._left
            factors[:moving] = self._value + step * np.arange(1, moving + 1)
            self._left -= moving
            self._value = float(factors[moving - 1]) if self._left else self._target
        return factors
