from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.end_to_end.hearing import Event, decoded
from tests.end_to_end.home import SHORT, Home
from tests.once import made_once
from tests.parts import small_disk_at
from voicecoach.cache.store import Cache
from voicecoach.mix.tones import ToneSet
from voicecoach.speech.choice import VoiceChoice
from voicecoach.speech.service import Speaker

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


SHORT_MP3 = "short.mp3"


@dataclass(frozen=True)
class Made:
    """The built-in session as it was made: one file, its plan, and the home in which both came about."""

    home: Home
    path: Path
    said: str
    plan: dict[str, Any]

    @cached_property
    def sound(self) -> NDArray[np.int16]:
        return decoded(self.path)

    @cached_property
    def events(self) -> list[Event]:
        return list(self.plan["events"])

    @cached_property
    def clips(self) -> dict[tuple[str, str], NDArray[np.int16]]:
        """What each event of the plan should sound like, by channel and text."""
        tones = ToneSet.load()
        with Cache.open(self.home.cache) as cache:
            speaker = Speaker(VoiceChoice(), cache)
            sounds = {(each["channel"], each["text"]) for each in self.events}
            return {
                (channel, text): tones.samples(text) if channel == "tone" else speaker.clip(text)
                for channel, text in sounds
            }


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """The built-in session, made once, with nothing there before, by what a user types."""
    folder = made_once(tmp_path_factory, "built-in", _make_built_in)
    home = Home(folder / "home")
    plan = json.loads((folder / "plan.json").read_text("utf-8"))
    return Made(home, home.folder / "glutes-for-runners-week-1.mp3", (folder / "said.txt").read_text("utf-8"), plan)


def _make_built_in(folder: Path) -> None:
    home = Home(folder / "home")
    home.folder.mkdir()
    (folder / "said.txt").write_text(home.done("make", "glutes-for-runners"), "utf-8")
    (folder / "plan.json").write_text(json.dumps(home.plan("glutes-for-runners")), "utf-8")


@pytest.fixture
def home(tmp_path: Path, made: Made) -> Home:
    """A folder of the test's own, with a cache in which the built-in session's sounds are."""
    folder = tmp_path / "work"
    folder.mkdir()
    return Home(folder, {"VOICECOACH_CACHE": str(made.home.cache)})


@pytest.fixture(scope="session")
def _short(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """Where the short session was made."""
    return Home(made_once(tmp_path_factory, "short", lambda folder: Home(folder).done("make", *SHORT, "-o", SHORT_MP3)))


@pytest.fixture
def own_cache(tmp_path: Path, _short: Home) -> Home:
    """A home with a cache of its own, in which the short session's sounds are, to be done with as a test likes."""
    folder = tmp_path / "own"
    folder.mkdir()
    shutil.copytree(_short.cache, folder / "cache")
    return Home(folder)


@pytest.fixture
def short(_short: Home) -> bytes:
    """The bytes of the short session as an MP3."""
    return (_short.folder / SHORT_MP3).read_bytes()


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk that takes 256 kB."""
    disk = tmp_path / "disk"
    disk.mkdir()
    with small_disk_at(disk):
        yield disk


@pytest.fixture
def new_home(tmp_path: Path) -> Iterator[Home]:
    """A home in which nothing was ever made."""
    folder = tmp_path / "new"
    folder.mkdir()
    yield Home(folder)
    with Cache.open(folder / "cache") as cache:
        assert cache.problem is None
