from __future__ import annotations

import os
import subprocess
import sys
from importlib.util import cache_from_source
from pathlib import Path

import pytest

import checks
from environment import EXTRAS, TEST, Environment
from tests.progress import Progress

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the programs that are run here are shell scripts")

PROGRAM = """#!/bin/sh
echo "$0 $@" >> {log}
exit {status}
"""


@pytest.fixture
def times(tmp_path: Path) -> Path:
    return tmp_path / "times.json"


def environment(folder: Path, failing: str = "", lock: str = TEST, status: int = 3) -> Environment:
    """An environment whose programs only note that they were run; one of them may fail."""
    made = Environment(folder, lock)
    for name in ("ruff", "mypy", "lint-imports", "python"):
        program = made.program(name)
        program.parent.mkdir(parents=True, exist_ok=True)
        program.write_text(PROGRAM.format(log=folder / "log", status=status if name == failing else 0))
        program.chmod(0o755)
    return made


def ran(folder: Path) -> list[str]:
    return [line.partition("/bin/")[2] for line in (folder / "log").read_text().splitlines()]


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(0.2, "about 1 s"), (44.6, "about 45 s"), (60, "about 1 min"), (99, "about 1 min 40 s"), (236, "about 4 min")],
)
def test_times_are_said_as_exactly_as_anybody_wants_them(seconds: float, said: str) -> None:
    assert checks.about(seconds) == said


def test_at_the_start_it_says_what_it_is_about_to_do(times: Path, capfd: pytest.CaptureFixture[str]) -> None:
    checks.announce([], times)
    first, *lines = capfd.readouterr().out.splitlines()
    assert first.startswith("Five checks, about 4 min")
    assert [line.rpartition(" (")[0] for line in lines] == [
        "  1. style", "  2. layout of the code", "  3. types", "  4. layers", "  5. tests",
    ]  # fmt: skip
    assert all(": about " in line for line in lines)


