"""Something to be heard under a session: three minutes of chords and beats, encoded as music usually is."""

from __future__ import annotations

import time
from pathlib import Path

RATE_HZ, SECONDS, KBPS = 44_100, 180, 192
CHORD_S = 2
LOWEST_HZ, HIGHEST_HZ = 80, 2500


def by_writing_a_tune(file: Path) -> float:
    """Write the tune; gives how long it took."""
    import lameenc
    import numpy as np

    start = time.perf_counter()
    chance = np.random.default_rng(1)
    at_s = np.arange(RATE_HZ * CHORD_S) / RATE_HZ
    beats = np.exp(-((at_s * 2) % 1) * 25)[:, np.newaxis]
    encoder = lameenc.Encoder()
    encoder.silence()
    encoder.set_bit_rate(KBPS)
    encoder.set_in_sample_rate(RATE_HZ)
    encoder.set_channels(2)
    encoder.set_quality(5)
    with file.open("wb") as written:
        for _ in range(SECONDS // CHORD_S):
            tones_hz = chance.uniform(LOWEST_HZ, HIGHEST_HZ, (2, 6))
            chord = np.sin(2 * np.pi * tones_hz[:, np.newaxis] * at_s[:, np.newaxis]).sum(axis=-1).T
            sound = 2000 * chord + (300 + 6000 * beats) * chance.standard_normal(chord.shape)
            written.write(encoder.encode(np.clip(sound, -32768, 32767).astype(np.int16, order="C")))
        written.write(encoder.flush())
    return time.perf_counter() - start
