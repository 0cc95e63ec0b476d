"""The virtual environment of a checkout: what it should hold, and whether it does.

This is on the way of every command, so it imports little.
"""

from __future__ import annotations

import hashlib
import os
import sys
from pathlib import Path

RUN = "requirements.txt"
"""The lock file with what `voicecoach` needs to run and to be installed."""

TEST = "requirements-test.txt"
"""The lock file with all of `RUN`, and what the checks need."""


EXTRAS = "requirements-extras.txt"
"""The lock file with all of `RUN`, the extras, their models, and what the tests of these need."""

FUZZ = "requirements-fuzz.txt"
"""The lock file with all of `RUN`, and the fuzzer."""

FOLDERS = {EXTRAS: ".venv-extras", FUZZ: ".venv-fuzz"}
"""Where an environment is, if not in `.venv`."""


class Environment:
    """The environment of the checkout at `root` that the lock file named `lock` is for."""

    def __init__(self, root: Path, lock: str) -> None:
        self.root = root
        self.lock = root / "scripts" / lock
        self.folder = root / FOLDERS.get(lock, ".venv")
        self.stamp = self.folder / f"{self.lock.stem}.stamp"

    def program(self, name: str) -> Path:
        """The program `name` in this environment."""
        return self.folder / "Scripts" / f"{name}.exe" if os.name == "nt" else self.folder / "bin" / name

    def maker(self) -> bytes:
        """Who makes it and where: an environment belongs to one Python, and can't be moved."""
        return b"\n".join([sys.version.encode(), os.fsencode(sys.base_prefix), os.fsencode(self.root)])

    def fingerprint(self) -> bytes:
        """What the stamp of a finished environment says: its maker and the contents of the files it is made from."""
        digest = hashlib.sha256(self.maker())
        for source in (self.lock, self.root / "pyproject.toml"):
            digest.update(hashlib.sha256(source.read_bytes()).digest())
        return digest.hexdigest().encode()

    def is_ready(self) -> bool:
        """Whether it was finished by this Python, in this place, from the files as they are now."""
        try:
            stamped = self.stamp.read_bytes() == self.fingerprint()
        except OSError:
            return False
        return stamped and self.program("python").exists() and self.program("voicecoach").exists()
