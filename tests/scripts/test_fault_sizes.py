from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere limits don't hold")

if sys.platform == "linux":
    import fault_sizes


def test_what_once_took_too_much_is_read_or_refused_in_little() -> None:
    command = [sys.executable, "scripts/fault_sizes.py", "--once-wrong"]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert ran.stdout.startswith(f"{len(fault_sizes.ONCE_WRONG)} inputs, 0 wrong")


def test_an_error_of_nobodys_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(_: bytes, __: Path) -> None:
        raise ZeroDivisionError

    monkeypatch.setitem(fault_sizes.readers(), "breaks", breaks)
    assert fault_sizes.problem_of("breaks", b"", tmp_path).startswith("status 2, ")


def test_more_memory_than_any_may_take_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    held: list[bytes] = []
    monkeypatch.setitem(fault_sizes.readers(), "holds", lambda _, __: held.append(b"a" * (500 << 20)))
    assert fault_sizes.problem_of("holds", b"", tmp_path).startswith("status 0, ")


def test_an_input_that_is_too_large_is_told(tmp_path: Path) -> None:
    assert fault_sizes.problem_of("line", b"a" * 1_000_000, tmp_path).startswith("1,000,000 bytes: none of the inputs")


def test_every_input_is_small() -> None:
    inputs = [(reader, what, make) for reader, what, make in fault_sizes.all_inputs() if what in {"fields", "widths"}]
    assert inputs
    assert all(len(make()) < fault_sizes.MOST_BYTES for _, _, make in inputs)
