from __future__ import annotations

import subprocess
import sys

import pytest

from voicecoach.processes import running, status_of

SLEEPS, ENDS = (f"import time, sys; time.sleep({seconds}); sys.exit(3)" for seconds in (100, 0.1))
LONG_S = 60.0


def test_the_status_is_there_once_it_has_ended() -> None:
    with running([sys.executable, "-S", "-c", ENDS], stdin=subprocess.DEVNULL) as process:
        assert status_of(process, LONG_S) == 3


def test_what_still_runs_has_none_and_is_ended() -> None:
    with running([sys.executable, "-S", "-c", SLEEPS], stdin=subprocess.PIPE) as process:
        assert status_of(process, 0.1) is None
    assert process.wait(LONG_S) not in {0, 3}
    assert process.stdin
    assert process.stdin.closed


def test_a_program_that_is_not_there_is_refused() -> None:
    with pytest.raises(FileNotFoundError), running(["/nothing/here"], stdin=subprocess.DEVNULL):
        pass
