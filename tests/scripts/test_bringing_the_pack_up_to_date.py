"""The pack that ships is brought up to date: what is new is spoken, and a run that broke off is gone on with."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Callable, Iterable
from contextlib import closing
from pathlib import Path

import pytest

import make_voice_pack
from tests.packs.making import QuickEngine
from voicecoach.cache.store import Cache
from voicecoach.packs.pack import Pack
from voicecoach.pipeline import pack_making
from voicecoach.speech.choice import VoiceChoice
from voicecoach.speech.engine import Waveform
from voicecoach.speech.engine_voice import EngineVoice
from voicecoach.speech.profile import REFERENCE

Make = Callable[..., list[str]]


class OnceInterruptedEngine(QuickEngine):
    """It is interrupted when it is to say `at`."""

    at = ""

    def waveform(self, line: str) -> Waveform:
        """A sine, or the interrupt."""
        if line == self.at:
            self.at = ""
            raise KeyboardInterrupt
        return super().waveform(line)


@pytest.fixture
def engine() -> OnceInterruptedEngine:
    return OnceInterruptedEngine()


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return tmp_path / "mine.pack"


@pytest.fixture
def make(engine: OnceInterruptedEngine, pack: Path, monkeypatch: pytest.MonkeyPatch) -> Make:
    """Makes a pack of these sentences, one at a time; gives what had to be spoken."""

    def voice(_name: str, cache: Cache, rate: float = 1.0) -> EngineVoice:
        return EngineVoice(engine, VoiceChoice(rate=rate), cache)

    def made(sentences: Iterable[str], into: Path = pack, voice: str = "af_heart") -> list[str]:
        monkeypatch.setattr(make_voice_pack, "pack_sentences", lambda: frozenset(sentences))
        monkeypatch.setattr(sys, "argv", ["make_voice_pack.py", "--output", str(into), "--voice", voice])
        engine.spoken.clear()
        make_voice_pack.main()
        return sorted(set(engine.spoken) - {REFERENCE})

    monkeypatch.setattr(make_voice_pack, "kokoro", voice)
    monkeypatch.setattr(pack_making, "AT_ONCE", 1)
    return made


def said(pack: Path) -> dict[str, str]:
    """The sentences of a pack, each with the wording that was spoken for it."""
    with closing(sqlite3.connect(pack)) as database:
        return dict(database.execute("SELECT sentence, said FROM clip"))


def test_only_what_is_new_is_spoken_and_what_is_no_longer_said_goes(
    make: Make, pack: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert make(["One.", "Two.", "Three."]) == ["One.", "Three.", "Two."]
    assert make(["Two.", "Three.", "Four."]) == ["Four."]
    assert said(pack).keys() == {"Two.", "Three.", "Four."}
    assert "3 sentences: 1 to speak, 1 dropped\n" in capsys.readouterr().out
    before = pack.read_bytes()
    assert make(["Two.", "Three.", "Four."]) == []
    assert pack.read_bytes() == before


def test_another_wording_or_pace_is_spoken_again(make: Make, pack: Path) -> None:
    make(["Up.", "Down.", "Rest."])
    make_voice_pack.wordings_file(pack).write_text("sentence,said,rate\nUp.,Up!,1\nDown.,Down.,0.9\n", "utf-8")
    assert make(["Up.", "Down.", "Rest."]) == ["Down.", "Up!"]
    assert said(pack) == {"Up.": "Up!", "Down.": "Down. [0.9]", "Rest.": "Rest."}
    assert make(["Up.", "Down.", "Rest."]) == []


@pytest.mark.parametrize("voice", ["bf_emma", "zf_heart"])
def test_another_voice_speaks_everything_again(make: Make, pack: Path, voice: str) -> None:
    make(["One.", "Two."])
    assert make(["One.", "Two."], voice=voice) == ["One.", "Two."]
    assert Pack.open(pack).about.engine_voice == voice
    assert make(["One.", "Two.", "Three."], voice=voice) == ["Three."]


def test_interrupted_the_old_pack_stays_and_the_next_run_goes_on(
    make: Make, engine: OnceInterruptedEngine, pack: Path, tmp_path: Path
) -> None:
    make(["One."])
    before = pack.read_bytes()
    engine.at = "Three."
    with pytest.raises(KeyboardInterrupt):
        make(["One.", "Four.", "Three.", "Two."])
    assert pack.read_bytes() == before
    assert make(["One.", "Four.", "Three.", "Two."]) == ["Three.", "Two."]
    make(["One.", "Four.", "Three.", "Two."], tmp_path / "whole.pack")
    assert pack.read_bytes() == (tmp_path / "whole.pack").read_bytes()
    assert {path.name for path in tmp_path.iterdir()} == {"mine.pack", "whole.pack"}
