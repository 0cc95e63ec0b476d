"""What holds for every engine, built in or not: the contract of `voicecoach.speech.engine`."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

from tests.fake_engine import FakeEngine
from tests.parts import KOKORO, PIPER
from voicecoach.cache.store import Cache
from voicecoach.speech import shape, speaking
from voicecoach.speech.choice import VoiceChoice
from voicecoach.speech.engine import Engine, Waveform
from voicecoach.speech.engines.command import CommandEngine
from voicecoach.speech.engines.kokoro import KokoroEngine
from voicecoach.speech.engines.piper import PiperEngine
from voicecoach.speech.engines.pyttsx3_engine import pyttsx3_engine
from voicecoach.speech.models.catalogue import JOE
from voicecoach.speech.models.install import install
from voicecoach.speech.profile import find_voice
from voicecoach.speech.service import Speaker

PROGRAM = str(Path(__file__).with_name("speaking_program.py"))
LINES = [
    "One.",
    "Seven.",
    "Fifteen.",
    "Up.",
    "Step up, and stand tall.",
    "Last two.",
    "Keep your knees over your toes.",
]
WPM = 165


def _command() -> Engine:
    return CommandEngine((sys.executable, "-S", "-E", PROGRAM, "{file}", "{wpm}", "{text}"))


def _piper() -> Engine:
    install(JOE)
    return PiperEngine()


PACED = [
    pytest.param(
        pyttsx3_engine,
        id="pyttsx3",
        marks=pytest.mark.skipif(sys.platform != "linux", reason="the embedded voice is the engine on Linux"),
    ),
    pytest.param(_command, id="command"),
    pytest.param(KokoroEngine, id="kokoro", marks=pytest.mark.extras(*KOKORO)),
    pytest.param(_piper, id="piper", marks=pytest.mark.extras(*PIPER)),
]
ENGINES = [pytest.param(FakeEngine, id="fake"), *PACED]
"""All of them; the fake one has one pace."""


@pytest.fixture(params=ENGINES)
def engine(request: pytest.FixtureRequest) -> Engine:
    make: Callable[[], Engine] = request.param
    return make()


def spoken(engine: Engine, lines: list[str], wpm: int = WPM) -> dict[str, Waveform]:
    """The sound of each line, said with the voice for English; each must be answered once."""
    results = list(engine.speak(lines, find_voice(engine, None, "en").id, wpm))
    assert sorted(index for index, _ in results) == list(range(len(lines)))
    return {lines[index]: result for index, result in results if isinstance(result, Waveform)}


def test_its_identity_is_the_same_each_time_and_names_it(engine: Engine) -> None:
    assert engine.identity() == engine.identity()
    assert engine.identity().startswith(engine.name)


def test_it_has_voices_each_with_an_id_of_its_own(engine: Engine) -> None:
    voices = engine.voices()
    assert voices
    assert len({voice.id for voice in voices}) == len(voices)
    default = engine.default_voice("en")
    assert default is None or default in {voice.id for voice in voices}


def test_every_line_is_said_in_sound_that_can_be_the_line(engine: Engine) -> None:
    sounds = spoken(engine, LINES)
    assert set(sounds) == set(LINES)
    for line, sound in sounds.items():
        assert speaking.fault(line, sound, 1.0) is None


def test_no_lines_need_no_answer(engine: Engine) -> None:
    assert spoken(engine, []) == {}


def test_a_line_depends_on_nothing_but_itself(engine: Engine) -> None:
    """Neither on the order, nor on what else is said, nor on the number of cores."""
    first = spoken(engine, LINES)
    assert spoken(engine, LINES[::-1]) == first
    assert (
        spoken(engine, [*LINES[::2], "Something else."]).items() >= {line: first[line] for line in LINES[::2]}.items()
    )
    if sys.platform == "linux":
        allowed = os.sched_getaffinity(0)
        os.sched_setaffinity(0, {min(allowed)})
        try:
            assert spoken(engine, LINES) == first
        finally:
            os.sched_setaffinity(0, allowed)


@pytest.mark.parametrize("engine", PACED, indirect=True)
def test_the_pace_is_followed(engine: Engine) -> None:
    line = "Keep your knees over your toes."
    lengths_s = [shape.sounding_s(spoken(engine, [line], wpm)[line]) for wpm in (110, 165, 260)]
    assert all(slow > 1.15 * fast for slow, fast in pairwise(lengths_s))


@pytest.mark.parametrize("rate", [0.8, 1.3])
@pytest.mark.parametrize("engine", PACED, indirect=True)
def test_the_rate_is_a_factor_on_the_calm_pace(engine: Engine, cache: Cache, rate: float) -> None:
    line = "Lower your hips slowly, then drive up strongly, and stand tall at the top."
    calm, other = (
        Speaker(VoiceChoice(engine=engine, rate=factor), cache).lengths([line])[line] for factor in (1, rate)
    )
    # A model's phonemes last for whole frames, so that its time doesn't quite go with the inverse of its setting.
    assert other * rate == pytest.approx(calm, rel=0.1)


def test_words_and_sentences_come_out_at_one_level(engine: Engine, cache: Cache) -> None:
    speaker = Speaker(VoiceChoice(engine=engine), cache)
    speaker.lengths(LINES)
    for line in LINES:
        clip = Waveform(speaker.clip(line).tobytes(), 48_000)
        assert shape.voice_gain_db(clip) == pytest.approx(0, abs=1.0), line
