"""The checks that `test.py` runs, and how long they take: as long as the last time, or what is usual on two cores."""

from __future__ import annotations

import json
import os
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
MARK = "extras"
"""Tests with this mark need an extra and its models, and are run in the environment for them."""

ALL_EXTRAS = "VOICECOACH_ALL_EXTRAS"
"""The variable that tells tests/parts.py that all of them are to be there, so that none is skipped."""

NOTHING_CHOSEN = 5
"""pytest's status when the arguments choose no test."""

NUMBERS = {5: "Five", 6: "Six"}
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
EXTRA_TESTS = Check(("pytest", "-m", MARK), "tests of the extras", 120)


def checks(*, is_all: bool) -> tuple[Check, ...]:
    """What is checked, in this order."""
    return (*STATIC, TESTS, EXTRA_TESTS) if is_all else (*STATIC, TESTS)


def announce(pytest_arguments: list[str], times: Path = TIMES, *, is_all: bool = False) -> None:
    """Say what is about to be done, and about how long it takes."""
    known = last_times(times)
    planned = checks(is_all=is_all)
    total = about(sum(expected_s(check, known) for check in planned if not _is_chosen(check, pytest_arguments)))
    print(f"{NUMBERS[len(planned)]} checks, {total} in all{' and your tests' if pytest_arguments else ''}:")
    for number, check in enumerate(planned, 1):
        chosen = _is_chosen(check, pytest_arguments)
        how_long = "those you chose" if chosen else about(expected_s(check, known))
        print(f"  {number}. {check.about} ({check.title}): {how_long}")
    sys.stdout.flush()


def _is_chosen(check: Check, pytest_arguments: list[str]) -> bool:
    """Whether the user says which tests it runs."""
    return bool(pytest_arguments) and check in {TESTS, EXTRA_TESTS}


def run_checks(
    environment: Environment, pytest_arguments: list[str], times: Path = TIMES, *, extras: Environment | None = None
) -> int:
    """Run all checks, the tests last, and return the status of the first that failed, or 0.

    The tests of the extras run in `extras`, if there is such an environment. Chosen tests need not be in both of them.
    """
    failed = {}
    without_tests = 0
    planned = checks(is_all=extras is not None)
    for number, check in enumerate(planned, 1):
        print(f"== {number} of {len(planned)}: {check.about} ({check.title})", flush=True)
        began_s = time.monotonic()
        command = _command(environment, check, pytest_arguments, extras)
        status = subprocess.call(command, cwd=environment.root, env=_variables(check))
        if status == NOTHING_CHOSEN and extras and _is_chosen(check, pytest_arguments):
            without_tests += 1
            status = 0 if without_tests == 1 else NOTHING_CHOSEN
        if status:
            failed[check.title] = status
        elif not _is_chosen(check, pytest_arguments):
            remember(check, time.monotonic() - began_s, times)
    if failed:
        print(f"Failed: {', '.join(failed)}", file=sys.stderr)
    else:
        print(f"All {NUMBERS[len(planned)].lower()} checks passed.")
    return next(iter(failed.values()), 0)


def _variables(check: Check) -> dict[str, str]:
    """What is in the environment of a check.

    Python keeps what it has compiled, even where it otherwise doesn't: the tests start the program some hundred times.
    """
    variables = {**os.environ, "PYTHONDONTWRITEBYTECODE": ""}
    return {**variables, ALL_EXTRAS: "true"} if check is EXTRA_TESTS else variables


def _command(
    environment: Environment, check: Check, pytest_arguments: list[str], extras: Environment | None
) -> list[str]:
    if check is EXTRA_TESTS and extras:
        return [*_pytest(extras), "-m", MARK, *(pytest_arguments or (*ALL_TESTS, *_files_of_extras(extras.root)))]
    if check is TESTS:
        # What the extras' own environment can't run either is reported there.
        skipped = ("-m", f"not {MARK}") if extras else ()
        return [*_pytest(environment), *skipped, *(pytest_arguments or ALL_TESTS)]
    name, *arguments = check.command
    return [str(environment.program(name)), *arguments]


def _pytest(environment: Environment) -> list[str]:
    # By `python -m`, so that the checkout is where plugins are looked for.
    return [str(environment.program("python")), "-m", "pytest", *PROGRESS]


def _files_of_extras(root: Path) -> list[str]:
    """The files with such tests; most others can't even be read without the packages that only the checks have."""
    files = sorted((root / "tests").rglob("test_*.py"))
    return [str(file.relative_to(root)) for file in files if f"mark.{MARK}" in file.read_text("utf-8")]


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
