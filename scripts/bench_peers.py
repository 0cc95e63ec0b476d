"""What others would do with the same session, and planning by itself: each timed alone, in a process of its own."""

from __future__ import annotations

import json
import time
from pathlib import Path

import bench_sessions

PIECE = 48_000 * 60
"""Samples handed to LAME at once: a minute."""


def by_lame(file: Path) -> float:
    """Encode the samples of `file` in one pass, as a peer would that mixes the whole session first."""
    import lameenc
    import numpy as np
    import soundfile

    sound, rate_hz = soundfile.read(str(file), dtype="int16")
    pieces = [np.ascontiguousarray(sound[start : start + PIECE]) for start in range(0, len(sound), PIECE)]
    start = time.perf_counter()
    encoder = lameenc.Encoder()
    encoder.silence()
    encoder.set_bit_rate(64)
    encoder.set_in_sample_rate(rate_hz)
    encoder.set_out_sample_rate(rate_hz)
    encoder.set_channels(1)
    encoder.set_quality(5)
    for piece in pieces:
        encoder.encode(piece)
    encoder.flush()
    return time.perf_counter() - start


def by_pydub(file: Path) -> float:
    """Put the session together from its clips and silences, one after the other, as peers do.

    The clips are cut from `file` beforehand, by the plan that lies beside it.
    """
    import warnings

    import soundfile

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from pydub import AudioSegment

    sound, rate_hz = soundfile.read(str(file), dtype="int16")
    events = json.loads((file.parent / "plan.json").read_text(encoding="utf-8"))["events"]
    stretches = [(round(event["start"] * 1000), round(event["end"] * 1000)) for event in events]
    per_ms = rate_hz // 1000
    clips = [
        AudioSegment(sound[start * per_ms : end * per_ms].tobytes(), sample_width=2, frame_rate=rate_hz, channels=1)
        for start, end in stretches
    ]
    began = time.perf_counter()
    session = AudioSegment.silent(0, frame_rate=rate_hz)
    for (start, _), clip in zip(stretches, clips, strict=True):
        session += AudioSegment.silent(max(0, start - len(session)), frame_rate=rate_hz)
        session += clip
    session += AudioSegment.silent(max(0, len(sound) // per_ms - len(session)), frame_rate=rate_hz)
    return time.perf_counter() - began


def by_planning(file: Path) -> float:
    """Plan the session in `file`."""
    return bench_sessions.planning_s(str(file))
