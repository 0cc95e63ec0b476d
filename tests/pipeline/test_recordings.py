"""A folder of recordings: of which sentence each file is, and what clips they become."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import soundfile
import soxr
from numpy.typing import NDArray

from tests.packs.making import ABOUT
from voicecoach.errors import ChoiceError
from voicecoach.packs.pack import Pack
from voicecoach.packs.sound import unpacked
from voicecoach.packs.writing import PackWriter
from voicecoach.pipeline.pack_making import Packed
from voicecoach.pipeline.recordings import UnusableError, record_into, recordings_in, take_of
from voicecoach.pipeline.sentences import stem_of
from voicecoach.speech.engine import Waveform
from voicecoach.speech.engines.named import engine_named
from voicecoach.speech.shape import ACTIVE_LUFS, clip, level_lufs, voice_gain_db
from voicecoach.times import SAMPLE_RATE_HZ

SENTENCES = ["One.", "Squats.", "Three sets of ten.", "Step up, and stand tall at the top.", "Thirty seconds rest."]
Floats = NDArray[np.float64]


@pytest.fixture(scope="module")
def spoken() -> dict[str, Waveform]:
    """The sentences as an engine gives them."""
    found = {SENTENCES[index]: sound for index, sound in engine_named("pyttsx3").speak(SENTENCES, "gmw/en-us", 165)}
    return {sentence: sound for sentence, sound in found.items() if isinstance(sound, Waveform)}


def samples_of(waveform: Waveform, rate_hz: int = SAMPLE_RATE_HZ) -> Floats:
    sound: Floats = soxr.resample(np.frombuffer(waveform.pcm, np.int16) / 32768, waveform.rate_hz, rate_hz)
    return sound


def in_a_room(sound: Floats, rate_hz: int, noise_db: float = -75) -> Floats:
    """With a second of quiet noise before and after it."""
    around = np.zeros(rate_hz)
    whole = np.concatenate([around, sound, around])
    return whole + np.random.default_rng(1).normal(size=len(whole)) * 10 ** (noise_db / 20)


def recorded(folder: Path, sentence: str, sound: Floats, rate_hz: int = SAMPLE_RATE_HZ, suffix: str = ".wav") -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / (stem_of(sentence) + suffix)
    soundfile.write(path, sound, rate_hz)
    return path


def pack_of(folder: Path, path: Path) -> tuple[Packed, dict[str, NDArray[np.int16]]]:
    """What became of a folder, and the clips that are in the pack."""
    with PackWriter(path, ABOUT) as writer:
        packed = record_into(writer, recordings_in(folder, SENTENCES).files, lambda _done, _total: None)
        writer.finish()
    pack = Pack.open(path)
    return packed, {one: unpacked(found.opus, found.length, 1.0) for one, found in pack.clips(SENTENCES).items()}


def lufs(sound: NDArray[np.int16]) -> float:
    return level_lufs(Waveform(sound.tobytes(), SAMPLE_RATE_HZ))


def test_a_file_is_known_by_the_name_it_was_given_whatever_its_suffix(tmp_path: Path) -> None:
    for sentence, suffix in zip(SENTENCES, (".wav", ".FLAC", ".ogg", ".Mp3", ".aiff"), strict=True):
        (tmp_path / (stem_of(sentence).upper() + suffix)).touch()
    found = recordings_in(tmp_path, SENTENCES)
    assert found.notes == ()
    assert found.files.keys() == set(SENTENCES)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_list_in_the_folder_may_call_files_as_it_likes(tmp_path: Path, encoding: str, separator: str) -> None:
    rows = [("times", "Sentence", "File"), ("3", "One.", "take 1.wav"), ("1", '"Squats."', "second"), ("", "Zoë.", "x")]
    text = "\r\n".join(separator.join(row) for row in rows)
    (tmp_path / "lines.csv").write_text(text, encoding=encoding)
    for name in ("Take 1.WAV", "second.flac", "x.wav"):
        (tmp_path / name).touch()
    found = recordings_in(tmp_path, SENTENCES)
    assert {sentence: path.name for sentence, path in found.files.items()} == {
        "One.": "Take 1.WAV",
        "Squats.": "second.flac",
    }
    assert found.notes == ("'x.wav' is left out: these sessions don't say 'Zoë'.",)


def test_what_fits_no_sentence_is_named_with_the_one_it_may_mean(tmp_path: Path) -> None:
    for name in ("three-sets-of-ten.wav", "humming.wav", "notes.txt", ".hidden.wav", f"{stem_of('One.')}.wav"):
        (tmp_path / name).touch()
    (tmp_path / f"{stem_of('One.')}.flac").touch()
    (tmp_path / "folder.wav").mkdir()
    found = recordings_in(tmp_path, SENTENCES)
    assert [path.name for path in found.files.values()] == [f"{stem_of('One.')}.flac"]
    assert sorted(found.notes) == [
        "'humming.wav' fits no sentence.",
        f"'{stem_of('One.')}.wav' is left out: '{stem_of('One.')}.flac' has the same sentence.",
        f"'three-sets-of-ten.wav' fits no sentence. Did you mean '{stem_of('Three sets of ten.')}'?",
    ]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"name,text\nx,y\n", "has no columns 'file' and 'sentence'"),
        (b"", "has no columns 'file' and 'sentence'"),
        (b"file,sentence\n\xe9.wav,One.\n", "is no CSV file in UTF-8"),
    ],
)
def test_a_list_that_is_none_is_refused(tmp_path: Path, data: bytes, expected: str) -> None:
    (tmp_path / "lines.csv").write_bytes(data)
    with pytest.raises(ChoiceError, match=expected):
        recordings_in(tmp_path, SENTENCES)


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ChoiceError, match="can't be read: No such file"):
        recordings_in(tmp_path / "nowhere", SENTENCES)


FORMATS = [
    (8000, 1, ".wav", "PCM_16"),
    (16_000, 2, ".flac", "PCM_24"),
    (22_050, 1, ".ogg", "VORBIS"),
    (44_100, 2, ".mp3", "MPEG_LAYER_III"),
    (44_100, 6, ".wav", "FLOAT"),
    (48_000, 1, ".aiff", "PCM_S8"),
    (48_000, 1, ".opus", "OPUS"),
    (96_000, 2, ".wav", "PCM_32"),
    (192_000, 1, ".flac", "PCM_24"),
]


@pytest.mark.parametrize("form", FORMATS, ids=str)
def test_any_rate_format_and_number_of_channels_gives_the_same_clip(
    tmp_path: Path, spoken: dict[str, Waveform], form: tuple[int, int, str, str]
) -> None:
    rate_hz, channels, suffix, subtype = form
    sentence = "Step up, and stand tall at the top."
    sound = in_a_room(samples_of(spoken[sentence], rate_hz), rate_hz)
    silent = np.random.default_rng(2).normal(size=(len(sound), channels)) * 1e-4
    silent[:, channels // 2] = sound
    path = tmp_path / (stem_of(sentence) + suffix)
    soundfile.write(path, silent, rate_hz, subtype=subtype, format={".opus": "OGG"}.get(suffix))
    packed, clips = pack_of(tmp_path, tmp_path / "test.pack")
    engines = clip(spoken[sentence], voice_gain_db(spoken[sentence]))
    assert (packed.new, packed.problems) == (1, {})
    assert len(clips[sentence]) / len(engines) == pytest.approx(1, abs=0.08)
    assert lufs(clips[sentence]) == pytest.approx(ACTIVE_LUFS, abs=1.0)


def test_recordings_of_any_level_come_out_as_loud_as_an_engines_clips(
    tmp_path: Path, spoken: dict[str, Waveform]
) -> None:
    levels = (1.0, 0.3, 0.1, 0.03, 1.5)
    for sentence, level in zip(SENTENCES, levels, strict=True):
        sound = in_a_room(samples_of(spoken[sentence]) * level, SAMPLE_RATE_HZ, -95)
        soundfile.write(tmp_path / f"{stem_of(sentence)}.wav", sound, SAMPLE_RATE_HZ, subtype="FLOAT")
    packed, clips = pack_of(tmp_path, tmp_path / "test.pack")
    assert packed.new == 5
    gain_db = voice_gain_db(spoken["Step up, and stand tall at the top."])
    for sentence in SENTENCES:
        assert lufs(clips[sentence]) == pytest.approx(lufs(clip(spoken[sentence], gain_db)), abs=0.8), sentence
        assert np.abs(clips[sentence].astype(int)).max() < 32767 * 10 ** (-1.5 / 20)


def test_rumble_is_cut(tmp_path: Path, spoken: dict[str, Waveform]) -> None:
    sound = in_a_room(samples_of(spoken["Squats."]) * 0.3, SAMPLE_RATE_HZ)
    rumble = 0.1 * np.sin(np.arange(len(sound)) * 2 * np.pi * 25 / SAMPLE_RATE_HZ)
    recorded(tmp_path, "Squats.", sound + rumble)
    _, clips = pack_of(tmp_path, tmp_path / "test.pack")
    spectrum = np.abs(np.fft.rfft(clips["Squats."] / 32768, SAMPLE_RATE_HZ)) ** 2
    assert 10 * np.log10(spectrum[15:35].sum() / spectrum.sum()) < -30


def test_the_same_folder_gives_the_same_pack(tmp_path: Path, spoken: dict[str, Waveform]) -> None:
    for sentence in SENTENCES:
        recorded(tmp_path / "takes", sentence, in_a_room(samples_of(spoken[sentence]), SAMPLE_RATE_HZ))
    for name in ("one.pack", "two.pack"):
        pack_of(tmp_path / "takes", tmp_path / name)
    assert (tmp_path / "one.pack").read_bytes() == (tmp_path / "two.pack").read_bytes()


def test_what_cannot_be_used_is_left_out_and_what_is_clipped_is_told(
    tmp_path: Path, spoken: dict[str, Waveform]
) -> None:
    recorded(tmp_path, SENTENCES[0], np.zeros(SAMPLE_RATE_HZ))
    (tmp_path / f"{stem_of(SENTENCES[1])}.wav").write_bytes(b"no sound")
    sound = samples_of(spoken[SENTENCES[2]])
    recorded(tmp_path, SENTENCES[2], np.clip(sound * 3 / np.abs(sound).max(), -1, 1))
    recorded(tmp_path, SENTENCES[3], np.tile(samples_of(spoken[SENTENCES[3]]), 30))
    recorded(tmp_path, SENTENCES[4], samples_of(spoken[SENTENCES[4]], 4000), 4000)
    packed, clips = pack_of(tmp_path, tmp_path / "test.pack")
    assert clips.keys() == {SENTENCES[2]}
    assert packed.problems == {
        SENTENCES[0]: "nothing is heard in it",
        SENTENCES[1]: "it can't be read (Format not recognised)",
        SENTENCES[2]: "it is too loud: its peaks are cut off",
        SENTENCES[3]: "it is longer than 60 s, and a recording has one sentence",
        SENTENCES[4]: "its rate of 4000 Hz is too low for speech",
    }


def test_more_channels_than_a_recorder_has_are_not_decoded(tmp_path: Path) -> None:
    path = tmp_path / "x.ogg"
    soundfile.write(path, np.zeros((4800, 200)), SAMPLE_RATE_HZ, format="OGG", subtype="VORBIS")
    with pytest.raises(UnusableError, match="200 channels"):
        take_of(path)


@pytest.mark.parametrize("value", [np.nan, np.inf])
def test_what_is_no_number_is_no_sound(tmp_path: Path, value: float) -> None:
    path = tmp_path / "x.wav"
    soundfile.write(path, np.full(SAMPLE_RATE_HZ, value), SAMPLE_RATE_HZ, subtype="FLOAT")
    with pytest.raises(UnusableError, match="nothing is heard"):
        take_of(path)


def test_samples_beyond_all_sound_have_a_power_still(tmp_path: Path) -> None:
    path = tmp_path / "x.wav"
    sound = np.zeros((SAMPLE_RATE_HZ, 2), np.float32)
    sound[SAMPLE_RATE_HZ // 4 : SAMPLE_RATE_HZ // 2] = 3e38, -3e38
    soundfile.write(path, sound, SAMPLE_RATE_HZ, subtype="FLOAT")
    take_of(path)
