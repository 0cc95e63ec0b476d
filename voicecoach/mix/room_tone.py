"""Room tone: the very low noise that stands where digital silence would be."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from voicecoach.errors import ChoiceError
from voicecoach.times import SAMPLES_PER_FRAME

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

DEFAULT_ROOM_TONE_DBFS = -75.0
LOUDEST_DBFS = -50.0
QUIETEST_DBFS = -90.0
"""Softer than this, 16 bits hold little but zeros."""

LOOP_FRAMES = 125
"""MP3 frames in the loop: 3 s."""

LOWPASS_SAMPLES = (8, 12)
"""Lengths of the two moving averages that dull the noise: 3 dB less at 1.5 kHz, nothing left at 4 kHz."""

SEED = 0x1D872B41A7F3C569
MULTIPLIER = 6364136223846793005


def parse_room_tone(text: str) -> float | None:
    """A level in dBFS as a user writes it; None for `off` and `0`.

    Raises ChoiceError for anything that is not a level between `QUIETEST_DBFS` and `LOUDEST_DBFS`.
    """
    plain = text.strip().lower().replace("\N{MINUS SIGN}", "-").removesuffix("fs").removesuffix("db").strip()
    if plain == "off":
        return None
    try:
        level_dbfs = float(plain)
    except ValueError:
        raise ChoiceError(_refusal(text)) from None
    if level_dbfs == 0:
        return None
    if not QUIETEST_DBFS <= level_dbfs <= LOUDEST_DBFS:
        hint = f" Did you mean {-level_dbfs:g}?" if QUIETEST_DBFS <= -level_dbfs <= LOUDEST_DBFS else ""
        raise ChoiceError(_refusal(text) + hint)
    return level_dbfs


def room_tone_loop(level_dbfs: float) -> NDArray[np.int16]:
    """Dull noise with an RMS of `level_dbfs`, mono, 48 kHz, a whole number of MP3 frames, whose end meets its start.

    The noise is made with whole numbers by a generator written down here, so it is the same on every machine and with
    every version of numpy.
    """
    import numpy as np

    noise = _noise(LOOP_FRAMES * SAMPLES_PER_FRAME)
    for width in LOWPASS_SAMPLES:
        noise = _circular_sum(noise, width)
    noise = noise * len(noise) - noise.sum()  # no constant part
    shape = noise / 2**32
    rms = math.sqrt(float(np.mean(shape * shape)))
    scaled: NDArray[np.float64] = np.rint(shape * (32_768 * 10 ** (level_dbfs / 20) / rms))
    return scaled.astype(np.int16)


def _noise(count: int) -> NDArray[np.int64]:
    """White noise of 17 bits: the top of a multiplicative congruential generator modulo 2^64."""
    import numpy as np

    factors = np.full(count, MULTIPLIER, np.uint64)
    factors[0] = SEED
    states = np.multiply.accumulate(factors)
    return (states >> np.uint64(47)).astype(np.int64) - (1 << 16)


def _circular_sum(noise: NDArray[np.int64], width: int) -> NDArray[np.int64]:
    """The sum of every `width` neighbours, the end of the array being followed by its start."""
    import numpy as np

    total: NDArray[np.int64] = np.sum([np.roll(noise, shift) for shift in range(width)], axis=0)
    return total


def _refusal(text: str) -> str:
    return (
        f"{text!r} is no level for the room tone. "
        f"Give a level in dB between {QUIETEST_DBFS:g} and {LOUDEST_DBFS:g}, or 'off'."
    )
