from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import soxr

from tests.end_to_end.conftest import Made
from tests.end_to_end.hearing import FULL_SCALE, RATE_HZ, away_from, dbfs, peak, together

if TYPE_CHECKING:
    from numpy.typing import NDArray

MONO_LUFS = -19.0
"""What measures -16 once the one channel is played from two."""

TRUE_PEAK_DBTP = -1.0
COUNTS_BELOW_CUES_DB = 2.0
BLOCK_S = 0.4
MARGIN = 512
"""Samples on either side, so that a piece is resampled as it would be within the whole."""

CUES = {"intro", "announce", "setup", "cue", "phase", "safety", "encouragement", "rest", "next", "finish"}


def loudness_lufs(sound: NDArray[np.int16]) -> float:
    import pyloudnorm  # which takes all processes that only look for tests a while

    scaled = sound.astype(np.float64) / FULL_SCALE
    return float(pyloudnorm.Meter(RATE_HZ, block_size=BLOCK_S).integrated_loudness(scaled))


def test_the_loudness_is_that_of_spoken_programmes(made: Made) -> None:
    # Room tone is under the gate at -70 LUFS, so long pauses can be left out of the measurement without changing it.
    near = ~away_from(made.events, len(made.sound), int(BLOCK_S * RATE_HZ))
    assert abs(loudness_lufs(made.sound[near]) - MONO_LUFS) <= 1.0


def test_the_true_peak_leaves_room(made: Made) -> None:
    starts = range(0, len(made.sound), RATE_HZ)
    pieces = [made.sound[max(0, start - MARGIN) : start + RATE_HZ + MARGIN] for start in starts]
    loudest = max(map(peak, pieces))
    # Between two samples a sound is hardly ever twice as high as at its samples.
    near = [piece.astype(np.float64) for piece in pieces if peak(piece) > loudest / 2]
    assert dbfs(max(float(np.abs(soxr.resample(piece, 1, 4)).max()) for piece in near)) <= TRUE_PEAK_DBTP


def test_counts_are_about_as_loud_as_cues(made: Made) -> None:
    cues = loudness_lufs(together(made.sound, (event for event in made.events if event["role"] in CUES)))
    counts = [event for event in made.events if event["role"] == "count" and event["channel"] == "voice"]
    for number in {event["text"] for event in counts}:
        same = [event for event in counts if event["text"] == number] * 2  # long enough to be measured
        assert loudness_lufs(together(made.sound, same)) >= cues - COUNTS_BELOW_CUES_DB, number


def test_no_tone_is_louder_than_the_voice(made: Made) -> None:
    voice, tones = (
        peak(together(made.sound, (event for event in made.events if event["channel"] == channel)))
        for channel in ("voice", "tone")
    )
    assert tones <= voice
