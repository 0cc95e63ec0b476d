"""Definition files for tests."""

from __future__ import annotations

from pathlib import Path

import pytest

from voicecoach.definitions.load import load_session
from voicecoach.definitions.session import Session
from voicecoach.errors import VoicecoachError

SQUATS = """\
title: My squats
say: my squats
phases:
  - {name: down, tempo: eccentric}
  - {name: up, tempo: concentric}
tempo: 3-0-2-0
prescription: 3x10
"""
PLANK = """\
title: My plank
say: my plank
position: floor
hold: true
prescription: 3x30s -> 60s over 4 weeks
"""


def write(folder: Path, text: str | bytes, name: str = "mine.yaml") -> str:
    """A file with this text; its path."""
    file = folder / name
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return str(file)


def load(folder: Path, text: str | bytes) -> Session:
    """The session that a file with this text describes."""
    return load_session(write(folder, text))


def refusal(folder: Path, text: str | bytes) -> str:
    """What is said about a file with this text, without the folder's name."""
    with pytest.raises(VoicecoachError) as caught:
        load(folder, text)
    return str(caught.value).replace(f"{folder}/", "")
