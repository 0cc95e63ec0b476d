"""Packs for tests, made quickly: spoken by the engine that knows no words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from tests.fake_engine import FakeEngine
from voicecoach.packs.pack import About
from voicecoach.packs.writing import PackWriter
from voicecoach.speech import shape

ABOUT = About("Test pack", "tester", "en", "CC0", "for tests")


def pack_of(path: Path, sentences: Iterable[str], engine: FakeEngine | None = None, **about: str) -> Path:
    """Write a pack of these sentences to `path`; `about` is what is other than in `ABOUT`."""
    path.unlink(missing_ok=True)
    voice = engine or FakeEngine()
    with PackWriter(path, replace(ABOUT, **about)) as writer:
        for sentence in sentences:
            clip = shape.clip(voice.waveform(sentence), 0.0)
            writer.put(sentence, clip, shape.ACTIVE_LUFS)
        writer.finish()
    return path
