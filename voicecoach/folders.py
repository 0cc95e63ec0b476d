"""Where the user's own files are, what the names of files mean that somebody wrote, and how such files are opened."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path
from typing import BinaryIO

DATA_VARIABLE = "VOICECOACH_DATA"


def data_folder() -> Path:
    """What is kept for good, such as the history and voice models: `VOICECOACH_DATA`, or the user's data folder."""
    named = os.environ.get(DATA_VARIABLE)
    if named:
        return expanded(named)
    from platformdirs import user_data_path

    return user_data_path("voicecoach", appauthor=False)


def state_folder() -> Path:
    """What is convenient to keep from one time to the next: in `VOICECOACH_DATA`, or in the user's state folder."""
    named = os.environ.get(DATA_VARIABLE)
    if named:
        return expanded(named)
    from platformdirs import user_state_path

    return user_state_path("voicecoach", appauthor=False)


def expanded(name: str) -> Path:
    """The path that a name means wherever one is written, `~` read as a shell would.

    As it is written if nobody is that; `./~notes` is a file.
    """
    return Path(os.path.expanduser(name))  # noqa: PTH111 - a Path has lost the `./` by then


def opened(path: Path) -> BinaryIO:
    """A file of the user's, to read. Raises OSError or ValueError if it can't be opened, and for a pipe by name.

    Nobody may ever write into such a pipe, and the program would wait. What a shell hands over (`<(...)`) is read.
    """
    check_no_pipe(path)
    return path.open("rb")


def native_name(path: Path) -> str | bytes:
    """The name of a file for libraries in C that take no name with bytes that are no text."""
    return str(path) if os.name == "nt" else os.fsencode(path)


def check_no_pipe(path: Path) -> None:
    """Raise OSError for a pipe that has a name; see `opened`."""
    if stat.S_ISFIFO(path.stat().st_mode) and not _is_handed_over(path):
        raise OSError(errno.EINVAL, "it is a pipe, and might never end", str(path))


def _is_handed_over(path: Path) -> bool:
    return bool({Path("/dev/fd"), Path("/proc")} & {*Path(os.path.realpath(path)).parents})
