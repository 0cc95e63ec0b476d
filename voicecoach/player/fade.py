"""Fading in and out around every stop and start."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

_TINY = 1e-6
"""Less than half of one step of 16 bits."""


class Fade:
    """The factor between silence and full sound.

    It moves in a straight line, over `length` samples from one end to the other, and comes down in time for a stop that
    is known ahead.
    """

    def __init__(self, length: int) -> None:
        self.length = length
        self._level = 0.0

    @property
    def silent(self) -> bool:
        """Whether nothing is heard, so that anything may change."""
        return self._level <= 0

    def cut(self) -> None:
        """Be silent at once, where there is nothing to fade."""
        self._level = 0.0

    def take(self, count: int, left: int, *, down: bool) -> NDArray[np.float32]:
        """The factors for the next samples: `count` of them, or fewer if the fade `down` is over before.

        The sound ends in `left` samples, at least `count`: it is faded out by then.
        """
        if down:
            count = min(count, max(1, math.ceil(self._level * self.length - _TINY)))
        steps = np.arange(1, count + 1)
        moving = self._level + (-steps if down else steps) / self.length
        # A stop that is suddenly nearer than a fade is long makes the line steeper: it never starts with a step.
        steep = max(1.0, self._level * self.length / left)
        to_the_end = steep * (left - steps) / self.length
        factors = np.clip(np.minimum(moving, to_the_end), 0.0, 1.0)
        self._level = 0.0 if factors[-1] < _TINY else float(factors[-1])
        return factors.astype(np.float32)
