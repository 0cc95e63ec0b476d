from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.fake_engine import FakeEngine
from tests.speech import faulty_engines
from voicecoach.cache.store import Cache
from voicecoach.errors import EngineError, SpeechError, UnknownNameError, UnspokenLineError
from voicecoach.packages import install_package
from voicecoach.speech.choice import VoiceChoice
from voicecoach.speech.engine import Engine, Waveform
from voicecoach.speech.engines.named import engine_named, engine_names
from voicecoach.speech.service import Speaker

ENGINES = (
    *("Steady", "Silent", "Mute", "Cutting", "Hanging", "Crashing", "Raising", "Forgetting", "Refusing"),
    *("Parting", "Repeating", "Miscounting", "Backwards", "Halving", "Timeless"),
)


@pytest.fixture(autouse=True)
def _installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    record = tmp_path / "faulty-1.0.dist-info"
    record.mkdir()
    (record / "METADATA").write_text("Metadata-Version: 2.1\nName: faulty\nVersion: 1.0\n")
    entries = (f"{name.lower()} = {faulty_engines.__name__}:{name}\n" for name in ENGINES)
    (record / "entry_points.txt").write_text("[voicecoach.engines]\n" + "".join(entries))
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.syspath_prepend(str(Path(__file__).parents[2]))


def engine(name: str, timeout_s: float = 20) -> Engine:
    return engine_named(name, timeout_s=timeout_s)


def test_engines_of_other_packages_are_found(cache: Cache) -> None:
    assert engine_names()[0] == "pyttsx3"
    assert "steady" in engine_names()
    by_name = Speaker(VoiceChoice(engine="steady"), cache).lengths(["hello there", "and on"])
    assert by_name == Speaker(VoiceChoice(engine=FakeEngine()), cache).lengths(["hello there", "and on"])


def test_the_nearest_name_is_offered_for_an_unknown_engine() -> None:
    with pytest.raises(UnknownNameError, match="Did you mean 'steady'"):
        engine_named("stedy")


@pytest.mark.parametrize(
    ("name", "line", "error", "message"),
    [
        ("silent", "hush now", UnspokenLineError, "could not say 'hush now': the sound is silent"),
        ("cutting", "cut this short please", UnspokenLineError, "'cut this short please': the sound is cut off"),
        ("mute", "hello", EngineError, "gives no sound with the voice 'fake/sine'"),
        ("crashing", "crash here", EngineError, r"ended early \(signal 11\), twice, at the line 'crash here'"),
        ("parting", "hello", EngineError, r"ended early \(status 3\), twice"),
        ("raising", "hello", EngineError, "RuntimeError: no licence"),
        ("forgetting", "forget me", SpeechError, "forget me"),
        ("refusing", "hello", EngineError, "OSError: driver not found"),
        ("miscounting", "hello", EngineError, "The engine 'miscounting' answered where no answer was due, twice"),
        ("backwards", "hello", EngineError, "The engine 'backwards' answered where no answer was due, twice"),
        ("halving", "hello", EngineError, "The engine 'halving' gave a sound that isn't made of 16-bit samples"),
        ("timeless", "hello", EngineError, "The engine 'timeless' gave a sound that isn't made of 16-bit samples"),
    ],
)
def test_a_faulty_engine_is_one_message(
    cache: Cache, name: str, line: str, error: type[SpeechError], message: str
) -> None:
    with pytest.raises(error, match=message):
        Speaker(VoiceChoice(engine=engine(name)), cache).lengths(["a good line", line])


def test_an_engine_that_repeats_an_answer_is_asked_for_the_rest(cache: Cache) -> None:
    found = Speaker(VoiceChoice(engine=engine("repeating")), cache).lengths(["a good line", "another"])
    assert found == Speaker(VoiceChoice(engine=FakeEngine()), cache).lengths(["a good line", "another"])


def test_a_hanging_engine_is_given_up_in_time(cache: Cache) -> None:
    speaker = Speaker(VoiceChoice(engine=engine("hanging", timeout_s=1.5)), cache)
    with pytest.raises(EngineError, match=r"gave no answer for 1.5 s, twice, at the line 'hang here'"):
        speaker.lengths(["hang here", "a good and longer line"])


def test_a_line_that_fails_once_is_spoken_again(cache: Cache) -> None:
    class Hiccup(FakeEngine):
        def waveform(self, line: str) -> Waveform:
            good = self.spoken.count(line) > 1 or "hiccup" not in line
            return super().waveform(line) if good else Waveform(bytes(9000), 22_050)

    fake = Hiccup()
    assert Speaker(VoiceChoice(engine=fake), cache).lengths(["hiccup", "steady"]).keys() == {"hiccup", "steady"}
    assert fake.spoken.count("hiccup") == 2
    assert fake.spoken.count("steady") == 1


@pytest.mark.skipif(sys.platform != "linux", reason="the embedded voice is the engine on Linux")
def test_a_broken_voice_library_says_what_to_do(tmp_path: Path, cache: Cache) -> None:
    broken = tmp_path / "espeakng_loader"
    (broken / "espeak-ng-data" / "lang" / "gmw").mkdir(parents=True)
    (broken / "espeak-ng-data" / "lang" / "gmw" / "en-US").write_text("name English")
    (broken / "__init__.py").write_text("")
    (broken / "libespeak-ng.so.1").write_bytes(b"no library")
    with pytest.raises(EngineError, match=install_package("--force-reinstall", "espeakng-loader", "pyttsx3")):
        Speaker(VoiceChoice(), cache).lengths(["hello"])
