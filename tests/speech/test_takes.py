"""Where the speech in a recording is, and what is wrong with it: a real voice in rooms that are made up."""

from __future__ import annotations

import numpy as np
import pytest
import soxr
from numpy.typing import NDArray

from voicecoach.speech.engine import Waveform
from voicecoach.speech.engines.named import engine_named
from voicecoach.speech.shape import voice_gain_db
from voicecoach.speech.takes import Flaw, Take, clear_speech_in, flaws, is_clipped, speech_in, waveform_of

RATE_HZ = 48_000
LINES = ("Right.", "One.", "Six.", "Step up, and stand tall at the top.", "Thirty seconds rest.")
Floats = NDArray[np.float64]


@pytest.fixture(scope="module")
def words() -> dict[str, Floats]:
    """The lines without anything around them, at about -20 dBFS."""
    spoken = {LINES[index]: sound for index, sound in engine_named("pyttsx3").speak(LINES, "gmw/en-us", 165)}
    return {line: bare(sound) for line, sound in spoken.items() if isinstance(sound, Waveform)}


def bare(waveform: Waveform) -> Floats:
    samples = np.frombuffer(waveform.pcm, np.int16) / 32768
    loud = np.flatnonzero(np.abs(samples) > 0.002)
    sound: Floats = soxr.resample(samples[loud[0] : loud[-1] + 1], waveform.rate_hz, RATE_HZ)
    return sound


def in_a_room(word: Floats, gain_db: float = 0, noise_db: float = -90, around_s: float = 0.5) -> Take:
    """A word with so much silence before and after it, and noise of a level throughout."""
    around = np.zeros(int(around_s * RATE_HZ))
    sound = np.concatenate([around, word * 10 ** (gain_db / 20), around])
    return Take(sound + np.random.default_rng(1).normal(size=len(sound)) * 10 ** (noise_db / 20), RATE_HZ)


def clicked(take: Take, at_s: float, level: float = 0.1) -> Take:
    """The take with the click of a key."""
    samples = take.samples.copy()
    start = int(at_s * RATE_HZ)
    samples[start : start + 200] += level * np.random.default_rng(2).normal(size=200)
    return Take(samples, take.rate_hz)


@pytest.mark.parametrize("line", LINES)
@pytest.mark.parametrize(("gain_db", "noise_db"), [(0, -90), (-20, -70), (-10, -60), (10, -50)])
def test_silence_and_noise_around_the_speech_are_cut_off(
    words: dict[str, Floats], line: str, gain_db: float, noise_db: float
) -> None:
    take = in_a_room(words[line], gain_db, noise_db)
    assert len(words[line]) / RATE_HZ + 0.02 <= speech_in(take).seconds <= len(words[line]) / RATE_HZ + 0.16
    assert flaws(take) == []


@pytest.mark.parametrize("line", LINES)
def test_what_is_cut_already_keeps_its_ends(words: dict[str, Floats], line: str) -> None:
    word = Take(words[line], RATE_HZ)
    assert speech_in(word).seconds >= word.seconds - 0.06


def test_the_click_of_a_key_is_cut_off(words: dict[str, Floats]) -> None:
    take = in_a_room(words["One."], around_s=0.8)
    for at_s in (0.1, take.seconds - 0.2):
        assert speech_in(clicked(take, at_s)).seconds == pytest.approx(speech_in(take).seconds, abs=0.03)


def test_a_pause_between_words_stays(words: dict[str, Floats]) -> None:
    both = np.concatenate([words["One."], np.zeros(RATE_HZ), words["Six."]])
    assert speech_in(in_a_room(both)).seconds > len(both) / RATE_HZ


def test_rumble_is_no_speech(words: dict[str, Floats]) -> None:
    take = in_a_room(words["One."])
    hum = 0.2 * np.sin(np.arange(len(take.samples)) * 2 * np.pi * 20 / RATE_HZ)
    assert speech_in(Take(take.samples + hum, RATE_HZ)).seconds == pytest.approx(speech_in(take).seconds, abs=0.1)


@pytest.mark.parametrize(
    ("gain_db", "noise_db", "expected"),
    [(-32, -90, Flaw.QUIET), (-20, -60, Flaw.NOISY), (-20, -45, Flaw.NOISY), (-70, -90, Flaw.SILENT)],
)
def test_what_is_wrong_with_a_take_is_said(
    words: dict[str, Floats], gain_db: float, noise_db: float, expected: Flaw
) -> None:
    assert flaws(in_a_room(words["One."], gain_db, noise_db)) == [expected]


@pytest.mark.parametrize("part", [slice(int(0.6 * RATE_HZ), None), slice(0, int(0.8 * RATE_HZ))])
def test_a_key_that_was_pressed_too_late_or_too_early_cuts_the_speech(words: dict[str, Floats], part: slice) -> None:
    take = in_a_room(words["One."])
    assert flaws(Take(take.samples[part], RATE_HZ)) == [Flaw.CUT]


@pytest.mark.parametrize("ceiling", [1.0, 0.98])
def test_cut_peaks_are_found_and_loud_ones_are_fine(words: dict[str, Floats], ceiling: float) -> None:
    word = words["Step up, and stand tall at the top."]
    loud = in_a_room(word / np.abs(word).max() * 0.999)
    assert flaws(loud) == []
    cut = Take(np.clip(loud.samples * 2, -ceiling, ceiling), RATE_HZ)
    assert is_clipped(cut)
    assert Flaw.CLIPPED in flaws(cut)


@pytest.mark.parametrize("samples", [np.zeros(0), np.zeros(100), np.zeros(RATE_HZ), np.full(RATE_HZ, 0.5)])
def test_nothing_is_silence(samples: Floats) -> None:
    take = Take(samples, RATE_HZ)
    assert clear_speech_in(take) is None
    assert flaws(take) == [Flaw.SILENT]
    assert speech_in(take) == take
    assert len(waveform_of(take).pcm) == 2 * len(samples)


def test_however_quiet_it_was_an_engine_would_give_it_as_loud(words: dict[str, Floats]) -> None:
    word = words["Thirty seconds rest."]
    gains_db = [voice_gain_db(waveform_of(Take(word * level, RATE_HZ))) for level in (1, 0.1, 0.01)]
    assert gains_db == pytest.approx([gains_db[0]] * 3, abs=0.01)
