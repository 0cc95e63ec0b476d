"""`voicecoach cache`: what is kept, in words and in columns."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.running import run
from voicecoach.cache.store import Cache


def test_the_kinds_are_named_in_words_with_their_sizes_below_each_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VOICECOACH_CACHE", str(tmp_path))
    with Cache.open() as cache:
        for kind in ("block", "calibration", "speech"):
            cache.put(kind, kind, bytes(200_000), 1)
        cache.commit()
    shown = run("cache")
    assert shown.out.splitlines()[1:] == [
        "  encoded sound                0.2 MB",
        "  pace and loudness of voices  0.2 MB",
        "  spoken lines                 0.2 MB",
    ]
    assert run("cache", "--clear").out.endswith(": 0 entries, 0.0 MB\n")
