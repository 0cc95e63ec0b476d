from __future__ import annotations

import itertools

import numpy as np
import pyloudnorm
import pytest
import soxr
from numpy.typing import NDArray

from voicecoach.speech import shape
from voicecoach.speech.engine import Waveform
from voicecoach.speech.engines.named import engine_named
from voicecoach.speech.profile import REFERENCE

COUNTS = ["One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve", "Thirteen"]
COUNTS += ["Fourteen", "Fifteen"]
CUES = [
    "Step up, and stand tall at the top.",
    "Keep your knees pointing forward, rolling neither in nor out.",
    "Lower your hips slowly, then drive up strongly with your glutes.",
    "Set two of three. Left leg first.",
    "Thirty seconds rest.",
    "Next: hip lifts. You need a chair or sofa that stays put.",
    "Last two.",
    "Stop if anything hurts or you feel dizzy.",
    "Hips go back and down first, as if hovering over a seat you would rather not touch.",
]
Clips = dict[str, NDArray[np.int16]]


@pytest.fixture(scope="module")
def clips() -> Clips:
    engine = engine_named("pyttsx3")
    lines = [*(f"{count}." for count in COUNTS), *CUES, REFERENCE]
    spoken = {
        lines[index]: sound for index, sound in engine.speak(lines, "gmw/en-us", 165) if isinstance(sound, Waveform)
    }
    gain_db = shape.voice_gain_db(spoken[REFERENCE])
    return {line.rstrip("."): shape.clip(waveform, gain_db) for line, waveform in spoken.items()}


def waveform(samples: NDArray[np.float64], rate_hz: int = 22_050) -> Waveform:
    return Waveform((samples * 32767).astype(np.int16).tobytes(), rate_hz)


def tone(hertz: float, seconds: float, rate_hz: int = 22_050, amplitude: float = 0.3) -> NDArray[np.float64]:
    return amplitude * np.cos(2 * np.pi * hertz * np.arange(int(seconds * rate_hz)) / rate_hz)


def session(clips: Clips, lines: list[tuple[str, float]]) -> float:
    """The integrated loudness of lines, each followed by a pause in seconds, as a mono file."""
    parts = [(clips[line.rstrip(".")] / 32768, np.zeros(int(pause * 48_000))) for line, pause in lines]
    return float(pyloudnorm.Meter(48_000).integrated_loudness(np.concatenate([p for pair in parts for p in pair])))


def active_db(clip: NDArray[np.int16]) -> float:
    """The loudness over windows of 0.1 s, which a single word fills."""
    return float(pyloudnorm.Meter(48_000, block_size=0.1).integrated_loudness(clip / 32768))


def true_peak_db(clip: NDArray[np.int16]) -> float:
    return float(20 * np.log10(np.abs(soxr.resample(clip / 32768, 48_000, 192_000, "VHQ")).max()))


@pytest.mark.parametrize(("counts", "cues"), [(0, 60), (100, 10), (120, 30), (60, 30), (45, 90)])
def test_any_mix_of_lines_has_the_same_loudness(clips: Clips, counts: int, cues: int) -> None:
    lines = [(line, 2.5) for line in itertools.islice(itertools.cycle(COUNTS), counts)]
    lines += [(line, 0.6) for line in itertools.islice(itertools.cycle(CUES), cues)]
    mixed = [line for start in range(7) for line in lines[start::7]]
    assert session(clips, mixed) == pytest.approx(-19, abs=0.5)


def test_counts_are_as_loud_as_cues(clips: Clips) -> None:
    cues_db = float(np.mean([active_db(clips[line.rstrip(".")]) for line in CUES]))
    assert [active_db(clips[count]) - cues_db for count in COUNTS] == pytest.approx([0] * len(COUNTS), abs=1.5)


def test_no_clip_exceeds_the_true_peak(clips: Clips) -> None:
    assert max(true_peak_db(clip) for clip in clips.values()) <= -2.4


def test_clips_sound_from_their_first_ms_to_their_last(clips: Clips) -> None:
    for clip in clips.values():
        loud = np.flatnonzero(np.abs(clip) > shape.ONSET * 32768)
        assert len(clip) % 48 == 0
        assert loud[0] < 3 * 48
        assert len(clip) - loud[-1] < 5 * 48


def test_a_clip_is_found_within_silence_to_the_ms() -> None:
    quiet = np.zeros(3000)
    clip = shape.clip(waveform(np.concatenate([quiet, tone(300, 0.5), quiet])), 0)
    assert len(clip) / 48 == pytest.approx(500, abs=3)


def test_the_same_samples_make_the_same_clip() -> None:
    noise = np.random.default_rng(3).normal(0, 0.1, 30_000)
    assert shape.clip(waveform(noise), 1.5).tobytes() == shape.clip(waveform(noise), 1.5).tobytes()


def test_an_offset_and_rumble_are_taken_out() -> None:
    rumble = 0.2 + tone(15, 1, amplitude=0.2)
    clip = shape.clip(waveform(tone(400, 1) + rumble), 0) / 32768
    spectrum = np.abs(np.fft.rfft(clip[4800:-4800])) ** 2
    low = int(40 * len(clip[4800:-4800]) / 48_000)
    assert spectrum[:low].sum() < spectrum.sum() * 1e-3


def test_a_clip_strays_from_the_voices_gain_by_four_db_at_most() -> None:
    soft = tone(500, 1, amplitude=0.01)
    clip = shape.clip(waveform(soft), 0)
    assert np.abs(clip / 32768).max() == pytest.approx(0.01 * 10 ** (4 / 20), rel=0.05)


@pytest.mark.parametrize("rate_hz", [8_000, 16_000, 22_050, 24_000, 44_100, 48_000, 96_000])
def test_every_rate_comes_out_at_48_khz(rate_hz: int) -> None:
    clip = shape.clip(waveform(tone(440, 0.7, rate_hz), rate_hz), 0)
    spectrum = np.abs(np.fft.rfft(clip))
    assert len(clip) / 48 == pytest.approx(700, abs=4)
    assert np.argmax(spectrum) * 48_000 / len(clip) == pytest.approx(440, abs=3)


@pytest.mark.parametrize("samples", [np.zeros(0), np.zeros(5000), np.full(5000, 0.001)])
def test_silence_is_known_as_such(samples: NDArray[np.float64]) -> None:
    assert shape.is_silent(waveform(samples))
