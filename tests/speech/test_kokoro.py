"""The engine `kokoro` where something is missing or goes wrong; how it speaks is tested in `test_every_engine`."""

from __future__ import annotations

import hashlib
import re
import shutil
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from tests.speech import kokoro_stub
from voicecoach.cache.store import Cache
from voicecoach.cores import cores
from voicecoach.errors import EngineError, SpeechError, UnspokenLineError
from voicecoach.packages import install_extra, package_folder
from voicecoach.speech.choice import VoiceChoice
from voicecoach.speech.engine import Waveform
from voicecoach.speech.engines.kokoro import PACKAGES, VOICES, KokoroEngine, speed, style_file
from voicecoach.speech.engines.named import engine_named
from voicecoach.speech.models.catalogue import KOKORO_MODEL, Model
from voicecoach.speech.service import Speaker

CONTENT = b"a model"
MODEL = replace(
    KOKORO_MODEL,
    files=(
        replace(KOKORO_MODEL.files[0], size_bytes=len(CONTENT), sha256=hashlib.sha256(CONTENT).hexdigest()),
    ),
    packages=(),
)  # fmt: skip


@pytest.fixture
def stub(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The packages of the extra, of which none does anything; the folder they are in."""
    folder = tmp_path / "packages"
    for package in PACKAGES:
        if package == "espeakng_loader" and package_folder(package):
            continue
        (folder / package).mkdir(parents=True)
        (folder / package / "__init__.py").write_text(f"from {kokoro_stub.__name__} import *\n")
    monkeypatch.syspath_prepend(str(folder))
    monkeypatch.syspath_prepend(str(Path(__file__).parents[2]))
    return folder


@pytest.fixture
def model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The installed model's file."""
    monkeypatch.setenv("VOICECOACH_DATA", str(tmp_path))
    (path,) = MODEL.paths()
    path.parent.mkdir(parents=True)
    path.write_bytes(CONTENT)
    return path


@pytest.fixture
def engine(stub: Path, model: Path) -> KokoroEngine:
    assert stub.exists()
    assert model.exists()
    return KokoroEngine(model=MODEL)


def test_without_its_packages_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("voicecoach.speech.engines.kokoro.version", lambda _package: "none")
    problem = rf"The engine 'kokoro' isn't ready\. .*{re.escape(install_extra('natural'))}"
    for use in (
        KokoroEngine().identity,
        KokoroEngine().voices,
        lambda: list(KokoroEngine().speak([], "af_heart", 165)),
    ):
        with pytest.raises(EngineError, match=problem):
            use()


@pytest.mark.usefixtures("stub")
def test_without_its_model_it_says_how_to_install_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VOICECOACH_DATA", str(tmp_path / "nothing"))
    engine = KokoroEngine(model=MODEL)
    assert engine.missing() == "Its model is missing. Install it: voicecoach voices install kokoro"
    with pytest.raises(EngineError, match="voicecoach voices install kokoro"):
        engine.identity()


def test_a_model_of_another_size_is_none(engine: KokoroEngine, model: Path) -> None:
    model.write_bytes(CONTENT[:3])
    with pytest.raises(EngineError, match="Its model is missing"):
        list(engine.speak(["Hello."], "af_heart", 165))


def test_a_model_with_a_flipped_bit_is_not_used(engine: KokoroEngine, model: Path) -> None:
    model.write_bytes(b"A model")
    assert engine.missing() is None
    with pytest.raises(EngineError, match=r"model is damaged\. Install it again: voicecoach voices install kokoro"):
        list(engine.speak(["Hello."], "af_heart", 165))


def test_a_model_that_can_not_be_loaded_is_one_message(stub: Path, engine: KokoroEngine) -> None:
    (stub / "onnxruntime" / "__init__.py").write_text("raise ImportError('libgomp.so.1: cannot open')\n")
    with pytest.raises(EngineError, match="Kokoro can't be loaded: ImportError: libgomp"):
        list(engine.speak(["Hello."], "af_heart", 165))


def test_its_identity_is_that_of_the_libraries_the_model_and_the_voices(
    stub: Path, engine: KokoroEngine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def installed(package: str, version: str) -> str:
        (stub / f"{package}-{version}.dist-info").mkdir()
        return engine.identity()

    other = replace(MODEL, files=(replace(MODEL.files[0], sha256="0" * 64),))
    found = [engine.identity(), replace(engine, model=other).identity()]
    found += [installed("kokoro_onnx", "1"), installed("kokoro_onnx", "2"), installed("onnxruntime", "3")]
    shutil.copytree(style_file("x").parent, tmp_path / "assets" / "voices" / "kokoro")
    monkeypatch.setattr("voicecoach.speech.engines.kokoro.asset_folder", lambda: tmp_path / "assets")
    assert engine.identity() == found[-1]
    style_file(VOICES[-1].id).write_bytes(b"another voice")
    assert len({*found, engine.identity()}) == 6


def test_it_speaks_at_its_own_calm_pace(engine: KokoroEngine, cache: Cache) -> None:
    speaker = Speaker(VoiceChoice(engine=engine), cache)
    (line,) = speaker.lengths(["Hello there, and on we go."])
    assert speaker.lengths([line])[line] == pytest.approx(len(line) * 60 / 0.95, rel=0.02)
    assert speaker.voice == "af_heart"


@pytest.mark.parametrize(
    ("line", "error", "message"),
    [
        ("hush now", UnspokenLineError, "could not say 'hush now': the sound is silent"),
        ("raise here", UnspokenLineError, "could not say 'raise here': ValueError: out of memory"),
        ("unknown here", UnspokenLineError, "could not say 'unknown here': it has no letters that this voice knows"),
        ("crash here", EngineError, r"'kokoro' ended early \(signal 11.*\), twice, at the line 'crash here'"),
    ],
)
def test_a_fault_is_one_message(
    engine: KokoroEngine, cache: Cache, line: str, error: type[SpeechError], message: str
) -> None:
    with pytest.raises(error, match=message):
        Speaker(VoiceChoice(engine=engine), cache).lengths(["a good and longer line", line, "and a last one"])


def test_a_hang_is_given_up_in_time_and_names_its_line(engine: KokoroEngine, cache: Cache) -> None:
    impatient = replace(engine, timeout_s=1.5, loading_s=20)
    with pytest.raises(EngineError, match=r"gave no answer for 1.5 s, twice, at the line 'hang here'"):
        Speaker(VoiceChoice(engine=impatient), cache).lengths(["a good and longer line", "hang here", "and a last one"])


@pytest.mark.skipif(cores() == 1, reason="there is one core")
def test_it_speaks_on_all_cores(engine: KokoroEngine) -> None:
    results = dict(engine.speak(["both together", "now together"], "af_heart", 165))
    assert all(isinstance(results[index], Waveform) for index in (0, 1)), results


def test_the_first_answer_may_take_longer(engine: KokoroEngine) -> None:
    slow = replace(engine, timeout_s=0.5, loading_s=20)
    assert [index for index, _ in slow.speak(["Hello."], "af_heart", 165)] == [0]


@pytest.mark.parametrize(("wpm", "expected"), [(165, 0.95), (330, 1.9), (40, 0.5), (450, 2.0)])
def test_the_pace_becomes_a_speed_that_the_model_takes(wpm: int, expected: float) -> None:
    assert speed(wpm) == pytest.approx(expected)


def test_every_voice_has_its_vectors_with_a_notice() -> None:
    for voice in VOICES:
        rows = np.load(style_file(voice.id))
        assert (rows.shape, rows.dtype) == ((130, 1, 256), np.dtype("float32"))
    assert "Apache License, Version 2.0" in style_file("x").with_name("NOTICE").read_text()


def test_there_is_a_voice_for_english_alone() -> None:
    assert KokoroEngine().default_voice("en-GB") == "af_heart"
    assert KokoroEngine().default_voice("de") is None
    assert engine_named("kokoro").name == "kokoro"
    assert isinstance(MODEL, Model)
