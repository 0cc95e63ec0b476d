"""The maker of the pack that ships, with an engine that is quicker than Kokoro."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

import choose_wordings
import make_voice_pack
from choose_wordings import Heard
from make_voice_pack import Wording, chosen_wordings, speak, wordings_file
from tests.packs.making import ABOUT, QuickEngine
from voicecoach.cache.store import Cache
from voicecoach.packs.pack import Pack
from voicecoach.packs.writing import PackWriter
from voicecoach.speech.choice import VoiceChoice
from voicecoach.speech.engine import Waveform
from voicecoach.speech.engine_voice import EngineVoice

WORDINGS = {
    "One.": Wording("One!", 1.1),
    "1.": Wording("One!", 1.1),
    "Two.": Wording("Two."),
    "Up.": Wording("up", 1.1),
}


class Engine(QuickEngine):
    """One that can't say `Three`."""

    def waveform(self, line: str) -> Waveform:
        sound = super().waveform(line)
        return Waveform(bytes(len(sound.pcm)), sound.rate_hz) if "Three" in line else sound


@pytest.fixture(autouse=True)
def engine(monkeypatch: pytest.MonkeyPatch) -> Engine:
    engine = Engine()

    def kokoro(_voice: str, cache: Cache, rate: float) -> EngineVoice:
        return EngineVoice(engine, VoiceChoice(rate=rate), cache)

    monkeypatch.setattr(make_voice_pack, "kokoro", kokoro)
    return engine


def test_each_sentence_is_spoken_in_its_wording_at_its_rate(tmp_path: Path, engine: Engine) -> None:
    path = tmp_path / "test.pack"
    with PackWriter(path, ABOUT) as writer:
        speak(WORDINGS, "any", writer)
        writer.finish()
    pack = Pack.open(path)
    assert pack.wordings() == {"One.": "One! [1.1]", "1.": "One! [1.1]", "Two.": "Two.", "Up.": "up [1.1]"}
    clips = pack.clips(pack.sentences())
    assert clips["One."].sha256 == clips["1."].sha256
    assert [line for line in engine.spoken if line in {"One!", "Two.", "up"}] == ["Two.", "One!", "up"]


def test_a_sentence_that_cannot_be_said_is_named_and_the_others_are_kept(tmp_path: Path) -> None:
    with PackWriter(tmp_path / "test.pack", ABOUT) as writer:
        with pytest.raises(SystemExit, match=r"'Three\.': the sound is silent"):
            speak({"Two.": Wording("Two."), "Three.": Wording("Three.")}, "any", writer)
        assert writer.known() == {"Two.": "Two."}


def test_a_table_that_a_spreadsheet_saved_is_read(tmp_path: Path) -> None:
    pack = tmp_path / "test.pack"
    wordings_file(pack).write_text("sentence,said,rate\nOne.,One!,1.1\n", encoding="utf-8-sig")
    assert chosen_wordings(pack) == {"One.": Wording("One!", 1.1)}


def test_what_was_found_of_words_before_is_not_tried_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pack = tmp_path / "test.pack"
    table = "sentence,said,rate,heard,sureness\nOne.,One!,1.1,One.,-0.2\n"
    wordings_file(pack).write_text(table + "Gone.,Gone!,1.0,Gone.,-0.2\n", encoding="utf-8-sig")
    asked: list[str] = []

    def tried(words: list[str], _voice: str) -> list[Heard]:
        asked.extend(words)
        return []

    monkeypatch.setattr(choose_wordings, "words_that_stand_alone", lambda: ["One."])
    monkeypatch.setattr(choose_wordings, "tried", tried)
    monkeypatch.setattr(sys, "argv", ["choose_wordings.py", "--output", str(pack)])
    choose_wordings.main()
    assert (asked, wordings_file(pack).read_text("utf-8")) == ([], table)
