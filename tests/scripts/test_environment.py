from __future__ import annotations

import ast
import io
import sys
import tomllib
from pathlib import Path
from subprocess import CompletedProcess
from typing import BinaryIO

import pytest

from environment import EXTRAS, FUZZ, RUN, TEST, Environment
from old_python import refuse_old_python
from set_up import (
    SetUpError,
    alone,
    clear,
    explanation,
    install,
    is_sound,
    made_by,
    require_venv,
    stamp,
    try_lock,
    unfinished,
)

ROOT = Path(__file__).parents[2]


@pytest.fixture
def finished(tmp_path: Path) -> Environment:
    """An environment of empty files that looks finished."""
    (tmp_path / "scripts").mkdir()
    (tmp_path / "pyproject.toml").write_text("[project]\n")
    environment = Environment(tmp_path, RUN)
    environment.lock.write_text("numpy==1\n")
    for name in ("python", "voicecoach"):
        environment.program(name).parent.mkdir(parents=True, exist_ok=True)
        environment.program(name).touch()
    made_by(environment).write_bytes(environment.maker())
    stamp(environment)
    return environment


def names(requirements: list[str]) -> set[str]:
    """The packages that requirements or lock lines name, as package indexes spell them."""
    separators = str.maketrans(dict.fromkeys("<>=;! \\", " "))
    return {line.translate(separators).split()[0].lower().replace("_", "-") for line in requirements}


def pins(lock: str) -> set[str]:
    """The lines of a lock file that name a package and its version."""
    lines = (ROOT / "scripts" / lock).read_text().splitlines()
    return {line.removesuffix(" \\") for line in lines if "==" in line and not line.startswith((" ", "#"))}


def test_a_finished_environment_is_ready(finished: Environment) -> None:
    assert finished.is_ready()
    assert is_sound(finished)


def test_nothing_at_all_is_not_ready(tmp_path: Path) -> None:
    assert not Environment(tmp_path, RUN).is_ready()
    assert not is_sound(Environment(tmp_path, RUN))


@pytest.mark.parametrize("source", ["pyproject.toml", f"scripts/{RUN}"])
def test_a_changed_source_asks_for_an_installation_into_what_is_there(finished: Environment, source: str) -> None:
    with (finished.root / source).open("a") as file:
        file.write("# changed\n")
    assert not finished.is_ready()
    assert is_sound(finished)


def test_a_moved_checkout_asks_for_a_new_environment(finished: Environment) -> None:
    moved = Environment(finished.root.rename(finished.root.with_name("moved")), RUN)
    assert not moved.is_ready()
    assert not is_sound(moved)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows copies the program instead of linking to it")
def test_a_removed_python_asks_for_a_new_environment(finished: Environment) -> None:
    finished.program("python").unlink()
    finished.program("python").symlink_to(finished.root / "gone")
    assert not finished.is_ready()
    assert not is_sound(finished)


def test_another_python_asks_for_a_new_environment(finished: Environment, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "version", "4.0.0")
    assert not finished.is_ready()
    assert not is_sound(finished)


def test_an_interrupted_installation_asks_for_a_new_environment(finished: Environment) -> None:
    unfinished(finished).touch()
    assert not is_sound(finished)


def test_the_environment_for_tests_is_stamped_apart(finished: Environment) -> None:
    tests = Environment(finished.root, TEST)
    tests.lock.write_text("pytest==1\n")
    assert not tests.is_ready()
    stamp(tests)
    assert tests.is_ready()
    assert finished.is_ready()


def test_the_environment_for_the_extras_is_another_folder(finished: Environment) -> None:
    extras = Environment(finished.root, EXTRAS)
    assert extras.folder.name == ".venv-extras"
    assert extras.folder.parent == finished.folder.parent
    extras.lock.write_text("kokoro-onnx==1\n")
    assert not extras.is_ready()


