from __future__ import annotations

import pytest

from checks import ALL_EXTRAS
from tests.parts import needs, require, require_all_tests, require_package

MISSING = "a-program-that-nobody-has"


def test_a_missing_program_skips_the_test_and_says_which(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI", raising=False)
    with pytest.raises(pytest.skip.Exception, match=MISSING):
        require(MISSING)


def test_a_missing_program_is_a_failure_in_ci(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match=MISSING):
        require(MISSING)


def test_a_missing_package_skips_the_test_or_fails_it_in_ci(monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in ("CI", ALL_EXTRAS):
        monkeypatch.delenv(variable, raising=False)
    with pytest.raises(pytest.skip.Exception, match="no_such_package is not installed"):
        require_package("no_such_package")
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match="no_such_package"):
        require_package("no_such_package")
    require_package("pytest")


def test_in_the_environment_of_the_extras_a_missing_package_is_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.setenv(ALL_EXTRAS, "true")
    with pytest.raises(pytest.fail.Exception, match="no_such_package is not installed, and this is the environment"):
        require_package("no_such_package")


@pytest.mark.parametrize("variable", ["CI", "VOICECOACH_ALL_TESTS"])
def test_what_takes_long_is_run_where_all_tests_are_wanted(monkeypatch: pytest.MonkeyPatch, variable: str) -> None:
    for name in ("CI", "VOICECOACH_ALL_TESTS"):
        monkeypatch.delenv(name, raising=False)
    with pytest.raises(pytest.skip.Exception, match="takes long"):
        require_all_tests()
    monkeypatch.setenv(variable, "true")
    require_all_tests()


@needs("python3")
def test_a_program_that_is_there_lets_the_test_run() -> None:
    require("python3")
