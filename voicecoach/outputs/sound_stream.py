"""Sound on its way to a file, in pieces, so that a whole session is never in memory."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from voicecoach.outputs.mp3 import Mp3Format
from voicecoach.times import Ms

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class SampleStream:
    """Samples at 48 kHz, together exactly `duration` long.

    `chunks` are int16 arrays of shape (n,) for one channel or (n, 2) for two; they can be taken once.
    `splice`, where there is one, gives the same sound as MP3 frames, Info frame first, without encoding all of it.
    """

    chunks: Iterable[NDArray[np.int16]]
    duration: Ms
    channels: int = 1
    splice: Callable[[Mp3Format], Iterable[bytes]] | None = None
