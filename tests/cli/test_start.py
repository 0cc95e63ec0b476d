"""What is imported for nothing costs every run."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.running import run

PROGRAM = """
import sys
from voicecoach.cli.main import main
try:
    main()
finally:
    print("pydantic" in sys.modules, file=sys.stderr)
"""


@pytest.mark.parametrize("arguments", [("--help",), ("make", "--help"), ("plan", "squat", "--detail", "tones")])
def test_nothing_is_imported_to_convert_text_to_text(arguments: tuple[str, ...], tmp_path: Path) -> None:
    environment = {**os.environ, "VOICECOACH_CACHE": str(tmp_path), "PYTHONUTF8": "1"}
    command = [sys.executable, "-c", PROGRAM, *arguments]
    ran = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    assert ran.stderr.splitlines()[-1] == "False"


def test_values_that_are_not_converted_arrive_as_they_were_typed() -> None:
    named = run("plan", "glutes-for-runners", "--only", "squat", "--only", "lunge", "--sets", "1", "--detail", "tones")
    assert named.status == 0
    assert "unge" in named.out
    assert "quat" in named.out
    assert run("plan", "--no-such-option").status == 2
    assert run("plan").status == 2
    assert run("history", "--limit", "many").status == 2
