from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def wheel_files(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The names of the files in a wheel, built as `pip` builds it but with the build backend that is pinned here."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = folder.glob("voicecoach-*.whl")
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def test_the_wheel_holds_every_asset(wheel_files: set[str]) -> None:
    folder = ROOT / "audio_assets"
    assets = {f"voicecoach/audio_assets/{file.relative_to(folder)}" for file in folder.rglob("*") if file.is_file()}
    assert assets
    assert assets <= wheel_files


def test_the_wheel_holds_every_module_and_the_whole_library(wheel_files: set[str]) -> None:
    package = ROOT / "voicecoach"
    sources = {file.relative_to(ROOT).as_posix() for file in package.rglob("*") if file.suffix in {".py", ".yaml"}}
    assert sources <= wheel_files
    assert "voicecoach/py.typed" in wheel_files


def test_the_wheel_holds_nothing_else(wheel_files: set[str]) -> None:
    tops = {name.split("/")[0] for name in wheel_files}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"voicecoach"}
