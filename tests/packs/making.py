"""Packs for tests, made quickly: spoken by the engine that knows no words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from functools import cache
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from tests.fake_engine import RATE_HZ, FakeEngine
from voicecoach.packs import sound
from voicecoach.packs.pack import About
from voicecoach.packs.sound import length_of, packed
from voicecoach.packs.writing import PackWriter
from voicecoach.speech import shape
from voicecoach.speech.engine import Waveform

ABOUT = About("Test pack", "tester", "en", "CC0", "for tests")


class QuickEngine(FakeEngine):
    """The same sines, made faster."""

    def waveform(self, line: str) -> Waveform:
        hertz = 300 + sum(line.encode()) % 300
        turns = np.arange(RATE_HZ * self.ms_per_character * len(line) // 1000) * hertz / RATE_HZ
        return Waveform((8000 * np.cos(2 * np.pi * turns)).astype(np.int16).tobytes(), RATE_HZ)


def pack_each_clip_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pack no clip twice in all tests of a process: the same one gives the same bytes, and nothing takes longer."""
    monkeypatch.setattr(sound, "packed", lambda clip, compression: _packed_once(clip.tobytes(), compression))
    monkeypatch.setattr(sound, "length_of", _length_once)


@cache
def _packed_once(clip: bytes, compression: float) -> bytes:
    samples: NDArray[np.int16] = np.frombuffer(clip, np.int16)
    return packed(samples, compression)


_length_once = cache(length_of)


def pack_of(path: Path, sentences: Iterable[str], speaking: FakeEngine | None = None, **about: str) -> Path:
    """Write a pack of these sentences to `path`; `about` is what is other than in `ABOUT`."""
    path.unlink(missing_ok=True)
    engine = speaking or QuickEngine()
    with PackWriter(path, About(**asdict(ABOUT) | about)) as writer:
        for sentence in sentences:
            clip = shape.clip(engine.waveform(sentence), 0.0)
            writer.put(sentence, clip, shape.ACTIVE_LUFS)
        writer.finish()
    return path
