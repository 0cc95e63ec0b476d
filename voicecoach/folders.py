"""Where the user's own files are, and what the names mean that they have on the command line."""

from __future__ import annotations

import os
from pathlib import Path

DATA_VARIABLE = "VOICECOACH_DATA"


def data_folder() -> Path:
    """What is kept for good, such as the history and voice models: `VOICECOACH_DATA`, or the user's data folder."""
    named = os.environ.get(DATA_VARIABLE)
    if named:
        return Path(named)
    from platformdirs import user_data_path

    return user_data_path("voicecoach", appauthor=False)


def state_folder() -> Path:
    """What is convenient to keep from one time to the next: in `VOICECOACH_DATA`, or in the user's state folder."""
    named = os.environ.get(DATA_VARIABLE)
    if named:
        return Path(named)
    from platformdirs import user_state_path

    return user_state_path("voicecoach", appauthor=False)


def expanded(name: str) -> Path:
    """The path that a name on the command line means, `~` read as a shell would; as it is written if nobody is that."""
    try:
        return Path(name).expanduser()
    except RuntimeError:
        return Path(name)
