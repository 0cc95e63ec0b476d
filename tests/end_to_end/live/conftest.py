from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from tests.end_to_end.hearing import decoded
from tests.end_to_end.home import Home
from tests.end_to_end.live.recording import Sound
from tests.end_to_end.live.terminal import Terminal
from tests.sound_server import sound_server
from tests.tiny_session import TINY
from voicecoach.cache.store import Cache
from voicecoach.mix.tones import ToneSet
from voicecoach.pipeline.prepare import load, prepare
from voicecoach.pipeline.sounds import Sounds
from voicecoach.plan.choices import Choices
from voicecoach.speech.choice import VoiceChoice
from voicecoach.speech.service import Speaker
from voicecoach.timeline.model import Timeline

__all__ = ["sound_server"]

Start = Callable[..., Terminal]


@pytest.fixture(scope="session")
def spoken(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """Where the tiny session was made, so that all of it is in the cache."""
    home = Home(tmp_path_factory.mktemp("tiny"))
    (home.folder / "tiny.yaml").write_text(TINY)
    home.made("tiny.wav", "tiny.yaml")
    for detail in ("brief", "counts"):
        home.done("plan", "tiny.yaml", "--detail", detail)
    return home


@pytest.fixture(scope="session")
def sound(spoken: Home) -> Sound:
    """All of the tiny session, as `make` writes it."""
    return np.asarray(decoded(spoken.folder / "tiny.wav"))


@pytest.fixture(scope="session")
def timeline(spoken: Home) -> Timeline:
    """That of the tiny session."""
    loaded = load(str(spoken.folder / "tiny.yaml"), Choices())
    with Cache.open(spoken.cache) as cache:
        sounds = Sounds(Speaker(VoiceChoice(), cache), ToneSet.load(), cache)
        return prepare(loaded, sounds).timeline


@pytest.fixture
def home(spoken: Home, tmp_path: Path) -> Home:
    """A home of the test's own, with a history of its own and the cache of the tiny session."""
    folder = tmp_path / "home"
    folder.mkdir()
    (folder / "tiny.yaml").write_text(TINY)
    return Home(folder, {"VOICECOACH_CACHE": str(spoken.cache), "VOICECOACH_DATA": str(folder / "data")})


@pytest.fixture
def live(home: Home) -> Start:
    """Starts the tiny session in a terminal, with these arguments."""

    def start(*arguments: str, size: tuple[int, int] = (80, 24), first: str = "", **variables: str) -> Terminal:
        environment = {**home.environment, **variables}
        return Terminal(home.folder / "tiny.yaml", *arguments, environment=environment, size=size, first=first)

    return start
