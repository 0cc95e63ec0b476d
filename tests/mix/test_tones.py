from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from tests.mix.sounds import sine, write
from voicecoach.assets import asset_folder
from voicecoach.errors import ChoiceError, UnknownNameError, VoicecoachError
from voicecoach.mix.tones import TONE_NAMES, ToneSet


def test_lengths_fit_the_samples() -> None:
    tones = ToneSet.load()
    assert tuple(tones.lengths_ms()) == TONE_NAMES
    assert {name: len(tones.samples(name)) for name in TONE_NAMES} == {
        name: length * 48 for name, length in tones.lengths_ms().items()
    }


def test_lengths_and_keys_need_no_numpy() -> None:
    code = (
        "import sys; from voicecoach.mix.tones import ToneSet; tones = ToneSet.load()\n"
        "tones.lengths_ms(), tones.key('go')\n"
        "assert 'numpy' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=Path(__file__).parents[2])


def test_every_tone_has_a_key_of_its_own_that_stays() -> None:
    keys = [ToneSet.load().key(name) for name in TONE_NAMES]
    assert len(set(keys)) == len(TONE_NAMES)
    assert keys == [ToneSet.load().key(name) for name in TONE_NAMES]


def test_a_folder_replaces_the_tones_it_has(tmp_path: Path) -> None:
    write(tmp_path / "go.wav", sine(600, 0.5, peak=0.2))
    (tmp_path / "README.txt").write_text("mine")
    (tmp_path / "._tick.wav").write_bytes(b"a trace of another system")
    built_in, mine = ToneSet.load(), ToneSet.load(tmp_path)
    assert mine.lengths_ms() == built_in.lengths_ms() | {"go": 500}
    assert mine.key("go") != built_in.key("go")
    assert mine.key("tick") == built_in.key("tick")
    assert np.array_equal(mine.samples("tick"), built_in.samples("tick"))


def test_names_may_be_written_in_capitals(tmp_path: Path) -> None:
    write(tmp_path / "Done.WAV", sine(600, 0.5))
    assert ToneSet.load(tmp_path).lengths_ms()["done"] == 500


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(ChoiceError, match=r"no folder '.*nowhere'"):
        ToneSet.load(tmp_path / "nowhere")


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    with pytest.raises(ChoiceError, match=r"is not a folder\. A folder of tones holds any of tick\.wav"):
        ToneSet.load(write(tmp_path / "go.wav", sine(600, 0.5)))


def test_a_folder_without_wavs_is_refused(tmp_path: Path) -> None:
    (tmp_path / "go.mp3").touch()
    with pytest.raises(ChoiceError, match="has no WAV files"):
        ToneSet.load(tmp_path)


def test_an_unknown_name_gets_the_nearest(tmp_path: Path) -> None:
    write(tmp_path / "finnish.wav", sine(600, 0.5))
    with pytest.raises(UnknownNameError, match=r"Unknown tone 'finnish\.wav'\. Did you mean 'finish\.wav'\?"):
        ToneSet.load(tmp_path)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the two are one file")
def test_two_files_for_one_tone_are_refused(tmp_path: Path) -> None:
    for name in ("go.wav", "GO.wav"):
        write(tmp_path / name, sine(600, 0.5))
    with pytest.raises(ChoiceError, match="both the tone 'go'"):
        ToneSet.load(tmp_path)


@pytest.mark.parametrize("damage", [b"", b"RIFF", b"no sound at all"])
def test_a_damaged_installation_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, damage: bytes) -> None:
    shutil.copytree(asset_folder(), tmp_path / "assets")
    (tmp_path / "assets" / "go.wav").write_bytes(damage)
    monkeypatch.setattr("voicecoach.mix.tones.asset_folder", lambda: tmp_path / "assets")
    with pytest.raises(VoicecoachError, match=r"go\.wav can't be read.*Install voicecoach again"):
        ToneSet.load()


def test_a_changed_installation_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(asset_folder(), tmp_path / "assets")
    write(tmp_path / "assets" / "go.wav", sine(600, 0.5), 44_100)
    monkeypatch.setattr("voicecoach.mix.tones.asset_folder", lambda: tmp_path / "assets")
    with pytest.raises(VoicecoachError, match="was changed"):
        ToneSet.load()
