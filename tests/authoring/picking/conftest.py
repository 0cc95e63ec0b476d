from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.small_library import small_library


@pytest.fixture(scope="module", autouse=True)
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Every test here picks from the small library."""
    with small_library(tmp_path_factory.mktemp("library") / "small"):
        yield
