"""The maker of the library's index, with lengths that are quicker than measured ones."""

from __future__ import annotations

import pytest

import make_library_index
from voicecoach.definitions.load import load_session
from voicecoach.pipeline.sounds import Voices
from voicecoach.plan.progression import weeks_of

NAMES = ("glutes-for-runners", "tabata")


def test_each_week_is_measured_once(monkeypatch: pytest.MonkeyPatch) -> None:
    measured: list[tuple[str, int]] = []

    def minutes(name: str, week: int, _voices: Voices) -> int:
        measured.append((name, week))
        return 10 * week

    monkeypatch.setattr(make_library_index, "names", lambda _kind: NAMES)
    monkeypatch.setattr(make_library_index, "_minutes", minutes)
    assert [weeks_of(load_session(name)) for name in NAMES] == [6, 1]
    entries = make_library_index.sessions()
    assert [entries[name]["minutes"] for name in NAMES] == [[10, 60], [10, 10]]
    assert measured == [("glutes-for-runners", 1), ("glutes-for-runners", 6), ("tabata", 1)]
