from __future__ import annotations

import shutil
from collections.abc import Callable
from itertools import product
from pathlib import Path

import numpy as np
import pytest

from tests.end_to_end.hearing import decoded
from tests.end_to_end.home import Home
from tests.end_to_end.live.recording import Sound
from tests.end_to_end.live.terminal import PATIENT, Terminal
from tests.once import made_once
from tests.sound_server import sound_server
from tests.tiny_session import BRISK, TINY
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
    """Where the tiny session was made, and its brisk form planned, so that all that is said is in the cache."""
    return Home(made_once(tmp_path_factory, "tiny", _speak))


def _speak(folder: Path) -> None:
    home = Home(folder)
    for name, text in (("tiny.yaml", TINY), ("brisk.yaml", BRISK)):
        (folder / name).write_text(text)
    home.made("tiny.wav", "tiny.yaml")
    for name, detail in product(("tiny.yaml", "brisk.yaml"), ("full", "brief", "counts")):
        home.done("plan", name, "--detail", detail)


@pytest.fixture(scope="module")
def session(spoken: Home, request: pytest.FixtureRequest) -> Path:
    """The file of the session that is played: the tiny one where a module names no other as its `SESSION`."""
    return spoken.folder / getattr(request.module, "SESSION", "tiny.yaml")


@pytest.fixture(scope="session")
def sound(spoken: Home) -> Sound:
    """All of the tiny session, as `make` writes it."""
    return np.asarray(decoded(spoken.folder / "tiny.wav"))


@pytest.fixture(scope="module")
def timeline(spoken: Home, session: Path) -> Timeline:
    """That of the session that is played."""
    loaded = load(str(session), Choices())
    with Cache.open(spoken.cache) as cache:
        sounds = Sounds(Speaker(VoiceChoice(), cache), ToneSet.load(), cache)
        return prepare(loaded, sounds).timeline


@pytest.fixture
def home(spoken: Home, session: Path, tmp_path: Path) -> Home:
    """A home of the test's own, with a history of its own, the session as `tiny.yaml`, and the cache of its sounds."""
    folder = tmp_path / "home"
    folder.mkdir()
    shutil.copyfile(session, folder / "tiny.yaml")
    return Home(folder, {"VOICECOACH_CACHE": str(spoken.cache), "VOICECOACH_DATA": str(folder / "data")})


@pytest.fixture
def live(home: Home) -> Start:
    """Starts the tiny session in a terminal, with these arguments."""

    def start(
        *arguments: str, size: tuple[int, int] = (80, 24), first: str = "", patience: str = PATIENT, **variables: str
    ) -> Terminal:
        environment = {**home.environment, **variables}
        session = home.folder / "tiny.yaml"
        return Terminal(session, *arguments, environment=environment, size=size, first=first, patience=patience)

    return start