def test_it_goes_by_the_last_run(tmp_path: Path, times: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert checks.run_checks(environment(tmp_path), [], times) == 0
    known = checks.last_times(times)
    assert set(known) == {check.title for check in (*checks.STATIC, checks.TESTS)}
    checks.remember(checks.TESTS, 100, times)
    capfd.readouterr()
    checks.announce([], times)
    assert "  5. tests (pytest): about 1 min 40 s" in capfd.readouterr().out


def test_times_that_can_not_be_read_are_the_usual_ones(times: Path) -> None:
    for nonsense in ("", "{", "[1]", '{"mypy": "long"}'):
        times.write_text(nonsense)
        assert checks.last_times(times) == {}


def test_every_check_runs_and_the_first_failure_is_the_status(
    tmp_path: Path, times: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert checks.run_checks(environment(tmp_path, failing="mypy"), [], times) == 3
    assert [line.split()[0] for line in ran(tmp_path)] == ["ruff", "ruff", "mypy", "lint-imports", "python"]
    assert capfd.readouterr().err == "Failed: mypy\n"
    assert "mypy" not in checks.last_times(times)


def test_arguments_go_to_pytest_and_say_nothing_about_the_whole(
    tmp_path: Path, times: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    arguments = ["tests/plan", "-k", "fit"]
    checks.announce(arguments, times)
    assert "  5. tests (pytest): those you chose" in capfd.readouterr().out
    assert checks.run_checks(environment(tmp_path), arguments, times) == 0
    assert ran(tmp_path)[-1] == "python -m pytest -p tests.progress tests/plan -k fit"
    assert checks.TESTS.title not in checks.last_times(times)


def with_extras(folder: Path) -> None:
    """Tests of which some are those of extras."""
    for name, text in {"one": "", "two": "@pytest.mark.extras\n", "sub/three": "@pytest.mark.extras('a')\n"}.items():
        file = (folder / "tests" / name).with_name(f"test_{Path(name).name}.py")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)


def test_the_tests_of_the_extras_run_in_their_own_environment(
    tmp_path: Path, times: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    with_extras(tmp_path)
    checks.announce([], times, is_all=True)
    said = capfd.readouterr().out
    assert said.startswith("Six checks, about ")
    assert "  6. tests of the extras (pytest -m extras): about 2 min" in said
    extras = environment(tmp_path, lock=EXTRAS)
    assert checks.run_checks(environment(tmp_path), [], times, extras=extras) == 0
    lines = (tmp_path / "log").read_text().splitlines()[-2:]
    assert [line.partition("/bin/")[0].rpartition("/")[2] for line in lines] == [".venv", ".venv-extras"]
    options = "-m pytest -p tests.progress -m"
    assert ran(tmp_path)[-2] == f"python {options} not extras -n auto --dist loadgroup"
    files = "tests/sub/test_three.py tests/test_two.py"
    assert ran(tmp_path)[-1] == f"python {options} extras -n auto --dist loadgroup {files}"
    assert capfd.readouterr().out.endswith("All six checks passed.\n")


def test_chosen_tests_need_not_be_in_both_environments(tmp_path: Path, times: Path) -> None:
    extras = environment(tmp_path, failing="python", lock=EXTRAS, status=checks.NOTHING_CHOSEN)
    assert checks.run_checks(environment(tmp_path), ["tests/plan"], times, extras=extras) == 0
    assert ran(tmp_path)[-1] == "python -m pytest -p tests.progress -m extras tests/plan"
    assert checks.run_checks(environment(tmp_path), [], times, extras=extras) == checks.NOTHING_CHOSEN


def test_chosen_tests_that_are_in_no_environment_are_a_failure(
    tmp_path: Path, times: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    none, no_extras = (
        environment(tmp_path, failing="python", lock=lock, status=checks.NOTHING_CHOSEN) for lock in (TEST, EXTRAS)
    )
    with_extras(tmp_path)
    for extras in (None, no_extras):
        assert checks.run_checks(none, ["-k", "nothing"], times, extras=extras) == checks.NOTHING_CHOSEN
        assert "Failed: pytest" in capfd.readouterr().err


def test_in_the_environment_of_the_extras_none_of_their_tests_may_be_skipped(
    tmp_path: Path, times: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(checks.ALL_EXTRAS, raising=False)
    test, extras = environment(tmp_path), environment(tmp_path, lock=EXTRAS)
    for each in (test, extras):
        each.program("python").write_text(f'#!/bin/sh\necho "${checks.ALL_EXTRAS}" >> {tmp_path}/said\n')
    assert checks.run_checks(test, [], times, extras=extras) == 0
    assert (tmp_path / "said").read_text() == "\ntrue\n"


def test_what_was_compiled_is_kept_for_the_many_programs_that_tests_start(
    tmp_path: Path, times: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    test = environment(tmp_path)
    imported = tmp_path / "imported.py"
    imported.touch()
    test.program("python").write_text(f"#!/bin/sh\ncd {tmp_path} && {sys.executable} -c 'import imported'\n")
    assert checks.run_checks(test, [], times) == 0
    assert Path(cache_from_source(str(imported))).exists()


def test_progress_is_said_in_words() -> None:
    now_s = 0.0
    progress = Progress(["a", "b", "c", "d"], {"a": 1, "b": 1, "c": 2, "d": 6}, lambda: now_s)
    assert progress.text() == "tests: 0 of 4"
    now_s = 20.0
    for test in ("a", "b"):
        progress.took(test, 5, failed=test == "b")
        progress.took(test, 0.5, failed=False)
        progress.done(test)
    assert progress.text() == "tests: 2 of 4, 1 failed, about 1 min 20 s left"
    progress.done("c")
    progress.done("d")
    assert progress.text() == "tests: 4 of 4, 1 failed"
    assert progress.taken_s == {"a": 5.5, "b": 5.5}


def test_progress_takes_the_place_of_dots(tmp_path: Path) -> None:
    """The summary and the failures are as always."""
    (tmp_path / "test_two.py").write_text("def test_good():\n    pass\ndef test_bad():\n    assert not 'a reason'\n")
    scripts = Path(checks.__file__).parent
    command = [sys.executable, "-m", "pytest", "-p", "tests.progress", "-p", "no:cacheprovider"]
    environment = {**os.environ, "PYTHONPATH": f"{scripts.parent}{os.pathsep}{scripts}"}
    said = subprocess.run(
        command, cwd=tmp_path, env=environment, stdout=subprocess.PIPE, text=True, check=False
    ).stdout.splitlines()
    assert "E       AssertionError: assert not 'a reason'" in said
    assert "= 1 failed, 1 passed in " in said[-1]
    assert not any(line.endswith(("F.", ".F")) or "test_two.py ." in line for line in said)
