from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import bench

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows does not say what memory a process took")

SCRIPTS = Path(bench.__file__).parent
ALLOCATE = "import sys; data = b'x' * int(sys.argv[1])"
ALLOCATE_IN_A_CHILD = f"import subprocess, sys; subprocess.call([sys.executable, '-c', {ALLOCATE!r}, sys.argv[1]])"
MEASURE = "import os, sys, bench; print(bench.measured(sys.argv[1:], dict(os.environ)).peak_bytes)"


@pytest.mark.parametrize("program", [ALLOCATE, ALLOCATE_IN_A_CHILD], ids=["itself", "in a child"])
def test_memory_is_that_of_the_largest_process(program: str) -> None:
    small, large = (
        int(subprocess.check_output([sys.executable, "-c", MEASURE, *command], cwd=SCRIPTS))
        for command in ([sys.executable, "-c", program, str(size)] for size in (0, 300_000_000))
    )
    assert small < 100_000_000
    assert 300_000_000 < large < 400_000_000


def test_a_program_that_fails_ends_it_with_its_message() -> None:
    with pytest.raises(SystemExit, match="failed with 3: no such session"):
        bench.measured([sys.executable, "-c", "import sys; print('no such session'); sys.exit(3)"], dict(os.environ))


def test_the_table_says_whether_targets_are_reached() -> None:
    rows = [
        bench.Row("so far", "1 s"),
        bench.Row.at_most(4, "s", 3.5, "cold", "3.50 s"),
        bench.Row.at_most(0.5, "s", 0.6, "warm", "0.60 s"),
        bench.Row.at_least(10, "×", 12.25, "faster"),
    ]
    assert bench.table(rows).splitlines() == [
        "| measured | result | target | reached |",
        "| --- | --- | --- | --- |",
        "| so far | 1 s |  |  |",
        "| cold | 3.50 s | ≤ 4 s | yes |",
        "| warm | 0.60 s | ≤ 0.5 s | **no** |",
        "| faster | 12.2 × | ≥ 10 × | yes |",
    ]


def test_it_measures_the_program_it_is_given(tmp_path: Path) -> None:
    program = tmp_path / "voicecoach"
    program.write_text(
        f"#!{sys.executable}\nimport sys\nsys.path.insert(0, {str(SCRIPTS.parent)!r})\n"
        "from voicecoach.cli.main import main\nmain()\n"
    )
    program.chmod(0o755)
    command = [sys.executable, str(SCRIPTS / "bench.py"), "--quick", "--program", str(program)]
    _, _, *lines = subprocess.check_output(command, text=True).splitlines()
    shown = {what: result for _, what, result, *_ in (re.split(r" *\| *", line) for line in lines)}
    assert len(shown) == len(lines)
    assert all(re.search(r"\d", result) for result in shown.values())
    assert sum("peak memory" in what for what in shown) == 2
