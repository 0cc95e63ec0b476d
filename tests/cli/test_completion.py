from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest


def offered(words: str) -> list[str]:
    """What bash would offer for the last of `words`."""
    line = f"voicecoach {words}"
    environment = os.environ | {
        "_VOICECOACH_COMPLETE": "complete_bash",
        "COMP_WORDS": line,
        "COMP_CWORD": str(line.count(" ")),
    }
    command = [sys.executable, "-m", "voicecoach"]
    root = Path(__file__).parents[2]
    done = subprocess.run(command, env=environment, cwd=root, capture_output=True, text=True, check=False)
    return done.stdout.split()


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("make glutes", "glutes-for-runners"),
        ("plan s", "squat"),
        ("make glutes-for-runners --only st", "step-up"),
        ("make glutes-for-runners --without b", "band"),
        ("make glutes-for-runners --variation lunge=r", "lunge=rotation"),
        ("make glutes-for-runners --detail b", "brief"),
        ("make glutes-for-runners --intro s", "short"),
        ("make glutes-for-runners --var", "--variation"),
        ("do", "doctor"),
    ],
)
def test_tab_offers_names(words: str, name: str) -> None:
    assert name in offered(words)
