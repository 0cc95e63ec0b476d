from __future__ import annotations

import numpy as np
import pytest
import soundfile
from numpy.typing import NDArray

from tests.fake_engine import FakeEngine
from tests.packs.test_writing import tone
from voicecoach.packs.sound import ONSET, packed, unpacked
from voicecoach.packs.sound import length_of as sounding_length
from voicecoach.speech import shape
from voicecoach.speech.engine import Waveform
from voicecoach.speech.engines.named import engine_named
from voicecoach.times import SAMPLE_RATE_HZ, SAMPLES_PER_MS, Ms


def spoken() -> NDArray[np.int16]:
    """A sentence as an engine's clip."""
    ((_, waveform),) = engine_named("pyttsx3").speak(["Step up, and stand tall at the top."], "gmw/en-us", 165)
    assert isinstance(waveform, Waveform)
    return shape.clip(waveform, shape.voice_gain_db(waveform))


def length_of(clip: NDArray[np.int16]) -> Ms:
    return Ms(len(clip) // SAMPLES_PER_MS)


def level_db(sound: NDArray[np.int16]) -> float:
    return float(10 * np.log10((sound.astype(np.float64) ** 2).mean()))


def hertz(sound: NDArray[np.int16]) -> float:
    """The strongest frequency of the middle half."""
    middle = sound[len(sound) // 4 : -len(sound) // 4].astype(np.float64)
    spectrum = np.abs(np.fft.rfft(middle * np.hanning(len(middle)), 1 << 20))
    return float(np.argmax(spectrum) * SAMPLE_RATE_HZ / (1 << 20))


def test_a_clip_comes_back_as_long_as_loud_and_where_it_was() -> None:
    clip = spoken()
    back = unpacked(packed(clip), length_of(clip), 1.0)
    assert len(back) == len(clip)
    assert level_db(back) == pytest.approx(level_db(clip), abs=0.3)
    lags = np.correlate(back[4800:43_200].astype(float), clip[5280:42_720].astype(float))
    soft = int(np.flatnonzero(np.abs(clip) > ONSET * (1 << 15))[0])  # its beginning, which is cut off
    assert abs(int(np.argmax(lags)) - 480 + soft) <= 52
    assert (
        lags.max()
        / np.sqrt((clip[5280:42_720].astype(float) ** 2).sum() * (back[5280:42_720].astype(float) ** 2).sum())
        > 0.95
    )


def test_the_same_clip_gives_the_same_bytes_and_a_file_that_others_read() -> None:
    clip = tone(25)
    first, second = packed(clip), packed(clip)
    assert first == second
    import io

    sound, rate_hz = soundfile.read(io.BytesIO(first))
    assert (rate_hz, len(sound)) == (24_000, 25 * 24_000)


@pytest.mark.parametrize("rate", [0.8, 0.9, 1.1, 1.25])
def test_a_stretched_clip_has_the_length_it_should_and_its_pitch(rate: float) -> None:
    clip = tone(2, 220)
    length = Ms(-int(-2000 // rate))
    stretched = unpacked(packed(clip), length, rate)
    assert len(stretched) == length * SAMPLES_PER_MS
    assert hertz(stretched) == pytest.approx(220, abs=1)
    assert level_db(stretched) == pytest.approx(level_db(clip), abs=0.7)
    assert (unpacked(packed(clip), length, rate) == stretched).all()


@pytest.mark.parametrize("rate", [0.8, 0.9, 1.1, 1.25])
def test_every_part_of_a_stretched_clip_stays_in_its_place(rate: float) -> None:
    pitches = (220, 440, 880)
    clip = np.concatenate([tone(1, pitch) for pitch in pitches])
    stretched = unpacked(packed(clip), Ms(-int(-3000 // rate)), rate)
    tenths = np.array_split(stretched, 30)
    for place, pitch in enumerate(pitches):
        heard = [hertz(np.concatenate(tenths[at : at + 2])) for at in range(10 * place, 10 * place + 9)]
        assert heard == [pytest.approx(pitch, abs=2)] * 9


@pytest.mark.parametrize("rate", [0.8, 1.25])
def test_stretched_speech_begins_and_ends_as_it_did(rate: float) -> None:
    clip = spoken()
    length = Ms(-int(-length_of(clip) // rate))
    stretched = unpacked(packed(clip), length, rate)
    loud = np.flatnonzero(np.abs(stretched.astype(int)) > 300)
    assert loud[0] / SAMPLE_RATE_HZ < 0.04
    assert (len(stretched) - loud[-1]) / SAMPLE_RATE_HZ < 0.04
    assert level_db(stretched) == pytest.approx(level_db(clip), abs=1.0)


def test_short_clips_can_be_stretched_too() -> None:
    waveform = FakeEngine(ms_per_character=20).waveform("One.")
    clip = shape.clip(waveform, 0.0)
    for rate in (0.8, 1.25):
        stretched = unpacked(packed(clip), Ms(-int(-length_of(clip) // rate)), rate)
        assert np.abs(stretched).max() > 1000


def test_a_clip_that_is_small_only_while_it_is_packed_is_unpacked_no_further_than_a_sentence_goes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    long = packed(np.zeros(5 * 48_000, np.int16))
    monkeypatch.setattr("voicecoach.packs.sound.LONGEST_CLIP", 2000)
    assert sounding_length(long) == 2000
