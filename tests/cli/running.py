"""The program as a user runs it, within this process."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from typing import Any
from unittest.mock import patch

from typer.main import get_command
from typer.testing import CliRunner

from voicecoach.cli.main import app

command_of = cache(get_command)
"""The runner builds the options of all commands anew for each run, which takes longer than most runs."""


@dataclass(frozen=True)
class Ran:
    """What a command left: its exit status, and what it wrote."""

    status: int
    out: str
    err: str

    @property
    def message(self) -> str:
        """What it said in one line as it gave up."""
        assert self.status == 1, self
        assert not self.out, self
        assert self.err.startswith("voicecoach: "), self
        assert self.err.count("\n") == 1, self
        return self.err.strip()

    @property
    def plan(self) -> dict[str, Any]:
        """The plan it printed."""
        assert self.status == 0, self
        plan: dict[str, Any] = json.loads(self.out)
        return plan


def run(*arguments: str) -> Ran:
    """Run `voicecoach` with these arguments."""
    with patch("typer.testing._get_command", command_of):
        result = CliRunner().invoke(app, arguments)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return Ran(result.exit_code, result.stdout, result.stderr)


def plan(*arguments: str, detail: str = "tones") -> dict[str, Any]:
    """The plan for these arguments; with tones alone no voice is needed."""
    return run("plan", *arguments, "--detail", detail, "--json").plan


def lengths_s(plan: dict[str, Any], kind: str) -> set[float]:
    """How long the steps of a kind are."""
    return {round(step["end"] - step["start"], 3) for step in plan["steps"] if step["kind"] == kind}
