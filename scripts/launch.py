"""The way into the environment of a checkout: set up if need be, then run what is in it.

This is on the way of every command, so it imports little; `set_up` does the work when there is some.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import NoReturn

from environment import Environment


def ready(lock: str) -> Environment:
    """The environment of this checkout, set up from `lock` if it isn't yet; leaves with one message if it can't be."""
    environment = Environment(Path(__file__).resolve().parent.parent, lock)
    if not environment.is_ready():
        from set_up import SetUpError, set_up

        try:
            set_up(environment)
        except SetUpError as error:
            sys.exit(str(error))
        except KeyboardInterrupt:
            sys.exit(130)
    return environment


def hand_over(program: Path, arguments: list[str]) -> NoReturn:
    """Become `program`; where a process can't do that, run it and leave with its status."""
    command = [str(program), *arguments]
    if sys.platform == "win32":
        import subprocess

        try:
            sys.exit(subprocess.call(command))
        except KeyboardInterrupt:
            sys.exit(130)
    else:
        os.execv(command[0], command)