def test_clearing_removes_a_folder_a_file_and_a_link_but_not_its_target(finished: Environment) -> None:
    clear(finished.folder)
    assert not finished.folder.exists()
    finished.folder.write_text("a file")
    clear(finished.folder)
    assert not finished.folder.exists()
    finished.folder.symlink_to(finished.root / "scripts", target_is_directory=True)
    clear(finished.folder)
    assert not finished.folder.is_symlink()
    assert finished.lock.exists()


def test_what_is_installed_is_compiled_so_that_no_command_does_it(
    finished: Environment, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran: list[tuple[str, ...]] = []

    def run(_environment: Environment, _lock: BinaryIO, *module: str) -> CompletedProcess[str]:
        ran.append(module)
        return CompletedProcess([], returncode=module[0] == "compileall", stdout="")  # a folder that can't be written

    monkeypatch.setattr("set_up.run_python", run)
    finished.stamp.unlink()
    install(finished, io.BytesIO())
    assert ran[-1] == ("compileall", "-q", str(finished.root / "voicecoach"))
    assert finished.is_ready()


def test_one_set_up_works_at_a_time(tmp_path: Path) -> None:
    with alone(tmp_path / "lock"), (tmp_path / "lock").open("a+b") as second:
        assert not try_lock(second)
    with (tmp_path / "lock").open("a+b") as third:
        assert try_lock(third)


@pytest.mark.parametrize("version", [(2, 7, 18), (3, 8, 18), (3, 10, 13)])
def test_an_old_python_is_told_what_to_install(version: tuple[int, ...]) -> None:
    with pytest.raises(SystemExit, match=r"needs Python 3\.11 or newer, and this is \d\.\d+\. Install") as caught:
        refuse_old_python(version)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("version", [(3, 11, 0), (3, 14, 1), (4, 0, 0)])
def test_a_new_python_passes(version: tuple[int, ...]) -> None:
    refuse_old_python(version)


def test_a_python_without_venv_is_told_which_package_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "ensurepip.py").write_text("raise ImportError\n")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, "ensurepip", raising=False)
    with pytest.raises(SetUpError, match="apt install python3-venv"):
        require_venv()


def test_a_missing_network_is_told_from_other_troubles() -> None:
    offline = "WARNING: Retrying (Retry(total=4, connect=None)) after connection broken by 'NewConnectionError'"
    assert "no connection" in explanation(offline)
    assert "no connection" not in explanation("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES")


@pytest.mark.parametrize("lock", [RUN, TEST, EXTRAS, FUZZ])
def test_a_lock_file_has_versions_and_hashes_and_no_addresses(lock: str) -> None:
    text = (ROOT / "scripts" / lock).read_text()
    assert "://" not in text
    assert "--index" not in text
    assert "--extra-index" not in text
    assert "--find-links" not in text
    packages = [line for line in text.splitlines() if line and not line.startswith(("#", " "))]
    assert packages
    assert all("==" in line and line.endswith("\\") for line in packages)


def test_the_lock_file_for_tests_pins_all_that_the_other_one_pins() -> None:
    assert pins(RUN) <= pins(TEST)
    # Of a package whose marker differs the version is the same.
    assert {line.partition(" ")[0] for line in pins(RUN)} <= {line.partition(" ")[0] for line in pins(EXTRAS)}


def test_the_lock_files_name_everything_that_the_project_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    groups = project["dependency-groups"]
    assert names(project["project"]["dependencies"]) | names(groups["build"]) <= names(list(pins(RUN)))
    assert names([line for line in groups["test"] if isinstance(line, str)]) <= names(list(pins(TEST)))
    extras = project["project"]["optional-dependencies"]
    asked = [*extras["natural"], *extras["piper"], *groups["extras"]]
    assert names([line for line in asked if isinstance(line, str)]) <= names(list(pins(EXTRAS)))
    assert groups["build"] == project["build-system"]["requires"]


@pytest.mark.parametrize("program", ["coach.py", "test.py", "old_python.py"])
def test_the_launchers_can_be_read_by_an_old_python(program: str) -> None:
    source = (ROOT / "scripts" / program).read_text()
    ast.parse(source, feature_version=(3, 6))
    assert "from __future__ import annotations" not in source  # from 3.7 on
