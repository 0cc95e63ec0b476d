from __future__ import annotations

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
        (True, "posix", ".venv/bin/pip install '.[natural]'", ".venv/bin/pip install lameenc"),
        (True, "nt", r'.venv\Scripts\pip install ".[natural]"', r".venv\Scripts\pip install lameenc"),
        (False, "nt", 'pip install "voicecoach[natural]"', "pip install lameenc"),
    ],
)  # fmt: skip
def test_what_is_missing_is_installed_where_the_package_came_from(
    tmp_path: Path, system: str, extra: str, package: str, *, is_checkout: bool
) -> None:
    if is_checkout:
        (tmp_path / "pyproject.toml").touch()
    assert install_extra("natural", tmp_path, system) == extra
    assert install_package("lameenc", root=tmp_path, system=system) == package
