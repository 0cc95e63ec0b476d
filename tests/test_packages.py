from __future__ import annotations

from importlib.metadata import version as recorded

import pytest

from voicecoach.packages import contents, package_folder, version


@pytest.mark.parametrize("name", ["mutagen", "lameenc", "soundfile"])
def test_the_version_is_the_one_on_record_for_packages_and_lone_modules(name: str) -> None:
    assert version(name) == recorded(name)


def test_what_is_not_installed_has_no_version() -> None:
    assert version("no_such_package") == contents("no_such_package") == "none"
    assert package_folder("no_such_package") is None


def test_a_package_that_was_installed_under_another_name_has_the_version_on_record() -> None:
    assert version("yaml") == recorded("PyYAML")
    assert version("PIL") == recorded("pillow")
