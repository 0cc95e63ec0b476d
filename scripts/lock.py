"""Writes the lock files from pyproject.toml, for every system and Python at once. `--upgrade` takes newer versions.

They name versions and hashes and no addresses: where packages come from is the user's setting.
"""

from __future__ import annotations

import subprocess
import sys

from environment import EXTRAS, FUZZ, RUN, TEST, Environment
from launch import ready


def main() -> None:
    """Write the lock files, those for tests with the versions of the one for running."""
    environment = ready(TEST)
    write(environment, RUN, "--group", "build", *sys.argv[1:])
    same = ("--constraints", f"scripts/{RUN}")
    write(environment, TEST, "--group", "test", *same, *sys.argv[1:])
    write(environment, FUZZ, "--group", "fuzz", *same, *sys.argv[1:])
    extras = ("--extra", "natural", "--extra", "piper", "--group", "extras")
    write(environment, EXTRAS, *extras, *same, *sys.argv[1:])


def write(environment: Environment, lock: str, *options: str) -> None:
    """Write one lock file; leaves with uv's status if it fails."""
    command = [
        *(str(environment.program("uv")), "pip", "compile", "pyproject.toml", "--output-file", f"scripts/{lock}"),
        *("--universal", "--python-version", "3.11", "--generate-hashes", "--only-binary", ":all:", "--no-annotate"),
        *("--quiet", "--custom-compile-command", "python3 scripts/lock.py", *options),
    ]
    status = subprocess.call(command, cwd=environment.root)
    if status:
        sys.exit(status)


if __name__ == "__main__":
    main()
