from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def cache_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache for all tests of the command line, so that no line is spoken twice."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(autouse=True)
def configuration(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, cache_folder: Path) -> Path:
    """Where the configuration file of the test would be; everything else about the user is out of sight too."""
    file = tmp_path / "configuration" / "config.yaml"
    file.parent.mkdir()
    monkeypatch.setenv("VOICECOACH_CONFIG", str(file))
    monkeypatch.setenv("VOICECOACH_CACHE", str(cache_folder))
    monkeypatch.setenv("VOICECOACH_DATA", str(tmp_path / "data"))
    monkeypatch.chdir(tmp_path)
    return file
