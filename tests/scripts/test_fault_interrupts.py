from __future__ import annotations

import signal
import sys
from pathlib import Path

import pytest

from fault_interrupts import ENDS_WITHIN_S, Case, Fault, Moment, Outcome, faults, table

PLAN = Case("plan", ("plan", "tiny.yaml", "--detail", "tones"))


@pytest.mark.skipif(sys.platform != "linux", reason="processes are looked for in /proc")
def test_the_program_is_interrupted_and_nothing_is_left(tmp_path: Path) -> None:
    seen: list[Outcome] = []
    (fault,) = faults(3, tmp_path, cases=[PLAN], report=seen.append)
    assert len(seen) == len(fault.outcomes) == 3
    assert fault.problems == []


def test_the_table_counts_what_is_late_and_what_is_at_fault() -> None:
    def outcome(seconds: float, *problems: str, was_over: bool = False) -> Outcome:
        return Outcome(Moment(PLAN, 0.5, signal.SIGINT, is_shared=True), seconds, was_over, problems)

    fault = Fault("plan", [outcome(0.1), outcome(ENDS_WITHIN_S + 1, "it hangs"), outcome(9, was_over=True)])
    assert table([fault]).splitlines()[2] == "| plan | 3 | 1 | 1.55 s | 3.00 s | 1 | 1 |"
    assert fault.problems == ["plan, SIGINT to all at 0.500 s, 3.00 s: it hangs"]
