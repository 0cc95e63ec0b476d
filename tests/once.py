"""What all processes of a test run share, since it takes long to make."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from set_up import wait_for_lock


def made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """A copy, one in each process, of a folder that `make` has filled, for the first that asked; the others wait."""
    own = factory.getbasetemp()
    root = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own
    folder, finished = root / f"{name}-shared", root / f"{name}-shared.finished"
    with (root / f"{name}-shared.lock").open("a+b") as lock:
        wait_for_lock(lock)
        if not finished.exists():
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir()
            make(folder)
            finished.touch()
    copy = own / name
    if not copy.exists():
        shutil.copytree(folder, copy)
    return copy
