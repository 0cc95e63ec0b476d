"""How many cores there are for a program is counted in one place."""

from __future__ import annotations

import re

from tests.end_to_end.home import ROOT

COUNTED = re.compile(r"cpu_count\(|len\(os\.sched_getaffinity")


def test_nothing_else_counts_cores() -> None:
    files = [*(ROOT / "voicecoach").rglob("*.py"), *(ROOT / "scripts").rglob("*.py"), ROOT / "tests/sharing_out.py"]
    counting = [file.relative_to(ROOT).as_posix() for file in files if COUNTED.search(file.read_text(encoding="utf-8"))]
    assert counting == ["voicecoach/cores.py"]
