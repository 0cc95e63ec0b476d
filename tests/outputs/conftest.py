from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.parts import small_disk_at


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 256 kB, to be full soon."""
    disk = tmp_path / "disk"
    disk.mkdir()
    with small_disk_at(disk):
        yield disk
