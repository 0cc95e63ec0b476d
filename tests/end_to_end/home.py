"""The program as a user has it: the real command in a process of its own, with a home and a cache of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import chdir, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest

from tests.cli import running
from voicecoach.cores import environment

ROOT = Path(__file__).resolve().parents[2]
SHORT = ("squat", "--sets", "1", "--reps", "5")
"""A session of about a minute and a half."""

_CAPABILITIES = "CAP_DAC_OVERRIDE", "CAP_DAC_READ_SEARCH", "CAP_FOWNER"
BOUND_BY_PERMISSIONS = f"""
import ctypes
for capability in range({len(_CAPABILITIES) + 1}):  # 0 to 3: CAP_CHOWN, {", ".join(_CAPABILITIES)}
    ctypes.CDLL(None).prctl(24, capability, 0, 0, 0)  # PR_CAPBSET_DROP
"""
"""Run before the program, it makes permissions bind a superuser as they bind everybody else."""

ENDS_WITHIN_S = 100.0
"""A program that is still there after so long hangs."""
ON_ONE_CORE = "import os; os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})"
_BECOME = """
import os, sys
os.execv(sys.executable, [sys.executable, "-m", "voicecoach", *sys.argv[1:]])
"""


def file_limit(size: int) -> str:
    """To be run before the program: no file of it may grow beyond `size` bytes."""
    return f"import resource; resource.setrlimit(resource.RLIMIT_FSIZE, ({size}, {size}))"


def goes_on(process: subprocess.Popen[str], for_s: float) -> None:
    """Wait for so long; the test fails if the process ends meanwhile."""
    with suppress(subprocess.TimeoutExpired):
        pytest.fail(f"it ended with {process.wait(for_s)}: {process.communicate()}")


def size(path: Path) -> int:
    """How many bytes a file has; none if it isn't there: one that tries a folder goes at once."""
    with suppress(FileNotFoundError):
        return path.stat().st_size
    return 0


@dataclass(frozen=True)
class Home:
    """A folder to work in, with the program's own files below it; `variables` are added to the environment."""

    folder: Path
    variables: dict[str, str] = field(default_factory=dict)

    @property
    def cache(self) -> Path:
        """Where the program keeps what it has made."""
        return Path(self.environment["VOICECOACH_CACHE"])

    @property
    def environment(self) -> dict[str, str]:
        """What the program finds in its environment."""
        own = {
            "HOME": str(self.folder),
            "VOICECOACH_CACHE": str(self.folder / "cache"),
            "VOICECOACH_CONFIG": str(self.folder / "config.yaml"),
            "PYTHONPATH": str(ROOT),
            "PYTHONUTF8": "1",
        }
        return {**environment(), **own, **self.variables}

    def run(self, *arguments: str | Path, first: str = "", timeout_s: float = 100) -> subprocess.CompletedProcess[str]:
        """Run the program to its end. `first` is Python to be run in its process before it."""
        return subprocess.run(
            self._command(arguments, first),
            cwd=self.folder,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
            timeout=timeout_s,
        )

    def done(self, *arguments: str | Path, first: str = "") -> str:
        """Run the program, which has to succeed, and return what it wrote on standard output."""
        ran = self.run(*arguments, first=first)
        assert ran.returncode == 0, ran.stderr
        return ran.stdout

    def made(self, name: str, *arguments: str | Path, first: str = "") -> Path:
        """Make a session as the file `name` and return its path."""
        self.done("make", *arguments, "-o", name, first=first)
        return self.folder / name

    def plan(self, *arguments: str | Path) -> dict[str, Any]:
        """The plan, as other programs get it."""
        plan: dict[str, Any] = json.loads(self.done("plan", *arguments, "--json"))
        return plan

    def trainings(self) -> list[dict[str, Any]]:
        """What the history remembers, as other programs get it."""
        trainings: list[dict[str, Any]] = json.loads(self.done("history", "--json"))
        return trainings

    @contextmanager
    def started(self, *arguments: str | Path) -> Iterator[subprocess.Popen[str]]:
        """The program as it runs; at the end of the context it is ended, if it still runs."""
        with subprocess.Popen(
            self._command(arguments, ""),
            cwd=self.folder,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        ) as process:
            try:
                yield process
            finally:
                process.kill()

    @contextmanager
    def writing(self, *arguments: str | Path) -> Iterator[subprocess.Popen[str]]:
        """The program once its file has begun to fill, which a run that has sounds to encode takes a while to end."""
        with self.started(*arguments) as process:
            while not any(map(size, self.folder.glob(".voicecoach-*.part"))):
                goes_on(process, 0.002)
            yield process

    def files(self) -> set[str]:
        """Names of everything in the folder."""
        return {path.name for path in self.folder.iterdir()}

    def _command(self, arguments: Sequence[str | Path], first: str) -> list[str]:
        start = ["-c", f"{first}\n{_BECOME}"] if first else ["-m", "voicecoach"]
        return [sys.executable, *start, *map(str, arguments)]


@dataclass(frozen=True)
class HomeHere(Home):
    """A home whose program runs within the tests' process, which takes less: for what it makes and says, not how."""

    def run(self, *arguments: str | Path, first: str = "", timeout_s: float = 100) -> subprocess.CompletedProcess[str]:
        """As `Home.run`; in a process of its own where something is to be run before it."""
        if first:
            return super().run(*arguments, first=first, timeout_s=timeout_s)
        with patch.dict(os.environ, self.environment), chdir(self.folder):
            ran = running.run(*map(str, arguments))
        return subprocess.CompletedProcess(arguments, ran.status, ran.out, ran.err)
