"""The checks that `test.py` runs, and how long they take: as long as the last time, or what is usual on two cores."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from environment import Environment

TIMES = Path(__file__).resolve().parent.parent / ".venv" / "check-times.json"
"""How many seconds each check took the last time it passed, by its title."""

ALL_TESTS = ("-n", "auto", "--dist", "loadgroup")
"""For the whole suite: the files of tests are shared out among processes, as groups that tests/conftest.py makes."""

PROGRESS = ("-p", "tests.progress")
MINUTE_S = 60


@dataclass(frozen=True)
class Check:
    """A program with its arguments, what it is about, and how many seconds it usually takes."""

    command: tuple[str, ...]
    about: str
    usual_s: float

    @property
    def title(self) -> str:
        """The command as it would be typed."""
        return " ".join(self.command)


STATIC = (
    Check(("ruff", "check"), "style", 1),
    Check(("ruff", "format", "--check"), "layout of the code", 1),
    Check(("mypy",), "types", 30),
    Check(("lint-imports", "--no-logo"), "layers", 3),
)
TESTS = Check(("pytest",), "tests", 240)


def announce(pytest_arguments: list[str], times: Path = TIMES) -> None:
    """Say what is about to be done, and about how long it takes."""
    known = last_times(times)
    lines = [(check, about(expected_s(check, known))) for check in STATIC]
    lines.append((TESTS, "those you chose" if pytest_arguments else about(expected_s(TESTS, known))))
    total = about(sum(expected_s(check, known) for check in STATIC) + (0 if pytest_arguments else known_tests_s(known)))
    print(f"Five checks, {total} in all{' and your tests' if pytest_arguments else ''}:")
    for number, (check, how_long) in enumerate(lines, 1):
        print(f"  {number}. {check.about} ({check.title}): {how_long}")
    sys.stdout.flush()


def known_tests_s(known: dict[str, float]) -> float:
    """How long all tests take."""
    return expected_s(TESTS, known)


def run_checks(environment: Environment, pytest_arguments: list[str], times: Path = TIMES) -> int:
    """Run all checks, the tests last, and return the status of the first that failed, or 0."""
    failed = {}
    for number, check in enumerate((*STATIC, TESTS), 1):
        print(f"== {number} of 5: {check.about} ({check.title})", flush=True)
        began_s = time.monotonic()
        status = subprocess.call(_command(environment, check, pytest_arguments), cwd=environment.root)
        if status:
            failed[check.title] = status
        elif check is not TESTS or not pytest_arguments:
            remember(check, time.monotonic() - began_s, times)
    if failed:
        print(f"Failed: {', '.join(failed)}", file=sys.stderr)
    else:
        print("All five checks passed.")
    return next(iter(failed.values()), 0)


def _command(environment: Environment, check: Check, pytest_arguments: list[str]) -> list[str]:
    if check is TESTS:
        # By `python -m`, so that the checkout is where plugins are looked for.
        python = str(environment.program("python"))
        return [python, "-m", "pytest", *PROGRESS, *(pytest_arguments or ALL_TESTS)]
    name, *arguments = check.command
    return [str(environment.program(name)), *arguments]


def last_times(times: Path) -> dict[str, float]:
    """How long each check took the last time, where that is known."""
    with suppress(OSError, ValueError):
        found = json.loads(times.read_text("utf-8"))
        if isinstance(found, dict):
            return {str(title): float(taken_s) for title, taken_s in found.items()}
    return {}


def remember(check: Check, taken_s: float, times: Path) -> None:
    """Note how long a check took; where that can't be written, the usual times will do."""
    with suppress(OSError):
        times.write_text(json.dumps({**last_times(times), check.title: round(taken_s, 1)}), "utf-8")


def expected_s(check: Check, known: dict[str, float]) -> float:
    """How long it is going to take."""
    return known.get(check.title, check.usual_s)


def about(seconds: float) -> str:
    """`about 3 min 20 s`; nobody wants to know it exactly."""
    rounded = max(1, round(seconds)) if seconds < MINUTE_S else 10 * round(seconds / 10)
    minutes, rest = divmod(rounded, MINUTE_S)
    parts = [f"{minutes} min"] * (minutes > 0) + [f"{rest} s"] * (rest > 0)
    return f"about {' '.join(parts)}"
