from __future__ import annotations

import os
from base64 import urlsafe_b64encode
from contextlib import chdir
from hashlib import sha256
from importlib.metadata import version as recorded
from pathlib import Path

import pytest

from voicecoach.packages import contents, install_extra, install_package, package_folder, version


@pytest.mark.parametrize("name", ["mutagen", "lameenc", "soundfile"])
def test_the_version_is_the_one_on_record_for_packages_and_lone_modules(name: str) -> None:
    assert version(name) == recorded(name)


def test_what_is_not_installed_has_no_version() -> None:
    assert version("no_such_package") == contents("no_such_package") == "none"
    assert package_folder("no_such_package") is None


def test_a_package_that_was_installed_under_another_name_has_the_version_on_record() -> None:
    assert version("yaml") == recorded("PyYAML")
    assert version("PIL") == recorded("pillow")


@pytest.mark.parametrize(
    ("is_checkout", "system", "extra", "package"),
    [
        (False, "posix", "pip install 'voicecoach[natural]'", "pip install lameenc"),
        (True, "posix", ".venv/bin/pip install -e '.[natural]'", ".venv/bin/pip install lameenc"),
        (True, "nt", r'.venv\Scripts\pip install -e ".[natural]"', r".venv\Scripts\pip install lameenc"),
        (False, "nt", 'pip install "voicecoach[natural]"', "pip install lameenc"),
    ],
)  # fmt: skip
def test_what_is_missing_is_installed_where_the_package_came_from(
    tmp_path: Path, system: str, extra: str, package: str, *, is_checkout: bool
) -> None:
    if is_checkout:
        (tmp_path / "pyproject.toml").touch()
    with chdir(tmp_path):
        assert install_extra("natural", tmp_path, system) == extra
        assert install_package("lameenc", root=tmp_path, system=system) == package


def test_from_another_folder_the_checkout_is_named(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").touch()
    assert install_extra("natural", tmp_path, "posix") == f"{tmp_path}/.venv/bin/pip install -e '{tmp_path}[natural]'"
    assert install_package("lameenc", root=tmp_path, system="nt") == rf"{tmp_path}\.venv\Scripts\pip install lameenc"
    spaced = tmp_path / "my coach"
    spaced.mkdir()
    (spaced / "pyproject.toml").touch()
    assert install_package("lameenc", root=spaced, system="posix") == f"'{spaced}/.venv/bin/pip' install lameenc"


@pytest.mark.parametrize("damage", [b"damaged!", b"shorter", None])
def test_the_contents_of_a_package_are_those_that_are_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, damage: bytes | None
) -> None:
    """A damaged file gives other contents, and the same as before once it is repaired."""
    folder, record = tmp_path / "voices_of_mine", tmp_path / "voices_of_mine-1.0.dist-info" / "RECORD"
    folder.mkdir()
    record.parent.mkdir()
    (folder / "__init__.py").write_bytes(b"")
    (folder / "data").write_bytes(b"original")
    digests = {"__init__.py": b"", "data": b"original"}
    lines = [f"voices_of_mine/{name},sha256={digest_of(data)},{len(data)}" for name, data in digests.items()]
    record.write_text("\n".join([*lines, "voices_of_mine-1.0.dist-info/RECORD,,", ""]))
    monkeypatch.syspath_prepend(tmp_path)
    before = contents("voices_of_mine")
    if damage is None:
        (folder / "data").unlink()
    else:
        (folder / "data").write_bytes(damage)
        os.utime(folder / "data", (later := record.stat().st_mtime + 10, later))
    assert contents("voices_of_mine") != before
    (folder / "data").write_bytes(b"original")
    os.utime(folder / "data", (later := record.stat().st_mtime + 20, later))
    assert contents("voices_of_mine") == before


def digest_of(data: bytes) -> str:
    return urlsafe_b64encode(sha256(data).digest()).rstrip(b"=").decode()
