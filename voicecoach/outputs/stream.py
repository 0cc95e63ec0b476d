"""Sound on its way to a file, in pieces, so that a whole session is never in memory."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from voicecoach.times import Ms

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class SampleStream:
    """Samples at 48 kHz, together exactly `duration` long.

    `chunks` are int16 arrays of shape (n,) for one channel or (n, 2) for two; they can be taken once.
    """

    chunks: Iterable[NDArray[np.int16]]
    duration: Ms
    channels: int = 1
