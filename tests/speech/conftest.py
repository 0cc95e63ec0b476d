from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from voicecoach.cache.store import Cache


@pytest.fixture(scope="session")
def data_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where models are put together once for all tests of a process."""
    return tmp_path_factory.mktemp("data")


@pytest.fixture(autouse=True)
def _nothing_of_the_users(data_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VOICECOACH_DATA", str(data_folder))


@pytest.fixture
def cache() -> Iterator[Cache]:
    with Cache.in_memory() as cache:
        yield cache
